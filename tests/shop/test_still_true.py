"""What nobody confirmed for a year asks to be; what cannot change never does."""

from __future__ import annotations

import datetime as dt

from lovedesk.shop import details, people, still_true, topics
from lovedesk.store.desk import Desk

TODAY = dt.date(2026, 11, 24)
LONG_AGO = dt.date(2025, 6, 1)


def asked(customer: int) -> list[str]:
    return [row.text for row in still_true.doubtful(customer, TODAY)]


def test_old_details_ask_the_oldest_first_and_only_a_few_at_a_time(desk: Desk, ana: int) -> None:
    with desk.act("detail.add"):
        for n in range(5):
            details.add(f"old {n}", topic="care", customer=ana, learned_on=LONG_AGO - dt.timedelta(n))
        details.add("young", topic="care", customer=ana, learned_on=TODAY - dt.timedelta(300))
    assert asked(ana) == ["old 4", "old 3", "old 2"]


def test_what_is_confirmed_asks_again_after_a_year_and_undo_makes_it_ask_at_once(desk: Desk, ana: int) -> None:
    with desk.act("detail.add"):
        old = details.add("Walks with a stick", topic="need", person=people.at(ana)[0].id, learned_on=LONG_AGO)
    with desk.act("detail.confirm"):
        details.confirm(old, on=TODAY)
    assert asked(ana) == []
    assert [row.text for row in still_true.doubtful(ana, TODAY + dt.timedelta(366))] == ["Walks with a stick"]
    desk.undo()
    assert asked(ana) == ["Walks with a stick"]


def test_what_cannot_change_what_has_a_day_and_what_is_only_mine_never_asks(desk: Desk, ana: int) -> None:
    with desk.act("detail.add"):
        boats = topics.add("Boats")
        topics.set_lasts(boats, lasts=True)
        for topic in ("history", "say", "between", "note", boats):
            details.add(f"told of {topic}", topic=topic, customer=ana, learned_on=LONG_AGO)
        details.add("The wedding", topic="worry", customer=ana, learned_on=LONG_AGO, day=LONG_AGO)
        corrected = details.add("Tea", topic="food", customer=ana, learned_on=LONG_AGO)
        details.correct(corrected, "Coffee", on=TODAY)
    assert asked(ana) == []
