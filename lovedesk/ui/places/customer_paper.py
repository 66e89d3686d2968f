"""The list of customers on paper: shown as it will be printed, then printed or saved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lovedesk.sheets.list_sheet import list_sheet
from lovedesk.sheets.page import Page
from lovedesk.shop import kept_lists, list_records
from lovedesk.shop import narrowing_words as said
from lovedesk.shop.narrowing import Terms
from lovedesk.shop.wanted_papers import MANY, Wanted
from lovedesk.ui.paper import print_pages, save_pages, save_wanted
from lovedesk.ui.parts.buttons import Quiet, SplitButton
from lovedesk.ui.parts.labels import Small, Title
from lovedesk.ui.parts.scrollpage import SIDE, TOP
from lovedesk.ui.parts.sheet_view import SheetView
from lovedesk.ui.place import Place
from lovedesk.words import _, ngettext, paper


class ListPaper(QWidget):
    """The first page of a list and the ways to print it; `closed` when it was put away."""

    closed = Signal()

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.pages: list[Page] = []
        self.whom: tuple[int, ...] = ()
        self.title = Title("")
        self.count = Small("")
        self.sheet = SheetView(name=_("The list as it will be printed"))
        self.leave = Quiet(_("Close"))
        self.printing = SplitButton(_("Print"), "printer")
        save = QAction(_("Save as PDF…"), self)
        self.printing.add(save)
        each = QAction(_("A sheet for each as PDF…"), self)
        self.printing.add(each)
        top = QHBoxLayout()
        top.addWidget(self.title)
        top.addStretch(1)
        top.addWidget(self.leave)
        top.addWidget(self.printing)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, TOP, SIDE, TOP)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.count)
        column.addWidget(self.sheet, 1)
        self.printing.clicked.connect(self._print)
        save.triggered.connect(self._save)
        each.triggered.connect(self._save_each)
        self.leave.clicked.connect(self.closed)

    def show_list(self, whom: Sequence[int], terms: Terms) -> None:
        """Show the list of these customers, by its kept name and its terms."""
        name = next((kept.name for kept in kept_lists.all() if kept.terms == terms), _("Customers"))
        words = said.sentence(terms, self.place.desk.today())
        record = list_records.sheet(whom, name, words, now=self.place.desk.now())
        self.pages = list_sheet(record, paper())
        self.whom = tuple(whom)
        self.title.setText(name)
        count = len(self.pages)
        self.count.setText(ngettext("{n} page", "{n} pages", count).format(n=count))
        self.sheet.show_page(self.pages[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _print(self) -> None:
        print_pages(self.place, self.pages)

    def _save(self) -> None:
        save_pages(self.place, self.pages)

    def _save_each(self) -> None:
        wanted = Wanted(MANY, self.place.desk.today(), customers=self.whom)
        save_wanted(self.place, wanted, _("Sheets, {list}").format(list=self.title.text()))
