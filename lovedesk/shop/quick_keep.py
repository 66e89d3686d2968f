"""Keep what quick add understood: a touch, something to do, a detail, a job, a customer; else a line of the inbox."""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal, NamedTuple

from lovedesk.formats.names import is_personal
from lovedesk.mishaps import Refused
from lovedesk.shop import (
    chasing,
    contact_points,
    customers,
    details,
    followups,
    inbox,
    jobs,
    quick_birthdays,
    quick_sent,
    special_days,
    tags,
    touch_logs,
    touchpoints,
)
from lovedesk.shop.folding import tidy_line
from lovedesk.shop.quick_parts import DAY, FILLER, GAP, KIND, OATH, TAG, TAIL, WHOM, WORDS, Understood
from lovedesk.shop.quick_words import CHANNELS, CHASED, NEW, TALKS, WAITING
from lovedesk.words import _, joined

Becomes = Literal["touch", "todo", "log", "detail", "job", "day", "new", "tag", "inbox"]
_WORKDAY = dt.time(12)          # of a touch whose day alone is known
_SIGNS = re.compile(r"^[\s,:;–—-]+")
_LEADING = re.compile(r"^(?:[\s,:;–—-]+|(?:about|that|to|wegen|dass|zu)\s+)+", re.IGNORECASE)
_LIKE_A_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: (?:&|von|van|de|of|the|und|and|at|[^\W\d_a-zäöüß][\w.'’-]*)){0,5}")
_REACHED = re.compile(r"[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+|\+?\(?\d[\d\s()/.-]{5,}\d")


class Kept(NamedTuple):
    """What a line became, its id, and the customer it hangs on."""

    became: Becomes
    id: int
    customer: int | None


def becomes(understood: Understood) -> Becomes:
    """What keeping the line would make of it."""
    kind, whom, when = understood.kind, understood.whom, understood.when
    if kind is not None and kind.what == NEW:
        return "new" if understood.new_name else "inbox"
    if whom is None:
        return "inbox"
    match kind.what if kind else "":
        case "log":
            return "log"
        case "birthday":
            return "day"
        case "detail" | "job" as what:
            return _with_words(what, understood)
        case "":
            return "todo" if when else _plainly(understood)
    return _to_do(understood)


def _with_words(what: Literal["detail", "job"], understood: Understood) -> Becomes:
    return what if _said(understood) else "inbox"


def _to_do(understood: Understood) -> Becomes:
    """A talk with a time is planned, a touch of a day that has been is logged, all else is to be done."""
    kind, when, part = understood.kind, understood.when, understood.of(DAY)
    if kind is None or when is None or understood.of(OATH) or (part and part.by):
        return "todo"
    if kind.how in CHANNELS and when.day is not None and when.day < understood.today:
        return "log"
    return "touch" if kind.how in TALKS and when.time is not None else "todo"


def _plainly(understood: Understood) -> Becomes:
    """What a line of somebody becomes that names neither a kind nor a day."""
    if _addressed(understood):
        return "detail"
    return "tag" if understood.tags and not _said(understood, without=(TAG, WHOM)) else "inbox"


def _addressed(understood: Understood) -> bool:
    """Whether a line begins like "Ben: daughter starts school"."""
    whom = understood.of(WHOM)
    return bool(whom and whom.said and understood.line[whom.end:].lstrip().startswith(":") and _said(understood))


def outcome(became: Becomes, understood: Understood) -> str:
    """In words, what a line becomes."""
    kind = understood.kind
    match became:
        case "touch" | "log":
            return understood_kind(understood)
        case "todo" if kind and kind.what == WAITING:
            return _("Waiting for them")
        case "todo" if _promised(understood):
            return _("Promise")
        case "detail":
            return understood_kind(understood) or _("Note")
    return {"todo": _("Follow-up"), "job": _("Job"), "new": _("New customer"), "day": _("Birthday"), "tag": _("Tag"),
            "inbox": _("Inbox")}[became]


def understood_kind(understood: Understood) -> str:
    """The word of the kind's chip."""
    part = understood.of(KIND) or understood.of(OATH)
    return part.readings[0].words if part else ""


def told(understood: Understood) -> str:
    """In one line, what was understood: "Call · Ana Ruiz · Tue 1 Dec at 10:00 · about the roof"."""
    became = becomes(understood)
    if became == "inbox":
        whom = understood.whom
        return _("Inbox: {line} ({customer})").format(line=tidy_line(understood.line), customer=whom.name) if whom \
            else _("Inbox: {line}").format(line=tidy_line(understood.line))
    said = [outcome(became, understood)]
    said += [reading.words for part in understood.parts for reading in part.readings[:1] if reading.words != said[0]]
    return " · ".join(said)


def refuse_open(understood: Understood) -> None:
    """Raise Refused, with the readings, while a part can be read in several ways."""
    part = understood.open
    if part is not None:
        raise Refused(_("“{words}” can be read in more ways than one: {readings}.").format(
            words=understood.line[part.start:part.end], readings=joined([r.words for r in part.readings])))


def only_a_name(understood: Understood) -> str:
    """The line if it looks like the name of somebody who is not there yet; else nothing."""
    words = tidy_line(understood.line)
    alone = {part.role for part in understood.parts} <= {WORDS, GAP}
    return words if alone and _LIKE_A_NAME.fullmatch(words) and (words[0].isupper() or " " not in words) else ""


def keep(understood: Understood, *, now: dt.datetime, keeper: int | None = None) -> Kept:
    """Keep a line as what it becomes; Refused while something in it can be read in two ways."""
    refuse_open(understood)
    became = becomes(understood)
    whom = understood.whom
    if became == "inbox":
        return Kept(became, inbox.add(understood.line, customer=whom.customer if whom else None,
                                      on=understood.today), whom.customer if whom else None)
    if became == "new":
        kept = _new(understood)
        customer = kept
    else:
        assert whom is not None  # else it became a line of the inbox
        customer = whom.customer
        keeps = {"touch": _touch, "log": _log, "todo": _todo, "detail": _detail, "job": _job, "day": _day}
        kept = keeps[became](understood, now, keeper) if became in keeps else customer
    for word in understood.tags:
        tags.add([customer], word)
    return Kept(became, kept, customer)


def keep_many(lines: list[Understood], *, now: dt.datetime, keeper: int | None = None) -> list[Kept]:
    """Keep several lines; one that could be read in two ways waits in the inbox."""
    found = []
    for line in lines:
        whom = line.whom if not line.open or line.open.role != WHOM else None
        found.append(keep(line, now=now, keeper=keeper) if line.open is None else Kept(
            "inbox", inbox.add(line.line, customer=whom.customer if whom else None, on=line.today),
            whom.customer if whom else None))
    return found


def _said(understood: Understood, *, without: tuple[str, ...] = (TAG,)) -> str:
    """What is said after the beginning, its tags and what else is left out taken away."""
    pieces = [understood.line[max(part.start, understood.head):part.end] for part in understood.parts
              if part.said and part.end > understood.head and part.role not in {*without, TAIL}]
    return _capital(_SIGNS.sub("", tidy_line("".join(pieces))))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _people(understood: Understood) -> list[int] | None:
    whom = understood.whom
    return [whom.person] if whom and whom.person is not None else None


def _touch(understood: Understood, _now: dt.datetime, keeper: int | None) -> int:
    when, whom, kind = understood.when, understood.whom, understood.kind
    assert when and when.day and when.time and whom and kind  # else it would be something to do
    return touchpoints.plan([whom.customer], dt.datetime.combine(when.day, when.time), channel=kind.how, keeper=keeper,
                            title=_capital(_LEADING.sub("", _said(understood, without=(TAG, DAY, KIND)))),
                            people=_people(understood), minutes=touch_logs.MINUTES if kind.how == "call" else None)


def _log(understood: Understood, now: dt.datetime, keeper: int | None) -> int:
    when, whom, kind = understood.when, understood.whom, understood.kind
    assert whom and kind
    day = when.day if when and when.day else understood.today
    clock = when.time if when and when.time else None
    start = dt.datetime.combine(day, clock or (now.time() if day == now.date() else _WORKDAY))
    touchpoint = touchpoints.plan([whom.customer], start, channel=kind.how, keeper=keeper, people=_people(understood),
                                  began="they" if _they_began(understood) else "we", minutes=touch_logs.MINUTES)
    touchpoints.write(touchpoint, "notes", _said(understood, without=(TAG, DAY, KIND)))
    if _chased(understood):
        chasing.set_chased(touchpoint, chased=True)
    touchpoints.finish(touchpoint, now=now)
    return touchpoint


def _chased(understood: Understood) -> bool:
    """Whether it is "Ana had to chase us"."""
    kind = understood.of(KIND)
    return kind is not None and kind.key[1].startswith(CHASED)


def _day(understood: Understood, _now: dt.datetime, _keeper: int | None) -> int:
    """Their birthday; the one that is known is corrected."""
    whom, part = understood.whom, understood.of(WHOM)
    day = quick_birthdays.day_in(understood.line, part) if part else None
    assert whom is not None and day is not None     # else it was read as something else
    own = special_days.of(whom.customer)
    known = next((row.id for row in own if row.kind == "birthday" and row.person == whom.person), None)
    if known is not None:
        special_days.change(known, day.month, day.day, day.year)
        return known
    return special_days.add("birthday", day.month, day.day, year=day.year, person=whom.person,
                            customer=None if whom.person else whom.customer)


def _they_began(understood: Understood) -> bool:
    """Whether it is "Ana called", and not "called Ana" or "Ana gestern angerufen"."""
    whom, kind = understood.of(WHOM), understood.of(KIND)
    if any(part.role == FILLER and part.key[1] in {"she", "he", "they", "sie", "er"} for part in understood.parts):
        return True
    if kind and kind.key[1].startswith(CHASED):
        return True
    if not (whom and kind and whom.said and whom.end <= kind.start):
        return False
    return not kind.key[1].startswith(("ange", "be", "ge", "tele", "war")) and not quick_sent.is_ours(kind.key[1])


def _promised(understood: Understood) -> bool:
    kind, day = understood.kind, understood.of(DAY)
    return bool(understood.of(OATH) or (day and day.by)) and not (kind and kind.what == WAITING)


def _todo(understood: Understood, _now: dt.datetime, keeper: int | None) -> int:
    when, whom, kind = understood.when, understood.whom, understood.kind
    assert whom is not None
    return followups.add(
        _title(understood), customer=whom.customer, person=whom.person, due=when.day if when else None,
        due_time=when.time.strftime("%H:%M") if when and when.time else "", promised=_promised(understood),
        theirs=bool(kind and kind.what == WAITING), kind=kind.how if kind else "", keeper=keeper,
        told_on=understood.today if _promised(understood) else None)


def _title(understood: Understood) -> str:
    """"Call Ana about the roof": all but the day and the tags; of a promise or a wait, what it is about."""
    kind, whom, act = understood.kind, understood.whom, understood.of(KIND)
    left_out = {DAY, TAG, OATH, FILLER}
    if kind and kind.what == WAITING:
        left_out.add(KIND)
    if _is_apart(understood):
        left_out.add(WHOM)
    kept = "".join(understood.line[part.start:part.end] for part in understood.parts
                   if part.said and part.role not in left_out)
    title = _capital(_LEADING.sub("", tidy_line(kept)).strip(" ,:;-"))
    if whom and (not title or (act and title.lower() == act.key[1])):       # "promised Ben to call", "Ana Tue"
        return " ".join(filter(None, (title, whom.name)))
    return title


def _is_apart(understood: Understood) -> bool:
    """Whether a name in the beginning is no part of what is to be done: "promised Ana the samples"."""
    whom, kind, act = understood.of(WHOM), understood.kind, understood.of(KIND)
    if whom is None or whom.end > understood.head:
        return False
    if kind is None:
        return not whom.key[1].endswith("s")        # "Ana's birthday"
    return kind.what == WAITING or (understood.of(OATH) is not None and (act is None or whom.end <= act.start))


def _detail(understood: Understood, _now: dt.datetime, _keeper: int | None) -> int:
    whom, kind, when = understood.whom, understood.kind, understood.when
    assert whom is not None
    return details.add(_said(understood), topic=kind.how if kind else details.NOTE, learned_on=understood.today,
                       customer=None if whom.person else whom.customer, person=whom.person,
                       day=when.day if when else None)


def _job(understood: Understood, now: dt.datetime, keeper: int | None) -> int:
    whom, when = understood.whom, understood.when
    assert whom is not None
    return jobs.add(_said(understood, without=(TAG, DAY)), customer=whom.customer, person=whom.person, now=now,
                    stage="agreed", promised=when.day if when else None, keeper=keeper)


def _new(understood: Understood) -> int:
    """A customer, with the number and the address that stand behind the name; the rest is a note."""
    name = understood.new_name
    customer = customers.add(name, kind="person" if is_personal(name, unless_business=True) else "business")
    rest = _said(understood)
    for found in _REACHED.findall(rest):
        contact_points.add(found, customer=customer)
    words = _LEADING.sub("", " ".join(_REACHED.sub(" ", rest).replace(",", " ").split()))
    if words:
        details.add(_capital(words), topic=details.NOTE, customer=customer, learned_on=understood.today)
    return customer
