"""One item of a checklist as a line: ticked where there is a box, its words changed where they stand.

The first one under a heading shows it above itself, where it is changed too.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFontMetricsF,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextLayout,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QSizePolicy, QWidget

from lovedesk.shop import topics
from lovedesk.ui import icons, theme
from lovedesk.ui.parts.chips import chip_width, paint_chip
from lovedesk.ui.parts.item_headings import Headings, ItemRecord
from lovedesk.ui.parts.item_menu import add_headings, add_topics
from lovedesk.ui.parts.item_words import ItemWords
from lovedesk.ui.parts.labels import paint_line, wrap
from lovedesk.ui.parts.tick import BOX, TEXT_LEFT, paint_box
from lovedesk.words import _, date_full, time

HEIGHT, CHIP, CROSS = 31, 22, 14
LEAD = 32           # of a heading above the item
HEART = 10          # behind the words of what is at the heart of it


class ItemRow(QAbstractButton):
    """An item, painted. Its words open when they are pressed, by F2 or Enter; Space ticks; Delete removes;
    Alt+Up and Alt+Down move it; T and its chip choose what an answer is about, H its heading, R whether it is at the
    heart; the menu has all of it."""

    ticked = Signal(object, bool)
    changed = Signal(object, str)
    removed = Signal(object)
    topic_chosen = Signal(object, str)
    step_wanted = Signal(object, int)       # one up (-1) or down (1)
    dragged = Signal(object, int)           # to this height within its parent
    dropped = Signal(object)
    required_chosen = Signal(object, bool)
    put_under = Signal(object, str)         # a heading, or none
    heading_changed = Signal(str, str)      # the old words, the new ones

    def __init__(self, headings: Headings, *, ticks: bool) -> None:
        super().__init__()
        self.item: ItemRecord | None = None
        self.headings = headings
        self.on_heading: str | None = None      # which heading the editor changes; None for the words
        self.editor: ItemWords | None = None       # made when it is first wanted
        self.laid: tuple[int, QTextLayout, float] | None = None
        self.pressed_at: QPoint | None = None
        self.dragging = False
        self.setCheckable(ticks)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleDescription(
            _("Enter changes the words, Delete removes, Alt and the arrow keys move, the menu key has more"))
        self.clicked.connect(self._clicked)

    def show_record(self, item: ItemRecord) -> None:
        """Show an item; one that is being changed stays open."""
        before, self.item = self.item, item
        self.setChecked(bool(getattr(item, "ticked", False)))
        ticked_at = getattr(item, "ticked_at", None)
        self.setToolTip(_("Ticked on {day} at {time}").format(
            day=date_full(ticked_at.date()), time=time(ticked_at.time())) if ticked_at else "")
        if item == before:
            return
        if self.editor is not None:
            if before is None or before.id != item.id:
                self.editor.hide()
            self.editor.show_text(item.text)
        self.laid = None
        about = topics.get(item.topic).label if item.topic else ""
        self.setAccessibleName(_("{item}, {topic}").format(item=item.text, topic=about) if about else item.text)
        self.updateGeometry()
        self.update()

    def open(self) -> None:
        """Open the words to be changed."""
        assert self.item is not None
        self._open(self.item.text, None, _("Words of the item"))

    def open_heading(self) -> None:
        """Open the heading to be changed, or a new one for this item."""
        assert self.item is not None
        self._open(self.item.section, self.item.section, _("Words of the heading"))

    def _open(self, text: str, heading: str | None, name: str) -> None:
        self.on_heading = heading
        if self.editor is None:
            # in the group, not in the row: with its frame the field is higher than a row
            rows = self.parentWidget()
            self.editor = ItemWords(text, name=name,
                                 parent=rows.parentWidget() if rows is not None else None)
            self.editor.left.connect(self._left)
            self.editor.done.connect(self._close_up)
        self.editor.setAccessibleName(name)
        self.editor.show_text(text)
        self._place_editor()
        QWidget.setTabOrder(self, self.editor)
        self.editor.show()
        self.editor.raise_()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_topic(self) -> None:
        """Open the menu of what an answer is about."""
        assert self.item is not None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        add_topics(menu, self.item.topic, self._topic_picked)
        menu.popup(self.mapToGlobal(self._chip_room().bottomLeft().toPoint() + QPoint(0, 2)))

    def _clicked(self, on: bool) -> None:
        assert self.item is not None
        if self.isCheckable():
            self.ticked.emit(self.item.id, on)
        else:
            self.open()

    def _left(self, text: str) -> None:
        assert self.item is not None and self.editor is not None    # its own signal
        if self.on_heading:
            self.heading_changed.emit(self.on_heading, text)
        elif self.on_heading is not None:
            self.put_under.emit(self.item.id, text)
        elif text.strip():
            self.changed.emit(self.item.id, text)
        else:
            self.editor.kept = self.item.text       # no words are no item: the old ones come back

    def _close_up(self) -> None:
        assert self.editor is not None              # its own signal
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.editor.hide()

    def _editing(self) -> bool:
        return self.editor is not None and not self.editor.isHidden()

    def _remove(self) -> None:
        assert self.item is not None
        self.removed.emit(self.item.id)

    def _up(self) -> None:
        assert self.item is not None
        self.step_wanted.emit(self.item.id, -1)

    def _down(self) -> None:
        assert self.item is not None
        self.step_wanted.emit(self.item.id, 1)

    def _change_required(self) -> None:
        assert self.item is not None
        self.required_chosen.emit(self.item.id, not self.item.required)

    def _heading_picked(self, action: QAction) -> None:
        assert self.item is not None
        if action.data() is None:
            self._open("", "", _("Words of the heading"))
        else:
            self.put_under.emit(self.item.id, str(action.data()))

    def _topic_picked(self, action: QAction) -> None:
        assert self.item is not None
        self.topic_chosen.emit(self.item.id, str(action.data()))

    # Keys, mouse and menu -------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        plain = {keys.Key_Return: self.open, keys.Key_Enter: self.open, keys.Key_F2: self.open,
                 keys.Key_Delete: self._remove, keys.Key_H: self.open_heading, keys.Key_R: self._change_required}
        if self._asks():
            plain[keys.Key_T] = self.choose_topic
        moves = {keys.Key_Up: self._up, keys.Key_Down: self._down}
        key, held = keys(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._editing():
            event.ignore()
        elif held == Qt.KeyboardModifier.AltModifier and key in moves:
            moves[key]()
        elif held:
            event.ignore()
        elif key in plain:
            plain[key]()
        elif key in moves:
            self.focusNextPrevChild(key == keys.Key_Down)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.pressed_at is None or self.item is None:
            return
        point = event.position().toPoint()
        if (point - self.pressed_at).manhattanLength() >= QApplication.startDragDistance():
            self.dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self.dragging:
            self.dragged.emit(self.item.id, self.mapToParent(point).y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self.pressed_at = self.pressed_at, None
        if pressed is None or self.item is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if self.dragging:
            self.dragging = False
            self.unsetCursor()
            self.dropped.emit(self.item.id)
        elif event.position().y() < self.lead():
            self.open_heading()
        elif self._chip_room().contains(event.position()):
            self.choose_topic()
        elif self._cross_room().adjusted(-5, -5, 5, 5).contains(event.position()):
            self._remove()
        elif self.isCheckable() and event.position().x() < TEXT_LEFT - 4:
            self.click()
        elif self.rect().contains(event.position().toPoint()):
            self.open()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        assert self.item is not None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icons.icon("pencil-line"), _("Change the words")).triggered.connect(self.open)
        if self._asks():
            add_topics(menu.addMenu(_("What the answer is about")), self.item.topic, self._topic_picked)
        heart = menu.addAction(_("At the heart of it"))
        heart.setCheckable(True)
        heart.setChecked(self.item.required)
        heart.triggered.connect(self._change_required)
        add_headings(menu.addMenu(_("Under a heading")), self.headings.names, self.item.section, self._heading_picked)
        menu.addAction(_("Move up")).triggered.connect(self._up)
        menu.addAction(_("Move down")).triggered.connect(self._down)
        menu.addSeparator()
        menu.addAction(icons.icon("trash"), _("Remove")).triggered.connect(self._remove)
        menu.popup(event.globalPos())

    # Room and paint -------------------------------------------------------------------------------------------

    def lead(self) -> int:
        """How far below its top the item begins: under its heading."""
        return LEAD if self.item is not None and self.item.id in self.headings.first else 0

    def _asks(self) -> bool:
        return self.item is not None and self.item.kind == "ask"

    def _chip_word(self) -> str:
        assert self.item is not None
        return topics.get(self.item.topic).label if self.item.topic else _("Topic")

    def _chip_room(self) -> QRectF:
        if not self._asks():
            return QRectF()
        width = chip_width(self._chip_word(), icon=False)
        return QRectF(self.width() - width, self.lead() + (HEIGHT - CHIP) / 2, width, CHIP)

    def _right(self, width: int) -> int:
        """Where the words end."""
        chip = chip_width(self._chip_word(), icon=False) + 6 if self._asks() else 0
        return width - chip - CROSS - 12

    def _cross_room(self) -> QRectF:
        return QRectF(self._right(self.width()) + 8, self.lead() + (HEIGHT - CROSS) / 2, CROSS, CROSS)

    def _laid_out(self, width: int) -> tuple[QTextLayout, float]:
        room = max(self._right(width) - TEXT_LEFT, 60)
        if self.laid is None or self.laid[0] != room:
            self.laid = (room, *wrap(self.item.text if self.item else "", theme.font("body"), room))
        return self.laid[1:]

    def _top(self) -> float:
        return (HEIGHT - QFontMetricsF(theme.font("body")).height()) / 2

    def _place_editor(self) -> None:
        if self.editor is None or (around := self.editor.parentWidget()) is None:
            return
        wide, high = max(self._right(self.width()) - TEXT_LEFT + 8, 80), self.editor.sizeHint().height()
        top = (LEAD - high) // 2 if self.on_heading else self.lead() + (HEIGHT - high) // 2
        corner = self.mapTo(around, QPoint(TEXT_LEFT - 8, top))
        self.editor.setGeometry(corner.x(), corner.y(), wide, high)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.lead() + max(HEIGHT, ceil(self._laid_out(width)[1] + 2 * self._top()))

    def sizeHint(self) -> QSize:
        return QSize(TEXT_LEFT + 300, self.heightForWidth(TEXT_LEFT + 300))

    def minimumSizeHint(self) -> QSize:
        return QSize(TEXT_LEFT + 120, self.lead() + HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_editor()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._place_editor()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.editor is not None and not event.spontaneous() and self.isHidden():
            self.editor.hide()

    def _paint_heart(self, painter: QPainter, laid: QTextLayout) -> None:
        """A small heart behind the words of what is at the heart of it."""
        line = laid.lineAt(laid.lineCount() - 1)
        left = TEXT_LEFT + line.naturalTextWidth() + 8
        middle = self.lead() + self._top() + line.y() + line.height() / 2
        icons.paint(painter, QRectF(left, middle - HEART / 2, HEART, HEART), "heart-fill", theme.tokens().accent)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.item is None:
            return
        t = theme.tokens()
        painter = QPainter(self)
        at_hand = self.underMouse() or self.hasFocus()
        lead = self.lead()
        if lead and not (self._editing() and self.on_heading):
            room = QRectF(TEXT_LEFT, 6, self.width() - TEXT_LEFT, lead - 6)
            paint_line(painter, room, self.item.section, "small_strong", t.ink2)
        if self.dragging:
            painter.fillRect(self.rect().adjusted(0, lead, 0, 0), t.hover)
        mark = QRectF(1, lead + (HEIGHT - BOX) / 2, BOX, BOX)
        if self.isCheckable():
            paint_box(painter, mark.topLeft(), on=self.isChecked(), lit=self.underMouse())
        else:
            icons.paint(painter, mark.adjusted(1, 1, -1, -1), "dots-six-vertical", t.ink2 if at_hand else t.stone)
        if not self._editing() or self.on_heading:
            painter.setPen(t.ink3 if self.isChecked() else t.ink)
            laid, _height = self._laid_out(self.width())
            laid.draw(painter, QPointF(TEXT_LEFT, lead + self._top()))
            if self.item.required:
                self._paint_heart(painter, laid)
        if self._asks():
            paint_chip(painter, self._chip_room(), self._chip_word())
        if at_hand and not self._editing():
            icons.paint(painter, self._cross_room(), "x", t.ink3)
