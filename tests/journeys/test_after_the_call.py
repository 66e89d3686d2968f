"""Journey 3. The call is over: logged with one sentence, one worry of hers, and a promise for Tuesday."""

from __future__ import annotations

import datetime as dt

from lovedesk.shop import customers, details, followups, timeline
from tests.journeys.conftest import Begin

CEILING = 6
TODAY = dt.date(2026, 11, 24)


def test_a_call_is_logged_with_a_worry_and_a_promise(begin: Begin, shop: None) -> None:
    walk = begin()
    walk.type("nkechi")                                     # she rang: her profile is on screen
    walk.sees("Linden House Hotel", "next on Fri 27 Nov at 14:00")
    walk.steps = 0
    for line, told in (("she called: the covers must be certified before the inspection", "Call, done"),
                       ("worry: that the inspector comes early", "Worry"),
                       ("promised Tue: the certificate", "Promised")):
        walk.key("Ctrl+N")
        walk.type(line)
        walk.sees(told, "Linden House Hotel")
        walk.key("Return")
    assert walk.steps <= CEILING
    ((hotel, _name),) = customers.named("Linden House Hotel")
    (call,) = [touch for touch in timeline.of_customer(hotel) if touch.start.date() == TODAY]
    assert (call.channel, call.done, call.notes) == (
        "call", True, "The covers must be certified before the inspection")
    assert ("worry", "That the inspector comes early", TODAY) in [
        (detail.topic, detail.text, detail.learned_on) for detail in details.of(hotel)]
    assert ("The certificate", dt.date(2026, 12, 1), True) in [
        (due.title, due.due, due.promised) for due in followups.open_of(hotel)]
    walk.sees("Undo")
    walk.key("Ctrl+Z", 3)
    assert "The certificate" not in [due.title for due in followups.open_of(hotel)]
