"""What stands above a visit's checklist: the reason asked for, why it is cancelled, or what was written afterwards."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lovedesk import words
from lovedesk.shop import series, touchpoints
from lovedesk.shop.visits import VisitPage
from lovedesk.ui.parts.buttons import Link, Quiet, Second
from lovedesk.ui.parts.card import Card
from lovedesk.ui.parts.enter_line import EnterLine
from lovedesk.ui.parts.labels import Section, Small, WrappedLabel
from lovedesk.ui.parts.strip import Strip
from lovedesk.ui.parts.which_ones import WhichOnes
from lovedesk.ui.place import Place
from lovedesk.words import _


class CancelPane(Card):
    """Asks why it will not be, in place; Enter cancels the visit, Esc leaves it planned."""

    closed = Signal()

    def __init__(self, place: Place) -> None:
        super().__init__(margins=QSize(18, 14))
        self.place = place
        self.touchpoint = 0
        self.why = EnterLine(name=_("Why it will not be"), placeholder=_("a few words, or none; Enter cancels it"))
        cancel = Second(_("Cancel it"))
        keep = Quiet(_("Keep it planned"))
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(keep)
        foot.addWidget(cancel)
        self.body.addWidget(Section(_("Why will it not be?"), _("it stays in the timeline with the reason")))
        self.body.addWidget(self.why)
        self.body.addLayout(foot)
        self.which = WhichOnes()
        self.body.addWidget(self.which)
        self.which.chosen.connect(self._cancel_those)
        self.why.entered.connect(self._cancel)
        self.why.given_up.connect(self.close_up)
        cancel.clicked.connect(self._pressed)
        keep.clicked.connect(self.close_up)
        self.hide()

    def ask(self, touchpoint: int) -> None:
        """Ask for the reason."""
        self.touchpoint = touchpoint
        self.why.clear()
        self.which.hide()
        self.show()
        self.why.setFocus()

    def close_up(self) -> None:
        """Put the question away."""
        self.hide()
        self.closed.emit()

    def _pressed(self) -> None:
        self._cancel(self.why.text())

    def _cancel(self, _why: str) -> None:
        if series.of(self.touchpoint) is not None:
            self.which.ask(_("Which ones are cancelled?"), _("What is done stays"), focus=True)
            return
        self._cancel_those(series.THIS)

    def _cancel_those(self, which: object) -> None:
        alone = which == series.THIS
        told = _("Visit cancelled") if alone else _("Visit cancelled, they repeat no more")
        with self.place.act("visit.cancel", field=self.why, words=told):
            touchpoints.cancel(self.touchpoint, self.why.text(), now=self.place.desk.now())
            if not alone:
                series.stop(self.touchpoint, str(which))
            self.close_up()


class CancelledStrip(Strip):
    """Says that it is cancelled and why, and can plan it again."""

    def __init__(self, place: Place) -> None:
        super().__init__("", icon="x", ground="pane")
        self.place = place
        self.touchpoint = 0
        again = Link(_("Plan it again"))
        again.clicked.connect(self._reopen)
        self.add(again)

    def show_page(self, page: VisitPage) -> None:
        """Show a cancelled visit; hidden for others."""
        self.touchpoint = page.id
        self.setVisible(page.cancelled_at is not None)
        if page.cancelled_at is not None:
            self.say(_("Cancelled {day}").format(day=words.near(page.cancelled_at.date(), self.place.desk.today())),
                     page.cancelled_why)

    def _reopen(self) -> None:
        with self.place.act("visit.reopen", words=_("Planned again")):
            touchpoints.reopen(self.touchpoint)


class Written(QWidget):
    """What was written of a visit that is done: notes, what was of use, their own words."""

    debrief_wanted = Signal()

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.day = Section(_("How it was"))
        self.nothing = QWidget()
        self.fields: dict[str, tuple[Small, WrappedLabel]] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 10)
        column.setSpacing(4)
        column.addWidget(self.day)
        for name, word in (("notes", _("Notes")), ("value", _("What was of use to them")),
                           ("said", _("What they said themselves"))):
            label = Small(word)
            text = WrappedLabel(role="quote" if name == "said" else "body")
            self.fields[name] = (label, text)
            column.addWidget(label)
            column.addWidget(text)
        say = Link(_("Say what was of use"))
        say.clicked.connect(self.debrief_wanted)
        line = QHBoxLayout(self.nothing)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(Small(_("Nothing of value to them is noted")))
        line.addWidget(say)
        line.addStretch()
        column.addWidget(self.nothing)

    def show_page(self, page: VisitPage) -> None:
        """Show what was written, and that nothing of value to them was (practice B4); hidden while it is open."""
        texts = {"notes": page.notes, "value": page.value, "said": page.said}
        for name, (label, text) in self.fields.items():
            text.setText(texts[name])
            label.setVisible(bool(texts[name]))
            text.setVisible(bool(texts[name]))
        self.nothing.setVisible(not page.value and not self.place.floor.settings.looking)
        self.setVisible(page.done_at is not None)
