from __future__ import annotations

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import kept_lists
from lovedesk.shop.narrowing import Terms
from lovedesk.store.desk import Desk

NORTH = Terms(tags=("north",))


def test_a_list_is_kept_by_name_and_the_name_again_takes_new_terms(desk: Desk) -> None:
    with desk.act("list.keep"):
        kept = kept_lists.keep(" North  round ", NORTH)
    with desk.act("list.keep"):
        assert kept_lists.keep("north round", NORTH._replace(nothing_ahead=True)) == kept
    assert [(one.name, one.terms.nothing_ahead) for one in kept_lists.all()] == [("north round", True)]
    desk.undo()
    assert kept_lists.get(kept).terms == NORTH
    desk.undo()
    assert kept_lists.all() == []


def test_a_list_of_everybody_or_without_a_name_is_refused(desk: Desk) -> None:
    with pytest.raises(Refused, match="leaves nobody out"):
        kept_lists.keep("All", Terms())
    with pytest.raises(Refused, match="name"):
        kept_lists.keep(" ", NORTH)


def test_a_list_is_renamed_unless_another_has_the_name(desk: Desk) -> None:
    north, south = kept_lists.keep("North", NORTH), kept_lists.keep("South", Terms(tags=("south",)))
    with pytest.raises(Refused, match="already"):
        kept_lists.rename(south, "north")
    kept_lists.rename(north, "NORTH")
    assert [one.name for one in kept_lists.all()] == ["NORTH", "South"]


def test_a_deleted_list_is_gone_and_its_name_free(desk: Desk) -> None:
    north = kept_lists.keep("North", NORTH)
    kept_lists.trash(north)
    assert kept_lists.named("north") is None
    with pytest.raises(Refused, match="not here"):
        kept_lists.trash(north)
