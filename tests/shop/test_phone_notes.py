"""Today for the phone: calls, addresses and promises as a calendar and as cards, and nothing private."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from icalendar import Calendar

from lovedesk.formats import vcard
from lovedesk.mishaps import Refused
from lovedesk.shop import contact_points, details, followups, phone_notes, touchpoints
from lovedesk.store.desk import Desk

NOW = dt.datetime(2026, 11, 24, 9)
TODAY = NOW.date()


@pytest.fixture
def today(desk: Desk, ana: int) -> int:
    """A call with Ana at eleven, and a promise that is due."""
    with desk.act("visit.plan"):
        contact_points.add("+44 1632 960123", kind="phone", customer=ana)
        contact_points.add("Mill Lane 5", kind="address", customer=ana)
        details.add("Is ill", topic="note", customer=ana)
        call = touchpoints.plan([ana], dt.datetime(2026, 11, 24, 11), channel="call")
        touchpoints.write(call, "notes", "Is ill")
        followups.add("bring the sample", customer=ana, due=dt.date(2026, 11, 23), promised=True)
    return ana


def test_the_calendar_has_calls_with_their_numbers_and_what_was_promised(today: int, tmp_path: Path) -> None:
    calendar, _cards = phone_notes.write(tmp_path, TODAY, now=NOW)
    call, promise = sorted(Calendar.from_ical(calendar.read_bytes()).walk("VEVENT"), key=lambda e: str(e["SUMMARY"]))
    assert (str(call["SUMMARY"]), str(call["DESCRIPTION"])) == ("Call: Ana Ruiz", "Ana Ruiz: +44 1632 960123")
    assert str(promise["SUMMARY"]) == "Promised: Ana Ruiz: bring the sample"
    assert b"Is ill" not in calendar.read_bytes()


def test_each_customer_of_the_day_has_a_card_that_says_what_today_is_for(today: int, tmp_path: Path) -> None:
    _calendar, cards = phone_notes.write(tmp_path, TODAY, now=NOW)
    card, = vcard.read(cards.read_bytes(), "a.vcf", country="GB").cards
    assert card.name == "Ana Ruiz"
    assert {way.value for way in card.ways} == {"+44 1632 960123", "Mill Lane 5"}
    assert [fact.text for fact in card.facts] == [
        "2026-11-24:\n11:00 Call\nPromised: Ana Ruiz: bring the sample"]
    assert b"Is ill" not in cards.read_bytes()


def test_a_folder_that_is_none_is_refused(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="is no folder"):
        phone_notes.write(tmp_path / "nowhere", TODAY, now=NOW)
