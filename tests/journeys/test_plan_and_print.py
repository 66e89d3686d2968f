"""Journey 4. A visit to the café next Tuesday at ten, the good-times checklist, one question of our own, on paper."""

from __future__ import annotations

import datetime as dt

from lovedesk.shop import customers, timeline, visits
from tests.journeys.conftest import Begin
from tests.pdf import pages_of, words_of

CEILING = 8
TUESDAY = dt.datetime(2026, 12, 1, 10, 0)
FLOWERS = "Who does the flowers on the tables?"


def planned(customer: str, day: dt.date) -> visits.VisitPage:
    """The visit to a customer on a day."""
    ((found, _name),) = customers.named(customer)
    (touch,) = [touch for touch in timeline.of_customer(found) if touch.start.date() == day]
    page = visits.page(touch.id)
    assert page is not None
    return page


def test_a_visit_is_planned_from_the_customer_and_printed(begin: Begin, shop: None) -> None:
    walk = begin()
    walk.type("halcyon")
    walk.key("Return")
    walk.sees("Standing: Customer since March 2021", "Xiomara Reyes")
    walk.key("Alt+V")
    walk.type("tue")
    walk.key("Tab")
    walk.type("10")
    walk.key("Return")
    walk.sees("Visit, Tue 1 Dec at 10:00", "From the checklist “Good times”")
    walk.press("Add a question to ask")
    walk.type(FLOWERS)
    walk.key("Return")
    walk.sees(FLOWERS)
    walk.key("Ctrl+P")
    assert walk.steps <= CEILING
    page = planned("Café Halcyon", TUESDAY.date())
    assert page.start == TUESDAY
    assert [person.name for person in page.people if person.chosen] == ["Xiomara Reyes", "Tad Okonkwo"]
    assert page.checklist_title == "Good times"
    assert [item.text for item in page.items if item.kind == "ask"][-1] == FLOWERS
    paper = walk.paper.read_bytes()
    assert pages_of(paper) == 1
    for words in ("Café Halcyon", "Tue 1 Dec 2026, 10:00", "Nothing to sell today", FLOWERS, "Notes and sketch"):
        assert words in words_of(paper)
