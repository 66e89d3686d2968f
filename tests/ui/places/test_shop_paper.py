"""The shop's page says whether its promise stands on its papers, and leads to what goes on them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from lovedesk.settings import Settings
from lovedesk.shop import sheet_choices, shops
from lovedesk.store.desk import Desk
from lovedesk.ui.place import Floor, Go
from lovedesk.ui.places.shop import Shop
from lovedesk.ui.signals import Aside
from tests.hands import press, shown


@pytest.fixture
def shop(desk: Desk, qtbot: QtBot) -> Iterator[Shop]:
    """The shop's page."""
    parent = QObject()
    aside = Aside(desk, parent)
    with desk.act("shop.set_up"):
        shops.set_up("Tansy & Thread", motto="We mend the chair.")
    yield shown(Shop(Floor(desk, Settings(), aside)), qtbot, (1188, 3000))
    aside.close()


def test_the_promise_is_taken_off_the_papers_and_undo_puts_it_back(desk: Desk, shop: Shop, qtbot: QtBot) -> None:
    press("The shop’s promise stands at the foot of its papers", shop, qtbot)
    assert sheet_choices.foot() == ""
    desk.undo()
    assert sheet_choices.foot() == "We mend the chair."


def test_the_way_to_what_goes_on_the_sheets(shop: Shop, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shop.go) as went:
        press("Choose what goes on the sheets", shop, qtbot)
    assert went.args == [Go("paper")]
