"""The one window: the desk that is open, the place that is shown, and the way between places."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from lovedesk.mishaps import Refused, log
from lovedesk.settings import Settings, save
from lovedesk.shop import shops
from lovedesk.store.desk import Desk
from lovedesk.ui.frame import Frame
from lovedesk.ui.parts.dropped import contact_files
from lovedesk.ui.place import Floor, Go, Place
from lovedesk.ui.seats import Seats
from lovedesk.ui.signals import Aside, DeskSignals
from lovedesk.ui.undoing import Undoing
from lovedesk.words import _

if TYPE_CHECKING:
    from lovedesk.ui.goto import Goto
    from lovedesk.ui.quick_add import QuickAdd

ON_RAIL = ("today", "customers", "calendar", "checklists")
LETTERS_SEEK = ("today", "bring")     # where hardly anything is typed: letters lost elsewhere must not lead away

# Each place is imported when it is first opened: the start pays for one alone.
_MAKERS = {
    "today": ("today", "Today"), "customers": ("customers", "Customers"), "calendar": ("calendar", "Calendar"),
    "checklists": ("checklists", "Checklists"), "visit": ("visit", "Visit"), "debrief": ("debrief", "Debrief"),
    "bring": ("bring", "Bring"), "trash": ("trash", "Trash"), "timeline": ("timeline", "Timeline"),
    "duplicates": ("duplicates", "Duplicates"),
    "shop": ("shop", "Shop"), "catchup": ("catch_up", "CatchUp"), "handover": ("hand_over", "HandOver"),
    "last_import": ("bring_last", "LastImported"), "frictions": ("frictions", "Frictions"),
    "intouch": ("in_touch", "InTouch"), "good_times": ("good_times", "GoodTimes"), "paper": ("paper", "Paper"),
}


class Window(Frame):
    """Shows one desk at a time. `menu_wanted` asks for the menu at the rail's foot."""

    menu_wanted = Signal()
    closed = Signal()
    to_remember = Signal()        # something that this laptop remembers has changed
    stirred = Signal()            # another desk, or something in it

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__(app, settings)
        self.desk: Desk | None = None
        self.pages: dict[str, Place] = {}
        self.way: list[Go] = []
        self.quick: QuickAdd | None = None
        self.goto: Goto | None = None
        self.rail.chosen.connect(self._rail_chosen)
        self.rail.keeper_pressed.connect(self.menu_wanted)
        self.undo_wanted.connect(self.undo)
        self.cancel_wanted.connect(self._cancel_long)
        self.looked_away.connect(self.look_or_not)
        self.seats = Seats(self)
        self.stays: Callable[[], bool] = bool       # whether closing leaves the program in the tray: it does not
        self._make_keys()

    def _make_keys(self) -> None:
        keys = [(QKeySequence(QKeySequence.StandardKey.Undo), self.undo), (QKeySequence("Ctrl+Shift+Z"), self.redo),
                (QKeySequence("Ctrl+Y"), self.redo), (QKeySequence("F10"), self.menu_wanted.emit),
                (QKeySequence("Alt+Left"), self.back), (QKeySequence("Ctrl+F"), self.seek),
                (QKeySequence("Ctrl+I"), self.bring), (QKeySequence("Ctrl+Q"), self.quit),
                (QKeySequence("Ctrl+N"), self.quick_add), (QKeySequence("Ctrl+K"), self.go_to),
                (QKeySequence("F8"), self.look_or_not)]
        for sequence, slot in keys:
            QShortcut(sequence, self).activated.connect(slot)
        for number, key in enumerate(ON_RAIL, 1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.setObjectName(key)
            shortcut.activated.connect(self._place_key)

    def _cancel_long(self) -> None:
        self.aside.cancel()

    # Desks ----------------------------------------------------------------------------------------------------

    def show_alone(self, page: QWidget) -> None:
        """Show a page without a desk: the first start."""
        self.rail.hide()
        if "mark" in self.__dict__:
            self.mark.hide()
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)

    def show_desk(self, desk: Desk, go: Go) -> None:
        """Show a desk, at a place."""
        self.leave_desk()
        self.desk = desk
        self.signals = DeskSignals(desk, self)
        self.aside = Aside(desk, self)
        self.undoing = Undoing(desk, self.aside, self.aside)
        self.undoing.said.connect(self.say)
        self.floor = Floor(desk, self.settings, self.aside)
        self.signals.changed.connect(self._note_change)
        self.aside.began.connect(self.long_began)
        self.aside.progressed.connect(self.long_goes_on)
        self.aside.ended.connect(self.long_ended)
        self.settings.desk = str(desk.path)
        self._name_window()
        self.rail.show()
        self.stirred.emit()
        self.go(go if go.place in _MAKERS else Go("today"))     # what was open may be a place of another version

    def leave_desk(self) -> None:
        """Keep what is being typed, a copy for the day, and close the desk."""
        self.keep_typed()
        while (widget := self.stack.currentWidget()) is not None:
            self.stack.removeWidget(widget)
            widget.deleteLater()
        self.pages.clear()
        if self.quick is not None:
            self.quick.close_up()
            self.quick.deleteLater()
            self.quick = None
        if self.goto is not None:
            self.goto.palette.close_up()
            self.goto.palette.deleteLater()
            self.goto.deleteLater()
            self.goto = None
        if self.desk is None:
            return
        self.aside.close()
        self.signals.close()
        self.signals.deleteLater()
        self.aside.deleteLater()
        self._keep_copy(self.desk)
        self.desk.close()
        self.desk = None

    def _keep_copy(self, desk: Desk) -> None:
        if shops.about().sample:    # invented people need no copies beside one's own
            return
        try:
            desk.keep_copy([desk.copies, *([Path(self.settings.copies)] if self.settings.copies else [])])
        except Refused as refused:
            log.warning("no copy was kept: %s", refused)

    def _name_window(self) -> None:
        about = shops.about()
        self.seats.show(about.name or _("Menu"))
        self.setWindowTitle(_("{shop} – Lovedesk").format(shop=about.name) if about.name else "Lovedesk")
        if about.sample or "mark" in self.__dict__:
            self.mark.setVisible(about.sample)
        if self.settings.looking:
            self.looking.show()

    # Places ---------------------------------------------------------------------------------------------------

    def page(self, key: str) -> Place:
        """The place of a key, made when it is first wanted."""
        if key not in self.pages:
            module, name = _MAKERS[key]
            maker = getattr(importlib.import_module(f"lovedesk.ui.places.{module}"), name)
            place = cast("Place", maker(self.floor))
            place.go.connect(self.go)
            place.said.connect(self.say)
            place.done.connect(self.tell_done)
            place.to_remember.connect(self.to_remember)
            self.stack.addWidget(place)
            self.pages[key] = place
        return self.pages[key]

    def go(self, where: Go) -> None:
        """Show a place and what is wanted there; "back" goes where one came from."""
        if where.place == "back":
            self.back()
            return
        if where.place in {"plan", "quickadd", "goto"}:
            self._open_over(where)
            return
        if self.quick is not None:
            self.quick.close_up()
        if self.goto is not None:
            self.goto.palette.close_up()
        self._note_open()
        self.keep_typed()
        place = self.page(where.place)
        if not self.way or self.way[-1] != where:
            self.way = [*self.way[-20:], where]
        place.open(where.what)
        self._let_go(place)
        self.stack.setCurrentWidget(place)
        if where.place in ON_RAIL or where.place == "bring":
            self.rail.show_place("customers" if where.place == "bring" else where.place)
        now = Go(where.place, where.what or place.open_now())
        if now != Go(self.settings.place, self.settings.what):
            self.settings.place, self.settings.what = now
            self.to_remember.emit()

    def _let_go(self, place: Place) -> None:
        """Take the focus from the page that is left: else Qt hands it to whatever button comes next."""
        left, focused = self.stack.currentWidget(), self.focusWidget()
        if left is not None and left is not place and focused is not None and left.isAncestorOf(focused):
            focused.clearFocus()

    def _open_over(self, where: Go) -> None:
        match where.place:
            case "plan":
                self.plan()
            case "quickadd":
                self.quick_add(where.what)
            case "goto":
                self.go_to()

    def back(self) -> None:
        """Go where one came from; from the first place, to Today."""
        if len(self.way) > 1:
            self.way.pop()
            where = self.way.pop()
        else:
            where = Go("today")
        self.go(where)

    def bring(self) -> None:
        """Open the page that brings contacts in."""
        if self.desk is not None:
            self.go(Go("bring"))

    def bring_files(self, files: list[Path]) -> None:
        """Open the page that brings contacts in, with these files."""
        from lovedesk.ui.places.bring import Bring  # as all places: when it is wanted

        self.go(Go("bring"))
        bring = self.pages["bring"]
        if isinstance(bring, Bring):
            bring.take_files(files)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.desk is not None and (
                contact_files(event.mimeData()) or (event.mimeData().hasText() and not event.mimeData().hasUrls())):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        if files := contact_files(event.mimeData()):
            self.bring_files(files)
        elif not event.mimeData().hasUrls():
            self.quick_add(text=event.mimeData().text())

    def quick_add(self, line: int = 0, text: str = "") -> None:
        """Open the line that adds anything, with a line of the inbox or a text that was dropped."""
        if self.desk is None:
            return
        from lovedesk.ui.quick_add import QuickAdd, whom_at  # as all places: when it is wanted

        if self.quick is None:
            self.quick = QuickAdd(self, self.floor)
            self.quick.kept.connect(self.tell_done)
            self.quick.said.connect(self.say)
        if line:
            self.quick.take_on(line)
        elif not self.quick.isVisible() or text:
            self.quick.begin(here=whom_at(Go(self.settings.place, self.settings.what)), text=text)

    def look_or_not(self) -> None:
        """Someone is looking: hide private lines on screen; once more, and they are back."""
        if self.desk is None:
            return
        self.keep_typed()
        self.settings.looking = not self.settings.looking
        self.looking.setVisible(self.settings.looking)
        self.to_remember.emit()
        for place in self.pages.values():
            place.note_change(place.shows)

    def go_to(self) -> None:
        """Open the palette that goes to anything."""
        if self.desk is None:
            return
        from lovedesk.ui.goto import Goto  # as all places: when it is wanted

        if self.goto is None:
            self.goto = Goto(self)
        self._note_open()
        self.goto.open()

    def _note_open(self) -> None:
        """Remember whom the customers' place shows, for the palette's "seen last"."""
        shown = self.pages["customers"].open_now() if "customers" in self.pages else 0
        if shown and self.settings.recent[:1] != [shown]:
            from lovedesk.ui.goto import remembered  # with the palette

            self.settings.recent = remembered(self.settings.recent, shown)

    def plan_with_open_customer(self) -> None:
        """Ask when, for the customer that is shown."""
        from lovedesk.ui.places.customers import Customers  # as all places: when it is wanted

        customers = self.pages.get("customers")
        if isinstance(customers, Customers):
            customers.profile.plan_visit()

    def plan(self) -> None:
        """Ask in the calendar for a visit with somebody."""
        from lovedesk.ui.places.calendar import Calendar  # as all places: when it is wanted

        self.go(Go("calendar"))
        calendar = self.pages["calendar"]
        if isinstance(calendar, Calendar):
            calendar.plan_visit()

    def seek(self, letters: str = "") -> None:
        """Go to the customers' search field, with the first letters of what is sought."""
        self.go(Go("customers"))
        search = getattr(self.pages["customers"], "search", None)
        if isinstance(search, QLineEdit):
            search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            search.selectAll()
            if letters:
                search.insert(letters)

    def _rail_chosen(self, key: str) -> None:
        self.go(Go(key))

    def _place_key(self) -> None:
        if self.desk is not None:
            self.go(Go(self.sender().objectName()))

    def _note_change(self, tables: frozenset[str]) -> None:
        self.stirred.emit()
        for place in self.pages.values():
            place.note_change(tables)
        if tables & {"shop", "shopkeeper"}:
            self._name_window()

    # Words, long work, typing, closing --------------------------------------------------------------------------

    def undo(self) -> None:
        """Take back what was done last, a text that is being typed first."""
        if self.desk is not None:
            self.keep_typed()
            self.undoing.undo()

    def redo(self) -> None:
        """Do again what was taken back last."""
        if self.desk is not None:
            self.keep_typed()
            self.undoing.redo()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters that mean nothing where they are typed look for a customer; "/" does so anywhere."""
        letters, held = event.text(), event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if self.desk is None or held or not letters.strip() or not letters.isprintable():
            super().keyPressEvent(event)
        elif letters == "/":
            self.seek()
        elif self.settings.place in LETTERS_SEEK:
            self.seek(letters)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            QTimer.singleShot(0, self._notice_others)

    def _notice_others(self) -> None:
        if self.desk is not None:
            self.desk.notice_others()

    def quit(self) -> None:
        """Close for good, also where closing leaves the program in the tray."""
        self.stays = bool
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.stays():
            self.keep_typed()
            self.hide()
            event.ignore()
            return
        place = self.normalGeometry()
        self.settings.window = [place.x(), place.y(), place.width(), place.height()]
        self.settings.maximised = self.isMaximized()
        if self.desk is not None:
            self.settings.closed_on = self.desk.today().isoformat()
        self.leave_desk()
        if self.settings.desk:      # who only looked at the first page leaves nothing behind
            save(self.settings)
        super().closeEvent(event)
        self.closed.emit()
