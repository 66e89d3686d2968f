"""The page for a desk that cannot be opened: what happened, and the copy that brings it back."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from lovedesk.ui.parts.buttons import Primary, Quiet
from lovedesk.ui.parts.empty import Empty
from lovedesk.words import _, date_short


class Damaged(QWidget):
    """`chosen` tells the copy to bring back, `left` the wish to leave all as it is."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, sentence: str, newest: Path | None) -> None:
        super().__init__()
        self.newest = newest
        copy = Primary(_("Bring back the copy of {day}").format(day=date_short(_day(newest))) if newest
                       else _("Choose a copy…"), "arrow-counter-clockwise")
        other = Quiet(_("Choose another copy…") if newest else _("Leave it as it is"))
        copy.clicked.connect(self._take_newest if newest else self.choose)
        other.clicked.connect(self.choose if newest else self.left)
        column = QVBoxLayout(self)
        column.addWidget(Empty(_("This desk cannot be opened"), sentence, primary=copy, other=other,
                               hint=_("The damaged file is kept beside it. Nothing is thrown away.")))

    def _take_newest(self) -> None:
        self.chosen.emit(self.newest)

    def choose(self) -> None:
        """Ask for a copy."""
        name, _kind = QFileDialog.getOpenFileName(self, _("Bring back a copy"), str(Path.home()),
                                                  _("Desks of Lovedesk (*.lovedesk)"))
        if name:
            self.chosen.emit(Path(name))


def _day(copy: Path) -> dt.date:
    return dt.date.fromisoformat(copy.stem[-10:])
