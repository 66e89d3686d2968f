"""How often to be in touch with a customer, when it was last, and whether it was only ever for our needs (B1, F1)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lovedesk import words
from lovedesk.shop import good_times, in_touch, over_the_year, rhythms
from lovedesk.shop.good_times import Good
from lovedesk.shop.in_touch import Silent
from lovedesk.shop.rhythms import Rhythm
from lovedesk.ui.parts.buttons import Link, Quiet
from lovedesk.ui.parts.labels import Section, WrappedLabel
from lovedesk.ui.parts.strip import Strip
from lovedesk.ui.place import Go, Place
from lovedesk.ui.places.rhythm_form import RhythmForm
from lovedesk.ui.signals import Progress
from lovedesk.words import _


class ProfileInTouch(QWidget):
    """A few quiet lines at the side of a profile."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.customer = 0
        self.own: Rhythm | None = None
        self.rhythm = Quiet("", "repeat")
        self.form = RhythmForm()
        self.words = WrappedLabel("", role="small", token="ink2", column=280)
        self.pointed = Strip("", icon="smiley", ground="pane")
        self.plan = Link(_("Plan a visit when all is great"))
        self.year = Link(_("Over the year"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        left = Qt.AlignmentFlag.AlignLeft
        column.addWidget(Section(_("In touch")))
        column.addWidget(self.rhythm, 0, left)
        column.addWidget(self.form)
        column.addWidget(self.words)
        column.addWidget(self.pointed)
        column.addWidget(self.plan, 0, left)
        column.addWidget(self.year, 0, left)
        self.form.hide()
        self.rhythm.clicked.connect(self._open_form)
        self.form.picked.connect(self._picked)
        self.plan.clicked.connect(self._plan)
        self.year.clicked.connect(self._open_year)

    def show_in_touch(self, customer: int) -> None:
        """Show how it stands with a customer."""
        if customer != self.customer:
            self.form.hide()
        self.customer = customer
        one = in_touch.of(customer)
        self.setVisible(one is not None)
        if one is None:
            return
        self.own = one.rhythm if one.rhythm and not one.rhythm.tag else None
        if not self.form.isHidden():
            self.form.show_rhythm(self.own)
        self.rhythm.setText(one.rhythm.words() if one.rhythm else _("How often to be in touch…"))
        self.rhythm.setToolTip(_("How often to be in touch"))
        self.words.setText(self._said(one))
        self.words.setVisible(bool(self.words.text()))
        self._show_pointed()

    def _said(self, one: Silent) -> str:
        today = self.place.desk.today()
        said = [_("As for all of #{tag}").format(tag=one.rhythm.tag)] if one.rhythm and one.rhythm.tag else []
        said += [_("Their last sign: {day}").format(day=words.near(one.sign, today))] if one.sign else []
        paused = rhythms.paused_until(one.id)
        if paused and paused > today:
            said.append(_("Asked again on {day}").format(day=words.near(paused, today)))
        return "\n".join(said)

    def _show_pointed(self) -> None:
        looking = self.place.floor.settings.looking
        found = [] if looking else over_the_year.only_for_our_needs(
            self.place.desk.today(), customer=self.customer)
        for one in found:
            self.pointed.say(_("Seen only for our own needs"), one.words())
        self.pointed.setVisible(bool(found))
        self.plan.setVisible(bool(found))
        self.year.setVisible(not looking)

    def settle(self) -> None:
        """Put the form away."""
        self.form.hide()

    def _open_form(self) -> None:
        self.form.show_rhythm(self.own)
        self.form.setVisible(self.form.isHidden())
        if not self.form.isHidden():
            self.form.wish.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _picked(self, wish: int, most: int) -> None:
        with self.place.act("rhythm.set"):
            rhythms.set_for([self.customer], wish, most)

    def _plan(self) -> None:
        """Plan the visit at a good time, which is worked out aside."""
        whom, now = self.customer, self.place.desk.now()

        def work(_progress: Progress) -> Good:
            return good_times.propose([whom], now, ours="visit")[whom]

        self.place.floor.aside.run("", work, self._plan_then, self.place.said.emit)

    def _plan_then(self, good: Good) -> None:
        said = _("Planned for {when}").format(when=good.when(self.place.desk.today()))
        with self.place.act("visit.plan", words=said):
            good_times.plan(good, keeper=self.place.floor.settings.keeper or None, great=True)

    def _open_year(self) -> None:
        self.place.go.emit(Go("good_times", self.customer))
