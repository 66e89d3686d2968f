from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from lovedesk.shop import details, followups, people, shops, touchpoints
from lovedesk.store.desk import Desk
from lovedesk.ui.place import Floor
from lovedesk.ui.places.customers import Customers
from lovedesk.ui.places.profile_detail_line import DetailLine, Sentence
from tests.conftest import TODAY
from tests.hands import all_names, choose, enter, one, press, type_into


@pytest.fixture
def bench(desk: Desk, halcyon: int) -> int:
    """A detail: plans of the café."""
    with desk.act("detail.add"):
        return details.add("A long bench", topic="plans", customer=halcyon, learned_on=TODAY - dt.timedelta(35))


def lines(page: Customers) -> list[str]:
    return [line.accessibleName() for line in page.profile.details.findChildren(DetailLine) if line.isVisible()]


def line(page: Customers, text: str) -> DetailLine:
    return next(line for line in page.profile.details.findChildren(DetailLine)
                if line.isVisible() and text in line.accessibleName())


def test_a_detail_is_one_click_a_topic_and_a_sentence(page: Customers, qtbot: QtBot) -> None:
    press("Add a detail", page, qtbot)
    sentence = QApplication.focusWidget()
    assert isinstance(sentence, QLineEdit)      # typing at once is never lost; the topic is one key back
    qtbot.keyClick(sentence, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    topic = one(QComboBox, "Topic", page)
    assert topic.hasFocus()
    qtbot.keyClicks(topic, "pet")
    qtbot.keyClick(topic, Qt.Key.Key_Tab)
    assert sentence.hasFocus()
    qtbot.keyClicks(sentence, "Biscuit sleeps under table 4")
    enter(qtbot)
    assert lines(page) == ["Pet, Biscuit sleeps under table 4, today, on paper"]
    assert one(QAbstractButton, "Add a detail", page).hasFocus()


def test_a_form_that_opens_at_the_foot_of_the_page_is_brought_into_sight(page: Customers, qtbot: QtBot) -> None:
    page.resize(1188, 400)
    press("Add a detail", page, qtbot)
    keep = one(QAbstractButton, "Keep it", page)
    qtbot.waitUntil(lambda: keep.visibleRegion().boundingRect() == keep.rect())


def test_the_dots_of_a_detail_open_its_menu(page: Customers, qtbot: QtBot, bench: int) -> None:
    detail = line(page, "A long bench")
    detail.setFocus()
    detail.grab()
    qtbot.mouseClick(detail, Qt.MouseButton.LeftButton, pos=QPoint(detail.width() - 14, detail.height() - 10))
    choose("Still true", qtbot)
    assert lines(page) == ["Plans, A long bench, Tue 20 Oct, 5 weeks ago  ·  still true today, on paper"]


def test_an_empty_sentence_is_refused_and_the_form_stays(page: Customers, qtbot: QtBot) -> None:
    press("Add a detail", page, qtbot)
    field = one(QLineEdit, "What you learned", page)
    field.setFocus()
    enter(qtbot)
    assert field.accessibleDescription() == "What did you learn?"
    assert lines(page) == []


def test_it_may_be_about_one_of_the_people_and_only_for_me(page: Customers, qtbot: QtBot, halcyon: int, desk: Desk,
                                                           floor: Floor) -> None:
    with desk.act("shop.set_up"):
        floor.settings.keeper = shops.add_keeper("Mira")
    press("Add a detail", page, qtbot)
    about = one(QComboBox, "About whom", page)
    about.setFocus()
    qtbot.keyClicks(about, "Tad")
    press("Who may see it: on paper", page, qtbot)
    press("Who may see it: only here", page, qtbot)
    field = one(QLineEdit, "What you learned", page)
    type_into(field, "He sings", qtbot)
    enter(qtbot)
    assert lines(page) == ["Need, He sings, Tad Okonkwo, today, only me"]
    assert details.of(halcyon, keeper=None) == []
    assert people.at(halcyon)[1].id == details.of(halcyon, keeper=floor.settings.keeper)[0].person


def test_a_worry_is_kept_off_the_sheet_as_all_tender_topics(page: Customers, qtbot: QtBot) -> None:
    press("Add a detail", page, qtbot)
    qtbot.keyClicks(one(QComboBox, "Topic", page), "worry")
    assert "Who may see it: kept off the sheet" in all_names(QAbstractButton, page)


def test_half_a_sentence_is_kept_when_another_customer_is_shown(page: Customers, qtbot: QtBot, ana: int,
                                                                halcyon: int) -> None:
    press("Add a detail", page, qtbot)
    type_into(one(QLineEdit, "What you learned", page), "Deliveries at the back", qtbot)
    page.open(ana)
    assert [row.text for row in details.of(halcyon)] == ["Deliveries at the back"]


def test_a_detail_is_corrected_where_it_stands(page: Customers, qtbot: QtBot, bench: int, halcyon: int) -> None:
    assert lines(page) == ["Plans, A long bench, Tue 20 Oct, 5 weeks ago, on paper"]
    qtbot.mouseClick(line(page, "A long bench"), Qt.MouseButton.LeftButton)
    field = one(QPlainTextEdit, "Plans", page)
    assert field.hasFocus()
    type_into(field, "A short bench", qtbot)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert lines(page) == ["Plans, A short bench, today, on paper"]
    assert details.earlier(details.of(halcyon)[0].id) == ["A long bench"]


def test_a_detail_left_for_another_field_is_kept_and_the_focus_stays_there(page: Customers, qtbot: QtBot, bench: int,
                                                                           halcyon: int) -> None:
    line(page, "A long bench").open()
    type_into(one(QPlainTextEdit, "Plans", page), "A short bench", qtbot)
    page.search.setFocus()
    assert [row.text for row in details.of(halcyon)] == ["A short bench"]
    assert page.search.hasFocus()
    assert all_names(QPlainTextEdit, page) == []


def test_a_pause_while_typing_makes_no_newer_detail(page: Customers, qtbot: QtBot, bench: int, halcyon: int) -> None:
    press("Plans, A long bench, Tue 20 Oct, 5 weeks ago, on paper", page, qtbot)
    field = one(QPlainTextEdit, "Plans", page)
    assert isinstance(field, Sentence)
    field.pause.setInterval(1)
    with qtbot.waitSignal(field.pause.timeout):
        type_into(field, "A short", qtbot)
    assert [row.id for row in details.of(halcyon)] == [bench]
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert [row.text for row in details.of(halcyon)] == ["A long bench"]


def test_a_detail_has_a_menu_for_topic_and_who_may_see_it(page: Customers, qtbot: QtBot, bench: int) -> None:
    line(page, "A long bench").choose_seen_by()
    choose("only here", qtbot)
    assert lines(page) == ["Plans, A long bench, Tue 20 Oct, 5 weeks ago, only here"]
    within(page, "A long bench", "Topic", "Hope")
    assert lines(page) == ["Hope, A long bench, Tue 20 Oct, 5 weeks ago, only here"]


def within(page: Customers, text: str, *path: str) -> None:
    """Choose an entry of a detail's menu, in its submenus."""
    asked = line(page, text)
    QApplication.sendEvent(asked, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    actions = menu.actions()
    for step in path[:-1]:
        inner = next(action for action in actions if action.text() == step).menu()
        assert isinstance(inner, QMenu)
        actions = inner.actions()
    next(action for action in actions if action.text() == path[-1]).trigger()
    menu.close()


def test_a_detail_is_confirmed_moved_and_tells_what_it_said_before(page: Customers, qtbot: QtBot, bench: int,
                                                                   halcyon: int, desk: Desk) -> None:
    within(page, "A long bench", "Still true")
    assert lines(page) == ["Plans, A long bench, Tue 20 Oct, 5 weeks ago  ·  still true today, on paper"]
    desk.undo()
    within(page, "A long bench", "About whom", "Tad Okonkwo")
    assert [row.whose for row in details.of(halcyon)] == ["Tad Okonkwo"]
    within(page, "A long bench", "Correct")
    type_into(one(QPlainTextEdit, "Plans", page), "A short bench", qtbot)
    qtbot.keyClick(one(QPlainTextEdit, "Plans", page), Qt.Key.Key_Return)
    within(page, "A short bench", "What it said before", "A long bench")


def test_what_a_detail_changes_for_us_and_its_day_stand_with_it(page: Customers, qtbot: QtBot, bench: int) -> None:
    within(page, "A long bench", "What that changes for us…")
    qtbot.keyClicks(QApplication.focusWidget(), "Measure the wall")
    enter(qtbot)
    assert "For us: Measure the wall" in lines(page)[0]
    assert line(page, "A long bench").hasFocus()
    within(page, "A long bench", "On a day…")
    qtbot.keyClicks(QApplication.focusWidget(), "12 Dec")
    enter(qtbot)
    assert "Sat 12 Dec" in lines(page)[0]


def test_a_follow_up_is_made_of_a_detail(page: Customers, qtbot: QtBot, bench: int, halcyon: int) -> None:
    within(page, "A long bench", "Make a follow-up of it…")
    enter(qtbot)
    assert one(QLineEdit, "What is to be done", page).accessibleDescription() == "What is to be done?"
    qtbot.keyClicks(QApplication.focusWidget(), "Draw the bench")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), "tomorrow")
    enter(qtbot)
    assert [(due.title, due.due) for due in followups.open_of(halcyon)] == [
        ("Draw the bench", TODAY + dt.timedelta(1))]


