"""What was deleted stands in the trash with whose it was, and comes back whole."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lovedesk.settings import Settings
from lovedesk.shop import customers, details, people
from lovedesk.store.desk import Desk
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.labels import ElidedLabel
from lovedesk.ui.place import Floor
from lovedesk.ui.places.trash import Trash, TrashRow
from lovedesk.ui.signals import Aside
from tests.ui.conftest import Show


def shown(desk: Desk, show: Show, qapp: QApplication) -> Trash:
    place = Trash(Floor(desk, Settings(), Aside(desk, qapp)))
    desk.listen(place.note_change)
    show(place)
    return place


def lines(place: Trash) -> list[str]:
    rows = sorted((row for row in place.findChildren(TrashRow) if row.isVisible()), key=TrashRow.y)
    return [row.findChildren(ElidedLabel)[0].text() for row in rows]


def test_an_empty_trash_says_what_comes_here(desk: Desk, show: Show, qapp: QApplication) -> None:
    place = shown(desk, show, qapp)
    assert place.empty.isVisible()
    assert lines(place) == []


def test_the_newest_stands_first_and_one_press_brings_it_back(
    desk: Desk, ana: int, show: Show, qtbot: QtBot, qapp: QApplication,
) -> None:
    with desk.act("detail.add"):
        detail = details.add("Likes green", topic="care", customer=ana)
    with desk.act("detail.trash"):
        details.trash(detail)
    with desk.act("customer.trash"):
        customers.trash(ana)
    place = shown(desk, show, qapp)
    assert lines(place) == ["Ana Ruiz", "Likes green"]
    first = place.findChildren(TrashRow)[0].findChildren(Link)[0]
    assert first.accessibleName() == "Bring back: Ana Ruiz"
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert customers.ids() == [ana]
    assert [person.name for person in people.at(ana)] == ["Ana Ruiz"]
    assert lines(place) == ["Likes green"]
    desk.undo()
    assert lines(place) == ["Ana Ruiz", "Likes green"]
