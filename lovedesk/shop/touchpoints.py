"""Touchpoints: each visit, call or letter, planned or done, and what is said of it (practices B1 to B5, H1).

A touchpoint is open until it is finished or cancelled. Its page is read by `visits`, its place among others by
`timeline`, its checklist by `items`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from lovedesk.mishaps import Refused
from lovedesk.shop import answers, checklists, customers, first_answers, items, reminding, tags, taking_up, timeline
from lovedesk.shop import people as people_of_theirs
from lovedesk.shop.checklists import MINUTES, Template, checked_minutes
from lovedesk.shop.columns import LIVE
from lovedesk.shop.folding import tidy, tidy_line
from lovedesk.shop.instants import instant
from lovedesk.shop.tables import TRASHED, Touchpoint, TouchpointCustomer, TouchpointItem, TouchpointPerson, rows
from lovedesk.words import _

TALKS = frozenset({"visit", "call", "video", "letter", "email", "message"})
EVERYONE = 3            # as many people as are met without asking whom; of more, someone chooses
TEXT_LIMIT = 100_000    # letters of notes; what is longer is a document, and belongs with the visit as a paper
WRITTEN = ("title", "place", "value", "notes", "said", "cancelled_why")
DAY, LONGEST = 24 * 60, 366         # minutes of one that has a time; days of one that has none
MORNING = dt.time(9)                # when one begins that had no time


def plan(whom: list[int], start: dt.datetime | None, *, channel: str = "", occasion: str = "", checklist: str = "",
         people: list[int] | None = None, minutes: int | None = None, keeper: int | None = None, title: str = "",
         began: str = "we", until: dt.datetime | None = None, days: int = 0, place: str = "") -> int:
    """Plan a visit, call or other touch with customers, by the shop's wall time. Returns its id.

    What is left out comes from the checklist (a key of `checklists`), the channel from their wish. Without `people`,
    all of a small customer's are met, but not their families. Our own is with no customer, and has a title. It lasts
    so many minutes, `until` a moment, or so many whole days.
    """
    if not whom and not tidy_line(title):
        raise Refused(_("Whom is it with? Or, if it is our own, what is it?"))
    for customer in whom:
        customers.get(customer)
    template = checklists.get(checklist) if checklist else None
    people = everyone(whom) if people is None else people
    begins = _checked_start(start)
    lasts = _minutes_until(begins, until) if until else minutes or (template.minutes if template else MINUTES)
    touchpoint = int(Touchpoint.create(
        start=_at_midnight(begins) if days else begins, title=tidy_line(title), keeper=keeper, began=began,
        days=_checked_days(days), place=tidy(place),
        channel=channel or proposed_channel(people, template.channel if template else "visit"),
        occasion=occasion or (template.occasion if template else ""),
        minutes=checked_minutes(lasts),
        checklist=_stored(template)).id)
    for customer in dict.fromkeys(whom):
        TouchpointCustomer.create(touchpoint=touchpoint, customer=customer)
    set_people(touchpoint, people)
    if template:
        items.copy(touchpoint, checklists.items(template.key))
    return touchpoint


def proposed_channel(people: Iterable[int], ours: str) -> str:
    """The way that those who are met wish to be in touch by, which goes before `ours` (practice B2); what has to be
    brought to them is brought all the same."""
    return (people_of_theirs.wish(people) if ours in TALKS else "") or ours


def _checked_start(start: dt.datetime | None) -> dt.datetime:
    if start is None:
        raise Refused(_("On which day, and when?"))
    if not 1900 <= start.year <= 2200:
        raise Refused(_("This day is too far away to plan for."))
    return start.replace(second=0, microsecond=0, tzinfo=None)


def _minutes_until(start: dt.datetime, until: dt.datetime) -> int:
    if until <= start:
        raise Refused(_("It would end before it begins."))
    minutes = round((until - start).total_seconds() / 60)
    if minutes > DAY:
        raise Refused(_("It goes on for more than a day: say how many whole days it takes."))
    return minutes


def _checked_days(days: int) -> int:
    if not 0 <= days <= LONGEST:
        raise Refused(_("How many whole days will it take? At most {n}.").format(n=LONGEST))
    return days


def _at_midnight(start: dt.datetime) -> dt.datetime:
    return dt.datetime.combine(start.date(), dt.time())


def _stored(template: Template | None) -> str:
    """What a touchpoint keeps of its checklist: a slug is translated when shown, an own title stays as it was."""
    if template is None:
        return ""
    return template.title if template.own else template.key


def everyone(whom: Iterable[int]) -> list[int]:
    """Those who are met at customers where nobody was chosen: all of a small one's, and of a large one nobody."""
    found: list[int] = []
    for customer in whom:
        here = [row[0] for row in rows(
            f"""select p.id from head h join membership m on m.customer_id = h.id and m.state = 'live'
                  and m.of_person_id is null
                  join head w on w.id = m.person_id join person p on p.id = w.head and {reminding.PERSON}
                  and p.kind = ''
                where h.head = ? order by m.position, m.id""", customer)]
        found += here if len(here) <= EVERYONE else []
    return found


