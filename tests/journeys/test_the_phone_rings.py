"""Journey 2. "Ana here." Who is she, what did we promise? On screen before she has finished her sentence."""

from __future__ import annotations

import pytest

from tests.journeys.conftest import Begin

CEILING = 4


def test_who_calls_is_on_screen_by_typing_her_name(begin: Begin, shop: None) -> None:
    walk = begin()
    walk.type("nkechi")
    walk.sees("Linden House Hotel", "n-KAY-chee OH-bee", "not from 11 to 1",                # who she is
              "Call Nkechi about the fire certificate", "The fire inspection: every cover needs its paper.",
              "next on Fri 27 Nov at 14:00")
    assert walk.steps == 0


def test_from_elsewhere_the_second_of_two_is_reached_by_two_keys(begin: Begin, shop: None) -> None:
    walk = begin()
    walk.key("Ctrl+3")
    walk.steps = 0
    walk.key("Slash")
    walk.type("mill")
    walk.sees("2 found", "Marigold Nursery", "Theatre at the Mill")
    walk.key("Down", 2)
    walk.sees("Standing: Customer since", "19 Mill Lane", "next on tomorrow at 10:00")
    assert walk.steps <= CEILING


@pytest.mark.parametrize("number", ["0151 496 0220", "+44 151 4960220", "1514960220"])
def test_the_number_on_the_telephone_finds_her(begin: Begin, shop: None, number: str) -> None:
    walk = begin()
    walk.type(number)
    walk.sees("Linden House Hotel", "Nkechi Obi")
    assert walk.steps <= CEILING


def test_when_her_chairs_are_ready_is_read_at_once(begin: Begin, shop: None) -> None:
    walk = begin()
    walk.type("dragica")
    walk.sees("Dragica Petrović", "Two armchairs, her brother’s: in work, ready Sun 6 Dec")
    assert walk.steps == 0


def test_the_chair_is_found_by_its_own_words_from_elsewhere(begin: Begin, shop: None) -> None:
    walk = begin()
    walk.key("Ctrl+3")
    walk.steps = 0
    walk.key("Slash")
    walk.type("two armchairs")
    walk.key("Down")
    walk.sees("Dragica Petrović", "Two armchairs, her brother’s: in work, ready Sun 6 Dec")
    assert walk.steps <= CEILING


def test_when_it_is_ready_she_is_told_and_it_is_kept(begin: Begin, shop: None) -> None:
    walk = begin()
    walk.type("dragica")
    walk.sees("Two armchairs, her brother’s: in work")
    walk.press("Two armchairs, her brother’s: in work, ready Sun 6 Dec")
    walk.key("4")
    walk.sees("Two armchairs, her brother’s: ready since Tue 24 Nov")
    assert walk.steps <= CEILING
    assert not any("Promised, Sun 6 Dec" in words for words in walk.seen())
