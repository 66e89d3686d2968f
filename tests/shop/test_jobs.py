"""Jobs: one line each, from asked to paid; a promised day is a promise, and a service comes again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import archive, customers, followups, jobs, merging, months, search, shops, stream, tags, trashcan
from lovedesk.shop.jobs import JobRow
from lovedesk.store.desk import Desk

TODAY = dt.date(2026, 11, 24)
NOW = dt.datetime(2026, 11, 24, 9)
DAY = dt.timedelta(1)
FRIDAY = dt.date(2026, 11, 27)


def add(desk: Desk, customer: int, what: str = "Reading chair", **values: Any) -> int:
    with desk.act("job.add"):
        return jobs.add(what, customer=customer, now=NOW, **values)


def stage(desk: Desk, job: int, word: str, **values: Any) -> None:
    with desk.act("job.set_stage"):
        jobs.set_stage(job, word, now=NOW, **values)


def get(job: int) -> JobRow:
    found = jobs.get(job)
    assert found is not None
    return found


def owed(customer: int) -> list[tuple[str, dt.date | None, dt.date | None, bool]]:
    return [(due.title, due.due, due.promised_for, due.promised) for due in followups.open_of(customer)]


def test_a_typed_line_is_a_job_with_its_day_and_tags(desk: Desk, ana: int) -> None:
    with desk.act("job.add"):
        job = jobs.add_line("two armchairs by 12 Dec #north", customer=ana, now=NOW)
    found = get(job)
    assert (found.what, found.stage, found.promised_on, found.agreed_on, found.customer) == (
        "Two armchairs", "agreed", dt.date(2026, 12, 12), TODAY, "Ana Ruiz")
    assert [tag.name for tag in tags.of(ana)] == ["north"]
    assert owed(ana) == [("Two armchairs", dt.date(2026, 12, 12), dt.date(2026, 12, 12), True)]
    desk.undo()
    assert (jobs.of(ana), followups.open_of(ana), tags.of(ana)) == ([], [], [])


@pytest.mark.parametrize(("line", "what", "day"), [
    ("bench, second room", "Bench, second room", None),
    ("Friday: the red stool", "The red stool", FRIDAY),
    ("zwei Sessel bis 12.12.", "Zwei Sessel", dt.date(2026, 12, 12)),
    ("chair of 1950", "Chair of 1950", None),
    ("10 covers", "10 covers", None),
])
def test_a_line_says_what_and_perhaps_when(desk: Desk, ana: int, line: str, what: str, day: dt.date | None) -> None:
    with desk.act("job.add"):
        job = jobs.add_line(line, customer=ana, now=NOW)
    assert (get(job).what, get(job).promised_on) == (what, day)
    assert get(job).stage == ("agreed" if day else "asked")


@pytest.mark.parametrize(("line", "words"), [
    ("  ", "What is the job"), ("by Friday", "What is the job"), ("x" * 501, "too long"), ("stool by 3/4", "more ways"),
])
def test_what_is_no_job_is_refused(desk: Desk, ana: int, line: str, words: str) -> None:
    with pytest.raises(Refused, match=words), desk.act("job.add"):
        jobs.add_line(line, customer=ana, now=NOW)
    assert jobs.of(ana) == []


def test_a_promised_day_is_a_promise_that_follows_the_job_and_keeps_its_first_day(desk: Desk, ana: int) -> None:
    job = add(desk, ana, stage="work", promised=FRIDAY)
    assert [due.title for due in followups.between(FRIDAY, FRIDAY)] == ["Reading chair"]
    with desk.act("job.promise"):
        jobs.promise(job, FRIDAY + DAY, now=NOW)
    with desk.act("job.change"):
        jobs.rename(job, "Reading chair, oak", now=NOW)
    assert owed(ana) == [("Reading chair, oak", FRIDAY + DAY, FRIDAY, True)]
    assert (get(job).promised_on, get(job).promised_for) == (FRIDAY + DAY, FRIDAY)
    with desk.act("job.promise"):
        jobs.promise(job, None, now=NOW)
    assert (owed(ana), get(job).promised_on, get(job).promised_for) == ([], None, None)
    desk.undo()
    assert owed(ana) == [("Reading chair, oak", FRIDAY + DAY, FRIDAY, True)]
    with pytest.raises(Refused, match="far away"), desk.act("job.promise"):
        jobs.promise(job, dt.date(9999, 1, 1), now=NOW)


def test_what_is_ready_keeps_its_promise_and_what_goes_back_owes_it_again(desk: Desk, ana: int) -> None:
    job = add(desk, ana, stage="work", promised=FRIDAY)
    stage(desk, job, "ready")
    assert (owed(ana), get(job).ready_on) == ([], TODAY)
    stage(desk, job, "work")
    assert (len(owed(ana)), get(job).ready_on) == (1, None)
    stage(desk, job, "delivered", on=TODAY - DAY)
    assert (owed(ana), get(job).delivered_on, get(job).ready_on) == ([], TODAY - DAY, None)
    desk.undo()
    assert (len(owed(ana)), get(job).stage) == (1, "work")


def test_what_becomes_of_the_promise_elsewhere_becomes_of_the_job(desk: Desk, ana: int) -> None:
    job = add(desk, ana, stage="agreed", promised=FRIDAY)
    promise, = followups.open_of(ana)
    with desk.act("followup.move"):
        followups.move(promise.id, FRIDAY + DAY)
    assert (get(job).promised_on, get(job).promised_for) == (FRIDAY + DAY, FRIDAY)
    with desk.act("followup.finish"):
        followups.finish(promise.id, now=NOW)
    assert (get(job).stage, get(job).ready_on) == ("ready", TODAY)
    with desk.act("followup.reopen"):
        followups.reopen(promise.id)
    assert (get(job).stage, get(job).ready_on) == ("work", None)


def test_each_stage_keeps_its_day(desk: Desk, ana: int) -> None:
    job = add(desk, ana)
    assert (get(job).asked_on, get(job).open) == (TODAY, True)
    for word, day in (("agreed", 1), ("work", 2), ("ready", 3), ("delivered", 4), ("paid", 5)):
        stage(desk, job, word, on=TODAY + day * DAY)
    found = get(job)
    assert (found.asked_on, found.agreed_on, found.ready_on, found.delivered_on, found.stage, found.open) == (
        TODAY, TODAY + DAY, TODAY + 3 * DAY, TODAY + 4 * DAY, "paid", False)
    with pytest.raises(Refused, match="no stage"), desk.act("job.set_stage"):
        jobs.set_stage(job, "lost", now=NOW)


def test_a_service_comes_again_after_its_months_each_time_it_was_done(desk: Desk, ana: int) -> None:
    job = add(desk, ana)
    with desk.act("job.change"):
        jobs.set_months(job, 12)
    assert owed(ana) == []
    stage(desk, job, "delivered")
    assert owed(ana) == [("Service: Reading chair", dt.date(2027, 11, 24), None, False)]
    service, = followups.open_of(ana)
    with desk.act("followup.finish"):
        followups.finish(service.id, now=dt.datetime(2027, 12, 1, 9))
    stage(desk, job, "paid")
    assert [due for _title, due, *_rest in owed(ana)] == [dt.date(2028, 12, 1)]
    with desk.act("followup.reopen"):
        followups.reopen(service.id)
    assert [due for _title, due, *_rest in owed(ana)] == [dt.date(2027, 11, 24)]
    with desk.act("job.change"):
        jobs.set_months(job, 0)
    assert owed(ana) == []
    with pytest.raises(Refused, match="ten years"), desk.act("job.change"):
        jobs.set_months(job, 121)


def test_who_agrees_is_a_customer_since_that_day_and_undo_takes_it_back(desk: Desk, ana: int) -> None:
    with desk.act("customer.set_standing"):
        customers.set_standing(ana, "enquiring")
    job = add(desk, ana)
    assert head(ana) == ("enquiring", None)
    stage(desk, job, "agreed", on=TODAY - DAY)
    assert head(ana) == ("customer", TODAY - DAY)
    desk.undo()
    assert (head(ana), get(job).stage) == (("enquiring", None), "asked")


@pytest.mark.parametrize(("standing", "after"), [("gone", "customer"), ("one-off", "one-off"), ("other", "other")])
def test_who_was_gone_and_agrees_is_back(desk: Desk, ana: int, standing: str, after: str) -> None:
    with desk.act("customer.set_standing"):
        customers.set_standing(ana, standing)
        customers.set_since(ana, dt.date(2020, 1, 1))
    add(desk, ana, stage="agreed")
    assert head(ana) == (after, dt.date(2020, 1, 1))


def head(customer: int) -> tuple[str, dt.date | None]:
    found = customers.head(customer, NOW)
    assert found is not None
    assert found.gone_on is None
    return found.standing, found.since


def test_all_else_of_a_job_is_kept_and_undone(desk: Desk, ana: int) -> None:
    job = add(desk, ana, promised=FRIDAY)
    with desk.act("job.change"):
        mira = shops.add_keeper("Mira")
        jobs.set_place(job, " the veranda ")
        jobs.set_number(job, "R-2026-17")
        jobs.set_total(job, jobs.read_total("1.480,50 €"))
        jobs.set_keeper(job, mira, now=NOW)
    found = get(job)
    assert (found.place, found.number, found.total, found.keeper) == ("the veranda", "R-2026-17", 148050, "Mira")
    assert followups.open_of(ana)[0].keeper == "Mira"
    desk.undo()
    assert (get(job).place, get(job).total) == ("", None)
    assert jobs.read_total(" ") is None
    with pytest.raises(Refused, match="480"):
        jobs.read_total("much")


def test_a_trashed_job_takes_what_is_to_be_done_with_it_and_both_come_back(desk: Desk, ana: int) -> None:
    job = add(desk, ana, promised=FRIDAY)
    with desk.act("job.trash"):
        jobs.trash(job)
    assert (jobs.of(ana), owed(ana)) == ([], [])
    thing, = trashcan.contents()
    assert (thing.table, thing.text, thing.whose) == ("job", "Reading chair", "Ana Ruiz")
    with desk.act("trash.take_back"):
        trashcan.take_back("job", job)
    assert ([row.id for row in jobs.of(ana)], len(owed(ana)), trashcan.contents()) == ([job], 1, [])
    with desk.act("job.trash"):
        jobs.trash(job)
    desk.undo()
    assert len(owed(ana)) == 1
    with pytest.raises(Refused, match="trash"), desk.act("job.change"):
        jobs.set_place(1, "nowhere")


def test_open_jobs_stand_first_by_their_promised_days(desk: Desk, ana: int) -> None:
    add(desk, ana, "Old", stage="paid")
    add(desk, ana, "New", stage="delivered")
    add(desk, ana, "Some day")
    add(desk, ana, "Later", promised=FRIDAY + DAY)
    add(desk, ana, "Soon", promised=FRIDAY)
    assert [job.what for job in jobs.of(ana)] == ["Soon", "Later", "Some day", "New", "Old"]
    assert [job.what for job in jobs.of(ana) if job.open] == ["Soon", "Later", "Some day"]
    with desk.act("customer.trash"):
        customers.trash(ana)
    assert jobs.of(ana) == []


def test_a_job_needs_a_customer(desk: Desk) -> None:
    with pytest.raises(Refused, match="not here"), desk.act("job.add"):
        jobs.add("Chair", customer=1, now=NOW)


def test_today_shows_the_promise_once(desk: Desk, ana: int) -> None:
    add(desk, ana, stage="work", promised=TODAY)
    assert [(due.title, due.promised) for due in followups.open_until(TODAY)] == [("Reading chair", True)]
    assert [entry.title for entry in months.agenda(NOW).today] == ["Reading chair"]


@pytest.mark.parametrize(("word", "seen", "said"), [
    ("asked", "asked, ready Fri 27 Nov", "you asked for it"), ("work", "in work, ready Fri 27 Nov", "in our hands"),
    ("agreed", "agreed, ready Fri 27 Nov", "agreed, we look forward to it"),
    ("ready", "ready since Tue 24 Nov", "ready for you since Tue 24 Nov"),
    ("delivered", "delivered Tue 24 Nov", "with you since Tue 24 Nov"), ("paid", "paid", "paid"),
])
def test_how_far_it_is_is_said_in_words_to_us_and_to_them(
        desk: Desk, ana: int, word: str, seen: str, said: str) -> None:
    job = get(add(desk, ana, stage=word, promised=FRIDAY))
    assert (jobs.state_words(job, TODAY), jobs.kind_words(job, TODAY)) == (seen, said)


def test_a_promise_whose_day_has_passed_says_so(desk: Desk, ana: int) -> None:
    job = get(add(desk, ana, stage="work", promised=FRIDAY))
    assert jobs.state_words(job, FRIDAY + DAY) == "in work, was promised for Fri 27 Nov"


def test_the_timeline_tells_its_stages_and_a_kept_promise_once(desk: Desk, ana: int) -> None:
    job = add(desk, ana, stage="work", promised=FRIDAY)
    stage(desk, job, "ready")
    assert [(event.title, event.state) for event in stream.of(ana, NOW, stream.Wanted())] == [
        ("Promised: Reading chair", "planned"), ("Ready: Reading chair", "done")]


def test_it_is_found_by_what_it_is_where_and_its_number_until_it_is_trashed(desk: Desk, ana: int) -> None:
    job = add(desk, ana, place="the veranda", number="R-2026-17")
    assert [search.by_beginnings(word).ids for word in ("reading", "veranda", "r-2026-17")] == [[ana]] * 3
    with desk.act("job.change"):
        jobs.set_place(job, "the cellar")
    assert [search.by_beginnings(word).ids for word in ("veranda", "cellar")] == [[], [ana]]
    with desk.act("job.trash"):
        jobs.trash(job)
    assert search.by_beginnings("cellar").ids == []


def test_the_jobs_of_two_who_were_made_one_stand_together_and_undo_parts_them(desk: Desk, ana: int) -> None:
    with desk.act("customer.add"):
        other = customers.add("Anna Ruiz", standing="enquiring")
    job = add(desk, other, "Stool", promised=FRIDAY)
    add(desk, ana)
    with desk.act("customer.merge"):
        merging.merge("customer", other, ana)
    assert [row.what for row in jobs.of(ana)] == ["Stool", "Reading chair"]
    assert {row.customer for row in jobs.of(ana)} == {"Ana Ruiz"}
    desk.undo()
    assert [row.what for row in jobs.of(ana)] == ["Reading chair"]
    assert get(job).customer == "Anna Ruiz"


def test_an_export_holds_jobs_and_brings_them_back(desk: Desk, ana: int, fresh_desk: Callable[[], Desk]) -> None:
    job = add(desk, ana, stage="work", promised=FRIDAY, total=48000, number="R-1")
    before, data = get(job), archive.export()
    other = fresh_desk()
    with other.act("archive.restore") as recorder:
        archive.bring_back(data, recorder.insert_many)
    assert jobs.of(ana) == [before]
    assert owed(ana) == [("Reading chair", FRIDAY, FRIDAY, True)]
    other.close()
