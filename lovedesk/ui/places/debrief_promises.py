"""What both sides promised: each line is a follow-up as soon as it is left, its day read off its end ("by Friday")."""

from __future__ import annotations

import datetime as dt
import re

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from lovedesk.shop import followups, shops
from lovedesk.shop.followups import Due
from lovedesk.shop.quick_days import read_day
from lovedesk.shop.visits import VisitPage
from lovedesk.ui.parts.buttons import IconButton
from lovedesk.ui.parts.chips import Chip
from lovedesk.ui.parts.date_field import DateField
from lovedesk.ui.parts.labels import Section
from lovedesk.ui.parts.rows import Rows
from lovedesk.ui.parts.saving_field import ENTER, SavingLine
from lovedesk.ui.place import Place
from lovedesk.ui.places.debrief_fields import NewLine, go_on
from lovedesk.words import _

DAY_WIDTH = 148


def read_promise(text: str, today: dt.date) -> tuple[str, dt.date | None]:
    """A promise and its day: "send the bill by Friday", "the bench by 4 Dec". Without a day all is the promise."""
    tidy = " ".join(text.split())
    between = "|".join(re.escape(word) for word in _("by until on").split())
    found = re.fullmatch(rf"(.+?),? (?:{between}) ((?:(?! (?:{between}) ).)+)", tidy, re.IGNORECASE)
    day = read_day(found[2], today) if found else None
    return (found[1], day) if found and day else (tidy, None)


class PromiseRow(QWidget):
    """One promise: its words, its day, who keeps it, and the way to the trash."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.due: Due | None = None
        self.line = SavingLine(name=_("Promise"))
        self.day = DateField(place.desk.today, name=_("By which day"), placeholder=_("by when?"))
        self.day.setFixedWidth(DAY_WIDTH)
        self.who = Chip("", pressable=True)
        self.bin = IconButton("x", _("Take it away"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 7)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        for widget in (self.day, self.who, self.bin):
            row.addWidget(widget)
        self.line.left.connect(self._rename)
        self.day.day_left.connect(self._move)
        self.who.clicked.connect(self.choose_keeper)
        self.bin.clicked.connect(self._trash)

    def show_record(self, due: Due) -> None:
        """Show a promise."""
        self.due = due
        self.line.show_text(due.title)
        self.day.show_day(due.due)
        self.who.keeper = due.keeper
        self.who.icon_name = "" if due.keeper else "user"
        self.who.setText(due.keeper or _("who?"))
        self.who.setAccessibleName(_("Who does it: {name}").format(name=due.keeper or _("nobody yet")))
        self.who.setToolTip(_("Who does it"))
        self.who.setVisible(not due.theirs and len(shops.keepers()) > 1)

    def _rename(self, text: str) -> None:
        if self.due is not None:
            with self.place.act("followup.change", field=self.line):
                followups.rename(self.due.id, text)

    def _move(self, day: object) -> None:
        if self.due is not None:
            with self.place.act("followup.move", field=self.day):
                followups.move(self.due.id, day if isinstance(day, dt.date) else None)
                if self.due.promised:
                    followups.promise(self.due.id, promised=True)   # here it is said what was promised, not put off

    def choose_keeper(self) -> None:
        """Open the menu of those who could do it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        for keeper in shops.keepers():
            action = QAction(keeper.name.replace("&", "&&"), group)
            action.setData(keeper.id)
            menu.addAction(action)
        group.triggered.connect(self._keeper_chosen)
        menu.popup(self.who.mapToGlobal(QPoint(0, self.who.height() + 2)))

    def _keeper_chosen(self, action: QAction) -> None:
        if self.due is not None:
            with self.place.act("followup.change"):
                followups.set_keeper(self.due.id, action.data())

    def _trash(self) -> None:
        if self.due is not None:
            with self.place.act("followup.trash", words=_("Promise deleted")):
                followups.trash(self.due.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            go_on(self.bin)
            return
        super().keyPressEvent(event)


class Promises(QWidget):
    """The promises of one side, and the line for one more."""

    def __init__(self, place: Place, *, theirs: bool) -> None:
        super().__init__()
        self.place = place
        self.theirs = theirs
        self.page: VisitPage | None = None
        self.rows: Rows[Due] = Rows(self._make, _key)
        self.line = NewLine(
            name=_("What they promised") if theirs else _("What we promised"),
            placeholder=_("Another thing, like “the measures by Monday”") if theirs else
            _("Another promise, like “send the bill by Friday”"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Section(_("They owe us")) if theirs else Section(_("We promised")))
        inner = QVBoxLayout()
        inner.setSpacing(0)
        inner.addWidget(self.rows)
        inner.addWidget(self.line)
        column.addLayout(inner)
        self.line.left.connect(self._add)

    def _make(self) -> PromiseRow:
        return PromiseRow(self.place)

    def show_page(self, page: VisitPage, promised: list[Due]) -> None:
        """Show what was promised at a visit by this side."""
        self.page = page
        self.rows.show_records([due for due in promised if due.theirs == self.theirs])

    def _add(self, text: str) -> None:
        page = self.page
        if page is None or not text.strip():
            return
        title, day = read_promise(text, self.place.desk.today())
        kept, customer = 0, page.customers[0].id if page.customers else None
        with self.place.act("followup.add", field=self.line):
            kept = followups.add(title, customer=customer, due=day, promised=not self.theirs, theirs=self.theirs,
                                 touchpoint=page.id, told_on=page.start.date(),
                                 keeper=page.keeper or self.place.floor.settings.keeper or None)
        if kept:
            self.line.show_text("")
            row = self.rows.row(kept)
            if self.line.wants_day and day is None and isinstance(row, PromiseRow):
                self.line.wants_day = False
                row.day.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _key(due: Due) -> int:
    return due.id
