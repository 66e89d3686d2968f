"""What goes on the sheet: a switch for each part, topics for this one, codes for the phone, the promise at the foot."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lovedesk.shop import builtin, knowledge, sheet_choices, topics, touchpoints, visits, wanted_papers
from lovedesk.shop.knowledge import StaysHere
from lovedesk.shop.wanted_papers import CALLS, MANY, PACK, SHEET, WHOLE, Wanted
from lovedesk.ui.parts.chips import SwitchChip
from lovedesk.ui.parts.flow import Flow
from lovedesk.ui.parts.labels import Section, WrappedLabel
from lovedesk.ui.place import Place
from lovedesk.words import _

_PARTS = {SHEET: sheet_choices.BLOCKS, CALLS: sheet_choices.OF_CALLS, WHOLE: sheet_choices.OF_WHOLE}
_CODES = {SHEET: sheet_choices.CODES, WHOLE: sheet_choices.CODES,
          CALLS: (sheet_choices.PHONE, sheet_choices.CONTACT)}


def part_words() -> dict[str, str]:
    """What each part of a sheet is called."""
    return {"jobs": _("Jobs"), "meet": _("Whom you meet"), "way": _("How to reach them"), "last": _("Last time"),
            "owed": _("What is owed"), "easy": _("What is easy and agreed"), "know": _("Good to know"),
            "near": _("Days near"), "items": _("Bring, tell and do"), "ask": _("Questions"),
            "promise": _("Lines for promises"), "why": _("Why"), "touches": _("When we were in touch"),
            "ahead": _("What is ahead")}


class ChoicesPane(QWidget):
    """Switches; each keeps what it says at once, for the occasion of this paper."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.occasion = ""
        self.touchpoint = 0
        self.title = Section(_("On the sheet"))
        self.remembered = WrappedLabel(role="small", token="ink2")
        self.parts = Flow()
        self.switches: dict[str, SwitchChip] = {}
        self.stay = Section(_("Only if you choose it for this one"))
        self.topics = Flow()
        self.chips: dict[str, SwitchChip] = {}
        self.phone = Section(_("Codes for the phone’s camera"))
        self.codes = Flow()
        self.code_chips = {code: SwitchChip(words, icon) for code, words, icon in (
            (sheet_choices.PHONE, _("Number"), "phone"), (sheet_choices.ADDRESS, _("Address"), "map-pin"),
            (sheet_choices.CONTACT, _("Contact"), "user"))}
        self.foot_title = Section(_("At the foot of all papers"))
        self.foot = SwitchChip(_("Our promise"), "heart")
        self.feet = Flow()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.title, self.remembered, self.parts, self.stay, self.topics, self.phone, self.codes,
                       self.foot_title, self.feet):
            column.addWidget(widget)
        self.feet.show_widgets([self.foot])
        for code, chip in self.code_chips.items():
            chip.setObjectName(code)
            chip.clicked.connect(self._code_chosen)
        self.foot.clicked.connect(self._foot_chosen)

    def show_choices(self, wanted: Wanted) -> None:
        """Show what is chosen for a paper."""
        self.occasion = wanted_papers.occasion_of(wanted)
        choice = sheet_choices.of(self.occasion)
        parts = _PARTS.get(wanted.kind, ())
        for part in parts:
            self._switch(part).setChecked(part not in choice.without)
        self.parts.show_widgets([self.switches[part] for part in parts])
        codes = _CODES.get(wanted.kind, ())
        for code in codes:
            self.code_chips[code].setChecked(code in choice.codes)
        self.codes.show_widgets([self.code_chips[code] for code in codes])
        for widget in (self.parts, self.phone, self.codes):
            widget.setVisible(bool(parts))
        self.remembered.setText(self._remembered_words(wanted))
        for words in (self.title, self.remembered):
            words.setVisible(bool(self.remembered.text()))
        self.foot.setChecked(sheet_choices.has_foot())
        self._show_topics(wanted)

    def _switch(self, part: str) -> SwitchChip:
        if part not in self.switches:
            switch = self.switches[part] = SwitchChip(part_words()[part], "check")
            switch.setObjectName(part)
            switch.clicked.connect(self._part_chosen)
        return self.switches[part]

    def _remembered_words(self, wanted: Wanted) -> str:
        if wanted.kind == SHEET and self.occasion:
            return _("Remembered for every sheet for “{occasion}”.").format(
                occasion=builtin.occasion_label(self.occasion))
        if wanted.kind == SHEET:
            return _("Remembered for every sheet without an occasion.")
        if wanted.kind in _PARTS:
            return _("Remembered for every paper of this kind.")
        if wanted.kind in {PACK, MANY}:
            return _("Each sheet holds what was chosen for its occasion; choose it on the sheet of a visit.")
        return ""

    def _show_topics(self, wanted: Wanted) -> None:
        """Topics that stay off paper unless they are chosen for this one visit."""
        self.touchpoint = wanted_papers.next_of(wanted, self.place.desk.now()) if wanted.kind == SHEET else 0
        page = visits.page(self.touchpoint) if self.touchpoint else None
        stays = (knowledge.stays_here(page.customers[0].id, page.shows) if page is not None
                 and len(page.customers) == 1 else StaysHere(0, []))
        for topic in stays.topics:
            if topic.slug not in self.chips:
                chip = self.chips[topic.slug] = SwitchChip(topic.label, topics.get(topic.slug).icon)
                chip.setObjectName(topic.slug)
                chip.clicked.connect(self._topic_chosen)
            self.chips[topic.slug].setChecked(topic.chosen)
        self.topics.show_widgets([self.chips[topic.slug] for topic in stays.topics])
        self.stay.setVisible(bool(stays.topics))
        self.topics.setVisible(bool(stays.topics))

    def _part_chosen(self, on: bool) -> None:
        with self.place.act("sheet.choose"):
            sheet_choices.set_block(self.occasion, self.sender().objectName(), shown=on)

    def _code_chosen(self, on: bool) -> None:
        with self.place.act("sheet.choose"):
            sheet_choices.set_code(self.occasion, self.sender().objectName(), shown=on)

    def _foot_chosen(self, on: bool) -> None:
        with self.place.act("shop.set_foot"):
            sheet_choices.set_foot(shown=on)

    def _topic_chosen(self) -> None:
        chosen = [chip.objectName() for chip in self.topics.widgets
                  if isinstance(chip, SwitchChip) and chip.isChecked()]
        with self.place.act("visit.change"):
            touchpoints.set_shows(self.touchpoint, chosen)
