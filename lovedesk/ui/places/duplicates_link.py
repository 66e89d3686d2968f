"""The quiet link above the list of customers: how many pairs may be the same, once someone has looked aside."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lovedesk.shop import duplicates
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.place import Floor
from lovedesk.ui.signals import Progress
from lovedesk.words import ngettext

PAUSE = 1_500       # ms after which nobody waits for the list any more


class DuplicatesLink(QWidget):
    """Hidden while there are no pairs; `wanted` asks to see them. It looks when it is first seen, and when told."""

    wanted = Signal()

    def __init__(self, floor: Floor) -> None:
        super().__init__()
        self.floor = floor
        self.stale, self.looking = True, False
        self.link = Link("", "users")
        self.link.clicked.connect(self.wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.addWidget(self.link)
        row.addStretch()
        self.pause = QTimer(self, singleShot=True, interval=PAUSE)
        self.pause.timeout.connect(self._look)
        self.link.hide()
        self.setFixedHeight(0)

    def note_change(self) -> None:
        """What pairs are found by has changed."""
        self.stale = True
        if self.isVisible():
            self.pause.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.stale:
            self.pause.start()

    def _look(self) -> None:
        if self.looking:
            self.pause.start()
            return
        self.stale, self.looking = False, True
        self.floor.aside.run("", _count, self._counted, self._failed)

    def _counted(self, count: int) -> None:
        self.looking = False
        self.link.setText(ngettext("{n} pair may be the same", "{n} pairs may be the same", count).format(n=count))
        self.link.setVisible(bool(count))
        self.setFixedHeight(self.link.sizeHint().height() if count else 0)

    def _failed(self, _sentence: str) -> None:
        self.looking = False


def _count(_progress: Progress) -> int:
    return len(duplicates.pairs())
