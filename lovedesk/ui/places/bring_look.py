"""The second page of bringing contacts in: who they are, each as they will look, and what will happen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from lovedesk.shop.import_cards import Fate
from lovedesk.shop.import_survey import Kind, Survey
from lovedesk.ui.parts.buttons import Link, Primary, Second
from lovedesk.ui.parts.chips import Chip
from lovedesk.ui.parts.flow import Flow
from lovedesk.ui.parts.labels import Section, Small
from lovedesk.ui.parts.pills import OneOf
from lovedesk.ui.parts.scrollpage import SIDE, TOP, ScrollPage, stop_for
from lovedesk.ui.parts.search_field import SearchField
from lovedesk.ui.places.bring_card import Look
from lovedesk.ui.places.bring_head import bring_head
from lovedesk.ui.places.bring_how import COLUMN, steps
from lovedesk.ui.places.bring_rows import INDENT, PlanRows, UnreadRows
from lovedesk.ui.places.bring_tally import UNREAD, Tally, What
from lovedesk.ui.places.bring_words import standings, stands
from lovedesk.words import _, ngettext

WIDTHS = {"narrow": 340, "middle": 400, "wide": 440}
SHOWN = 12      # exceptions that are shown with a cross; the list marks all of them


class LookAt(QWidget):
    """`agreed` tells the wish to bring them in, `left` the wish for other files, `columns` that to match columns."""

    agreed = Signal()
    left = Signal()
    columns = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.survey: Survey | None = None
        self.splits: list[int] = []
        self.what: What = None
        self.files = Small()
        self.bring, self.other, self.match = Primary(""), Second(_("&Other files")), Second(_("&Columns"))
        self.steps, self.steps_of_tables = steps(1), steps(2, table=True)
        self.alike = Alike()
        self.who_title = Section(_("Who are they?"))
        self.who = OneOf(standings(), "customer", name=_("Who are they?"))
        self.exceptions = Flow()
        self.except_word = Small(_("except"))
        self.more = Small()
        self.pick = Link(_("&Pick a row"), "plus")
        self.search = SearchField(_("Find one of them by name"))
        self.rows, self.unread = PlanRows(), UnreadRows()
        self.lists = QStackedWidget()
        self.look, self.tally = Look(), Tally()
        self.side = ScrollPage(top=0)
        self.top, self.both = QVBoxLayout(), QHBoxLayout()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = bring_head(self.files, self.match, self.other, self.bring)
        top = self.top
        top.setSpacing(8)
        top.addLayout(head)
        top.addSpacing(6)
        top.addWidget(self.steps)
        top.addWidget(self.steps_of_tables)
        top.addSpacing(6)
        for widget in (self.who_title, self.who, self.exceptions):
            top.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(top)
        column.addLayout(self.both, 1)
        self._fill_both()

    def _fill_both(self) -> None:
        self.lists.addWidget(self.rows)
        self.lists.addWidget(self.unread)
        found = QHBoxLayout()
        found.setContentsMargins(INDENT, 0, 0, 0)
        found.addWidget(self.search)
        left = QVBoxLayout()
        left.setContentsMargins(SIDE - INDENT, 0, 0, 8)
        left.setSpacing(6)
        left.addLayout(found)
        left.addWidget(self.alike)
        left.addWidget(self.lists, 1)
        self.side.body.setContentsMargins(4, 0, SIDE, TOP)
        self.side.body.addWidget(self.tally)
        self.side.body.addSpacing(14)
        self.side.body.addWidget(self.look)
        self.side.body.addStretch(1)
        self.both.setSpacing(24)
        self.both.addLayout(left, 1)
        self.both.addWidget(self.side)

    def _connect(self) -> None:
        self.bring.clicked.connect(self.agreed)
        self.other.clicked.connect(self.left)
        self.match.clicked.connect(self.columns)
        self.alike.answered.connect(self._answer_all)
        self.look.answered.connect(self._answer)
        self.look.join.connect(self._join)
        self.who.chosen.connect(self._who)
        self.pick.clicked.connect(self._seek)
        self.search.sought.connect(self._narrow)
        self.search.steered.connect(self._steer)
        self.rows.chosen.connect(self._show_row)
        self.rows.opened.connect(self._opened)
        self.rows.typed.connect(self._type_on)
        self.look.turned.connect(self._turn)
        self.look.standing.connect(self._stand)
        self.look.split.connect(self._split)
        self.tally.wanted.connect(self._list)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        spare = max(self.width() - 2 * SIDE - COLUMN, 0)
        self.top.setContentsMargins(SIDE, TOP, SIDE + spare, 0)
        self.both.setContentsMargins(0, 0, spare, 0)
        self.side.setFixedWidth(WIDTHS[stop_for(self.window().width())])

    def show_survey(self, survey: Survey, files: str) -> None:
        """Show what would happen."""
        self.survey, self.rows.plan = survey, survey.plan
        self.files.setText(files)
        self.who.choose(survey.plan.standing)
        self.rows.show_ids([])
        self.unread.show_unreadable(survey.plan.unreadable)
        self.search.clear()
        self.tally.choose(None)
        self._list(None)
        self._count()

    def can_match(self, can: bool) -> None:
        """Whether there are columns to match behind this page."""
        self.match.setVisible(can)
        self.steps.setVisible(not can)
        self.steps_of_tables.setVisible(can)

    def _answer(self, row: object) -> None:
        key = self.rows.current()
        if self.survey is not None and key is not None and isinstance(row, int):
            self.survey.plan.answer(key, row)
            self.survey.look_again([key])
            self._count()

    def _answer_all(self, same: bool) -> None:
        if self.survey is not None:
            self.survey.look_again(self.survey.plan.answer_all(same=same))
            self._count()

    def _join(self) -> None:
        key = self.rows.current()
        if self.survey is not None and key is not None:
            changed = self.survey.plan.join(key)
            self.survey.look_again(changed)
            self.splits = [split for split in self.splits if split not in changed]
            self._count()
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_standing(self) -> None:
        """Open the menu of what the row that is shown may be."""
        number = self.rows.current()
        if self.survey is None or number is None:
            return
        row = self.survey.plan.row(number)
        if row.fate not in {Fate.NEW, Fate.MAYBE}:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        for standing, _all in standings():
            word = stands(standing)
            action = QAction(word[:1].upper() + word[1:], group)
            action.setCheckable(True)
            action.setChecked(standing == row.standing)
            action.setData(standing)
            menu.addAction(action)
        group.triggered.connect(self._own_standing)
        menu.popup(self.look.own.mapToGlobal(QPoint(0, self.look.own.height() + 2)))

    def _own_standing(self, action: QAction) -> None:
        self._stand(str(action.data()))

    def _stand(self, standing: str) -> None:
        number = self.rows.current()
        if self.survey is not None and number is not None:
            self._except(number, standing)

    def _except(self, key: int, standing: str) -> None:
        if self.survey is None:
            return
        plan = self.survey.plan
        if standing == plan.standing:
            plan.exceptions.pop(key, None)
        else:
            plan.exceptions[key] = standing
        self._count()

    def _who(self, standing: object) -> None:
        if self.survey is not None:
            plan = self.survey.plan
            plan.standing = str(standing)
            plan.exceptions = {key: own for key, own in plan.exceptions.items() if own != plan.standing}
            self._count()

    def _count(self) -> None:
        """Say anew how many of each, and show the rows as they are now."""
        survey = self.survey
        if survey is None:
            return
        count = len(survey.plan)
        self.who_title.set_texts(_("Who are they?"), ngettext(
            "for the one in these files", "for all {n}, and you can name exceptions", count).format(n=count))
        self.bring.setText(_primary(survey))
        self.bring.setEnabled(bool(survey.coming or survey.remembered))
        self._show_exceptions(survey)
        self.tally.show_survey(survey)
        self.alike.show_count(survey.kinds().get(Kind(Fate.MAYBE), 0))
        self._narrow(self.search.text())

    def _show_exceptions(self, survey: Survey) -> None:
        shown = [key for key in survey.plan.exceptions if key in survey.plan.units]
        chips: list[QWidget] = [self.except_word] if shown else []
        for key in shown[:SHOWN]:
            row = survey.plan.row(key)
            chips.append(Exceptional(key, row.name, _("{name}: {standing}").format(
                name=row.name, standing=stands(row.standing)), self))
        if len(shown) > SHOWN:
            self.more.setText(_("and {n} more").format(n=len(shown) - SHOWN))
            chips.append(self.more)
        gone = [chip for chip in self.exceptions.widgets if isinstance(chip, Exceptional)]
        self.exceptions.show_widgets([*chips, self.pick])
        for chip in gone:
            chip.deleteLater()

    def take_back(self, key: int) -> None:
        """Let an exception be as all the others."""
        if self.survey is not None:
            self.survey.plan.exceptions.pop(key, None)
            self._count()
            self.pick.setFocus(Qt.FocusReason.OtherFocusReason)

    # The list and what is shown of it -------------------------------------------------------------------------

    def _list(self, what: object) -> None:
        self.what = what if isinstance(what, Kind) or what == UNREAD else None
        self.lists.setCurrentWidget(self.unread if what == UNREAD else self.rows)
        self._narrow(self.search.text())

    def _narrow(self, text: str) -> None:
        survey = self.survey
        if survey is None:
            return
        if text and self.what == UNREAD:
            self.tally.choose(None)
            self._list(None)
            return
        before = self.rows.current()
        numbers = survey.rows(self.what if isinstance(self.what, Kind) else None, text)
        self.rows.show_ids(numbers)
        if self.rows.current() is None and numbers:
            self.rows.select(numbers[0] if before not in numbers else before)
        self.rows.viewport().update()
        self._show_row(self.rows.current())

    def _show_row(self, number: object) -> None:
        shown = isinstance(number, int) and self.lists.currentWidget() is self.rows
        self.look.setVisible(shown)
        if self.survey is not None and isinstance(number, int) and shown:
            plan = self.survey.plan
            unit = plan.units[number]
            self.look.show_unit(unit, plan.row(number), self.rows.currentIndex().row(), len(self.rows.records.ids))
            self.look.show_namesakes([(row, plan.words_of(row)) for row in plan.candidates(number)],
                                     plan.answers.get(number))

    def _turn(self, by: int) -> None:
        at = self.rows.currentIndex().row() + by
        if 0 <= at < len(self.rows.records.ids):
            self.rows.setCurrentIndex(self.rows.records.index(at))

    def _split(self) -> None:
        number = self.rows.current()
        if self.survey is not None and number is not None:
            self.splits.append(number)
            self.survey.look_again([number, *self.survey.plan.split(number)])
            self._count()
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _seek(self) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters typed wherever they mean nothing else begin a new search."""
        letters, held = event.text(), event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if self.survey is None or held or not letters.strip() or not letters.isprintable():
            super().keyPressEvent(event)
            return
        self._seek()
        self.search.setText("" if letters == "/" else letters)

    def _steer(self, event: object) -> None:
        if isinstance(event, QKeyEvent) and self.rows.records.ids:
            self.rows.steer(event)

    def _opened(self, _number: object) -> None:
        self.ask_standing()

    def _type_on(self, letters: str) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.end(False)
        self.search.insert(letters)


