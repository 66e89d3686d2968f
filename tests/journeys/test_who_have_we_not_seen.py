"""Journey 13. The north round, not seen since summer: five calls spread over next week."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QApplication, QMenu

from lovedesk.shop import customers, rhythms, tags, timeline
from tests.journeys.conftest import Begin

CEILING = 7
NORTH = ["Esther Goldwyn", "Gwen & Ifor Pritchard", "Saltmouth Library", "Émile Fontaine", "Birgit & Olaf Nyström"]


def offers(word: str) -> bool:
    """Whether the menu that is open has a row of these words."""
    menu = QApplication.activePopupWidget()
    return isinstance(menu, QMenu) and word in [action.text() for action in menu.actions()]


def test_five_calls_are_spread_over_next_week(begin: Begin, shop: None) -> None:
    walk = begin()
    desk = walk.window.desk
    assert desk is not None
    lately = "Café Halcyon"
    with desk.act("customer.tag"):
        for name in (*NORTH, lately):
            tags.add([customers.named(name)[0][0]], "north")
    walk.key("Ctrl+F")
    walk.type("#north")
    walk.press("Show only some")
    walk.choose("Last touch")
    walk.until(lambda: offers("Not seen for 3 months"))
    walk.choose("Not seen for 3 months")
    walk.press("Plan…")
    walk.press("Plan them")
    assert walk.steps <= CEILING
    monday = desk.today() + dt.timedelta(7 - desk.today().weekday())
    planned = [touch for touch in timeline.between(monday, monday + dt.timedelta(6)) if touch.customer in NORTH]
    assert sorted(touch.customer for touch in planned) == sorted(NORTH)
    assert {touch.channel for touch in planned} == {"call"}
    assert len({touch.start.date() for touch in planned}) == 5


def test_whoever_is_not_seen_as_often_as_wished_is_spread_over_next_week(begin: Begin, shop: None) -> None:
    walk = begin()
    desk = walk.window.desk
    assert desk is not None
    lately = "Café Halcyon"
    with desk.act("rhythm.set_for_tag"):
        north = tags.add([customers.named(name)[0][0] for name in (*NORTH, lately)], "north")
        rhythms.set_for_tag(north, 61)
    walk.key("Ctrl+K")
    walk.type("in touch with")
    walk.key("Return")
    walk.press("Spread them over weeks…")
    walk.press("Plan them")
    assert walk.steps <= CEILING - 3
    monday = desk.today() + dt.timedelta(7 - desk.today().weekday())
    planned = [touch for touch in timeline.between(monday, monday + dt.timedelta(6)) if touch.customer in NORTH]
    assert walk.window.settings.place == "intouch"
    assert sorted(touch.customer for touch in planned) == sorted(set(NORTH) - {"Esther Goldwyn"})    # has her call
    assert {touch.channel for touch in planned} == {"call"}
    assert len({touch.start.date() for touch in planned}) == 4
