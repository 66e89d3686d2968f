"""Dial, write, show on the map, copy; and ask afterwards whether it is to be logged (practices B2, B6)."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from lovedesk.mishaps import Refused
from lovedesk.shop import builtin, customers, reaching, touch_logs, touchpoints
from lovedesk.ui import opening_out
from lovedesk.ui.parts.log_ask import LogAsk
from lovedesk.ui.place import Place
from lovedesk.words import _

SIGNS = {"phone": "phone", "email": "envelope-simple", "address": "map-pin", "web": "globe", "letter": "pencil-line"}


class Way(NamedTuple):
    """How to reach whom: `kind` is a phone, an email, an address (its map), a web page, or a letter to an address.

    `touchpoint` is the one that it is for, 0 for none.
    """

    kind: str
    value: str
    customer: int
    person: int | None = None
    occasion: str = ""
    touchpoint: int = 0


def does(kind: str) -> str:
    """What pressing it does."""
    return {"phone": _("Call"), "email": _("Write an e-mail"), "address": _("Show on the map"),
            "web": _("Open the page"), "letter": _("Write a letter")}.get(kind, "")


def of(place: Place) -> Reach:
    """The one of a place."""
    found = place.findChild(Reach)
    return found if isinstance(found, Reach) else Reach(place)


class Reach(QObject):
    """Of one place: opens ways, and asks once whether what was opened is to be logged."""

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.place = place
        self.asked: LogAsk | None = None
        self.last: Way | None = None

    def open(self, way: Way) -> None:
        """Open it in the program of this laptop; a refusal is said, and nothing is asked then."""
        try:
            self._open(way)
        except Refused as refused:
            self.place.said.emit(str(refused))
            return
        if way.kind in _CHANNELS and way.customer:
            self._ask(way)

    def _open(self, way: Way) -> None:
        keeper = self.place.floor.settings.keeper or None
        match way.kind:
            case "phone":
                opening_out.show(reaching.tel(way.value))
            case "email":
                opening_out.show(reaching.mail(way.value, reaching.prepared(
                    way.customer, way.person, occasion=way.occasion, keeper=keeper)))
            case "letter":
                words = reaching.prepared(way.customer, way.person, occasion=way.occasion, keeper=keeper)
                today = self.place.desk.today()
                opening_out.show_letter(reaching.letter(words, way.value, today), words.to, today)
            case "address":
                opening_out.show(reaching.place(reaching.whole_address(way.customer, way.value)))
            case "web":
                opening_out.show(reaching.page(way.value))

    def copy(self, way: Way) -> None:
        """Put it on the clipboard."""
        QApplication.clipboard().setText(way.value)
        self.place.said.emit(_("Copied: {words}").format(words=", ".join(way.value.splitlines())))

    def _ask(self, way: Way) -> None:
        self.last = way
        if self.asked is None:
            self.asked = LogAsk(self.place)
            self.asked.wanted.connect(self._log)
        name = customers.head(way.customer, self.place.desk.now())
        whom = name.name if name else ""
        self.asked.ask({"phone": _("Log this call with {name}?"), "email": _("Log this e-mail to {name}?")}.get(
            way.kind, _("Log this letter to {name}?")).format(name=whom))

    def _log(self) -> None:
        way = self.last
        if way is None:
            return
        channel, now = _CHANNELS[way.kind], self.place.desk.now()
        with self.place.act("visit.log", words=_("{channel} logged").format(channel=builtin.channel_label(channel))):
            if way.touchpoint:
                touchpoints.finish(way.touchpoint, now=now)
            else:
                touch_logs.done_on(way.customer, now.date(), now=now, channel=channel,
                                   people=[way.person] if way.person else None,
                                   keeper=self.place.floor.settings.keeper or None)


_CHANNELS = {"phone": "call", "email": "email", "letter": "letter"}
