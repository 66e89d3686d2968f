"""Rules of what repeats: what is refused, which times they have, and what becomes of them when they are changed."""

from __future__ import annotations

import datetime as dt
import time
from itertools import takewhile

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from lovedesk.mishaps import Refused
from lovedesk.shop import recurrence
from lovedesk.shop.recurrence import Every
from lovedesk.shop.recurrence_words import words

START = dt.datetime(2026, 11, 24, 10)       # a Tuesday
DAYS = st.lists(st.sampled_from(recurrence.DAYS), min_size=1, max_size=4, unique=True).map(",".join)
MONTH_DAYS = st.lists(st.sampled_from([1, 13, 28, 29, 30, 31, -1, -2]), min_size=1, max_size=3, unique=True).map(
    lambda days: ",".join(map(str, days)))
NTH = st.builds("{}{}".format, st.sampled_from([1, 2, 3, 4, 5, -1, -2]), st.sampled_from(recurrence.DAYS))
INTERVALS = st.integers(1, 13).map(";INTERVAL={}".format)
ENDS = st.one_of(st.just(""), st.integers(1, 40).map(";COUNT={}".format),
                 st.dates(dt.date(2020, 1, 1), dt.date(2040, 1, 1)).map(lambda day: f";UNTIL={day:%Y%m%d}"))
RULES = st.builds("{}{}{}".format, st.one_of(
    st.just("FREQ=DAILY"), DAYS.map("FREQ=DAILY;BYDAY={}".format), st.just("FREQ=WEEKLY"),
    DAYS.map("FREQ=WEEKLY;BYDAY={}".format), DAYS.map("FREQ=WEEKLY;WKST=SU;BYDAY={}".format), st.just("FREQ=MONTHLY"),
    MONTH_DAYS.map("FREQ=MONTHLY;BYMONTHDAY={}".format), NTH.map("FREQ=MONTHLY;BYDAY={}".format),
    DAYS.map("FREQ=MONTHLY;BYSETPOS=-1;BYDAY={}".format), st.just("FREQ=YEARLY"),
    NTH.map("FREQ=YEARLY;BYMONTH=2,11;BYDAY={}".format), st.just("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO"),
    st.just("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29")), INTERVALS, ENDS)
MOMENTS = st.datetimes(dt.datetime(1960, 1, 1), dt.datetime(2040, 1, 1)).map(
    lambda moment: moment.replace(second=0, microsecond=0))


@settings(max_examples=400, deadline=None)
@given(RULES, MOMENTS, MOMENTS, st.integers(0, 800))
def test_its_times_are_those_that_dateutil_finds_from_the_start(
        rule: str, start: dt.datetime, first: dt.datetime, length: int) -> None:
    last = first + dt.timedelta(length)
    kept = recurrence.checked(rule)
    until = next((part[6:] for part in kept.split(";") if part.startswith("UNTIL=")), "")
    plain = rrulestr(rule.replace(f"UNTIL={until}", f"UNTIL={until}T235900") if until else rule, dtstart=start)
    expected = list(takewhile(last.__ge__, plain.xafter(first, inc=True)))
    assert recurrence.starts(kept, start, first, last) == expected
    assert recurrence.next_starts(kept, start, first - dt.timedelta(minutes=1), 3)[:len(expected)] == expected[:3]


@pytest.mark.parametrize(("rule", "kept"), [
    (" RRULE:freq=weekly; interval=1 ;byday=tu ", "FREQ=WEEKLY;BYDAY=TU"),
    ("FREQ=DAILY;UNTIL=2027-03-01", "FREQ=DAILY;UNTIL=20270301"),
    ("FREQ=DAILY;UNTIL=20270301T090000", "FREQ=DAILY;UNTIL=20270301T090000"),
    ("FREQ=DAILY;COUNT=03;", "FREQ=DAILY;COUNT=3"),
])
def test_a_rule_is_read_as_others_write_it(rule: str, kept: str) -> None:
    assert recurrence.checked(rule) == kept


def test_an_end_in_utc_is_wall_time_of_its_zone() -> None:
    assert recurrence.checked("FREQ=DAILY;UNTIL=20270301T090000Z", "Europe/Berlin").endswith("UNTIL=20270301T100000")


@pytest.mark.parametrize("rule", [
    "", "every Monday", "FREQ=SECONDLY", "FREQ=MINUTELY", "FREQ=HOURLY", "FREQ=DAILY;COUNT=10000000",
    "FREQ=DAILY;COUNT=0", "FREQ=DAILY;COUNT=-1", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;INTERVAL=99999999999999999999",
    "FREQ=DAILY;COUNT=2;UNTIL=20270101", "FREQ=DAILY;UNTIL=20270230", "FREQ=DAILY;UNTIL=00010101",
    "FREQ=WEEKLY;BYDAY=1MO", "FREQ=MONTHLY;BYDAY=6MO", "FREQ=WEEKLY;BYDAY=XX", "FREQ=MONTHLY;BYMONTHDAY=32",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYMONTH=13", "FREQ=DAILY;BYHOUR=9", "FREQ=DAILY;FREQ=WEEKLY",
    "FREQ=MONTHLY;BYSETPOS=2", "FREQ=WEEKLY;BYMONTHDAY=1", "FREQ", "FREQ=", "=", ";" * 5, "FREQ=DAILY;COUNT=²",
])
def test_what_is_no_rule_is_refused_in_words(rule: str) -> None:
    with pytest.raises(Refused, match=r"[a-z] .*\.$|\?|FREQ=WEEKLY"):
        recurrence.checked(rule)


