"""Tab goes in reading order, also through rows that came later: Qt goes in the order in which widgets were made."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea, QWidget

from lovedesk.ui.parts.flow import Flow
from lovedesk.ui.parts.rows import Rows


def put_in_order(*areas: QWidget) -> None:
    """Let Tab go through the areas, and within each through its widgets as they were added and its rows as shown."""
    for first, second in pairwise(stop for area in areas for stop in _stops(area)):
        if first.nextInFocusChain() is not second:
            QWidget.setTabOrder(first, second)


def _stops(area: QWidget) -> Iterator[QWidget]:
    if area.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield area
    if isinstance(area, Rows):
        inside = area.in_order()
    elif isinstance(area, Flow):
        inside = area.widgets
    elif isinstance(area, QScrollArea):
        inside = [page] if (page := area.widget()) else []
    elif isinstance(area, QAbstractScrollArea):     # a text; what is within is its own
        inside = []
    else:
        inside = [child for child in area.children() if isinstance(child, QWidget) and not child.isWindow()]
    for child in inside:
        yield from _stops(child)
