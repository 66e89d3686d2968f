"""What is needed for one thing that fell due: who, the number, the last talk, and the words to ask after it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout

from lovedesk.mishaps import Refused
from lovedesk.shop import builtin, catching_up, reaching, timeline
from lovedesk.shop.catching_up import SHEET, Fallen
from lovedesk.ui import opening_out, reach
from lovedesk.ui.parts.buttons import Link, Quiet, Second
from lovedesk.ui.parts.card import Card
from lovedesk.ui.parts.labels import Section, Small, WrappedLabel
from lovedesk.ui.parts.reach_chip import ReachChip
from lovedesk.ui.place import Place
from lovedesk.ui.places.catch_up_list import title_of
from lovedesk.ui.reach import Way
from lovedesk.words import _, ago, near

WIDE = 300


class FallenCard(Card):
    """Shows one thing, and offers what can be done with it."""

    def __init__(self, place: Place) -> None:
        super().__init__(margins=QSize(18, 14))
        self.place = place
        self.thing: Fallen | None = None
        self.title = Section("")
        self.what = WrappedLabel(role="strong", column=WIDE)
        self.why, self.phone = WrappedLabel(token="ink2", column=WIDE), ReachChip(reach.of(place))
        self.last = WrappedLabel(token="ink2", column=WIDE)
        self.ask, self.words = Small(_("Ask after it, kindly:")), WrappedLabel(role="quote", column=WIDE)
        self.copy = Link(_("Copy the words"))
        self.write = Link(_("Write it as an e-mail"), "envelope-simple")
        self.write.clicked.connect(self._write)
        self.address = ""
        self.open = Link(_("Open"))
        self.finish, self.later, self.drop = Second(_("Done (D)")), Quiet(_("Later (L)")), Quiet(_("Drop (X)"))
        for widget in (self.title, self.what, self.why, self.phone, self.last, self.ask, self.words):
            self.body.addWidget(widget)
        for link in (self.write, self.copy):
            self.body.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.setAlignment(self.phone, Qt.AlignmentFlag.AlignLeft)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        for button in (self.finish, self.later, self.drop):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.body.addSpacing(6)
        self.body.addLayout(buttons)
        self.body.addWidget(self.open)

    def show_thing(self, thing: Fallen | None) -> None:
        """Show a thing; None for none."""
        self.setVisible(thing is not None)
        if thing is None:
            return
        self.title.set_texts(thing.customer or thing.keeper or _("Our own"))
        self.what.setText(title_of(thing))
        self.why.setText(self._why(thing))
        self.phone.show_way(Way("phone", thing.phone, thing.customer_id or 0) if thing.phone else None)
        self.last.setText(self._last(thing))
        self.words.setText(catching_up.asking(thing).words if thing.theirs else "")
        for label in (self.why, self.last, self.words):
            label.setVisible(bool(label.text()))
        self.ask.setVisible(thing.theirs)
        self.copy.setVisible(thing.theirs)
        self.thing, self.address = thing, self._address(thing)
        self.write.setVisible(bool(self.address))
        self.finish.setText(_("Went fine (D)") if thing.kind == SHEET else _("It came (D)") if thing.theirs
                            else _("Done (D)"))
        self.open.setText(_("Type in the sheet") if thing.kind == SHEET else _("Open {customer}").format(
            customer=thing.customer.replace("&", "&&")))
        self.open.setVisible(thing.kind == SHEET or bool(thing.customer_id))

    def _address(self, thing: Fallen) -> str:
        """Where an e-mail that asks after it goes."""
        if not thing.theirs or thing.customer_id is None:
            return ""
        return next((way.value for way in reaching.ways(thing.customer_id, [], "email")), "")

    def _write(self) -> None:
        if self.thing is None:
            return
        asked = catching_up.asking(self.thing)
        try:
            opening_out.show(reaching.mail(self.address, reaching.Words(
                self.thing.person or self.thing.customer, asked.subject, asked.words)))
        except Refused as refused:
            self.place.said.emit(str(refused))

    def _why(self, thing: Fallen) -> str:
        today = self.place.desk.today()
        parts = [_("waiting for them") if thing.theirs else _("promised") if thing.promised else "",
                 thing.person if thing.person != thing.customer else "",
                 _("fell due {ago}").format(ago=ago(thing.day, today))]
        if thing.promised_for and thing.promised_for != thing.day:
            parts.append(_("promised for {day}").format(day=near(thing.promised_for, today)))
        return ", ".join(part for part in parts if part)

    def _last(self, thing: Fallen) -> str:
        """The last talk; nothing of it while someone is looking."""
        if thing.customer_id is None or self.place.floor.settings.looking:
            return ""
        touch = timeline.last_done(thing.customer_id, self.place.desk.now())
        if touch is None:
            return ""
        said = touch.said or touch.value or touch.notes or touch.title
        last = _("Last talk {ago}, {channel}").format(
            ago=ago(touch.start.date(), self.place.desk.today()), channel=builtin.channel(touch.channel).label)
        return _("{last}: {words}").format(last=last, words=said.splitlines()[0]) if said else last
