"""How this laptop reminds: whether, how early, and whether it stays in the tray and starts with the session."""

from __future__ import annotations

from PySide6.QtWidgets import QSystemTrayIcon

from lovedesk.mishaps import Refused
from lovedesk.ui import autostart
from lovedesk.ui.parts.segments import Segments
from lovedesk.ui.parts.tick import Setting
from lovedesk.ui.place import Place
from lovedesk.ui.places.shop_section import ShopSection
from lovedesk.words import _, ngettext

MINUTES, DAYS = (10, 15, 30, 60, 120), (1, 3, 7, 14)


class ShopReminders(ShopSection):
    """The taste of this laptop; nothing of it is in the desk."""

    def __init__(self, place: Place) -> None:
        super().__init__(place, _("Reminders on this laptop"),
                         _("Before a visit, on what was promised, ahead of a day of theirs. "
                           "While someone is looking they say no private words."))
        self.on = Setting(_("Remind while Lovedesk is running"))
        self.before = Segments([(n, ngettext("{n} minute", "{n} min", n).format(n=n)) for n in MINUTES],
                               name=_("Before a visit"))
        self.ahead = Segments([(n, ngettext("{n} day", "{n} days", n).format(n=n)) for n in DAYS],
                              name=_("Ahead of a day of theirs"))
        tray = QSystemTrayIcon.isSystemTrayAvailable()
        self.stays = Setting(_("Stay in the tray when the window is closed"),
                          second="" if tray else _("This system shows no tray."))
        self.stays.setEnabled(tray)
        self.starts = Setting(_("Start with the session"))
        self.body.addWidget(self.on)
        self.add_field(_("Before a visit"), self.before)
        self.add_field(_("Ahead of a day of theirs"), self.ahead)
        self.body.addWidget(self.stays)
        self.body.addWidget(self.starts)
        self.on.clicked.connect(self._keep)
        self.stays.clicked.connect(self._keep)
        self.before.chosen.connect(self._keep)
        self.ahead.chosen.connect(self._keep)
        self.starts.clicked.connect(self._start_or_not)

    def refresh(self) -> None:
        settings = self.place.floor.settings
        self.on.setChecked(settings.reminders)
        self.stays.setChecked(settings.stays)
        self.starts.setChecked(autostart.is_on())
        self.before.choose(settings.before)
        self.ahead.choose(settings.ahead)
        self._enable()

    def _enable(self) -> None:
        for field in (self.before, self.ahead):
            field.setEnabled(self.on.isChecked())

    def _keep(self) -> None:
        settings = self.place.floor.settings
        settings.reminders, settings.stays = self.on.isChecked(), self.stays.isChecked()
        settings.before, settings.ahead = _number(self.before, settings.before), _number(self.ahead, settings.ahead)
        self._enable()
        self.place.to_remember.emit()

    def _start_or_not(self, on: bool) -> None:
        try:
            autostart.switch(on=on)
        except Refused as refused:
            self.place.said.emit(str(refused))
            self.starts.setChecked(autostart.is_on())


def _number(segments: Segments, otherwise: int) -> int:
    value = segments.value()
    return value if isinstance(value, int) else otherwise
