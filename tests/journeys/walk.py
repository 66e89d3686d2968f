"""A person at the program's window: keys, clicks and dropped files are counted as steps; typed words are free."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from lovedesk.app import Program
from lovedesk.ui.window import Window
from tests import hands

HELD = {"Ctrl": Qt.KeyboardModifier.ControlModifier, "Alt": Qt.KeyboardModifier.AltModifier,
        "Shift": Qt.KeyboardModifier.ShiftModifier}
LONG = 10_000       # ms, for what is done aside


class Walk:
    """Counts `steps`: each key that is no typed word, each click, each drop, each answered dialog. The printer puts its
    pages in the file `paper`."""

    def __init__(self, program: Program, qtbot: QtBot, paper: Path) -> None:
        self.program = program
        self.qtbot = qtbot
        self.paper = paper
        self.steps = 0

    @property
    def window(self) -> Window:
        """The program's window."""
        return self.program.window

    def press(self, name: str) -> None:
        """Click the button, link or chip of this name, as soon as it can be pressed."""
        self.steps += 1
        self.until(lambda: name in hands.all_names(QAbstractButton, self.window)
                   and hands.one(QAbstractButton, name, self.window).isEnabled())
        hands.press(name, self.window, self.qtbot)

    def press_caret(self, name: str) -> None:
        """Click the caret of a button that has other ways too."""
        self.steps += 1
        button = hands.one(QAbstractButton, name, self.window)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(button.width() - 8, button.height() // 2))

    def choose(self, word: str) -> None:
        """Click a row of the menu that is open."""
        self.steps += 1
        hands.choose(word, self.qtbot)

    def key(self, keys: str, times: int = 1) -> None:
        """Press a key, as "Alt+V", where the keyboard is."""
        *held, name = keys.split("+")
        modifiers = Qt.KeyboardModifier.NoModifier
        for modifier in held:
            modifiers |= HELD[modifier]
        for _time in range(times):
            self.steps += 1
            self.qtbot.keyClick(self._focus(), getattr(Qt.Key, f"Key_{name}"), modifiers)

    def type(self, text: str) -> None:
        """Type words where the keyboard is, letter by letter."""
        for letter in text:
            self.qtbot.keyClicks(self._focus(), letter)

    def drop(self, *files: Path) -> None:
        """Drag files from the desktop over the window and let them go."""
        self.steps += 1
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        where = self.window.rect().center()
        copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        under: QWidget | None = self.window.childAt(where)
        while under is not None:        # Qt asks whatever is under the mouse, and then what that is in
            entering = QDragEnterEvent(where, copy, data, left, none)
            entering.ignore()
            if under.acceptDrops() and QApplication.sendEvent(under, entering) and entering.isAccepted():
                QApplication.sendEvent(under, QDropEvent(QPointF(where), copy, data, left, none))
                return
            under = under.parentWidget()
        raise AssertionError("nothing takes these files")

    def leave(self) -> None:
        """Close the window, and let another have the desk."""
        self.window.close()
        if self.program.only_one.desk:
            self.program.only_one.lock.unlock()

    def sees(self, *texts: str) -> None:
        """Wait until each of these words stands somewhere in the window."""
        def is_so() -> None:
            seen = self.seen()
            missing = [text for text in texts if not any(text in words for words in seen)]
            assert not missing, f"{missing} not among {seen}"

        self.until(is_so)

    def until(self, is_so: Callable[[], bool | None]) -> None:
        """Wait for something that the window does aside or in steps."""
        self.qtbot.waitUntil(is_so, timeout=LONG)

    def seen(self) -> list[str]:
        """All words on the window."""
        return [text for widget in self.window.findChildren(QWidget) if widget.isVisible()
                for text in _texts(widget) if text]

    def _focus(self) -> QWidget:
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self.window


def _texts(widget: QWidget) -> Iterator[str]:
    yield widget.accessibleName()
    match widget:
        case QPlainTextEdit():
            yield widget.toPlainText()
        case QAbstractItemView():
            model = widget.model()
            yield from (str(model.index(row, 0).data()) for row in range(model.rowCount()))
        case _:
            text = getattr(widget, "text", None)
            yield str(text()) if callable(text) else ""
