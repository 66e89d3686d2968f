"""What else can be done with a visit: move, copy, hand over, cancel, open again, delete; by a menu and by keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from lovedesk.shop import shops, touchpoints
from lovedesk.shop.shops import Keeper
from lovedesk.ui import icons
from lovedesk.ui.place import Go
from lovedesk.words import _

if TYPE_CHECKING:
    from lovedesk.ui.places.visit import Visit


class VisitMenu(QObject):
    """The menu of a visit's page. Keys: Ctrl+M moves, Ctrl+Shift+M copies, Ctrl+H hands over,
    Ctrl+R repeats, Ctrl+Delete cancels."""

    def __init__(self, place: Visit) -> None:
        super().__init__(place)
        self.place = place
        self.menu: QMenu | None = None
        for keys, slot in (("Ctrl+M", place.head.ask_day), ("Ctrl+Shift+M", self.copy), ("Ctrl+H", self.hand_over),
                           ("Ctrl+Delete", self.cancel), ("Ctrl+R", self.repeat)):
            QShortcut(QKeySequence(keys), place).activated.connect(slot)

    def open(self) -> None:
        """Show it below its button."""
        page, button = self.place.shown, self.place.more
        if page is None:
            return
        self.menu = QMenu(self.place)
        self.menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add("calendar-blank", _("&Move it…"), "Ctrl+M", self.place.head.ask_day)
        self._add("arrow-elbow-down-right", _("Copy to the &next time…"), "Ctrl+Shift+M", self.copy)
        self._add("repeat", _("&Repeat it…"), "Ctrl+R", self.repeat)
        for number, keeper in enumerate(self._others()):
            self._add("handshake", _("&Hand over to {name}").format(name=keeper.name.replace("&", "&&")),
                      "" if number else "Ctrl+H", self.hand_over).setData(keeper.id)
        if page.done_at:
            self._add("arrow-counter-clockwise", _("&Open it again"), "", self._reopen)
        elif not page.cancelled_at:
            self._add("x", _("&Cancel it…"), "Ctrl+Delete", self.cancel)
        self._add("file-arrow-down", _("As a calendar &file…"), "", self._export)
        self.menu.addSeparator()
        self._add("trash", _("De&lete"), "", self._trash)
        self.menu.popup(button.mapToGlobal(QPoint(button.width() - self.menu.sizeHint().width(), button.height() + 4)))

    def _add(self, icon: str, words: str, keys: str, slot: Callable[[], None]) -> QAction:
        assert self.menu is not None
        action = self.menu.addAction(icons.icon(icon), f"{words}\t{keys}" if keys else words)
        action.triggered.connect(slot)
        return action

    def _others(self) -> list[Keeper]:
        page = self.place.shown
        return [keeper for keeper in shops.keepers() if page is not None and keeper.id != page.keeper]

    def copy(self) -> None:
        """Ask when the next time is."""
        if self.place.shown is not None:
            self.place.copy_pane.ask(self.place.shown)
            self.place.left.ensureWidgetVisible(self.place.copy_pane)

    def repeat(self) -> None:
        """Ask how it repeats."""
        self.place.series.ask()
        self.place.left.ensureWidgetVisible(self.place.series)

    def hand_over(self) -> None:
        """The other of us goes: the one who was chosen in the menu, else the first who does not go already."""
        sender, others = self.sender(), self._others()
        chosen = sender.data() if isinstance(sender, QAction) else None
        keeper = next((one for one in others if one.id == (chosen or one.id)), None)
        if keeper is not None:
            with self.place.act("visit.hand_over", words=_("{name} goes now").format(name=keeper.name)):
                touchpoints.set_keeper(self.place.touchpoint, keeper.id)

    def cancel(self) -> None:
        """Ask why it will not be; what has been, or will not be already, is left alone."""
        page = self.place.shown
        if page is not None and page.done_at is None and page.cancelled_at is None:
            self.place.cancel_pane.ask(page.id)
            self.place.left.ensureWidgetVisible(self.place.cancel_pane)

    def _reopen(self) -> None:
        with self.place.act("visit.reopen", words=_("Visit opened again")):
            touchpoints.reopen(self.place.touchpoint)

    def _export(self) -> None:
        from lovedesk.shop.calendar_part import Part  # asked for rarely
        from lovedesk.ui import exporting

        exporting.export_calendar(self.place, Part(touchpoint=self.place.touchpoint), _("visit"))

    def _trash(self) -> None:
        if self.place.series.ask_trash():
            return
        with self.place.act("visit.trash", words=_("Visit deleted")):
            touchpoints.trash(self.place.touchpoint)
        self.place.go.emit(Go("back"))