def test_a_topic_of_the_shop_is_added_where_it_is_needed(page: Customers, qtbot: QtBot, bench: int) -> None:
    within(page, "A long bench", "Topic", "New topic…")
    qtbot.keyClicks(QApplication.focusWidget(), "Benches")
    enter(qtbot)
    assert lines(page) == ["Benches, A long bench, Tue 20 Oct, 5 weeks ago, on paper"]
    within(page, "A long bench", "Topic", "Keep “Benches” off paper")
    assert lines(page) == ["Benches, A long bench, Tue 20 Oct, 5 weeks ago, kept off the sheet"]
    press("Add a detail", page, qtbot)
    topic = one(QComboBox, "Topic", page)
    assert [topic.itemText(n) for n in range(topic.count())][-2:] == ["Benches", "New topic…"]
    topic.setFocus()
    qtbot.keyClicks(topic, "new")
    qtbot.keyClicks(one(QLineEdit, "Name of the new topic", page), "Boats")
    enter(qtbot)
    assert topic.currentText() == "Boats"
    qtbot.keyClicks(QApplication.focusWidget(), "A gaff cutter")
    enter(qtbot)
    assert "Boats, A gaff cutter, today, on paper" in lines(page)


def test_of_many_details_the_newest_stand_there_and_the_others_behind_a_link(page: Customers, qtbot: QtBot, desk: Desk,
                                                                             halcyon: int) -> None:
    with desk.act("detail.add"):
        for n in range(100):
            details.add(f"number {n}", topic="care", customer=halcyon, learned_on=TODAY - dt.timedelta(n))
    assert len(lines(page)) == 12
    press("88 older details", page, qtbot)
    assert len(lines(page)) == 62
    press("38 older details", page, qtbot)
    assert len(lines(page)) == 100


