"""Builds the program once, in order: log, settings, lock, desk, window; nothing else creates long-lived things."""

from __future__ import annotations

import datetime as dt
import gc
import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from lovedesk import paths, settings
from lovedesk.mishaps import Refused, log, write_log
from lovedesk.shop import catching_up, shops
from lovedesk.shop.desks import bring_back, newest_copy, open_desk
from lovedesk.store.database import NotADesk
from lovedesk.store.desk import Desk
from lovedesk.ui import theme
from lovedesk.ui.only_one import OnlyOne
from lovedesk.ui.place import Go
from lovedesk.ui.window import Window
from lovedesk.words import _

if TYPE_CHECKING:
    from lovedesk.ui.menu import Menu


def run(wanted: Path | None) -> int:
    """Open the window on the desk that is wanted, or on the one that was open; returns the exit code."""
    gc.disable()            # a start makes only what stays; `Program.settle` enables it again
    write_log(paths.log_file())
    app = theme.application()
    remembered = settings.load()
    program = Program(app, remembered, wanted or _remembered_desk(remembered))
    if not program.is_first():
        program.only_one.call()
        return 0
    program.start()
    code = app.exec()
    program.window.deleteLater()
    return code


def _remembered_desk(remembered: settings.Settings) -> Path:
    path = Path(remembered.desk) if remembered.desk else paths.default_desk()
    return path if path.is_file() else paths.default_desk()


SOME_MADE = 20_000      # objects between two looks for what is not needed any more
SETTLED = 300          # ms after the window is shown: its first picture stands


