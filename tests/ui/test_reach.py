"""One click dials, writes, shows the map or copies; then a quiet line asks whether it is logged."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lovedesk.settings import Settings
from lovedesk.shop import contact_points, customers, followups, people, timeline, touchpoints
from lovedesk.store.desk import Desk
from lovedesk.ui import opening_out
from lovedesk.ui.parts.followup_row import FollowUpRow
from lovedesk.ui.parts.log_ask import LogAsk
from lovedesk.ui.parts.reach_chip import ReachChip
from lovedesk.ui.place import Floor
from lovedesk.ui.places.customers import Customers
from lovedesk.ui.places.profile_way_forms import WayForm
from lovedesk.ui.places.profile_ways import WayChip
from lovedesk.ui.places.today import Today
from lovedesk.ui.places.visit import Visit
from lovedesk.ui.signals import Aside
from tests.conftest import TODAY
from tests.hands import one, press, shown

NUMBER = "0151 496 0498"


class Out:
    """Stands in the place of the laptop's programs: what was opened, and whether there is a program for it."""

    def __init__(self) -> None:
        self.opened: list[str] = []
        self.has_program = True

    def open_url(self, url: QUrl) -> bool:
        """Note it."""
        self.opened.append(bytes(url.toEncoded().data()).decode())
        return self.has_program


@pytest.fixture
def out(monkeypatch: pytest.MonkeyPatch) -> Out:
    """The double of all other programs."""
    double = Out()
    monkeypatch.setattr(opening_out, "open_url", double.open_url)
    return double


@pytest.fixture
def floor(desk: Desk, qtbot: QtBot) -> Iterator[Floor]:
    """A desk with fresh settings and the thread for long work."""
    parent = QObject()
    aside = Aside(desk, parent)
    yield Floor(desk, Settings(), aside)
    aside.close()


@pytest.fixture
def reached(desk: Desk, ana: int) -> int:
    """Ana with a number, an e-mail and an address."""
    with desk.act("contact.add"):
        for value, kind in ((NUMBER, "phone"), ("ana@example.org", "email"), ("11 Quay Street\nSaltmouth", "address")):
            contact_points.add(value, kind=kind, customer=ana)
    return ana


@pytest.fixture
def profile(floor: Floor, reached: int, qtbot: QtBot) -> Customers:
    place = Customers(floor)
    place.open(reached)
    return shown(place, qtbot)


def chip(profile: Customers, value: str) -> WayChip:
    """The chip of a way."""
    return next(found for found in profile.findChildren(WayChip) if found.isVisible() and value in found.text())


def test_the_sign_of_a_number_dials_and_one_press_logs_the_call(
        desk: Desk, profile: Customers, out: Out, reached: int, qtbot: QtBot) -> None:
    qtbot.mouseClick(chip(profile, NUMBER), Qt.MouseButton.LeftButton, pos=QPoint(12, 11))
    assert out.opened == ["tel:01514960498"]
    assert timeline.of_customer(reached) == []
    with qtbot.waitSignal(profile.done) as told:
        press("Log it", profile, qtbot)
    assert told.args == ["Call logged"]
    (touch,) = timeline.of_customer(reached)
    assert (touch.channel, touch.start, touch.done) == ("call", desk.now(), True)
    desk.undo()
    assert timeline.of_customer(reached) == []