@given(st.text(max_size=60))
def test_whatever_is_typed_is_a_rule_or_refused(text: str) -> None:
    try:
        kept = recurrence.checked(f"FREQ=DAILY;{text}")
    except Refused:
        return
    assert recurrence.checked(kept) == kept


def test_a_day_that_a_month_lacks_is_left_out() -> None:
    last = dt.datetime(2026, 1, 31, 9)
    assert [found.month for found in recurrence.next_starts("FREQ=MONTHLY", last, last, 4)] == [3, 5, 7, 8]
    leap = dt.datetime(2024, 2, 29, 9)
    assert [found.year for found in recurrence.next_starts("FREQ=YEARLY", leap, leap, 2)] == [2028, 2032]


@pytest.mark.parametrize("rule", ["FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY"])
def test_a_rule_without_end_is_quick_a_century_later(rule: str) -> None:
    begun = time.process_time()
    for year in range(2100, 2110):
        recurrence.starts(rule, dt.datetime(1900, 1, 1), dt.datetime(year, 1, 1), dt.datetime(year, 2, 1))
    assert time.process_time() - begun < 1
    assert recurrence.starts(rule, START, dt.datetime(1, 1, 1), dt.datetime(1900, 1, 1)) == []
    assert recurrence.starts(rule, START, dt.datetime(2201, 1, 1), dt.datetime(9999, 12, 31)) == []


@given(st.tuples(st.sampled_from(["day", "week", "month", "year"]), st.integers(1, 24)).map(lambda two: Every(*two)),
       st.one_of(st.none(), st.dates(dt.date(2027, 1, 1), dt.date(2100, 1, 1))), MOMENTS)
def test_what_people_chose_is_what_they_read(every: Every, until: dt.date | None, start: dt.datetime) -> None:
    chosen = every._replace(until=until)
    assert recurrence.every_of(recurrence.rule_of(chosen, start), start) == chosen


@pytest.mark.parametrize(("rule", "said"), [
    ("FREQ=DAILY", "every day"), ("FREQ=DAILY;INTERVAL=3;COUNT=2", "every 3 days, 2 times"),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20270301", "every 2 weeks on Tuesday, until Mon 1 Mar 2027"),
    ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every weekday"), ("FREQ=WEEKLY", "every week"),
    ("FREQ=MONTHLY;BYMONTHDAY=24", "every month"), ("FREQ=MONTHLY;BYDAY=-1FR", "every month on the last Friday"),
    ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1", "every 3 months on the last day"),
    ("FREQ=YEARLY", "every year on 24 November"),
    ("FREQ=YEARLY;BYMONTH=11;BYDAY=4TU", "every year on the fourth Tuesday of November"),
    ("FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=-1;INTERVAL=2", "every 2 years on the last day of November"),
    ("FREQ=MONTHLY;BYDAY=-2FR", "by a rule of its own: FREQ=MONTHLY;BYDAY=-2FR"),
    ("FREQ=YEARLY;BYDAY=20MO", "by a rule of its own: FREQ=YEARLY;BYDAY=20MO"),
])
def test_a_rule_is_said_in_words(rule: str, said: str) -> None:
    assert words(recurrence.checked(rule), START) == said


@pytest.mark.parametrize(("rule", "new", "becomes"), [
    ("FREQ=WEEKLY;BYDAY=TU,FR", dt.datetime(2026, 11, 25, 9), "FREQ=WEEKLY;BYDAY=WE,SA"),
    ("FREQ=MONTHLY;BYDAY=4TU", dt.datetime(2026, 11, 18, 9), "FREQ=MONTHLY;BYDAY=3WE"),
    ("FREQ=MONTHLY;BYDAY=-1TU", dt.datetime(2026, 11, 26, 9), "FREQ=MONTHLY;BYDAY=-1TH"),
    ("FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=24", dt.datetime(2026, 12, 1), "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1"),
    ("FREQ=DAILY", dt.datetime(2026, 12, 1), "FREQ=DAILY"),
])
def test_a_rule_follows_its_time_to_another_day(rule: str, new: dt.datetime, becomes: str) -> None:
    assert recurrence.shifted(rule, START, new) == becomes


def test_a_rule_is_cut_in_two() -> None:
    rule, cut = "FREQ=WEEKLY;COUNT=5", START + dt.timedelta(14)
    assert len(recurrence.next_starts(recurrence.until_before(rule, cut), START, dt.datetime(2000, 1, 1), 9)) == 2
    assert recurrence.with_times(rule, recurrence.left(rule, START, cut)) == "FREQ=WEEKLY;COUNT=3"
    assert recurrence.left("FREQ=WEEKLY", START, cut) == 0
