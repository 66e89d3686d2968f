"""What stands on a prep sheet and a day pack, gathered by one verb each (practices H1, A1 to A3, B4).

A sheet may lie open on the customer's table: nothing that is only here or only me, no topic that stays off paper
unless it was chosen, and nothing of one customer where several are met at once.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from lovedesk.mishaps import Refused
from lovedesk.shop import (
    builtin,
    checklists,
    contact_points,
    days_near,
    followups,
    jobs,
    knowledge,
    packing,
    people,
    questions,
    sheet_choices,
    sheet_codes,
    shops,
    timeline,
    topics,
    visits,
    waiting_requests,
)
from lovedesk.shop.checklists import MINUTES
from lovedesk.shop.contact_points import ContactRow
from lovedesk.shop.items import Item
from lovedesk.shop.sheet_choices import Choice
from lovedesk.shop.sheet_records import (
    Code,
    DayPack,
    Doing,
    Known,
    Meet,
    Near,
    Owed,
    PrepSheet,
    Promise,
    Question,
    Said,
    Stop,
    Thing,
    ToTake,
)
from lovedesk.shop.timeline import Touch
from lovedesk.shop.visits import Met, VisitPage
from lovedesk.words import _, joined

__all__ = ["DayPack", "Doing", "Known", "Meet", "Near", "Owed", "PrepSheet", "Promise", "Question", "Said", "Stop",
           "Thing", "ToTake", "day_pack", "for_customer", "sheet"]

MORNING = dt.time(9)    # when a visit would begin that nobody has planned yet
LATELY = dt.timedelta(31)       # since a job came home, it is asked after
WAYS = 2                # ways to be reached that fit on a line


def sheet(touchpoint: int, *, today: dt.date, shows: Iterable[str] | None = None) -> PrepSheet:
    """The sheet of a touchpoint; `shows` are topics chosen for it, in the place of those that were kept with it."""
    page = visits.page(touchpoint)
    if page is None:
        raise Refused(_("This visit is not here any more. Look in the trash."))
    chosen = frozenset(page.shows if shows is None else shows)
    asks = [Question(item.text, topic_word(item.topic), item.section) for item in own_first(page)]
    return _filled(page, chosen, asks, today)


def own_first(page: VisitPage) -> list[Item]:
    """What is to be asked: the questions of this very visit before its checklist's, as a full sheet drops the last."""
    asks = [item for item in page.items if item.kind == "ask"]
    copied = checklists.words_of(page.checklist) if len(asks) > 1 else set()
    return sorted(asks, key=lambda item: item.text in copied)


def for_customer(customer: int, *, today: dt.date, day: dt.date | None = None) -> PrepSheet:
    """The sheet of the next planned touchpoint, or of the one on `day`; without a plan, a bare one for today.

    A bare sheet asks what is worth asking.
    """
    if day is not None:
        touch = next(iter(timeline.on_day(customer, day)), None)
        if touch is None:
            raise Refused(_("Nothing is planned with them on that day."))
    else:
        touch = timeline.next_planned(customer, dt.datetime.combine(today, dt.time()))
    if touch is not None:
        return sheet(touch.id, today=today)
    asks = [Question(offer.text, topic_word(offer.topic)) for offer in questions.offers(customer, today)]
    return _filled(_unplanned(customer, today), frozenset(), asks, today)


def _unplanned(customer: int, today: dt.date) -> VisitPage:
    host = visits.host(customer)
    if host is None:
        raise Refused(_("This customer is not here any more. Look in the trash."))
    here = [Met(person.id, person.name, person.say, person.role, person.photo, chosen=True, family=False)
            for person in people.at(customer) if person.to_meet]
    return VisitPage(
        id=0, channel="visit", occasion="", title="", start=dt.datetime.combine(today, MORNING), minutes=MINUTES,
        keeper=None, keeper_name="", began="we", checklist="", checklist_title="", shows=(), value="", notes="",
        said="", done_at=None, cancelled_at=None, cancelled_why="", customers=[host], people=here, items=[], papers=[])


