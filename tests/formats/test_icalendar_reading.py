"""Calendar files as programs really write them: what each fault means, and that none stops the others."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lovedesk.formats import icalendar_reading, zones
from lovedesk.formats.icalendar_records import Event, EventReading

BERLIN = "Europe/Berlin"
CUSTOM = """BEGIN:VTIMEZONE
TZID:Customized Time Zone
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""


def read(text: str | bytes, local: str = BERLIN) -> EventReading:
    return icalendar_reading.read(text.encode() if isinstance(text, str) else text, "a.ics", local=local)


def event(*lines: str, start: str = "DTSTART:20261201T093000", before: str = "", local: str = BERLIN) -> Event:
    text = "\n".join(["BEGIN:VCALENDAR", *before.split("\n"), "BEGIN:VEVENT", start, *lines, "END:VEVENT",
                      "END:VCALENDAR", ""])
    found, = read(text, local).events
    return found


def at(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)


@pytest.mark.parametrize(("line", "start", "zone"), [
    ("DTSTART:20261201T093000", "2026-12-01T09:30", ""),
    ("DTSTART:20261201T093000Z", "2026-12-01T10:30", BERLIN),
    ("DTSTART;TZID=Europe/London:20261201T093000", "2026-12-01T09:30", "Europe/London"),
    ('DTSTART;TZID="Europe/Berlin":20261201T093000', "2026-12-01T09:30", BERLIN),
    ('DTSTART;TZID="Europe/Berlin:20261201T093000"', "2026-12-01T09:30", BERLIN),
    ("DTSTART;TZID=W. Europe Standard Time:20261201T093000", "2026-12-01T09:30", BERLIN),
    ('DTSTART;TZID="(UTC-05:00) Eastern Time (US & Canada)":20261201T093000', "2026-12-01T09:30", "America/New_York"),
    ("DTSTART;TZID=(UTC-05:00) Eastern Time (US & Canada):20261201T093000", "2026-12-01T09:30", "America/New_York"),
    ('DTSTART;TZID="(UTC+01:00) Amsterdam, Berlin, Bern, Rome":20261201T093000', "2026-12-01T09:30", BERLIN),
    ("DTSTART;TZID=/mozilla.org/20050126_1/Europe/Berlin:20261201T093000", "2026-12-01T09:30", BERLIN),
    ("DTSTART;TZID=/freeassociation.sourceforge.net/America/Argentina/Buenos_Aires:20261201T093000",
     "2026-12-01T09:30", "America/Argentina/Buenos_Aires"),
    ("DTSTART;TZID=europe/berlin:20261201T093000", "2026-12-01T09:30", BERLIN),
    ("DTSTART;TZID=UTC:20261201T093000", "2026-12-01T10:30", BERLIN),
    ("DTSTART;TZID=(UTC) Coordinated Universal Time:20261201T093000", "2026-12-01T10:30", BERLIN),
    ("DTSTART;TZID=GMT Standard Time:20261201T093000", "2026-12-01T09:30", "Europe/London"),
    ("DTSTART;TZID=W. Europe Standard Time 1:20261201T093000", "2026-12-01T09:30", BERLIN),
    ("DTSTART;TZID=Europe/Berlin-1:20261201T093000", "2026-12-01T09:30", BERLIN),
    ("DTSTART;TZID=(GMT+01.00) Sarajevo/Warsaw/Zagreb:20261201T093000", "2026-12-01T09:30", "Europe/Warsaw"),
    ("DTSTART;TZID=Eastern:20261201T093000", "2026-12-01T09:30", "America/New_York"),
    ("DTSTART;TZID=GMT+0200:20261201T093000", "2026-12-01T08:30", BERLIN),
    ("DTSTART;TZID=Nowhere/Nothing:20261201T093000", "2026-12-01T09:30", ""),
    ("DTSTART;VALUE=DATE-TIME:2026-12-01T09:30:00", "2026-12-01T09:30", ""),
    ("DTSTART:20261201T0930", "2026-12-01T09:30", ""),
    ("DTSTART:20261201T093000+0300", "2026-12-01T07:30", BERLIN),
    ("dtstart:20261201T240000", "2026-12-02T00:00", ""),
])
def test_a_time_is_that_of_the_place_that_is_meant(line: str, start: str, zone: str) -> None:
    found = event(start=line)
    assert (found.start, found.zone) == (at(start), zone)


