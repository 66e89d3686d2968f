"""Several lines pasted into quick add: each with its chips and day, left out or put into the inbox by a key."""

from __future__ import annotations

import datetime as dt
import time
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lovedesk.shop import quick_keep, quick_lines
from lovedesk.shop.quick_add import read, unread
from lovedesk.shop.quick_keep import Kept
from lovedesk.shop.quick_names import SHOWN, Names
from lovedesk.shop.quick_parts import WORDS, Key, Understood
from lovedesk.ui import icons, theme
from lovedesk.ui.parts.buttons import Primary
from lovedesk.ui.parts.chips import Tone, chip_width, paint_chip
from lovedesk.ui.parts.labels import Small, WrappedLabel, paint_line
from lovedesk.ui.parts.recordlist import RecordList, Row, RowDelegate
from lovedesk.words import _, date_short, ngettext

if TYPE_CHECKING:
    from lovedesk.ui.quick_add import QuickAdd
    from lovedesk.ui.signals import Progress

SLICE = 0.006           # seconds of reading in one piece
AT_ONCE = 30            # lines; more are kept aside
ROW, ROWS = 60, 6
CROSS = 30


@dataclass
class Entry:
    """A line of the list: `understood` is None until it was read."""

    id: int
    text: str
    day: dt.date | None
    understood: Understood | None = None
    out: bool = False
    as_words: bool = False
    rejected: frozenset[Key] = frozenset()
    chosen: dict[Key, int] = field(default_factory=dict)


class Lines(RecordList):
    """`left_out`, `rejected`, `worded` and `number` tell what a key or the cross at a row's end wants of the current
    row."""

    left_out = Signal()
    rejected = Signal()
    worded = Signal()
    number = Signal(int)
    enter = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        if event.key() in (keys.Key_Return, keys.Key_Enter):
            self.enter.emit()
        elif event.key() == keys.Key_Delete:
            self.left_out.emit()
        elif event.key() == keys.Key_Backspace:
            whole = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self.worded if whole else self.rejected).emit()
        elif 0 <= event.key() - keys.Key_1 < SHOWN:
            self.number.emit(event.key() - keys.Key_1)
        elif event.key() == keys.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.position().x() > self.viewport().width() - CROSS:
            self.left_out.emit()


class LineDelegate(RowDelegate):
    """Paints a line: what was typed, what it becomes at the right, and its chips below."""

    height = ROW

    def __init__(self, owner: ManyLines) -> None:
        super().__init__(self.row)
        self.owner = owner

    def row(self, record: Entry) -> Row:
        """A line without its chips."""
        return Row(record.text, self.owner.state(record))

    def spoken(self, record: Entry) -> str:
        told = quick_keep.told(record.understood) if record.understood else record.text
        return _("{line}, {what}").format(line=told, what=self.owner.state(record))

    def paint_row(self, painter: QPainter, room: QRectF, record: Entry) -> None:
        t = theme.tokens()
        cross = QRectF(room.right() - 12, room.center().y() - 7, 14, 14)
        icons.paint(painter, cross, "plus" if record.out else "x", t.ink3)
        room = room.adjusted(0, 6, -CROSS + 6, -6)
        first = QRectF(room.left(), room.top(), room.width(), room.height() / 2)
        ink = t.ink3 if record.out else t.ink2
        state = self.row(record).when
        taken = paint_line(painter, first, state, "small", t.ink3 if record.out else t.ink, right=True)
        paint_line(painter, first.adjusted(0, 0, -taken, 0), record.text, "small", ink)
        if record.understood is not None and not record.out:
            self._paint_chips(painter, QRectF(room.left(), first.bottom() + 1, room.width(), room.height() / 2), record)

    def _paint_chips(self, painter: QPainter, room: QRectF, record: Entry) -> None:
        assert record.understood is not None
        left = room.left()
        for part in record.understood.parts:
            tone: Tone = "amber" if len(part.readings) > 1 else "neutral" if part.role == WORDS else "accent"
            for number, reading in enumerate(part.readings[:SHOWN], 1):
                words = f"{number}  {reading.words}" if len(part.readings) > 1 else reading.words
                width = min(chip_width(words, icon=bool(reading.icon)), room.right() - left)
                if width < 40:
                    return
                paint_chip(painter, QRectF(left, room.top(), width, min(room.height(), 22)), words, icon=reading.icon,
                           tone=tone)
                left += width + 6


