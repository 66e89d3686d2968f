"""On the shop's page: the rhythm of a tag, and what counts as being in touch."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from lovedesk.shop import rhythms, tags
from lovedesk.store.desk import Desk
from lovedesk.ui.parts.picker import Picker
from lovedesk.ui.parts.tick import Tick
from lovedesk.ui.place import Floor
from lovedesk.ui.places.shop import Shop
from tests.hands import one, shown


@pytest.fixture
def place(floor: Floor, desk: Desk, ana: int, qtbot: QtBot) -> Shop:
    with desk.act("customer.tag"):
        tags.add([ana], "north")
    return shown(Shop(floor), qtbot)


def test_a_tag_gets_its_rhythm(place: Shop, desk: Desk, ana: int) -> None:
    tag, wish = one(Picker, "The tag whose rhythm it is", place), one(Picker, "Wished for", place)
    assert tag.currentText() == "#north"
    wish.setCurrentIndex(wish.findData(91))
    wish.activated.emit(wish.currentIndex())
    assert rhythms.of(ana) == rhythms.Rhythm(91, 0, "north")
    assert tag.currentText() == "#north: Every 3 months"
    desk.undo()
    assert tag.currentText() == "#north"
    assert wish.currentData() == 0


def test_a_channel_is_taken_off_what_counts_and_put_back(place: Shop, desk: Desk) -> None:
    letter = one(Tick, "Letter", place)
    assert letter.isChecked()
    letter.click()
    assert "letter" not in rhythms.counting()
    assert not letter.isChecked()
    desk.undo()
    assert letter.isChecked()


def test_the_last_channel_cannot_be_taken_off(place: Shop, qtbot: QtBot, desk: Desk) -> None:
    with desk.act("rhythm.count"):
        rhythms.set_counting(["visit"])
    with qtbot.waitSignal(place.said) as said:
        one(Tick, "Visit", place).click()
    assert said.args == ["Something has to count, else nobody was ever in touch."]
    assert one(Tick, "Visit", place).isChecked()
