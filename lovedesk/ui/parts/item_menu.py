"""The choices in the menu of an item: what its answer is about, and the heading that it stands under."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from lovedesk.shop import topics
from lovedesk.ui import icons
from lovedesk.words import _

Picked = Callable[[QAction], None]


def add_topics(menu: QMenu, chosen: str, picked: Picked) -> None:
    """Each topic, its slug in the action's data."""
    group = QActionGroup(menu)
    for topic in topics.everything():
        _add(group, topic.label, topic.slug, chosen).setIcon(icons.icon(topic.icon))
    menu.addActions(group.actions())
    group.triggered.connect(picked)


def add_headings(menu: QMenu, headings: list[str], chosen: str, picked: Picked) -> None:
    """Each heading in the action's data, empty for none, and a new one without data."""
    group = QActionGroup(menu)
    for heading in headings:
        _add(group, heading, heading, chosen)
    _add(group, _("None"), "", chosen)
    QAction(_("A new one…"), group)
    menu.addActions(group.actions())
    group.triggered.connect(picked)


def _add(group: QActionGroup, words: str, data: str, chosen: str) -> QAction:
    action = QAction(words.replace("&", "&&"), group)
    action.setCheckable(True)
    action.setChecked(data == chosen)
    action.setData(data)
    return action
