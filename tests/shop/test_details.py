"""Details: what was learned, superseded and never overwritten, seen by whom it is for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import details, followups, people, shops, touchpoints
from lovedesk.store.desk import Desk

TODAY = dt.date(2026, 11, 24)


def add(desk: Desk, text: str, **told: Any) -> int:
    with desk.act("detail.add"):
        return details.add(text, **{"topic": "care", **told})


def texts(customer: int, keeper: int | None = None) -> list[str]:
    return [row.text for row in details.of(customer, keeper=keeper)]


def test_the_newest_stands_first_and_what_has_no_day_last(desk: Desk, ana: int) -> None:
    (person,) = people.at(ana)
    add(desk, "no day", customer=ana)
    add(desk, "older", person=person.id, learned_on=TODAY - dt.timedelta(9))
    add(desk, "newer", customer=ana, learned_on=TODAY)
    assert texts(ana) == ["newer", "older", "no day"]
    assert [row.whose for row in details.of(ana)] == ["", "Ana Ruiz", ""]
    desk.undo()
    assert texts(ana) == ["older", "no day"]


def test_it_says_how_it_was_learned(desk: Desk, ana: int) -> None:
    with desk.act("visit.plan"):
        visit = touchpoints.plan([ana], dt.datetime(2026, 11, 20, 9), channel="call")
    add(desk, "by hand", customer=ana)
    add(desk, "by a friend", customer=ana, friend="Lou")
    add(desk, "on the phone", customer=ana, touchpoint=visit)
    assert [(row.source, row.source_name, row.channel) for row in details.of(ana)] == [
        ("touchpoint", "", "call"), ("friend", "Lou", ""), ("", "", "")]


@pytest.mark.parametrize(("text", "words"), [
    ("", "What did you learn"), (" \n\x00", "What did you learn"), ("x" * 20_001, "too long for a detail")])
def test_what_says_nothing_or_never_ends_is_refused_and_keeps_what_was(
    desk: Desk, ana: int, text: str, words: str,
) -> None:
    kept = add(desk, "Likes green", customer=ana)
    with pytest.raises(Refused, match=words):
        add(desk, text, customer=ana)
    with pytest.raises(Refused, match=words), desk.act("detail.correct"):
        details.correct(kept, text, on=TODAY)
    assert texts(ana) == ["Likes green"]


@pytest.mark.parametrize(("whom", "words"), [
    ({}, "Whom"), ({"customer": 1, "person": 1}, "Whom"), ({"customer": 4711}, "not here"),
    ({"person": 4711}, "not here")])
def test_a_detail_about_nobody_is_refused(desk: Desk, whom: dict[str, int], words: str) -> None:
    with pytest.raises(Refused, match=words):
        add(desk, "x", **whom)


def test_a_correction_keeps_the_older_words_behind_it_and_all_else_as_it_was(desk: Desk, ana: int) -> None:
    (person,) = people.at(ana)
    first = add(desk, "Has a dog", person=person.id, topic="family", seen_by="here", learned_on=dt.date(2025, 1, 1))
    with desk.act("detail.correct"):
        second = details.correct(first, "Has two dogs", on=TODAY - dt.timedelta(1))
    with desk.act("detail.correct"):
        third = details.correct(second, "Has three dogs", on=TODAY)
    (row,) = details.of(ana)
    assert (row.id, row.text, row.topic, row.person, row.seen_by, row.learned_on) == (
        third, "Has three dogs", "family", person.id, "here", TODAY)
    assert details.earlier(third) == ["Has two dogs", "Has a dog"]
    desk.undo()
    assert texts(ana) == ["Has two dogs"]
    assert details.earlier(second) == ["Has a dog"]


def test_a_plain_note_stays_here_unless_it_is_said(desk: Desk, ana: int) -> None:
    add(desk, "private", customer=ana, topic="note")
    add(desk, "open", customer=ana, topic="note", seen_by="paper")
    add(desk, "hobby", customer=ana, topic="care")
    assert [row.seen_by for row in details.of(ana)] == ["paper", "paper", "here"]


def test_only_me_is_seen_by_its_keeper_alone(desk: Desk, ana: int) -> None:
    kept = add(desk, "between us", customer=ana)
    with desk.act("shop.set_up"):
        mira, jonas = shops.add_keeper("Mira"), shops.add_keeper("Jonas")
    with desk.act("detail.set_seen_by"):
        details.set_seen_by(kept, "me", keeper=mira)
    assert (texts(ana, mira), texts(ana, jonas), texts(ana)) == (["between us"], [], [])
    with desk.act("detail.set_seen_by"):
        details.set_seen_by(kept, "here")
    assert texts(ana, jonas) == ["between us"]
    with pytest.raises(Refused, match="for paper, only here, or only for me"), desk.act("detail.set_seen_by"):
        details.set_seen_by(kept, "all")
    desk.undo()
    assert texts(ana, jonas) == []


def test_another_topic_and_the_trash_are_taken_back_and_what_is_gone_is_not_changed(desk: Desk, ana: int) -> None:
    kept = add(desk, "Likes green", customer=ana)
    with desk.act("detail.set_topic"):
        details.set_topic(kept, "need")
    assert details.of(ana)[0].topic == "need"
    with desk.act("detail.trash"):
        details.trash(kept)
    assert texts(ana) == []
    for verb in (lambda: details.set_topic(kept, "care"), lambda: details.set_seen_by(kept, "here"),
                 lambda: details.trash(kept), lambda: details.correct(kept, "x", on=TODAY)):
        with pytest.raises(Refused, match="not here any more"), desk.act("detail.set_topic"):
            verb()
    desk.undo()
    desk.undo()
    assert details.of(ana)[0].topic == "care"


def test_it_moves_to_another_person_and_back(desk: Desk, ana: int) -> None:
    with desk.act("person.add"):
        ben = people.add(ana, "Ben")
    detail = add(desk, "likes figs", customer=ana)
    with desk.act("detail.move"):
        details.move_to(detail, person=ben)
    assert [row.whose for row in details.of(ana)] == ["Ben"]
    desk.undo()
    assert [row.whose for row in details.of(ana)] == [""]


def test_what_it_changes_for_us_and_its_day_are_kept(desk: Desk, ana: int) -> None:
    detail = add(desk, "The wedding", customer=ana)
    with desk.act("detail.change"):
        details.set_change(detail, " every seat by the 11th ")
        details.set_day(detail, dt.date(2026, 12, 12))
    (row,) = details.of(ana)
    assert (row.change, row.day) == ("every seat by the 11th", dt.date(2026, 12, 12))


def test_it_is_turned_into_something_to_do_for_the_person_whom_it_is_about(desk: Desk, ana: int) -> None:
    person = people.at(ana)[0].id
    detail = add(desk, "wants to see velvet", person=person)
    with desk.act("detail.turn_into_follow_up"):
        details.turn_into_follow_up(detail, "Take velvet along", customer=ana, due=TODAY)
    (due,) = followups.open_of(ana)
    assert (due.title, due.person, due.due) == ("Take velvet along", "Ana Ruiz", TODAY)
    assert texts(ana) == ["wants to see velvet"]
    desk.undo()
    assert followups.open_of(ana) == []


def test_how_its_day_was_takes_its_place_without_the_day(desk: Desk, ana: int) -> None:
    detail = add(desk, "The wedding", customer=ana, day=TODAY - dt.timedelta(3))
    with desk.act("detail.correct"):
        details.tell_after(detail, "They danced till four", on=TODAY)
    (row,) = details.of(ana)
    assert (row.text, row.day, row.earlier) == ("They danced till four", None, 1)


@pytest.mark.parametrize("verb", [
    lambda detail: details.confirm(detail, on=TODAY), lambda detail: details.set_day(detail, TODAY),
    lambda detail: details.set_change(detail, "x"), lambda detail: details.correct(detail, "x", on=TODAY),
    lambda detail: details.turn_into_follow_up(detail, "x", customer=0, due=None)])
def test_a_detail_in_the_trash_is_left_alone(desk: Desk, ana: int, verb: Callable[[int], object]) -> None:
    detail = add(desk, "gone", customer=ana)
    with desk.act("detail.trash"):
        details.trash(detail)
    with pytest.raises(Refused, match="not here any more"), desk.act("detail.change"):
        verb(detail)
