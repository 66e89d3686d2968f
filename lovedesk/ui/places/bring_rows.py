"""The lists of an import: its rows, of which those on screen alone are made, and what cannot be read."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Any, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from lovedesk.shop.import_cards import Fate
from lovedesk.shop.import_plan import NotRead, Plan, PlanRow
from lovedesk.ui import icons, theme
from lovedesk.ui.parts.labels import paint_line
from lovedesk.ui.parts.recordlist import RecordList, Row, RowDelegate
from lovedesk.ui.places.bring_words import stands, where
from lovedesk.ui.places.customer_list import TypedList
from lovedesk.words import _

INDENT = 16     # of a row's words within its list
PEOPLE = 6      # names in a line that is elided anyway


class Line(NamedTuple):
    """A row of the plan, and how it stands among the others."""

    row: PlanRow
    business: bool
    standing: str       # everybody's


class PlanRows(TypedList):
    """The rows of a plan by their keys."""

    def __init__(self) -> None:
        super().__init__(RowDelegate(look), name=_("What comes in"), fetch=self.fetch)
        self.plan: Plan | None = None

    def fetch(self, keys: Sequence[int]) -> list[Line]:
        """The records of some rows."""
        plan = self.plan
        if plan is None:
            return []
        return [Line(plan.row(key), plan.units[key].business, plan.standing) for key in keys]


def look(line: Line) -> Row:
    """How a row of the plan is shown."""
    row = line.row
    match row.fate:
        case Fate.NEW:
            when = stands(row.standing) if row.standing != line.standing else ""
        case Fate.ADDS:
            when = _("gains what is missing")
        case Fate.SAME:
            when = _("here already")
        case Fate.MAYBE:
            when = _("maybe the same")
        case _:
            when = _("kept out")
    second = ", ".join(row.people[:PEOPLE]) if row.people else row.remark
    heard = "" if second == row.remark else row.remark
    sign = ("eye", "amber", heard) if row.remark and row.fate in {Fate.NEW, Fate.MAYBE} else ("", "ink2", "")
    return Row(row.name, when, second, *sign, business=line.business)


class UnreadDelegate(RowDelegate):
    """Where it stands with its first words, and the reason on two lines."""

    def spoken(self, record: Any) -> str:
        return ", ".join(part for part in (where(record), record.excerpt, record.reason) if part)

    def row_height(self) -> int:
        """Room for the reason's two lines."""
        strong, small = (QFontMetricsF(theme.font(role)).height() for role in ("strong", "small"))
        return ceil(strong + 2 * small) + 18

    def paint_row(self, painter: QPainter, room: QRectF, record: Any) -> None:
        t = theme.tokens()
        icons.paint(painter, QRectF(room.left(), room.top() + 10, 18, 18), "warning-circle", t.red)
        strong, small = QFontMetricsF(theme.font("strong")).height(), QFontMetricsF(theme.font("small")).height()
        words = room.adjusted(28, 8, 0, 0)
        first = QRectF(words.left(), words.top(), words.width(), strong + 2)
        taken = paint_line(painter, first, where(record), "strong", t.ink)
        paint_line(painter, first.adjusted(taken, 0, 0, 0), record.excerpt, "small", t.ink3)
        painter.setFont(theme.font("small"))
        painter.setPen(t.ink2)
        painter.drawText(QRectF(words.left(), first.bottom(), words.width(), 2 * small + 1),
                         Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap, record.reason)


class UnreadRows(RecordList):
    """What cannot be read, each with its reason."""

    def __init__(self) -> None:
        super().__init__(UnreadDelegate(look), name=_("What cannot be read"), fetch=self.fetch)
        self.unreadable: Sequence[NotRead] = []

    def show_unreadable(self, unreadable: Sequence[NotRead]) -> None:
        """Show these."""
        self.unreadable = unreadable
        self.show_ids([])
        self.show_ids(range(len(unreadable)))

    def fetch(self, numbers: Sequence[int]) -> list[NotRead]:
        """The records of some rows."""
        return [self.unreadable[number] for number in numbers]
