"""F1 explains the place that is shown: what it is for, its keys, and those that hold everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from lovedesk.ui.parts.buttons import IconButton
from lovedesk.ui.parts.labels import ElidedLabel, Title, WrappedLabel
from lovedesk.ui.parts.overlay import Overlay
from lovedesk.ui.places_explained import EVERYWHERE, EXPLAINED, Explained, Key
from lovedesk.words import _

if TYPE_CHECKING:
    from lovedesk.ui.window import Window

WIDE, SIDE = 820, 24
TOP = 0.09          # of the window above the panel
BETWEEN = 40        # the two tables
NAMES, GAP = 116, 14


class Explaining(Overlay):
    """Covers the window with what a place is for; any step back into the page closes it."""

    def __init__(self, window: Window) -> None:
        super().__init__(window, WIDE, name=_("What this page is for"), above=TOP)
        self.window_of = window
        self.title = Title()
        self.shut = IconButton("x", _("Close (Esc)"))
        self.shut.clicked.connect(self.close_up)
        self.reading = Reading()
        head = QHBoxLayout()
        head.setContentsMargins(SIDE, 16, 16, 4)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.shut)
        self.body.addLayout(head)
        self.body.addWidget(self.reading)
        self.body.addSpacing(8)
        window.stack.currentChanged.connect(self.close_up)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]  # it runs

    def first(self) -> QWidget:
        return self.reading

    def explain(self) -> None:
        """Explain the place that is shown; a second time it closes."""
        place = self.window_of.settings.place
        if self.isVisible():
            self.close_up()
        elif self.window_of.desk is not None and place in EXPLAINED:
            self.title.setText(EXPLAINED[place].title)
            self.reading.show_place(EXPLAINED[place])
            self.open_up()

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        """A key of the page was pressed, and the page answers: it is not to be covered."""
        if self.isVisible() and now is not None and self.over.isAncestorOf(now) and not self.isAncestorOf(now):
            self.came_from = now
            self.close_up()


class Reading(QScrollArea):
    """The sentences and the tables of keys: the keys scroll it, and a screen reader reads it as one."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_place(self, explained: Explained) -> None:
        """Show another place, from its beginning."""
        page = QWidget()
        column = self.column = QVBoxLayout(page)
        column.setContentsMargins(SIDE, 0, SIDE, 12)
        column.addWidget(WrappedLabel(explained.words))
        column.addSpacing(16)
        tables = QHBoxLayout()
        tables.setSpacing(BETWEEN)
        if explained.keys:
            tables.addLayout(_table(_("Keys of this page"), explained.keys), 1)
        tables.addLayout(_table(_("Keys everywhere"), EVERYWHERE), 1)
        if not explained.keys:
            tables.addStretch(1)
        column.addLayout(tables)
        column.addStretch()
        self.setWidget(page)
        self.viewport().setAutoFillBackground(False)
        page.setAutoFillBackground(False)
        self.verticalScrollBar().setValue(0)
        self.setAccessibleName(explained.title)
        keys = [_("{key}: {does}").format(key=key.name, does=key.does) for key in (*explained.keys, *EVERYWHERE)]
        self.setAccessibleDescription("\n".join([explained.words, *keys]))
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.column.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:
        return QSize(WIDE, self.heightForWidth(WIDE))


def _table(title: str, keys: tuple[Key, ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(GAP)
    grid.setVerticalSpacing(6)
    grid.setColumnMinimumWidth(0, NAMES)
    grid.setColumnStretch(1, 1)
    grid.addWidget(ElidedLabel(title, role="small_strong", token="ink2"), 0, 0, 1, 2)
    top = Qt.AlignmentFlag.AlignTop
    for row, key in enumerate(keys, 1):
        grid.addWidget(ElidedLabel(key.name), row, 0, top)
        grid.addWidget(WrappedLabel(key.does, token="ink2"), row, 1)
    grid.setRowStretch(len(keys) + 1, 1)
    return grid
