"""A group of a checklist's items, bring, tell, do or ask: added, changed, ticked, moved and removed in place."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMoveEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from lovedesk.formats import pasted_lines
from lovedesk.ui import icons, theme
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.enter_line import EnterLine
from lovedesk.ui.parts.item_headings import Headings, ItemRecord
from lovedesk.ui.parts.item_row import ItemRow
from lovedesk.ui.parts.labels import Section
from lovedesk.ui.parts.rows import Rows
from lovedesk.ui.parts.tick import TEXT_LEFT
from lovedesk.words import _

ICONS = {"bring": "tote-simple", "tell": "megaphone-simple", "do": "check-square", "ask": "chat-teardrop-text"}
SIGN = 17


class ItemGroup(QWidget):
    """Shows the items of one kind; with `ticks` they have a box. It only tells what is wanted, by the ids of items."""

    ticked = Signal(object, bool)
    changed = Signal(object, str)
    added = Signal(str, str, str)       # kind, words, heading
    pasted = Signal(str, str)           # kind, lines
    removed = Signal(object)
    moved = Signal(object, object, str)     # before which one, None is the end; under which heading
    topic_chosen = Signal(object, str)
    required_chosen = Signal(object, bool)
    put_under = Signal(object, str)     # a heading, or none
    heading_changed = Signal(str, str)

    def __init__(self, kind: str, *, ticks: bool) -> None:
        super().__init__()
        self.kind, self.ticks = kind, ticks
        self.ids: list[int] = []
        self.headings = Headings()
        self.under: dict[int, str] = {}     # the heading of each item
        self.heading: str | None = None     # what was typed for the items that come next
        self.before: int | None = None      # where an item that is dragged would come, and under which heading
        self.into = ""
        title, aside, add = kind_words(kind)
        self.add = Link(_("Add"))
        self.add.setAccessibleName(add)
        self.rows: Rows[ItemRecord] = Rows(self._make, _id, reuse=True)
        self.line = _AddLine(name=add, placeholder=_("Enter adds it, Esc ends; “# ” begins a heading"))
        self.line.hide()
        self.mark = _Mark(self.rows)
        head = QHBoxLayout()
        head.setSpacing(9)
        head.addWidget(_Sign(ICONS[kind]))
        head.addWidget(Section(title, aside))
        head.addStretch(1)
        head.addWidget(self.add)
        below = QHBoxLayout()
        below.setContentsMargins(TEXT_LEFT - 8, 2, 0, 2)
        below.addWidget(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 2)       # the last item's open field stands out a little
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.rows)
        column.addLayout(below)
        self.add.clicked.connect(self.start_adding)
        self.line.entered.connect(self._entered)
        self.line.given_up.connect(self._end_adding)
        self.line.pasted.connect(self._pasted)
        self.line.editingFinished.connect(self._line_left)

    def show_records(self, records: Iterable[ItemRecord]) -> None:
        """Show those of these items that are of this kind, in their order."""
        records = list(records)
        mine = [record for record in records if record.kind == self.kind]
        self.ids = [record.id for record in mine]
        self.under = {record.id: record.section for record in mine}
        self.headings.take(records, mine)
        self.rows.show_records(mine)

    def start_adding(self) -> None:
        """Open the line for a new item; it stays for the next one until Esc."""
        self.line.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def settle(self) -> None:
        """Put away what is open, before another list is shown; changed words are told by then."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            focused.clearFocus()
        self._forget_heading()
        self.line.clear()
        self.line.hide()

    def _make(self) -> ItemRow:
        row = ItemRow(self.headings, ticks=self.ticks)
        row.ticked.connect(self.ticked)
        row.changed.connect(self.changed)
        row.topic_chosen.connect(self.topic_chosen)
        row.required_chosen.connect(self.required_chosen)
        row.put_under.connect(self.put_under)
        row.heading_changed.connect(self.heading_changed)
        row.removed.connect(self._remove)
        row.step_wanted.connect(self._step)
        row.dragged.connect(self._dragged)
        row.dropped.connect(self._dropped)
        return row

    def _entered(self, words: str) -> None:
        if words.strip().startswith("# "):
            self.line.clear()
            self.heading = " ".join(words.split())[2:]
            self.line.setPlaceholderText(_("Enter adds it under “{heading}”").format(heading=self.heading))
        elif words.strip():
            self.line.clear()
            self.added.emit(self.kind, words, self._heading_now())
        else:
            self._end_adding()

    def _heading_now(self) -> str:
        """What a new item comes under: the heading just typed, or that of the last item."""
        last = self.under[self.ids[-1]] if self.ids else ""
        return last if self.heading is None else self.heading

    def _pasted(self, lines: str) -> None:
        heading = self._heading_now()
        self.pasted.emit(self.kind, f"# {heading}\n{lines}" if heading else lines)

    def _end_adding(self) -> None:
        self._forget_heading()
        self.line.clear()
        self.add.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.hide()

    def _forget_heading(self) -> None:
        self.heading = None
        self.line.setPlaceholderText(_("Enter adds it, Esc ends; “# ” begins a heading"))

    def _line_left(self) -> None:
        if not self.line.hasFocus() and not self.line.text().strip():
            self.line.hide()

    def _remove(self, item: int) -> None:
        at = self.ids.index(item)
        beside = [*self.ids[at + 1:], *reversed(self.ids[:at])]
        row = self.rows.row(beside[0]) if beside else self.add
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
        self.removed.emit(item)

    def _step(self, item: int, by: int) -> None:
        at = self.ids.index(item) + by
        if not 0 <= at < len(self.ids):
            return
        beside = self.ids[at]
        if self.under[beside] != self.under[item]:      # over a heading: to the end of what is above it, or its top
            if by < 0:
                self.put_under.emit(item, self.under[beside])
            else:
                self.moved.emit(item, beside, self.under[beside])
            return
        others = [other for other in self.ids if other != item]
        before = others[at] if at < len(others) else None
        if before is None or self.under[before] == self.under[item]:
            self.moved.emit(item, before, self.under[item])
        else:
            self.put_under.emit(item, self.under[item])

    def _dragged(self, item: int, height: int) -> None:
        """Mark the gap between two items that is nearest to the mouse."""
        self.before, gap, self.into = None, self.rows.height() - 1, self.under[self.ids[-1]]
        above = self.under[self.ids[0]]
        for other in self.ids:
            row = self.rows.row(other)
            if isinstance(row, ItemRow) and height < row.y() + (row.lead() + row.height()) / 2:
                over_heading = above != self.under[other] and height < row.y() + row.lead() / 2
                self.before, self.into = None if over_heading else other, above if over_heading else self.under[other]
                gap = row.y() if over_heading else row.y() + row.lead()
                break
            above = self.under[other]
        self.mark.show_at(gap)

    def _dropped(self, item: int) -> None:
        self.mark.hide()
        at = self.ids.index(item)
        after = self.ids[at + 1] if at + 1 < len(self.ids) else None
        if self.before is None and self.into != self.under[self.ids[-1]]:
            self.put_under.emit(item, self.into)
        elif self.before != item and (self.before != after or self.into != self.under[item]):
            self.moved.emit(item, self.before, self.into)


