"""The debrief: typed in by keys alone, each field kept as it is left, closed with one key."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from lovedesk.shop import (
    blobs,
    chasing,
    customers,
    details,
    followups,
    items,
    papers,
    people,
    timeline,
    touchpoints,
    visits,
)
from lovedesk.store.desk import Desk
from lovedesk.ui.parts.date_field import DateField
from lovedesk.ui.parts.focus_ring import FocusRing
from lovedesk.ui.parts.tick import Tick
from lovedesk.ui.place import Floor, Go
from lovedesk.ui.places.debrief import Debrief
from lovedesk.ui.places.debrief_promises import read_promise
from tests.conftest import TODAY
from tests.hands import all_names, choose, enter, one, press, shown, type_into

BOXES = {"bring": ["The reel", "Quince jam"], "tell": ["What happened", "What changed"],
         "do": ["Sit on all six", "Sweep"]}
QUESTIONS = {"What did it cost you?": "worry", "What would make December easy?": "need",
             "Who else sits here?": "family"}
WHAT_WE_PROMISED, WHAT_THEY_PROMISED = "What we promised", "What they promised"


@pytest.fixture
def visit(desk: Desk) -> int:
    """A visit to a café of two people, an hour ago, with six boxes and three questions."""
    with desk.act("visit.plan"):
        halcyon = customers.add("Café Halcyon", kind="business")
        people.add(halcyon, "Xiomara Reyes")
        people.add(halcyon, "Tad Okonkwo")
        planned = touchpoints.plan([halcyon], dt.datetime.combine(TODAY, dt.time(8)), occasion="problem")
        for kind, texts in BOXES.items():
            for text in texts:
                items.add(planned, kind, text)
        for text, topic in QUESTIONS.items():
            items.add(planned, "ask", text, topic=topic)
    return planned


@pytest.fixture
def page(floor: Floor, visit: int, qtbot: QtBot) -> Debrief:
    place = Debrief(floor)
    place.open(visit)
    return shown(place, qtbot)


def key(qtbot: QtBot, wanted: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, wanted, modifier)


def typed(qtbot: QtBot, words: str) -> None:
    """Type words where the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClicks(focused, words)


def customer_of(visit: int) -> int:
    return visits.customers(visit)[0].id


def titles(visit: int) -> list[str]:
    return [due.title for due in followups.of_touchpoint(visit)]


def answers(visit: int) -> list[str]:
    return [item.answer for item in items.of(visit) if item.kind == "ask"]


def test_a_sheet_is_typed_in_by_keys_alone_within_22_steps(desk: Desk, page: Debrief, visit: int, qtbot: QtBot) -> None:
    steps = 1                                   # opened from Today
    for _box in range(6):
        key(qtbot, Qt.Key.Key_Return)           # ticks and goes on
        steps += 1
    for answer in ("A whole night", "Two spare stools", "Her sister on Sundays"):
        typed(qtbot, answer)
        key(qtbot, Qt.Key.Key_Return)
        steps += 1
    for promise in ("Bring two stools by 9 Dec", "Send the bill by Friday"):
        typed(qtbot, promise)
        key(qtbot, Qt.Key.Key_Return)
        steps += 1
    with qtbot.waitSignal(page.go) as went:
        key(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        steps += 1
    assert steps <= 22
    assert went.args == [Go("today")]
    stored = visits.page(visit)
    assert stored is not None and stored.done_at == desk.now()
    assert all(item.ticked for item in stored.items)
    assert answers(visit) == ["A whole night", "Two spare stools", "Her sister on Sundays"]
    assert [(due.title, due.due, due.promised, due.promised_for) for due in followups.of_touchpoint(visit)] == [
        ("Send the bill", dt.date(2026, 11, 27), True, dt.date(2026, 11, 27)),
        ("Bring two stools", dt.date(2026, 12, 9), True, dt.date(2026, 12, 9))]


def test_enter_shows_where_it_has_gone_on_to(page: Debrief, qtbot: QtBot) -> None:
    ring = FocusRing(cast(QApplication, QApplication.instance()), page.window())
    key(qtbot, Qt.Key.Key_Return)
    assert ring.isVisible() and ring.target is QApplication.focusWidget()


def test_space_ticks_and_takes_the_tick_away(page: Debrief, visit: int, qtbot: QtBot) -> None:
    key(qtbot, Qt.Key.Key_Space)
    assert items.of(visit)[0].ticked
    assert "1 of 6 ticked" in page.ticks.head.accessibleName()
    key(qtbot, Qt.Key.Key_Space)
    assert not items.of(visit)[0].ticked


def test_tab_goes_in_the_order_of_the_sheet(page: Debrief, qtbot: QtBot) -> None:
    seen = []
    for _stop in range(32):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused.accessibleName() or (focused.text() if isinstance(focused, QAbstractButton) else ""))
        key(qtbot, Qt.Key.Key_Tab)
    wanted = [*(text for texts in BOXES.values() for text in texts), *QUESTIONS, WHAT_WE_PROMISED, WHAT_THEY_PROMISED,
              "Notes and sketch", "Choose a photo of the sheet", "What was of use to them?",
              "What they said themselves", "Day of the next touch", "Done"]
    assert [name for name in seen if name in wanted] == wanted