def test_no_leaves_it_unlogged_and_a_planned_call_of_today_is_closed(
        desk: Desk, profile: Customers, out: Out, reached: int, qtbot: QtBot) -> None:
    with desk.act("visit.plan"):
        call = touchpoints.plan([reached], dt.datetime.combine(TODAY, dt.time(16)), channel="call")
    number = chip(profile, NUMBER)
    number.setFocus()
    for answer in ("No", "Log it"):
        qtbot.keyClick(number, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        press(answer, profile, qtbot)
        assert [touch.id for touch in timeline.of_customer(reached)] == [call]
        assert timeline.of_customer(reached)[0].done == (answer == "Log it")
    assert len(out.opened) == 2


def test_an_e_mail_opens_with_its_words_and_an_address_the_map(profile: Customers, out: Out, qtbot: QtBot) -> None:
    for value in ("ana@example.org", "11 Quay Street"):
        qtbot.mouseClick(chip(profile, value), Qt.MouseButton.LeftButton, pos=QPoint(12, 11))
    assert out.opened[0].startswith("mailto:ana@example.org?subject=") and "Dear%20Ana%20Ruiz" in out.opened[0]
    assert out.opened[1] == "geo:0,0?q=11%20Quay%20Street%2C%20Saltmouth"


def test_a_number_is_copied_by_a_key(profile: Customers, out: Out, qtbot: QtBot) -> None:
    number = chip(profile, NUMBER)
    number.setFocus()
    with qtbot.waitSignal(profile.said):
        qtbot.keyClick(number, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == NUMBER
    assert out.opened == []


def test_the_words_of_a_chip_still_open_it_to_be_changed(profile: Customers, out: Out, qtbot: QtBot) -> None:
    qtbot.mouseClick(chip(profile, NUMBER), Qt.MouseButton.LeftButton, pos=QPoint(60, 11))
    assert out.opened == []
    assert profile.findChild(WayForm) is not None


def test_without_a_program_it_is_said_and_nothing_is_asked(profile: Customers, out: Out, qtbot: QtBot) -> None:
    out.has_program = False
    with qtbot.waitSignal(profile.said) as told:
        qtbot.mouseClick(chip(profile, NUMBER), Qt.MouseButton.LeftButton, pos=QPoint(12, 11))
    assert "no program that dials" in told.args[0]
    assert profile.findChildren(LogAsk) == []


def test_a_planned_letter_opens_prepared_and_is_closed_when_the_user_says_so(
        desk: Desk, floor: Floor, out: Out, reached: int, qtbot: QtBot) -> None:
    with desk.act("visit.plan"):
        letter = touchpoints.plan([reached], dt.datetime.combine(TODAY, dt.time(16)), channel="letter",
                                  occasion="celebration", people=[people.at(reached)[0].id])
    place = Visit(floor)
    place.open(letter)
    shown(place, qtbot)
    press("Write a letter: 11 Quay Street", place, qtbot)
    path = Path(QUrl(out.opened[0]).toLocalFile())
    assert path.suffix == ".rtf" and "Dear Ana Ruiz," in path.read_text("ascii") and path.stat().st_mode & 0o077 == 0
    press("Log it", place, qtbot)
    assert timeline.of_customer(reached)[0].done


def test_today_dials_for_a_call_and_for_what_was_promised(
        desk: Desk, floor: Floor, out: Out, reached: int, qtbot: QtBot) -> None:
    with desk.act("visit.plan"):
        touchpoints.plan([reached], dt.datetime.combine(TODAY, dt.time(16)), channel="call")
        followups.add("Ask about the oak", customer=reached, due=TODAY)
    place = shown(Today(floor), qtbot)
    press(f"Call: {NUMBER}", place, qtbot)
    row = next(found for found in place.findChildren(FollowUpRow) if found.tick.text() == "Ask about the oak")
    row.tick.setFocus()
    qtbot.keyClick(row.tick, Qt.Key.Key_C)
    assert out.opened == ["tel:01514960498"] * 2


def test_a_visit_with_several_or_one_that_is_over_shows_no_ways(
        desk: Desk, floor: Floor, reached: int, qtbot: QtBot) -> None:
    with desk.act("visit.plan"):
        visit = touchpoints.plan([reached], dt.datetime.combine(TODAY, dt.time(16)))
        several = touchpoints.plan([reached, customers.add("Ben Adler")], dt.datetime.combine(TODAY, dt.time(17)))
        touchpoints.finish(visit, now=desk.now())
    place = shown(Visit(floor), qtbot)
    for touchpoint in (visit, several):
        place.open(touchpoint)
        assert not any(found.isVisible() for found in place.findChildren(ReachChip))


def test_the_question_waits_at_the_foot_without_the_focus(
        profile: Customers, out: Out, qtbot: QtBot) -> None:
    number = chip(profile, NUMBER)
    number.setFocus()
    qtbot.keyClick(number, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert number.hasFocus()
    assert one(LogAsk, "Log this call with Ana Ruiz?", profile).geometry().bottom() <= profile.height()
