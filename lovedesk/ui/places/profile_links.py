"""Whom a customer and their people belong with, each in the words of this side; pressed, the other's page opens."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from lovedesk.shop import links
from lovedesk.shop.links import End, LinkRow
from lovedesk.ui import icons, theme
from lovedesk.ui.parts import photos
from lovedesk.ui.parts.avatar import paint_avatar
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.enter_line import EnterLine
from lovedesk.ui.parts.labels import Section, Small, paint_line
from lovedesk.ui.parts.offered_line import OfferedLine
from lovedesk.ui.parts.pressable import Pressable
from lovedesk.ui.parts.rows import Rows
from lovedesk.ui.place import Go, Place
from lovedesk.ui.places.profile_form import Form
from lovedesk.words import _

FACE, LEFT = 28, 38


class Tie(Pressable):
    """A painted line: a face, what they are to us, and their name. F2 changes the words, Delete takes it away."""

    opened = Signal(object)
    change_wanted = Signal(object)
    bin_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.link: LinkRow | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleDescription(_("Press to open their page; the menu key has more"))
        self.clicked.connect(self._clicked)

    def show_record(self, link: LinkRow) -> None:
        """Show a link."""
        self.link = link
        self.setAccessibleName(", ".join(part for part in (self._word(link), link.other.name, link.other.at) if part))
        self.setToolTip(link.other.at)
        self.update()

    def _word(self, link: LinkRow) -> str:
        return _("{name}: {text}").format(name=link.whose, text=link.word) if link.whose else link.word

    def sizeHint(self) -> QSize:
        line = QFontMetricsF(theme.font("small")).height() + QFontMetricsF(theme.font("body")).height()
        return QSize(200, max(round(line) + 4, FACE + 4))

    def _clicked(self) -> None:
        if self.link is not None:
            self.opened.emit(self.link.other.customer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self._change()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._take_away()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icons.icon("pencil-line"), _("Change the words\tF2")).triggered.connect(self._change)
        menu.addAction(icons.icon("trash"), _("Take this link away")).triggered.connect(self._take_away)
        menu.popup(event.globalPos())

    def _change(self) -> None:
        self.change_wanted.emit(self.link)

    def _take_away(self) -> None:
        if self.link is not None:
            self.bin_wanted.emit(self.link.id)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.link is None:
            return
        t, other = theme.tokens(), self.link.other
        painter = QPainter(self)
        face = QRectF(0, (self.height() - FACE) / 2, FACE, FACE)
        paint_avatar(painter, face, other.name, business=other.kind == "business", photo=photos.face(other.photo))
        small, body = QFontMetricsF(theme.font("small")).height(), QFontMetricsF(theme.font("body")).height()
        top = (self.height() - small - body) / 2
        room = QRectF(LEFT, top, self.width() - LEFT, small)
        paint_line(painter, room, self._word(self.link), "small", t.ink2)
        ink = t.accent if self.underMouse() else t.ink
        paint_line(painter, QRectF(LEFT, top + small, room.width(), body), other.name, "body", ink)


class Candidate(Pressable):
    """Someone who may be meant."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.end: End | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._clicked)

    def show_record(self, end: End) -> None:
        """Show a customer or a person."""
        self.end = end
        self.setAccessibleName(_("{name} at {place}").format(name=end.name, place=end.at) if end.at else end.name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, round(QFontMetricsF(theme.font("body")).height()) + 8)

    def _clicked(self) -> None:
        self.picked.emit(self.end)

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        if self.underMouse():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(t.hover)
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        paint_line(painter, QRectF(self.rect()).adjusted(8, 0, -8, 0), self.accessibleName(), "body", t.ink)


