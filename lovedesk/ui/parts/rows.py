"""A column of row widgets, one for each record, kept by key: a refresh leaves what is the same, and the focus, alone."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

Record = TypeVar("Record")


class Rows(QWidget, Generic[Record]):
    """Row widgets made by `make`, a QWidget with `show_record`; records with the same `key` keep their widget."""

    def __init__(self, make: Callable[[], QWidget], key: Callable[[Record], Hashable], *, spacing: int = 0) -> None:
        super().__init__()
        self._make = make
        self._key = key
        self._widgets: dict[Hashable, QWidget] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing)

    def show_records(self, records: Iterable[Record]) -> None:
        """Show these records in this order."""
        wanted = {self._key(record): record for record in records}
        for key in [key for key in self._widgets if key not in wanted]:
            gone = self._widgets.pop(key)
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for n, (key, record) in enumerate(wanted.items()):
            row = self._widgets.get(key)
            if row is None:
                row = self._widgets[key] = self._make()
            if self._column.indexOf(row) != n:
                self._column.insertWidget(n, row)
            row.show_record(record)  # type: ignore[attr-defined]  # what `make` promises
        self.setVisible(bool(wanted))

    def row(self, key: Hashable) -> QWidget | None:
        """The widget of a record, to give it the focus."""
        return self._widgets.get(key)
