"""What will happen, counted: each line opens the list of those it counts."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from lovedesk.shop.import_survey import Kind, Survey
from lovedesk.ui import icons, theme
from lovedesk.ui.parts.labels import Section, Small, paint_line
from lovedesk.ui.parts.pressable import Pressable
from lovedesk.ui.parts.rows import Rows
from lovedesk.ui.places.bring_words import Told, happens, unread
from lovedesk.words import _, ngettext

UNREAD = "unread"
What = Kind | str | None        # None is a line that counts nothing one could look at


class TallyLine(Pressable):
    """An icon, how many, and what happens to them; pressed, it is the list that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.what: What = None
        self.count = 0
        self.told = Told("", "", "ink2")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_record(self, record: tuple[What, int, Told]) -> None:
        """Show a line."""
        self.what, self.count, self.told = record
        self.setEnabled(self.what is not None)
        self.setAccessibleName(f"{self.count} {self.told.words}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, max(28, ceil(QFontMetricsF(theme.font("body")).height()) + 10))

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or (self.underMouse() and self.isEnabled()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(t.sel if self.isChecked() else t.hover)
            painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        middle = self.height() / 2
        icons.paint(painter, QRectF(8, middle - 8, 16, 16), self.told.icon, t.colour(self.told.token))
        font = theme.tabular(theme.font("strong"))
        painter.setFont(font)
        painter.setPen(t.ink)
        metrics = QFontMetricsF(font)
        number = str(self.count)
        right = max(68.0, 34 + metrics.horizontalAdvance(number))
        painter.drawText(QPointF(right - metrics.horizontalAdvance(number),
                                 middle + (metrics.ascent() - metrics.descent()) / 2), number)
        paint_line(painter, QRectF(right + 8, 0, self.width() - right - 12, self.height()), self.told.words, "body",
                   t.ink)


class Tally(QWidget):
    """The lines; `wanted` tells which are to be listed, None for all."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.chosen: What = None
        self.lines: Rows[tuple[What, int, Told]] = Rows(self._line, _key)
        self.title = Section(_("What will happen"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.lines)
        column.addWidget(Small(_("All of it can be undone in one step, today and later.")))

    def show_survey(self, survey: Survey) -> None:
        """Count anew."""
        lines: list[tuple[What, int, Told]] = [
            (kind, count, happens(kind, count)) for kind, count in survey.kinds().items()]
        bad = len(survey.plan.unreadable)
        if bad:
            lines.append((UNREAD, bad, unread(bad)))
        lines.append((None, 0, Told(_("things you wrote are changed"), "shield-check", "ink2")))
        people = survey.people
        self.title.set_texts(_("What will happen"), ngettext("{n} new person in all", "{n} new people in all",
                                                             people).format(n=people) if people else "")
        self.lines.show_records(lines)
        if self.chosen is not None and self.chosen not in [what for what, _count, _told in lines]:
            self.choose(None)
            self.wanted.emit(None)

    def choose(self, what: What) -> None:
        """Show which lines are listed."""
        self.chosen = what
        for line in self.lines.findChildren(TallyLine):
            line.setChecked(what is not None and line.what == what)

    def _line(self) -> TallyLine:
        line = TallyLine()
        line.clicked.connect(self._pressed)
        return line

    def _pressed(self) -> None:
        line = self.sender()
        if isinstance(line, TallyLine):
            self.choose(None if line.what == self.chosen else line.what)
            self.wanted.emit(self.chosen)


def _key(record: tuple[What, int, Told]) -> What:
    return record[0]
