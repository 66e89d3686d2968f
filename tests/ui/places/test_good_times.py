"""Touches over the year as a picture with words; who is only seen for our needs; one click plans the good visit."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from lovedesk.shop import customers, people, timeline, touchpoints
from lovedesk.store.desk import Desk
from lovedesk.ui.place import Floor, Go
from lovedesk.ui.places.good_times import GoodTimes
from lovedesk.ui.places.good_times_row import PointedRow
from tests.conftest import TODAY
from tests.hands import press, shown

NOW = dt.datetime.combine(TODAY, dt.time(9))
PLAN = "Plan a visit when all is great with Ana Ruiz"


def touch(customer: int, on: dt.date, occasion: str, channel: str = "visit") -> None:
    start = dt.datetime.combine(on, dt.time(10))
    touchpoints.finish(touchpoints.plan([customer], start, occasion=occasion, channel=channel), now=start)


@pytest.fixture
def place(floor: Floor, desk: Desk, ana: int, qtbot: QtBot) -> GoodTimes:
    """Ana was seen for a problem and a bill, Ben when all was great."""
    with desk.act("sample.fill"):
        touch(ana, dt.date(2026, 9, 1), "problem")
        touch(ana, dt.date(2026, 10, 1), "billing", "letter")
        touch(customers.add("Ben"), dt.date(2026, 3, 1), "great")
    place = shown(GoodTimes(floor), qtbot)
    qtbot.waitUntil(place.picture.isVisible)
    return place


def test_the_shop_s_year_is_a_picture_with_words(place: GoodTimes, qtbot: QtBot) -> None:
    words = "All is great: 1, in March. Putting right: 1, in September. Billing: 1, in October."
    assert place.words.text() == place.picture.accessibleDescription() == words
    assert place.picture.accessibleName() == "Touches over the year"
    qtbot.keyClick(place.view, Qt.Key.Key_2)
    assert place.words.text() == "Visit: 2, in March and September. Letter: 1, in October."


def test_a_dot_stands_in_its_month(place: GoodTimes) -> None:
    picture = place.picture
    image = picture.grab().toImage()

    def at(row: int, month: int) -> QColor:
        return image.pixelColor(picture.cell(row, month).center().toPoint())

    ground = image.pixelColor(picture.cell(0, 0).center().toPoint().x() + 12, picture.cell(0, 0).center().toPoint().y())
    assert [at(0, month) != ground and at(0, month).green() > at(0, month).red() for month in range(12)] == [
        month == 3 for month in range(12)]


def test_a_customer_s_year_and_back_to_the_shop_s(place: GoodTimes, qtbot: QtBot, ana: int) -> None:
    place.open(ana)
    assert place.title.text() == "Touches over the year: Ana Ruiz"
    qtbot.waitUntil(lambda: place.words.text() == "Putting right: 1, in September. Billing: 1, in October.")
    assert place.open_now() == ana
    with qtbot.waitSignal(place.go) as went:
        press("The whole shop", place, qtbot)
    assert went.args == [Go("good_times")]
    with qtbot.waitSignal(place.go) as went:
        press("Ana Ruiz", place, qtbot)
    assert went.args == [Go("customers", ana)]


def test_one_click_plans_a_visit_when_all_is_great(place: GoodTimes, qtbot: QtBot, desk: Desk, ana: int) -> None:
    with qtbot.waitSignal(place.done) as said:
        press(PLAN, place, qtbot)
    assert said.args == ["Planned for Wed 25 Nov, 09:00"]
    planned = timeline.next_planned(ana, NOW)
    assert planned is not None
    assert (planned.channel, planned.occasion) == ("visit", "great")
    qtbot.waitUntil(lambda: place.pointed.in_order() == [])
    desk.undo()
    qtbot.waitUntil(lambda: len(place.pointed.in_order()) == 1)


def test_who_wishes_e_mail_gets_e_mail(place: GoodTimes, qtbot: QtBot, desk: Desk, ana: int) -> None:
    with desk.act("person.change"):
        people.set_wish(people.at(ana)[0].id, "email", "")
    with qtbot.waitSignal(place.done):
        press(PLAN, place, qtbot)
    planned = timeline.next_planned(ana, NOW)
    assert planned is not None
    assert planned.channel == "email"


def test_nobody_who_is_looking_sees_it(place: GoodTimes, qtbot: QtBot) -> None:
    place.floor.settings.looking = True
    place.note_change(place.shows)
    qtbot.waitUntil(place.hidden.isVisible)
    assert not place.picture.isVisible()
    assert not place.pointed_title.isVisible()
    place.floor.settings.looking = False
    place.note_change(place.shows)
    qtbot.waitUntil(place.picture.isVisible)
    assert place.pointed_title.isVisible()


def test_a_desk_without_touches_says_what_belongs_here(floor: Floor, desk: Desk, qtbot: QtBot) -> None:
    place = shown(GoodTimes(floor), qtbot)
    qtbot.waitUntil(place.empty.isVisible)
    assert not place.picture.isVisible()


@pytest.mark.parametrize("width", [1000, 1300, 1900])
def test_who_is_only_seen_in_trouble_stands_at_the_left_edge_of_the_page(
        place: GoodTimes, desk: Desk, qtbot: QtBot, width: int) -> None:
    with desk.act("sample.fill"):
        for name in ("Haddad Dental Practice and All Its Many Daughters", "Roxy Cinema"):
            one = customers.add(name, kind="business")
            for month, occasion in ((8, "problem"), (9, "billing"), (10, "price")):
                touch(one, dt.date(2026, month, 1), occasion)
    place.resize(width, 800)
    qtbot.waitUntil(lambda: len(place.pointed.in_order()) == 3)
    edge = place.title.mapTo(place, place.title.rect().topLeft()).x()
    for row in place.pointed.in_order():
        assert isinstance(row, PointedRow)
        assert row.face.mapTo(place, row.face.rect().topLeft()).x() == edge
        assert row.words.text().startswith("The last")


def test_escape_goes_back(place: GoodTimes, qtbot: QtBot) -> None:
    with qtbot.waitSignal(place.go) as went:
        qtbot.keyClick(place.window(), Qt.Key.Key_Escape)
    assert went.args == [Go("back")]
