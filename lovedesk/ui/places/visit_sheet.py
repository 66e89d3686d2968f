"""The sheet beside the visit: its preview, what stays here, what is chosen for it; and the way to paper."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lovedesk import words
from lovedesk.sheets.page import Page
from lovedesk.sheets.prep_sheet import prep_sheet
from lovedesk.shop import knowledge, prepsheets, topics, touchpoints
from lovedesk.shop.knowledge import StaysHere
from lovedesk.shop.prepsheets import PrepSheet
from lovedesk.shop.visits import VisitPage
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.chips import SwitchChip
from lovedesk.ui.parts.flow import Flow
from lovedesk.ui.parts.labels import ElidedLabel, Section, WrappedLabel
from lovedesk.ui.parts.sheet_view import SheetView
from lovedesk.ui.place import Place
from lovedesk.words import _, ngettext

PAPER_WORDS = {"a4": "A4", "letter": "Letter"}


class VisitSheet(QWidget):
    """Preview and choices. The page is laid out after what changed it is done, not within it."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.touchpoint = 0
        self.sheet: PrepSheet | None = None
        self.view = SheetView(name=_("The sheet"))
        self.what = Link(_("What is on it"))
        self.what.setCheckable(True)
        self.stays = ElidedLabel(role="small", token="ink2")
        self.hint = WrappedLabel(role="small", token="ink2")
        self.topics = Flow()
        self.chips: dict[str, SwitchChip] = {}
        self.later = QTimer(self, singleShot=True, interval=0)
        self.later.timeout.connect(self._lay_page)
        head = QHBoxLayout()
        head.addWidget(Section(_("The sheet"), _("one page, {paper}").format(paper=PAPER_WORDS[words.paper()])))
        head.addStretch()
        head.addWidget(self.what)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        self.column.addLayout(head)
        for widget in (self.stays, self.hint, self.topics):
            self.column.addWidget(widget)
            widget.hide()
        self.column.addWidget(self.view, 1)
        self.what.toggled.connect(self._show_choices)

    def show_visit(self, page: VisitPage, sheet: PrepSheet) -> None:
        """Show the sheet of a visit, as soon as there is time."""
        if page.id != self.touchpoint:
            self.what.setChecked(False)
            self.view.show_page(None)
        self.touchpoint, self.sheet = page.id, sheet
        self._show_stays(page)
        self.later.start()

    def _lay_page(self) -> None:
        if self.sheet is not None:
            self.view.show_page(prep_sheet(self.sheet, words.paper()))

    def _show_stays(self, page: VisitPage) -> None:
        stays = (knowledge.stays_here(page.customers[0].id, page.shows) if len(page.customers) == 1
                 else StaysHere(0, []))
        self.stays.setText(stays_words(stays))
        self.stays.setVisible(bool(self.stays.text()))
        for topic in stays.topics:
            if topic.slug not in self.chips:
                chip = self.chips[topic.slug] = SwitchChip("", topics.get(topic.slug).icon)
                chip.setObjectName(topic.slug)
                chip.clicked.connect(self._choose)
            chip = self.chips[topic.slug]
            chip.setText(_("{topic}, {n}").format(topic=topic.label, n=topic.details))
            chip.setAccessibleName(chip.text())
            chip.setChecked(topic.chosen)
        self.topics.show_widgets([self.chips[topic.slug] for topic in stays.topics])
        self.hint.setText(_("They stay off paper unless you choose them for this one sheet. It may lie open on their "
                            "table. What is only here is never printed.") if stays.topics else
                          _("All that may stand on paper does, as far as there is room. What is only here is never "
                            "printed."))
        self._show_choices(self.what.isChecked())

    def _show_choices(self, on: bool) -> None:
        self.hint.setVisible(on)
        self.topics.setVisible(on and bool(self.topics.widgets))

    def _choose(self) -> None:
        chosen = [chip.objectName() for chip in self.topics.widgets
                  if isinstance(chip, SwitchChip) and chip.isChecked()]
        with self.place.act("visit.change"):
            touchpoints.set_shows(self.touchpoint, chosen)

    def width_for(self, height: int) -> int:
        """How wide the whole is, so that the page fills a height."""
        above = self.view.y() if self.view.y() > 0 else 60
        return self.view.width_for(height - above)

    def print(self) -> None:
        """Ask for a printer and print."""
        from lovedesk.ui import paper  # printing's libraries are heavy, and most days there is none

        paper.print_pages(self.place, [self._page_now()])

    def save_pdf(self) -> None:
        """Ask where, and write the sheet there as a PDF."""
        from lovedesk.ui import paper  # as above

        paper.save_pages(self.place, [self._page_now()])

    def _page_now(self) -> Page:
        """The page of this moment: what is printed is never older than what was typed."""
        return prep_sheet(prepsheets.sheet(self.touchpoint, today=self.place.desk.today()), words.paper())


def stays_words(stays: StaysHere) -> str:
    """"4 private details, worry and place stay here"; empty where all may stand on the sheet."""
    things = [prepsheets.within(topic.label) for topic in stays.topics if not topic.chosen]
    count = len(things) + stays.private
    if stays.private:
        things.insert(0, ngettext("{n} private detail", "{n} private details", stays.private).format(n=stays.private))
    return ngettext("{things} stays here", "{things} stay here", count).format(
        things=words.joined(things)) if things else ""
