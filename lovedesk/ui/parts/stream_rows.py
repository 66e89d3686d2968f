"""Rows of the timeline: a disc on a line through time, what it was, why, when, and a line of words."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from lovedesk import words
from lovedesk.shop import builtin, stream, topics
from lovedesk.shop.builtin import Occasion
from lovedesk.shop.stream import Event
from lovedesk.ui import icons, theme
from lovedesk.ui.parts.chips import Tone, chip_width, paint_chip, tone_colours
from lovedesk.ui.parts.labels import paint_line
from lovedesk.ui.parts.recordlist import Row, RowDelegate
from lovedesk.ui.place import Place
from lovedesk.words import _

HEIGHT, DISC, WORDS = 56, 25, 39
_AGREED = {"accommodation": "check-circle", "request": "hourglass-medium"}


class EventRow(RowDelegate):
    """One event. `first` and `last` are the ids at which the line begins and ends; `named` tells the customer too."""

    height = HEIGHT

    def __init__(self, place: Place, *, named: bool = False) -> None:
        super().__init__(self._row)
        self.place = place
        self.named = named
        self.first = self.last = 0
        self.icons: dict[str, str] = {}

    def begin(self, events: list[Event]) -> None:
        """Look up once what the rows of these events need to be painted."""
        self.first, self.last = (events[0].id, events[-1].id) if events else (0, 0)
        self.icons = {event.what: topics.get(event.what).icon for event in events if event.kind == stream.DETAIL}

    def _row(self, event: Event) -> Row:
        return Row(self._title(event), self._when(event), second_line(event, named=self.named),
                   sign_name=builtin.occasion_label(event.occasion))

    def paint_row(self, painter: QPainter, room: QRectF, record: Any) -> None:
        """Paint it into `room`."""
        assert isinstance(record, Event)
        room = room.adjusted(-16, 0, 10, 0)
        top = room.top() + 6
        self._paint_line(painter, room, top, record)
        icon, ground, ink = self._disc(record)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawEllipse(QRectF(room.left() + 1, top, DISC, DISC))
        icons.paint(painter, QRectF(room.left() + 1 + 4.5, top + 4.5, 16, 16), icon, ink)
        self._paint_words(painter, room.adjusted(WORDS, 4, 0, 0), record)

    def _paint_line(self, painter: QPainter, room: QRectF, top: float, event: Event) -> None:
        middle = room.left() + DISC / 2 + 1
        painter.setPen(QPen(theme.tokens().line, 2))
        above, below = QRectF(middle, room.top(), 0, top - 3 - room.top()), QRectF(middle, top + DISC + 3, 0, 0)
        below.setBottom(room.bottom())
        if event.id != self.first:
            painter.drawLine(above.topLeft(), above.bottomLeft())
        if event.id != self.last:
            painter.drawLine(below.topLeft(), below.bottomLeft())

    def _paint_words(self, painter: QPainter, room: QRectF, event: Event) -> None:
        t = theme.tokens()
        line = QRectF(room.left(), room.top(), room.width(), 20)
        taken = paint_line(painter, line, self._when(event), "small", t.ink2, right=True)
        line.setRight(line.right() - taken)
        used = paint_line(painter, line, self._title(event), "strong", t.ink)
        occasion = builtin.occasion(event.occasion) if event.occasion else None
        if occasion is not None:
            wide = chip_width(occasion.label, icon=False)
            if used + wide < line.width():
                chip = QRectF(line.left() + used - 2, line.top() + 1, wide, 18)
                paint_chip(painter, chip, occasion.label, tone=_tone(occasion))
        below = QRectF(room.left(), room.top() + 21, room.width(), 19)
        paint_line(painter, below, second_line(event, named=self.named), "small", t.ink2)

    def _disc(self, event: Event) -> tuple[str, QColor, QColor]:
        t = theme.tokens()
        match event.kind:
            case stream.DETAIL:
                return self.icons.get(event.what, "file-text"), t.hover, t.ink2
            case stream.JOB:
                return "armchair", t.hover, t.ink2
            case stream.AGREED:
                return _AGREED.get(event.what, "handshake"), t.hover, t.ink2
            case stream.FOLLOWUP:
                return ("check" if event.state == "done" else "x"), t.hover, t.ink2
            case stream.CHANGE:
                return "pencil-line", t.hover, t.ink3
        return self._touch_disc(event, t)

    def _touch_disc(self, event: Event, t: theme.Tokens) -> tuple[str, QColor, QColor]:
        if event.state == "cancelled":
            return "x", t.hover, t.ink3
        if event.state != "done":
            return "calendar-blank", t.accenttint, t.accent
        occasion = builtin.occasion(event.occasion)
        if event.occasion and _tone(occasion) != "neutral":
            ground, ink = tone_colours(_tone(occasion))
            return occasion.icon, ground, ink
        return builtin.channel(event.what).icon, t.hover, t.ink2

    def _title(self, event: Event) -> str:
        if event.kind == stream.FOLLOWUP:
            done = _("Done: {title}") if event.state == "done" else _("Dropped: {title}")
            return done.format(title=event.title)
        if event.kind != stream.TOUCH or event.state == "done":
            return event.title
        return {"cancelled": _("{channel} cancelled"), "waits": _("{channel}, sheet to type in"),
                "planned": _("{channel} planned")}[event.state].format(channel=event.title)

    def _when(self, event: Event) -> str:
        day = words.near(event.at.date(), self.place.desk.today())
        if not event.timed or event.state in {"done", "cancelled"}:
            return day
        return _("{day}, {time}").format(day=day, time=words.time(event.at.time()))


def _tone(occasion: Occasion) -> Tone:
    return "green" if occasion.tone == "green" else "amber" if occasion.tone == "amber" else "neutral"


def second_line(event: Event, *, named: bool) -> str:
    """The words of an event on one line, with the customer where several are told of, and who it was; that a touch
    was of no value to them that is noted is seen, and no more than that (practice B4)."""
    said = (event.name if named else "", event.words, event.who,
            _("nothing of value noted") if event.plain else "")
    return "  ·  ".join(part for part in said if part)
