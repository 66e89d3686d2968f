"""A visit's own page: its head, the checklist, questions worth asking, the sheet beside them (practices B1, A3, H1)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lovedesk.shop import prepsheets, visits
from lovedesk.shop.visits import VisitPage
from lovedesk.ui import icons
from lovedesk.ui.parts.buttons import IconButton, Primary, Second, SecondSplit
from lovedesk.ui.parts.scrollpage import SIDE, TOP, ScrollPage
from lovedesk.ui.parts.tab_order import put_in_order
from lovedesk.ui.place import Floor, Go, Place
from lovedesk.ui.places.visit_copy import CopyPane
from lovedesk.ui.places.visit_gone import Gone
from lovedesk.ui.places.visit_head import VisitHead
from lovedesk.ui.places.visit_list import VisitList
from lovedesk.ui.places.visit_menu import VisitMenu
from lovedesk.ui.places.visit_notices import CancelledStrip, CancelPane, Written
from lovedesk.ui.places.visit_offers import Offers
from lovedesk.ui.places.visit_series import VisitSeries
from lovedesk.ui.places.visit_sheet import VisitSheet
from lovedesk.words import _

NARROW = 1000               # of the page, less than which the sheet waits behind its button
LEFT_COLUMN, SHEET_LEAST, SHEET_MOST = 860, 300, 0.42


class Visit(Place):
    """One touchpoint, planned or done."""

    shows = frozenset({"touchpoint", "touchpoint_customer", "touchpoint_person", "touchpoint_item", "customer",
                       "person", "membership", "contact_point", "special_day", "detail", "follow_up",
                       "declined_question", "shopkeeper", "shop", "checklist", "topic", "job", "agreement",
                       "accommodation", "friction", "request", "series"})

    def __init__(self, floor: Floor) -> None:
        super().__init__(floor)
        self.touchpoint = 0
        self.shown: VisitPage | None = None
        self.head = VisitHead(self)
        self.sheet_button = Second(_("S&heet"), "file-text")
        self.print_button = SecondSplit(_("Print"), "printer", tip=_("Print the sheet (Ctrl+P)"))
        self.more = IconButton("dots-three", _("More for this visit"))
        self.debrief = Primary("", "pencil-line")
        self.left = ScrollPage(top=8)
        self.cancel_pane = CancelPane(self)
        self.copy_pane = CopyPane(self)
        self.cancelled = CancelledStrip(self)
        self.series = VisitSeries(self)
        self.written = Written(self)
        self.list = VisitList(self)
        self.offers = Offers(self)
        self.sheet = VisitSheet(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, TOP, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(SIDE, 0, SIDE, 0)
        top.setSpacing(8)
        top.addWidget(self.head, 1)
        top.addSpacing(16)
        for button in (self.sheet_button, self.print_button, self.debrief, self.more):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addSpacing(6)
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, SIDE, 0)
        below.setSpacing(12)
        below.addWidget(self.left, 1000)
        below.addStretch(1)
        below.addWidget(self.sheet)
        column.addLayout(below, 1)
        body = self.left.body
        body.setSpacing(6)
        body.addLayout(self.head.room)
        for widget in (self.cancel_pane, self.copy_pane, self.cancelled, self.series, self.written, self.list,
                       self.offers):
            body.addWidget(widget)
        body.addStretch()
        self.stack = QStackedWidget()
        self.stack.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)
        self.sheet.column.setContentsMargins(0, 8, 0, 12)
        self.sheet_button.setCheckable(True)
        self.sheet_button.hide()

    def _connect(self) -> None:
        self.head.back.connect(self._open_customer)
        self.debrief.clicked.connect(self._open_debrief)
        self.print_button.clicked.connect(self.sheet.print)
        self.menu = VisitMenu(self)
        self.written.debrief_wanted.connect(self._open_debrief)
        self.more.clicked.connect(self.menu.open)
        self.sheet_button.toggled.connect(self._fit)
        pdf = self.print_button.choices.addAction(icons.icon("file-text"), _("Save as &PDF…"))
        pdf.triggered.connect(self.sheet.save_pdf)
        self.print_button.choices.addAction(_("&What goes on it…")).triggered.connect(self._open_paper)
        for keys, slot in (("Ctrl+P", self.sheet.print), ("Ctrl+Shift+P", self.sheet.save_pdf),
                           ("Ctrl+E", self.head.toggle)):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
        pdf.setShortcut(QKeySequence("Ctrl+Shift+P"))

    def open(self, what: int) -> None:
        """Show a touchpoint by its id."""
        if what and what != self.touchpoint:
            self.touchpoint = what
            self.cancel_pane.hide()
            self.copy_pane.hide()
            self.sheet_button.setChecked(False)
            self.left.verticalScrollBar().setValue(0)
            self._stale = True
            self._refresh_if_seen()

    def refresh(self) -> None:
        page = visits.page(self.touchpoint)
        self.shown = page
        if page is None:
            self._show_gone()
            return
        self.stack.setCurrentIndex(0)
        sheet = prepsheets.sheet(page.id, today=self.desk.today())
        there = (page.place or page.channel in {"visit", "delivery"}) and sheet.address
        self.head.show_page(page, sheet.address[0] if there else "")
        self.debrief.setText(_("Open the &debrief") if page.done_at else _("Start &debrief"))
        self.debrief.setVisible(page.cancelled_at is None)
        self.cancelled.show_page(page)
        self.series.show_page(page)
        self.written.show_page(page)
        self.list.show_page(page)
        self.offers.show_page(page)
        self.sheet.show_visit(page, sheet)
        put_in_order(self.head, self.left, self.sheet, self.sheet_button, self.print_button, self.debrief, self.more)
        self._fit()

    def _show_gone(self) -> None:
        if self.stack.count() == 1:
            self.stack.addWidget(Gone(self))
        self.stack.setCurrentIndex(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The sheet is as wide as its page fills the height; where there is no room it takes the list's place."""
        narrow = self.width() < NARROW
        alone = narrow and self.sheet_button.isChecked()
        self.sheet_button.setVisible(narrow)
        self.sheet.setVisible(alone or not narrow)
        self.left.setVisible(not alone)
        self.left.setMaximumWidth(self.width() if narrow else LEFT_COLUMN)
        margins = self.sheet.column.contentsMargins()
        self.sheet.column.setContentsMargins(SIDE if alone else 0, margins.top(), 0, margins.bottom())
        room = self.height() - TOP - 6 - self.head.sizeHint().height() - margins.top() - margins.bottom()
        most = self.width() - SIDE if alone else round(self.width() * SHEET_MOST)
        self.sheet.setFixedWidth(max(min(self.sheet.width_for(room), most), SHEET_LEAST))

    def _open_customer(self) -> None:
        if self.shown is not None and self.shown.customers:
            self.go.emit(Go("customers", self.shown.customers[0].id))
        else:
            self.go.emit(Go("calendar"))

    def _open_paper(self) -> None:
        self.go.emit(Go("paper", self.touchpoint))

    def _open_debrief(self) -> None:
        self.go.emit(Go("debrief", self.touchpoint))
