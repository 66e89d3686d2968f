"""Our touches with a customer, planned and past, on one line through time; each opens."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lovedesk import words
from lovedesk.shop import builtin, timeline
from lovedesk.shop.builtin import Occasion
from lovedesk.shop.timeline import Touch
from lovedesk.ui import icons, theme
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.chips import Tone, chip_width, paint_chip, tone_colours
from lovedesk.ui.parts.labels import Section, paint_line
from lovedesk.ui.parts.recordlist import RecordList, Row, RowDelegate
from lovedesk.ui.place import Go, Place
from lovedesk.words import _, ngettext

HEIGHT, DISC, WORDS = 56, 25, 39
FEW = 8


class TouchRow(RowDelegate):
    """A touch: its disc on the line, what it was, why, when, and a line of words."""

    height = HEIGHT

    def __init__(self, place: Place) -> None:
        super().__init__(self._row)
        self.place = place
        self.first = self.last = 0

    def _row(self, touch: Touch) -> Row:
        return Row(self._title(touch), self._when(touch), second_line(touch),
                   sign_name=builtin.occasion_label(touch.occasion))

    def paint_row(self, painter: QPainter, room: QRectF, record: Any) -> None:
        """Paint it into `room`."""
        assert isinstance(record, Touch)
        t = theme.tokens()
        room = room.adjusted(-16, 0, 10, 0)
        middle = room.left() + DISC / 2 + 1
        painter.setPen(QPen(t.line, 2))
        top = room.top() + 6
        if record.id != self.first:
            painter.drawLine(QRectF(middle, room.top(), 0, top - 3 - room.top()).topLeft(), QRectF(
                middle, top - 3, 0, 0).topLeft())
        if record.id != self.last:
            painter.drawLine(QRectF(middle, top + DISC + 3, 0, 0).topLeft(), QRectF(
                middle, room.bottom(), 0, 0).topLeft())
        icon, ground, ink = self._disc(record)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawEllipse(QRectF(room.left() + 1, top, DISC, DISC))
        icons.paint(painter, QRectF(room.left() + 1 + 4.5, top + 4.5, 16, 16), icon, ink)
        self._paint_words(painter, room.adjusted(WORDS, 4, 0, 0), record)

    def _paint_words(self, painter: QPainter, room: QRectF, record: Touch) -> None:
        t = theme.tokens()
        line = QRectF(room.left(), room.top(), room.width(), 20)
        taken = paint_line(painter, line, self._when(record), "small", t.ink2, right=True)
        line.setRight(line.right() - taken)
        used = paint_line(painter, line, self._title(record), "strong", t.ink)
        occasion = builtin.occasion(record.occasion) if record.occasion else None
        if occasion is not None:
            wide = chip_width(occasion.label, icon=False)
            if used + wide < line.width():
                chip = QRectF(line.left() + used - 2, line.top() + 1, wide, 18)
                paint_chip(painter, chip, occasion.label, tone=_tone(occasion))
        below = QRectF(room.left(), room.top() + 21, room.width(), 19)
        paint_line(painter, below, second_line(record), "small", t.ink2)

    def _disc(self, touch: Touch) -> tuple[str, Any, Any]:
        t = theme.tokens()
        if touch.cancelled:
            return "x", t.hover, t.ink3
        if not touch.done:
            return "calendar-blank", t.accenttint, t.accent
        occasion = builtin.occasion(touch.occasion)
        if touch.occasion and _tone(occasion) != "neutral":
            ground, ink = tone_colours(_tone(occasion))
            return occasion.icon, ground, ink
        return builtin.channel(touch.channel).icon, t.hover, t.ink2

    def _title(self, touch: Touch) -> str:
        channel = builtin.channel_label(touch.channel)
        if touch.cancelled:
            return _("{channel} cancelled").format(channel=channel)
        if touch.done:
            return channel
        if touch.start <= self.place.desk.now():
            return _("{channel}, sheet to type in").format(channel=channel)
        return _("{channel} planned").format(channel=channel)

    def _when(self, touch: Touch) -> str:
        day = words.near(touch.start.date(), self.place.desk.today())
        if touch.done or touch.cancelled:
            return day
        return _("{day}, {time}").format(day=day, time=words.time(touch.start.time()))


def _tone(occasion: Occasion) -> Tone:
    return "green" if occasion.tone == "green" else "amber" if occasion.tone == "amber" else "neutral"


def second_line(touch: Touch) -> str:
    """The words of a touch on one line: its title, what was of use, what was said or noted."""
    for text in (touch.title, touch.value, touch.notes, touch.said):
        if text:
            return " ".join(text.split())
    return words.joined(touch.people)


class TouchList(RecordList):
    """As high as its rows; the page around it scrolls."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()


class Timeline(QWidget):
    """The newest few touches, all of them on a press."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.all_of = 0
        self.customer = 0
        self.title = Section(_("Timeline"))
        self.row = TouchRow(place)
        self.rows = TouchList(self.row, name=_("Timeline"))
        self.rows.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.opened.connect(self._opened)
        self.rows.clicked.connect(self._clicked)
        self.more = Link("")
        self.more.clicked.connect(self._show_all)
        foot = QHBoxLayout()
        foot.addWidget(self.more)
        foot.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.rows)
        column.addLayout(foot)

    def show_touches(self, customer: int) -> None:
        """Show our touches with a customer."""
        self.customer = customer
        touches = timeline.of_customer(customer)
        done = sum(touch.done for touch in touches)
        shown = touches if self.all_of == customer else touches[:FEW]
        self.setVisible(bool(touches))
        if not touches:
            return
        self.title.set_texts(_("Timeline"), ngettext("{n} time in touch", "{n} times in touch", done).format(n=done))
        self.row.first, self.row.last = shown[0].id, shown[-1].id
        self.rows.show_records(shown)
        self.rows.setFixedHeight(len(shown) * HEIGHT + 2)
        self.more.setText(_("Show all {n}").format(n=len(touches)))
        self.more.setVisible(len(shown) < len(touches))

    def _show_all(self) -> None:
        self.all_of = self.customer
        self.show_touches(self.customer)

    def _clicked(self) -> None:
        self._opened(self.rows.current())

    def _opened(self, touchpoint: object) -> None:
        if isinstance(touchpoint, int):
            self.place.go.emit(Go("visit", touchpoint))
