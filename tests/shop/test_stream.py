"""The timeline holds all that was, the newest first, and finds by kind, person and words."""

from __future__ import annotations

import datetime as dt

import pytest

from lovedesk.shop import (
    accommodations,
    agreements,
    customers,
    details,
    followups,
    people,
    requests,
    shops,
    stream,
    touchpoints,
)
from lovedesk.shop.stream import AGREED, CHANGE, DETAIL, FOLLOWUP, KINDS, TOUCH, Wanted
from lovedesk.shop.tables import Job
from lovedesk.store.desk import Desk

NOW = dt.datetime(2026, 11, 24, 9)
ALL = frozenset(KINDS) - {CHANGE}
CALL = "Call: Xiomara Reyes and Tad Okonkwo"


@pytest.fixture
def halcyon(desk: Desk) -> int:
    """A café with something of each kind."""
    with desk.act("customer.add"):
        cafe = customers.add("Café Halcyon", kind="business")
        xiomara = people.add(cafe, "Xiomara Reyes")
        people.add(cafe, "Tad Okonkwo")
    with desk.act("detail.add"):
        details.add("A long bench", topic="plans", person=xiomara, learned_on=dt.date(2026, 10, 20))
    with desk.act("visit.plan"):
        was = touchpoints.plan([cafe], dt.datetime(2026, 10, 19, 9, 30), people=[xiomara], occasion="great")
        touchpoints.write(was, "notes", "Saw the bricks")
        touchpoints.finish(was, now=dt.datetime(2026, 10, 19, 10))
        touchpoints.plan([cafe], dt.datetime(2026, 12, 1, 10), channel="call")
    with desk.act("followup.add"):
        sent = followups.add("Send red thread", customer=cafe)
        followups.finish(sent, now=dt.datetime(2026, 11, 2, 12))
    with desk.act("job.add"):
        Job.create(customer=cafe, what="Six bar stools", stage="ready", asked_on=dt.date(2026, 9, 1),
                   ready_on=dt.date(2026, 11, 20))
    return cafe


def told(customer: int | None, **wanted: object) -> list[str]:
    return [f"{event.title}: {event.words}" for event in stream.of(customer, NOW, Wanted(**wanted))]  # type: ignore[arg-type]  # as a page gives them


def test_all_of_a_customer_stands_in_one_stream_the_newest_first(halcyon: int) -> None:
    assert told(halcyon) == [
        CALL, "Ready: Six bar stools: ", "Send red thread: ", "Plans: A long bench", "Visit: Saw the bricks",
        "Asked for: Six bar stools: "]
    assert told(None) == told(halcyon)


def test_what_was_agreed_made_easy_and_asked_for_stands_on_its_days(desk: Desk, halcyon: int) -> None:
    tad = next(person.id for person in people.at(halcyon) if person.name == "Tad Okonkwo")
    with desk.act("agreement.add"):
        agreements.add("Rush work two weeks ahead", customer=halcyon, on=dt.date(2026, 9, 3))
        accommodations.add("One bill a month", customer=halcyon, since=dt.date(2026, 2, 1))
        requests.add("The bench in oak", customer=halcyon, now=NOW, asked_on=dt.date(2026, 10, 2), person=tad)
    agreed = frozenset({AGREED})
    assert told(halcyon, kinds=agreed) == [
        "They asked for: The bench in oak", "Agreed: Rush work two weeks ahead",
        "Made easier for them: One bill a month"]
    assert told(None, kinds=agreed) == told(halcyon, kinds=agreed)
    assert told(halcyon, kinds=agreed, person=tad) == ["They asked for: The bench in oak"]
    assert told(halcyon, kinds=agreed, words="bill") == ["Made easier for them: One bill a month"]
    with desk.act("request.grant"):
        requests.grant(requests.of(halcyon)[0].id, now=dt.datetime(2026, 11, 23, 9))
    assert ("The bench in oak: " in told(halcyon), "They asked for: The bench in oak" in told(halcyon)) == (True, True)
    with desk.act("agreement.trash"):
        agreements.trash(agreements.of(halcyon)[0].id)
    assert "Agreed: Rush work two weeks ahead" not in told(halcyon)


def test_what_is_planned_and_what_is_over_are_told_apart(halcyon: int) -> None:
    assert [event.state for event in stream.of(halcyon, NOW, Wanted(frozenset({TOUCH})))] == ["planned", "done"]
    later = stream.of(halcyon, dt.datetime(2026, 12, 2), Wanted(frozenset({TOUCH})))
    assert [event.state for event in later] == ["waits", "done"]


def test_it_is_narrowed_by_kind_person_and_words(halcyon: int) -> None:
    assert told(halcyon, kinds=frozenset({DETAIL, FOLLOWUP})) == ["Send red thread: ", "Plans: A long bench"]
    tad = people.at(halcyon)[1].id
    assert told(halcyon, person=people.at(halcyon)[0].id) == [CALL, "Plans: A long bench", "Visit: Saw the bricks"]
    assert told(halcyon, person=tad) == [CALL]
    assert told(halcyon, words="brick") == ["Visit: Saw the bricks"]
    assert told(None, words="nothing of it") == []


def test_changes_are_told_when_they_are_wanted_with_who_made_them(desk: Desk, halcyon: int) -> None:
    with desk.act("shop.set_up"):
        desk.who = str(shops.add_keeper("Mira"))
    with desk.act("customer.rename"):
        customers.rename(halcyon, "Halcyon")
    first = stream.of(halcyon, NOW, Wanted(frozenset({CHANGE})))[0]
    assert (first.title, first.words, first.who) == ("Customer renamed", "Halcyon", "Mira")
    assert first.at.date() == dt.datetime.now().date()


def test_no_more_is_read_than_is_shown(halcyon: int) -> None:
    assert stream.of(halcyon, NOW, Wanted(), count=4) == stream.of(halcyon, NOW, Wanted())[:4]


def test_what_is_undone_trashed_or_only_anothers_is_not_told(desk: Desk, halcyon: int) -> None:
    with desk.act("shop.set_up"):
        mira, jonas = shops.add_keeper("Mira"), shops.add_keeper("Jonas")
    with desk.act("detail.add"):
        secret = details.add("A surprise", topic="hope", customer=halcyon, learned_on=NOW.date())
        details.set_seen_by(secret, details.ME, keeper=mira)
    assert "Hope: A surprise" in told(halcyon, kinds=ALL, keeper=mira)
    assert "Hope: A surprise" not in told(halcyon, kinds=ALL, keeper=jonas)
    desk.undo()
    assert "Hope: A surprise" not in told(halcyon, kinds=ALL, keeper=mira)
    with desk.act("customer.trash"):
        customers.trash(halcyon)
    assert told(None) == []
