"""Whom to be in touch with: three lists beside what can be done with whom one chose in them (practices B1, F1)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lovedesk import words
from lovedesk.shop import good_times, in_touch, rhythms, tags
from lovedesk.shop.in_touch import Lists, Silent
from lovedesk.shop.tags import TagRow
from lovedesk.ui.parts.back_link import BackLink
from lovedesk.ui.parts.buttons import Link, Second
from lovedesk.ui.parts.labels import Small, Title
from lovedesk.ui.parts.picker import Picker
from lovedesk.ui.parts.recordlist import RecordList, RowDelegate
from lovedesk.ui.parts.scrollpage import SIDE, TOP
from lovedesk.ui.parts.segments import Segments
from lovedesk.ui.place import Floor, Go, Place
from lovedesk.ui.places.in_touch_card import InTouchCard
from lovedesk.ui.places.in_touch_rows import Found, Line, nobody
from lovedesk.ui.signals import Progress
from lovedesk.words import _, ngettext

if TYPE_CHECKING:
    from lovedesk.ui.places.group_plan import GroupPlan

LOSING, LEAVING, NOTHING = range(3)
PAD = 16                # from the edge of a list to what its rows show
GOODS = 40              # of each list whose good times are worked out with it; of others when they are chosen


class InTouch(Place):
    """Losing touch, perhaps leaving, nothing ahead; narrowed by a tag, one or several chosen."""

    shows: ClassVar[frozenset[str]] = frozenset({
        "customer", "touchpoint", "touchpoint_customer", "follow_up", "rhythm", "tag", "customer_tag", "request", "job",
        "shop", "closed", "series", "person", "contact_point"})

    def __init__(self, floor: Floor) -> None:
        super().__init__(floor)
        self.asked = 0
        self.wanted = 0                 # whom to choose when the lists have come
        self.found = Found(0, Lists([], [], []), {}, [])
        self.title = Title(_("Whom to be in touch with"))
        self.lists = Segments(list(_words().items()), LOSING, name=_("Which list"))
        self.tag = Picker(name=_("Only with a tag"))
        self.tag.setMaximumWidth(200)
        self.spread = Second(_("Spread them over weeks…"), "calendar-blank")
        self.year = Link(_("Over the year"))
        self.note = Small("")
        self.rows = RecordList(RowDelegate(Line.row), name=_("Whom to be in touch with"), several=True)
        self.card = InTouchCard(self)
        self.plan: GroupPlan | None = None
        self.pages = QStackedWidget()
        self._lay_out()
        self._connect()
        for widget in (self.spread, self.tag, self.side):
            widget.hide()       # until it is known who is there

    def _lay_out(self) -> None:
        both, side = QWidget(), QWidget()
        row, column = QHBoxLayout(both), QVBoxLayout(side)
        row.setContentsMargins(SIDE - PAD, 0, 0, 0)     # what a row shows stands below the title
        row.setSpacing(24)
        column.setContentsMargins(0, 8, SIDE, TOP)
        column.addWidget(self.card)
        self.side = side
        row.addWidget(self.rows, 3)
        row.addWidget(side, 4)
        self.pages.addWidget(both)
        for empty in nobody():
            self.pages.addWidget(empty)
        self.back = BackLink()
        self.back.setText(_("Back"))
        top, choose = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.title)
        top.addStretch(1)
        top.addWidget(self.year)
        choose.setSpacing(16)
        choose.addWidget(self.lists)
        choose.addWidget(self.tag)
        choose.addWidget(self.note)
        choose.addStretch(1)
        choose.addWidget(self.spread)
        head = QVBoxLayout()
        head.setContentsMargins(SIDE, TOP, SIDE, 10)
        head.setSpacing(10)
        head.addWidget(self.back)
        head.addLayout(top)
        head.addLayout(choose)
        self.main = QWidget()
        page = QVBoxLayout(self.main)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(head)
        page.addWidget(self.pages, 1)
        self.all = QStackedWidget()
        self.all.addWidget(self.main)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.all)

    def _connect(self) -> None:
        self.back.clicked.connect(self._back)
        self.year.clicked.connect(self._open_year)
        self.lists.chosen.connect(self._list_chosen)
        self.tag.activated.connect(self._narrow)
        self.spread.clicked.connect(self._spread_all)
        self.rows.gathered.connect(self._show_chosen)
        self.rows.opened.connect(self._open_customer)
        card = self.card
        for signal, slot in ((card.plan_wanted, self._plan), (card.later_wanted, self._later),
                             (card.well_wanted, self._well), (card.rhythm_wanted, self._set_rhythm),
                             (card.spread_wanted, self._spread), (card.open_wanted, self._open_chosen)):
            signal.connect(slot)

    def showEvent(self, event: QShowEvent) -> None:
        """The keys go to the list, unless they are on the rail."""
        super().showEvent(event)
        reached = self.window().focusWidget()
        if reached is None or not reached.isVisible() or reached is self.window():
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    # Reading --------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Ask anew, aside: the question goes over everybody."""
        self.asked += 1
        number, now, tag = self.asked, self.desk.now(), self.tag.currentData()

        def work(_progress: Progress) -> Found:
            lists = in_touch.lists(now.date(), tag=tag or None)
            first = [one.id for some in lists for one in some[:GOODS]]
            return Found(number, lists, good_times.propose(first, now), tags.all())

        self.floor.aside.run("", work, self._take, self.said.emit)

    def _take(self, found: Found) -> None:
        if found.number != self.asked:
            return      # another question is on its way
        first = not self.found.number
        self.found = found
        self._show_tags(found.tags)
        if first and not found.lists.losing:
            self.lists.choose(next((key for key in (LEAVING, NOTHING) if found.lists[key]), LOSING))
        for key, word in _words().items():
            count = len(found.lists[key])
            self.lists.buttons[key].setText(_("{list} {n}").format(list=word, n=count) if count else word)
        self._choose_wanted()
        self._show_list()

    def _choose_wanted(self) -> None:
        """Open the list in which whoever was asked for stands."""
        for key, some in enumerate(self.found.lists):
            if self.wanted and any(one.id == self.wanted for one in some):
                self.lists.choose(key)

    def _show_tags(self, every: list[TagRow]) -> None:
        chosen = self.tag.currentData()
        self.tag.clear()
        self.tag.addItem(_("All tags"), 0)
        for tag in every:
            self.tag.addItem(f"#{tag.name}", tag.id)
        self.tag.setCurrentIndex(max(self.tag.findData(chosen), 0))
        self.tag.setVisible(self.tag.count() > 1)

    def _shown(self) -> list[Silent]:
        return self.found.lists[self._key()]

    def _key(self) -> int:
        key = self.lists.value()
        return key if isinstance(key, int) else LOSING

    def _show_list(self) -> None:
        some, today = self._shown(), self.desk.today()
        self.rows.show_records([Line(one.id, one, self.found.goods.get(one.id), today) for one in some])
        if some and self.rows.current() is None:
            self.rows.select(self.wanted if any(one.id == self.wanted for one in some) else some[0].id)
        self.wanted = 0
        self.note.setText(ngettext("{n} customer", "{n} customers", len(some)).format(n=len(some)) if some else "")
        self.spread.setVisible(len(some) > 1)
        self.pages.setCurrentIndex(0 if some else 1 + self._key())
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = set(self.rows.chosen_ids())
        some = [one for one in self._shown() if one.id in chosen]
        self.side.setVisible(bool(some))
        if len(some) > 1:
            self.card.show_several(some)
        elif some:
            self.card.show_one(some[0], self.found.goods.get(some[0].id), self.desk.today())
            if some[0].id not in self.found.goods:
                self._ask_good(some[0].id)

    def _ask_good(self, customer: int) -> None:
        number, now = self.asked, self.desk.now()

        def work(_progress: Progress) -> Found:
            return Found(number, Lists([], [], []), good_times.propose([customer], now), [])

        self.floor.aside.run("", work, self._take_good, self.said.emit)

    def _take_good(self, found: Found) -> None:
        if found.number == self.asked:
            self.found.goods.update(found.goods)
            chosen = self.rows.chosen_ids()
            if len(chosen) == 1 and chosen[0] in found.goods:
                self.card.show_good(found.goods[chosen[0]], self.desk.today())

    # Doing ----------------------------------------------------------------------------------------------------

    def open(self, what: int) -> None:
        """Show whom is asked for, in the list in which they stand."""
        self.all.setCurrentWidget(self.main)
        self.wanted = what
        if what and self.found.number:
            self.rows.select(None)
            self._choose_wanted()
            self._show_list()

    def _list_chosen(self, _key: object) -> None:
        self.rows.select(None)
        self._show_list()

    def _narrow(self) -> None:
        self.rows.select(None)
        self.refresh()

    def _one(self) -> Silent | None:
        chosen = self.rows.chosen_ids()
        return next((one for one in self._shown() if [one.id] == chosen), None)

    def _plan(self) -> None:
        one = self._one()
        good = self.found.goods.get(one.id) if one else None
        if good and one:
            when = _("{name}: planned for {when}").format(name=one.name, when=good.when(self.desk.today()))
            with self.act("visit.plan", words=when):
                good_times.plan(good, keeper=self.floor.settings.keeper or None)

    def _later(self, day: object) -> None:
        assert isinstance(day, dt.date)
        whom = self.rows.chosen_ids()
        said = ngettext("Asked again on {day}", "{n} asked again on {day}", len(whom)).format(
            n=len(whom), day=words.near(day, self.desk.today()))
        with self.act("rhythm.pause", field=self.card.day, words=said):
            rhythms.pause(whom, day)

    def _well(self) -> None:
        one = self._one()
        if one and one.heard:
            with self.act("rhythm.all_is_well", words=_("All is well with {name}").format(name=one.name)):
                rhythms.all_is_well(one.id, one.heard)

    def _set_rhythm(self, wish: int, most: int) -> None:
        with self.act("rhythm.set", words=rhythms.words(wish, most) or _("No rhythm of their own")):
            rhythms.set_for(self.rows.chosen_ids(), wish, most)

    def _spread_all(self) -> None:
        self._spread_over([one.id for one in self._shown()])

    def _spread(self) -> None:
        self._spread_over(self.rows.chosen_ids())

    def _spread_over(self, whom: list[int]) -> None:
        if self.plan is None:
            from lovedesk.ui.places.group_plan import GroupPlan  # when it is wanted

            self.plan = GroupPlan(self)
            self.plan.closed.connect(self._planned)
            self.all.addWidget(self.plan)
        self.plan.open_for(whom)
        self.all.setCurrentWidget(self.plan)

    def _planned(self) -> None:
        self.all.setCurrentWidget(self.main)
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_chosen(self) -> None:
        if one := self._one():
            self._open_customer(one.id)

    def _open_customer(self, customer: object) -> None:
        assert isinstance(customer, int)
        self.go.emit(Go("customers", customer))

    def _open_year(self) -> None:
        self.go.emit(Go("good_times"))

    def _back(self) -> None:
        self.go.emit(Go("back"))


def _words() -> dict[int, str]:
    return {LOSING: _("Losing touch"), LEAVING: _("Perhaps leaving"), NOTHING: _("Nothing ahead")}
