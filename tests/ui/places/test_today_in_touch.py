"""Today's one suggestion: whom to be in touch with."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from lovedesk.shop import customers, rhythms
from lovedesk.store.desk import Desk
from lovedesk.ui.place import Floor, Go
from lovedesk.ui.places.today import Today
from tests.hands import press, shown


def test_the_next_one_to_be_in_touch_with_is_suggested(floor: Floor, desk: Desk, ana: int, qtbot: QtBot) -> None:
    with desk.act("rhythm.set"):
        ben = customers.add("Ben")
        rhythms.set_for([ana], 91)
    place = shown(Today(floor), qtbot)
    qtbot.waitUntil(lambda: place.suggestion is not None and place.suggestion.isVisible())
    assert place.suggestion is not None
    assert place.suggestion.words.text() == (
        "A good day to be in touch with Ana Ruiz: not in touch yet, wished every 3 months")
    with qtbot.waitSignal(place.go) as went:
        press("Plan it", place, qtbot)
    assert went.args == [Go("intouch", ana)]
    with desk.act("rhythm.set"):
        rhythms.set_for([ben], 91)
    qtbot.waitUntil(lambda: place.suggestion is not None and place.suggestion.open.text() == "And 1 more")
    desk.undo()
    desk.undo()
    qtbot.waitUntil(lambda: place.suggestion is not None and not place.suggestion.isVisible())
