"""Ctrl+K: go to any customer, person, visit, place or command by a few letters, those seen last first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lovedesk import words
from lovedesk.shop import builtin, goings
from lovedesk.shop.folding import fold
from lovedesk.shop.goings import Whom
from lovedesk.shop.timeline import Touch
from lovedesk.ui import theme
from lovedesk.ui.palette_rows import HEAD, ROW, Going, Group, PaletteRows
from lovedesk.ui.parts.labels import Small
from lovedesk.ui.parts.overlay import Overlay
from lovedesk.ui.parts.search_field import SearchField
from lovedesk.ui.place import Floor, Go
from lovedesk.words import _

WIDE, SIDE = 640, 20
TOP, AROUND = 0.105, 150      # of the window above the panel; what the line, the foot and the edges take
COMMANDS = 5        # that are shown beside customers and visits


class Palette(Overlay):
    """`went(Going)` tells where a person wants to go; `sheet_wanted(id)` whose sheet."""

    went = Signal(object)
    sheet_wanted = Signal(object)

    def __init__(self, window: QWidget, floor: Floor) -> None:
        super().__init__(window, WIDE, name=_("Go to anything"), above=TOP)
        self.floor = floor
        self.commands: list[Going] = []
        self.line = SearchField(_("Go to anything"))
        self.line.setFont(theme.font("section"))
        self.line.setStyleSheet("QLineEdit, QLineEdit:focus { border: none; background: transparent; }")
        self.line.setMinimumHeight(34)
        self.rows = PaletteRows()
        self.foot = Small("")
        top, foot = QHBoxLayout(), QHBoxLayout()
        top.setContentsMargins(SIDE - 8, 10, SIDE - 8, 6)
        foot.setContentsMargins(SIDE, 8, SIDE, 12)
        top.addWidget(self.line)
        foot.addWidget(self.foot)
        foot.addStretch()
        self.body.addLayout(top)
        between = QHBoxLayout()
        between.setContentsMargins(1, 0, 1, 0)
        between.addWidget(self.rows)
        self.body.addLayout(between)
        self.body.addLayout(foot)
        self.line.sought.connect(self.look)
        self.line.steered.connect(self._steer)
        self.rows.chosen.connect(self._take)

    def first(self) -> QWidget:
        return self.line

    def begin(self, commands: list[Going]) -> None:
        """Open with nothing typed; `commands` are what can be done wherever one is."""
        self.commands = commands
        self.line.clear()
        self.look("")
        self.open_up()

    def look(self, text: str) -> None:
        """Show where these letters lead."""
        now = self.floor.desk.now()
        found = goings.goings(text, now, recent=self.floor.settings.recent)
        whom = [self._whom(one) for one in found.whom]
        visits = [self._visit(touch) for touch in found.visits]
        self.rows.show_groups(self._fitted([
            Group(_("Customers and people") if text.strip() else _("Seen last"), whom),
            Group(_("Visits") if text.strip() else _("Today’s visits"), visits),
            Group(_("Do"), self._commands(text, found.whom[0] if found.whom else None, found.visits)),
        ]), text)
        self._say()
        if self.isVisible():
            self.place()

    def _fitted(self, groups: list[Group]) -> list[Group]:
        """As many rows as the window holds; the longest group gives way first."""
        shown = [Group(group.title, list(group.goings)) for group in groups if group.goings]
        room = self.over.height() * (1 - TOP) - AROUND - len(shown) * HEAD
        while shown and sum(len(group.goings) for group in shown) * ROW > room:
            longest = max(shown, key=_length)
            if len(longest.goings) == 1:
                break
            longest.goings.pop()
        return shown

    def _whom(self, whom: Whom) -> Going:
        icon = "user" if whom.person else "storefront" if whom.business else "user"
        return Going(whom.name, whom.words, icon, _("Enter opens {name}").format(name=whom.name),
                     Go("customers", whom.customer))

    def _visit(self, touch: Touch) -> Going:
        day = words.near(touch.start.date(), self.floor.desk.today())
        name = _("{customer}, {day}").format(customer=touch.whom, day=day)
        about = goings.visit_words(touch, looking=self.floor.settings.looking)
        return Going(name, about, builtin.channel(touch.channel).icon,
                     _("Enter opens this visit, Ctrl+Enter its sheet"), Go("visit", touch.id), sheet=touch.id)

    def _commands(self, text: str, whom: Whom | None, visits: list[Touch]) -> list[Going]:
        typed = fold(text).split()
        offered = [command for command in self.commands if _begins(f"{command.name} {command.words}", typed)]
        if whom is None or not text.strip():
            return offered[:COMMANDS]
        plan = Going(_("Plan a visit to {name}").format(name=whom.name), "", "calendar-blank",
                     _("Enter asks when"), Go("customers", whom.customer), command="plan")
        planned = next((touch for touch in visits if not touch.done and touch.customer_id == whom.customer), None)
        sheet = [Going(_("Print the sheet for {name}").format(name=whom.name), "", "printer",
                       _("Enter opens the sheet"), sheet=planned.id)] if planned else []
        two = any(command.go is not None and command.go.place == "handover" for command in self.commands)
        over = [Going(_("Hand {name} over").format(name=whom.name), "", "arrow-right", _("Enter asks to whom"),
                      Go("customers", whom.customer), command="over")] if two else []
        return [plan, *sheet, *over, *offered[:COMMANDS]]

    def _say(self) -> None:
        going = self.rows.going()
        nothing = _("Nothing begins so. Ctrl+F looks inside words too.") if self.line.text().strip() else ""
        does = going.does if going else nothing
        self.foot.setText(does)
        spoken = ", ".join(part for part in (going.name, going.words, does) if part) if going else does
        self.line.setAccessibleDescription(spoken)

    def _steer(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        if event.key() in (keys.Key_Return, keys.Key_Enter):
            going = self.rows.going()
            if going is not None:
                self._take(going, sheet=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif event.key() in (keys.Key_Down, keys.Key_Up):
            self.rows.move_by(1 if event.key() == keys.Key_Down else -1)
            self._say()

    def _take(self, going: Going, *, sheet: bool = False) -> None:
        self.close_up()
        if going.sheet and (sheet or going.go is None):
            self.sheet_wanted.emit(going.sheet)
        else:
            self.went.emit(going)


def _length(group: Group) -> int:
    return len(group.goings)


def _begins(name: str, typed: list[str]) -> bool:
    """Whether each typed word begins a word of a name."""
    known = fold(name).replace("…", " ").split()
    return all(any(word.startswith(begin) for word in known) for begin in typed)
