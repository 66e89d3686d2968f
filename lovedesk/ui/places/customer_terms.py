"""The terms that narrow the list of customers: a menu that adds them, chips that take them out, lists kept by name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from lovedesk.shop import customers, kept_lists, narrowing, shops, tags
from lovedesk.shop import narrowing_words as said
from lovedesk.shop.folding import fold
from lovedesk.shop.kept_lists import Kept
from lovedesk.shop.narrowing import BY_NAME, BY_TOUCH, Terms
from lovedesk.shop.tables import NOT_CUSTOMER
from lovedesk.store.desk import Desk
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.chips import Chip
from lovedesk.ui.parts.date_field import DateField
from lovedesk.ui.parts.enter_line import EnterLine
from lovedesk.ui.parts.flow import Flow
from lovedesk.ui.parts.labels import Small
from lovedesk.words import _, ngettext

TAGS = 30               # in a menu; of more, typing finds sooner


class TermsPane(QWidget):
    """Chips of the terms, and a line that asks for what a menu cannot say. Signals: `changed`, and `keep(name)`."""

    changed = Signal()
    keep = Signal(str)
    rename = Signal(object, str)
    drop = Signal(object)
    rename_tag = Signal(object, str)
    drop_tag = Signal(object)
    plan_wanted = Signal()
    print_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.terms = Terms()
        self.order = BY_NAME
        self.asked, self.renamed = "", 0
        self.flow = Flow()
        self.chips: list[Chip] = []
        self.keeping = Link(_("Keep…"))
        self.planning = Link(_("Plan…"))
        self.printing = Link(_("Print…"))
        self.exporting = Link(_("Export…"))
        self.label = Small("")
        self.line = EnterLine(name=_("Words"))
        self.day = DateField(desk.today, name=_("Day"), past=True, placeholder=_("like “1 Sep”"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.flow, self.label, self.line, self.day):
            column.addWidget(widget)
        self.line.entered.connect(self._said)
        self.line.given_up.connect(self.close_up)
        self.day.day_left.connect(self._day_said)
        self.keeping.clicked.connect(self.ask_name)
        self.planning.clicked.connect(self.plan_wanted)
        self.printing.clicked.connect(self.print_wanted)
        self.exporting.clicked.connect(self.export_wanted)
        self.close_up()
        self.show_terms()

    def show_terms(self) -> None:
        """Show each term as a chip that can be taken out."""
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = []
        for number, term in enumerate(said.each(self.terms, self.desk.today())):
            chip = Chip(term.words, removable=True, tone="accent" if term.field == "tags" else "neutral")
            chip.setObjectName(str(number))
            chip.removed.connect(self._removed)
            self.chips.append(chip)
        links = (self.keeping, self.planning, self.printing, self.exporting)
        self.flow.show_widgets([*self.chips, *links] if self.chips else [])
        self.flow.setVisible(bool(self.chips))
        self.setVisible(bool(self.chips) or bool(self.asked))

    def offer(self, whom: Sequence[int]) -> None:
        """Offer what can be done with all who are shown; with nobody there is nothing to do."""
        for link in (self.planning, self.printing, self.exporting):
            link.setEnabled(bool(whom))

    def come_back(self, terms: str, order: str) -> None:
        """Be as it was left, before a restart too."""
        self.terms = narrowing.read(terms)
        self.order = order if order in (BY_NAME, BY_TOUCH) else BY_NAME

    def set_terms(self, terms: Terms) -> None:
        """Narrow by other terms."""
        self.terms = terms
        self.show_terms()
        self.changed.emit()

    def _removed(self) -> None:
        terms = said.each(self.terms, self.desk.today())
        self.set_terms(said.without(self.terms, terms[int(self.sender().objectName())]))

    # Asking ---------------------------------------------------------------------------------------------------

    def ask_name(self) -> None:
        """Ask by which name the list is kept."""
        self._ask("name", _("Keep this list as"), "")

    def ask_place(self) -> None:
        """Ask for a word of an address."""
        self._ask("place", _("A word of their address"), self.terms.place)

    def _ask(self, what: str, question: str, text: str) -> None:
        self.close_up()
        self.asked = what
        self.label.setText(question)
        self.line.setAccessibleName(question)
        self.line.setText(text)
        self.line.forgive()
        for widget in (self.label, self.line, self):
            widget.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_day(self, field: str) -> None:
        """Ask since which day."""
        self.close_up()
        self.asked = field
        self.label.setText({"touched_before": _("Not seen since"), "touched_since": _("Seen since"),
                            "sign_before": _("No sign of them since")}[field])
        self.day.setAccessibleName(self.label.text())
        self.day.show_day(getattr(self.terms, field))
        for widget in (self.label, self.day, self):
            widget.show()
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_up(self) -> None:
        """Put the question away."""
        self.asked = ""
        for widget in (self.label, self.line, self.day):
            widget.hide()
        self.setVisible(bool(self.chips))

    def _said(self, text: str) -> None:
        if self.asked == "name":
            self.keep.emit(text)
        elif self.asked == "rename":
            self.rename.emit(self.renamed, text)
        elif self.asked == "rename_tag":
            self.rename_tag.emit(self.renamed, text)
        else:
            self.close_up()
            self.set_terms(self.terms._replace(place=" ".join(text.split())))

    def _day_said(self, day: dt.date | None) -> None:
        field = self.asked
        if field:
            self.close_up()
            self.set_terms(Terms(**{**self.terms._asdict(), field: day}))

    # The menu -------------------------------------------------------------------------------------------------

    def open_menu(self, below: QWidget) -> None:
        """Open the menu of all that can narrow the list."""
        menu = QMenu(below)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.triggered.connect(self._chosen)
        self._add_standings(menu)
        menu.addSeparator()
        self._add_tags(menu)
        if keepers := shops.keepers():
            self._fill(menu.addMenu(_("Who looks after them")), "keeper", [
                (keeper.id, keeper.name, keeper.id == self.terms.keeper) for keeper in keepers])
        self._add_days(menu)
        self._fill(menu, "nothing_ahead", [(True, _("Nothing ahead"), self.terms.nothing_ahead)])
        self._fill(menu.addMenu(_("Not known")), "missing", [
            (fact, said.missing_words(fact), fact in self.terms.missing) for fact in narrowing.MISSING])
        menu.addAction(_("Place…")).setData(("ask_place", ""))
        menu.addSeparator()
        order = menu.addMenu(_("In order of"))
        for key, word in ((BY_NAME, _("Name")), (BY_TOUCH, _("Last touch, longest ago first"))):
            self._add(order, ("order", key), word, on=self.order == key)
        self._add_lists(menu)
        menu.popup(below.mapToGlobal(QPoint(0, below.height() + 2)))

    def _add_tags(self, menu: QMenu) -> None:
        if not (found := tags.all()):
            return
        here = {fold(tag) for tag in self.terms.tags}
        within = menu.addMenu(_("Tag"))
        self._fill(within, "tags", [(tag.name, f"#{tag.name}", fold(tag.name) in here) for tag in found[:TAGS]])
        for tag in found:
            if fold(tag.name) in here:
                within.addSeparator()
                self._add(within, ("rename_tag", tag.id), _("Rename #{tag}…").format(tag=tag.name))
                self._add(within, ("drop_tag", tag.id), _("Delete #{tag}").format(tag=tag.name))

    def _add_lists(self, menu: QMenu) -> None:
        if not (kept := kept_lists.all()):
            return
        lists = menu.addMenu(_("Kept lists"))
        for one in kept:
            self._add(lists, ("open", one.id), one.name, on=one.terms == self.terms)
        if here := self.kept():
            lists.addSeparator()
            self._add(lists, ("rename", here.id), _("Rename “{name}”…").format(name=here.name))
            self._add(lists, ("drop", here.id), _("Delete “{name}”").format(name=here.name))

    def kept(self) -> Kept | None:
        """The kept list of these terms, if there is one."""
        return next((one for one in kept_lists.all() if one.terms == self.terms), None)

    def _add_standings(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for standing, word in (("", _("All customers")), ("customer", _("Customers")), ("enquiring", _("Enquiring")),
                               ("one-off", _("One-off")), ("gone", _("Gone")), (NOT_CUSTOMER, _("Not customers"))):
            on = standing in self.terms.standings if standing else self.terms == Terms()
            group.addAction(self._add(menu, ("standing", standing), word, on=on))

    def _add_days(self, menu: QMenu) -> None:
        touch = menu.addMenu(_("Last touch"))
        today = self.desk.today()
        for months, word in ((3, _("Not seen for 3 months")), (6, _("Not seen for half a year")),
                             (12, _("Not seen for a year"))):
            self._add(touch, ("touched_before", months_before(today, months)), word)
        touch.addAction(_("Not seen since…")).setData(("ask_day", "touched_before"))
        touch.addAction(_("Seen since…")).setData(("ask_day", "touched_since"))
        self._fill(touch, "never_touched", [(True, _("Never seen"), self.terms.never_touched)])
        menu.addAction(_("No sign of them since…")).setData(("ask_day", "sign_before"))

    def _fill(self, menu: QMenu, field: str, choices: Iterable[tuple[object, str, bool]]) -> None:
        for value, word, on in choices:
            self._add(menu, (field, value), word, on=on)

    def _add(self, menu: QMenu, data: tuple[str, object], word: str, *, on: bool | None = None) -> QAction:
        action = menu.addAction(word.replace("&", "&&"))
        action.setData(data)
        if on is not None:
            action.setCheckable(True)
            action.setChecked(on)
        return action

    def _chosen(self, action: QAction) -> None:
        field, value = action.data()
        match field:
            case "standing":
                self.set_terms(self.terms._replace(standings=(value,)) if value else Terms())
            case "order":
                self.order = value
                self.changed.emit()
            case "open":
                self.set_terms(kept_lists.get(value).terms)
            case "rename":
                self.renamed = value
                self._ask("rename", _("The list’s new name"), kept_lists.get(value).name)
            case "drop":
                self.drop.emit(value)
            case "rename_tag":
                self.renamed = value
                self._ask("rename_tag", _("The tag’s new word"), "")
            case "drop_tag":
                self.drop_tag.emit(value)
            case "ask_day":
                self.ask_day(value)
            case "ask_place":
                self.ask_place()
            case _:
                self.set_terms(Terms(**{**self.terms._asdict(), field: self._turned(field, value)}))

    def _turned(self, field: str, value: object) -> object:
        """A field with a value put in or taken out."""
        now = getattr(self.terms, field)
        if isinstance(now, tuple):
            return tuple(one for one in now if one != value) if value in now else (*now, value)
        return getattr(Terms(), field) if now == value else value


def months_before(day: dt.date, months: int) -> dt.date:
    """The day some months before; the last of its month where there is no such day."""
    month = day.year * 12 + day.month - 1 - months
    for last in (day.day, 30, 29, 28):
        try:
            return dt.date(month // 12, month % 12 + 1, min(day.day, last))
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def count_words(shown: int, standings: tuple[str, ...]) -> str:
    """How many a narrowed list leaves."""
    if len(standings) == 1:
        return _("{n} shown: {standing}").format(n=shown, standing=customers.standing_word(standings[0]))
    return ngettext("{n} shown", "{n} shown", shown).format(n=shown)
