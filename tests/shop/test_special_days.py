"""Special days: kept where a calendar has them, shown in the order of the year, found in years that lack them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lovedesk.mishaps import Refused
from lovedesk.shop import days_near, months, people, shops, special_days
from lovedesk.store.desk import Desk


def add(desk: Desk, month: int, day: int, **told: Any) -> int:
    with desk.act("day.add"):
        return special_days.add(told.pop("kind", "birthday"), month, day, **told)


def shown(customer: int) -> list[tuple[str, int, int, int | None]]:
    return [(row.kind, row.month, row.day, row.year) for row in special_days.of(customer)]


def test_days_stand_in_the_order_of_the_year_with_whose_they_are(desk: Desk, ana: int) -> None:
    (person,) = people.at(ana)
    add(desk, 12, 24, customer=ana, kind=" opening\nday ")
    add(desk, 4, 15, person=person.id, year=1980)
    add(desk, 4, 2, customer=ana, kind="")
    assert shown(ana) == [("birthday", 4, 2, None), ("birthday", 4, 15, 1980), ("opening day", 12, 24, None)]
    assert [row.whose for row in special_days.of(ana)] == ["", "Ana Ruiz", ""]
    desk.undo()
    assert len(shown(ana)) == 2


@pytest.mark.parametrize(("date", "words"), [
    ((0, 1, None), "twelve months"), ((13, 1, None), "twelve months"), ((2, 30, None), "29 days"),
    ((2, 29, 2025), "28 days"), ((4, 31, None), "30 days"), ((1, 0, None), "31 days"), ((1, -1, None), "31 days"),
    ((1, 1, 0), "no year"), ((1, 1, 80), "no year"), ((1, 1, 10_000), "no year"), ((2, 30, 10**9), "29 days")])
def test_a_day_that_no_calendar_has_is_refused_and_keeps_what_was(
    desk: Desk, ana: int, date: tuple[int, int, int | None], words: str,
) -> None:
    month, day, year = date
    kept = add(desk, 4, 15, customer=ana, year=1980)
    with pytest.raises(Refused, match=words):
        add(desk, month, day, customer=ana, year=year)
    with pytest.raises(Refused, match=words), desk.act("day.change"):
        special_days.change(kept, month, day, year)
    assert shown(ana) == [("birthday", 4, 15, 1980)]


@pytest.mark.parametrize(("whose", "words"), [
    ({}, "Whose"), ({"customer": 1, "person": 1}, "Whose"), ({"customer": 4711}, "not here"),
    ({"person": 4711}, "not here")])
def test_a_day_of_nobody_is_refused(desk: Desk, whose: dict[str, int], words: str) -> None:
    with pytest.raises(Refused, match=words):
        add(desk, 4, 15, **whose)


def test_a_correction_and_the_trash_are_taken_back_and_what_is_gone_is_not_changed(desk: Desk, ana: int) -> None:
    kept = add(desk, 4, 15, customer=ana)
    with desk.act("day.change"):
        special_days.change(kept, 2, 29, None)
    assert shown(ana) == [("birthday", 2, 29, None)]
    with desk.act("day.trash"):
        special_days.trash(kept)
    assert shown(ana) == []
    verbs: list[Callable[[], object]] = [
        lambda: special_days.change(kept, 1, 1, None), lambda: special_days.trash(kept)]
    for verb in verbs:
        with pytest.raises(Refused, match="not here any more"), desk.act("day.change"):
            verb()
    desk.undo()
    desk.undo()
    assert shown(ana) == [("birthday", 4, 15, None)]


def test_a_leap_day_is_kept_on_the_28th_where_the_year_has_none() -> None:
    assert special_days.in_year(2, 29, 2028) == dt.date(2028, 2, 29)
    assert special_days.in_year(2, 29, 2027) == dt.date(2027, 2, 28)
    assert special_days.next_time(2, 29, dt.date(2027, 3, 1)) == dt.date(2028, 2, 29)


@given(today=st.dates(dt.date(1900, 1, 1), dt.date(2200, 1, 1)),
       day=st.dates(dt.date(2000, 1, 1), dt.date(2000, 12, 31)))
def test_the_next_time_is_today_or_within_the_year_to_come(today: dt.date, day: dt.date) -> None:
    coming = special_days.next_time(day.month, day.day, today)
    assert dt.timedelta(0) <= coming - today <= dt.timedelta(366)
    assert coming.month == day.month


def test_kinds_have_words_and_a_kind_of_their_own_stays() -> None:
    assert [special_days.word(kind) for kind in ("birthday", "anniversary", "company", "Eid")] == [
        "Birthday", "Anniversary", "Company day", "Eid"]


def test_a_leap_day_is_on_1_march_where_the_shop_chose_so(desk: Desk, ana: int) -> None:
    with desk.act("day.add"):
        special_days.add("birthday", 2, 29, year=2016, customer=ana)
    both = (dt.date(2027, 2, 28), dt.date(2027, 3, 1))
    assert [entry.day for entry in months.days_of_theirs(*both)] == [both[0]]
    with desk.act("shop.set_leap_day"):
        shops.set_leap_day(on_first=True)
    assert [entry.day for entry in months.days_of_theirs(*both)] == [both[1]]
    assert [entry.day for entry in months.days_of_theirs(both[1], both[1])] == [both[1]]
    assert [near.day for near in days_near.near(ana, dt.date(2027, 2, 20), [])] == [both[1]]
    assert [entry.day for entry in months.days_of_theirs(dt.date(2028, 2, 1), dt.date(2028, 3, 31))] == [
        dt.date(2028, 2, 29)]
    assert desk.undo() is not None
    assert not shops.leap_on_first()


@pytest.mark.parametrize(("text", "kind"), [
    ("birthday", "birthday"), (" Company  day ", "company"), ("name day", "name day"), ("", "")])
def test_a_word_is_a_kind_that_is_known_or_one_of_their_own(text: str, kind: str) -> None:
    assert special_days.kind_of(text) == kind


def test_the_kind_of_a_day_is_changed(desk: Desk, ana: int) -> None:
    with desk.act("day.add"):
        day = special_days.add("birthday", 5, 4, customer=ana)
    with desk.act("day.change"):
        special_days.set_kind(day, " name  day ")
    assert [(row.kind, special_days.word(row.kind)) for row in special_days.of(ana)] == [("name day", "name day")]


def test_days_of_their_family_are_on_paper_when_family_is_chosen(desk: Desk, ana: int) -> None:
    person = people.at(ana)[0].id
    with desk.act("person.add"):
        emilia = people.add(ana, "Emilia", role="daughter", of_person=person)
        dog = people.add(ana, "Biscuit", role="dog", of_person=person)
        special_days.add("birthday", 12, 1, person=emilia)
        special_days.add("birthday", 12, 2, person=dog)
    today = dt.date(2026, 11, 24)
    assert [near.text for near in days_near.near(ana, today, [])] == ["Biscuit’s birthday"]
    assert [near.text for near in days_near.near(ana, today, [], family=True)] == [
        "Emilia’s birthday", "Biscuit’s birthday"]