@pytest.mark.parametrize("line", [
    "DTSTART;VALUE=DATE:20021028", "DTSTART:20021028", "DTSTART;VALUE=DATE:20021028T000000",
    "DTSTART;TZID=Europe/Berlin;VALUE=DATE:20021028", 'DTSTART;VALUE="DATE":2002-10-28'])
def test_a_day_without_a_time_is_a_whole_day(line: str) -> None:
    found = event(start=line)
    assert (found.start, found.days, found.minutes, found.zone) == (at("2002-10-28"), 1, 0, "")


def test_zones_of_a_file_are_known_by_their_rules_since_1601() -> None:
    found = event(start="DTSTART;TZID=Customized Time Zone:20260701T093000", before=CUSTOM, local="America/New_York")
    assert found.start == at("2026-07-01T09:30")
    assert zones.zone(found.zone).utcoffset(found.start) == dt.timedelta(hours=2)


@pytest.mark.parametrize("local", ["UTC", "America/Havana"])
def test_of_places_that_change_their_clocks_on_the_same_days_the_hour_tells(local: str) -> None:
    eastern = CUSTOM.replace("+0200", "-0400").replace("+0100", "-0500").replace("-1SU;BYMONTH=3", "2SU;BYMONTH=3")
    eastern = eastern.replace("-1SU;BYMONTH=10", "1SU;BYMONTH=11").replace("T030000", "T020000")
    found = event(start="DTSTART;TZID=Customized Time Zone:20260701T093000", before=eastern, local=local)
    assert found.zone == "America/New_York"


def test_a_calendars_own_zone_shows_what_is_said_in_utc() -> None:
    found = event(start="DTSTART:20261201T093000Z", before="X-WR-TIMEZONE:America/New_York")
    assert (found.start, found.zone) == (at("2026-12-01T04:30"), "America/New_York")


@pytest.mark.parametrize(("lines", "minutes"), [
    (["DTEND:20261201T103000"], 60), (["DURATION:PT1H30M"], 90), (["DURATION:P1W"], 10080), ([], 0),
    (["DTEND:20261201T083000"], 0), (["DTEND:20261201T103000Z"], 120), (["DURATION:-PT5M"], 0), (["DTEND:soon"], 0)])
def test_an_end_may_be_a_length_or_nothing(lines: list[str], minutes: int) -> None:
    start = "DTSTART;TZID=Europe/Berlin:20261201T093000" if lines == ["DTEND:20261201T103000Z"] else (
        "DTSTART:20261201T093000")
    assert event(*lines, start=start).minutes == minutes


def test_an_end_before_its_begin_is_said() -> None:
    assert event("DTEND:20261201T083000").remark == "It ends before it begins; its begin was kept."


@pytest.mark.parametrize(("line", "rule"), [
    ("RRULE:FREQ=WEEKLY;BYDAY=MO, TU", "FREQ=WEEKLY;BYDAY=MO,TU"), ("RRULE:", ""),
    ("RRULE:FREQ=WEEKLY;UNTIL=20270101", "FREQ=WEEKLY;UNTIL=20270101T235959"),
    ("RRULE:FREQ=WEEKLY;UNTIL=20270101T100000", "FREQ=WEEKLY;UNTIL=20270101T100000"),
    ("RRULE:FREQ=WEEKLY;UNTIL=20270101T090000Z;", "FREQ=WEEKLY;UNTIL=20270101T100000"),
    ("RRULE:freq=daily;BYHOUR=9;BYMINUTE=30;count=3", "FREQ=DAILY;COUNT=3"),
    ("RRULE:RSCALE=GREGORIAN;FREQ=YEARLY", "FREQ=YEARLY"),
    ("RRULE:FREQ=WEEKLY;BYDAY=1MO,+2TU", "FREQ=WEEKLY;BYDAY=MO,TU")])
def test_a_rule_is_as_it_is_meant(line: str, rule: str) -> None:
    assert event(line, start="DTSTART;TZID=Europe/Berlin:20261201T093000").rule == rule


def test_exceptions_stand_on_several_lines_and_in_other_zones() -> None:
    found = event("RRULE:FREQ=DAILY", "EXDATE;TZID=Europe/Berlin:20261202T093000,20261203T093000",
                  "EXDATE:20261204T083000Z", "EXDATE;TZID=America/New_York:20261205T033000",
                  start="DTSTART;TZID=Europe/Berlin:20261201T093000")
    assert found.without == [at(f"2026-12-{day:02}T09:30") for day in (2, 3, 4, 5)]


