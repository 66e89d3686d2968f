"""A list of records that fetches what is painted, and keeps selection and scroll when it is refreshed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from math import ceil
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QImage, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from lovedesk.ui import icons, theme
from lovedesk.ui.parts.avatar import paint_avatar
from lovedesk.ui.parts.labels import paint_line

PAGE = 20           # rows fetched at once: about what a screen shows
KEPT_PAGES = 100
RECORD = Qt.ItemDataRole.UserRole
HEIGHT, INSET = 54, 8

Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[Sequence[int]], Sequence[Any]]


class Row(NamedTuple):
    """What a row of people or customers shows."""

    name: str
    when: str = ""
    second: str = ""
    sign: str = ""            # an icon
    sign_token: str = "ink2"  # its colour
    sign_name: str = ""       # what it means, for a screen reader
    business: bool = False
    photo: QImage | None = None

    def spoken(self) -> str:
        """The row as a screen reader says it."""
        return ", ".join(part for part in (self.name, self.second, self.when, self.sign_name) if part)


class PagedModel(QAbstractListModel):
    """Ids in order; the records of a page are fetched when one of its rows is asked for."""

    def __init__(self, fetch: Fetch, spoken: Callable[[Any], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.fetch, self.spoken = fetch, spoken
        self.ids: list[int] = []
        self.pages: dict[int, Sequence[Any]] = {}

    def show_ids(self, ids: Sequence[int]) -> bool:
        """Show other ids, or the same ones afresh; True if the rows are others than before."""
        same = list(ids) == self.ids
        if not same:
            self.beginResetModel()
        self.ids = list(ids)
        self.pages.clear()
        if not same:
            self.endResetModel()
        elif self.ids:
            self.dataChanged.emit(self.index(0), self.index(len(self.ids) - 1))
        return not same

    def add_ids(self, ids: Sequence[int]) -> None:
        """Show these below those that are shown."""
        if not ids:
            return
        first = len(self.ids)
        self.pages.pop(first // PAGE, None)      # a page that was not full
        self.beginInsertRows(QModelIndex(), first, first + len(ids) - 1)
        self.ids += ids
        self.endInsertRows()

    def record(self, row: int) -> Any:
        """The record of a row; None if it has gone since."""
        number = row // PAGE
        if number not in self.pages:
            if len(self.pages) >= KEPT_PAGES:
                del self.pages[next(iter(self.pages))]
            self.pages[number] = self.fetch(self.ids[number * PAGE:(number + 1) * PAGE])
        page = self.pages[number]
        return page[row % PAGE] if row % PAGE < len(page) else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (RECORD, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        record = self.record(index.row())
        if role == RECORD or record is None:
            return record
        return self.spoken(record)


class RowDelegate(QStyledItemDelegate):
    """Paints a row: avatar, name, when at the right, a second line and one sign. `look` says what of a record."""

    height = HEIGHT

    def __init__(self, look: Callable[[Any], Row], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.look = look

    def spoken(self, record: Any) -> str:
        """A record as a screen reader says it."""
        return self.look(record).spoken()

    def row_height(self) -> int:
        """How high each row is; more where the system's letters are large."""
        words = QFontMetricsF(theme.font("strong")).height() + QFontMetricsF(theme.font("small")).height()
        return max(self.height, ceil(words) + 18)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        record = index.data(RECORD)
        if record is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        view = self.parent()
        if isinstance(view, RecordList):
            paint_row_ground(painter, QRectF(rect), chosen=view.selectionModel().isSelected(index),
                             lit=view.lit == index.row(), ringed=view.ringed(index))
        self.paint_row(painter, QRectF(rect).adjusted(INSET + 8, 0, -INSET - 10, 0), record)
        painter.restore()

    def paint_row(self, painter: QPainter, room: QRectF, record: Any) -> None:
        """Paint what the row says into `room`; other kinds of rows put theirs here."""
        t = theme.tokens()
        row = self.look(record)
        middle = room.center().y()
        face = QRectF(room.left(), middle - 18, 36, 36)
        paint_avatar(painter, face, row.name, business=row.business, photo=row.photo)
        left = room.left() + 46
        first = QFontMetricsF(theme.font("strong")).height() + 3
        lonely = not row.second and not row.sign
        line = QRectF(left, middle - (first / 2 if lonely else first), room.right() - left, first)
        taken = paint_line(painter, line, row.when, "small", t.ink2, right=True)
        paint_line(painter, line.adjusted(0, 0, -taken, 0), row.name, "strong", t.ink)
        right = room.right()
        if row.sign:
            sign = QRectF(right - 15, middle + first / 2 - 8, 15, 15)
            icons.paint(painter, sign, row.sign, t.colour(row.sign_token))
            right -= 22
        paint_line(painter, QRectF(left, middle, right - left, first - 1), row.second, "small", t.ink2)


