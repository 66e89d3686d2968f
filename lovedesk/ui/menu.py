"""The menu at the foot of the rail: copies, export, the trash, light and dark, and the way in and out of the sample."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox

from lovedesk.ui import exporting
from lovedesk.ui.place import Go
from lovedesk.words import _

if TYPE_CHECKING:
    from lovedesk.store.desk import Desk
    from lovedesk.ui.explaining import Explaining
    from lovedesk.ui.signals import Progress
    from lovedesk.ui.window import Window


class Menu(QObject):
    """What the whole desk offers. `restore_wanted(path)`, `sample_wanted`, `theme_wanted(mode)` go to the program."""

    restore_wanted = Signal(object)
    sample_wanted = Signal()
    theme_wanted = Signal(str)

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.window = window
        self.menu = QMenu(window)
        self.explaining: Explaining | None = None
        self._add(_("Bring contacts in…"), window.bring)
        self._add(_("Last import, row by row"), self._last_import)
        self._add(_("Export everything…"), self._export)
        self.menu.addSeparator()
        self._add(_("Back up…"), self._back_up)
        self._add(_("Restore…"), self._restore)
        self._add(_("Keep daily copies in one more folder…"), self._choose_copies)
        self.menu.addSeparator()
        self._add(_("Who may be here twice"), self._duplicates)
        self._add(_("Whom to be in touch with"), self._in_touch)
        self._add(_("Touches over the year"), self._over_the_year)
        self._add(_("What makes it hard"), self._frictions)
        self._add(_("Timeline of all customers"), self._timeline)
        self._add(_("Trash"), self._trash)
        self._add(_("The shop"), self._shop)
        self.sample = self._add(_("Look around in the sample shop"), self.sample_wanted.emit)
        self.menu.addSeparator()
        self._add_themes()
        self._add(_("What this page is for"), self._explain).setShortcut(QKeySequence("F1"))
        self._add(_("Quit"), window.quit)
        window.addActions(self.menu.actions())      # where the palette finds them

    def _add(self, words: str, slot: object) -> QAction:
        action = QAction(words, self.menu)
        action.triggered.connect(slot)
        self.menu.addAction(action)
        return action

    def _add_themes(self) -> None:
        looks = self.menu.addMenu(_("Light and dark"))
        group = QActionGroup(looks)
        for mode, words in (("system", _("As the system")), ("light", _("Light")), ("dark", _("Dark"))):
            action = looks.addAction(words)
            action.setCheckable(True)
            action.setChecked(self.window.settings.theme == mode)
            action.setData(mode)
            group.addAction(action)
        group.triggered.connect(self._theme)

    def open(self) -> None:
        """Open above the keeper at the rail's foot; on top those of us who may sit here."""
        first = next(iter(self.menu.actions()), None)
        self.window.seats.dress()
        if first is not None and not set(self.window.seats.actions) & set(self.menu.actions()):
            self.menu.insertActions(first, self.window.seats.actions)
        foot = self.window.rail.keeper
        corner = foot.mapToGlobal(QPoint(foot.width(), foot.height()))
        self.menu.popup(QPoint(corner.x() + 4, corner.y() - self.menu.sizeHint().height()))

    def _theme(self, action: QAction) -> None:
        self.theme_wanted.emit(action.data())

    def _explain(self) -> None:
        from lovedesk.ui.explaining import Explaining  # as all places: when it is wanted

        if self.explaining is None:
            self.explaining = Explaining(self.window)
        self.explaining.explain()

    def _trash(self) -> None:
        self.window.go(Go("trash"))

    def _frictions(self) -> None:
        self.window.go(Go("frictions"))

    def _in_touch(self) -> None:
        self.window.go(Go("intouch"))

    def _over_the_year(self) -> None:
        self.window.go(Go("good_times"))

    def _shop(self) -> None:
        self.window.go(Go("shop"))

    def _last_import(self) -> None:
        self.window.go(Go("last_import"))

    def _duplicates(self) -> None:
        self.window.go(Go("duplicates"))

    def _timeline(self) -> None:
        self.window.go(Go("timeline"))

    def _desk(self) -> Desk:
        assert self.window.desk is not None  # the menu hangs on the rail, which shows with a desk alone
        return self.window.desk

    def _suggested(self, ending: str) -> str:
        desk = self._desk()
        return str(Path.home() / f"{desk.path.stem}-{desk.today().isoformat()}.{ending}")

    def _back_up(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(
            self.window, _("Back up to"), self._suggested("lovedesk"), _("Desks of Lovedesk (*.lovedesk)"))
        if name:
            desk, target = self._desk(), Path(name)

            def work(_progress: Progress) -> str:
                desk.back_up(target)
                return target.name

            self.window.aside.run(_("Making a copy"), work, self._backed_up, self.window.say)

    def _backed_up(self, name: str) -> None:
        self.window.say(_("A copy was made and checked: {name}").format(name=name))

    def _restore(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self.window, _("Restore from"), str(self._desk().copies), _("Desks of Lovedesk (*.lovedesk)"))
        if name and self._sure(Path(name)):
            self.restore_wanted.emit(Path(name))

    def _sure(self, source: Path) -> bool:
        asked = QMessageBox(self.window)
        asked.setWindowTitle(_("Restore"))
        asked.setText(_("Put {name} in the place of the desk that is open?").format(name=source.name))
        asked.setInformativeText(_("What was entered since that copy will no longer be there. "
                                   "The desk as it is now is kept beside the copies, as “before-restore”."))
        restore = asked.addButton(_("Restore"), QMessageBox.ButtonRole.DestructiveRole)
        asked.addButton(_("Keep the desk as it is"), QMessageBox.ButtonRole.RejectRole)
        asked.exec()
        return asked.clickedButton() is restore

    def _export(self) -> None:
        exporting.export(self.window, self.window.aside, self.window.say, Path(self._suggested("json")))

    def _choose_copies(self) -> None:
        folder = QFileDialog.getExistingDirectory(self.window, _("Keep daily copies here too"),
                                                  self.window.settings.copies or str(Path.home()))
        if folder:
            self.window.settings.copies = folder
            self.window.to_remember.emit()
            self.window.say(_("At closing, a copy is kept in {folder} too.").format(folder=folder))
