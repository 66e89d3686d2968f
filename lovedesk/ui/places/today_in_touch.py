"""The one quiet suggestion of Today: whom to be in touch with next. It is worked out aside, after the page stands."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lovedesk.shop import in_touch
from lovedesk.shop.in_touch import Silent
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.labels import ElidedLabel
from lovedesk.ui.place import Go, Place
from lovedesk.ui.signals import Progress
from lovedesk.words import _, ngettext


class Suggestion(QWidget):
    """One line and where it leads; hidden while nobody waits to hear from us."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.whom = 0
        self.words = ElidedLabel("", token="ink2")
        self.open = Link("")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.words, 0, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(self.open)
        row.addStretch(1)
        self.open.clicked.connect(self._open)
        self.hide()

    def ask(self) -> None:
        """Ask anew, aside."""
        today = self.place.desk.today()

        def work(_progress: Progress) -> tuple[list[Silent], dt.date]:
            return in_touch.lists(today).due(), today

        self.place.floor.aside.run("", work, self._show, self.place.said.emit)

    def _show(self, found: tuple[list[Silent], dt.date]) -> None:
        due, today = found
        self.setVisible(bool(due))
        if not due:
            return
        one, more = due[0], len(due) - 1
        self.whom = one.id
        self.words.setText(_("A good day to be in touch with {name}: {reason}").format(
            name=one.name, reason=in_touch.reason(one, today)))
        self.open.setText(ngettext("And {n} more", "And {n} more", more).format(n=more) if more else _("Plan it"))

    def _open(self) -> None:
        self.place.go.emit(Go("intouch", self.whom))
