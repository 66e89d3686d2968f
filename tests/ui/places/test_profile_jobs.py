"""Jobs on the profile: read at once, opened where they stand, added by one typed line."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from lovedesk.shop import customers, jobs, tags
from lovedesk.shop.jobs import JobRow
from lovedesk.store.desk import Desk
from lovedesk.ui.places.customers import Customers
from lovedesk.ui.places.profile_jobs import JobLine
from tests.hands import all_names, enter, one, press, type_into

FRIDAY = dt.date(2026, 11, 27)


@pytest.fixture
def stools(desk: Desk, halcyon: int) -> int:
    """Six bar stools in work, promised for Friday."""
    with desk.act("job.add"):
        return jobs.add("Six bar stools", customer=halcyon, now=desk.now(), stage="work", promised=FRIDAY)


def get(job: int) -> JobRow:
    found = jobs.get(job)
    assert found is not None
    return found


def lines(page: Customers) -> list[str]:
    return all_names(JobLine, page.profile)


STOOLS = "Six bar stools: in work, ready Fri 27 Nov"


def test_jobs_are_read_first_and_one_typed_line_adds_another(page: Customers, qtbot: QtBot, desk: Desk, halcyon: int,
                                                             stools: int) -> None:
    assert lines(page) == [STOOLS]
    qtbot.keyClick(page, Qt.Key.Key_J, Qt.KeyboardModifier.AltModifier)
    field = one(QLineEdit, "A new job", page)
    assert field.hasFocus()
    qtbot.keyClicks(field, "bench, second room #north")
    enter(qtbot)
    assert lines(page) == [STOOLS, "Bench, second room: asked"]
    assert [tag.name for tag in tags.of(halcyon)] == ["north"]
    assert field.text() == ""
    enter(qtbot)
    assert not field.isVisible()
    assert one(QAbstractButton, "Add a job", page).hasFocus()
    desk.undo()
    assert lines(page) == [STOOLS]


def test_a_line_that_can_be_read_in_two_ways_waits_with_the_reason(page: Customers, qtbot: QtBot, halcyon: int) -> None:
    press("Add a job", page, qtbot)
    field = one(QLineEdit, "A new job", page)
    type_into(field, "stool by 3/4", qtbot)
    enter(qtbot)
    assert "more ways than one" in field.accessibleDescription()
    assert jobs.of(halcyon) == []
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()


def test_the_form_of_a_job_leaves_room_for_what_stands_beside_it(page: Customers, qtbot: QtBot, stools: int) -> None:
    one(JobLine, STOOLS, page).setFocus()
    enter(qtbot)
    beside = one(QAbstractButton, "Add something to do for them", page)
    qtbot.waitUntil(lambda: one(QAbstractButton, "Delete this job", page).width() > 0)
    assert beside.mapTo(page, beside.rect().bottomRight()).x() < page.width()


def test_a_job_is_edited_where_it_stands(page: Customers, qtbot: QtBot, stools: int) -> None:
    line = one(JobLine, STOOLS, page)
    line.setFocus()
    enter(qtbot)
    type_into(one(QLineEdit, "The job", page), "Seven bar stools", qtbot)
    type_into(one(QLineEdit, "Promised for", page), "4 Dec", qtbot)
    type_into(one(QLineEdit, "The piece or the place", page), "the bar", qtbot)
    type_into(one(QLineEdit, "Number of the invoice", page), "R-17", qtbot)
    type_into(one(QLineEdit, "Total", page), "1480.5", qtbot)
    enter(qtbot)
    found = get(stools)
    assert (found.what, found.promised_on, found.promised_for, found.place, found.number, found.total) == (
        "Seven bar stools", dt.date(2026, 12, 4), FRIDAY, "the bar", "R-17", 148050)
    assert lines(page) == ["Seven bar stools, the bar: in work, ready Fri 4 Dec"]
    assert QApplication.focusWidget() is line
    enter(qtbot)
    assert one(QLineEdit, "Total", page).text() == "1,480.50"
    assert "promised first for Fri 27 Nov" in all_names(QLabel, page.profile.jobs) + [
        label.text() for label in page.profile.jobs.findChildren(QLabel)]


def test_a_total_that_is_none_is_refused_beside_it(page: Customers, qtbot: QtBot, stools: int) -> None:
    press(STOOLS, page, qtbot)
    total = one(QLineEdit, "Total", page)
    type_into(total, "a lot", qtbot)
    enter(qtbot)
    assert "480" in total.accessibleDescription()
    assert total.isVisible()
    assert get(stools).total is None


def test_its_stage_is_chosen_by_a_press_or_a_number_and_undo_takes_it_back(page: Customers, qtbot: QtBot, desk: Desk,
                                                                          halcyon: int, stools: int) -> None:
    with desk.act("customer.set_standing"):
        customers.set_standing(halcyon, "enquiring")
    press(STOOLS, page, qtbot)
    press("ready", page, qtbot)
    assert lines(page) == ["Six bar stools: ready since Tue 24 Nov"]
    assert "Standing: Customer since November 2026" in all_names(QAbstractButton, page.profile.head)
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_5)
    assert lines(page) == ["Six bar stools: delivered Tue 24 Nov"]
    desk.undo()
    desk.undo()
    assert lines(page) == [STOOLS]
    assert "Standing: Enquiring" in all_names(QAbstractButton, page.profile.head)


def test_the_day_of_a_stage_is_put_right(page: Customers, qtbot: QtBot, stools: int) -> None:
    press(STOOLS, page, qtbot)
    assert "Since when" not in all_names(QLineEdit, page)
    press("delivered", page, qtbot)
    type_into(one(QLineEdit, "Since when", page), "20 Nov", qtbot)
    enter(qtbot)
    assert lines(page) == ["Six bar stools: delivered Fri 20 Nov"]
    assert get(stools).delivered_on == dt.date(2026, 11, 20)


def test_its_service_comes_again_as_something_to_do(page: Customers, qtbot: QtBot, stools: int) -> None:
    press(STOOLS, page, qtbot)
    press("delivered", page, qtbot)
    service = one(QComboBox, "Its service", page)
    for _press in range(3):
        qtbot.keyClick(service, Qt.Key.Key_Down)
    assert get(stools).months == 12
    assert "Service: Six bar stools" in all_names(QAbstractButton, page.profile.open)


def test_a_job_is_deleted_by_a_key_or_in_its_form_and_comes_back(page: Customers, qtbot: QtBot, desk: Desk,
                                                                 stools: int) -> None:
    line = one(JobLine, STOOLS, page)
    with qtbot.waitSignal(page.done) as said:
        qtbot.keyClick(line, Qt.Key.Key_Delete)
    assert said.args == ["Job deleted"]
    assert lines(page) == []
    desk.undo()
    press(STOOLS, page, qtbot)
    press("Delete this job", page, qtbot)
    assert (lines(page), all_names(QLineEdit, page.profile.jobs)) == ([], [])


def test_what_is_done_stands_behind_a_link(page: Customers, qtbot: QtBot, desk: Desk, halcyon: int,
                                           stools: int) -> None:
    with desk.act("job.add"):
        for number in range(3):
            jobs.add(f"Cushion {number}", customer=halcyon, now=desk.now(), stage="paid")
    assert lines(page) == [STOOLS]
    press("3 more jobs", page, qtbot)
    assert lines(page) == [STOOLS, *(f"Cushion {number}: paid" for number in (2, 1, 0))]


def test_the_timeline_opens_a_job(page: Customers, qtbot: QtBot, stools: int) -> None:
    page.profile.timeline.job_wanted.emit(stools)
    assert one(QLineEdit, "The job", page).text() == "Six bar stools"
    qtbot.keyClick(one(QLineEdit, "The job", page), Qt.Key.Key_Escape)
    assert all_names(QLineEdit, page.profile.jobs) == []
