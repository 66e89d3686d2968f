"""Questions worth asking are those whose answer is not known yet."""

from __future__ import annotations

import datetime as dt

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import (
    builtin,
    contact_points,
    customers,
    details,
    items,
    people,
    questions,
    special_days,
    touchpoints,
)
from lovedesk.store.desk import Desk

MANY = 100


def slugs(customer: int, touchpoint: int | None = None, met: list[int] | None = None) -> list[str]:
    return [offer.slug for offer in questions.worth_asking(customer, touchpoint=touchpoint, people=met, count=MANY)]


def test_the_heaviest_come_first_one_for_each_topic(desk: Desk, ana: int) -> None:
    offers = questions.worth_asking(ana)
    assert [offer.slug for offer in offers] == ["what-else", "coming-year", "reached"]
    topics = [offer.topic for offer in questions.worth_asking(ana, count=MANY)]
    assert len(topics) == len(set(topics))


def test_what_is_known_of_the_customer_or_its_people_is_not_asked(desk: Desk, ana: int) -> None:
    person = people.at(ana)[0].id
    with desk.act("detail.add"):
        details.add("Seats", topic="need", customer=ana)
        details.add("A second room", topic="plans", person=person)
        special_days.add("birthday", 3, 12, person=person)
        people.set_say(person, "AH-na")
        contact_points.add("0151 496 0142", person=person, preferred=True)
    offered = {offer.topic for offer in questions.worth_asking(ana, count=MANY)}
    assert not offered & {"need", "plans", "birthday", "say"}
    assert "reached" not in slugs(ana)
    desk.undo()
    assert {"need", "plans", "birthday", "say"} <= {offer.topic for offer in questions.worth_asking(ana, count=MANY)}


def test_a_question_about_a_person_is_for_the_first_of_whom_it_is_unknown(desk: Desk) -> None:
    with desk.act("customer.add"):
        cafe = customers.add("Café Halcyon", kind="business")
        xiomara, tad = people.add(cafe, "Xiomara"), people.add(cafe, "Tad")
        special_days.add("birthday", 3, 12, person=xiomara)
    (birthday,) = [offer for offer in questions.worth_asking(cafe, count=MANY) if offer.slug == "birthday"]
    assert (birthday.person, birthday.text) == (tad, "When is Tad’s birthday?")
    assert "birthday" not in slugs(cafe, met=[xiomara])


def test_what_makes_no_sense_for_a_person_is_asked_of_a_business_alone(desk: Desk, ana: int) -> None:
    with desk.act("customer.add"):
        cafe = customers.add("Café Halcyon", kind="business")
    for_business = {question.slug for question in builtin.questions() if question.business}
    assert not for_business & set(slugs(ana))
    assert for_business & set(slugs(cafe))


def test_what_stands_on_the_visit_is_not_offered_beside_it(desk: Desk, ana: int) -> None:
    with desk.act("visit.plan"):
        visit = touchpoints.plan([ana], dt.datetime(2026, 12, 1, 10), checklist="good-times")
        (offer, *_rest) = questions.worth_asking(ana, touchpoint=visit)
        items.add(visit, "ask", offer.text, topic=offer.topic, question=offer.slug, person=offer.person)
    asked = {item.topic for item in items.of(visit) if item.kind == "ask"}
    assert not asked & {offer.topic for offer in questions.worth_asking(ana, touchpoint=visit, count=MANY)}


def test_a_question_that_is_not_for_them_never_comes_back_unless_it_is_undone(desk: Desk, ana: int) -> None:
    with desk.act("question.decline"):
        questions.decline(ana, "what-else")
    assert "what-else" not in slugs(ana)
    desk.undo()
    assert "what-else" in slugs(ana)
    with desk.act("question.decline"):
        questions.decline(ana, "what-else")
        questions.decline(ana, "what-else")
    assert "what-else" not in slugs(ana)


def test_nothing_is_asked_or_declined_of_someone_gone(desk: Desk) -> None:
    assert questions.worth_asking(1) == []
    with pytest.raises(Refused, match="not here"), desk.act("question.decline"):
        questions.decline(1, "what-else")


def test_a_day_of_theirs_becomes_a_question_after_it_until_it_is_answered(desk: Desk, ana: int) -> None:
    with desk.act("detail.add"):
        wedding = details.add("The wedding on Sat 12 Dec. Forty guests.", topic="worry", customer=ana,
                              day=dt.date(2026, 12, 12))
    before, after = dt.date(2026, 12, 12), dt.date(2026, 12, 14)
    assert all(offer.after is None for offer in questions.offers(ana, before))
    first = questions.offers(ana, after)[0]
    assert (first.text, first.topic, first.after) == ("How was it: The wedding on Sat 12 Dec?", "worry", wedding)
    with desk.act("detail.correct"):
        details.tell_after(wedding, "They danced till four", on=after)
    assert all(offer.after is None for offer in questions.offers(ana, after))
    desk.undo()
    with desk.act("question.decline"):
        questions.decline(ana, first.slug)
    assert all(offer.after is None for offer in questions.offers(ana, after))


def test_how_a_day_was_is_not_asked_again_once_a_visit_brought_the_answer(desk: Desk, ana: int) -> None:
    with desk.act("detail.add"):
        details.add("The fair", topic="plans", customer=ana, day=dt.date(2026, 11, 20))
        visit = touchpoints.plan([ana], dt.datetime(2026, 11, 23, 9))
    offer = questions.offers(ana, dt.date(2026, 11, 24))[0]
    with desk.act("item.add"):
        item = items.add(visit, "ask", offer.text, topic=offer.topic, question=offer.slug)
    assert questions.offers(ana, dt.date(2026, 11, 24))[0].after is not None
    with desk.act("item.answer"):
        items.answer(item, "Rained off", now=dt.datetime(2026, 11, 23, 10))
    assert questions.offers(ana, dt.date(2026, 11, 24))[0].after is None


def test_nobody_asks_of_a_day_long_past(desk: Desk, ana: int) -> None:
    with desk.act("detail.add"):
        details.add("The fair", topic="plans", customer=ana, day=dt.date(2026, 1, 20))
    assert all(offer.after is None for offer in questions.offers(ana, dt.date(2026, 11, 24)))
