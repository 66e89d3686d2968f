"""What the debrief is typed into: ticks and fields from which Enter goes on to the next, in the order of the sheet."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMoveEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from lovedesk.shop.items import Item
from lovedesk.ui import theme
from lovedesk.ui.parts.labels import paint_line
from lovedesk.ui.parts.saving_field import ENTER, SavingLine, SavingText
from lovedesk.ui.parts.tick import Tick
from lovedesk.words import _, date_full, time

LEAD = 24           # of a heading above a box


class ItemTick(Tick):
    """An item's box: Space ticks it or takes the tick away, Enter ticks it and goes on. `ticked(item, on)`."""

    ticked = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__("")
        self.item = 0
        self.heading = ""
        self.clicked.connect(self._clicked)

    def show_record(self, item: Item) -> None:
        """Show an item."""
        self.item = item.id
        self.setText(item.text.replace("&", "&&"))
        self.setChecked(item.ticked)
        self.setToolTip(_("Ticked on {day} at {time}").format(
            day=date_full(item.ticked_at.date()), time=time(item.ticked_at.time())) if item.ticked_at else "")
        self.updateGeometry()

    def show_heading(self, heading: str) -> None:
        """Show the heading that it is the first one under; none for the others."""
        self.heading, self.lead = heading, LEAD if heading else 0
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.heading:
            paint_line(QPainter(self), QRectF(0, 0, self.width(), LEAD), self.heading, "small_strong",
                       theme.tokens().ink2)

    def _clicked(self, on: bool) -> None:
        self.ticked.emit(self.item, on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if not self.isChecked():
                self.click()
            go_on(self)
            return
        super().keyPressEvent(event)


class ChasedTick(Tick):
    """Whether they had to chase us (practice C4): Space ticks it, Enter goes on."""

    def __init__(self) -> None:
        super().__init__(_("They had to chase us"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            go_on(self)
            return
        super().keyPressEvent(event)


class Answer(SavingText):
    """A text of mostly one line: Enter keeps it and goes on, Shift+Enter begins another line."""

    def __init__(self, *, name: str, placeholder: str = "") -> None:
        super().__init__(name=name, placeholder=placeholder, lines=1, most=8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and event.modifiers() in {Qt.KeyboardModifier.NoModifier,
                                                          Qt.KeyboardModifier.KeypadModifier}:
            self.tell()
            go_on(self)
            return
        super().keyPressEvent(event)


class NewLine(SavingLine):
    """A line for one thing more: `left` tells it. Enter in an empty one goes on; Tab in one with words asks for its
    day, where whoever hears `left` takes `wants_day` away and gives the focus to the day."""

    def __init__(self, *, name: str, placeholder: str) -> None:
        super().__init__("", name=name, placeholder=placeholder)
        self.wants_day = False
        self.pushed = QTimer(self, singleShot=True, interval=0)    # down, by what was kept; the page grows after it
        self.pushed.timeout.connect(self._stay_in_sight)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not self.text().strip():
            go_on(self)
            return
        super().keyPressEvent(event)
        if event.key() in ENTER:
            event.accept()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        if self.hasFocus():
            self.pushed.start()

    def _stay_in_sight(self) -> None:
        if self.hasFocus():
            bring_into_view(self)

    def focusNextPrevChild(self, forward: bool) -> bool:
        if forward and self.text().strip():
            self.wants_day = True
            self.tell()
            if not self.wants_day:
                return True
            self.wants_day = False
        return super().focusNextPrevChild(forward)


def go_on(field: QWidget) -> None:
    """Give the focus to the next box or text on the page; small things beside a text are left out."""
    following = field.nextInFocusChain()
    while following is not None and following is not field:
        if isinstance(following, (ItemTick, SavingText, NewLine)) and following.isVisible():
            following.setFocus(Qt.FocusReason.ShortcutFocusReason)      # as by Tab, whichever key it was
            bring_into_view(following)
            return
        following = following.nextInFocusChain()


def bring_into_view(field: QWidget) -> None:
    """Scroll the page so far that a field is seen."""
    around = field.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if isinstance(around, QScrollArea):
        around.ensureWidgetVisible(field)
