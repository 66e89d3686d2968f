"""Days and times are read as people type them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lovedesk.ui.parts.days import read_day, read_time

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
