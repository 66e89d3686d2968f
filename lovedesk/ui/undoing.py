"""Ctrl+Z and Ctrl+Shift+Z: take back and do again, say what it was, and do it aside where it is much."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from lovedesk.mishaps import Refused
from lovedesk.shop import actions
from lovedesk.store.desk import Desk, Undone
from lovedesk.ui.signals import Aside, Progress
from lovedesk.words import _

LONG = 1000        # rows; taking back more is done aside


class Undoing(QObject):
    """Takes back what was done on a desk; `said` tells a person what it was."""

    said = Signal(str)

    def __init__(self, desk: Desk, aside: Aside, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self.aside = aside

    def undo(self) -> None:
        """Take back what was done last, and say it."""
        self._take_back(undo=True)

    def redo(self) -> None:
        """Do again what was taken back last, and say it."""
        self._take_back(undo=False)

    def _take_back(self, *, undo: bool) -> None:
        desk = self.desk
        waiting = desk.next_undo() if undo else desk.next_redo()
        if waiting is None:
            self.said.emit(_("There is nothing to undo.") if undo else _("There is nothing to do again."))
            return
        verb, rows = waiting
        play, told = (desk.undo, self._told_undo) if undo else (desk.redo, self._told_redo)
        if rows < LONG:
            try:
                told(play())
            except Refused as refused:
                self.said.emit(str(refused))
            return

        def work(progress: Progress) -> Undone | None:
            return play(progress)

        self.aside.run(_("Undoing: {what}").format(what=actions.words(verb)), work, told, self.said.emit)

    def _told_undo(self, undone: Undone | None) -> None:
        if undone is not None:
            self.said.emit(_("Undone: {what}").format(what=actions.words(undone.verb)))

    def _told_redo(self, undone: Undone | None) -> None:
        if undone is not None:
            self.said.emit(_("Done again: {what}").format(what=actions.words(undone.verb)))
