"""What repeats: a touchpoint or a follow-up becomes the first of many by a rule, and one-off again.

A change is for this one, for this and the later ones, or for all. This one differs by a row of its own. The later ones
go on as a series of their own, with a pattern of their own, so that what has been stays as it was.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

from lovedesk.mishaps import Refused
from lovedesk.shop import followups, occurrences, recurrence, recurrence_words, taking_up, touchpoints
from lovedesk.shop.columns import Row
from lovedesk.shop.occurrences import FOLLOWUP, TOUCHPOINT
from lovedesk.shop.tables import PATTERN, TRASHED, FollowUp, Series, Touchpoint, rows
from lovedesk.words import _

THIS, LATER, ALL = "this", "later", "all"
_MODELS: dict[str, type[Row]] = {TOUCHPOINT: Touchpoint, FOLLOWUP: FollowUp}
_OPEN = {TOUCHPOINT: "done_at is null and cancelled_at is null", FOLLOWUP: "done_at is null and dropped_at is null"}
# What a pattern says for all that are made from it; the rest belongs to each one.
_SAYS = {
    TOUCHPOINT: ("channel", "began", "occasion", "title", "minutes", "days", "zone", "place", "keeper", "checklist",
                 "shows"),
    FOLLOWUP: ("customer", "person", "kind", "title", "due_time", "promised", "theirs", "keeper")}
_OWN: dict[str, dict[str, Any]] = {
    TOUCHPOINT: {"chased": 0, "value": "", "notes": "", "said": "", "done_at": None, "cancelled_at": None,
                 "cancelled_why": ""},
    FOLLOWUP: {"done_at": None, "dropped_at": None, "dropped_why": "", "touchpoint": None, "job": None, "detail": None,
               "promised_for": None, "told_on": None}}


class Repeats(NamedTuple):
    """How something repeats: since when, at which of its times this one is, and the next ones after that."""

    series: int
    kind: str
    rule: str
    start: dt.datetime
    at: dt.datetime
    words: str
    waits: bool
    next: list[dt.datetime]


class _Member(NamedTuple):
    """A row of a series."""

    id: int
    series: int
    kind: str
    at: dt.datetime             # which time of its series it is
    start: dt.datetime          # when it is now


def repeat(touchpoint: int, rule: str, *, settled_until: dt.datetime | None = None) -> int:
    """Let a touchpoint be the first of many. Returns the series' id.

    What an import brings was settled elsewhere until now: times before `settled_until` wait for nobody.
    """
    touchpoints.get(touchpoint)
    ((start,),) = rows("select start from touchpoint where id = ?", touchpoint)
    return _begin(TOUCHPOINT, touchpoint, rule, dt.datetime.fromisoformat(start), settled_until=settled_until)


def repeat_followup(followup: int, rule: str, *, waits: bool = False) -> int:
    """Let a follow-up be the first of many; with `waits` the next one comes when the last is done, counted from then.
    Returns the series' id."""
    due = followups.get(followup)
    if due is None:
        raise Refused(_("This is not here any more. Look in the trash."))
    if due.due is None:
        raise Refused(_("By which day is it to be done first? Then it can repeat."))
    time = dt.time.fromisoformat(due.due_time) if due.due_time else dt.time()
    taking_up.take_up(followup)
    return _begin(FOLLOWUP, followup, rule, dt.datetime.combine(due.due, time), waits=waits)


def _begin(kind: str, row: int, rule: str, start: dt.datetime, *, waits: bool = False,
           settled_until: dt.datetime | None = None) -> int:
    rule = _checked(rule, start)
    model = _MODELS[kind]
    if rows(f"select 1 from {kind} r join series s on s.id = r.series_id and s.state = 'live' where r.id = ?", row):
        raise Refused(_("It repeats already. Change its rule instead."))
    series = _create(kind, start, rule, waits=waits, settled_until=settled_until)
    _make_pattern(kind, row, series, start)
    model.update(series=series, series_start=start).where(model.id == row).execute()
    return series


def _checked(rule: str, start: dt.datetime) -> str:
    rule = recurrence.checked(rule)
    if not recurrence.has_any(rule, start):
        raise Refused(_("A rule with these days never comes."))
    return rule


def _create(kind: str, start: dt.datetime, rule: str, *, waits: bool, settled_until: object) -> int:
    return int(Series.create(kind=kind, start=start, rule=rule, waits=int(waits), settled_until=settled_until).id)


def _make_pattern(kind: str, row: int, series: int, start: dt.datetime) -> None:
    """The pattern of a series: as a row is, without what belongs to that one alone, at the first of its times. Its id
    is that of the series."""
    model = _MODELS[kind]
    first = {"start": start} if kind == TOUCHPOINT else {"due": start.date()}
    model.create(id=series, state=PATTERN,
                 **(taking_up.cells(model, row) | _OWN[kind] | first | {"series": series, "series_start": None}))
    if kind == TOUCHPOINT:
        taking_up.copy_what_hangs(row, series)


