"""How often to be in touch: two pickers, what is wished for and the limit."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from lovedesk.shop import rhythms
from lovedesk.shop.rhythms import Rhythm
from lovedesk.ui.parts.labels import Small
from lovedesk.ui.parts.picker import Picker
from lovedesk.words import _


class RhythmForm(QWidget):
    """`picked(wish, most)` in days, as soon as one of them is picked."""

    picked = Signal(int, int)

    def __init__(self, *, none: str = "") -> None:
        super().__init__()
        self.wish = Picker(name=_("Wished for"))
        self.most = Picker(name=_("At the latest"))
        self.none = none or _("No rhythm")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        for number, (word, picker) in enumerate(((_("Wished for"), self.wish), (_("At the latest"), self.most))):
            label = Small(word)
            label.setBuddy(picker)
            grid.addWidget(label, 0, number)
            grid.addWidget(picker, 1, number)
            picker.setMinimumWidth(132)
            picker.setSizeAdjustPolicy(Picker.SizeAdjustPolicy.AdjustToContents)
            picker.activated.connect(self._pick)
        grid.setColumnStretch(2, 1)

    def show_rhythm(self, rhythm: Rhythm | None) -> None:
        """Show what is stored."""
        wish, most = (rhythm.wish, rhythm.most) if rhythm else (0, 0)
        _fill(self.wish, self.none, wish, rhythms.words)
        _fill(self.most, _("No limit"), most, _after)

    def _pick(self) -> None:
        wish, most = self.wish.currentData(), self.most.currentData()
        self.picked.emit(wish, most if wish else 0)


def _after(days: int) -> str:
    return _("After {time}").format(time=rhythms.span(days))


def _fill(picker: Picker, none: str, chosen: int, said: object) -> None:
    assert callable(said)
    picker.clear()
    picker.addItem(none, 0)
    for days in sorted({*rhythms.OFFERED, chosen} - {0}):
        picker.addItem(said(days), days)
    picker.setCurrentIndex(picker.findData(chosen))
