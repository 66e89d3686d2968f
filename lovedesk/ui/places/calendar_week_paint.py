"""How the week is painted: the ground of opening hours, what lies on it, the line of now, and what is dragged."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from lovedesk import words
from lovedesk.shop import builtin, months
from lovedesk.shop.months import Entry
from lovedesk.shop.opening import DayOpen
from lovedesk.shop.overlaps import Stretch
from lovedesk.ui import icons, theme
from lovedesk.ui.parts.labels import paint_line
from lovedesk.ui.places.calendar_cell import ICON, small_print
from lovedesk.ui.places.calendar_moves import Wish, when
from lovedesk.ui.places.calendar_spans import Run
from lovedesk.ui.places.calendar_week_shape import DAYS, NAMES, TIMES, Bar, Shape
from lovedesk.ui.places.calendar_words import at_once, block_lines, names_of, readings, sign
from lovedesk.words import _, ngettext

DIMMED = 0.5            # what is done
MARKED, BOLD = 90, 1.08     # from which width there is room for a mark; how much wider strong words are
TIGHT = 40              # in which no more than a few letters fit
STRIPE = 3              # at the left of what has a time


class Scene(NamedTuple):
    """What is painted besides the entries."""

    now: dt.datetime
    day: dt.date
    open: dict[dt.date, DayOpen]
    scrolled: int
    height: int
    reached: Entry | None
    wish: Wish | None
    focused: bool
    by_keys: bool


def week(painter: QPainter, shape: Shape, scene: Scene) -> None:
    """Paint all of it."""
    _paint_ground(painter, shape, scene)
    painter.save()
    painter.setClipRect(QRectF(0, shape.top, shape.width, scene.height - shape.top))
    painter.translate(0, shape.top - scene.scrolled)
    _paint_hours(painter, shape, scene)
    for block in shape.blocks:
        if block.rect.bottom() >= scene.scrolled and block.rect.top() <= scene.scrolled + scene.height:
            paint_block(painter, block.rect, block.part)
            _paint_ring(painter, block.rect, block.part.entry, scene)
    _paint_now(painter, shape, scene)
    _paint_ghost(painter, shape, scene)
    painter.restore()
    _paint_names(painter, shape, scene)
    for bar in shape.bars:
        _paint_bar(painter, bar)
        _paint_ring(painter, bar.rect, bar.run.entry, scene)
    painter.setPen(theme.tokens().ink2)
    painter.setFont(small_print().font)
    for more in shape.more:
        painter.drawText(more.rect.adjusted(6, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter,
                         ngettext("and {n} more", "and {n} more", more.hidden).format(n=more.hidden))
    _paint_bar_ghost(painter, shape, scene)


def _paint_ground(painter: QPainter, shape: Shape, scene: Scene) -> None:
    """Days and hours on which nobody is expected to work lie in the shade."""
    t = theme.tokens()
    for n in range(DAYS):
        day = shape.first + dt.timedelta(n)
        told, column = scene.open.get(day), shape.column(day)
        if told is None:
            continue
        if told.free or told.spans == []:
            painter.fillRect(QRectF(column.left(), NAMES - 4, column.width(), scene.height), t.pane)
            continue
        painter.save()
        painter.setClipRect(QRectF(column.left(), shape.top, column.width(), scene.height - shape.top))
        painter.translate(0, shape.top - scene.scrolled)
        shut = 0
        for span in told.spans or []:
            _shade(painter, shape, column, shut, span.start)
            shut = span.end
        if told.spans:
            _shade(painter, shape, column, shut, 24 * 60)
        painter.restore()


def _shade(painter: QPainter, shape: Shape, column: QRectF, start: int, end: int) -> None:
    if end > start:
        painter.fillRect(QRectF(column.left(), shape.y_of(start), column.width(), shape.y_of(end) - shape.y_of(start)),
                         theme.tokens().pane)


def _paint_hours(painter: QPainter, shape: Shape, scene: Scene) -> None:
    t, small = theme.tokens(), small_print()
    painter.setFont(theme.tabular(small.font))
    first = int(scene.scrolled / shape.hour)
    last = min(24, int((scene.scrolled + scene.height) / shape.hour) + 1)
    for hour in range(first, last + 1):
        y = round(shape.y_of(hour * 60)) + 0.5
        painter.setPen(QPen(t.line, 1))
        painter.drawLine(QPointF(TIMES, y), QPointF(shape.width, y))
        if hour < 24 and y - small.line / 2 >= scene.scrolled - 2:
            painter.setPen(t.ink2)
            painter.drawText(QRectF(0, y - small.line / 2, TIMES - 9, small.line),
                             Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words.time(dt.time(hour)))


def _paint_names(painter: QPainter, shape: Shape, scene: Scene) -> None:
    t, small = theme.tokens(), small_print()
    painter.setPen(QPen(t.line, 1))
    for n in range(1, DAYS):
        x = round(TIMES + n * shape.wide) + 0.5
        painter.drawLine(QPointF(x, NAMES - 4), QPointF(x, scene.height))
    painter.drawLine(QPointF(TIMES, round(shape.top) + 0.5), QPointF(shape.width, round(shape.top) + 0.5))
    for n in range(DAYS):
        day = shape.first + dt.timedelta(n)
        name = _("{weekday} {day}").format(weekday=words.weekday(day), day=day.day)
        left = shape.column(day).left()
        wide = small.metrics.horizontalAdvance(name)
        room = QRectF(left + 8, 2, shape.wide - 10, 24)
        pill = QRectF(left + 3, 2, min(wide + 18, shape.wide - 6), 24)
        painter.setFont(small.font)
        if day == scene.now.date():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(t.accent)
            painter.drawRoundedRect(pill, 12, 12)
            painter.setFont(small.strong)
            painter.setPen(t.onaccent)
            painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, name)
        else:
            painter.setPen(t.ink2)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
        if day == scene.day and scene.focused:
            painter.setPen(QPen(t.accent, 2) if scene.by_keys and scene.reached is None else QPen(t.accentline, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(pill.adjusted(-1, -1, 1, 1), 13, 13)


def ground_of(entry: Entry) -> tuple[QColor, QColor]:
    """The tint of an entry, and the colour of its stripe."""
    t = theme.tokens()
    if entry.kind == months.FOLLOWUP:
        return (t.ambertint, t.amber) if entry.promised and not entry.theirs else (t.hover, t.stone)
    match builtin.occasion(entry.occasion).tone if entry.occasion else "":
        case "green":
            return t.greentint, t.green
        case "amber":
            return t.ambertint, t.amber
    return (t.accenttint, t.accent) if entry.channel == "visit" else (t.hover, t.ink2)


def paint_block(painter: QPainter, rect: QRectF, part: Stretch, said: str = "") -> None:
    """Paint something with a time: whom, what about, when; `said` instead of the time while it is dragged."""
    t, entry = theme.tokens(), part.entry
    tint, stripe = ground_of(entry)
    painter.setOpacity(DIMMED if entry.done else 1)
    bar = QRectF(rect.left(), rect.top(), STRIPE, rect.height())
    if rect.width() < TIGHT:        # where many stand side by side, soft edges would take most of the time
        painter.fillRect(rect.toRect().adjusted(0, 0, -1, -1), tint)
        painter.fillRect(bar.toRect(), stripe)
    else:
        painter.setPen(QPen(t.paper, 1))
        painter.setBrush(tint)
        painter.drawRoundedRect(rect, 5, 5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(stripe)
        painter.drawRoundedRect(bar, 1.5, 1.5)
    painter.setOpacity(1)       # words are read, also of what is done
    _paint_lines(painter, rect, entry, said)


def _paint_lines(painter: QPainter, rect: QRectF, entry: Entry, said: str) -> None:
    t, small = theme.tokens(), small_print()
    room = rect.adjusted(STRIPE + 7, 3, -4, -2)
    lines = block_lines(entry, said) if room.width() > TIGHT or said else [entry.whom]
    low = rect.height() < 2 * small.step
    if low:
        lines = [said or lines[0]]      # whom one drags one knows
        room = QRectF(room.left(), rect.top(), room.width(), min(rect.height(), small.line))
    marked = bool(entry.at_once) and room.width() > MARKED
    if entry.at_once:
        top = room.top() + (small.step - ICON) / 2 if marked or low else rect.bottom() - ICON - 3
        icons.paint(painter, QRectF(room.right() - ICON, top, ICON, ICON), "warning-circle", t.amber)
        lines = lines if marked and not low else [line for line in lines if line != at_once(entry.at_once)]
    for n, line in enumerate(lines):
        top = room.top() + n * (small.step + 1)
        if n and top + small.step > room.bottom() + 1:
            break
        wide = room.width() - (ICON + 2 if (marked or (low and entry.at_once)) and not n else 0)
        ink = t.amber if entry.at_once and line == at_once(entry.at_once) else t.ink3 if entry.done else (
            t.ink2 if n else t.ink)
        shown = line if n or line == said else _longest_name(entry, line, wide)
        paint_line(painter, QRectF(room.left(), top, wide, room.height() if low else small.step), shown,
                   "small" if n else "small_strong", ink)


def _longest_name(entry: Entry, line: str, wide: float) -> str:
    """The whole line, or the longest name that fits; where none does, the whole line elides."""
    if wide < TIGHT:
        return names_of(entry)[-1]        # not even measured
    if entry.kind == months.FOLLOWUP or small_print().metrics.horizontalAdvance(line) <= wide:
        return line
    return next((name for name in names_of(entry) if small_print().metrics.horizontalAdvance(name) * BOLD <= wide),
                line)


def _paint_bar(painter: QPainter, bar: Bar, *, ghost: bool = False) -> None:
    t, small, entry, rect = theme.tokens(), small_print(), bar.run.entry, bar.rect
    painter.setOpacity(0.75 if ghost else DIMMED if entry.done else 1)
    filled = entry.kind in {months.VISIT, months.SHEET, months.CLOSED} or (entry.promised and not entry.theirs)
    if filled or ghost:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.track if entry.kind == months.CLOSED else ground_of(entry)[0])
        painter.drawRoundedRect(rect.adjusted(0 if bar.run.opens else -3, 0, 0 if bar.run.closes else 3, 0), 5, 5)
    icon, token = sign(entry)
    mark = QRectF(rect.left() + 4, rect.center().y() - ICON / 2, ICON, ICON)
    if icon:
        icons.paint(painter, mark, icon, t.colour(token))
    else:
        painter.setPen(QPen(t.fieldline, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(mark.adjusted(1.5, 1.5, -1.5, -1.5), 3, 3)
    room = rect.adjusted(ICON + 9, 0, -3, 0)
    fitting = next((said for said in readings(entry) if small.metrics.horizontalAdvance(said) <= room.width()),
                   readings(entry)[-1])
    painter.setOpacity(0.75 if ghost else 1)
    paint_line(painter, room, fitting, "small", t.ink3 if entry.done else t.ink)
    painter.setOpacity(1)


def _paint_ring(painter: QPainter, rect: QRectF, entry: Entry, scene: Scene) -> None:
    if entry is scene.reached and scene.focused:
        t = theme.tokens()
        painter.setPen(QPen(t.accent, 2) if scene.by_keys else QPen(t.accentline, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5), 6, 6)


def _paint_now(painter: QPainter, shape: Shape, scene: Scene) -> None:
    day = scene.now.date()
    if not 0 <= (day - shape.first).days < DAYS:
        return
    t, column = theme.tokens(), shape.column(day)
    y = shape.y_of(scene.now.hour * 60 + scene.now.minute)
    painter.setPen(QPen(t.accent, 2))
    painter.drawLine(QPointF(column.left(), y), QPointF(column.right(), y))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(t.accent)
    painter.drawEllipse(QPointF(column.left(), y), 4, 4)


def _paint_ghost(painter: QPainter, shape: Shape, scene: Scene) -> None:
    """Where what is dragged would be, in the hours."""
    wish = scene.wish
    if wish is None or wish.time is None or wish.days:
        return
    start = wish.time.hour * 60 + wish.time.minute
    part = Stretch(wish.entry, wish.day, start, min(start + wish.minutes, 24 * 60), 0, 1)
    if not 0 <= (wish.day - shape.first).days < DAYS:
        return
    rect = shape.rect_of(part)
    painter.setOpacity(1)
    paint_block(painter, rect, part._replace(entry=wish.entry._replace(at_once=0)), _ghost_words(wish, scene))
    painter.setPen(QPen(theme.tokens().accent, 1.5, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, 5, 5)


def _ghost_words(wish: Wish, scene: Scene) -> str:
    if (wish.day, wish.time) == (wish.entry.day, wish.entry.time):
        return words.duration(wish.minutes)
    return when(wish, scene.now.date())


def _paint_bar_ghost(painter: QPainter, shape: Shape, scene: Scene) -> None:
    wish = scene.wish
    if wish is None or (wish.time is not None and not wish.days):
        return
    start = max((wish.day - shape.first).days, 0)
    end = min((wish.day - shape.first).days + max(wish.days, 1) - 1, DAYS - 1)
    if end < start:
        return
    lane = next((bar.run.lane for bar in shape.bars if bar.run.entry is wish.entry), 0)
    made = Run(wish.entry, start, end, lane, opens=True, closes=True)
    rect = shape.bar_rect(made)
    _paint_bar(painter, Bar(rect, made), ghost=True)
    painter.setPen(QPen(theme.tokens().accent, 1.5, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, 5, 5)
