"""The calendar for a phone or another program: a file that is kept up to date in a folder, if that is wished."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from lovedesk.shop import shops, sieves
from lovedesk.ui import calendar_keeping
from lovedesk.ui.parts.buttons import Quiet, Second
from lovedesk.ui.parts.labels import Small
from lovedesk.ui.parts.tick import Setting
from lovedesk.ui.place import Place
from lovedesk.ui.places.shop_section import ShopSection
from lovedesk.words import _


class ShopCalendar(ShopSection):
    """Where the file is kept, and what stands in it; of this laptop, not of the desk."""

    def __init__(self, place: Place) -> None:
        super().__init__(place, _("The calendar on the phone"),
                         _("A file that a phone or another calendar looks into: titles, whom, where and a number, "
                           "nothing private. It is written again after each change."))
        self.folder = Small()
        self.choose, self.stop = Second(_("Choose a &folder…")), Quiet(_("Keep &none"))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.choose)
        line.addWidget(self.stop)
        line.addStretch(1)
        self.body.addWidget(self.folder)
        self.body.addLayout(line)
        self.mine = Setting(_("Only what is mine or no one’s"))
        self.mine.clicked.connect(self._keep)
        self.kinds = {kind.key: Setting(kind.label) for kind in sieves.kinds() if kind.key != sieves.SHOP}
        self.body.addWidget(self.mine)
        for tick in self.kinds.values():
            self.body.addWidget(tick)
            tick.clicked.connect(self._keep)
        self.choose.clicked.connect(self._choose)
        self.stop.clicked.connect(self._stop)

    def refresh(self) -> None:
        settings = self.place.floor.settings
        without = settings.calendar_without.split()
        kept = bool(settings.calendar_folder)
        self.folder.setText(_("Kept up to date: {file}").format(
            file=calendar_keeping.file_of(settings, self.place.desk.path)) if kept else _("It is not kept anywhere."))
        self.stop.setVisible(kept)
        self.mine.setVisible(kept and bool(settings.keeper) and len(shops.keepers()) > 1)
        self.mine.setChecked(bool(settings.calendar_keeper))
        for key, tick in self.kinds.items():
            tick.setVisible(kept)
            tick.setChecked(key not in without)

    def _choose(self) -> None:
        settings = self.place.floor.settings
        folder = QFileDialog.getExistingDirectory(self.window(), _("A folder that the phone can reach"),
                                                  settings.calendar_folder or str(Path.home()))
        if folder:
            settings.calendar_folder = folder
            self._remember()

    def _stop(self) -> None:
        self.place.floor.settings.calendar_folder = ""
        self._remember()
        self.choose.setFocus()

    def _keep(self) -> None:
        settings = self.place.floor.settings
        settings.calendar_keeper = settings.keeper if self.mine.isChecked() else 0
        settings.calendar_without = " ".join(key for key, tick in self.kinds.items() if not tick.isChecked())
        self._remember()

    def _remember(self) -> None:
        self.refresh()
        self.place.to_remember.emit()