def test_an_exception_may_name_the_day_alone() -> None:
    found = event("RRULE:FREQ=DAILY", "EXDATE;VALUE=DATE:20261202,20261203", "RDATE;VALUE=DATE:20270101",
                  start="DTSTART;TZID=Europe/Berlin:20261201T093000")
    assert (found.without, found.also) == ([at("2026-12-02T09:30"), at("2026-12-03T09:30")], [at("2027-01-01T09:30")])


def test_whole_days_may_end_at_an_hour() -> None:
    assert event("DTEND:20261203T000000", start="DTSTART;VALUE=DATE:20261201").days == 2


def test_an_exception_of_whole_days_may_have_a_time() -> None:
    assert event("RRULE:FREQ=DAILY", "EXDATE:20261202T000000", start="DTSTART;VALUE=DATE:20261201").without == [
        at("2026-12-02")]


def test_a_moved_one_comes_after_its_series_wherever_it_stands_and_alone_too() -> None:
    master = "BEGIN:VEVENT\nUID:a\nDTSTART:20261201T093000\nRRULE:FREQ=DAILY\nEND:VEVENT\n"
    moved = "BEGIN:VEVENT\nUID:a\nRECURRENCE-ID:20261203T093000\nDTSTART:20261203T110000\nEND:VEVENT\n"
    assert [event.instead_of for event in read(moved + master).events] == [None, at("2026-12-03T09:30")]
    assert [event.instead_of for event in read(moved).events] == [at("2026-12-03T09:30")]


def test_of_one_uid_the_highest_sequence_counts() -> None:
    text = "".join(f"BEGIN:VEVENT\nUID:a\nDTSTART:20261201T093000\nSEQUENCE:{n}\nSUMMARY:{n}\nEND:VEVENT\n"
                   for n in (1, 10, 9))
    assert [event.title for event in read(text).events] == ["10"]


def test_a_broken_event_is_listed_with_its_line_and_stops_no_other() -> None:
    good = "".join(f"BEGIN:VEVENT\nUID:{n}\nDTSTART:20261201T093000\nEND:VEVENT\n" for n in range(300))
    found = read(f"{good}BEGIN:VEVENT\nSUMMARY:Bad\nDTSTART:20261340T093000\nEND:VEVENT\n"
                 f"BEGIN:VEVENT\nSUMMARY:None\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART:20261201\nEND:VEVENT\n")
    assert len(found.events) == 301
    assert [(bad.place, bad.reason, bad.excerpt) for bad in found.unreadable] == [
        (1201, "Its begin is no date: 20261340T093000", "Bad"), (1205, "It does not say when it begins.", "None")]


def test_ends_that_are_missing_are_understood() -> None:
    found = read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:One\nDTSTART:20261201\nBEGIN:VALARM\nSUMMARY:Alarm\n"
                 "BEGIN:VEVENT\nSUMMARY:Two\nDTSTART:20261202\n")
    assert [event.title for event in found.events] == ["One", "Two"]


def test_folds_by_blanks_and_tabs_may_split_a_letter_and_lines_may_end_in_any_way() -> None:
    text = "BEGIN:VEVENT\r\nDTSTART:2026\r\n 1201\r\nSUMMARY:Gro\r\n\tß\r\nDESCRIPTION:a\\nb\\, c\rEND:VEVENT\r\r\n"
    data = text.encode().replace(b"\xc3\x9f", b"\xc3\r\n\t\x9f")
    found, = read(data).events
    assert (found.title, found.notes, found.start) == ("Groß", "a\nb, c", at("2026-12-01"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "latin-1", "cp1252"])
def test_any_encoding_is_read(encoding: str) -> None:
    text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261201\r\nSUMMARY:Müller, Käse für Zoë\r\nEND:VEVENT\r\n"
    assert icalendar_reading.is_calendar(text.encode(encoding))
    assert [event.title for event in read(text.encode(encoding)).events] == ["Müller, Käse für Zoë"]


def test_notes_may_be_broken_over_lines_or_be_html() -> None:
    assert event("DESCRIPTION:First", "second line", "Third: with a colon", "LOCATION:Here").notes == (
        "First\nsecond line\nThird: with a colon")
    assert event("X-ALT-DESC;FMTTYPE=text/html:<html><body><p>Bring &amp; show</p><br>more</body></html>").notes == (
        "Bring & show\n\nmore")


