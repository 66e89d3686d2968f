"""One question after a job, and their answer in their words (practice D4)."""

from __future__ import annotations

import datetime as dt

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import after_jobs, customers, details, items, jobs, questions, shops, touchpoints
from lovedesk.store.desk import Desk

TODAY = dt.date(2026, 11, 24)


@pytest.fixture
def job(desk: Desk, ana: int) -> int:
    """A delivered chair of Ana's."""
    with desk.act("job.add"):
        return jobs.add("The chair", customer=ana, now=desk.now(), stage="delivered")


def test_a_job_is_asked_about_when_it_was_delivered_lately(desk: Desk, ana: int, job: int) -> None:
    with desk.act("job.add"):
        jobs.add("The bench", customer=ana, now=desk.now(), stage="work")
        old = jobs.add("The stool", customer=ana, now=desk.now())
        jobs.set_stage(old, "delivered", now=desk.now(), on=TODAY - dt.timedelta(91))
    assert [asked.job for asked in after_jobs.to_ask(ana, today=TODAY)] == [job]
    assert [asked.what for asked in after_jobs.of(ana)] == ["The chair", "The stool"]


def test_nobody_who_left_is_asked(desk: Desk, ana: int, job: int) -> None:
    with desk.act("customer.set_standing"):
        customers.set_standing(ana, "gone")
    assert after_jobs.to_ask(ana, today=TODAY) == []
    assert [asked.job for asked in after_jobs.of(ana)] == [job]


def test_their_answer_is_kept_in_their_words_with_its_first_day(desk: Desk, ana: int, job: int) -> None:
    with desk.act("job.answer"):
        after_jobs.answer(job, " Told us\nearlier. ", today=TODAY)
    with desk.act("job.answer"):
        after_jobs.answer(job, "Told us earlier, that is all.", today=TODAY + dt.timedelta(2))
    (asked,) = after_jobs.of(ana)
    assert (asked.said, asked.said_on) == ("Told us earlier, that is all.", TODAY)
    assert after_jobs.to_ask(ana, today=TODAY) == []
    desk.undo()
    assert after_jobs.of(ana)[0].said == "Told us\nearlier."
    with desk.act("job.answer"):
        after_jobs.answer(job, "", today=TODAY)
    assert [asked.said_on for asked in after_jobs.to_ask(ana, today=TODAY)] == [None]


def test_it_can_be_left_and_answered_all_the_same(desk: Desk, ana: int, job: int) -> None:
    with desk.act("job.leave"):
        after_jobs.leave(job)
    assert after_jobs.to_ask(ana, today=TODAY) == [] and after_jobs.of(ana)[0].left
    desk.undo()
    assert after_jobs.to_ask(ana, today=TODAY)
    desk.redo()
    with desk.act("job.answer"):
        after_jobs.answer(job, "All was well", today=TODAY)
    assert [(asked.said, asked.left) for asked in after_jobs.of(ana)] == [("All was well", False)]


def test_it_is_asked_among_the_questions_of_a_visit_and_its_answer_is_the_job_s(desk: Desk, ana: int, job: int) -> None:
    with desk.act("visit.plan"):
        visit = touchpoints.plan([ana], desk.now())
    offer = questions.offers(ana, TODAY, touchpoint=visit)[0]
    assert (offer.slug, offer.text) == (f"job:{job}", "What should we have done differently? (The chair)")
    with desk.act("item.add"):
        item = items.add(visit, "ask", offer.text, topic=offer.topic, question=offer.slug)
    assert offer.slug not in {other.slug for other in questions.offers(ana, TODAY, touchpoint=visit)}
    with desk.act("visit.finish"):
        items.answer(item, "Ring before you come", now=desk.now())
        touchpoints.finish(visit, now=desk.now())
    assert [(asked.said, asked.said_on) for asked in after_jobs.of(ana)] == [("Ring before you come", TODAY)]
    assert details.of(ana) == []
    with desk.act("item.answer"):
        items.answer(item, "Ring twice", now=desk.now())
    assert after_jobs.of(ana)[0].said == "Ring twice"


def test_a_question_about_a_job_that_is_declined_is_left(desk: Desk, ana: int, job: int) -> None:
    with desk.act("question.decline"):
        questions.decline(ana, questions.offers(ana, TODAY)[0].slug)
    assert after_jobs.of(ana)[0].left
    assert not any(offer.job for offer in questions.offers(ana, TODAY))
    desk.undo()
    assert questions.offers(ana, TODAY)[0].job == job


def test_of_a_job_that_is_gone_and_with_a_book_nothing_is_kept(desk: Desk, ana: int, job: int) -> None:
    with pytest.raises(Refused, match="too long"), desk.act("job.answer"):
        after_jobs.answer(job, "x" * 6_000, today=TODAY)
    with desk.act("job.trash"):
        jobs.trash(job)
    with pytest.raises(Refused, match="trash"), desk.act("job.answer"):
        after_jobs.answer(job, "Nothing", today=TODAY)
    with pytest.raises(Refused, match="trash"), desk.act("job.leave"):
        after_jobs.leave(job)


def test_the_shop_asks_in_its_own_words_where_it_has_some(desk: Desk) -> None:
    assert after_jobs.question() == "What should we have done differently?"
    with desk.act("shop.set_question"):
        shops.set_question(" What would you tell a friend? ")
    assert after_jobs.question() == "What would you tell a friend?"
