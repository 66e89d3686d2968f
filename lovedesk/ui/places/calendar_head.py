"""The head of the calendar: what is shown, the way to other days, the three views, and what can be planned."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lovedesk.ui.parts.buttons import IconButton, Primary, Quiet
from lovedesk.ui.parts.labels import Title
from lovedesk.ui.parts.scrollpage import SIDE, TOP, Stop
from lovedesk.ui.parts.segments import Segments
from lovedesk.words import _

MONTH, WEEK, AGENDA = "month", "week", "agenda"


class CalendarHead(QWidget):
    """The title and the buttons; the place connects them."""

    def __init__(self, view: str) -> None:
        super().__init__()
        self.title = Title()
        self.before = IconButton("caret-left", _("The month before (Page Up)"))
        self.now = Quiet(_("Today"), tip=_("Back to today (Home)"))
        self.after = IconButton("caret-right", _("The next month (Page Down)"))
        self.to_day = IconButton("calendar-blank", _("Go to a day (Alt+G)"))
        self.sieve = IconButton("funnel-simple", _("What is shown (Alt+L)"))
        self.view = Segments([(MONTH, _("Month")), (WEEK, _("Week")), (AGENDA, _("Agenda"))], view,
                             name=_("Month, week or agenda"))
        self.add = Quiet(_("Add a follow-up"), "plus", tip=_("Something to do, or to wait for (Alt+F)"))
        self.plan = Primary(_("Plan a visit"), "plus", tip=_("When, with whom, why (Alt+V)"))
        for button, keys in ((self.plan, "Alt+V"), (self.add, "Alt+F"), (self.to_day, "Alt+G"), (self.sieve, "Alt+L")):
            button.setShortcut(QKeySequence(keys))
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, TOP, SIDE, 8)
        row.setSpacing(6)
        row.addWidget(self.title)
        row.addSpacing(8)
        for widget in (self.before, self.now, self.after, self.to_day):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.sieve)
        row.addWidget(self.view)
        row.addSpacing(4)
        row.addWidget(self.add)
        row.addWidget(self.plan)

    def show_view(self, view: str, stop: Stop) -> None:
        """Say what the arrows turn; on a narrow page the second button says less."""
        said_of = {MONTH: (_("The month before (Page Up)"), _("The next month (Page Down)")),
                   WEEK: (_("The week before (Page Up)"), _("The next week (Page Down)")),
                   AGENDA: (_("The two weeks before"), _("The next two weeks"))}
        for button, said in zip((self.before, self.after), said_of[view], strict=True):
            button.setToolTip(said)
            button.setAccessibleName(said)
        self.add.setText(_("Follow-up") if stop == "narrow" else _("Add a follow-up"))
        self.add.setAccessibleName(_("Add a follow-up"))
        self.add.setShortcut(QKeySequence("Alt+F"))     # other words take the shortcut away
