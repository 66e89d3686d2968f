"""Quick add: one typed line over the window; what it is understood as stands below as chips until Enter keeps it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from lovedesk.mishaps import Refused
from lovedesk.shop import inbox, quick_keep, visits
from lovedesk.shop.quick_add import read
from lovedesk.shop.quick_names import SHOWN, Names
from lovedesk.shop.quick_parts import WHOM, WORDS, Key, Part, Understood
from lovedesk.ui.parts.chips import Chip
from lovedesk.ui.parts.flow import Flow
from lovedesk.ui.parts.labels import Small, WrappedLabel
from lovedesk.ui.parts.overlay import Overlay
from lovedesk.ui.parts.pills import OneOf
from lovedesk.ui.parts.quick_line import QuickLine, Rule, Sign, Underline
from lovedesk.ui.parts.saving_field import ENTER
from lovedesk.ui.place import Go
from lovedesk.words import _

if TYPE_CHECKING:
    from lovedesk.ui.place import Floor
    from lovedesk.ui.quick_lines import ManyLines

WIDE, SIDE = 700, 20


def whom_at(where: Go) -> int | None:
    """The customer whose profile or visit is seen."""
    match where.place:
        case "customers":
            return where.what or None
        case "visit" | "debrief":
            hosts = visits.customers(where.what)
            return hosts[0].id if len(hosts) == 1 else None
    return None


class PartChip(Chip):
    """The chip of a part of the line."""

    key: Key = ("", "")


class QuickAdd(Overlay):
    """Ctrl+N. `kept(words)` tells what was kept, for the line with its Undo; `said` a refusal."""

    kept = Signal(str)
    said = Signal(str)

    def __init__(self, window: QWidget, floor: Floor) -> None:
        super().__init__(window, WIDE, name=_("Add in one line"))
        self.floor = floor
        self.here: int | None = None
        self.waiting = 0                    # the line of the inbox that is typed on
        self.names = Names()
        self.rejected: frozenset[Key] = frozenset()
        self.chosen: dict[Key, int] = {}
        self.today = floor.desk.today()
        self.understood = self._read("call Thu 10 at 10")       # its patterns are made before the first key
        self.chips: list[PartChip] = []
        self.many: ManyLines | None = None
        self._lay_out()

    def _lay_out(self) -> None:
        self.line = QuickLine(name=_("Add in one line"), placeholder=_("call Ana Tue at 10 about the roof"))
        self.line.textChanged.connect(self._typed)
        self.line.entered.connect(self._enter)
        self.line.went_down.connect(self._down)
        self.line.several.connect(self.take_lines)
        self.top = QWidget()
        top = QHBoxLayout(self.top)
        top.setContentsMargins(SIDE, 14, SIDE, 12)
        top.setSpacing(11)
        top.addWidget(Sign("plus", "accent"))
        top.addWidget(self.line, 1)
        self.rule = Rule()
        self.body.addWidget(self.top)
        self.body.addWidget(self.rule)
        self.one = QWidget()
        column = QVBoxLayout(self.one)
        column.setContentsMargins(SIDE, 12, SIDE, 16)
        column.setSpacing(8)
        self.heading = Small("", token="ink2")
        self.flow = Flow()
        self.question = QWidget()
        row = QHBoxLayout(self.question)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(8)
        self.sign = Sign("calendar-blank", "amber")
        self.asked = WrappedLabel(role="strong", column=WIDE)
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.asked, 1)
        self.pills = Flow()
        self.choice: OneOf | None = None
        self.hint = WrappedLabel(role="small", token="ink2", column=WIDE)
        for widget in (self.heading, self.flow, self.question, self.pills):
            column.addWidget(widget)
        column.addSpacing(6)
        column.addWidget(self.hint)
        self.body.addWidget(self.one)

    def first(self) -> QWidget:
        return self.line

    # Opening --------------------------------------------------------------------------------------------------

    def begin(self, *, here: int | None, text: str = "", waiting: int = 0, today: dt.date | None = None) -> None:
        """Open for a new line; `here` is the customer who is meant when nobody is named."""
        self.here, self.waiting = here, waiting
        self.names, self.rejected, self.chosen = Names(), frozenset(), {}
        self.today = today or self.floor.desk.today()
        self._show_one(one=True)
        self.line.setText(text)
        self._typed(text)
        self.open_up()

    def take_on(self, line: int) -> None:
        """Open with a line of the inbox, to be typed on; its days are counted from the day that it came."""
        found = inbox.get(line)
        if found is not None:
            self.begin(here=found.customer_id, text=found.text, waiting=line, today=found.came_on)

    def take_lines(self, text: str) -> None:
        """Show several lines, each with its chips."""
        from lovedesk.ui.quick_lines import ManyLines  # most are typed one by one

        if not self.isVisible():
            self.begin(here=self.here)
        if self.many is None:
            self.many = ManyLines(self)
            self.many.done.connect(self._kept_many)
            self.body.addWidget(self.many)
        self.many.show_text(text)
        self._show_one(one=False)
        self.place()
        self.many.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_one(self, *, one: bool) -> None:
        for widget in (self.top, self.rule, self.one):
            widget.setVisible(one)
        if self.many is not None:
            self.many.setVisible(not one)

    # Reading --------------------------------------------------------------------------------------------------

    def _read(self, text: str) -> Understood:
        return read(text, self.today, self.floor.desk.now(), here=self.here, names=self.names,
                    rejected=self.rejected, chosen=self.chosen)

    def _typed(self, text: str) -> None:
        self.understood = self._read(text)
        self.line.underline([Underline(part.start, part.end, len(part.readings) > 1)
                             for part in self.understood.parts if part.said and part.readings])
        self._show_chips()
        self._show_question()
        self._show_hint()
        if self.isVisible():
            self.place()

    def _show_chips(self) -> None:
        shown = [part for part in self.understood.parts if len(part.readings) == 1]
        while len(self.chips) < len(shown):
            chip = PartChip("", removable=True, tone="accent", height=28)
            chip.removed.connect(self._reject)
            self.chips.append(chip)
        for chip, part in zip(self.chips, shown, strict=False):
            self._show_chip(chip, part)
        self.flow.show_widgets(self.chips[:len(shown)])
        before: QWidget = self.line
        for chip in self.chips[:len(shown)]:
            QWidget.setTabOrder(before, chip)
            before = chip

    def _show_chip(self, chip: PartChip, part: Part) -> None:
        reading = part.readings[0]
        chip.key = part.key
        chip.icon_name = reading.icon
        chip.removable = part.role != WORDS
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chip.removable else Qt.FocusPolicy.NoFocus)
        chip.setText(reading.words)
        chip.setAccessibleName(reading.words if part.said else _("{name}, because you are with them").format(
            name=reading.words))
        chip.setToolTip("" if part.said else _("Meant because you are with them and nobody is named"))
        chip.updateGeometry()
        chip.update()

    def _show_question(self) -> None:
        part = self.understood.open
        self.question.setVisible(part is not None)
        self.pills.setVisible(part is not None)
        if self.choice is not None:
            self.choice.hide()      # else the key that chose would give it the focus
            self.choice.deleteLater()
            self.choice = None
        if part is None:
            self.pills.show_widgets([])
            return
        words = self.understood.line[part.start:part.end]
        self.sign.icon = "user" if part.role == WHOM else "calendar-blank"
        if part.role == WHOM and any(isinstance(reading.value, str) for reading in part.readings):
            asked = _("Nobody here is called “{words}” yet. Whom is it for?")
        elif part.role == WHOM:
            asked = _("“{words}” fits several. Who is it?") if len(part.readings) <= SHOWN else _(
                "“{words}” fits many. Type more of the name, or choose:")
        else:
            asked = _("“{words}” can be read in two ways. Which is it?")
        self.asked.setText(asked.format(words=words))
        self.choice = OneOf([(number, reading.words) for number, reading in enumerate(part.readings[:SHOWN])],
                            name=self.asked.text(), numbered=True, down=part.role == WHOM)
        self.choice.chosen.connect(self._choose)
        self.pills.show_widgets([self.choice])

    def _show_hint(self) -> None:
        line = self.understood
        self.heading.setVisible(bool(line.line.strip()))
        became = quick_keep.becomes(line)
        self.heading.setText(_("Understood as {what}").format(what=quick_keep.outcome(became, line))
                             if became != "inbox" else _("Not understood yet"))
        if not line.line.strip():
            self.hint.setText(_("Say what it is, whom for and when: call, visit, send, note, worry, job, promised, "
                                "waiting for, customer. Several lines can be pasted."))
        elif line.open is not None:
            self.hint.setText(_("Enter or the arrow down goes to the choice, 1 or 2 chooses, then Enter keeps it."))
        elif name := quick_keep.only_a_name(line):
            self.hint.setText(_("Nobody is called so. “customer {name}” adds them.").format(name=name))
        elif became == "inbox":
            self.hint.setText(_("Enter keeps it in the inbox on Today, until you say what it is."))
        else:
            self.hint.setText(_("Enter keeps it. Backspace on a chip takes it back into words. Esc leaves it."))

    # Deciding -------------------------------------------------------------------------------------------------

    def _reject(self) -> None:
        chip = self.sender()
        if not isinstance(chip, PartChip):
            return
        number = self.chips.index(chip)
        self.rejected |= {chip.key}
        self._typed(self.line.text())
        after = next((c for c in self.chips[number:] if c.isVisibleTo(self.flow) and c.removable), None)
        (after or self.line).setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, number: object) -> None:
        part = self.understood.open
        if part is not None and isinstance(number, int):
            self.chosen[part.key] = number
            self._typed(self.line.text())
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _down(self) -> None:
        if self.choice is not None:
            next(iter(self.choice.buttons.values())).setFocus(Qt.FocusReason.TabFocusReason)
        elif self.chips and self.chips[0].isVisible():
            self.focusNextPrevChild(True)

    def _enter(self) -> None:
        """Keep the line, or go to the choice that it waits for."""
        if not self.line.text().strip():
            return
        if self.choice is not None:
            self._down()
            return
        if quick_keep.only_a_name(self.understood) and not self.waiting:
            return          # the hint says how to add them
        desk, became = self.floor.desk, quick_keep.becomes(self.understood)
        try:
            with desk.act("quickadd.keep"):
                if not (self.waiting and became == "inbox"):
                    quick_keep.keep(self.understood, now=desk.now(), keeper=self.floor.settings.keeper or None)
                    if self.waiting:
                        inbox.settle(self.waiting, now=desk.now())
        except Refused as refused:
            self.hint.setText(str(refused))
            self.place()
            return
        words = quick_keep.told(self.understood)
        self.close_up()
        self.kept.emit(words)

    def _kept_many(self, words: str) -> None:
        self.close_up()
        if words:
            self.kept.emit(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = QApplication.focusWidget()
        if event.key() in ENTER and isinstance(focused, QRadioButton):
            focused.click()
        elif event.key() in ENTER and self.one.isVisible():
            self._enter()
        elif event.modifiers() == Qt.KeyboardModifier.AltModifier and self.choice is not None and (
                0 <= event.key() - Qt.Key.Key_1 < len(self.choice.buttons)):
            self._choose(event.key() - Qt.Key.Key_1)
        else:
            super().keyPressEvent(event)
