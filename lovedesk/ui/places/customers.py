"""Customers: the list at the left narrows while typing, the profile at the right saves what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lovedesk.mishaps import Refused
from lovedesk.shop import customers
from lovedesk.shop.narrowing import Terms
from lovedesk.ui.parts.buttons import Primary, Quiet
from lovedesk.ui.parts.empty import Empty
from lovedesk.ui.parts.labels import Title, WrappedLabel
from lovedesk.ui.parts.scrollpage import SIDE, TOP, stop_for
from lovedesk.ui.place import Floor, Go, Place
from lovedesk.ui.places.customer_group import Group
from lovedesk.ui.places.customer_list import LONG, SHORT, CustomerList
from lovedesk.ui.places.duplicates_link import DuplicatesLink
from lovedesk.ui.places.group_plan import GroupPlan
from lovedesk.ui.places.profile import Profile
from lovedesk.words import _

# What pairs that may be the same are found by.
FOUND_BY = frozenset({"customer", "person", "membership", "contact_point", "special_day", "not_same"})

WRITTEN = 300       # ms after the last choice: arrows that are held down write nothing

if TYPE_CHECKING:
    from lovedesk.ui.places.customer_paper import ListPaper


class Customers(Place):
    """The place: list and profile, or the invitation while there is nobody."""

    shows: ClassVar[frozenset[str]] = frozenset({
        "customer", "person", "membership", "contact_point", "special_day", "detail", "touchpoint",
        "touchpoint_customer", "touchpoint_person", "follow_up", "declined_question", "shopkeeper", "shop", "topic",
        "link", "job", "tag", "customer_tag", "kept_list", "agreement", "friction", "accommodation", "request",
        "paper", "rhythm"})

    def __init__(self, floor: Floor) -> None:
        super().__init__(floor)
        self.stop = ""
        self.list = CustomerList(floor)
        self.search = self.list.search
        self.profile = Profile(self)
        self.right = QStackedWidget()
        self.nobody = self._nobody()
        self.empty = self._empty()
        self.pages = QStackedWidget()
        self._lay_out()
        self.writing = QTimer(self, interval=WRITTEN, singleShot=True)
        self.writing.timeout.connect(self.to_remember)
        self.list.terms.come_back(self.floor.settings.narrowed, self.floor.settings.ordered)
        self.list.terms.changed.connect(self._remember_terms)
        self.group = Group(self, self.list)
        self.plan_group: GroupPlan | None = None
        self.list_paper: ListPaper | None = None
        self.list.several.plan_wanted.connect(self._plan_group)
        self.list.several.print_wanted.connect(self._print_group)
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self._opened)
        self.list.wanted.connect(self._add)
        self.profile.list_wanted.connect(self.show_list)
        self.twice = DuplicatesLink(floor)
        self.twice.wanted.connect(self._show_twice)
        column = self.list.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(1, self.twice)      # between the head of the list and its rows
        self.adding = QShortcut(QKeySequence("Ctrl+Shift+N"), self)
        self.adding.activated.connect(self.add)

    def _lay_out(self) -> None:
        for page in (self.nobody, self.profile):
            self.right.addWidget(page)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(self.right, 1)
        self.pages.addWidget(both)
        self.pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)

    def _nobody(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.addStretch()
        column.addWidget(WrappedLabel(_("Choose someone on the left, or type a few letters of a name."), token="ink2",
                                      centred=True), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        return page

    def _empty(self) -> QWidget:
        first = Primary(_("Add your first customer"), "plus")
        bring = Quiet(_("Bring in a list you have"), "file-arrow-down")
        first.clicked.connect(self.add)
        bring.clicked.connect(self._bring)
        invitation = Empty(
            _("Who should feel at home here?"),
            _("Customers live here, with their people, what you learned about them, and when you will see them next."),
            primary=first, other=bring, hint=_("Or press Ctrl+Shift+N and type a name"))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(SIDE, TOP, SIDE, TOP)
        column.addWidget(Title(_("Customers")))
        column.addWidget(invitation, 1)
        return page

    def refresh(self) -> None:
        """Read the list and the profile anew."""
        self.list.refresh()
        somebody = customers.anybody() or not self.list.adding.isHidden()
        self.pages.setCurrentIndex(0 if somebody else 1)
        if self.profile.customer and not self.profile.show_customer(self.profile.customer):
            self._show_gone()
        elif self.profile.customer and self.list.rows.current() is None:
            self.list.rows.select(self.profile.customer)    # it was opened from elsewhere, before the list was read

    def open(self, what: int) -> None:
        """Show a customer, on the list too."""
        if what:
            self._show(what)
            self.list.rows.select(what)

    def open_now(self) -> int:
        """The customer whose profile is seen."""
        return self.profile.customer

    def _show(self, customer: int) -> None:
        if self.profile.customer == customer and self.right.currentWidget() is self.profile:
            return
        if self.profile.show_customer(customer):
            self.right.setCurrentWidget(self.profile)
            self.floor.settings.what = customer
            self.writing.start()
        else:
            self._show_gone()
        self._arrange()

    def _show_gone(self) -> None:
        self.profile.customer = 0
        self.right.setCurrentWidget(self.nobody)
        self._arrange()

    def _chosen(self, customer: int) -> None:
        if self.stop != "narrow":
            self._show(customer)

    def _opened(self, customer: int) -> None:
        self._show(customer)
        if self.stop == "narrow":
            self.profile.head.name.setFocus(Qt.FocusReason.TabFocusReason)

    def show_list(self) -> None:
        """In a narrow window: back from the profile to all customers."""
        self.list.show()
        self.right.hide()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self) -> None:
        """Ask for the name of a new customer."""
        self.pages.setCurrentIndex(0)
        if self.stop == "narrow":
            self.show_list()
        self.list.add()

    def _add(self, name: str, kind: str) -> None:
        added = 0
        with self.act("customer.add", field=self.list.adding.line):
            added = customers.add(name, kind=kind)
        if added:
            self.list.adding.close_up()
            self.search.clear()
            self._show(added)
            self.list.rows.select(added)
            self.list.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def note_change(self, tables: frozenset[str]) -> None:
        super().note_change(tables)
        if tables & FOUND_BY:
            self.twice.note_change()

    def _show_twice(self) -> None:
        self.go.emit(Go("duplicates"))

    def _remember_terms(self) -> None:
        terms, settings = self.list.terms, self.floor.settings
        self.writing.start()
        settings.narrowed, settings.ordered = ("" if terms.terms == Terms() else terms.terms.json()), terms.order

    def _plan_group(self) -> None:
        if self.plan_group is None:
            self.plan_group = GroupPlan(self)
            self.plan_group.closed.connect(self._group_planned)
            self.right.addWidget(self.plan_group)
        self.plan_group.open_for(list(self.list.several.whom))
        self.right.setCurrentWidget(self.plan_group)
        self._arrange()

    def _group_planned(self) -> None:
        self.right.setCurrentWidget(self.profile if self.profile.customer else self.nobody)
        self._arrange()
        self.list.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _print_group(self) -> None:
        from lovedesk.ui.places.customer_paper import ListPaper  # what prints, when it is wanted

        if self.list_paper is None:
            page = ListPaper(self)
            page.closed.connect(self._group_planned)
            self.right.addWidget(page)
            self.list_paper = page
        try:
            self.list_paper.show_list(list(self.list.several.whom), self.list.asked[0])
        except Refused as refused:
            self.said.emit(str(refused))
            return
        self.right.setCurrentWidget(self.list_paper)
        self._arrange()
        self.list_paper.printing.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring(self) -> None:
        self.go.emit(Go("bring"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stop = stop_for(self.window().width())
        if stop != self.stop:
            self.stop = stop
            self._arrange()

    def _arrange(self) -> None:
        narrow = self.stop == "narrow"
        somebody = self.right.currentWidget() is not self.nobody
        self.list.setVisible(not narrow or not somebody)
        self.right.setVisible(not narrow or somebody)
        self.profile.head.all.setVisible(narrow)
        if narrow:
            self.list.setMaximumWidth(16_777_215)
            self.list.setMinimumWidth(0)
        else:
            self.list.setFixedWidth(LONG if self.stop == "wide" else SHORT)
