"""Jobs from the invoice program: whose they are, brought in as one action, and up to date by their numbers."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lovedesk.formats import job_table
from lovedesk.shop import contact_points, customers, followups, job_imports, jobs, people
from lovedesk.shop.job_imports import JobPlan
from lovedesk.store.desk import Desk

NOW = dt.datetime(2026, 11, 24, 9)
HEAD = "Customer,E-mail,Number,What,Date,Status,Total,Promised,Delivered on\n"
FIRST = HEAD + """Café Halcyon,,R-1,Six bar stools,2026-10-01,in work,480.00,2026-12-12,
ana ruiz,,R-2,Reading chair,2025-03-04,paid,120.00,,2025-04-01
Tad Okonkwo,,R-3,Bench,2026-11-01,quote,,,
Nobody,,R-4,Chair,2026-11-01,agreed,1.00,,
"""


@pytest.fixture
def cafe(desk: Desk) -> int:
    """Café Halcyon with Tad."""
    with desk.act("customer.add"):
        found = customers.add("Café Halcyon", kind="business", standing="enquiring")
        people.add(found, "Tad Okonkwo")
    return found


def planned(text: str) -> JobPlan:
    return job_imports.plan(job_table.read(text.encode(), "jobs.csv"))


def bring(desk: Desk, text: str) -> JobPlan:
    found = planned(text)
    with desk.act("job.bring_in"):
        job_imports.bring_in(found, now=NOW)
    return found


def test_each_line_finds_its_customer_and_says_what_becomes_of_it(desk: Desk, ana: int, cafe: int) -> None:
    found = planned(FIRST)
    assert [(fate.fate, fate.name) for fate in found.fates] == [
        ("new", "Café Halcyon"), ("new", "Ana Ruiz"), ("new", "Café Halcyon"), ("left out", "")]
    assert found.lines() == ["3 new jobs", "1 left out"]
    assert found.left_out() == [(5, "no customer is called Nobody")]
    assert jobs.of(ana) == jobs.of(cafe) == []


def test_they_come_in_as_one_action_and_undo_takes_them_all(desk: Desk, ana: int, cafe: int) -> None:
    bring(desk, FIRST)
    stools, bench = jobs.of(cafe)
    assert (stools.what, stools.stage, stools.total, stools.promised_on, stools.number, stools.asked_on) == (
        "Six bar stools", "work", 48000, dt.date(2026, 12, 12), "R-1", dt.date(2026, 10, 1))
    assert (bench.stage, bench.asked_on) == ("asked", dt.date(2026, 11, 1))
    chair, = jobs.of(ana)
    assert (chair.stage, chair.delivered_on, chair.asked_on) == ("paid", dt.date(2025, 4, 1), dt.date(2025, 3, 4))
    assert [due.title for due in followups.open_of(cafe)] == ["Six bar stools"]
    head = customers.head(cafe, NOW)
    assert head is not None
    assert (head.standing, head.since) == ("customer", dt.date(2026, 10, 1))
    desk.undo()
    assert (jobs.of(cafe), jobs.of(ana), followups.open_of(cafe)) == ([], [], [])


def test_a_second_time_brings_up_to_date_by_number_and_takes_nothing_back(desk: Desk, ana: int, cafe: int) -> None:
    bring(desk, FIRST)
    assert planned(FIRST).lines() == ["3 are here already", "1 left out"]
    stools = jobs.of(cafe)[0].id
    with desk.act("job.set_stage"):
        jobs.set_stage(stools, "ready", now=NOW)
    later = bring(desk, HEAD + "Café Halcyon,,R-1,Seven bar stools,2026-10-01,in work,560,2026-12-12,\n"
                               "Somebody else,,r-3,Bench,2026-11-01,delivered,,,2026-11-20\n")
    assert later.lines() == ["2 jobs brought up to date"]
    known = jobs.get(stools)
    assert known is not None
    assert (known.what, known.total, known.stage) == ("Seven bar stools", 56000, "ready")
    assert [(job.what, job.stage, job.delivered_on) for job in jobs.of(cafe)][1] == (
        "Bench", "delivered", dt.date(2026, 11, 20))
    assert len(jobs.of(cafe)) == 2
    desk.undo()
    known = jobs.get(stools)
    assert known is not None
    assert (known.what, known.stage) == ("Six bar stools", "ready")


def test_an_email_says_which_of_two_namesakes(desk: Desk, ana: int) -> None:
    with desk.act("customer.add"):
        other = customers.add("Ana Ruiz")
        contact_points.add("ana@example.com", person=people.at(other)[0].id)
    line = HEAD + "Ana Ruiz,{},R-1,Chair,2026-11-01,agreed,,,\n"
    assert planned(line.format("")).left_out() == [(2, "there are several called Ana Ruiz: Ana Ruiz and Ana Ruiz")]
    assert [fate.customer for fate in planned(line.format("Ana@Example.com")).fates] == [other]
    assert planned(line.format("who@example.com")).counts()["left out"] == 1


def test_without_a_number_the_same_line_is_the_same_job(desk: Desk, ana: int) -> None:
    text = HEAD + "Ana Ruiz,,,Chair,2026-11-01,agreed,10,,\nAna Ruiz,,,Chair,2025-11-01,paid,10,,\n"
    bring(desk, text)
    assert planned(text).lines() == ["2 are here already"]


def test_a_number_in_the_trash_stays_there_and_the_last_of_two_lines_counts(desk: Desk, ana: int) -> None:
    bring(desk, HEAD + "Ana Ruiz,,R-1,Chair,2026-11-01,agreed,10,,\n")
    with desk.act("job.trash"):
        jobs.trash(jobs.of(ana)[0].id)
    found = planned(HEAD + "Ana Ruiz,,R-1,Chair,2026-11-01,agreed,10,,\nAna Ruiz,,R-2,Chair,2026-11-01,agreed,10,,\n"
                           "Ana Ruiz,,R-2,Stool,2026-11-02,agreed,10,,\nAna Ruiz,,R-5,Bed,2026-11-02,storno,1,,\n")
    assert found.left_out() == [(2, "R-1 is in the trash"), (3, "R-2 stands again in line 4"), (5, "was cancelled")]
    assert found.counts()["new"] == 1


def test_an_old_bill_brings_nobody_back_who_is_gone(desk: Desk, ana: int) -> None:
    with desk.act("customer.set_standing"):
        customers.set_standing(ana, "gone")
    bring(desk, HEAD + "Ana Ruiz,,R-1,Chair,2020-11-01,paid,10,,\n")
    head = customers.head(ana, NOW)
    assert head is not None
    assert head.standing == "gone"


def test_what_was_promised_long_ago_was_kept_long_ago(desk: Desk, ana: int) -> None:
    bring(desk, HEAD + "Ana Ruiz,,R-1,Chair,2024-11-01,paid,10,2025-01-01,2024-12-20\n")
    due, = followups.of(ana)
    assert (due.done, followups.open_of(ana)) == (True, [])


cells = st.sampled_from(["", "Ana Ruiz", "R-1", "2026-11-01", "paid", "12,50", "x" * 700, "\x00", "=1+1", "#north"])


@given(rows=st.lists(st.lists(cells, min_size=9, max_size=9), max_size=6))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_table_says_comes_in_and_is_then_here(desk: Desk, ana: int, rows: list[list[str]]) -> None:
    text = HEAD + "".join(",".join(f'"{cell}"' for cell in row) + "\n" for row in rows)
    found = bring(desk, text)
    assert planned(text).counts()["new"] == 0
    if found.anything:
        desk.undo()
