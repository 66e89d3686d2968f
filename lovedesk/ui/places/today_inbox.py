"""The inbox on Today: lines that wait to be understood, and the line that opens quick add."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lovedesk.shop import details, inbox
from lovedesk.shop.inbox import Line
from lovedesk.shop.quick_names import Names
from lovedesk.ui import icons, theme
from lovedesk.ui.parts.buttons import IconButton, Link
from lovedesk.ui.parts.enter_line import EnterLine
from lovedesk.ui.parts.labels import ElidedLabel, Section, Small, paint_line
from lovedesk.ui.parts.pressable import Pressable
from lovedesk.ui.parts.rows import Rows
from lovedesk.ui.parts.scrollpage import SIDE
from lovedesk.ui.place import Go, Place
from lovedesk.words import _, joined, near, ngettext

ROWS = 6                # as of the other blocks of Today
COLUMN = 760


class AddLine(Pressable):
    """"Add in one line, like ...": opens quick add."""

    def __init__(self) -> None:
        super().__init__()
        self.setText(_("Add in one line, like “call Ana Tue at 10 about the roof”"))
        self.setAccessibleName(_("Add in one line (Ctrl+N)"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(300, 40)

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(t.edge)
        painter.setBrush(t.hover if self.underMouse() else t.pane)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        icons.paint(painter, QRectF(14, self.height() / 2 - 8, 16, 16), "plus", t.ink3)
        room = QRectF(self.rect()).adjusted(40, 0, -14, 0)
        taken = paint_line(painter, room, _("Ctrl+N"), "small", t.ink3, right=True)
        paint_line(painter, room.adjusted(0, 0, -taken, 0), self.text(), "body", t.ink2)


class Foot(QWidget):
    """Always seen at the foot of Today: the line that opens quick add, and how many lines wait in the inbox."""

    def __init__(self) -> None:
        super().__init__()
        self.line, self.inbox = AddLine(), Link("")
        self.line.setMaximumWidth(COLUMN)
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, 6, SIDE, 12)
        row.setSpacing(20)
        row.addWidget(self.line, 10)
        row.addWidget(self.inbox)
        row.addStretch(1)

    def follow(self, column: QWidget) -> None:
        """Let the line be as wide as the column above it."""
        column.installEventFilter(self)

    def eventFilter(self, column: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(column, QWidget):
            self.line.setMaximumWidth(min(COLUMN, column.width()))
        return False

    def show_waiting(self, count: int) -> None:
        """Say how many lines wait."""
        self.inbox.setVisible(count > 0)
        self.inbox.setText(ngettext("Inbox: {n} line", "Inbox: {n} lines", count).format(n=count))


class InboxRow(QWidget):
    """A line that waits: it is typed on, given to somebody, made a note, or dropped."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.line: Line | None = None
        self.words, self.second = ElidedLabel(), Small()
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.type_on, self.note, self.whose = Link(_("Type on")), Link(_("Keep as a note")), Link(_("Whose is it?"))
        self.bin = IconButton("x", _("Drop this line"))
        self.name = EnterLine(name=_("Whose is it?"), placeholder=_("a few letters of the name"))
        self.name.setFixedWidth(200)
        self.name.hide()
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(self.words)
        column.addWidget(self.second)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 4)
        row.setSpacing(12)
        row.addLayout(column, 1)
        for widget in (self.name, self.type_on, self.whose, self.note, self.bin):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.type_on.clicked.connect(self._type_on)
        self.note.clicked.connect(self._keep_as_note)
        self.whose.clicked.connect(self._ask_whose)
        self.bin.clicked.connect(self._drop)
        self.name.entered.connect(self._give)
        self.name.given_up.connect(self._close_name)

    def show_record(self, line: Line) -> None:
        """Show a line."""
        self.line = line
        self.words.setText(line.text)
        day = near(line.came_on, self.place.desk.today()) if line.came_on else ""
        self.second.setText(_("{customer} · {day}").format(customer=line.customer, day=day)
                            if line.customer and day else line.customer or day)
        self.note.setVisible(line.customer_id is not None)
        self.whose.setVisible(line.customer_id is None and self.name.isHidden())
        self.type_on.setAccessibleName(_("Type on: {line}").format(line=line.text))
        self.note.setAccessibleName(_("Keep as a note: {line}").format(line=line.text))
        self.whose.setAccessibleName(_("Whose is it: {line}").format(line=line.text))
        self.bin.setAccessibleName(_("Drop: {line}").format(line=line.text))

    def _type_on(self) -> None:
        if self.line is not None:
            self.place.go.emit(Go("quickadd", self.line.id))

    def _keep_as_note(self) -> None:
        line = self.line
        if line is not None:
            with self.place.act("inbox.settle", words=_("Kept as a note")):
                details.add(line.text, topic=details.NOTE, customer=line.customer_id, learned_on=line.came_on)
                inbox.settle(line.id, now=self.place.desk.now())

    def _ask_whose(self) -> None:
        self.whose.hide()
        self.name.show()
        self.name.setFocus(Qt.FocusReason.TabFocusReason)

    def _close_name(self) -> None:
        self.name.clear()
        self.name.forgive()
        self.name.hide()
        self.whose.show()
        self.whose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self, text: str) -> None:
        found = Names().named(text, whole=False) if text.strip() else ()
        if len(found) == 1 and self.line is not None:
            self.name.hide()
            self.name.clear()
            with self.place.act("inbox.give"):
                inbox.give(self.line.id, found[0].customer)
        elif found:
            self.name.show_refusal(_("Several are called so: {names}. Type more of the name.").format(
                names=joined([whom.name for whom in found])))
        else:
            self.name.show_refusal(_("Nobody was found for “{text}”.").format(text=text))

    def _drop(self) -> None:
        if self.line is not None:
            with self.place.act("inbox.drop", words=_("Line dropped")):
                inbox.drop(self.line.id)


class Inbox(QWidget):
    """The block: how many lines wait, and the oldest of them."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.title = Section(_("Inbox"))
        self.rows: Rows[Line] = Rows(self._row, _key, spacing=2)
        self.more = Small()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(4)
        for widget in (self.title, self.rows, self.more):
            column.addWidget(widget)

    def take_focus(self) -> None:
        """Go to the first line."""
        first = next(iter(self.rows.in_order()), None)
        if isinstance(first, InboxRow):
            first.type_on.setFocus(Qt.FocusReason.TabFocusReason)

    def refresh(self) -> int:
        """Show the lines that wait; without any, nothing. Returns how many they are. Nobody has said yet who may see
        them, so while someone is looking there are none."""
        lines = [] if self.place.floor.settings.looking else inbox.lines()
        self.setVisible(bool(lines))
        self.title.set_texts(_("Inbox"), ngettext("{n} line", "{n} lines", len(lines)).format(n=len(lines)))
        self.rows.show_records(lines[:ROWS])
        more = len(lines) - ROWS
        self.more.setVisible(more > 0)
        self.more.setText(ngettext("and {n} more", "and {n} more", more).format(n=more))
        return len(lines)

    def _row(self) -> QWidget:
        return InboxRow(self.place)


def _key(line: Line) -> int:
    return line.id
