"""What people say is reckoned as the library would find it; and fast, for a month that lies years ahead."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from lovedesk.shop import recurrence, recurrence_plain
from lovedesk.shop.recurrence import Every

MOMENTS = st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2060, 1, 1)).map(
    lambda moment: moment.replace(second=0, microsecond=0))
LONGER = st.sampled_from(["month", "year"])
EVERY = st.one_of(
    st.tuples(st.just("day"), st.integers(1, 40)),
    st.tuples(st.just("week"), st.integers(1, 9), st.lists(st.integers(0, 6), max_size=4, unique=True).map(tuple)),
    st.tuples(LONGER, st.integers(1, 14)),
    st.tuples(LONGER, st.integers(1, 14), st.tuples(st.integers(0, 6)), st.sampled_from([1, 2, 3, 4, 5, -1])),
    st.tuples(LONGER, st.integers(1, 14), st.just(()), st.just(-1))).map(lambda said: Every(*said))


@given(EVERY, MOMENTS, st.integers(0, 9000), st.integers(0, 800))
def test_it_is_what_the_library_finds(every: Every, start: dt.datetime, after: int, length: int) -> None:
    first = start + dt.timedelta(after)
    last = first + dt.timedelta(length)
    library = rrulestr(recurrence.rule_of(every, start), dtstart=start)
    assert list(recurrence_plain.times(every, start, first, last)) == library.between(first, last, inc=True)


@pytest.mark.parametrize("unit", ["day", "week", "month", "year"])
def test_five_hundred_rules_take_no_longer_than_a_page_may(unit: str) -> None:
    every, start = Every(unit), dt.datetime(2020, 2, 29, 10)
    first = dt.datetime(2031, 2, 1)
    begun = time.process_time()
    found = [list(recurrence_plain.times(every, start, first, first + dt.timedelta(28))) for _rule in range(500)]
    assert time.process_time() - begun < 0.05
    assert len(found[0]) == {"day": 28, "week": 4, "month": 0, "year": 0}[unit]
