"""Which paper is wanted: its kind, and below it the day, the week, the customer or the checklist that it is of."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lovedesk.shop import checklists, customers, visits, wanted_papers
from lovedesk.shop.wanted_papers import CALLS, CHECKLIST, MANY, PACK, SHEET, WEEK, WHOLE, Wanted
from lovedesk.ui import whose
from lovedesk.ui.parts.date_field import DateField
from lovedesk.ui.parts.labels import Small
from lovedesk.ui.parts.picker import Picker
from lovedesk.ui.place import Place
from lovedesk.ui.places.calendar_who import WhoLine
from lovedesk.words import _

OF_DAYS = frozenset({PACK, WEEK, CALLS, MANY})      # papers that one of us can have alone


def kind_words() -> dict[str, str]:
    """What each paper is called."""
    return {SHEET: _("Sheet of a visit"), PACK: _("Day pack"), WEEK: _("Week on one page"), CALLS: _("Calls of a day"),
            CHECKLIST: _("Blank checklist"), WHOLE: _("A customer’s whole page"), MANY: _("Sheets of several days")}


class WantedPane(QWidget):
    """The fields that say which paper; `changed` tells that another one is wanted."""

    changed = Signal()

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.wanted = Wanted(PACK, place.desk.today())
        self.kind = Picker(name=_("Which paper"))
        for key, words in kind_words().items():
            self.kind.addItem(words, key)
        self.whom = WhoLine(place, name=_("For whom"), placeholder=_("For whom? A few letters of a name"))
        self.checklist = Picker(name=_("Checklist"))
        self.day = DateField(place.desk.today, name=_("Day"))
        self.last = DateField(place.desk.today, name=_("Until"), placeholder=_("until"))
        self.whose = whose.Whose(place.floor.settings)
        self.about = Small("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.kind, self.whom, self.checklist, self.day, self.last, self.about):
            column.addWidget(widget)
        column.addWidget(self.whose, 0, Qt.AlignmentFlag.AlignLeft)
        self.kind.activated.connect(self._kind_picked)
        self.checklist.activated.connect(self._checklist_picked)
        self.whom.chosen.connect(self._whom_chosen)
        self.whom.entered.connect(self._whom_entered)
        self.day.day_left.connect(self._day_left)
        self.last.day_left.connect(self._last_left)
        self.whose.chosen.connect(self._whose_chosen)

    def show_wanted(self, wanted: Wanted) -> None:
        """Show which paper is wanted, without telling."""
        self.wanted = wanted
        self.refresh()

    def refresh(self) -> None:
        """Show the fields that this kind of paper needs, with what they hold."""
        wanted, kind = self.wanted, self.wanted.kind
        self._show_whose()
        self.kind.setCurrentIndex(self.kind.findData(kind))
        self.whom.setVisible(kind in {SHEET, WHOLE})
        self.checklist.setVisible(kind == CHECKLIST)
        self.day.setVisible(kind in OF_DAYS)
        self.last.setVisible(kind == MANY)
        self.day.show_day(wanted.day)
        self.last.show_day(wanted.last or wanted.day)
        if kind in {SHEET, WHOLE}:
            self._show_whom()
        self.about.setVisible(kind in {SHEET, WHOLE} and bool(self.about.text()))
        if kind == CHECKLIST:
            self._show_checklists()

    def ready(self) -> bool:
        """Whether it is said what the paper is of."""
        wanted = self.wanted
        if wanted.kind == SHEET:
            return bool(wanted.touchpoint or wanted.customer)
        return bool(wanted.customer) if wanted.kind == WHOLE else wanted.kind != CHECKLIST or bool(wanted.checklist)

    def title(self) -> str:
        """What the paper is called, with whom or what it is of."""
        wanted = self.wanted
        if wanted.kind in {SHEET, WHOLE}:
            of = self.whom.text()
        else:
            of = self.checklist.currentText() if wanted.kind == CHECKLIST else self.day.text()
        return _("{paper}, {of}").format(paper=kind_words()[wanted.kind], of=of)

    def _show_whose(self) -> None:
        of_days = self.wanted.kind in OF_DAYS
        self.whose.refresh()
        self.whose.setVisible(of_days and not self.whose.isHidden())
        self.wanted = self.wanted._replace(keeper=whose.wanted(self.place.floor.settings) if of_days else None)

    def _show_whom(self) -> None:
        now = self.place.desk.now()
        touchpoint = wanted_papers.next_of(self.wanted, now) if self.wanted.kind == SHEET else 0
        page = visits.page(touchpoint) if touchpoint else None
        head = customers.head(self.wanted.customer, now) if self.wanted.customer else None
        if page is not None and page.customers and not self.wanted.customer:
            self.wanted = self.wanted._replace(customer=page.customers[0].id)
        name = page.whom if page is not None else head.name if head is not None else ""
        if not self.whom.hasFocus():
            self.whom.show_customer(self.wanted.customer or None, name)
        self.about.setText(wanted_papers.visit_words(page) if page is not None else
                           _("Nothing is planned with them: a bare sheet for today") if head is not None
                           and self.wanted.kind == SHEET else "")

    def _show_checklists(self) -> None:
        found = checklists.all()
        self.checklist.clear()
        for template in found:
            self.checklist.addItem(template.title, template.key)
        if self.wanted.checklist not in {template.key for template in found}:
            self.wanted = self.wanted._replace(checklist=found[0].key if found else "")
        self.checklist.setCurrentIndex(max(0, self.checklist.findData(self.wanted.checklist)))

    def _want(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self.refresh()
        self.changed.emit()

    def _kind_picked(self, _index: int) -> None:
        self._want(self.wanted._replace(kind=str(self.kind.currentData())))

    def _checklist_picked(self, _index: int) -> None:
        self._want(self.wanted._replace(checklist=str(self.checklist.currentData())))

    def _whom_entered(self, _text: str) -> None:
        self.whom.take()

    def _whom_chosen(self, customer: int | None) -> None:
        if customer is not None:
            self._want(self.wanted._replace(customer=customer, touchpoint=0, last=None))

    def _whose_chosen(self) -> None:
        self.place.to_remember.emit()
        self._want(self.wanted)

    def _day_left(self, day: dt.date | None) -> None:
        self._want(self.wanted._replace(day=day or self.place.desk.today()))

    def _last_left(self, day: dt.date | None) -> None:
        self._want(self.wanted._replace(last=day))
