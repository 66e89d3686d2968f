"""Answers become details when a visit is closed, and follow what is changed afterwards."""

from __future__ import annotations

import datetime as dt

import pytest

from lovedesk.shop import details, items, people, shops, special_days, touchpoints
from lovedesk.shop.details import DetailRow
from lovedesk.store.desk import Desk

LAST_WEEK = dt.datetime(2026, 11, 17, 10, 0)


@pytest.fixture
def visit(desk: Desk, ana: int) -> int:
    """A visit to Ana last week, by Mira."""
    with desk.act("visit.plan"):
        return touchpoints.plan([ana], LAST_WEEK, keeper=shops.add_keeper("Mira"))


def ask(desk: Desk, visit: int, topic: str, answer: str, *, seen_by: str = "", person: int | None = None) -> int:
    with desk.act("item.answer"):
        item = items.add(visit, "ask", "What else?", topic=topic, person=person)
        items.answer(item, answer, now=desk.now())
        if seen_by:
            items.set_answer_seen_by(item, seen_by)
    return item


def finish(desk: Desk, visit: int) -> None:
    with desk.act("visit.finish"):
        touchpoints.finish(visit, now=desk.now())


def only(customer: int, keeper: int | None = None) -> DetailRow:
    (row,) = details.of(customer, keeper=keeper)
    return row


def test_an_answer_becomes_a_detail_of_its_topic_learned_at_the_visit(desk: Desk, visit: int, ana: int) -> None:
    ask(desk, visit, "hope", "The sea")
    assert details.of(ana) == []
    finish(desk, visit)
    row = only(ana)
    assert (row.topic, row.text, row.learned_on, row.source, row.channel, row.seen_by, row.person) == (
        "hope", "The sea", LAST_WEEK.date(), "touchpoint", "visit", "paper", None)


def test_who_may_see_it_and_whom_it_is_about_come_from_the_item(desk: Desk, visit: int, ana: int) -> None:
    person = people.at(ana)[0].id
    mira = shops.keepers()[0].id
    ask(desk, visit, "hope", "The sea", seen_by="me", person=person)
    finish(desk, visit)
    row = only(ana, keeper=mira)
    assert (row.seen_by, row.person) == ("me", person)
    assert details.of(ana, keeper=shops.add_keeper("Jonas")) == []


def test_without_a_word_who_may_see_it_follows_the_topic(desk: Desk, visit: int, ana: int) -> None:
    ask(desk, visit, "worry", "The wedding")
    finish(desk, visit)
    assert only(ana).seen_by == details.default_seen_by("worry")


def test_an_answer_without_a_topic_is_a_note(desk: Desk, visit: int, ana: int) -> None:
    ask(desk, visit, "", "Something else")
    finish(desk, visit)
    assert only(ana).topic == "note"


def test_finishing_again_brings_the_same_detail_up_to_date(desk: Desk, visit: int, ana: int) -> None:
    item = ask(desk, visit, "hope", "The sea")
    finish(desk, visit)
    first = only(ana)
    with desk.act("visit.reopen"):
        touchpoints.reopen(visit)
        items.answer(item, "The mountains", now=desk.now())
    assert only(ana).text == "The sea"
    finish(desk, visit)
    assert (only(ana).id, only(ana).text) == (first.id, "The mountains")


def test_on_a_closed_visit_the_detail_follows_at_once(desk: Desk, visit: int, ana: int) -> None:
    item = ask(desk, visit, "hope", "The sea")
    finish(desk, visit)
    with desk.act("item.change"):
        items.set_topic(item, "goal")
    assert only(ana).topic == "goal"
    with desk.act("item.answer"):
        items.answer(item, "", now=desk.now())
    assert details.of(ana) == []
    with desk.act("item.answer"):
        items.answer(item, "The lake", now=desk.now())
    assert only(ana).text == "The lake"
    with desk.act("item.remove"):
        items.remove(item)
    assert details.of(ana) == []


def test_a_finish_taken_back_takes_its_details_back(desk: Desk, visit: int, ana: int) -> None:
    ask(desk, visit, "hope", "The sea")
    finish(desk, visit)
    desk.undo()
    assert details.of(ana) == []
    desk.redo()
    assert only(ana).text == "The sea"
    desk.undo()
    finish(desk, visit)
    assert only(ana).text == "The sea"


def test_a_birthday_is_kept_as_a_day_and_one_that_cannot_be_read_as_words(desk: Desk, visit: int, ana: int) -> None:
    person = people.at(ana)[0].id
    item = ask(desk, visit, "birthday", "12 March 1980", person=person)
    finish(desk, visit)
    assert [(day.person, day.month, day.day, day.year) for day in special_days.of(ana)] == [(person, 3, 12, 1980)]
    assert details.of(ana) == []
    with desk.act("item.answer"):
        items.answer(item, "some time in spring", now=desk.now())
    assert special_days.of(ana) == []
    assert only(ana).text == "some time in spring"


def test_a_visit_closed_before_its_day_was_learned_on_the_day_it_was_closed(desk: Desk, ana: int) -> None:
    with desk.act("visit.plan"):
        early = touchpoints.plan([ana], desk.now() + dt.timedelta(7))
    ask(desk, early, "hope", "The sea")
    finish(desk, early)
    assert only(ana).learned_on == desk.today()