def test_old_details_ask_whether_they_are_still_true(page: Customers, qtbot: QtBot, desk: Desk, halcyon: int) -> None:
    with desk.act("detail.add"):
        for n in range(40):
            details.add(f"number {n}", topic="care", customer=halcyon, learned_on=TODAY - dt.timedelta(400 + n))
    press("Still true: number 39", page, qtbot)
    assert "Still true: number 39" not in all_names(QAbstractButton, page)
    press("Correct: number 38", page, qtbot)
    field = one(QPlainTextEdit, "Care", page)
    assert field.hasFocus() and field.toPlainText() == "number 38"


def test_delete_sends_a_detail_to_the_trash_with_an_undo(page: Customers, qtbot: QtBot, bench: int, desk: Desk) -> None:
    line(page, "A long bench").setFocus()
    with qtbot.waitSignal(page.done) as said:
        qtbot.keyClick(line(page, "A long bench"), Qt.Key.Key_Delete)
    assert said.args == ["Detail deleted"]
    assert lines(page) == []
    desk.undo()
    assert lines(page) == ["Plans, A long bench, Tue 20 Oct, 5 weeks ago, on paper"]


def test_how_it_was_learned_is_said(page: Customers, qtbot: QtBot, desk: Desk, halcyon: int) -> None:
    with desk.act("detail.add"):
        call = touchpoints.plan([halcyon], dt.datetime(2026, 11, 19, 9, 0), channel="call")
        details.add("The thread", topic="need", customer=halcyon, learned_on=dt.date(2026, 11, 19), touchpoint=call)
    assert lines(page) == ["Need, The thread, Call, Thu 19 Nov, 5 days ago, on paper"]