class Program(QObject):
    """The window and what opens desks for it."""

    def __init__(self, app: QApplication, remembered: settings.Settings, path: Path) -> None:
        super().__init__()
        self.app = app
        self.settings = remembered
        self.path = path
        theme.apply(app, remembered.theme)  # type: ignore[arg-type]  # a taste of another version falls back to light
        app.setApplicationName("Lovedesk")
        app.setDesktopFileName("lovedesk")
        app.setWindowIcon(QIcon(str(paths.resources() / "icons" / "lovedesk.svg")))
        self.window = Window(app, remembered)
        self.settling = QTimer(self.window, interval=SETTLED, singleShot=True)      # goes with the window
        self.settling.timeout.connect(self.settle)
        self.menu: Menu | None = None
        self.window.menu_wanted.connect(self.open_menu)
        self.window.sample_left.connect(self.leave_sample)
        self.window.to_remember.connect(self.remember)
        sys.excepthook = self.note_bug

    def is_first(self) -> bool:
        """Whether this is the first window on the desk; else the first one was asked to come forward."""
        return self._take(self.path)

    def _take(self, path: Path) -> bool:
        """Take a desk for this window; one that is not there yet cannot be another's, and nothing is stored for it."""
        self.only_one = OnlyOne(str(path) if path.exists() else "", self)
        self.only_one.called.connect(self.come_forward)
        return self.only_one.first

    def start(self) -> None:
        """Show the desk where it was left, or the page of the first start."""
        if self.path.exists():
            self.show_desk(self.path, Go(self.settings.place, self.settings.what), starts=True)
        else:
            self._show_start()
        self.window.show()
        self.settling.start()

    def settle(self) -> None:
        """What the first picture need not wait for."""
        gc.freeze()         # what stands now stays, and need not be looked through again
        gc.set_threshold(SOME_MADE)     # a full month alone makes thousands of records
        gc.enable()
        self.only_one.listen()
        self._made_menu()       # the palette finds what it offers
        self._remind()

    def _remind(self) -> None:
        """Begin to remind, and to stay in the tray if that is wished."""
        from lovedesk.ui.calendar_keeping import CalendarKeeping  # no start waits for these three
        from lovedesk.ui.reminding import Reminding
        from lovedesk.ui.tray import Tray

        self.tray = Tray(self.window, self.app.windowIcon())
        self.tray.refresh()
        self.tray.wanted.connect(self.window.go)
        self.tray.forward.connect(self.come_forward)
        self.tray.quit_wanted.connect(self.window.quit)
        self.window.stays = self.tray.holds
        if self.tray.icon is not None:
            self.window.closed.connect(self.app.quit)   # a window that is hidden is no last one that closes
        CalendarKeeping(self.window)
        self.reminding = Reminding(self.window)
        self.reminding.reminds.connect(self.tray.remind)
        self.window.to_remember.connect(self.tray.refresh)

    def open_menu(self) -> None:
        """Show the menu at the rail's foot."""
        self._made_menu().open()

    def _made_menu(self) -> Menu:
        if self.menu is None:
            from lovedesk.ui.menu import Menu  # dialogs and all: no start waits for them

            self.menu = Menu(self.window)
            self.menu.restore_wanted.connect(self.restore)
            self.menu.sample_wanted.connect(self.open_sample)
            self.menu.theme_wanted.connect(self.set_theme)
        return self.menu

    def remember(self) -> None:
        """Write what is to be there after a dead battery too; a look around in the sample shop leaves nothing."""
        if self.window.desk is not None and self.window.desk.path != paths.sample_desk():
            settings.save(self.settings)

    def come_forward(self) -> None:
        """Bring the window before the others."""
        self.window.show()
        self.window.setWindowState(self.window.windowState() & ~self.window.windowState().WindowMinimized)
        self.window.raise_()
        self.window.activateWindow()

    def _show_start(self, sentence: str = "") -> None:
        from lovedesk.ui.places.start import Start, shop_of  # once in the life of a desk

        name = _first_name()
        self.start_page = Start(name, shop_of(name))
        self.start_page.chosen.connect(self.begin)
        self.start_page.dropped.connect(self.begin_with)
        self.window.show_alone(self.start_page)
        self.window.say(sentence)

    def begin(self, choice: str) -> None:
        """Make the desk that the first page asks for."""
        if choice == "sample":
            self.open_sample()
        elif self._make_desk():
            self.window.go(Go("bring" if choice == "bring" else "customers"))

    def begin_with(self, files: list[str]) -> None:
        """Make the desk, with the files that were dropped on the first page."""
        if self._make_desk():
            self.window.bring_files([Path(file) for file in files])

    def _make_desk(self) -> bool:
        start = self.start_page
        try:
            desk = open_desk(self.path)
            with desk.act("shop.set_up"):
                shops.set_up(start.shop)
                if start.name.strip():
                    self.settings.keeper = shops.add_keeper(start.name)
            desk.begin_here()  # nobody means to take back their own name by one Ctrl+Z too many
        except Refused as refused:
            self.window.say(str(refused))
            return False
        self._take(self.path)
        self.only_one.listen()
        self._show(desk, Go("today"))
        return True

    def show_desk(self, path: Path, go: Go, *, starts: bool = False) -> None:
        """Open a desk file; one that cannot be opened is said, and left as it is. What fell due while it was shut is
        shown first when the program `starts`."""
        try:
            desk = open_desk(path, make=False)
        except NotADesk as damaged:
            self._show_damaged(path, str(damaged))
        except Refused as refused:
            self._show_start(str(refused))
        else:
            self._show(desk, Go("catchup") if starts and self._fell_due(desk) else go)

    def _fell_due(self, desk: Desk) -> bool:
        last_seen = self.settings.last_seen()
        return last_seen is not None and catching_up.fell_due_since(last_seen, desk.now())

    def _show_damaged(self, path: Path, sentence: str) -> None:
        """A desk that cannot be opened: its newest copy, or another one, or leave it."""
        from lovedesk.ui.damaged import Damaged  # on a bad day alone

        self.path = path
        page = Damaged(sentence, newest_copy(path))
        page.chosen.connect(self.bring_back)
        page.left.connect(self.window.close)
        self.window.show_alone(page)

    def bring_back(self, source: Path) -> None:
        """Put a copy in the place of the damaged desk, and open it."""
        try:
            aside = bring_back(self.path, source)
        except Refused as refused:
            self.window.say(str(refused))
            return
        self.show_desk(self.path, Go("today"))
        self.window.say(_("Restored from {name}. The damaged desk is kept as {aside}.").format(
            name=source.name, aside=aside.name))

    def _show(self, desk: Desk, go: Go) -> None:
        self.window.show_desk(desk, go)

    def open_sample(self) -> None:
        """Make the sample shop's own desk anew, relative to today, and show it."""
        from lovedesk.shop import sample  # only for those who look around

        self.window.leave_desk()
        try:
            desk = sample.make(paths.sample_desk(), dt.date.today())
        except Refused as refused:
            self._show_start(str(refused))
            return
        self._show(desk, Go("today"))

    def leave_sample(self) -> None:
        """Back to one's own shop; the sample's desk goes."""
        from lovedesk.shop import sample  # as above

        self.window.leave_desk()
        sample.remove(paths.sample_desk())
        self.settings.desk, self.settings.keeper = "", 0
        self.path = paths.default_desk()
        if self.path.exists():
            self.show_desk(self.path, Go("today"))
        else:
            self._show_start()

    def restore(self, source: Path) -> None:
        """Put a copy in the place of the open desk."""
        assert self.window.desk is not None  # the menu is there with a desk alone
        path = self.window.desk.path
        self.window.leave_desk()
        desk = open_desk(path)
        try:
            desk.restore(source)
            sentence = _("Restored from {name}.").format(name=source.name)
        except Refused as refused:
            sentence = str(refused)
        self._show(desk, Go("today"))
        self.window.say(sentence)

    def set_theme(self, mode: str) -> None:
        """Light, dark, or as the system is."""
        self.settings.theme = mode
        theme.apply(self.app, mode)  # type: ignore[arg-type]  # the menu offers these three
        self.remember()

    def note_bug(self, kind: type[BaseException], bug: BaseException, trace: TracebackType | None) -> None:
        """A bug goes to the log, and the quiet line says that all is safe."""
        log.error("unexpected", exc_info=(kind, bug, trace))
        self.window.say(_("Something went wrong inside Lovedesk; it is written in its log. What was stored is safe."))


def _first_name() -> str:
    """The first name of the system's account, as a first guess."""
    import getpass  # at the first start alone

    try:
        import pwd  # where there is one

        full = pwd.getpwnam(getpass.getuser()).pw_gecos.partition(",")[0]
    except (ImportError, KeyError, OSError):
        full = ""
    try:
        return (full or getpass.getuser()).split()[0].capitalize()
    except (IndexError, KeyError, OSError):
        return ""
