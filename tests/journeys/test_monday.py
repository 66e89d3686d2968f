"""Journey 7. The laptop was shut for two weeks: three done, one later, one dropped, and all is caught up."""

from __future__ import annotations

import datetime as dt

from lovedesk import paths, settings
from lovedesk.settings import Settings
from lovedesk.shop import customers, followups, touchpoints
from lovedesk.shop.desks import open_desk
from tests.conftest import TODAY, StillDesk
from tests.journeys.conftest import Begin

CEILING = 8
DAY = dt.timedelta(1)


def shut_for_two_weeks() -> None:
    """A shop with what fell due meanwhile."""
    desk = open_desk(paths.default_desk(), kind=StillDesk)
    with desk.act("customer.add"):
        ana = customers.add("Ana Ruiz")
    with desk.act("followup.add"):
        for days, title, theirs in ((12, "Call about the chair", False), (9, "The drawings", True),
                                    (3, "Send the samples", False), (2, "A card for Tad", False)):
            followups.add(title, customer=ana, due=TODAY - days * DAY, theirs=theirs)
    with desk.act("visit.plan"):
        touchpoints.plan([ana], dt.datetime.combine(TODAY - 5 * DAY, dt.time(10)))
    desk.close()
    settings.save(Settings(desk=str(paths.default_desk()), closed_on=(TODAY - 14 * DAY).isoformat()))


def test_what_fell_due_in_two_weeks_is_caught_up_with(begin: Begin) -> None:
    shut_for_two_weeks()
    walk = begin()
    walk.sees("Catching up", "5 things fell due")
    walk.key("D", times=3)      # called, the drawings came, the visit went fine
    walk.key("L")
    walk.key("2")               # Monday
    walk.key("X")
    walk.key("Return")          # no longer needed
    walk.sees("All is caught up")
    assert walk.steps <= CEILING
    desk = walk.window.desk
    assert desk is not None
    (ana,) = customers.ids()
    known = {due.title: due for due in followups.of(ana)}
    assert [known[title].done for title in ("Call about the chair", "The drawings")] == [True, True]
    assert known["Send the samples"].due == dt.date(2026, 11, 30)
    assert known["A card for Tad"].dropped_why == "no longer needed"
    assert walk.window.settings.place == "catchup"


def test_who_was_here_yesterday_sees_the_day_and_not_a_list(begin: Begin) -> None:
    shut_for_two_weeks()
    remembered = settings.load()
    remembered.closed_on = (TODAY - DAY).isoformat()
    settings.save(remembered)
    walk = begin()
    walk.sees("Good morning")
    walk.press("Catch up")
    walk.sees("5 things fell due")