def _filled(page: VisitPage, shows: frozenset[str], asks: list[Question], today: dt.date) -> PrepSheet:
    choice = sheet_choices.of(page.occasion)
    ways = [way for host in page.customers for way in contact_points.of(host.id)]
    alone = page.customers[0].id if len(page.customers) == 1 else None
    known = knowledge.on_paper(alone, shows) if alone else []
    day = page.start.date()
    near = days_near.near(alone, day, known, family=knowledge.FAMILY in shows) if alone else []
    owed = [due for due in followups.open_of(alone) if due.reminds] if alone else []
    told = [fact for fact in known if fact.topic != knowledge.PLACE and (fact.day, fact.words) not in near]
    return _chosen(choice, PrepSheet(
        customer=page.whom, channel=builtin.channel_label(page.channel),
        occasion=within(builtin.occasion_label(page.occasion)), start=page.start, minutes=page.minutes,
        keeper=page.keeper_name, address=_address(page, ways, known, shows),
        ways=_line(way for way in ways if not way.person),
        meet=_meet(page, ways), last=last_said(alone, page.start) if alone else None,
        we_owe=[Owed(due.due, _owed_words(due)) for due in owed
                if (due.promised or due.kind == waiting_requests.KIND) and not due.theirs],
        they_owe=[Owed(due.due, due.title) for due in owed if due.theirs],
        know=[Known(topic_word(fact.topic), fact.words) for fact in knowledge.by_weight(told)],
        near=near, bring=_things(page.items, "bring"), tell=_things(page.items, "tell"), do=_things(page.items, "do"),
        ask=asks, today=today, motto=sheet_choices.foot(), sample=shops.about().sample,
        easy=tuple(knowledge.made_easy(alone)) if alone else (), agreed=tuple(knowledge.agreed(alone)) if alone else (),
        jobs=_jobs(alone, day) if alone else (), codes=_codes(choice, page, ways), days=page.days,
        planned=bool(page.id)))


def _chosen(choice: Choice, sheet: PrepSheet) -> PrepSheet:
    """The sheet without what is left out of those of its occasion."""
    blank: dict[str, dict[str, object]] = {
        "jobs": {"jobs": ()}, "meet": {"meet": []}, "way": {"address": [], "ways": ""}, "last": {"last": None},
        "owed": {"we_owe": [], "they_owe": []}, "easy": {"easy": (), "agreed": ()}, "know": {"know": []},
        "near": {"near": []}, "items": {"bring": [], "tell": [], "do": []}, "ask": {"ask": []},
        "promise": {"promise": False}}
    left_out = {field: value for block in choice.without for field, value in blank.get(block, {}).items()}
    return sheet._replace(**left_out)  # type: ignore[arg-type]  # each field's empty value stands above


def _codes(choice: Choice, page: VisitPage, ways: list[ContactRow]) -> tuple[Code, ...]:
    if not choice.codes or len(page.customers) != 1:
        return ()
    host = page.customers[0]
    met = page.people or people.at(host.id)
    found = first_address(ways, household=host.kind == "person")
    names = {None: host.name} | {person.id: person.name for person in met}
    return sheet_codes.codes(choice.codes, ways, names, page.place or (found.value if found else ""))


def _jobs(customer: int, day: dt.date) -> list[Doing]:
    """What is with us, and what came home lately; the day that was promised stands with what we owe."""
    return [Doing(_("{what}, {place}").format(what=job.what, place=job.place) if job.place else job.what,
                  jobs.kind_words(job, day))
            for job in jobs.of(customer) if job.open or (job.delivered_on and day - job.delivered_on < LATELY)]


def _owed_words(due: followups.Due) -> str:
    return _("Asked for: {text}").format(text=due.title) if due.kind == waiting_requests.KIND else due.title


def _things(items: list[Item], kind: str) -> list[Thing]:
    return [Thing(item.text, item.section) for item in items if item.kind == kind]


def topic_word(topic: str) -> str:
    """A topic's word; the birthday, which fills a day, has one too."""
    return _("Birthday") if topic == "birthday" else topics.get(topic).label


def within(label: str) -> str:
    """A label's word as it stands within a line: "Visit" begins one, "visit" goes on."""
    return label[:1].lower() + label[1:]


def _address(page: VisitPage, ways: list[ContactRow], known: list[knowledge.Fact],
             shows: frozenset[str]) -> list[str]:
    """The lines of the first address, and how to get in where that was chosen."""
    if page.place:
        return page.place.splitlines()
    found = first_address(ways, household=any(host.kind == "person" for host in page.customers[:1]))
    lines = [*found.value.splitlines(), found.note] if found else []
    if found and knowledge.PLACE in shows:
        lines.append(found.way_in)
    return [line.strip() for line in [*lines, *(fact.text for fact in known if fact.topic == knowledge.PLACE)]
            if line.strip()]


