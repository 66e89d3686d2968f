"""A visit's page: its plan changed in place, questions worth asking, the sheet beside it and on paper."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from lovedesk.shop import checklists, customers, details, items, people, questions, shops, touchpoints, visits
from lovedesk.shop.visits import VisitPage
from lovedesk.store.desk import Desk
from lovedesk.ui.parts.date_field import DateField, TimeField
from lovedesk.ui.parts.item_row import ItemRow
from lovedesk.ui.place import Floor, Go
from lovedesk.ui.places.visit import Visit
from lovedesk.ui.places.visit_hosts import HostChip
from tests.conftest import TODAY
from tests.hands import all_names, choose, enter, one, press, shown, type_into


@pytest.fixture
def planned(desk: Desk) -> int:
    """A visit to a café of two people today at 09:30, with three items; one worry that may be on paper, one secret."""
    with desk.act("visit.plan"):
        mira = shops.add_keeper("Mira")
        halcyon = customers.add("Café Halcyon", kind="business")
        people.add(halcyon, "Xiomara Reyes")
        people.add(halcyon, "Tad Okonkwo")
        details.add("The rent", topic="worry", customer=halcyon, seen_by=details.PAPER)
        details.add("The key is under the stone", topic="place", customer=halcyon, seen_by=details.HERE)
        visit = touchpoints.plan([halcyon], dt.datetime.combine(TODAY, dt.time(9, 30)), occasion="problem", keeper=mira)
        items.add(visit, "bring", "The reel")
        items.add(visit, "tell", "What happened")
        items.add(visit, "ask", "What did it cost you?", topic="worry")
    return visit


@pytest.fixture
def page(floor: Floor, planned: int, qtbot: QtBot) -> Visit:
    place = Visit(floor)
    place.open(planned)
    return shown(place, qtbot)


def stored(visit: int) -> VisitPage:
    found = visits.page(visit)
    assert found is not None
    return found


def words_on_sheet(page: Visit, qtbot: QtBot) -> str:
    """What the sheet says, when it has been laid out."""
    sheet = one(QWidget, "The sheet", page)
    qtbot.waitUntil(lambda: bool(sheet.accessibleDescription()))
    QApplication.processEvents()
    return sheet.accessibleDescription()


def pick(picker: QComboBox, word: str, qtbot: QtBot) -> None:
    """Pick a row of a combo box by its word."""
    picker.setFocus()
    qtbot.keyClicks(picker, word)
    picker.activated.emit(picker.currentIndex())


def test_the_head_says_when_why_and_with_whom(page: Visit) -> None:
    assert page.head.title.text() == "Visit, today at 09:30"
    assert "Occasion: Putting right" in all_names(QAbstractButton, page)
    assert page.head.second.text() == "45 minutes with Xiomara Reyes and Tad Okonkwo. Mira goes."


def test_back_leads_to_the_customer(page: Visit, planned: int, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.go) as went:
        press("Café Halcyon", page, qtbot)
    assert went.args == [Go("customers", stored(planned).customers[0].id)]


def test_the_plan_is_changed_where_it_stands_by_keys(desk: Desk, page: Visit, planned: int, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    type_into(one(DateField, "Day", page), "1 dec", qtbot)
    type_into(one(TimeField, "Time", page), "14", qtbot)
    type_into(one(QLineEdit, "What it is about", page), "The thread", qtbot)
    pick(one(QComboBox, "How long", page), "90", qtbot)
    pick(one(QComboBox, "By which way", page), "Call", qtbot)
    pick(one(QComboBox, "Occasion", page), "All", qtbot)
    pick(one(QComboBox, "Who goes", page), "Nobody", qtbot)
    press("Tad Okonkwo", page, qtbot)
    now = stored(planned)
    assert (now.start, now.title, now.channel, now.occasion, now.keeper) == (
        dt.datetime(2026, 12, 1, 14), "The thread", "call", "great", None)
    assert [person.name for person in now.people] == ["Xiomara Reyes"]
    assert page.head.title.text() == "Call, Tue 1 Dec at 14:00"
    press("Close", page, qtbot)
    assert "Day" not in all_names(DateField, page)


def test_a_day_that_was_emptied_is_refused_beside_it_and_changes_nothing(
        page: Visit, planned: int, qtbot: QtBot) -> None:
    press("Change when, why and with whom (Ctrl+E)", page, qtbot)
    field = one(DateField, "Day", page)
    type_into(field, " ", qtbot)
    enter(qtbot)
    assert field.accessibleDescription() == "On which day, and when?"
    assert stored(planned).start == dt.datetime(2026, 11, 24, 9, 30)


def test_moving_is_undone_at_once(desk: Desk, page: Visit, planned: int, qtbot: QtBot) -> None:
    press("Change when, why and with whom (Ctrl+E)", page, qtbot)
    type_into(one(DateField, "Day", page), "tomorrow", qtbot)
    with qtbot.waitSignal(page.done) as told:
        enter(qtbot)
    assert told.args == ["Moved"]
    assert page.head.title.text() == "Visit, tomorrow at 09:30"
    desk.undo()
    assert page.head.title.text() == "Visit, today at 09:30"


def test_another_checklist_brings_its_items(page: Visit, planned: int, qtbot: QtBot) -> None:
    press("Change the checklist", page, qtbot)
    choose("Good times", qtbot)
    assert page.list.source.text() == "From the checklist “Good times”"
    texts = [item.text for item in stored(planned).items]
    assert "The reel" in texts and len(texts) > 3


def test_a_question_worth_asking_is_added_with_one_press(page: Visit, planned: int, qtbot: QtBot) -> None:
    (offer, *_others) = questions.worth_asking(stored(planned).customers[0].id, touchpoint=planned)
    press(f"Ask: {offer.text}", page, qtbot)
    item = stored(planned).items[-1]
    assert (item.kind, item.text, item.topic, item.question) == ("ask", offer.text, offer.topic, offer.slug)
    assert f"Ask: {offer.text}" not in all_names(QAbstractButton, page)


def test_not_for_them_takes_a_question_away_for_good_until_undone(
        desk: Desk, page: Visit, planned: int, qtbot: QtBot) -> None:
    customer = stored(planned).customers[0].id
    (offer, *_others) = questions.worth_asking(customer, touchpoint=planned)
    press(f"Not for them: {offer.text}", page, qtbot)
    assert offer not in questions.worth_asking(customer, count=50)
    desk.undo()
    assert f"Ask: {offer.text}" in all_names(QAbstractButton, page)


def test_an_item_is_ticked_changed_moved_and_removed_by_keys(
        desk: Desk, page: Visit, planned: int, qtbot: QtBot) -> None:
    with desk.act("item.add"):
        items.add(planned, "bring", "Quince jam")
    reel = one(ItemRow, "The reel", page)
    reel.setFocus()
    qtbot.keyClick(reel, Qt.Key.Key_Space)
    assert stored(planned).items[0].ticked
    qtbot.keyClick(reel, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [item.text for item in stored(planned).items if item.kind == "bring"] == ["Quince jam", "The reel"]
    qtbot.keyClick(reel, Qt.Key.Key_F2)
    type_into(one(QLineEdit, "Words of the item", page), "The other reel", qtbot)
    enter(qtbot)
    assert "The other reel" in [item.text for item in stored(planned).items]
    qtbot.keyClick(one(ItemRow, "The other reel", page), Qt.Key.Key_Delete)
    assert [item.text for item in stored(planned).items if item.kind == "bring"] == ["Quince jam"]


def test_an_item_is_added_to_this_visit_alone(page: Visit, planned: int, qtbot: QtBot) -> None:
    press("Add something to tell", page, qtbot)
    qtbot.keyClicks(one(QLineEdit, "Add something to tell", page), "No bill for the second trip")
    enter(qtbot)
    assert stored(planned).items[-1][1:3] == ("tell", "No bill for the second trip")


def test_the_topic_of_a_question_is_chosen_at_its_chip(page: Visit, planned: int, qtbot: QtBot) -> None:
    question = one(ItemRow, "What did it cost you?, Worry", page)
    qtbot.keyClick(question, Qt.Key.Key_T)
    choose("Hope", qtbot)
    assert next(item.topic for item in stored(planned).items if item.kind == "ask") == "hope"


def test_the_sheet_beside_it_follows_each_change(desk: Desk, page: Visit, planned: int, qtbot: QtBot) -> None:
    assert "The reel" in words_on_sheet(page, qtbot)
    with desk.act("item.change"):
        items.change(items.of(planned)[0].id, "The other reel")
    qtbot.waitUntil(lambda: "The other reel" in words_on_sheet(page, qtbot))


def test_a_topic_is_chosen_for_this_sheet_alone(page: Visit, planned: int, qtbot: QtBot) -> None:
    assert page.sheet.stays.text() == "1 private detail and worry stay here"
    assert "The rent" not in words_on_sheet(page, qtbot)
    press("What is on it", page, qtbot)
    press("Worry, 1", page, qtbot)
    qtbot.waitUntil(lambda: "The rent" in words_on_sheet(page, qtbot))
    assert page.sheet.stays.text() == "1 private detail stays here"
    assert "under the stone" not in words_on_sheet(page, qtbot)


def test_the_sheet_is_saved_as_a_pdf(
        page: Visit, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    offered: list[str] = []
    file = tmp_path / "sheet.pdf"

    def answered(_parent: object, _title: str, path: str, _kinds: str) -> tuple[str, str]:
        offered.append(Path(path).name)
        return str(file), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answered)
    with qtbot.waitSignal(page.said) as said:
        qtbot.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert offered == ["Café Halcyon, Tue 24 Nov 2026.pdf"]
    assert said.args == ["Saved: sheet.pdf"]
    assert file.read_bytes().startswith(b"%PDF")


def test_print_asks_for_a_printer_and_prints_what_is_there(
        page: Visit, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def answered(dialog: QPrintDialog) -> QPrintDialog.DialogCode:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(tmp_path / "printed.pdf"))
        return QPrintDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", answered)
    qtbot.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")


def test_start_debrief_opens_it(page: Visit, planned: int, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.go) as went:
        qtbot.keyClick(page, Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    assert went.args == [Go("debrief", planned)]


def test_it_is_cancelled_with_a_reason_in_place_and_planned_again(
        page: Visit, planned: int, qtbot: QtBot) -> None:
    press("More for this visit", page, qtbot)
    choose("&Cancel it…", qtbot)
    type_into(one(QLineEdit, "Why it will not be", page), "Tad is ill", qtbot)
    enter(qtbot)
    assert stored(planned).cancelled_why == "Tad is ill"
    assert "Start &debrief" not in all_names(QAbstractButton, page)
    press("Plan it again", page, qtbot)
    assert stored(planned).cancelled_at is None


def test_what_is_deleted_is_told_with_an_undo_and_left(page: Visit, planned: int, qtbot: QtBot) -> None:
    told: list[object] = []
    page.done.connect(told.append)
    page.go.connect(told.append)
    press("More for this visit", page, qtbot)
    choose("De&lete", qtbot)
    assert told == ["Visit deleted", Go("back")]
    assert visits.page(planned) is None


def test_a_done_visit_shows_what_was_written(desk: Desk, page: Visit, planned: int, qtbot: QtBot) -> None:
    with desk.act("visit.finish"):
        touchpoints.write(planned, "notes", "Tad plays the clarinet.")
        touchpoints.finish(planned, now=desk.now())
    assert page.written.isVisible()
    assert "Open the &debrief" in all_names(QAbstractButton, page)
    assert not page.offers.isVisible()
    press("More for this visit", page, qtbot)
    choose("&Open it again", qtbot)
    assert stored(planned).done_at is None


def test_on_a_narrow_page_the_sheet_waits_behind_its_button(page: Visit, qtbot: QtBot) -> None:
    page.resize(932, 640)
    assert not page.sheet.isVisible()
    press("S&heet", page, qtbot)
    assert page.sheet.isVisible() and not page.left.isVisible()
    page.resize(1188, 720)
    assert page.sheet.isVisible() and page.left.isVisible()


def test_names_without_end_leave_the_page_as_wide_as_it_is(desk: Desk, page: Visit, planned: int) -> None:
    before = page.minimumSizeHint().width()
    with desk.act("customer.rename"):
        customers.rename(stored(planned).customers[0].id, "A" * 190)
        touchpoints.write(planned, "title", "thread " * 100)
    assert page.minimumSizeHint().width() == before


def test_one_customer_more_is_found_by_typing_and_one_less_goes_by_backspace(
        desk: Desk, page: Visit, planned: int, qtbot: QtBot) -> None:
    with desk.act("customer.add"):
        customers.add("Lindqvist Joinery", kind="business")
    key(page, Qt.Key.Key_E, qtbot)
    type_into(one(QLineEdit, "With one customer more", page), "lindq", qtbot)
    enter(qtbot)
    assert [host.name for host in stored(planned).customers] == ["Café Halcyon", "Lindqvist Joinery"]
    assert page.head.way_back.text() == "Café Halcyon and Lindqvist Joinery"
    chip = one(HostChip, "Lindqvist Joinery", page)
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Backspace)
    assert [host.name for host in stored(planned).customers] == ["Café Halcyon"]
    line = one(QLineEdit, "With one customer more", page)
    assert line.hasFocus()
    qtbot.keyClick(one(HostChip, "Café Halcyon", page), Qt.Key.Key_Backspace)
    assert line.accessibleDescription().startswith("Whom is it with")
    assert [host.name for host in stored(planned).customers] == ["Café Halcyon"]


def test_where_until_when_and_who_began_it_are_kept_as_they_are_left(
        page: Visit, planned: int, qtbot: QtBot) -> None:
    key(page, Qt.Key.Key_E, qtbot)
    type_into(one(TimeField, "Until", page), "11:00", qtbot)
    type_into(one(QLineEdit, "Where", page), "The market hall", qtbot)
    enter(qtbot)
    assert (stored(planned).minutes, stored(planned).place) == (90, "The market hall")
    assert page.head.second.text().startswith("1 h 30 with Xiomara Reyes and Tad Okonkwo, The market hall.")
    key(page, Qt.Key.Key_E, qtbot)
    press("They did", page, qtbot)
    press("They had to chase us", page, qtbot)
    assert (stored(planned).began, stored(planned).chased) == ("they", True)
    type_into(one(TimeField, "Until", page), "9", qtbot)
    enter(qtbot)
    assert "before it begins" in one(TimeField, "Until", page).accessibleDescription()
    assert stored(planned).minutes == 90
    pick(one(QComboBox, "Whole days", page), "2 whole", qtbot)
    assert (stored(planned).days, stored(planned).start) == (2, dt.datetime(2026, 11, 24))
    assert page.head.title.text() == "Visit, today"


def test_it_is_copied_to_its_next_time_by_keys(desk: Desk, page: Visit, planned: int, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(page.go) as went:
        type_into(one(DateField, "Day of the next time", page), "15 dec", qtbot)
        enter(qtbot)
    made = went.args[0].what
    assert stored(made).start == dt.datetime(2026, 12, 15, 9, 30)
    assert [item.text for item in stored(made).items] == [item.text for item in stored(planned).items]
    desk.undo()
    assert visits.page(made) is None


def test_a_copy_without_a_day_is_asked_for_one_and_esc_puts_it_away(page: Visit, qtbot: QtBot) -> None:
    press("More for this visit", page, qtbot)
    choose("Copy to the &next time…", qtbot)
    enter(qtbot)
    field = one(DateField, "Day of the next time", page)
    assert field.accessibleDescription() == "On which day, and when?"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not page.copy_pane.isVisible()


def test_it_is_handed_over_to_the_other_keeper_by_a_key(desk: Desk, page: Visit, planned: int, qtbot: QtBot) -> None:
    with desk.act("shop.set_up"):
        shops.add_keeper("Jonas")
    with qtbot.waitSignal(page.done) as told:
        key(page, Qt.Key.Key_H, qtbot)
    assert (told.args, stored(planned).keeper_name) == (["Jonas goes now"], "Jonas")
    desk.undo()
    assert stored(planned).keeper_name == "Mira"


def test_a_key_asks_why_it_will_not_be(page: Visit, planned: int, qtbot: QtBot) -> None:
    key(page, Qt.Key.Key_Delete, qtbot)
    qtbot.keyClicks(QApplication.focusWidget(), "They are away")
    enter(qtbot)
    assert stored(planned).cancelled_why == "They are away"
    assert page.cancelled.isVisible()


def test_our_own_is_shown_by_its_title_and_leads_back_to_the_calendar(
        desk: Desk, floor: Floor, qtbot: QtBot) -> None:
    with desk.act("visit.plan"):
        own = touchpoints.plan([], desk.now(), title="The tax adviser")
    place = Visit(floor)
    place.open(own)
    shown(place, qtbot)
    assert place.head.way_back.text() == "The tax adviser"
    with qtbot.waitSignal(place.go) as went:
        place.head.way_back.click()
    assert went.args == [Go("calendar")]


def test_a_done_visit_without_value_says_so_quietly(desk: Desk, page: Visit, planned: int, qtbot: QtBot) -> None:
    with desk.act("visit.finish"):
        touchpoints.finish(planned, now=desk.now())
    page.note_change(frozenset({"touchpoint"}))
    assert page.written.nothing.isVisible()
    with qtbot.waitSignal(page.go) as went:
        press("Say what was of use", page, qtbot)
    assert went.args == [Go("debrief", planned)]
    with desk.act("visit.write"):
        touchpoints.write(planned, "value", "Swatches")
    page.note_change(frozenset({"touchpoint"}))
    assert not page.written.nothing.isVisible()


def key(page: Visit, which: Qt.Key, qtbot: QtBot) -> None:
    """Press a key with Ctrl on the page."""
    qtbot.keyClick(page, which, Qt.KeyboardModifier.ControlModifier)


def paste(page: Visit, text: str, qtbot: QtBot) -> None:
    """Ctrl+V on an item of the list, after something was copied elsewhere."""
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(one(ItemRow, "The reel", page), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_lines_pasted_become_items_of_this_visit(desk: Desk, page: Visit, planned: int, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.done) as said:
        paste(page, "# At the door\n- Ring twice\n- bring: Felt", qtbot)
    assert said.args == ["Lines pasted"]
    assert [(item.kind, item.text, item.section) for item in stored(planned).items[-2:]] == [
        ("do", "Ring twice", "At the door"), ("bring", "Felt", "At the door")]
    desk.undo()
    assert len(stored(planned).items) == 3


def test_its_list_is_kept_as_a_new_checklist(desk: Desk, page: Visit, planned: int, qtbot: QtBot) -> None:
    press("Keep as a checklist", page, qtbot)
    choose("As a new one…", qtbot)
    enter(qtbot)
    line = one(QLineEdit, "Title of the new checklist", page)
    assert "called" in line.accessibleDescription()
    qtbot.keyClicks(line, "Stools")
    enter(qtbot)
    kept = checklists.named("Stools")
    assert (kept.own, kept.occasion, kept.minutes) == (True, "problem", 45)
    assert [item.text for item in checklists.items(kept.key)] == [item.text for item in stored(planned).items]
    assert "Title of the new checklist" not in all_names(QLineEdit, page)


def test_its_list_takes_the_place_of_the_one_it_came_from(desk: Desk, page: Visit, planned: int, qtbot: QtBot) -> None:
    with desk.act("visit.change"):
        touchpoints.set_checklist(planned, "good-times")
    before = [item.text for item in checklists.items("good-times")]
    press("Keep as a checklist", page, qtbot)
    choose("In the place of “Good times”", qtbot)
    assert [item.text for item in checklists.items("good-times")] == ["The reel", "What happened",
                                                                     "What did it cost you?", *before]
    desk.undo()
    assert [item.text for item in checklists.items("good-times")] == before


def test_when_an_item_was_ticked_is_said_when_it_is_pointed_at(desk: Desk, page: Visit, planned: int,
                                                              qtbot: QtBot) -> None:
    row = one(ItemRow, "The reel", page)
    assert row.toolTip() == ""
    qtbot.keyClick(row, Qt.Key.Key_Space)
    moment = stored(planned).items[0].ticked_at
    assert moment == desk.now()
    assert row.toolTip() == "Ticked on Tue 24 Nov 2026 at 09:00"


def test_while_someone_is_looking_neither_the_slip_nor_a_tender_question_stands_there(
        page: Visit, planned: int, floor: Floor) -> None:
    floor.settings.looking = True
    page.note_change(frozenset({"touchpoint"}))
    assert not page.head.occasion.isVisible()
    assert all("worr" not in name.lower() and "off your mind" not in name
               for name in all_names(QAbstractButton, page.offers))
    floor.settings.looking = False
    page.note_change(frozenset({"touchpoint"}))
    assert page.head.occasion.isVisible()