def test_one_key_closes_what_went_fine(page: Debrief, visit: int, qtbot: QtBot) -> None:
    told: list[object] = []
    page.done.connect(told.append)
    page.go.connect(told.append)
    key(qtbot, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert told == ["Visit closed: went fine", Go("today")]
    stored = visits.page(visit)
    assert stored is not None and stored.done_at is not None


def test_an_answer_becomes_a_detail_and_follows_when_it_is_corrected_later(
        page: Debrief, visit: int, qtbot: QtBot) -> None:
    answer = one(QPlainTextEdit, "What would make December easy?", page)
    type_into(answer, "Two spare stools", qtbot)
    press("Done", page, qtbot)
    assert [row.text for row in details.of(customer_of(visit))] == ["Two spare stools"]
    type_into(answer, "Three spare stools", qtbot)
    enter(qtbot)
    assert [(row.text, row.topic, row.source) for row in details.of(customer_of(visit))] == [
        ("Three spare stools", "need", "touchpoint")]


def test_opened_again_it_is_filled_in(floor: Floor, page: Debrief, visit: int, qtbot: QtBot) -> None:
    type_into(one(QPlainTextEdit, "Who else sits here?", page), "Her sister", qtbot)
    type_into(one(QPlainTextEdit, "Notes and sketch", page), "Tad plays the clarinet.", qtbot)
    type_into(one(QPlainTextEdit, "What was of use to them?", page), "They sat on it first.", qtbot)
    type_into(one(QPlainTextEdit, "What they said themselves", page), "Now I can sleep again.", qtbot)
    type_into(one(QLineEdit, WHAT_THEY_PROMISED, page), "The measures by Monday", qtbot)
    press("Done", page, qtbot)
    again = Debrief(floor)
    again.open(visit)
    shown(again, qtbot)
    for name, text in (("Who else sits here?", "Her sister"), ("Notes and sketch", "Tad plays the clarinet."),
                       ("What was of use to them?", "They sat on it first."),
                       ("What they said themselves", "Now I can sleep again.")):
        assert one(QPlainTextEdit, name, again).toPlainText() == text
    assert one(QLineEdit, "Promise", again).text() == "The measures"
    assert one(DateField, "By which day", again).text() == "Mon 30 Nov"
    assert "Went fine, nothing to add" not in all_names(QAbstractButton, again)


def test_topic_person_and_eyes_of_an_answer_are_chosen_beside_it(page: Debrief, visit: int, qtbot: QtBot) -> None:
    row = page.answers.rows.in_order()[0]
    press("What it is about: Worry", row, qtbot)
    choose("Hope", qtbot)
    press("Whom it is about: Café Halcyon", row, qtbot)
    choose("Tad Okonkwo", qtbot)
    press("Who may see it: on paper", row, qtbot)      # as a hope it may lie on their table
    item = next(item for item in items.of(visit) if item.kind == "ask")
    tad = next(person.id for person in visits.people_choices(visit) if person.name == "Tad Okonkwo")
    assert (item.topic, item.person, item.seen_by) == ("hope", tad, "here")


def test_what_they_promised_waits_for_them(page: Debrief, visit: int, qtbot: QtBot) -> None:
    type_into(one(QLineEdit, WHAT_THEY_PROMISED, page), "The measures of the second room", qtbot)
    enter(qtbot)
    (due,) = followups.of_touchpoint(visit)
    assert (due.title, due.theirs, due.promised, due.due) == ("The measures of the second room", True, False, None)
    assert one(QLineEdit, WHAT_THEY_PROMISED, page).text() == ""


def test_tab_from_a_promise_without_a_day_asks_for_its_day(page: Debrief, visit: int, qtbot: QtBot) -> None:
    type_into(one(QLineEdit, WHAT_WE_PROMISED, page), "Call back", qtbot)
    key(qtbot, Qt.Key.Key_Tab)
    typed(qtbot, "1 dec")
    key(qtbot, Qt.Key.Key_Tab)
    (due,) = followups.of_touchpoint(visit)
    assert (due.title, due.due, due.promised_for) == ("Call back", dt.date(2026, 12, 1), dt.date(2026, 12, 1))


def test_the_line_for_the_next_promise_stays_in_sight(page: Debrief, qtbot: QtBot) -> None:
    line = one(QLineEdit, WHAT_WE_PROMISED, page)
    line.setFocus()
    for number in range(12):
        qtbot.keyClicks(line, f"Promise {number}")
        enter(qtbot)
    qtbot.waitUntil(lambda: not line.visibleRegion().isEmpty())


def test_a_promise_is_reworded_and_taken_away(desk: Desk, page: Debrief, visit: int, qtbot: QtBot) -> None:
    type_into(one(QLineEdit, WHAT_WE_PROMISED, page), "Call back by Friday", qtbot)
    enter(qtbot)
    type_into(one(QLineEdit, "Promise", page), "Call Tad back", qtbot)
    enter(qtbot)
    assert titles(visit) == ["Call Tad back"]
    press("Take it away", page, qtbot)
    assert titles(visit) == []
    desk.undo()
    assert one(QLineEdit, "Promise", page).text() == "Call Tad back"


def test_a_promise_without_words_is_refused_beside_its_field(page: Debrief, visit: int, qtbot: QtBot) -> None:
    type_into(one(QLineEdit, WHAT_WE_PROMISED, page), "Call back by Friday", qtbot)
    enter(qtbot)
    type_into(one(QLineEdit, "Promise", page), " ", qtbot)
    enter(qtbot)
    assert one(QLineEdit, "Promise", page).accessibleDescription() == "What is to be done?"
    assert titles(visit) == ["Call back"]


@pytest.mark.parametrize(("text", "title", "day"), [
    ("send the bill by Friday", "send the bill", dt.date(2026, 11, 27)),
    ("the long bench, by 4 Dec", "the long bench", dt.date(2026, 12, 4)),
    ("Stand BY me BY tomorrow", "Stand BY me", dt.date(2026, 11, 25)),
    ("put a bench by the window", "put a bench by the window", None),
    ("by Friday", "by Friday", None),
    ("Straße kehren by 1 Dec", "Straße kehren", dt.date(2026, 12, 1)),
])
def test_the_day_is_read_off_the_end_of_a_promise(text: str, title: str, day: dt.date | None) -> None:
    assert read_promise(text, TODAY) == (title, day)


def test_the_next_touch_is_planned_from_here(page: Debrief, visit: int, qtbot: QtBot) -> None:
    type_into(one(QLineEdit, "Day of the next touch", page), "15 dec", qtbot)
    enter(qtbot)
    touch = timeline.next_planned(customer_of(visit), dt.datetime.combine(TODAY, dt.time(12)))
    assert touch is not None
    assert (touch.start, touch.occasion) == (dt.datetime(2026, 12, 15, 8), "great")
    with qtbot.waitSignal(page.go) as went:
        press("Open the next touch", page, qtbot)
    assert went.args == [Go("visit", touch.id)]


def test_a_day_left_in_the_field_of_the_next_touch_is_planned_at_done(page: Debrief, visit: int, qtbot: QtBot) -> None:
    type_into(one(QLineEdit, "Day of the next touch", page), "15 dec", qtbot)
    key(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert timeline.next_planned(customer_of(visit), dt.datetime.combine(TODAY, dt.time(12))) is not None


def test_an_unreadable_day_of_the_next_touch_keeps_the_page_open(page: Debrief, visit: int, qtbot: QtBot) -> None:
    field = one(QLineEdit, "Day of the next touch", page)
    type_into(field, "whenever", qtbot)
    key(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "No day can be read" in field.accessibleDescription()
    stored = visits.page(visit)
    assert stored is not None and stored.done_at is None


def photo(folder: Path, pixels: int) -> Path:
    image = QImage(pixels, pixels, QImage.Format.Format_RGB32)
    for x in range(0, pixels, 3):
        for y in range(0, pixels, 3):
            image.setPixel(x, y, (x * 7919 + y * 104729) % 0xFFFFFF)
    path = folder / "sheet.bmp"
    image.save(str(path))
    return path


def drop(page: Debrief, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    field = page.papers.drop
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(field, QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, buttons, none))
    QApplication.sendEvent(field, QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, none))


def names_of(visit: int) -> list[str]:
    return [paper.name for paper in papers.of(visit)]


def test_a_dropped_photo_is_kept_with_the_visit(desk: Desk, page: Debrief, visit: int, tmp_path: Path,
                                                qtbot: QtBot) -> None:
    drop(page, photo(tmp_path, 60))
    qtbot.waitUntil(lambda: names_of(visit) == ["sheet"])
    qtbot.waitUntil(lambda: "sheet" in all_names(QAbstractButton, page))
    one(QAbstractButton, "sheet", page).setFocus()
    with qtbot.waitSignal(page.done) as said:
        key(qtbot, Qt.Key.Key_Delete)
    assert said.args == ["Picture deleted"]
    assert names_of(visit) == []
    assert page.papers.drop.hasFocus()
    desk.undo()
    assert names_of(visit) == ["sheet"]


def test_after_a_photo_is_added_tab_goes_to_the_photo_and_on(page: Debrief, visit: int, tmp_path: Path,
                                                             qtbot: QtBot) -> None:
    drop(page, photo(tmp_path, 60))
    qtbot.waitUntil(lambda: "sheet" in all_names(QAbstractButton, page))
    page.papers.drop.setFocus()
    key(qtbot, Qt.Key.Key_Tab)
    assert one(QAbstractButton, "sheet", page).hasFocus()
    key(qtbot, Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPlainTextEdit)
    assert focused.accessibleName() == "What was of use to them?"


def test_a_large_photo_is_kept_shrunk(page: Debrief, visit: int, tmp_path: Path, qtbot: QtBot) -> None:
    drop(page, photo(tmp_path, 1700))
    qtbot.waitUntil(lambda: names_of(visit) == ["sheet"])
    (paper,) = papers.of(visit)
    assert paper.kind == "image/jpeg"
    assert QImage.fromData(blobs.get(paper.key) or b"").width() == 1600


def test_a_scan_or_a_pdf_stays_as_it_is(page: Debrief, visit: int, tmp_path: Path, qtbot: QtBot) -> None:
    scan = tmp_path / "sheet.pdf"
    scan.write_bytes(b"%PDF-1.7 of two pages")
    drop(page, scan)
    qtbot.waitUntil(lambda: names_of(visit) == ["sheet.pdf"])
    (paper,) = papers.of(visit)
    assert blobs.get(paper.key) == b"%PDF-1.7 of two pages"


def test_what_is_no_picture_is_refused_in_words(page: Debrief, visit: int, tmp_path: Path, qtbot: QtBot) -> None:
    note = tmp_path / "note.txt"
    note.write_text("no picture")
    with qtbot.waitSignal(page.said) as said:
        drop(page, note)
    assert said.args == ["note.txt is neither a picture nor a PDF."]
    assert papers.of(visit) == []


def test_a_photo_can_be_chosen_too(page: Debrief, visit: int, tmp_path: Path, qtbot: QtBot) -> None:
    file = photo(tmp_path, 40)
    page.papers.drop.setFocus()
    key(qtbot, Qt.Key.Key_Return)
    (dialog,) = page.window().findChildren(QFileDialog)
    dialog.filesSelected.emit([str(file)])
    dialog.reject()
    qtbot.waitUntil(lambda: names_of(visit) == ["sheet"])


def test_a_copied_picture_is_pasted_into_the_field(page: Debrief, visit: int, qtbot: QtBot) -> None:
    QApplication.clipboard().setImage(QImage(30, 20, QImage.Format.Format_RGB32))
    qtbot.keyClick(page.papers.drop, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: names_of(visit) == ["Picture"])
    QApplication.clipboard().clear()


def test_a_visit_that_is_gone_leads_to_the_trash(desk: Desk, page: Debrief, visit: int, qtbot: QtBot) -> None:
    with desk.act("visit.trash"):
        touchpoints.trash(visit)
    with qtbot.waitSignal(page.go) as went:
        press("Open the trash", page, qtbot)
    assert went.args == [Go("trash")]
    desk.undo()
    assert one(Tick, "The reel", page).isVisible()


def test_names_without_end_leave_the_page_as_wide_as_it_is(desk: Desk, page: Debrief, visit: int) -> None:
    before = page.minimumSizeHint().width()
    with desk.act("customer.rename"):
        customers.rename(customer_of(visit), "A" * 190 + " B" * 5)
        items.change(items.of(visit)[0].id, "word " * 60)
    assert page.minimumSizeHint().width() == before


def test_that_they_had_to_chase_us_is_ticked(page: Debrief, qtbot: QtBot, desk: Desk, visit: int) -> None:
    box = one(Tick, "They had to chase us", page)
    assert not box.isChecked()
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    assert chasing.is_chased(visit)
    desk.undo()
    assert not one(Tick, "They had to chase us", page).isChecked()
    page.floor.settings.looking = True
    page.refresh()
    assert not box.isVisible()


def test_what_is_at_the_heart_and_was_not_ticked_is_said_and_holds_nobody_up(
        floor: Floor, desk: Desk, visit: int, qtbot: QtBot) -> None:
    with desk.act("item.change"):
        for item in items.of(visit)[:3]:
            items.set_required(item.id, required=True)
    place = Debrief(floor)
    place.open(visit)
    shown(place, qtbot)
    said = place.ticks.missing
    assert not said.isVisible()
    qtbot.keyClick(one(Tick, "The reel", place), Qt.Key.Key_Space)
    assert said.isVisible()
    assert said.text() == ("At the heart of it, and not ticked: Quince jam; What happened. "
                           "Leave it so, or take it along next time.")
    with qtbot.waitSignal(place.done):
        press("Done", place, qtbot)
    assert visits.page(visit).done_at is not None      # type: ignore[union-attr]  # it is there: it was shown


def test_boxes_stand_under_their_headings(floor: Floor, desk: Desk, visit: int, qtbot: QtBot) -> None:
    with desk.act("item.add"):
        for text in ("Ring twice", "Wait"):
            items.add(visit, "do", text, section="At the door")
    place = Debrief(floor)
    place.open(visit)
    shown(place, qtbot)
    ring, wait = one(Tick, "Ring twice", place), one(Tick, "Wait", place)
    assert ring.height() > wait.height()
    assert ring.toolTip() == ""
