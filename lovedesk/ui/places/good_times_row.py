"""Someone who is only seen in trouble or for our own needs, and the visit that one click plans."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lovedesk.shop.over_the_year import Pointed
from lovedesk.ui.parts.avatar import Avatar
from lovedesk.ui.parts.buttons import Link, Second
from lovedesk.ui.parts.labels import Small
from lovedesk.ui.place import Go, Place
from lovedesk.words import _

LINK = 3                # from the edge of a link to its words


class PointedRow(QWidget):
    """`plan_wanted(Pointed)`."""

    plan_wanted = Signal(object)

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.record: Pointed | None = None
        self.face = Avatar("", 36)
        self.name = Link("")
        self.words = Small("")
        self.plan = Second(_("Plan a visit when all is great"), "smiley")
        middle, row = QVBoxLayout(), QHBoxLayout(self)
        middle.setSpacing(0)
        middle.addWidget(self.name, 0, Qt.AlignmentFlag.AlignLeft)
        below = QHBoxLayout()
        below.setContentsMargins(LINK, 0, 0, 0)
        below.addWidget(self.words, 0, Qt.AlignmentFlag.AlignLeft)
        middle.addLayout(below)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.face)
        row.addLayout(middle)
        row.addStretch(1)
        row.addWidget(self.plan)
        self.name.clicked.connect(self._open)
        self.plan.clicked.connect(self._plan)

    def show_record(self, record: Pointed) -> None:
        """Show whom it is about."""
        self.record = record
        self.face.show_person(record.name, None, business=record.kind == "business")
        self.name.setText(record.name)
        self.words.setText(record.words())
        self.plan.setAccessibleName(_("Plan a visit when all is great with {name}").format(name=record.name))

    def _open(self) -> None:
        if self.record is not None:
            self.place.go.emit(Go("customers", self.record.id))

    def _plan(self) -> None:
        self.plan_wanted.emit(self.record)