def of(row: int) -> Repeats | None:
    """How a touchpoint or follow-up repeats, also one that has no row yet; None when it is a one-off."""
    found = _look(row)
    if found is None:
        return None
    series, kind, at, _start = found
    ((text, rule, waits),) = rows("select start, rule, waits from series where id = ?", series)
    start = dt.datetime.fromisoformat(text)
    return Repeats(series, kind, rule, start, at, recurrence_words.words(rule, start), bool(waits),
                   recurrence.next_starts(rule, start, at, 3))


def _look(row: int) -> tuple[int, str, dt.datetime, dt.datetime] | None:
    """The series, the kind, which time of it and when it is now."""
    for kind, now in ((TOUCHPOINT, "r.start"), (FOLLOWUP, "r.due || 'T' || coalesce(nullif(r.due_time, ''), '00:00')")):
        found = rows(f"select r.series_id, r.series_start, {now} from {kind} r join series s on s.id = r.series_id "
                     "and s.state = 'live' where r.id = ? and r.state = 'live'", row)
        if found and found[0][1]:
            series, at, start = found[0]
            return series, kind, dt.datetime.fromisoformat(at), dt.datetime.fromisoformat(start or at)
    time = occurrences.time_of(row)
    kinds = rows("select kind from series where id = ? and state = 'live'", time.series) if time else []
    if time is None or not kinds:
        return None
    start = dt.datetime.fromisoformat(time.start)
    return time.series, kinds[0][0], start, start


def differences(row: int) -> frozenset[object]:
    """What one of a series has otherwise than its pattern; nothing for a one-off, and for one without a row."""
    found = _look(row)
    if found is None or occurrences.time_of(row):
        return frozenset()
    series, kind, at, start = found
    mine, like = _Pattern.of(kind, row), _Pattern.of(kind, series)
    told: set[object] = {(name, value) for name, value in mine.says.items() if value != like.says[name]}
    told |= {part[:5] for part in mine.hangs} ^ {part[:5] for part in like.hangs}
    return frozenset(told | ({("start", start)} if start != at else set()))


def _member(row: int) -> _Member:
    """A row of a series, made now if it had none; Refused for a one-off."""
    found = _look(row)
    if found is None:
        raise Refused(_("This does not repeat."))
    series, kind, at, start = found
    if not rows(f"select 1 from {kind} where id = ? and state = 'live'", row):
        taking_up.take_up(row)
    return _Member(row, series, kind, at, start)


def move(row: int, start: dt.datetime, which: str = THIS) -> None:
    """Put this one at another time; the later ones, or all, are moved by as much."""
    member = _member(row)
    if member.kind == TOUCHPOINT:
        touchpoints.move(row, start)
    else:
        ((timed,),) = rows("select due_time <> '' from follow_up where id = ?", row)
        followups.move(row, start.date(), f"{start:%H:%M}" if timed or start.time() != dt.time() else "")
    if which != THIS:
        spread(row, which)


def spread(row: int, which: str) -> None:
    """Let the later ones, or all, be as this one is now: its time, its words, its people and its checklist.

    Those that were changed by themselves keep what was changed; what is done stays as it was.
    """
    member = _member(row)
    ((rule, first),) = rows("select rule, start from series where id = ?", member.series)
    _go_on(member, which, recurrence.shifted(rule, member.at, member.start)
           if member.start != member.at else rule, dt.datetime.fromisoformat(first), member.start - member.at)


def set_rule(row: int, rule: str, which: str = LATER, *, waits: bool | None = None) -> None:
    """Repeat by another rule from this one on, or from the first on; with `waits`, or without from now on, a follow-up
    comes when the last one is done."""
    member = _member(row)
    ((first, old, waited),) = rows("select start, rule, waits from series where id = ?", member.series)
    start = dt.datetime.fromisoformat(first)
    rule = _checked(rule, start if which == ALL else member.at)
    waits = bool(waited) if waits is None else waits
    if rule != old or waits != bool(waited):
        _go_on(member, which, rule, start, dt.timedelta(), new_rule=rule != old, waits=waits)


def _go_on(member: _Member, which: str, rule: str, first: dt.datetime, by: dt.timedelta, *,
           new_rule: bool = False, waits: bool | None = None) -> None:
    """Begin a series with this one's pattern where the old one ends: from this one on, or with all from the first."""
    ((old_rule, waited, settled),) = rows("select rule, waits, settled_until from series where id = ?", member.series)
    cut = min(first, member.at) if which == ALL else member.at
    if which == LATER and not new_rule:
        rule = _rest(rule, old_rule, first, cut)
    start = (first if which == ALL else member.at) + by
    rule = _checked(rule, start)
    fresh = _create(member.kind, start, rule, waits=bool(waited) if waits is None else waits, settled_until=settled)
    old = _Pattern.of(member.kind, member.series)
    _make_pattern(member.kind, member.id, fresh, start)
    _end(member.series, cut)
    _follow(member, old, fresh, cut, by)


def _rest(rule: str, old_rule: str, first: dt.datetime, cut: dt.datetime) -> str:
    """The rule for what is left of the old one, which may count its times."""
    left = recurrence.left(old_rule, first, cut)
    return recurrence.with_times(rule, left) if left else rule


