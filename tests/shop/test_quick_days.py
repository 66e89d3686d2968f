"""Days and times are read as people type them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lovedesk.shop.quick_days import Reader, read_day
from lovedesk.shop.quick_times import read_time

TUESDAY = dt.date(2026, 11, 24)


@pytest.mark.parametrize(("text", "day"), [
    ("today", "2026-11-24"), ("Tomorrow", "2026-11-25"), ("yesterday", "2026-11-23"),
    ("fri", "2026-11-27"), ("Tue", "2026-12-01"), ("monday", "2026-11-30"),
    ("1 dec", "2026-12-01"), ("1. Dec", "2026-12-01"), ("dec 1", "2026-12-01"), ("December 1st", "2026-12-01"),
    ("1.12.", "2026-12-01"), ("1.12", "2026-12-01"), ("1/12", "2026-12-01"), ("1.12.27", "2027-12-01"),
    ("2026-12-01", "2026-12-01"), ("3 March", "2027-03-03"), ("24 Nov", "2026-11-24"), ("Tue 24 Nov", "2026-11-24"),
    ("29 feb", "2028-02-29"), ("in 3 days", "2026-11-27"), ("in 2 weeks", "2026-12-08"), ("+10", "2026-12-04"),
    ("24 Nov 2026", "2026-11-24"), ("Tue, 1 Dec 2026", "2026-12-01"),
])
def test_a_day_is_read(text: str, day: str) -> None:
    assert read_day(text, TUESDAY) == dt.date.fromisoformat(day)


@pytest.mark.parametrize(("text", "day"), [
    ("mon", "2026-11-23"), ("tue", "2026-11-17"),
    ("1 dec", "2025-12-01"), ("24 Nov", "2026-11-24"), ("3.3.", "2026-03-03"),
])
def test_a_day_that_is_past_is_read_backwards(text: str, day: str) -> None:
    assert read_day(text, TUESDAY, past=True) == dt.date.fromisoformat(day)


@pytest.mark.parametrize("text", ["", "31 nov", "30.2.", "soon", "99", "1.13.", "12 x", "2026-02-30", "0.0.", "d"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert read_day(text, TUESDAY) is None


@given(st.text(max_size=30))
def test_nothing_typed_ever_fails(text: str) -> None:
    assert isinstance(read_day(text, TUESDAY), dt.date | None)
    assert isinstance(read_time(text), dt.time | None)


@pytest.mark.parametrize(("text", "time"), [
    ("10", "10:00"), ("9:30", "09:30"), ("9.30", "09:30"), ("0930", "09:30"), ("2 pm", "14:00"), ("2:15pm", "14:15"),
    ("12 am", "00:00"), ("12 pm", "12:00"), ("14h30", "14:30"),
])
def test_a_time_is_read(text: str, time: str) -> None:
    assert read_time(text) == dt.time.fromisoformat(time)


@pytest.mark.parametrize("text", ["", "25", "9:75", "noonish"])
def test_what_is_no_time_is_none(text: str) -> None:
    assert read_time(text) is None


@pytest.mark.parametrize(("text", "day"), [
    ("next tue", "2026-12-01"), ("next thu", "2026-12-03"), ("in a week", "2026-12-01"), ("übermorgen", "2026-11-26"),
    ("in 2 Wochen", "2026-12-08"), ("Anfang Mai", "2027-05-01"), ("nächsten Dienstag", "2026-12-01"),
    ("Di", "2026-12-01"),
    ("bis Freitag", "2026-11-27"), ("end of May", "2027-05-31"), ("the 10th", "2026-12-10"),
])
def test_a_day_is_read_in_words_too(text: str, day: str) -> None:
    assert read_day(text, TUESDAY) == dt.date.fromisoformat(day)


def readings(line: str) -> list[tuple[str, list[tuple[str, str]], bool]]:
    return [(line[when.start:when.end], [(str(moment.day), str(moment.time or "")[:5]) for moment in when.readings],
             when.by) for when in Reader(line, TUESDAY, now=dt.time(9)).all()]


@pytest.mark.parametrize(("line", "words", "day", "time"), [
    ("call Ana Tue at 10 about the roof", "Tue at 10", "2026-12-01", "10:00"),
    ("Ana am Dienstag um halb zehn anrufen", "am Dienstag um halb zehn", "2026-12-01", "09:30"),
    ("half past nine tomorrow, Ana", "half past nine tomorrow", "2026-11-25", "09:30"),
    ("um 10 am Dienstag", "um 10 am Dienstag", "2026-12-01", "10:00"),
    ("see her Sun at 3", "Sun at 3", "2026-11-29", "15:00"),
    ("call at 8", "at 8", "2026-11-25", "08:00"),
    ("noon is fine", "noon", "2026-11-24", "12:00"),
    ("1. Dez um 9.30 Uhr", "1. Dez um 9.30 Uhr", "2026-12-01", "09:30"),
])
def test_a_day_with_its_time_is_found_in_a_line(line: str, words: str, day: str, time: str) -> None:
    assert readings(line) == [(words, [(day, time)], False)]


@pytest.mark.parametrize(("line", "two"), [
    ("call Nkechi Thu 10 about the fire certificate", [("2026-11-26", "10:00"), ("2026-12-10", "")]),
    ("order 3/4 with Ben", [("2027-04-03", ""), ("2027-03-04", "")]),
    ("next Thu", [("2026-12-03", ""), ("2026-11-26", "")]),
])
def test_what_can_be_two_days_is_both(line: str, two: list[tuple[str, str]]) -> None:
    assert [found for _words, found, _by in readings(line)] == [two]


def test_a_limit_is_known_as_one() -> None:
    assert readings("two armchairs by 12 Dec #north") == [("by 12 Dec", [("2026-12-12", "")], True)]
    assert readings("zwei Sessel bis zum 12. Dez.") == [("bis zum 12. Dez.", [("2026-12-12", "")], True)]


@pytest.mark.parametrize("line", [
    "so she said do it", "she sat down", "it costs 2.50 €", "room 12", "may come", "call Jan", "the sun is out",
    "30.2.", "10 chairs", "a quarter", "we wed"])
def test_words_that_only_look_like_days_are_words(line: str) -> None:
    assert readings(line) == []


def test_a_number_that_counts_something_is_no_hour() -> None:
    assert readings("bring Ana Tue 3 samples") == [("Tue", [("2026-12-01", "")], False)]


@given(st.text(max_size=60))
def test_no_line_fails_and_what_is_found_stands_in_it(line: str) -> None:
    end = 0
    for when in Reader(line, TUESDAY).all():
        assert end <= when.start < when.end <= len(line)
        assert when.readings
        end = when.end
