"""Journey 6. The written-over sheet is typed in by keys alone; another visit went fine, by one key."""

from __future__ import annotations

import datetime as dt

import pytest

from lovedesk import paths
from lovedesk.shop import customers, details, followups, timeline, touchpoints, visits
from lovedesk.shop.desks import open_desk
from tests.conftest import TODAY, StillDesk
from tests.journeys.conftest import Begin

CEILING = 22
NOW = dt.datetime.combine(TODAY, dt.time(9))
ANSWERS = ["The second wing opens in May", "Stools at the bar, four", "Room 9, for the light"]


@pytest.fixture
def two_sheets(shop: None) -> None:
    """Beside the hotel's, the cinema's sheet is to be typed in."""
    desk = open_desk(paths.default_desk(), kind=StillDesk)
    ((roxy, _name),) = customers.named("Roxy Cinema")
    with desk.act("visit.plan"):
        touchpoints.plan([roxy], NOW - dt.timedelta(hours=15))
    desk.close()


@pytest.mark.usefixtures("two_sheets")
def test_a_sheet_is_typed_in_and_another_visit_went_fine(begin: Begin) -> None:
    walk = begin()
    walk.sees("Sheet to type in: Linden House Hotel, yesterday 15:00", "Sheet to type in: Roxy Cinema")
    visit = timeline.to_type_in(NOW)[0].id
    walk.key("Alt+D")
    walk.sees("How was the visit?", "Linden House Hotel")
    walk.key("Return", 6)
    walk.key("Tab", 2)
    for answer in ANSWERS:
        walk.type(answer)
        walk.key("Return")
    walk.type("send the bill by Friday")
    walk.key("Return")
    walk.type("bring two stools by 9 dec")
    walk.key("Return")
    walk.key("Ctrl+Return")
    walk.sees("Visit closed")
    walk.key("Ctrl+G")
    walk.sees("Roxy Cinema: went fine")
    assert walk.steps <= CEILING
    is_kept(visit)
    assert timeline.to_type_in(NOW) == []


def is_kept(visit: int) -> None:
    """All that was typed is stored, with the visit as its source."""
    page = visits.page(visit)
    assert page is not None and page.done_at == NOW
    assert [item.ticked for item in page.items if item.kind != "ask"] == [True] * 6 + [False] * 2
    learned = {detail.text: detail for detail in details.of(page.customers[0].id)}
    assert [learned[answer].learned_on for answer in ANSWERS] == [TODAY - dt.timedelta(1)] * 3
    assert [(due.title, due.promised_for) for due in followups.of_touchpoint(visit)] == [
        ("send the bill", dt.date(2026, 11, 27)), ("bring two stools", dt.date(2026, 12, 9))]
