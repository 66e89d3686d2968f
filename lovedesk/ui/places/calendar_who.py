"""Whom it is for: a line that finds a customer while typing."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QListView

from lovedesk.shop import customers, search
from lovedesk.ui.parts.enter_line import EnterLine
from lovedesk.ui.parts.saving_field import ENTER
from lovedesk.ui.place import Place
from lovedesk.words import _

OFFERED = 8
CUSTOMER = Qt.ItemDataRole.UserRole


class WhoLine(EnterLine):
    """`chosen` tells a customer's id, or None when the line was emptied; Enter takes the first that fits."""

    chosen = Signal(object)

    def __init__(self, place: Place, *, name: str, placeholder: str) -> None:
        super().__init__(name=name, placeholder=placeholder)
        self.place = place
        self.customer: int | None = None
        self.found = QStandardItemModel(self)
        self.offers = QListView()
        completer = QCompleter(self.found, self)
        completer.setPopup(self.offers)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(OFFERED)
        completer.activated[QModelIndex].connect(self._picked)  # type: ignore[index]  # the stubs know no overloads
        self.setCompleter(completer)
        self.textEdited.connect(self._seek)

    def show_customer(self, customer: int | None, name: str = "") -> None:
        """Show whom it is for; None for nobody yet."""
        self.customer = customer
        self.forgive()
        self.setText(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        picked = event.key() in ENTER and self.offers.currentIndex().isValid()
        if self.offers.isVisible() and (picked or event.key() == Qt.Key.Key_Escape):
            event.ignore()      # it is for the offers
            return
        super().keyPressEvent(event)

    def take(self) -> bool:
        """Take the first customer that fits what is typed; False, with a sentence, if nobody does."""
        if self.customer is not None or not self.text().strip():
            return True
        self._seek(self.text())
        if not self.found.rowCount():
            self.show_refusal(_("Nobody of this name is known yet. Add them in Customers first."))
            return False
        self.offers.hide()
        self._picked(self.found.index(0, 0))
        return True

    def _seek(self, text: str) -> None:
        if self.customer is not None:
            self.customer = None
            self.chosen.emit(None)
        self.found.clear()
        for row in customers.page(search.customers(text).ids[:OFFERED], self.place.desk.now()):
            item = QStandardItem(row.name)
            item.setData(row.id, CUSTOMER)
            item.setToolTip(row.people)
            self.found.appendRow(item)

    def _picked(self, index: QModelIndex) -> None:
        self.show_customer(int(index.data(CUSTOMER)), str(index.data()))
        self.chosen.emit(self.customer)