class Alike(QWidget):
    """How many may be here already, and the way to say so of all of them alike; `answered(same)`."""

    answered = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.words = Small(token="amber")
        self.same, self.others = Link(_("All are the &same")), Link(_("All are o&thers"))
        row = QHBoxLayout(self)
        row.setContentsMargins(INDENT, 0, 0, 0)
        row.setSpacing(16)
        for widget in (self.words, self.same, self.others):
            row.addWidget(widget)
        row.addStretch(1)
        self.same.clicked.connect(self._same)
        self.others.clicked.connect(self._others)

    def show_count(self, count: int) -> None:
        """How many nobody has said anything of."""
        self.words.setText(ngettext("{n} may be someone who is here", "{n} may be people who are here",
                                    count).format(n=count))
        self.setVisible(count > 0)

    def _same(self) -> None:
        self.answered.emit(True)

    def _others(self) -> None:
        self.answered.emit(False)


class Exceptional(Chip):
    """One who is not as the others, with the way back."""

    def __init__(self, key: int, name: str, words: str, page: LookAt) -> None:
        super().__init__(words, removable=True, keeper=name, height=26)
        self.key, self.page = key, page
        self.removed.connect(self._take_back)

    def _take_back(self) -> None:
        self.page.take_back(self.key)


def _primary(survey: Survey) -> str:
    if survey.coming:
        return _("&Bring in {n}").format(n=survey.coming)
    if survey.remembered:
        return _("&Keep out {n}").format(n=survey.remembered)
    return _("Nothing to bring in")