def paint_row_ground(painter: QPainter, rect: QRectF, *, chosen: bool, lit: bool, ringed: bool) -> None:
    """The ground of a row: chosen, under the mouse, and the ring if the keyboard is there. Asked of the view, not of
    the option's state: the enums of QStyle take 16 ms of the start."""
    t = theme.tokens()
    shape = rect.adjusted(INSET, 1, -INSET, -1)
    if chosen or lit:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.sel if chosen else t.hover)
        painter.drawRoundedRect(shape, 8, 8)
    if ringed:
        painter.setPen(QPen(t.accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(shape.adjusted(1, 1, -1, -1), 8, 8)


class RecordList(QTableView):
    """`chosen` tells the id that a person moves to, `opened` the one that Enter or a double click opens.

    With `several`, Ctrl and Shift with clicks or arrows, Space and Ctrl+A choose more than one; `gathered` tells so.

    A table of one column: with rows of one height it never asks for each of them, as a QListView does (170 ms for
    50,000 rows).
    """

    chosen = Signal(object)
    opened = Signal(object)
    gathered = Signal()

    def __init__(self, delegate: RowDelegate, *, name: str, fetch: Fetch | None = None, several: bool = False,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.held: dict[int, Any] = {}
        self.records = PagedModel(fetch or self._held, delegate.spoken, self)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.several = several
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection if several
                              else QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(delegate.row_height())
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setModel(self.records)
        self.quiet, self.lit = False, -1
        self.entered.connect(self._point_at)
        self.viewportEntered.connect(self._point_at)
        self.selectionModel().currentChanged.connect(self._moved)
        if several:
            self.selectionModel().selectionChanged.connect(self._gathered)
        self.activated.connect(self._opened)

    def show_ids(self, ids: Sequence[int]) -> None:
        """Show these records, fetched as they are painted; what was chosen stays so if it is among them."""
        chosen, scroll, many = self.current(), self.verticalScrollBar().value(), self.chosen_ids()
        if self.records.show_ids(ids):
            self.select(chosen)
            if len(many) > 1:
                self.choose_many(many)
            self.verticalScrollBar().setValue(scroll)

    def add_ids(self, ids: Sequence[int]) -> None:
        """Show these below the others."""
        self.records.add_ids(ids)

    def chosen_ids(self) -> list[int]:
        """The ids that are chosen, in the list's order."""
        selection = self.selectionModel().selection()
        ranges = sorted((selection.at(n).top(), selection.at(n).bottom()) for n in range(selection.size()))
        return [record for first, last in ranges for record in self.records.ids[first:last + 1]]

    def choose_many(self, ids: Sequence[int]) -> None:
        """Choose these of those that are listed, without telling whom a person moved to."""
        wanted, selection = set(ids), QItemSelection()
        rows = [row for row, record in enumerate(self.records.ids) if record in wanted]
        for _key, group in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
            run = [row for _n, row in group]
            selection.select(self.records.index(run[0]), self.records.index(run[-1]))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def show_records(self, records: Sequence[Any]) -> None:
        """Show records that are at hand; each has an `id`."""
        self.held = {record.id: record for record in records}
        self.show_ids(list(self.held))

    def current(self) -> int | None:
        """The id that is chosen."""
        row = self.currentIndex().row()
        return self.records.ids[row] if 0 <= row < len(self.records.ids) else None

    def select(self, record_id: int | None) -> None:
        """Choose a record without telling; what is not listed clears the choice."""
        self.quiet = True
        try:
            row = self.records.ids.index(record_id) if record_id is not None else -1
        except ValueError:
            row = -1
        self.setCurrentIndex(self.records.index(row) if row >= 0 else QModelIndex())
        self.quiet = False

    def steer(self, event: object) -> None:
        """Take a key that was pressed in the search field above."""
        if isinstance(event, QKeyEvent):
            if not self.currentIndex().isValid() and self.records.ids:
                self.setCurrentIndex(self.records.index(0))
                if event.key() == Qt.Key.Key_Down:
                    return
            self.keyPressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self._opened(self.currentIndex())
            return
        if self.several and event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.selectionModel().select(self.currentIndex(), QItemSelectionModel.SelectionFlag.Toggle)
            return
        if self.several and event.key() == Qt.Key.Key_Escape and len(self.chosen_ids()) > 1:
            self.select(self.current())
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason) \
                and not self.currentIndex().isValid() and self.records.ids:
            self.setCurrentIndex(self.records.index(0))

    def ringed(self, index: Index) -> bool:
        """True for the row that the keyboard has reached."""
        by_keys = self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        return by_keys and self.hasFocus() and self.currentIndex().row() == index.row()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at()

    def _point_at(self, index: QModelIndex | None = None) -> None:
        self.lit = index.row() if index is not None else -1
        self.viewport().update()

    def _held(self, ids: Sequence[int]) -> list[Any]:
        return [self.held[record_id] for record_id in ids]

    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        if not self.quiet and current.isValid():
            self.chosen.emit(self.records.ids[current.row()])

    def _gathered(self) -> None:
        self.viewport().update()
        self.gathered.emit()

    def _opened(self, index: QModelIndex) -> None:
        self.opened.emit(self.records.ids[index.row()])
