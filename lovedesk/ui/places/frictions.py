"""What makes it hard to be our customer: each friction, for whom, since when; and who had to chase us (C1, C3, C4)."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout

from lovedesk.shop import chasing, frictions
from lovedesk.shop.chasing import Chaser
from lovedesk.shop.frictions import Shared
from lovedesk.ui.parts.back_link import BackLink
from lovedesk.ui.parts.empty import Empty
from lovedesk.ui.parts.enter_line import EnterLine
from lovedesk.ui.parts.labels import Section, Title, WrappedLabel
from lovedesk.ui.parts.rows import Rows
from lovedesk.ui.parts.scrollpage import ScrollPage
from lovedesk.ui.place import Floor, Go, Place
from lovedesk.ui.places.friction_rows import FrictionRow, Named, Names
from lovedesk.words import _, ngettext

__all__ = ["FrictionRow", "Frictions"]

COLUMN = 820
SHOWN = 100         # frictions; what is rarer is on the profiles


class Frictions(Place):
    """The frictions of the shop, what is hard for most first, what is mended last."""

    shows: ClassVar[frozenset[str]] = frozenset({
        "customer", "friction", "touchpoint", "touchpoint_customer"})

    def __init__(self, floor: Floor) -> None:
        super().__init__(floor)
        page = ScrollPage()
        back = BackLink()
        back.setText(_("Back"))
        back.clicked.connect(self._back)
        self.title = Title(_("What makes it hard"))
        self.sentence = WrappedLabel(_("The same thing at several customers is the shop’s to mend."), token="ink2")
        self.line = EnterLine(name=_("What is hard, as you found it yourself"),
                              placeholder=_("What is hard, as you found it yourself; Enter keeps it"))
        self.rows: Rows[Shared] = Rows(self._make, _key, spacing=14)
        self.chased = Section()
        self.chasers = Names(self)
        self.empty = Empty(_("Nothing makes it hard"), _(
            "What is hard for a customer is kept on their page, under “Easy for them”. "
            "What several of them share is counted here, and what you find on your own path."))
        self.hidden = Empty(_("Someone is looking"), _("What makes it hard is shown again with F8."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        self._lay_out(page, back)
        self.line.entered.connect(self._add)
        self.line.given_up.connect(self.line.clear)

    def _lay_out(self, page: ScrollPage, back: BackLink) -> None:
        for widget in (back, self.title, self.sentence, self.line, self.rows, self.chased, self.chasers):
            widget.setMaximumWidth(COLUMN)
            page.body.addWidget(widget)
        page.body.insertSpacing(page.body.indexOf(self.rows), 8)
        page.body.insertSpacing(page.body.indexOf(self.chased), 14)
        page.body.addWidget(self.empty, 1)
        page.body.addWidget(self.hidden, 1)
        page.body.addStretch()

    def _make(self) -> FrictionRow:
        row = FrictionRow(self)
        row.mend_wanted.connect(self._mend)
        return row

    def refresh(self) -> None:
        looking = self.floor.settings.looking
        every = [] if looking else frictions.shared()
        chasers = [] if looking else chasing.by_customer(today=self.desk.today())
        self.rows.show_records(every[:SHOWN])
        self.sentence.setVisible(any(friction.open for friction in every))
        self.line.setVisible(not looking)
        self._show_chasers(chasers)
        self.empty.setVisible(not (looking or every or chasers))
        self.hidden.setVisible(looking)

    def _show_chasers(self, chasers: list[Chaser]) -> None:
        times = chasing.times(today=self.desk.today()) if chasers else 0
        self.chased.set_texts(_("Who had to chase us"), ngettext(
            "{n} time in a year", "{n} times in a year", times).format(n=times))
        self.chasers.show_names([Named(chaser.id, chaser.name, times_words(chaser.times)) for chaser in chasers])
        for widget in (self.chased, self.chasers):
            widget.setVisible(bool(chasers))

    def _mend(self, friction: object) -> None:
        if isinstance(friction, Shared):
            words = ngettext("Mended for {n} customer: {friction}", "Mended for {n} customers: {friction}",
                             friction.open).format(n=friction.open, friction=friction.text) if friction.open else \
                _("Mended: {friction}").format(friction=friction.text)
            with self.act("friction.mend_for_all", words=words):
                frictions.mend_for_all(friction.folded, on=self.desk.today())

    def _add(self, text: str) -> None:
        kept = 0
        with self.act("friction.add", field=self.line):
            kept = frictions.add(text, customer=None, on=self.desk.today())
        if kept:
            self.line.clear()

    def _back(self) -> None:
        self.go.emit(Go("back"))


def times_words(times: int) -> str:
    """How often, beside a name: once says nothing."""
    return ngettext("once", "{n} times", times).format(n=times) if times > 1 else ""


def _key(friction: Shared) -> str:
    return friction.folded