def get(touchpoint: int) -> None:
    """Raise Refused unless the touchpoint is there and live; one time of a series becomes a row of its own."""
    if not (rows("select 1 from touchpoint where id = ? and state = 'live'", touchpoint)
            or taking_up.take_up(touchpoint)):
        raise Refused(_("This visit is not here any more. Look in the trash."))


def _set(touchpoint: int, **values: object) -> None:
    get(touchpoint)
    Touchpoint.update(values).where(Touchpoint.id == touchpoint).execute()


def move(touchpoint: int, start: dt.datetime | None) -> None:
    """Plan it for another time; a cancelled one is planned again."""
    start = _checked_start(start)
    if rows("select 1 from touchpoint where id = ? and days > 0", touchpoint):
        start = _at_midnight(start)
    _set(touchpoint, start=start, cancelled_at=None, cancelled_why="")


def put_off(touchpoint: int, day: dt.date) -> None:
    """Plan it for another day, at the time it had."""
    get(touchpoint)
    ((start,),) = rows("select start from touchpoint where id = ?", touchpoint)
    move(touchpoint, dt.datetime.combine(day, dt.datetime.fromisoformat(start).time()))


def set_minutes(touchpoint: int, minutes: int) -> None:
    """Say how long it takes."""
    _set(touchpoint, minutes=checked_minutes(minutes))


def set_until(touchpoint: int, until: dt.datetime) -> None:
    """Say until when it lasts, by the clock of its start. Refused for an end before the beginning."""
    get(touchpoint)
    ((start,),) = rows("select start from touchpoint where id = ?", touchpoint)
    _set(touchpoint, minutes=checked_minutes(_minutes_until(dt.datetime.fromisoformat(start), until)), days=0)


def set_days(touchpoint: int, days: int, at: dt.time = MORNING) -> None:
    """Let it take so many whole days, or, with 0, begin `at` a time of its first day again."""
    get(touchpoint)
    ((text,),) = rows("select start from touchpoint where id = ?", touchpoint)
    start = dt.datetime.fromisoformat(text)
    begins = start if start.time() != dt.time() else dt.datetime.combine(start.date(), at)
    _set(touchpoint, days=_checked_days(days), start=_at_midnight(start) if days else begins)


def set_began(touchpoint: int, began: str) -> None:
    """Say who began it: we, or they."""
    if began not in {"we", "they"}:
        raise Refused(_("Either we began it, or they did."))
    _set(touchpoint, began=began)


def set_channel(touchpoint: int, channel: str) -> None:
    """Say whether it is a visit, a call, a letter."""
    _set(touchpoint, channel=channel)


def set_occasion(touchpoint: int, occasion: str) -> None:
    """Say why we are in touch; empty for no reason at all."""
    _set(touchpoint, occasion=occasion)


def set_keeper(touchpoint: int, keeper: int | None) -> None:
    """Say who goes."""
    _set(touchpoint, keeper=keeper)


def set_shows(touchpoint: int, topics: Iterable[str]) -> None:
    """Choose the topics that stand on this sheet though they stay off paper."""
    _set(touchpoint, shows=" ".join(dict.fromkeys(topics)))


def set_people(touchpoint: int, people: Iterable[int]) -> None:
    """Say who is met: these people and no others."""
    get(touchpoint)
    wanted = dict.fromkeys(people)
    known = {person: (link, state) for link, person, state in rows(
        """select l.id, h.head, l.state from touchpoint_person l join head h on h.id = l.person_id
           where l.touchpoint_id = ? order by l.state = 'live'""", touchpoint)}
    for person, (link, state) in known.items():
        wished = LIVE if person in wanted else TRASHED
        if state != wished and LIVE in {wished, state}:
            TouchpointPerson.update(state=wished).where(TouchpointPerson.id == link).execute()
    for person in wanted:
        if person not in known:
            TouchpointPerson.create(touchpoint=touchpoint, person=person)


