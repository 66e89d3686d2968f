"""Quick add over the window: chips as one types, two readings wait, several lines at once, the focus goes back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from lovedesk.settings import Settings
from lovedesk.shop import customers, details, followups, inbox, tags, timeline, touchpoints
from lovedesk.store.desk import Desk
from lovedesk.ui.parts.chips import Chip
from lovedesk.ui.parts.quick_line import QuickLine
from lovedesk.ui.place import Go
from lovedesk.ui.quick_add import QuickAdd
from lovedesk.ui.window import Window
from tests import hands

Press = Callable[..., None]


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, desk: Desk, ana: int) -> Iterator[Window]:
    """The window on a desk with Ana and Ben."""
    with desk.act("customer.add"):
        customers.add("Ben Okafor")
        customers.add("Anton Ruge")
    shown = Window(qapp, Settings())
    shown.resize(1280, 720)
    shown.show_desk(desk, Go("today"))
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    yield shown
    shown.hide()
    shown.aside.close()
    shown.signals.close()
    shown.deleteLater()


@pytest.fixture
def key(qtbot: QtBot, window: Window) -> Press:
    """Press a key where the keyboard is."""
    def pressed(name: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        qtbot.keyClick(QApplication.focusWidget() or window, name, held)
    return pressed


@pytest.fixture
def type_line(qtbot: QtBot, window: Window, key: Press) -> Callable[[str], QuickAdd]:
    """Ctrl+N and a line."""
    def typed(text: str) -> QuickAdd:
        key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        panel = window.quick
        assert panel is not None and panel.isVisible()
        line = QApplication.focusWidget()
        assert isinstance(line, QuickLine)
        qtbot.keyClicks(line, text)
        return panel
    return typed


def chips(panel: QWidget) -> list[str]:
    return hands.all_names(Chip, panel)


def test_what_is_understood_stands_below_and_enter_keeps_it(type_line: Callable[[str], QuickAdd], key: Press, ana: int,
                                                            desk: Desk) -> None:
    panel = type_line("call Ana Tue at 10 about the roof")
    assert chips(panel) == ["Call", "Ana Ruiz", "Tue 1 Dec at 10:00", "about the roof"]
    key(Qt.Key.Key_Return)
    assert not panel.isVisible()
    assert [touch.start for touch in timeline.of_customer(ana)] == [dt.datetime(2026, 12, 1, 10)]
    hands.undone(desk)
    assert timeline.of_customer(ana) == []


def test_esc_keeps_nothing_and_the_focus_goes_back(window: Window, type_line: Callable[[str], QuickAdd],
                                                   key: Press) -> None:
    before = hands.one(QAbstractButton, "Add in one line (Ctrl+N)", window)
    before.setFocus()
    panel = type_line("buy milk")
    key(Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert QApplication.focusWidget() is before
    assert inbox.lines() == []


def test_backspace_on_a_chip_gives_its_words_back(type_line: Callable[[str], QuickAdd], key: Press, ana: int) -> None:
    panel = type_line("call Ana tomorrow")
    key(Qt.Key.Key_Tab)
    key(Qt.Key.Key_Tab)
    key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is hands.one(Chip, "Wed 25 Nov", panel)
    key(Qt.Key.Key_Backspace)
    assert chips(panel) == ["Call", "Ana Ruiz", "tomorrow"]
    key(Qt.Key.Key_Return)
    assert [(due.title, due.due) for due in followups.open_of(ana)] == [("Call Ana tomorrow", None)]


def test_two_readings_wait_for_one(type_line: Callable[[str], QuickAdd], key: Press, ana: int) -> None:
    panel = type_line("call Ana Thu 10")
    assert chips(panel) == ["Call", "Ana Ruiz"]
    assert hands.all_names(QAbstractButton, panel)[-2:] == ["Thu 26 Nov at 10:00", "Thu 10 Dec, the whole day"]
    key(Qt.Key.Key_Return)
    assert panel.isVisible() and followups.open_of(ana) == []
    key(Qt.Key.Key_2)
    assert chips(panel)[-1] == "Thu 10 Dec, the whole day"
    key(Qt.Key.Key_Return)
    assert [due.due for due in followups.open_of(ana)] == [dt.date(2026, 12, 10)]


def test_several_who_fit_are_a_choice_by_alt_and_a_number(type_line: Callable[[str], QuickAdd], key: Press) -> None:
    panel = type_line("call An tomorrow")
    assert "Ana Ruiz" not in chips(panel)
    key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert "Anton Ruge" in chips(panel)


def test_on_a_profile_its_customer_is_meant(window: Window, type_line: Callable[[str], QuickAdd], key: Press,
                                            ana: int) -> None:
    window.go(Go("customers", ana))
    panel = type_line("worry: the thread may fade")
    assert chips(panel)[0] == "Ana Ruiz, because you are with them"
    key(Qt.Key.Key_Return)
    assert [(detail.topic, detail.text) for detail in details.of(ana)] == [("worry", "The thread may fade")]


def test_on_a_visit_whoever_is_visited_is_meant(window: Window, type_line: Callable[[str], QuickAdd], desk: Desk,
                                                ana: int) -> None:
    with desk.act("visit.plan"):
        visit = touchpoints.plan([ana], dt.datetime(2026, 11, 24, 15))
    window.go(Go("visit", visit))
    assert chips(type_line("note: likes oak"))[0] == "Ana Ruiz, because you are with them"


def test_enter_on_a_reading_chooses_it(type_line: Callable[[str], QuickAdd], key: Press, ana: int) -> None:
    panel = type_line("call Ana Thu 10")
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Return)
    assert chips(panel)[-1] == "Thu 26 Nov at 10:00"
    assert timeline.of_customer(ana) == []


def test_a_name_that_fits_nobody_is_not_kept_but_told_how(type_line: Callable[[str], QuickAdd], key: Press) -> None:
    panel = type_line("Jo Bloggs")
    key(Qt.Key.Key_Return)
    assert panel.isVisible()
    assert "customer Jo Bloggs" in panel.hint.text()
    assert customers.named("Jo Bloggs") == []


def test_several_lines_are_left_out_rejected_and_chosen(window: Window, type_line: Callable[[str], QuickAdd],
                                                        key: Press, ana: int) -> None:
    QGuiApplication.clipboard().setText("- note Ana: likes oak\n- call Ana tomorrow\n- milk\n- call Ana Thu 10")
    panel = type_line("")
    key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Backspace, Qt.KeyboardModifier.ShiftModifier)       # the call: as words
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Delete)          # the milk: left out
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_2)
    key(Qt.Key.Key_Return)
    assert not panel.isVisible()
    assert [line.text for line in inbox.lines()] == ["call Ana tomorrow"]
    assert [due.due for due in followups.open_of(ana)] == [dt.date(2026, 12, 10)]
    assert [detail.text for detail in details.of(ana)] == ["Likes oak"]


def test_a_chip_of_one_of_several_lines_goes_back_into_words(type_line: Callable[[str], QuickAdd], key: Press,
                                                             ana: int) -> None:
    QGuiApplication.clipboard().setText("call Ana tomorrow\nmilk")
    type_line("")
    key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    for _times in range(5):         # the day, Ana, the call; then all are there again, and the day goes once more
        key(Qt.Key.Key_Backspace)
    key(Qt.Key.Key_Return)
    assert [(due.title, due.due) for due in followups.open_of(ana)] == [("Call Ana tomorrow", None)]
    assert [line.text for line in inbox.lines()] == ["milk"]


def test_a_tag_of_one_of_several_lines_is_painted_as_its_chip(window: Window, type_line: Callable[[str], QuickAdd],
                                                              key: Press, ana: int) -> None:
    QGuiApplication.clipboard().setText("job Ana: stool by 12 Dec #north\nmilk")
    panel = type_line("")
    key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert not panel.grab().isNull()        # a painter that fails is a failed test
    key(Qt.Key.Key_Return)
    assert [tag.name for tag in tags.of(ana)] == ["north"]


def test_a_text_dropped_on_the_window_becomes_lines(window: Window, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setText("Ana: likes oak\nbuy milk")
    where = QPoint(600, 300)
    entering = QDragEnterEvent(where, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                               Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(where), Qt.DropAction.CopyAction, data,
                                              Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier))
    assert hands.one(QAbstractButton, "Keep 2 lines", window).isVisible()


def test_a_thousand_lines_are_kept_aside_while_the_window_answers(window: Window, qtbot: QtBot, key: Press,
                                                                  type_line: Callable[[str], QuickAdd],
                                                                  ana: int) -> None:
    QGuiApplication.clipboard().setText("\n".join(f"note Ana: fact {number}" for number in range(1000)))
    type_line("")
    key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(details.of(ana)) == 1000, timeout=20_000)


def test_the_inbox_on_today_gives_a_line_to_somebody_and_makes_it_a_note(
        window: Window, qtbot: QtBot, type_line: Callable[[str], QuickAdd], key: Press, ana: int) -> None:
    type_line("oak or beech?")
    key(Qt.Key.Key_Return)
    hands.press("Whose is it: oak or beech?", window, qtbot)
    line = QApplication.focusWidget()
    assert line is not None
    qtbot.keyClicks(line, "an")
    key(Qt.Key.Key_Return)
    assert inbox.lines()[0].customer == ""       # two are called so
    qtbot.keyClicks(line, "a")
    key(Qt.Key.Key_Return)
    assert inbox.lines()[0].customer == "Ana Ruiz"
    hands.press("Keep as a note: oak or beech?", window, qtbot)
    assert inbox.lines() == []
    assert [detail.text for detail in details.of(ana)] == ["oak or beech?"]


def test_the_inbox_is_not_seen_while_someone_is_looking(window: Window, key: Press,
                                                        type_line: Callable[[str], QuickAdd]) -> None:
    type_line("oak or beech?")
    key(Qt.Key.Key_Return)
    assert "Inbox: 1 line" in hands.all_names(QAbstractButton, window)
    key(Qt.Key.Key_F8)
    assert "Inbox: 1 line" not in hands.all_names(QAbstractButton, window)
    assert "Drop: oak or beech?" not in hands.all_names(QAbstractButton, window)
    key(Qt.Key.Key_F8)
    assert "Drop: oak or beech?" in hands.all_names(QAbstractButton, window)


def test_a_line_of_the_inbox_is_dropped_and_comes_back(window: Window, qtbot: QtBot, key: Press, desk: Desk,
                                                       type_line: Callable[[str], QuickAdd]) -> None:
    type_line("oak or beech?")
    key(Qt.Key.Key_Return)
    hands.press("Drop: oak or beech?", window, qtbot)
    assert inbox.lines() == []
    hands.undone(desk)
    assert len(inbox.lines()) == 1
