"""What is at the same time: lanes beside each other, and clashes that are warned of."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from lovedesk.shop import months, overlaps
from lovedesk.shop.months import Entry

DAY = dt.date(2026, 11, 24)


def entry(number: int, start: str, minutes: int = 60, *, keeper_id: int | None = None) -> Entry:
    return Entry(DAY, dt.time.fromisoformat(start), months.VISIT, number, "visit", "", "", None, "", "", "",
                 minutes=minutes, keeper_id=keeper_id)


def test_two_at_the_same_time_stand_beside_each_other_and_the_rest_alone() -> None:
    found = overlaps.stretches([entry(1, "09:00"), entry(2, "09:30"), entry(3, "10:00"), entry(4, "12:00")], DAY)
    assert [(part.entry.id, part.lane, part.lanes) for part in found] == [(1, 0, 2), (2, 1, 2), (3, 0, 2), (4, 0, 1)]


def test_what_goes_past_midnight_lies_on_both_days() -> None:
    late = entry(1, "23:00", 120)
    (first,) = overlaps.stretches([late], DAY)
    (second,) = overlaps.stretches([late], DAY + dt.timedelta(1))
    assert (first.start, first.end, second.start, second.end) == (1380, 1440, 0, 60)


def test_clashes_are_of_one_keeper_of_what_takes_time_and_is_still_to_come() -> None:
    both = [entry(1, "09:00", keeper_id=7), entry(2, "09:30", keeper_id=7), entry(3, "10:00", keeper_id=7)]
    assert overlaps.clashes(both) == {1: 2, 2: 3, 3: 2}
    assert overlaps.clashes([both[0], both[1]._replace(keeper_id=8)]) == {}
    assert overlaps.clashes([both[0], both[1]._replace(keeper_id=None)]) == {1: 2, 2: 2}
    assert overlaps.clashes([both[0], both[1]._replace(done=True)]) == {}
    assert overlaps.clashes([both[0], both[1]._replace(channel="letter")]) == {}


def test_a_time_that_is_planned_for_says_whom_it_would_meet() -> None:
    known = [entry(1, "09:00"), entry(2, "10:00")]
    at = dt.datetime.combine(DAY, dt.time(9, 30))
    assert [one.id for one in overlaps.with_time(known, at, 30)] == [1]
    assert [one.id for one in overlaps.with_time(known, at, 45)] == [1, 2]
    assert overlaps.with_time(known, at, 30, but=1) == []


@given(st.lists(st.tuples(st.integers(0, 1439), st.integers(0, 300)), max_size=20))
def test_nothing_covers_anything_else(times: list[tuple[int, int]]) -> None:
    entries = [entry(n, f"{start // 60:02}:{start % 60:02}", minutes) for n, (start, minutes) in enumerate(times)]
    found = overlaps.stretches(entries, DAY)
    assert {part.entry.id for part in found} == set(range(len(times)))
    for one in found:
        assert 0 <= one.lane < one.lanes
        for other in found:
            if one is not other and one.start < other.end and other.start < one.end:
                assert one.lane != other.lane
                assert one.lanes == other.lanes


@given(st.lists(st.tuples(st.integers(0, 1439), st.integers(0, 300), st.sampled_from([None, 7, 8])), max_size=20))
def test_as_many_clash_as_there_are_of_the_same_keeper_at_the_same_time(
        times: list[tuple[int, int, int | None]]) -> None:
    spans = [(start, start + overlaps.minutes_of(entry(0, "00:00", minutes)), keeper)
             for start, minutes, keeper in times]
    met = {n: sum(start < other_end and other_start < end and (keeper == other or None in {keeper, other})
                  for other_start, other_end, other in spans) for n, (start, end, keeper) in enumerate(spans)}
    found = overlaps.clashes([entry(n, f"{start // 60:02}:{start % 60:02}", minutes, keeper_id=keeper)
                              for n, (start, minutes, keeper) in enumerate(times)])
    assert found == {n: count for n, count in met.items() if count > 1}
