"""What a shopkeeper does in a window, for tests: only what a person can reach."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu, QPlainTextEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from lovedesk.store.desk import Desk
from lovedesk.ui.place import Place
from lovedesk.ui.signals import DeskSignals

Kind = TypeVar("Kind", bound=QWidget)
Page = TypeVar("Page", bound=Place)


def shown(place: Page, qtbot: QtBot, size: tuple[int, int] = (1188, 720)) -> Page:
    """A place on the screen in an active window, hearing of every change of its desk."""
    signals = DeskSignals(place.desk, place)
    signals.changed.connect(place.note_change)
    qtbot.addWidget(place, before_close_func=_Close(place, signals))
    place.resize(*size)
    place.show()
    place.activateWindow()
    qtbot.waitUntil(place.isActiveWindow)
    return place


class _Close:
    """Hears no more at the end, and keeps the place until then: Qt still paints it when the test has returned."""

    def __init__(self, place: Place, signals: DeskSignals) -> None:
        self.place = place
        self.signals = signals

    def __call__(self, _widget: QWidget) -> None:
        self.signals.close()


def one(kind: type[Kind], name: str, within: QWidget) -> Kind:
    """The one widget of a kind that a screen reader would call so and that can be seen."""
    found = [widget for widget in within.findChildren(kind)
             if widget.isVisible() and name in {widget.accessibleName(), _words(widget)}]
    assert len(found) == 1, f"{len(found)} called {name!r} among {sorted(all_names(kind, within))}"
    return found[0]


def all_names(kind: type[QWidget], within: QWidget) -> list[str]:
    """What the widgets of a kind that can be seen are called, in their order."""
    return [widget.accessibleName() or _words(widget) for widget in within.findChildren(kind) if widget.isVisible()]


def _words(widget: QWidget) -> str:
    return widget.text().replace("&&", "&") if isinstance(widget, QAbstractButton) else ""


def press(name: str, within: QWidget, qtbot: QtBot) -> None:
    """Click the button, link or chip of this name."""
    button = one(QAbstractButton, name, within)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(min(button.width() // 2, 40), button.height() // 2))


def type_into(field: QLineEdit | QPlainTextEdit, text: str, qtbot: QtBot) -> None:
    """Go to a field, replace what stands there, and leave the cursor in it."""
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClicks(field, text)


def enter(qtbot: QtBot) -> None:
    """Press Enter where the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_Return)


def choose(menu_word: str, qtbot: QtBot) -> None:
    """Pick a row of the menu that is open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(action for action in menu.actions() if action.text().partition("\t")[0] == menu_word)
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def undone(desk: Desk) -> None:
    """Ctrl+Z."""
    assert desk.undo() is not None


def texts(rows: QTableView) -> list[str]:
    """What the rows of a list say, from top to bottom."""
    model = rows.model()
    return [str(model.data(model.index(row, 0))) for row in range(model.rowCount())]