class ManyLines(QWidget):
    """The lines and the button that keeps them all; `done(words)` tells what was kept."""

    done = Signal(str)

    def __init__(self, owner: QuickAdd) -> None:
        super().__init__()
        self.owner = owner
        self.entries: list[Entry] = []
        self.unread: deque[Entry] = deque()
        self.names = Names()
        self.heading = Small("", token="ink2")
        self.list = Lines(LineDelegate(self), name=_("Lines to keep"))
        self.hint = WrappedLabel(_("Delete leaves a line out, Backspace takes its last chip back into words, "
                                   "Shift+Backspace puts it into the inbox as it is, 1 or 2 chooses between "
                                   "readings. Enter keeps all."),
                                 role="small", token="ink2", column=620)
        self.keep = Primary("", "check")
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 10, 20, 0)
        foot.addWidget(self.hint, 1)
        foot.addSpacing(12)
        foot.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 16)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setContentsMargins(20, 0, 20, 0)
        head.addWidget(self.heading)
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(self.list)
        column.addLayout(foot)
        self.timer = QTimer(self, singleShot=True)
        self.timer.timeout.connect(self._read_some)
        self.list.left_out.connect(self._leave_out)
        self.list.rejected.connect(self._reject)
        self.list.worded.connect(self._as_words)
        self.list.number.connect(self._choose)
        self.list.enter.connect(self.keep_all)
        self.keep.clicked.connect(self.keep_all)

    def show_text(self, text: str) -> None:
        """Show the lines of a text; they are read bit by bit."""
        lines = quick_lines.split(text, self.owner.today)
        self.entries = [Entry(number, line.text, line.day) for number, line in enumerate(lines, 1)]
        self.unread, self.names = deque(self.entries), Names()
        self.list.show_records(self.entries)
        self.list.setFixedHeight(max(1, min(len(lines), ROWS)) * self.list.verticalHeader().defaultSectionSize() + 2)
        if self.entries:
            self.list.setCurrentIndex(self.list.records.index(0))
        self._count()
        self._read_some()

    def state(self, entry: Entry) -> str:
        """What becomes of a line, in a word or two, and the day that it was said on."""
        if entry.out:
            return _("left out")
        if entry.understood is None:
            return ""
        if entry.understood.open:
            return _("which one? else the inbox")
        became = _("Inbox") if entry.as_words else quick_keep.outcome(
            quick_keep.becomes(entry.understood), entry.understood)
        return _("{day} · {what}").format(day=date_short(entry.day, self.owner.today), what=became) if entry.day \
            else became

    def _read_some(self) -> None:
        until, first = time.perf_counter() + SLICE, self.unread[0].id if self.unread else 0
        while self.unread and time.perf_counter() < until:
            self._read(self.unread.popleft())
        last = self.list.rowAt(self.list.viewport().height() - 1)
        if last < 0 or first <= last + 1:       # what is not seen needs no painting
            self.list.viewport().update()
        if self.unread:
            self.timer.start(0)

    def _read(self, entry: Entry) -> None:
        today = entry.day or self.owner.today
        entry.understood = unread(entry.text, today) if entry.as_words else read(
            entry.text, today, self.owner.floor.desk.now(), here=self.owner.here, names=self.names,
            rejected=entry.rejected, chosen=entry.chosen)

    # What a person decides ------------------------------------------------------------------------------------

    def _current(self) -> Entry | None:
        number = self.list.current()
        return next((entry for entry in self.entries if entry.id == number), None)

    def _leave_out(self) -> None:
        if (entry := self._current()) is not None:
            entry.out = not entry.out
            self._changed(entry)

    def _reject(self) -> None:
        """Take the last chip back into words; where there is none any more, all of them are there again."""
        if (entry := self._current()) is None:
            return
        if entry.understood is None:
            self._read(entry)
        keys = [part.key for part in (entry.understood.parts if entry.understood else ())
                if part.readings and part.role != WORDS]
        entry.rejected = entry.rejected | {keys[-1]} if keys else frozenset()
        self._changed(entry)

    def _as_words(self) -> None:
        if (entry := self._current()) is not None:
            entry.as_words = not entry.as_words
            self._changed(entry)

    def _choose(self, number: int) -> None:
        entry = self._current()
        if entry is not None and entry.understood is None:
            self._read(entry)
        part = entry.understood.open if entry and entry.understood else None
        if entry is not None and part is not None and number < len(part.readings):
            entry.chosen[part.key] = number
            self._changed(entry)

    def _changed(self, entry: Entry) -> None:
        self._read(entry)
        row = self.list.records.ids.index(entry.id)
        self.list.records.dataChanged.emit(self.list.records.index(row), self.list.records.index(row))
        self._count()

    def _count(self) -> None:
        kept = sum(not entry.out for entry in self.entries)
        self.heading.setText(ngettext("{n} line", "{n} lines", len(self.entries)).format(n=len(self.entries)))
        self.keep.setText(ngettext("Keep {n} line", "Keep {n} lines", kept).format(n=kept))
        self.keep.setEnabled(kept > 0)

    # Keeping --------------------------------------------------------------------------------------------------

    def keep_all(self) -> None:
        """Keep what is not left out, all in one action; many lines aside, so that the window stays usable."""
        self.timer.stop()
        wanted = [entry for entry in self.entries if not entry.out]
        desk, keeper = self.owner.floor.desk, self.owner.floor.settings.keeper or None
        if not wanted:
            return

        def work(_progress: Progress) -> list[Kept]:
            for entry in wanted:
                if entry.understood is None:
                    self._read(entry)
            lines = [entry.understood for entry in wanted if entry.understood is not None]
            with desk.long_act("quickadd.keep_many"):
                return quick_keep.keep_many(lines, now=desk.now(), keeper=keeper)

        if len(wanted) > AT_ONCE:
            self.owner.close_up()
            self.owner.floor.aside.run(_("Keeping the lines"), work, self._kept, self.owner.said.emit)
        else:
            self._kept(work(_no_progress))

    def _kept(self, kept: object) -> None:
        many = cast("list[Kept]", kept)
        waiting = sum(one.became == "inbox" for one in many)
        words = ngettext("{n} line kept", "{n} lines kept", len(many)).format(n=len(many))
        if waiting:
            words = ngettext("{n} line kept, {waiting} of them in the inbox",
                             "{n} lines kept, {waiting} of them in the inbox", len(many)).format(
                                 n=len(many), waiting=waiting)
        self.done.emit(words)


def _no_progress(_done: int, _of: int) -> None:
    """A few lines need none."""
