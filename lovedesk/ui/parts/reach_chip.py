"""A way to reach them as a chip: pressed, it dials, writes or shows the map; Ctrl+C copies it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu

from lovedesk.ui import icons
from lovedesk.ui.parts.chips import Chip
from lovedesk.ui.reach import SIGNS, Reach, Way, does
from lovedesk.words import _


class ReachChip(Chip):
    """Shows one way."""

    def __init__(self, reach: Reach) -> None:
        super().__init__("", pressable=True)
        self.reach = reach
        self.way: Way | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._open)

    def show_way(self, way: Way | None) -> None:
        """Show a way; hidden without one."""
        self.way = way
        self.setVisible(way is not None)
        if way is None:
            return
        value = way.value.splitlines()[0] if way.value else ""
        self.icon_name = SIGNS.get(way.kind, "phone")
        self.setText(does(way.kind) if way.kind in {"email", "letter"} else value)
        self.setAccessibleName(_("{does}: {value}").format(does=does(way.kind), value=value))
        self.setToolTip(_("{does}: {value} (Ctrl+C copies it)").format(does=does(way.kind), value=value))
        self.updateGeometry()
        self.update()

    def _open(self) -> None:
        if self.way is not None:
            self.reach.open(self.way)

    def _copy(self) -> None:
        if self.way is not None:
            self.reach.copy(self.way)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with it."""
        if self.way is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icons.icon(self.icon_name), does(self.way.kind)).triggered.connect(self._open)
        menu.addAction(_("&Copy\tCtrl+C")).triggered.connect(self._copy)
        menu.popup(event.globalPos())
