"""What is needed for one thing that fell due: who, the number, the last talk, and the words to ask after it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout

from lovedesk.shop import builtin, catching_up, timeline
from lovedesk.shop.catching_up import SHEET, Fallen
from lovedesk.ui.parts.buttons import Link, Quiet, Second
from lovedesk.ui.parts.card import Card
from lovedesk.ui.parts.labels import Section, Small, WrappedLabel
from lovedesk.ui.place import Place
from lovedesk.ui.places.catch_up_list import title_of
from lovedesk.words import _, ago, near

WIDE = 300


class FallenCard(Card):
    """Shows one thing, and offers what can be done with it."""

    def __init__(self, place: Place) -> None:
        super().__init__(margins=QSize(18, 14))
        self.place = place
        self.title = Section("")
        self.what = WrappedLabel(role="strong", column=WIDE)
        self.why, self.phone = WrappedLabel(token="ink2", column=WIDE), WrappedLabel(column=WIDE)
        self.last = WrappedLabel(token="ink2", column=WIDE)
        self.ask, self.words = Small(_("Ask after it, kindly:")), WrappedLabel(role="quote", column=WIDE)
        self.copy = Link(_("Copy the words"))
        self.open = Link(_("Open"))
        self.finish, self.later, self.drop = Second(_("Done (D)")), Quiet(_("Later (L)")), Quiet(_("Drop (X)"))
        for widget in (self.title, self.what, self.why, self.phone, self.last, self.ask, self.words, self.copy):
            self.body.addWidget(widget)
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
        self.phone.setText(thing.phone)
        self.last.setText(self._last(thing))
        self.words.setText(catching_up.asking(thing).words if thing.theirs else "")
        for label in (self.why, self.phone, self.last, self.words):
            label.setVisible(bool(label.text()))
        self.ask.setVisible(thing.theirs)
        self.copy.setVisible(thing.theirs)
        self.finish.setText(_("Went fine (D)") if thing.kind == SHEET else _("It came (D)") if thing.theirs
                            else _("Done (D)"))
        self.open.setText(_("Type in the sheet") if thing.kind == SHEET else _("Open {customer}").format(
            customer=thing.customer.replace("&", "&&")))
        self.open.setVisible(thing.kind == SHEET or bool(thing.customer_id))

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
