from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lovedesk.mishaps import Refused
from lovedesk.shop import builtin, customers, kept_lists, merging, rhythms, tags
from lovedesk.shop.rhythms import Rhythm
from lovedesk.store.desk import Desk
from tests.conftest import TODAY


def test_a_wish_and_a_limit_are_said_in_words_and_undone(desk: Desk, ana: int) -> None:
    with desk.act("rhythm.set"):
        rhythms.set_for([ana], 91, 183)
    found = rhythms.of(ana)
    assert found == Rhythm(91, 183)
    assert found.words() == "Every 3 months, at most 6 months"
    desk.undo()
    assert rhythms.of(ana) is None


def test_their_own_goes_before_their_tags_and_of_tags_the_shortest_holds(desk: Desk, ana: int) -> None:
    with desk.act("rhythm.set_for_tag"):
        north, loud = tags.add([ana], "north"), tags.add([ana], "loud")
        rhythms.set_for_tag(north, 91)
        rhythms.set_for_tag(loud, 30, 61)
    assert rhythms.of(ana) == Rhythm(30, 61, "loud")
    assert rhythms.of_tags() == {loud: Rhythm(30, 61, "loud"), north: Rhythm(91, 0, "north")}
    with desk.act("rhythm.set"):
        rhythms.set_for([ana], 365)
    assert rhythms.of(ana) == rhythms.of_everyone()[ana] == Rhythm(365)
    with desk.act("rhythm.set"):
        rhythms.set_for([ana], 0)
    assert rhythms.of(ana) == Rhythm(30, 61, "loud")
    with desk.act("rhythm.set_for_tag"):
        rhythms.set_for_tag(loud, 0)
    assert rhythms.of(ana) == Rhythm(91, 0, "north")


def test_a_tag_that_is_renamed_keeps_its_rhythm(desk: Desk, ana: int) -> None:
    with desk.act("rhythm.set_for_tag"):
        north, loud = tags.add([ana], "north"), tags.add([ana], "loud")
        rhythms.set_for_tag(north, 91)
    with desk.act("tag.rename"):
        kept_lists.rename_tag(north, "uphill")
    assert rhythms.of(ana) == Rhythm(91, 0, "uphill")
    with desk.act("tag.rename"):
        rhythms.set_for_tag(loud, 30)
        kept_lists.rename_tag(loud, "uphill")
    assert rhythms.of(ana) == Rhythm(91, 0, "uphill")
    desk.undo()
    desk.undo()
    assert rhythms.of(ana) == Rhythm(91, 0, "north")


def test_several_are_given_a_rhythm_in_one_action(desk: Desk, ana: int) -> None:
    with desk.act("customer.add"):
        ben = customers.add("Ben")
    with desk.act("rhythm.set"):
        rhythms.set_for([ana, ben], 91)
    assert rhythms.of_everyone() == {ana: Rhythm(91), ben: Rhythm(91)}
    desk.undo()
    assert rhythms.of_everyone() == {}


@pytest.mark.parametrize(("wish", "most", "words"), [
    (-1, 0, "ten years"), (4000, 0, "ten years"), (0, 5000, "ten years"), (91, 30, "longer than what we wish")])
def test_what_makes_no_sense_is_refused(desk: Desk, ana: int, wish: int, most: int, words: str) -> None:
    with pytest.raises(Refused, match=words), desk.act("rhythm.set"):
        rhythms.set_for([ana], wish, most)
    assert rhythms.of(ana) is None


def test_nobody_who_is_gone_from_the_desk_has_a_rhythm(desk: Desk, ana: int) -> None:
    with desk.act("customer.trash"):
        tag = tags.add([ana], "north")
        customers.trash(ana)
        tags.trash(tag)
    verbs: list[Callable[[], None]] = [
        lambda: rhythms.set_for([ana], 91), lambda: rhythms.pause([ana], TODAY),
        lambda: rhythms.all_is_well(ana, TODAY), lambda: rhythms.set_for_tag(tag, 91)]
    for verb in verbs:
        with pytest.raises(Refused, match="not here any more"), desk.act("rhythm.set"):
            verb()


def test_later_is_a_day_and_the_rhythm_keeps_its_place(desk: Desk, ana: int) -> None:
    with desk.act("rhythm.set"):
        rhythms.set_for([ana], 91)
    with desk.act("rhythm.pause"):
        rhythms.pause([ana], TODAY + dt.timedelta(7))
    assert rhythms.paused_until(ana) == TODAY + dt.timedelta(7)
    assert rhythms.of(ana) == Rhythm(91)
    desk.undo()
    assert rhythms.paused_until(ana) is None
    with pytest.raises(Refused, match="too far"), desk.act("rhythm.pause"):
        rhythms.pause([ana], dt.date(9999, 1, 1))


def test_of_two_that_are_made_one_the_rhythm_of_the_one_that_stays_holds(desk: Desk, ana: int) -> None:
    with desk.act("customer.add"):
        anna = customers.add("Anna Ruiz")
        rhythms.set_for([anna], 30)
    with desk.act("customer.merge"):
        merging.merge("customer", anna, ana)
    assert rhythms.of(ana) == Rhythm(30)
    with desk.act("rhythm.set"):
        rhythms.set_for([ana], 91)
    assert rhythms.of(ana) == Rhythm(91)
    desk.undo()
    desk.undo()
    assert (rhythms.of(ana), rhythms.of(anna)) == (None, Rhythm(30))


def test_the_shop_says_what_counts_as_a_touch(desk: Desk) -> None:
    every = tuple(channel.slug for channel in builtin.channels())
    assert rhythms.counting() == every
    with desk.act("rhythm.count"):
        rhythms.set_counting({"visit", "call"})
    assert rhythms.counting() == ("visit", "call")
    with pytest.raises(Refused, match="has to count"), desk.act("rhythm.count"):
        rhythms.set_counting(["nonsense"])
    desk.undo()
    assert rhythms.counting() == every


@pytest.mark.parametrize(("days", "each", "span"), [
    (1, "day", "a day"), (7, "week", "a week"), (14, "2 weeks", "2 weeks"), (30, "month", "a month"),
    (91, "3 months", "3 months"), (100, "100 days", "100 days"), (365, "year", "a year"), (730, "2 years", "2 years")])
def test_days_are_said_as_people_do(days: int, each: str, span: str) -> None:
    assert (rhythms.each(days), rhythms.span(days)) == (each, span)


@given(st.integers(1, rhythms.LONGEST), st.integers(0, rhythms.LONGEST))
def test_every_rhythm_has_words(wish: int, most: int) -> None:
    assert rhythms.words(wish, most)
