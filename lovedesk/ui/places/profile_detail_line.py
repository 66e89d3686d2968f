"""One detail as a line of the profile: its topic, words, age and how it was learned, corrected where it stands."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextLayout,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from lovedesk import words
from lovedesk.shop import builtin
from lovedesk.shop.details import PAPER, DetailRow
from lovedesk.ui import icons, theme
from lovedesk.ui.parts.labels import TEXT_COLUMN, paint_line, wrap
from lovedesk.ui.parts.saving_field import ENTER, SavingText
from lovedesk.ui.place import Place
from lovedesk.ui.places.profile_detail_form import DetailForm
from lovedesk.ui.places.profile_new_detail import SEEN_ICONS, seen_words
from lovedesk.words import _

ICON, TOPIC_LEFT, TEXT_LEFT = 17, 27, 123
ABOVE, BETWEEN, BELOW = 4, 3, 5
MORE = 22           # the dots that open the menu
TEXT = "text"       # what `ask` corrects in place


class Sentence(SavingText):
    """Words that are told at Enter or when left, never at a pause: each telling makes a newer detail."""

    done = Signal()
    alone = Signal()        # the focus went elsewhere

    def __init__(self, text: str, *, name: str, parent: QWidget) -> None:
        super().__init__(text, name=name, lines=1, most=10, parent=parent)
        self.pause.timeout.disconnect(self.tell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.tell()
            self.done.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.give_back()
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason and self.refusal is None:
            self.alone.emit()


class _Laid(NamedTuple):
    """A text laid out for one width, and its height."""

    layout: QTextLayout
    height: float


class DetailLine(QAbstractButton):
    """One detail, painted. Pressed (or F2) it opens to be corrected; its menu has all else."""

    corrected = Signal(object, str)
    answered = Signal(object, str, str, object)     # a detail's id, what was asked, words, a day
    menu_wanted = Signal(object, object)            # the line, and where
    seen_menu_wanted = Signal(object, object)
    bin_wanted = Signal(object)

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.detail: DetailRow | None = None
        self.how = ""
        self.laid: dict[int, _Laid] = {}        # by width; layouts ask for several
        self.editor: Sentence | None = None
        self.form: DetailForm | None = None
        self.seen_room, self.more_room = QRectF(), QRectF()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMaximumWidth(TEXT_LEFT + TEXT_COLUMN)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self.open)

    def show_record(self, detail: DetailRow) -> None:
        """Show a detail; one that is being corrected stays open."""
        self.how = how_learned(detail, self.place)
        if detail == self.detail:
            return
        if self.editor is not None and self.detail is not None and self.detail.id != detail.id:
            self.editor.hide()
        if self.form is not None and self.detail is not None and self.detail.id != detail.id:
            self.form.hide()
        self.detail = detail
        self.laid.clear()
        said = (detail.label, detail.text, change_words(detail), detail.whose, self.how,
                seen_words(detail.seen_by, on_paper=detail.paper))
        self.setAccessibleName(", ".join(part for part in said if part))
        self.setAccessibleDescription(_("Press to correct; the menu key has more"))
        if self.editor is not None:
            self.editor.show_text(detail.text)
        self.updateGeometry()
        self.update()

    def open(self) -> None:
        """Open the words to be corrected."""
        assert self.detail is not None
        if self.editor is None:
            self.editor = Sentence(self.detail.text, name=self.detail.label, parent=self)
            self.editor.left.connect(self._left)
            self.editor.done.connect(self.close_up)
            self.editor.alone.connect(self._put_away)
            self.editor.document().documentLayout().documentSizeChanged.connect(self._place_editor)
        self.editor.show_text(self.detail.text)
        self._place_editor()
        self.editor.show()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()

    def close_up(self) -> None:
        """Put the field away; the focus goes back to the line."""
        if self.editor is not None and self.editor.isVisible():
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._put_away()

    def _put_away(self) -> None:
        if self.editor is not None:
            self.editor.hide()
            self.updateGeometry()
            self.update()

    def _left(self, text: str) -> None:
        assert self.detail is not None
        self.corrected.emit(self.detail.id, text)

    def _editing(self) -> bool:
        return self.editor is not None and self.editor.isVisibleTo(self)

    def _place_editor(self) -> None:
        if self.editor is not None:
            height = self.editor.sizeHint().height()
            self.editor.setGeometry(QRect(TEXT_LEFT - 8, 0, max(self.width() - TEXT_LEFT + 8, 60), height))
            self.updateGeometry()

    def _laid_out(self, width: int) -> _Laid:
        if width not in self.laid:
            said = (self.detail.text, change_words(self.detail)) if self.detail else ()
            text = "\n".join(part for part in said if part)
            self.laid[width] = _Laid(*wrap(text, theme.font("body"), max(width - TEXT_LEFT, 60)))
        return self.laid[width]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        small = QFontMetricsF(theme.font("small")).height()
        if self.editor is not None and self._editing():
            return ceil(self.editor.sizeHint().height() + BETWEEN + small) + BELOW
        return ceil(ABOVE + self._laid_out(width).height + BETWEEN + small) + BELOW + self._form_height()

    def _form_height(self) -> int:
        return self.form.sizeHint().height() + 8 if self.form is not None and not self.form.isHidden() else 0

    def sizeHint(self) -> QSize:
        return QSize(TEXT_LEFT + 200, 40)

    def minimumSizeHint(self) -> QSize:
        return QSize(TEXT_LEFT + 80, 20)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._editing():
            self._place_editor()
        self._place_form()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (*ENTER, Qt.Key.Key_F2):
            self.open()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.detail is not None:
            self.bin_wanted.emit(self.detail.id)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.seen_room.contains(event.position()):
            self.choose_seen_by()
            return
        if event.button() == Qt.MouseButton.LeftButton and self.more_room.contains(event.position()):
            self.menu_wanted.emit(self, self.mapToGlobal(self.more_room.bottomLeft().toPoint()))
            return
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(self, event.globalPos())

    def choose_seen_by(self) -> None:
        """Open the menu of who may see it."""
        self.seen_menu_wanted.emit(self, self.mapToGlobal(self.seen_room.bottomLeft().toPoint() + QPoint(0, 2)))

    def ask(self, what: str) -> None:
        """Ask below the words for something more."""
        assert self.detail is not None
        if what == TEXT:
            self.open()
            return
        if self.form is None:
            self.form = DetailForm(self.place.desk.today, self)
            self.form.kept.connect(self._form_kept)
            self.form.closed.connect(self.close_form)
        self.form.ask(what, self.detail)
        self._place_form()

    def close_form(self) -> None:
        """Put away what was asked; the focus goes back to the line."""
        if self.form is not None and not self.form.isHidden():
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.form.hide()
            self.updateGeometry()

    def _form_kept(self, what: str, text: str, day: object) -> None:
        assert self.detail is not None
        self.answered.emit(self.detail.id, what, text, day)

    def _place_form(self) -> None:
        if self.form is not None and not self.form.isHidden():
            height = self.form.sizeHint().height()
            width = max(self.width() - TEXT_LEFT + 8, 60)
            self.form.setGeometry(TEXT_LEFT - 8, self.height() - height - 4, width, height)
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.detail is None:
            return
        t = theme.tokens()
        painter = QPainter(self)
        line = QFontMetricsF(theme.font("body")).height()
        if self.underMouse() and not self._editing():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(t.pane if not t.dark else t.hover)
            painter.drawRoundedRect(QRectF(TEXT_LEFT - 8, 0, self.width() - TEXT_LEFT + 8, self.height()), 6, 6)
        icons.paint(painter, QRectF(0, ABOVE + (line - ICON) / 2, ICON, ICON), self.detail.icon, t.ink2)
        paint_line(painter, QRectF(TOPIC_LEFT, ABOVE, TEXT_LEFT - TOPIC_LEFT - 12, line), self.detail.label, "small",
                   t.ink2)
        laid = self._laid_out(self.width())
        if not self._editing():
            painter.setPen(t.ink)
            laid.layout.draw(painter, QPointF(TEXT_LEFT, ABOVE))
        self._paint_second(painter, t)

    def _paint_second(self, painter: QPainter, t: theme.Tokens) -> None:
        """Who may see it, where that is not everybody or one is about to ask; whom about; how learned."""
        assert self.detail is not None
        height = QFontMetricsF(theme.font("small")).height()
        room = QRectF(TEXT_LEFT, self.height() - self._form_height() - BELOW - height, self.width() - TEXT_LEFT, height)
        words = "  ·  ".join(part for part in (self.detail.whose, self.how) if part)
        lit = self.underMouse() or self.hasFocus() or self._editing()
        self.seen_room, self.more_room = QRectF(), QRectF()
        if lit:
            self.more_room = QRectF(room.right() - MORE - 4, room.top() - 3, MORE, height + 6)
            icons.paint(painter, self.more_room.adjusted(3, 0, -3, 0), "dots-three", t.ink2)
            room.setRight(self.more_room.left() - 6)
        if not self._printed():
            room.setLeft(self._paint_seen(painter, room, t))
            words = f"  ·  {words}" if words else ""
        taken = paint_line(painter, room, words, "small", t.ink3)
        if self._printed() and lit:
            self._paint_seen(painter, room.adjusted(taken + 4 if taken else 0, 0, 0, 0), t)

    def _printed(self) -> bool:
        return self.detail is not None and self.detail.seen_by == PAPER and self.detail.paper

    def _paint_seen(self, painter: QPainter, room: QRectF, t: theme.Tokens) -> float:
        """Paint who may see it; returns where the next words begin."""
        assert self.detail is not None
        kept_off = self.detail.seen_by == PAPER and not self._printed()
        icon = "file-minus" if kept_off else SEEN_ICONS[self.detail.seen_by]
        icons.paint(painter, QRectF(room.left(), room.top(), 14, room.height()), icon, t.ink2)
        words = seen_words(self.detail.seen_by, on_paper=self.detail.paper)
        taken = paint_line(painter, room.adjusted(19, 0, 0, 0), words, "small", t.ink2)
        self.seen_room = QRectF(room.left() - 4, room.top() - 3, 23 + taken - 6, room.height() + 6)
        return room.left() + 19 + taken - 8


def change_words(detail: DetailRow) -> str:
    """What a detail changes for us, as it stands below its words."""
    return _("For us: {change}").format(change=detail.change) if detail.change else ""


def how_learned(detail: DetailRow, place: Place) -> str:
    """"Visit, Tue 20 Oct, 5 weeks ago"; "from your file, no day known"; with its own day and when it was confirmed."""
    today = place.desk.today()
    when = words.ahead(detail.learned_on, today) if detail.learned_on else ""
    if detail.channel:
        how = builtin.channel_label(detail.channel)
    elif detail.source == "file":
        how = _("from your file")
    elif detail.source == "friend":
        how = _("from {name}").format(name=detail.source_name) if detail.source_name else _("from a friend")
    else:
        how = ""
    learned = _("{how}, {when}").format(how=how, when=when or _("no day known")) if how else when
    own = words.date_short(detail.day, today) if detail.day else ""
    still = _("still true {when}").format(when=words.near(detail.confirmed_on, today)) if detail.confirmed_on else ""
    return "  ·  ".join(part for part in (own, learned, still) if part)
