"""The trash: everything that can be deleted comes here in words, the newest first, and goes back where it was."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from lovedesk.shop import (
    checklists,
    contact_points,
    customers,
    details,
    followups,
    items,
    months,
    papers,
    people,
    series,
    special_days,
    timeline,
    touchpoints,
    trashcan,
)
from lovedesk.shop.tables import (
    Accommodation,
    Agreement,
    Friction,
    InboxLine,
    Job,
    KeptList,
    Link,
    Request,
    Topic,
    rows,
)
from lovedesk.store.desk import Desk

NOW = dt.datetime(2026, 11, 24, 9, 0)

# Each makes something of Ana's and gives its id, how it is put away, and its words and whose it was in the trash.
Made = tuple[int, Callable[[int], None], str, str]


def customer(ana: int) -> Made:
    return ana, customers.trash, "Ana Ruiz", ""


def person(ana: int) -> Made:
    return people.add(ana, "Ben"), people.trash, "Ben", "Ana Ruiz"


def contact_point(ana: int) -> Made:
    return contact_points.add("0151 496 0142", customer=ana), contact_points.trash, "0151 496 0142", "Ana Ruiz"


def special_day(ana: int) -> Made:
    return special_days.add("birthday", 4, 15, person=people.at(ana)[0].id), special_days.trash, "birthday", "Ana Ruiz"


def detail(ana: int) -> Made:
    return details.add("Likes green", topic="care", customer=ana), details.trash, "Likes green", "Ana Ruiz"


def touchpoint(ana: int) -> Made:
    return touchpoints.plan([ana], NOW, channel="call"), touchpoints.trash, "call 2026-11-24", "Ana Ruiz"


def touchpoint_item(ana: int) -> Made:
    return items.add(touchpoints.plan([ana], NOW), "do", "Measure"), items.remove, "Measure", ""


def checklist(_ana: int) -> Made:
    return int(checklists.add("Mine")), lambda made: checklists.trash(str(made)), "Mine", ""


def checklist_item(_ana: int) -> Made:
    key = checklists.add("Mine")
    return checklists.add_item(key, "do", "Measure"), lambda made: checklists.remove_item(key, made), "Measure", ""


def follow_up(ana: int) -> Made:
    return followups.add("Send samples", customer=ana), followups.trash, "Send samples", "Ana Ruiz"


def paper(ana: int) -> Made:
    visit = touchpoints.plan([ana], NOW)
    return papers.keep("sheet.pdf", b"%PDF-1.7", touchpoint=visit), papers.trash, "sheet.pdf", "Ana Ruiz"


EACH = [customer, person, contact_point, special_day, detail, touchpoint, touchpoint_item, checklist, checklist_item,
        follow_up, paper]


@pytest.mark.parametrize("make", EACH)
def test_what_is_deleted_comes_here_and_goes_back_where_it_was(
    desk: Desk, ana: int, make: Callable[[int], Made],
) -> None:
    with desk.act("sample.fill"):
        made, trash, words, whose = make(ana)
    assert trashcan.contents() == []
    with desk.act("trash"):
        trash(made)
    (thing,) = trashcan.contents()
    assert (thing.table, thing.id, thing.text, thing.whose) == (make.__name__, made, words, whose)
    assert thing.when is not None
    with desk.act("trash.take_back"):
        trashcan.take_back(thing.table, thing.id)
    assert trashcan.contents() == []
    desk.undo()
    assert trashcan.contents()[0].id == made
    desk.undo()
    assert trashcan.contents() == []
    assert desk.check() == []


def test_the_newest_stands_first_and_what_was_undone_is_no_trash(desk: Desk, ana: int) -> None:
    with desk.act("detail.add"):
        kept = [details.add(f"detail {n}", topic="care", customer=ana) for n in range(3)]
    for made in (kept[1], kept[0], kept[2]):
        with desk.act("detail.trash"):
            details.trash(made)
    assert [thing.text for thing in trashcan.contents()] == ["detail 2", "detail 0", "detail 1"]
    for _all in range(4):
        desk.undo()
    assert trashcan.contents() == []


def test_what_was_undone_does_not_come_back_from_the_trash(desk: Desk, ana: int) -> None:
    desk.undo()
    with desk.act("trash.take_back"):
        trashcan.take_back("customer", ana)
    assert customers.ids() == []


def test_everything_that_has_a_customer_comes_back_from_the_trash(desk: Desk, ana: int) -> None:
    models = (Job, Agreement, Friction, Accommodation, Request, InboxLine)
    with desk.act("sample.fill"):
        for model in models:
            text = {"what" if model is Job else "text": f"A {model.__name__}"}
            model.create(customer=ana, state="trashed", **text)
        KeptList.create(name="North", state="trashed")
        Topic.create(name="Wood", state="trashed")
        Link.create(from_customer=ana, word="friend", state="trashed")
    found = trashcan.contents()
    assert {(thing.text, thing.whose) for thing in found} == {
        *((f"A {model.__name__}", "Ana Ruiz") for model in models), ("North", ""), ("Wood", ""), ("friend", "Ana Ruiz")}
    with desk.act("trash.take_back"):
        for thing in found:
            trashcan.take_back(thing.table, thing.id)
    assert trashcan.contents() == []
    assert rows("select state from job union select state from link union select state from kept_list") == [("live",)]


def test_what_repeats_and_was_deleted_as_a_whole_comes_back_as_a_whole(desk: Desk, ana: int) -> None:
    with desk.act("series.repeat"):
        series.repeat(touchpoints.plan([ana], NOW, title="Tea"), "FREQ=WEEKLY;COUNT=4")
        series.repeat_followup(followups.add("Ring", customer=ana, due=NOW.date()), "FREQ=WEEKLY;COUNT=4")
    seen = months.month(NOW.date(), dt.date(2026, 12, 31))
    with desk.act("series.stop"):
        series.stop(seen[0].id, series.ALL)
        series.stop(seen[1].id, series.ALL)
    assert months.month(NOW.date(), dt.date(2026, 12, 31)) == []
    with desk.act("trash.take_back"):
        for thing in trashcan.contents():
            trashcan.take_back(thing.table, thing.id)
    assert months.month(NOW.date(), dt.date(2026, 12, 31)) == seen
    desk.undo()
    assert months.month(NOW.date(), dt.date(2026, 12, 31)) == []


def test_one_that_was_made_a_one_off_comes_back_alone(desk: Desk, ana: int) -> None:
    with desk.act("series.repeat"):
        visit = touchpoints.plan([ana], NOW, title="Tea")
        series.repeat(visit, "FREQ=WEEKLY")
    with desk.act("series.once"):
        other = timeline.ahead_of(ana, NOW, 2)[1].id
        touchpoints.write(other, "notes", "cake")
        series.once(visit)
        touchpoints.trash(visit)
    with desk.act("trash.take_back"):
        trashcan.take_back("touchpoint", visit)
        trashcan.take_back("touchpoint", other)
    assert [entry.id for entry in months.month(NOW.date(), dt.date(2026, 12, 31))] == [visit, other]