def first_address(ways: list[ContactRow], *, household: bool) -> ContactRow | None:
    """Where one goes: to the customer's own address, never to the home of someone of a business."""
    own = [way for way in ways if way.kind == "address" and (household or not way.person)]
    at_work = [way for way in ways if way.kind == "address" and way.label == contact_points.WORK]
    return next(iter(own + at_work), None)


def _meet(page: VisitPage, ways: list[ContactRow]) -> list[Meet]:
    """Those who were chosen, or all but their families where nobody was; how they wish to be reached goes first."""
    met = page.people or [person for person in (visits.people_choices(page.id) if page.id else []) if not person.family]
    wishes = {person.id: people.wish_words(person.wish_channel, person.wish_time)
              for host in page.customers for person in people.at(host.id)}
    return [Meet(person.name, person.say, person.role, "; ".join(part for part in (
                wishes.get(person.id, ""), _line(way for way in ways if way.person == person.id)) if part))
            for person in met]


def _line(ways: Iterable[ContactRow]) -> str:
    """The ways they wish to be reached by; where they wish nothing, a telephone and an e-mail."""
    spoken = [way for way in ways if way.kind in {"phone", "email", "im"}]
    wished = [way for way in spoken if way.preferred or way.note]
    usual = [next((way for way in spoken if way.kind == kind), None) for kind in ("phone", "email")]
    found = (wished or [way for way in usual if way])[:WAYS]
    return "; ".join(_("{number}, {note}").format(number=way.value, note=way.note) if way.note else way.value
                     for way in found)


def last_said(customer: int, before: dt.datetime) -> Said | None:
    """What was said at the last touch before a moment; None where there was none, or nothing was written down."""
    touch = timeline.last_done(customer, before)
    if touch is None:
        return None
    words = [touch.notes, _quoted(touch.said), touch.value]
    text = " ".join(_sentence(part) for part in words if part)
    return Said(touch.start.date(), within(builtin.channel_label(touch.channel)), text) if text else None


def _quoted(said: str) -> str:
    return _("“{words}”").format(words=said.strip("“”\"")) if said else ""


def _sentence(text: str) -> str:
    text = " ".join(text.split())
    return text if text[-1] in ".!?…”\"" else f"{text}."


def day_pack(day: dt.date, *, today: dt.date, keeper: int | None = None) -> DayPack:
    """The front page of a day and a sheet for each of its touchpoints; of one keeper, or of all."""
    shop = shops.about()
    touches = timeline.of_day(day, keeper=keeper)
    due = [due for due in followups.between(day, day)
           if not due.theirs and not due.done and keeper in {None, due.keeper_id or keeper}]
    return DayPack(
        day=day, keeper=next((who.name for who in shops.keepers() if who.id == keeper), ""), shop=shop.name,
        stops=[_stop(touch) for touch in touches],
        take=[ToTake(packed.text, packed.many, joined(packed.whose)) for packed in packing.of(touches)],
        promised=[Promise(one.title, _note(one)) for one in due if one.promised],
        also_due=[Promise(one.title, _note(one)) for one in due if not one.promised],
        sheets=[sheet(touch.id, today=today) for touch in touches], motto=sheet_choices.foot(), sample=shop.sample)


def _stop(touch: Touch) -> Stop:
    people_met = ", ".join(name for name in touch.people if name != touch.customer)
    occasion = builtin.occasion_label(touch.occasion)
    if people_met and occasion:
        first = _("{people}. {occasion}.").format(people=people_met, occasion=occasion)
    else:
        first = people_met or occasion
    where = touch.address if touch.channel in {"visit", "delivery"} else builtin.channel_label(touch.channel)
    about = touch.title if touch.customer else ""       # of our own, the title stands in their place
    return Stop(touch.start.time(), touch.until.time(), touch.whom, [line for line in (first, where, about) if line],
                touch.phone, whole_day=bool(touch.days))


def _note(due: followups.Due) -> str:
    whom, when, phone = due.customer, due.due_time, due.phone
    if whom and when:
        whom = _("{customer}, by {time}").format(customer=whom, time=when)
    elif when:
        whom = _("by {time}").format(time=when)
    return _("{customer}. {phone}").format(customer=whom, phone=phone) if whom and phone else whom or phone