class _AddLine(EnterLine):
    """The line for a new item, kept in sight as the items above it become more; `pasted` tells a list as a whole."""

    pasted = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        lines = QApplication.clipboard().text() if event.matches(QKeySequence.StandardKey.Paste) else ""
        if pasted_lines.is_list(lines):
            self.pasted.emit(lines)
        else:
            super().keyPressEvent(event)

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None and self.hasFocus():
            around.ensureWidgetVisible(self)


class _Mark(QWidget):
    """The line between two items where a dragged one would come."""

    def __init__(self, rows: QWidget) -> None:
        super().__init__(rows)
        self.rows = rows
        self.hide()

    def show_at(self, height: int) -> None:
        """Lie at this height of the rows."""
        self.setGeometry(0, max(height - 1, 0), self.rows.width(), 2)
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.tokens().accent)


class _Sign(QWidget):
    """The icon of a group."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self.icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(SIGN, SIGN)

    def paintEvent(self, _event: QPaintEvent) -> None:
        icons.paint(QPainter(self), self.rect().toRectF(), self.icon, theme.tokens().ink2)


def kind_words(kind: str) -> tuple[str, str, str]:
    """The head of a group, the quiet words beside it, and what its Add says aloud."""
    return {
        "bring": (_("Bring"), _("take it along"), _("Add something to bring")),
        "tell": (_("Tell"), _("say it"), _("Add something to tell")),
        "do": (_("Do"), _("tick it"), _("Add something to do")),
        "ask": (_("Ask"), _("the answer is kept with them"), _("Add a question to ask")),
    }[kind]


def _id(item: ItemRecord) -> int:
    return item.id
