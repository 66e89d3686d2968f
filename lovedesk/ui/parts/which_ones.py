"""What repeats asks in its page: this one alone, this and the later ones, or all of them?"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from lovedesk.shop.series import ALL, LATER, THIS
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.strip import Strip
from lovedesk.words import _


class WhichOnes(Strip):
    """Asks which ones are meant; `chosen` tells "this", "later" or "all". Esc, and "this one", put it away."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", icon="repeat", ground="pane", parent=parent)
        self.this = Link(_("This one alone"))
        self.later = Link(_("This and later ones"))
        self.all = Link(_("All of them"))
        for link, slot in ((self.this, self._this), (self.later, self._later), (self.all, self._all)):
            link.clicked.connect(slot)
            self.add(link)
        self.hide()

    def ask(self, sentence: str, second: str = "", *, focus: bool = False, alone: bool = True) -> None:
        """Ask, with the keys on the first answer where something waits for it; without `alone` this one by itself is no
        answer."""
        self.this.setVisible(alone)
        self.say(sentence, second)
        self.setAccessibleName(sentence)
        self.show()
        if focus:
            (self.this if alone else self.later).setFocus(Qt.FocusReason.OtherFocusReason)

    def _this(self) -> None:
        self._answer(THIS)

    def _later(self) -> None:
        self._answer(LATER)

    def _all(self) -> None:
        self._answer(ALL)

    def _answer(self, which: str) -> None:
        self.hide()
        self.chosen.emit(which)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)
