"""Journey 15. A note of six lines typed on the road is pasted: chips with their days; the rest waits in the inbox."""

from __future__ import annotations

import datetime as dt

from PySide6.QtGui import QGuiApplication

from lovedesk.shop import customers, details, followups, inbox, timeline
from tests.journeys.conftest import Begin

CEILING = 5
NOTE = """- call Ruth Tue at 10 about the cushions
- note Henrik: daughter starts school in May
- promised Leyla the swatches by Fri
- called Tomasz yesterday, he loves the chair
- Leyla likes oak
- buy milk"""


def customer(name: str) -> int:
    """The one of this name."""
    ((found, _name),) = customers.named(name)
    return found


def test_a_note_from_the_road_is_pasted_and_kept(begin: Begin, shop: None) -> None:
    walk = begin()
    QGuiApplication.clipboard().setText(NOTE)
    walk.key("Ctrl+N")
    walk.key("Ctrl+V")
    walk.sees("6 lines", "Keep 6 lines")
    walk.sees("Call · Ruth Abebe, Marigold Nursery · Tue 1 Dec at 10:00 · about the cushions, Call",
              "Note · Henrik Solberg · daughter starts school · May 2027, Note",
              "Promise · Promised · Leyla Demir · the swatches · by Fri 27 Nov, Promise",
              "Inbox: Leyla likes oak (Leyla Demir), Inbox", "Inbox: buy milk, Inbox")
    walk.key("Return")
    walk.sees("6 lines kept, 2 of them in the inbox", "Inbox: 2 lines", "Leyla likes oak", "buy milk")
    assert walk.steps <= CEILING
    assert [(line.text, line.customer) for line in inbox.lines()] == [
        ("Leyla likes oak", "Leyla Demir"), ("buy milk", "")]
    (call,) = [touch for touch in timeline.of_customer(customer("Marigold Nursery"))
               if touch.start == dt.datetime(2026, 12, 1, 10)]
    assert (call.channel, call.title) == ("call", "The cushions")
    assert "Daughter starts school in May" in [detail.text for detail in details.of(customer("Henrik Solberg"))]
    assert [(due.title, due.due, due.promised) for due in followups.open_of(customer("Leyla Demir"))
            if due.title == "The swatches"] == [("The swatches", dt.date(2026, 11, 27), True)]
    assert (True, dt.date(2026, 11, 23), "He loves the chair") in [
        (touch.done, touch.start.date(), touch.notes) for touch in timeline.of_customer(customer("Kowal Violins"))]


def test_all_of_it_is_one_action_to_take_back(begin: Begin, shop: None) -> None:
    walk = begin()
    QGuiApplication.clipboard().setText(NOTE)
    walk.key("Ctrl+N")
    walk.key("Ctrl+V")
    walk.key("Return")
    walk.sees("6 lines kept, 2 of them in the inbox")
    walk.key("Ctrl+Z")
    walk.sees("Undone: Lines kept")
    assert inbox.lines() == []


def test_a_line_of_the_inbox_is_typed_on(begin: Begin, shop: None) -> None:
    walk = begin()
    walk.key("Ctrl+N")
    walk.type("oak for the bench at the Roxy")
    walk.key("Return")
    walk.sees("Inbox: 1 line")
    walk.press("Inbox: 1 line")
    walk.press("Type on: oak for the bench at the Roxy")
    walk.key("Home")
    walk.type("note Roxy: ")
    walk.key("Return")
    walk.sees("Note · Roxy Cinema")
    assert inbox.lines() == []
    assert "Oak for the bench at the Roxy" in [detail.text for detail in details.of(customer("Roxy Cinema"))]
