"""The frame of the one window: the rail, the stack of places, the quiet line, the strips above, its size and ground."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from lovedesk.settings import Settings
from lovedesk.ui import theme
from lovedesk.ui.parts.focus_ring import FocusRing
from lovedesk.ui.parts.rail import Rail
from lovedesk.words import _

if TYPE_CHECKING:
    from lovedesk.ui.parts.marks import Mark
    from lovedesk.ui.parts.progress_strip import ProgressStrip
    from lovedesk.ui.parts.toast import Toast

SMALLEST = (1024, 640)
FIRST_SIZE = (1280, 720)
TITLE = 32          # of the screen's height, for the title that the system puts above a window


class Frame(QWidget):
    """What stands around the places; it knows no desk. `undo_wanted` and `cancel_wanted` come from its lines."""

    undo_wanted = Signal()
    cancel_wanted = Signal()
    sample_left = Signal()
    looked_away = Signal()

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.setWindowTitle("Lovedesk")
        self.setMinimumSize(*SMALLEST)
        self.setAcceptDrops(True)
        self.rail = Rail([("today", "sun-horizon", _("Today")), ("customers", "users", _("Customers")),
                          ("calendar", "calendar-blank", _("Calendar")),
                          ("checklists", "check-square-offset", _("Checklists"))])
        self.stack = QStackedWidget()
        self._lay_out()
        self.doing = ""
        self.ring = FocusRing(app, self)
        self._take_size()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        right = QVBoxLayout()
        right.setSpacing(0)
        self.over = QVBoxLayout()       # the sample's mark and the progress of long work
        right.addLayout(self.over)
        right.addWidget(self.stack, 1)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self.rail.hide()

    # What most starts never show is made when it is first wanted.

    @cached_property
    def toast(self) -> Toast:
        """The quiet line."""
        from lovedesk.ui.parts.toast import Toast

        made = Toast(self)
        made.undo.connect(self.undo_wanted)
        return made

    @cached_property
    def progress(self) -> ProgressStrip:
        """The strip of long work."""
        from lovedesk.ui.parts.progress_strip import ProgressStrip

        made = ProgressStrip()
        made.cancelled.connect(self.cancel_wanted)
        self.over.addWidget(made)
        return made

    @cached_property
    def mark(self) -> Mark:
        """The mark of the sample shop."""
        from lovedesk.ui.parts.marks import sample_mark

        made = sample_mark()
        made.left.connect(self.sample_left)
        self.over.insertWidget(0, made)
        return made

    @cached_property
    def looking(self) -> Mark:
        """The mark of a screen at which someone else is looking."""
        from lovedesk.ui.parts.marks import looking_mark

        made = looking_mark()
        made.left.connect(self.looked_away)
        self.over.insertWidget(0, made)
        return made

    def _take_size(self) -> None:
        screen = QGuiApplication.primaryScreen().availableGeometry()
        wanted = QRect(*self.settings.window) if len(self.settings.window) == 4 else QRect()
        if wanted.isValid() and screen.intersects(wanted):
            self.setGeometry(wanted)
        else:
            self.resize(min(FIRST_SIZE[0], screen.width()), min(FIRST_SIZE[1], screen.height() - TITLE))
        if self.settings.maximised:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def tell_done(self, words: str) -> None:
        """Say what was done, with its Undo."""
        self.toast.say(words)

    def say(self, sentence: str) -> None:
        """Say a sentence in the quiet line; an empty one is nothing to say."""
        if sentence:
            self.toast.say(sentence, undo=False)

    def long_began(self, words: str) -> None:
        """Show that long work goes on: pages can be read, fields not written."""
        self.doing = words
        self.progress.show_work(words)
        self._set_read_only(on=True)

    def long_goes_on(self, done: int, total: int) -> None:
        """Show how far it is."""
        self.progress.show_work(self.doing, done, total)

    def long_ended(self) -> None:
        """The work is over: fields can be written again."""
        self.progress.hide()
        self._set_read_only(on=False)

    def _set_read_only(self, *, on: bool) -> None:
        for line in self.stack.findChildren(QLineEdit):
            line.setReadOnly(on)
        for text in self.stack.findChildren(QPlainTextEdit):
            text.setReadOnly(on)

    def keep_typed(self) -> None:
        """Leave the field that is being typed in, which keeps it."""
        focused = self.focusWidget()
        if isinstance(focused, (QLineEdit, QPlainTextEdit)):
            focused.clearFocus()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.tokens().paper)
