"""Touches over the year, a customer’s or the shop’s, and who is only seen in trouble or for our needs (B1, B2)."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from lovedesk.shop import customers, good_times, over_the_year
from lovedesk.shop.good_times import Good
from lovedesk.shop.over_the_year import Pointed, Year
from lovedesk.ui.parts.back_link import BackLink
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.empty import Empty
from lovedesk.ui.parts.labels import Section, Title, WrappedLabel
from lovedesk.ui.parts.rows import Rows
from lovedesk.ui.parts.scrollpage import ScrollPage
from lovedesk.ui.parts.segments import Segments
from lovedesk.ui.parts.year_picture import YearPicture
from lovedesk.ui.place import Floor, Go, Place
from lovedesk.ui.places.good_times_row import PointedRow
from lovedesk.ui.signals import Progress
from lovedesk.words import _, ngettext

COLUMN = 860
SHOWN = 30
OCCASIONS, CHANNELS = "occasions", "channels"


class _Found(NamedTuple):
    """What was found aside, for the question of this number."""

    number: int
    year: Year
    pointed: list[Pointed]


class GoodTimes(Place):
    """The picture and its words; `open` shows a customer's, or the shop's."""

    shows: ClassVar[frozenset[str]] = frozenset({"customer", "touchpoint", "touchpoint_customer", "person"})

    def __init__(self, floor: Floor) -> None:
        super().__init__(floor)
        self.customer = self.asked = 0
        self.found: _Found | None = None
        self.title = Title("")
        self.sentence = WrappedLabel("", token="ink2", column=COLUMN)
        self.view = Segments([(OCCASIONS, _("By occasion")), (CHANNELS, _("By channel"))], OCCASIONS,
                             name=_("What the lines are"))
        self.picture = YearPicture()
        self.words = WrappedLabel("", role="small", token="ink2", column=COLUMN)
        self.pointed_title = Section(_("Only seen in trouble or for our own needs"))
        self.pointed_words = WrappedLabel(
            _("One of the best times to come is when nothing is wrong. One click plans it."), token="ink2")
        self.pointed: Rows[Pointed] = Rows(self._row, _key, spacing=10)
        self.all = Link(_("The whole shop"))
        self.empty = Empty(_("A year to fill"), _("Each visit, call and letter that was done stands here, by the month "
                                                  "and by what it was for."))
        self.hidden = Empty(_("Someone is looking"), _("These pictures are shown again with F8."))
        self.back = BackLink()
        self.back.setText(_("Back"))
        self._lay_out()
        self.back.clicked.connect(self._back)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self._back)
        self.all.clicked.connect(self._show_shop)
        self.view.chosen.connect(self._view_chosen)
        for widget in (self.all, self.sentence, self.view, self.picture, self.words, self.pointed_title,
                       self.pointed_words, self.empty, self.hidden):
            widget.hide()

    def _lay_out(self) -> None:
        self.page = ScrollPage()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        head, body = QHBoxLayout(), self.page.body
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.all)
        body.addWidget(self.back)
        body.addLayout(head)
        body.addWidget(self.sentence)
        body.addSpacing(6)
        body.addWidget(self.view)
        for widget in (self.picture, self.words, self.pointed_title, self.pointed_words, self.pointed):
            widget.setMaximumWidth(COLUMN)
            body.addWidget(widget)
        body.insertSpacing(body.indexOf(self.pointed_title), 18)
        body.addWidget(self.empty, 1)
        body.addWidget(self.hidden, 1)
        body.addStretch()

    def _row(self) -> PointedRow:
        row = PointedRow(self)
        row.plan_wanted.connect(self._plan)
        return row

    def open(self, what: int) -> None:
        """Show a customer's year; 0 shows the shop's."""
        self.customer = what
        self._stale = True
        self._refresh_if_seen()

    def open_now(self) -> int:
        return self.customer

    def refresh(self) -> None:
        """Ask anew, aside: the shop's year goes over all that was done in it."""
        head = customers.head(self.customer, self.desk.now()) if self.customer else None
        if head is None:
            self.customer = 0
        self.title.setText(_("Touches over the year: {name}").format(name=head.name) if head
                           else _("Touches over the year"))
        self.all.setVisible(bool(head))
        if self.found is not None and self.floor.settings.looking:
            self._take(self.found)      # what is private goes at once
        self.asked += 1
        number, customer, today = self.asked, self.customer or None, self.desk.today()

        def work(_progress: Progress) -> _Found:
            return _Found(number, over_the_year.of(customer, today),
                          over_the_year.only_for_our_needs(today, customer=customer))

        self.floor.aside.run("", work, self._take, self.said.emit)

    def _take(self, found: _Found) -> None:
        if found.number == self.asked:
            self.found = found
            self._show_year()
            self._show_pointed(found.pointed)

    def _show_year(self) -> None:
        if self.found is None:
            return
        year, looking = self.found.year, self.floor.settings.looking
        lines = year.occasions if self.view.value() == OCCASIONS else year.channels
        self.sentence.setText(ngettext("{n} touch in twelve months.", "{n} touches in twelve months.",
                                       year.total).format(n=year.total))
        spoken = year.spoken(lines)
        self.picture.show_lines(year.months, lines, self.title.text(), spoken)
        self.words.setText(spoken)
        for widget in (self.sentence, self.view, self.picture, self.words):
            widget.setVisible(bool(lines) and not looking)
        self.empty.setVisible(not lines and not looking)
        self.hidden.setVisible(looking)

    def _show_pointed(self, every: list[Pointed]) -> None:
        found = [] if self.floor.settings.looking else every
        self.pointed.show_records(found[:SHOWN])
        count = len(found)
        self.pointed_title.set_texts(self.pointed_title.text(), "" if self.customer else ngettext(
            "{n} customer", "{n} customers", count).format(n=count))
        for widget in (self.pointed_title, self.pointed_words):
            widget.setVisible(bool(found))

    def _view_chosen(self, _key: object) -> None:
        self._show_year()

    def _plan(self, pointed: object) -> None:
        """Plan the visit at a good time, which is worked out aside."""
        assert isinstance(pointed, Pointed)
        whom, now = pointed.id, self.desk.now()

        def work(_progress: Progress) -> Good:
            return good_times.propose([whom], now, ours="visit")[whom]

        self.floor.aside.run("", work, self._plan_then, self.said.emit)

    def _plan_then(self, good: Good) -> None:
        said = _("Planned for {when}").format(when=good.when(self.desk.today()))
        with self.act("visit.plan", words=said):
            good_times.plan(good, keeper=self.floor.settings.keeper or None, great=True)

    def _show_shop(self) -> None:
        self.go.emit(Go("good_times"))

    def _back(self) -> None:
        self.go.emit(Go("back"))


def _key(pointed: Pointed) -> int:
    return pointed.id
