"""Whatever is done and taken back: each promise is always in exactly one of still open, today, planned, done, dropped;
and moving something and taking that back leaves everything as it was."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lovedesk.mishaps import Refused
from lovedesk.shop import customers, followups, months, occurrences, series, timeline, touchpoints
from lovedesk.shop.occurrences import FOLLOWUP, TOUCHPOINT
from lovedesk.shop.tables import rows
from lovedesk.store.desk import Desk

TODAY = dt.date(2026, 11, 24)
NOON = dt.datetime(2026, 11, 24, 12)
AHEAD = 60
RULES = ("", "FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=TU,TH;COUNT=6", "FREQ=MONTHLY")
STEPS = st.lists(st.tuples(
    st.sampled_from(["finish", "drop", "move", "reopen", "trash", "later", "all", "rule", "rule_all", "waits", "stop",
                     "once", "undo", "redo"]),
    st.integers(0, 1000), st.integers(-10, 40)), max_size=9)
MOVES = st.tuples(
    st.integers(0, 5), st.sampled_from([series.THIS, series.LATER, series.ALL]),
    st.datetimes(dt.datetime(2026, 1, 1), dt.datetime(2030, 1, 1)).map(lambda at: at.replace(second=0, microsecond=0)))
SLOW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def lists(now: dt.datetime = NOON) -> dict[str, set[int]]:
    """Every list that a follow-up can stand in."""
    today = now.date()
    agenda = months.agenda(now, AHEAD)
    of = {name: {entry.id for entry in found if entry.kind == months.FOLLOWUP} for name, found in (
        ("still open", agenda.still_open), ("today", agenda.today), ("planned", agenda.planned),
        ("without day", agenda.without_day))}
    closed = rows("select id, done_at is not null from follow_up where state = 'live' and (done_at is not null "
                  "or dropped_at is not null)")
    of["done"] = {row for row, done in closed if done}
    of["dropped"] = {row for row, done in closed if not done}
    of["far"] = {due.id for due in followups.between(today + dt.timedelta(AHEAD + 1), dt.date(2200, 1, 1))
                 if due.series is None or rows("select 1 from follow_up where id = ?", due.id)} - of["done"]
    return of


def _rule_of(row: int) -> str:
    repeats = series.of(row)
    return repeats.rule if repeats else ""


def step(desk: Desk, what: str, which: int, days: int) -> None:
    """One thing that someone does, with one of what is shown."""
    if what in {"undo", "redo"}:
        desk.undo() if what == "undo" else desk.redo()
        return
    shown = sorted(set().union(*lists().values()))
    if not shown:
        return
    row = shown[which % len(shown)]
    day = TODAY + dt.timedelta(days)
    moment = dt.datetime.combine(day, dt.time())
    acts: dict[str, Callable[[], object]] = {
        "finish": lambda: followups.finish(row, now=NOON), "drop": lambda: followups.drop(row, "no", now=NOON),
        "move": lambda: followups.move(row, day), "reopen": lambda: followups.reopen(row),
        "trash": lambda: followups.trash(row), "later": lambda: series.move(row, moment, series.LATER),
        "all": lambda: series.move(row, moment, series.ALL),
        "rule": lambda: series.set_rule(row, "FREQ=WEEKLY;INTERVAL=2"),
        "rule_all": lambda: series.set_rule(row, "FREQ=WEEKLY;INTERVAL=3", series.ALL),
        "waits": lambda: series.set_rule(row, _rule_of(row), waits=bool(days % 2)),
        "stop": lambda: series.stop(row, series.LATER), "once": lambda: series.once(row)}
    try:
        with desk.act("followup.change"):
            acts[what]()
    except Refused:
        pass        # such a move is none, like what does not repeat being stopped


@SLOW
@given(st.sampled_from(RULES), st.booleans(), st.integers(-40, 20), STEPS)
def test_each_promise_stands_in_exactly_one_list(
        fresh_desk: Callable[[], Desk], rule: str, waits: bool, begins: int, steps: list[tuple[str, int, int]]) -> None:
    desk = fresh_desk()
    with desk.act("followup.add"):
        ana = customers.add("Ana Ruiz")
        promise = followups.add("call back", customer=ana, due=TODAY + dt.timedelta(begins), promised=True)
        if rule:
            series.repeat_followup(promise, rule, waits=waits)
    for what, which, days in steps:
        step(desk, what, which, days)
        found = lists()
        everything = [row for place in found.values() for row in place]
        assert len(everything) == len(set(everything))
        live = {row for (row,) in rows("select id from follow_up where state = 'live'")}
        assert live <= set(everything)
        assert rows("""select 1 from occurrence o join follow_up f on f.series_id = o.series
                         and f.series_start = o.start and f.state = 'trashed'""") == []
        late = [due for due in followups.open_until(TODAY - dt.timedelta(1), today=TODAY)
                if not rows("select 1 from follow_up where id = ? and state = 'live'", due.id)]
        assert len({due.series for due in late}) == len(late)
        assert as_it_is_kept() == as_it_is_anew(desk)
    assert desk.check() == []
    desk.close()


def as_it_is_kept() -> list[tuple[object, ...]]:
    """The times without a row."""
    return rows("select id, series, start from occurrence order by id")


def as_it_is_anew(desk: Desk) -> list[tuple[object, ...]]:
    """The same, made from nothing."""
    occurrences.carry_forward(desk.database.handle, dt.date(2030, 1, 1))
    occurrences.carry_forward(desk.database.handle, desk.today())
    return as_it_is_kept()


@SLOW
@given(st.sampled_from(RULES), st.sampled_from([TOUCHPOINT, FOLLOWUP]), MOVES)
def test_moving_and_taking_it_back_is_the_identity(
        fresh_desk: Callable[[], Desk], rule: str, kind: str, wished: tuple[int, str, dt.datetime]) -> None:
    number, which, to = wished
    desk = fresh_desk()
    with desk.act("visit.plan"):
        ana = customers.add("Ana Ruiz")
        if kind == TOUCHPOINT:
            row = touchpoints.plan([ana], NOON, checklist="first-visit")
            if rule:
                series.repeat(row, rule)
        else:
            row = followups.add("call", customer=ana, due=TODAY, promised=True)
            if rule:
                series.repeat_followup(row, rule)
    ahead = [row, *(time.id for time in occurrences.between(TODAY, TODAY + dt.timedelta(400)))]
    row = ahead[number % len(ahead)]
    before = seen(ana)
    try:
        with desk.act("visit.move"):
            if rule:
                series.move(row, to, which)
            elif kind == TOUCHPOINT:
                touchpoints.move(row, to)
            else:
                followups.move(row, to.date())
    except Refused:
        assert seen(ana) == before
    else:
        after = seen(ana)
        desk.undo()
        assert seen(ana) == before
        desk.redo()
        assert seen(ana) == after
        desk.undo()
        assert seen(ana) == before
    assert desk.check() == []
    desk.close()


def seen(customer: int) -> object:
    """All that is to be seen of it, and what is kept for it."""
    return (months.month(dt.date(2026, 1, 1), dt.date(2031, 12, 31)), timeline.of_customer(customer),
            timeline.next_planned(customer, NOON), followups.open_of(customer), as_it_is_kept())