class _Pattern(NamedTuple):
    """What a pattern says, and what hangs on it."""

    says: dict[str, Any]
    hangs: frozenset[tuple[Any, ...]]

    @classmethod
    def of(cls, kind: str, row: int) -> _Pattern:
        """As a row is now."""
        values = taking_up.cells(_MODELS[kind], row)
        return cls({name: values[name] for name in _SAYS[kind]},
                   _hanging(row) if kind == TOUCHPOINT else frozenset())


def _hanging(touchpoint: int) -> frozenset[tuple[Any, ...]]:
    return frozenset(rows(
        """select 'customer', customer_id, '', '', 0, '', 0 from touchpoint_customer where touchpoint_id = ?1
             and state = 'live'
           union all select 'person', person_id, '', '', 0, '', 0 from touchpoint_person where touchpoint_id = ?1
             and state = 'live'
           union all select kind, text, topic, section, required, answer, ticked_at is not null from touchpoint_item
             where touchpoint_id = ?1 and state = 'live'""", touchpoint))


def _end(series: int, cut: dt.datetime) -> None:
    """No more times of a series from `cut` on; without any before that it is gone."""
    ((rule, start),) = rows("select rule, start from series where id = ?", series)
    if dt.datetime.fromisoformat(start) < cut:
        Series.update(rule=recurrence.until_before(rule, cut)).where(Series.id == series).execute()
    else:
        Series.update(state=TRASHED).where(Series.id == series).execute()


def _follow(member: _Member, old: _Pattern, fresh: int, cut: dt.datetime, by: dt.timedelta) -> None:
    """Hand the rows from `cut` on over to the new series; the open ones follow where they were as the old pattern."""
    model, kind = _MODELS[member.kind], member.kind
    new = _Pattern.of(kind, fresh)
    ((rule, first),) = rows("select rule, start from series where id = ?", fresh)
    start = dt.datetime.fromisoformat(first)
    for row, at, is_open in rows(
            f"""select id, series_start, state = 'live' and {_OPEN[kind]} from {kind}
                where series_id = ? and state not in ('undone', 'pattern') and series_start >= ?""",
            member.series, cut):
        was = dt.datetime.fromisoformat(at)
        becomes = was + by
        model.update(series=fresh, series_start=becomes).where(model.id == row).execute()
        if row == member.id or not is_open:
            continue
        if not recurrence.starts(rule, start, becomes, becomes) and _Pattern.of(kind, row) == old:
            model.update(state=TRASHED).where(model.id == row).execute()    # nothing was prepared for it
            continue
        _follow_one(_Member(row, fresh, kind, was, becomes), old, new)


def _follow_one(member: _Member, old: _Pattern, new: _Pattern) -> None:
    """Let an open row that was at `at` be at `start` and as the new pattern, where it was as the old one."""
    row, kind, was, by = member.id, member.kind, member.at, member.start - member.at
    model, mine = _MODELS[kind], _Pattern.of(kind, row)
    values = {name: new.says[name] for name, value in mine.says.items() if value == old.says[name]}
    now = taking_up.cells(model, row)
    if by and kind == TOUCHPOINT and now["start"] == was:
        values["start"] = was + by
    elif by and kind == FOLLOWUP and now["due"] == was.date():
        values["due"] = (was + by).date()
        values["promised_for"] = values["due"] if now["promised_for"] == was.date() else now["promised_for"]
    model.update(values).where(model.id == row).execute()
    if kind == TOUCHPOINT and mine.hangs == old.hangs and new.hangs != old.hangs:
        taking_up.clear_what_hangs(row)
        taking_up.copy_what_hangs(member.series, row)


def stop(row: int, which: str) -> None:
    """No more of them from this one on, or of all: what is done stays, what is open goes to the trash."""
    member = _member(row)
    cut = member.at
    if which == ALL:
        ((cut,),) = rows("select min(start, ?) from series where id = ?", occurrences.text_of(cut), member.series)
        cut = dt.datetime.fromisoformat(cut)
    _trash_open(member, cut, besides=None)
    _end(member.series, cut)


def once(row: int) -> None:
    """Let this one be a one-off; the others end: what is done stays, what is open goes to the trash."""
    member = _member(row)
    model = _MODELS[member.kind]
    _trash_open(member, recurrence.FIRST, besides=row)
    alone = [one for (one,) in rows(f"select id from {member.kind} where series_id = ? and (id = ? or state = ?)",
                                    member.series, row, TRASHED)]     # from the trash, too, each comes by itself
    model.update(series=None, series_start=None).where(model.id.in_(alone)).execute()
    Series.update(state=TRASHED).where(Series.id == member.series).execute()


def _trash_open(member: _Member, cut: dt.datetime, *, besides: int | None) -> None:
    model = _MODELS[member.kind]
    for (row,) in rows(f"""select id from {member.kind} where series_id = ? and state = 'live'
                           and {_OPEN[member.kind]} and series_start >= ?""", member.series, cut):
        if row != besides:
            model.update(state=TRASHED).where(model.id == row).execute()