def test_who_comes_is_known_by_their_addresses() -> None:
    found = event('ATTENDEE;CN="Ruiz: Ana";RSVP=TRUE:mailto:Ana@Ruiz.example', "ORGANIZER:MAILTO:us@shop.example",
                  'ATTENDEE;CN=Bo:invalid:nomail')
    assert found.mails == ["ana@ruiz.example", "us@shop.example"]


def test_what_was_cancelled_is_known() -> None:
    assert event("STATUS:CANCELLED").cancelled
    assert event(before="METHOD:CANCEL").cancelled
    assert not event(before="METHOD:PUBLISH").cancelled


@pytest.mark.parametrize(("title", "start", "whose", "year"), [
    ("Ana Ruiz's Birthday", "19800407", "Ana Ruiz", 1980), ("Ana Ruiz - Geburtstag", "16040407", "Ana Ruiz", None),
    ("Geburtstag von Ana Ruiz (1975)", "20200407", "Ana Ruiz", 1975), ("Anniversaire de Zoé", "20200407", "Zoé", None),
    ("Compleanno di Ana", "19000407", "Ana", None), ("Ana Ruiz hat Geburtstag", "19700407", "Ana Ruiz", 1970),
    ("Cumpleaños de Ana Ruiz", "20240229", "Ana Ruiz", None)])
def test_birthdays_are_known_by_the_words_of_many_languages(title: str, start: str, whose: str,
                                                            year: int | None) -> None:
    found = event(f"SUMMARY:{title}", "RRULE:FREQ=YEARLY", start=f"DTSTART;VALUE=DATE:{start}")
    assert (found.yearly, found.whose, found.year) == ("birthday", whose, year)


def test_in_a_calendar_of_birthdays_a_name_alone_will_do_and_a_party_is_none() -> None:
    found = event("SUMMARY:Ana Ruiz", start="DTSTART;VALUE=DATE:20260407", before="X-WR-CALNAME:Geburtstage")
    assert (found.yearly, found.whose) == ("birthday", "Ana Ruiz")
    assert event("SUMMARY:Ana Ruiz's birthday party").yearly == ""


def test_a_task_is_listed_and_a_file_of_nothing_says_so() -> None:
    assert [bad.reason for bad in read("BEGIN:VTODO\nSUMMARY:Do\nEND:VTODO\n").unreadable] == [
        "This is a task, not an event."]
    assert [bad.reason for bad in read("BEGIN:VCALENDAR\nEND:VCALENDAR\n").unreadable] == [
        "There is no event in this file."]


PROPERTIES = st.sampled_from(["DTSTART", "DTEND", "RRULE", "EXDATE", "RDATE", "RECURRENCE-ID", "SUMMARY", "DURATION",
                              "DTSTART;TZID=X", "BEGIN", "END", "ATTENDEE;CN=\"", "SEQUENCE", "UID", "TZID"])
VALUES = st.one_of(st.text(max_size=20), st.sampled_from([
    "99991231T235959Z", "00010101T000000", "20261201", "20260230", "PT99999999999H",
    "FREQ=YEARLY;UNTIL=99991231T235959Z",
    "VEVENT", "VTIMEZONE", "VALARM", "STANDARD", "+9999", "20261201T093000/PT1H", "99991231T235959-1200"]))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(PROPERTIES, VALUES), max_size=15))
@example([("DTSTART", "99991231T235959Z"), ("DTEND", "00010101T000000"), ("EXDATE", "99991231T235959-1200")])
@example([("DTSTART", "00010101T000000Z"), ("RRULE", "FREQ=YEARLY;UNTIL=00010101T000000Z")])
def test_no_lines_raise(lines: list[tuple[str, str]]) -> None:
    text = "\n".join(["BEGIN:VEVENT", *(f"{name}:{value}" for name, value in lines), "END:VEVENT",
                      "BEGIN:VEVENT", "UID:good", "DTSTART:20261201", "END:VEVENT"])
    assert any(event.uid == "good" for event in read(text.encode("utf-8", "replace")).events)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_raise(data: bytes) -> None:
    read(data)
    read(b"BEGIN:VEVENT\nDTSTART:" + data)