def set_checklist(touchpoint: int, checklist: str) -> None:
    """Take another checklist, or none; items that were ticked, answered, changed or added here stay.

    Occasion, channel and minutes follow where they still are as the checklist before had them.
    """
    get(touchpoint)
    new = checklists.get(checklist) if checklist else None
    ((stored, occasion, channel, minutes),) = rows(
        "select checklist, occasion, channel, minutes from touchpoint where id = ?", touchpoint)
    old = next((template for template in checklists.all() if stored and _stored(template) == stored), None)
    _remove_untouched(touchpoint, old)
    here = {(item.kind, item.text) for item in items.of(touchpoint)}
    if new:
        items.copy(touchpoint, [item for item in checklists.items(new.key) if (item.kind, item.text) not in here])
    before, after = _suggested(old), _suggested(new)
    values = {name: after[name] if value == before[name] else value
              for name, value in (("occasion", occasion), ("channel", channel), ("minutes", minutes))}
    _set(touchpoint, checklist=_stored(new), **values)


def keep_checklist(touchpoint: int, stored: str) -> None:
    """Say which checklist its items are from, where they came from a visit that had it."""
    _set(touchpoint, checklist=stored)


def _suggested(template: Template | None) -> dict[str, object]:
    if template is None:
        return {"occasion": "", "channel": "visit", "minutes": MINUTES}
    return {"occasion": template.occasion, "channel": template.channel, "minutes": template.minutes}


def _remove_untouched(touchpoint: int, template: Template | None) -> None:
    copied = {(item.kind, item.text) for item in checklists.items(template.key)} if template else set()
    for item in items.of(touchpoint):
        if (item.kind, item.text) in copied and not item.ticked and not item.answer and not item.question:
            TouchpointItem.update(state=TRASHED).where(TouchpointItem.id == item.id).execute()


def write(touchpoint: int, field: str, text: str) -> None:
    """Keep the title, the place, the value, the notes, what they said, or why it was cancelled."""
    if field not in WRITTEN:
        raise ValueError(f"a touchpoint has no text {field}")
    text = tidy_line(text) if field in {"title", "cancelled_why"} else tidy(text)
    if field == "title" and not text and rows(
            f"select 1 from touchpoint t where t.id = ? and {timeline.OWN}", touchpoint):
        raise Refused(_("It is with no customer, so it needs a few words: what is it?"))
    if len(text) > TEXT_LIMIT:
        raise Refused(_("This is too long for a visit’s notes. Keep it as a paper with the visit."))
    _set(touchpoint, **{field: text})
    if "#" in text:
        tags.take_finished(text, _whose(touchpoint))


def _whose(touchpoint: int) -> list[int]:
    return [row[0] for row in rows(
        "select customer_id from touchpoint_customer where touchpoint_id = ? and state = 'live'", touchpoint)]


def finish(touchpoint: int, *, now: dt.datetime) -> None:
    """Close it, also when it went fine without a word. Its answers become details; again, it brings them up to date."""
    get(touchpoint)
    Touchpoint.update(done_at=instant(now), cancelled_at=None).where(
        Touchpoint.id == touchpoint, Touchpoint.done_at.is_null()).execute()
    ((written,),) = rows("select title || ' ' || value || ' ' || notes || ' ' || said from touchpoint where id = ?",
                         touchpoint)
    tags.take(written, _whose(touchpoint))
    answers.keep(touchpoint)
    first_answers.by_touch(touchpoint)


def reopen(touchpoint: int) -> None:
    """Open a finished or cancelled touchpoint again; the details that it gave stay."""
    _set(touchpoint, done_at=None, cancelled_at=None, cancelled_why="")
    first_answers.not_by_touch(touchpoint)


def cancel(touchpoint: int, why: str, *, now: dt.datetime) -> None:
    """It will not be; it stays in the timeline with the reason. Refused for one that has been."""
    get(touchpoint)
    if rows("select 1 from touchpoint where id = ? and done_at is not null", touchpoint):
        raise Refused(_("It has been already. Open it again first, or put it into the trash."))
    _set(touchpoint, cancelled_at=instant(now), cancelled_why=tidy_line(why))


def trash(touchpoint: int) -> None:
    """Put a touchpoint into the trash, with its items and papers."""
    _set(touchpoint, state=TRASHED)
