"""Events written and read again are the same; another parser takes them."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from lovedesk.formats import icalendar_reading, icalendar_writing
from lovedesk.formats.icalendar_records import Event
from lovedesk.formats.icalendar_writing import Outgoing

ZONES = st.sampled_from(["", "Europe/Berlin", "America/New_York", "Asia/Kolkata"])
WORDS = st.text(st.characters(categories=["L", "N", "P", "S"], include_characters=" "), max_size=120).map(
    lambda text: " ".join(text.split()))
MOMENTS = st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2100, 1, 1)).map(
    lambda at: at.replace(second=0, microsecond=0))
RULES = st.sampled_from(["", "FREQ=WEEKLY;BYDAY=MO,TU", "FREQ=MONTHLY;UNTIL=20301231T235900", "FREQ=DAILY;COUNT=5"])


@st.composite
def events(draw: st.DrawFn) -> Event:
    days = draw(st.integers(0, 5))
    made = Event(0, draw(st.uuids().map(str)), draw(WORDS), draw(MOMENTS), "" if days else draw(ZONES),
                 0 if days else draw(st.integers(0, 3000)), days, draw(WORDS),
                 draw(st.lists(WORDS).map("\n".join)).strip())
    made.rule = "" if days else draw(RULES)
    made.without = sorted(draw(st.sets(MOMENTS, max_size=4))) if made.rule else []
    if days:
        made.start = made.start.replace(hour=0, minute=0)
    return made


def written(found: list[Event]) -> bytes:
    return b"".join(icalendar_writing.calendar(
        [Outgoing(event, "20261124T090000Z", alarm=-30) for event in found], "Shop", {event.zone for event in found},
        dt.date(2020, 1, 1)))


@settings(max_examples=100, deadline=None)
@given(st.lists(events(), max_size=4))
def test_what_is_written_reads_the_same(found: list[Event]) -> None:
    data = written(found)
    again = {event.uid: event for event in icalendar_reading.read(data, "a.ics", local="Europe/Berlin").events}
    assert len(again) == len(found)
    for event in found:
        back = again[event.uid]
        for name in ("title", "start", "zone", "minutes", "days", "where", "notes", "rule", "without"):
            assert getattr(back, name) == getattr(event, name), name
        assert back.ours


@settings(max_examples=40, deadline=None)
@given(st.lists(events(), max_size=3))
def test_another_parser_takes_it(found: list[Event]) -> None:
    data = written(found)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    titles = {str(event["UID"]): str(event["SUMMARY"]) for event in Calendar.from_ical(data).walk("VEVENT")}
    assert titles == {event.uid: event.title for event in found}
