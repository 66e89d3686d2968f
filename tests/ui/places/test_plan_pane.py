from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from lovedesk.settings import Settings
from lovedesk.shop import customers, farewells, people, timeline, touchpoints, visits
from lovedesk.store.desk import Desk
from lovedesk.ui.place import Floor, Go
from lovedesk.ui.places.calendar import Calendar
from lovedesk.ui.places.customers import Customers
from lovedesk.ui.places.visit_hosts import HostChip
from lovedesk.ui.signals import Aside
from tests.hands import enter, one, press, shown, type_into


def test_a_visit_is_a_press_a_day_a_time_and_enter(page: Customers, qtbot: QtBot, halcyon: int) -> None:
    press("Plan a visit", page, qtbot)
    day = QApplication.focusWidget()
    assert day is one(QLineEdit, "Day", page)
    qtbot.keyClicks(day, "tue")
    qtbot.keyClick(day, Qt.Key.Key_Tab)
    type_into(one(QLineEdit, "Time", page), "10", qtbot)
    with qtbot.waitSignal(page.go) as went:
        enter(qtbot)
    (touch,) = timeline.of_customer(halcyon)
    assert went.args == [Go("visit", touch.id)]
    assert (touch.start, touch.occasion, touch.people) == (
        dt.datetime(2026, 12, 1, 10, 0), "great", ["Xiomara Reyes", "Tad Okonkwo"])
    found = visits.page(touch.id)
    assert found is not None
    assert (found.checklist_title, found.minutes) == ("Good times", 45)
    assert found.items


def test_without_a_day_it_asks_for_one(page: Customers, qtbot: QtBot, halcyon: int) -> None:
    press("Plan a visit", page, qtbot)
    press("Plan it", page, qtbot)
    assert one(QLineEdit, "Day", page).accessibleDescription() == "On which day? Try “Tue” or “1 Dec”."
    assert timeline.of_customer(halcyon) == []


def test_the_checklist_follows_the_occasion_and_the_reverse(page: Customers, qtbot: QtBot) -> None:
    press("Plan a visit", page, qtbot)
    occasion, checklist = one(QComboBox, "Occasion", page), one(QComboBox, "Checklist", page)
    occasion.setFocus()
    qtbot.keyClicks(occasion, "billing")
    assert checklist.currentText() == "Collecting a bill"
    assert one(QComboBox, "By which way", page).currentText() == "Call"
    checklist.setFocus()
    qtbot.keyClicks(checklist, "price")
    assert occasion.currentText() == "Price change"


def test_whom_it_is_with_is_chosen_by_chips(page: Customers, qtbot: QtBot, halcyon: int) -> None:
    press("Plan a visit", page, qtbot)
    press("Tad Okonkwo", page.profile.plan, qtbot)
    type_into(one(QLineEdit, "Day", page), "tomorrow", qtbot)
    enter(qtbot)
    assert timeline.of_customer(halcyon)[0].people == ["Xiomara Reyes"]


def test_escape_leaves_it(page: Customers, qtbot: QtBot, halcyon: int) -> None:
    press("Plan a visit", page, qtbot)
    qtbot.keyClick(one(QLineEdit, "Day", page), Qt.Key.Key_Escape)
    assert not page.profile.plan.isVisible()
    assert one(QAbstractButton, "Plan a visit", page).hasFocus()


def test_whoever_enquires_for_the_first_time_gets_the_first_visit(page: Customers, qtbot: QtBot, desk: Desk,
                                                                  halcyon: int) -> None:
    with desk.act("customer.set_standing"):
        customers.set_standing(halcyon, "enquiring")
    press("Plan a visit", page, qtbot)
    assert one(QComboBox, "Checklist", page).currentText() == "First visit"


def test_with_those_who_are_gone_it_is_a_goodbye(page: Customers, qtbot: QtBot, desk: Desk, halcyon: int) -> None:
    with desk.act("customer.gone"):
        farewells.customer_gone(halcyon)
    press("Plan a visit", page, qtbot)
    assert one(QComboBox, "Occasion", page).currentData() == "goodbye"


def test_their_family_and_those_who_left_are_not_met(page: Customers, qtbot: QtBot, desk: Desk, halcyon: int) -> None:
    xiomara, tad = people.at(halcyon)
    with desk.act("person.add"):
        people.add(halcyon, "Emilia", role="daughter", of_person=xiomara.id)
    with desk.act("person.gone"):
        farewells.person_gone(tad.id, farewells.LEFT)
    press("Plan a visit", page, qtbot)
    type_into(one(QLineEdit, "Day", page), "tue", qtbot)
    enter(qtbot)
    (touch,) = timeline.of_customer(halcyon)
    assert touch.people == ["Xiomara Reyes"]


def test_further_customers_are_found_by_typing_and_it_says_what_it_is_about(
        page: Customers, qtbot: QtBot, desk: Desk, halcyon: int) -> None:
    with desk.act("customer.add"):
        ben = customers.add("Ben Adler")
    press("Plan a visit", page, qtbot)
    for _times in range(2):
        type_into(one(QLineEdit, "With one customer more", page), "adl", qtbot)
        enter(qtbot)
    chip = one(HostChip, "Ben Adler", page)
    qtbot.keyClick(chip, Qt.Key.Key_Backspace)
    assert not chip.isVisible()
    type_into(one(QLineEdit, "With one customer more", page), "adl", qtbot)
    enter(qtbot)
    type_into(one(QLineEdit, "What it is about", page), "The fair", qtbot)
    type_into(one(QLineEdit, "Day", page), "tue", qtbot)
    enter(qtbot)
    (touch,) = timeline.of_customer(ben)
    assert (touch.title, touch.customer, touch.others) == ("The fair", "Café Halcyon", 1)
    assert touch.people == ["Xiomara Reyes", "Tad Okonkwo", "Ben Adler"]


def test_nothing_lies_on_another_thing_while_a_visit_with_several_is_planned_in_a_small_window(
        desk: Desk, halcyon: int, ana: int, qtbot: QtBot) -> None:
    with desk.act("visit.plan"):
        touchpoints.plan([ana], dt.datetime(2026, 12, 1, 10), channel="visit")
    place = shown(Calendar(Floor(desk, Settings(), Aside(desk, None))), qtbot, (932, 604))  # type: ignore[arg-type]  # nobody owns it
    press("Plan a visit", place, qtbot)
    type_into(one(QLineEdit, "With whom?", place), "halc", qtbot)
    enter(qtbot)
    type_into(one(QLineEdit, "Day", place), "tue", qtbot)
    type_into(one(QLineEdit, "With one customer more", place), "ana", qtbot)
    enter(qtbot)
    assert len([chip for chip in place.planning.findChildren(HostChip) if chip.isVisible()]) == 1
    assert place.planning.clash.isVisible()
    fields = [field for field in place.planning.findChildren(QWidget) if field.isVisible() and isinstance(
        field, QLineEdit | QComboBox | QLabel | QAbstractButton) and not isinstance(field.parentWidget(), QLineEdit)]

    def lie_free() -> bool:
        rects = [QRect(field.mapTo(place, QPoint()), field.size()) for field in [*fields, place.month]]
        return not any(a.intersects(b) for n, a in enumerate(rects) for b in rects[n + 1:])

    assert len(fields) > 12
    qtbot.waitUntil(lie_free)
