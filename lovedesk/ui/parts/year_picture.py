"""Twelve months of touches: a line for each occasion or channel, a dot for each month, larger where there were more."""

from __future__ import annotations

import datetime as dt
from math import sqrt

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from lovedesk import words
from lovedesk.shop.over_the_year import Line
from lovedesk.ui import icons, theme
from lovedesk.ui.parts.labels import paint_line

LABEL, TOTAL, ROW, HEAD = 168, 44, 34, 26
LEAST, MOST = 5.0, 13.0         # radii of dots
FEW = 4                         # touches in a month that have no large dot yet


class YearPicture(QWidget):
    """Painted; `description` says the same in words for who cannot see it."""

    def __init__(self) -> None:
        super().__init__()
        self.months: tuple[dt.date, ...] = ()
        self.lines: list[Line] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(860)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_lines(self, months: tuple[dt.date, ...], lines: list[Line], name: str, description: str) -> None:
        """Show these lines."""
        self.months, self.lines = months, lines
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self.setVisible(bool(lines))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(760, HEAD + ROW * len(self.lines) + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(420, self.sizeHint().height())

    def cell(self, row: int, month: int) -> QRectF:
        """Where a month of a line stands; the row before the first holds the months' names."""
        wide = (self.width() - LABEL - TOTAL) / max(len(self.months), 1)
        top = 0 if row < 0 else HEAD + row * ROW
        return QRectF(LABEL + month * wide, top, wide, HEAD if row < 0 else ROW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("small"))
        for number, month in enumerate(self.months):
            painter.setPen(t.ink2)
            painter.drawText(self.cell(-1, number), Qt.AlignmentFlag.AlignCenter,
                             words.month_name(month.month, "abbreviated"))
            if month.month == 1 and number:
                left = self.cell(0, number).left()
                painter.setPen(QPen(t.line, 1))
                painter.drawLine(QPointF(left, 4), QPointF(left, self.height() - 4))
        most = max((FEW, *(max(line.counts) for line in self.lines)))
        for row, line in enumerate(self.lines):
            self._paint_line(painter, row, line, most)

    def _paint_line(self, painter: QPainter, row: int, line: Line, most: int) -> None:
        t = theme.tokens()
        tint, ink = _colours(line.tone)
        top = HEAD + row * ROW
        painter.setPen(QPen(t.line, 1))
        painter.drawLine(QPointF(0, top + 0.5), QPointF(self.width(), top + 0.5))
        icons.paint(painter, QRectF(0, top + ROW / 2 - 8, 16, 16), line.icon, ink)
        paint_line(painter, QRectF(24, top + 7, LABEL - 36, ROW - 14), line.label, "body", t.ink)
        for number, count in enumerate(line.counts):
            middle = self.cell(row, number).center()
            if not count:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(t.track)
                painter.drawEllipse(middle, 1.5, 1.5)
                continue
            radius = max(LEAST + (MOST - LEAST) * sqrt(count / most), 9.0 if count > 1 else LEAST)
            painter.setPen(QPen(ink, 1.2))
            painter.setBrush(tint)
            painter.drawEllipse(middle, radius, radius)
            if count > 1:
                painter.setFont(theme.tabular(theme.font("small")))
                painter.drawText(QRectF(middle.x() - 16, middle.y() - 10, 32, 20), Qt.AlignmentFlag.AlignCenter,
                                 str(count))
        painter.setPen(t.ink2)
        painter.setFont(theme.tabular(theme.font("small_strong")))
        painter.drawText(QRectF(self.width() - TOTAL, top, TOTAL - 4, ROW),
                         Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(line.total))


def _colours(tone: str) -> tuple[QColor, QColor]:
    t = theme.tokens()
    return {"green": (t.greentint, t.green), "amber": (t.ambertint, t.amber)}.get(tone, (t.hover, t.ink2))
