"""What places stand on in tests: a floor with a still desk, a customer with two people, and that customer's page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from lovedesk.settings import Settings
from lovedesk.shop import customers, people
from lovedesk.store.desk import Desk
from lovedesk.ui.place import Floor
from lovedesk.ui.places.customers import Customers
from lovedesk.ui.signals import Aside
from tests.hands import shown


@pytest.fixture
def floor(desk: Desk, qtbot: QtBot) -> Iterator[Floor]:
    """An empty desk, fresh settings and the thread for long work."""
    parent = QObject()
    aside = Aside(desk, parent)
    yield Floor(desk, Settings(), aside)
    aside.close()


@pytest.fixture
def halcyon(desk: Desk) -> int:
    """A customer: Café Halcyon, a business with Xiomara and Tad."""
    with desk.act("customer.add"):
        customer = customers.add("Café Halcyon", kind="business")
        people.add(customer, "Xiomara Reyes", role="Owner", say="see-oh-MAH-rah")
        people.add(customer, "Tad Okonkwo")
    return customer


@pytest.fixture
def page(floor: Floor, qtbot: QtBot, halcyon: int) -> Customers:
    """The place Customers with the café's profile, all of it."""
    place = shown(Customers(floor), qtbot)
    place.open(halcyon)
    qtbot.waitUntil(place.profile.links.isVisible)
    return place
