"""A column of row widgets, one for each record, kept by key: a refresh leaves what is the same, and the focus, be."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

Record = TypeVar("Record")


class Rows(QWidget, Generic[Record]):
    """Row widgets made by `make`, a QWidget with `show_record`; records with the same `key` keep their widget.

    With `reuse`, the widget of a record that is gone shows another one: for rows that put their open fields away when
    they are shown another record, in pages that are turned quickly. It places its rows itself: a box layout asks each
    row for its height at widths that it never gets.
    """

    def __init__(self, make: Callable[[], QWidget], key: Callable[[Record], Hashable], *, spacing: int = 0,
                 reuse: bool = False) -> None:
        super().__init__()
        self._make = make
        self._key = key
        self._spacing = spacing
        self._reuse = reuse
        self._widgets: dict[Hashable, QWidget] = {}
        self._spare: list[QWidget] = []
        self._height = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_records(self, records: Iterable[Record]) -> None:
        """Show these records in this order."""
        wanted = {self._key(record): record for record in records}
        for key in [key for key in self._widgets if key not in wanted]:
            self._put_away(self._widgets.pop(key))
        kept, self._widgets = self._widgets, {}
        before: QWidget | None = None
        for key, record in wanted.items():
            row = kept.get(key) or self._another()
            self._widgets[key] = row
            row.show_record(record)  # type: ignore[attr-defined]  # what `make` promises
            if before is not None:
                QWidget.setTabOrder(before, row)
            before = row
        self.setVisible(bool(wanted))
        self._arrange()

    def row(self, key: Hashable) -> QWidget | None:
        """The widget of a record, to give it the focus."""
        return self._widgets.get(key)

    def in_order(self) -> list[QWidget]:
        """The row widgets, from top to bottom."""
        return list(self._widgets.values())

    def _another(self) -> QWidget:
        row = self._spare.pop() if self._spare else self._make()
        if row.parentWidget() is not self:
            row.setParent(self)
        row.show()
        return row

    def _put_away(self, row: QWidget) -> None:
        row.hide()
        if self._reuse:
            self._spare.append(row)
        else:
            row.deleteLater()

    def _arrange(self) -> None:
        top = 0
        for row in self._widgets.values():
            if row.isHidden():
                continue
            height = row.heightForWidth(self.width()) if row.hasHeightForWidth() else row.sizeHint().height()
            height = max(height, row.minimumHeight())
            row.setGeometry(0, top, min(self.width(), row.maximumWidth()), height)
            top += height + self._spacing
        if self._height != (height := max(top - self._spacing, 0)):
            self._height = height
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(max((row.sizeHint().width() for row in self._widgets.values()), default=0), self._height)

    def minimumSizeHint(self) -> QSize:
        widest = max((row.minimumSizeHint().width() for row in self._widgets.values()), default=0)
        return QSize(widest, self._height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:   # a row has grown or shrunk
            self._arrange()
        return super().event(event)
