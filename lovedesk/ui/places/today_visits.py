"""The visits on Today: a card each, and the sheets that wait to be typed in."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lovedesk.shop import builtin, discretion, todays, touchpoints
from lovedesk.shop.timeline import Touch
from lovedesk.ui import reach, theme
from lovedesk.ui.parts import photos
from lovedesk.ui.parts.avatar import Avatar
from lovedesk.ui.parts.buttons import Link, Quiet, Second
from lovedesk.ui.parts.card import Card
from lovedesk.ui.parts.chips import Chip, Tone
from lovedesk.ui.parts.labels import ElidedLabel, Small
from lovedesk.ui.parts.reach_chip import ReachChip
from lovedesk.ui.parts.strip import Strip
from lovedesk.ui.place import Go, Place
from lovedesk.ui.reach import Way
from lovedesk.words import _, duration, joined, near, ngettext, time

SOON = 90       # minutes; a visit that begins sooner says in how many


class VisitCard(Card):
    """One visit of today: when, with whom, why, and what to bring."""

    opened = Signal(object)

    def __init__(self, place: Place) -> None:
        super().__init__(margins=QSize(16, 10))
        self.place = place
        self.reach = ReachChip(reach.of(place))
        self.touch: Touch | None = None
        self.time, self.length = ElidedLabel(role="section"), Small()
        self.time.setFont(theme.tabular(theme.font("section")))
        self.avatar = Avatar("", 40)
        self.keeper = Avatar("", 22)
        self.name, self.chip = ElidedLabel(role="section"), Chip("")
        self.people, self.say = ElidedLabel(token="ink2"), Small()
        self.bring = Small(token="ink2")
        self.sheet = Second(_("Prep sheet"), "file-text")
        self.until = Small(token="accent")
        self.sheet.clicked.connect(self._open)
        row = QHBoxLayout()
        row.setSpacing(14)
        self.body.addLayout(row)
        row.addLayout(_stacked(self.time, self.length, width=56))
        row.addWidget(self.avatar, 0, Qt.AlignmentFlag.AlignTop)
        whom = _beside(self.name, self.chip, self.keeper)
        row.addLayout(_stacked(whom, _beside(self.people, self.say), self.bring), 1)
        right = _stacked(self.sheet, self.reach, self.until)
        right.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        right.setAlignment(self.sheet, Qt.AlignmentFlag.AlignRight)
        right.setAlignment(self.reach, Qt.AlignmentFlag.AlignRight)
        right.setAlignment(self.until, Qt.AlignmentFlag.AlignHCenter)
        row.addLayout(right)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_record(self, shown: tuple[Touch, dt.datetime, bool, str | None]) -> None:
        """Show a visit, with the present moment, whether it is the next one, and where there are two of us the key of
        the picture of who goes."""
        touch, now, is_next, face = shown
        self.touch = touch
        self.time.setText("" if touch.days else time(touch.start.time()))
        self.length.setText(_("all day") if touch.days else duration(touch.minutes))
        self.keeper.setVisible(face is not None and bool(touch.keeper))
        self.keeper.show_person(touch.keeper, photos.face(face or ""))
        self.keeper.setToolTip(_("{name} goes").format(name=touch.keeper))
        self.avatar.show_person(touch.whom, photos.face(touch.photo), business=touch.kind == "business")
        self.name.setText(touch.whom)
        looking = self.place.floor.settings.looking
        occasion = builtin.occasion(discretion.occasion(touch.occasion, looking=looking))
        self._dress_chip(_("Done") if touch.done else occasion.label, "check" if touch.done else occasion.icon,
                         "green" if touch.done else occasion.tone)
        channel = builtin.channel(touch.channel)
        met = joined(touch.people)
        self.people.setText(met if touch.channel == "visit" else _("{channel} with {people}").format(
            channel=channel.label, people=met) if met else channel.label)
        says = [say for say in touch.say if say]
        self.say.setText(_("say “{words}”").format(words=says[0]) if says else "")
        self.bring.setText("" if looking else self._below(touch))
        self.bring.setVisible(bool(self.bring.text()))
        self.reach.show_way(_way(touch))
        minutes = todays.minutes_until(touch, now)
        soon = is_next and 0 <= minutes <= SOON
        self.until.setText(ngettext("in {n} minute", "in {n} minutes", minutes).format(n=minutes) if soon else "")
        self.until.setVisible(soon)
        self.sheet.setText(_("Open") if touch.done else _("Prep sheet"))
        self.sheet.setAccessibleName(_("Prep sheet for {customer} at {time}").format(
            customer=touch.whom, time=time(touch.start.time())))

    @staticmethod
    def _below(touch: Touch) -> str:
        """What to bring, else what it is about; of one that has been without value to them, that (practice B4)."""
        if touch.done and not touch.value:
            return _("Nothing of value noted yet")
        if touch.bring:
            return _("Bring: {things}").format(things=", ".join(touch.bring))
        return touch.title if touch.customer else ""

    def _dress_chip(self, text: str, icon: str, tone: str) -> None:
        tones: dict[str, Tone] = {"green": "green", "amber": "amber"}
        self.chip.setVisible(bool(text))
        self.chip.icon_name, self.chip.tone = icon, tones.get(tone, "neutral")
        self.chip.setText(text)
        self.chip.setAccessibleName(text)
        self.chip.updateGeometry()

    def mouseReleaseEvent(self, event: object) -> None:
        self._open()

    def _open(self) -> None:
        if self.touch is not None:
            self.opened.emit(self.touch.id)


def _way(touch: Touch) -> Way | None:
    """The number of a call, the place of a visit; nothing once it has been."""
    if touch.done:
        return None
    if touch.channel == "call" and touch.phone:
        return Way("phone", touch.phone, touch.customer_id, occasion=touch.occasion, touchpoint=touch.id)
    if touch.channel in {"visit", "delivery"} and touch.address:
        return Way("address", touch.address, touch.customer_id)
    return None


def _about_sheet(touch: Touch) -> str:
    """Who went, and of what repeats how many before it nobody wrote down."""
    went = _("{name} went").format(name=touch.keeper) if touch.keeper else ""
    before = ngettext("{n} more before it", "{n} more before it", touch.before).format(
        n=touch.before) if touch.before else ""
    return " · ".join(part for part in (went, before) if part)


def _beside(first: ElidedLabel, *others: QWidget) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(9)
    row.addWidget(first)
    for other in others:
        row.addWidget(other)
    row.addStretch(1)
    return line


def _stacked(*parts: QWidget, width: int = 0) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(2)
    for part in parts:
        column.addWidget(part)
        if width:
            part.setFixedWidth(width)
    column.addStretch(1)
    return column


class SheetStrip(Strip):
    """A visit whose time has passed: its sheet is typed in, or it went fine."""

    def __init__(self, place: Place) -> None:
        super().__init__("", icon="pencil-line", ground="pane")
        self.place = place
        self.touch: Touch | None = None
        self.type_in = Link(_("Type in"), tip=_("Type in what was written on it (Alt+D)"))
        self.fine = Quiet(_("Went fine"), tip=_("Nothing to add: close it (Ctrl+G)"))
        self.type_in.clicked.connect(self._type_in)
        self.fine.clicked.connect(self._went_fine)
        self.add(self.type_in)
        self.add(self.fine)

    def show_record(self, touch: Touch) -> None:
        """Show a visit that waits."""
        self.touch = touch
        today = self.place.desk.today()
        self.say(_("Sheet to type in: {customer}, {day} {time}").format(
            customer=touch.whom, day=near(touch.start.date(), today), time=time(touch.start.time())),
            _about_sheet(touch))
        self.type_in.setAccessibleName(_("Type in the sheet of {customer}").format(customer=touch.whom))
        self.fine.setAccessibleName(_("The visit to {customer} went fine").format(customer=touch.whom))

    def _type_in(self) -> None:
        if self.touch is not None:
            self.place.go.emit(Go("debrief", self.touch.id))

    def _went_fine(self) -> None:
        if self.touch is not None:
            with self.place.act("visit.went_fine", words=_("{customer}: went fine").format(
                    customer=self.touch.whom)):
                touchpoints.finish(self.touch.id, now=self.place.desk.now())