class LinkForm(Form):
    """What they are to each other, and who it is by a few letters; Enter takes the first who is found."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.customer = 0
        self.changed: LinkRow | None = None
        self.word = OfferedLine([word for word, _back in links.pairs()], name=_("What they are to each other"),
                                placeholder=_("introduced by, neighbour of…"))
        self.who = EnterLine(name=_("Who it is"), placeholder=_("Who it is, a few letters are enough"))
        self.nobody = Small(_("Nobody found. Add them as a customer first."))
        self.rows: Rows[End] = Rows(self._make, _key, reuse=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(6)
        for widget in (self.word, self.who, self.rows, self.nobody):
            column.addWidget(widget)
        self.word.returnPressed.connect(self._enter_word)
        self.who.textEdited.connect(self._typed)
        self.who.entered.connect(self._entered)
        self.who.given_up.connect(self.closed)

    def _make(self) -> Candidate:
        row = Candidate()
        row.picked.connect(self.wanted)
        return row

    def open_for(self, customer: int, changed: LinkRow | None = None) -> None:
        """Ask for a new link of a customer, or for other words of one."""
        self.customer, self.changed = customer, changed
        self.word.show_text(changed.word if changed is not None else "")
        self.word.setText(self.word.kept)
        self.who.clear()
        self.who.setVisible(changed is None)
        self.rows.show_records([])
        self.nobody.hide()
        self.show()
        self.word.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter_word()
            return
        super().keyPressEvent(event)

    def _enter_word(self) -> None:
        if self.changed is not None:
            self.wanted.emit(None)
        else:
            self.who.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self, text: str) -> None:
        found = links.ends(text, besides=self.customer)
        self.rows.show_records(found)
        self.nobody.setVisible(bool(text.strip()) and not found)

    def _entered(self) -> None:
        row = next(iter(self.rows.in_order()), None)
        if isinstance(row, Candidate):
            self.wanted.emit(row.end)

    def _leave(self) -> None:
        if not self.who.text().strip() and self.changed is None:     # a half-typed name waits
            self.left.emit()


class Links(QWidget):
    """The links of a customer, and the line that adds one; `grown` when more of it wants to be seen."""

    grown = Signal()

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.customer = 0
        self.add = Link(_("Add"))
        self.add.setAccessibleName(_("Add whom they belong with"))
        self.rows: Rows[LinkRow] = Rows(self._make, _id, spacing=4, reuse=True)
        self.form: LinkForm | None = None
        head = QHBoxLayout()
        head.addWidget(Section(_("Belong with")))
        head.addStretch()
        head.addWidget(self.add)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.column.addLayout(head)
        self.column.addWidget(self.rows)
        self.add.clicked.connect(self.ask)

    def _make(self) -> Tie:
        row = Tie()
        row.opened.connect(self._open)
        row.change_wanted.connect(self.ask)
        row.bin_wanted.connect(self._trash)
        return row

    def show_links(self, customer: int) -> None:
        """Show the links of a customer."""
        self.customer = customer
        self.rows.show_records(links.of(customer))

    def ask(self, changed: object = None) -> None:
        """Ask for one more, or for other words of a link."""
        if self.form is None:
            self.form = LinkForm()
            self.form.wanted.connect(self._keep)
            self.form.closed.connect(self._closed)
            self.form.left.connect(self.settle)
            self.form.who.textEdited.connect(self.grown)
            self.column.addWidget(self.form)
        self.form.open_for(self.customer, changed if isinstance(changed, LinkRow) else None)
        self.grown.emit()

    def settle(self) -> None:
        """Put the form away."""
        if self.form is not None:
            self.form.hide()

    def _closed(self) -> None:
        self.settle()
        self.add.setFocus(Qt.FocusReason.ShortcutFocusReason)       # by a key, so the ring is shown

    def _keep(self, end: object) -> None:
        form = self.form
        if form is None:
            return
        kept = 0
        if form.changed is not None:
            with self.place.act("link.change", field=form.word):
                links.change(form.changed.id, self.customer, form.word.text())
                kept = form.changed.id
        elif isinstance(end, End):
            with self.place.act("link.add", field=form.word):
                kept = links.add(form.word.text(), from_customer=self.customer, to_person=end.person,
                                 to_customer=end.customer if end.person is None else None)
        if kept:
            self._closed()

    def _trash(self, link: object) -> None:
        if isinstance(link, int):
            with self.place.act("link.trash", words=_("Link deleted")):
                links.trash(link)

    def _open(self, customer: object) -> None:
        if isinstance(customer, int):
            self.place.go.emit(Go("customers", customer))


def _key(end: End) -> tuple[int, int | None]:
    return end.customer, end.person


def _id(link: LinkRow) -> int:
    return link.id
