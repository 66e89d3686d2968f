"""What binds us and a customer goes out and in again, is found by its words, and goes with who is erased for good."""

from __future__ import annotations

import pytest

from lovedesk.formats import json_desk
from lovedesk.mishaps import Refused
from lovedesk.shop import (
    accommodations,
    agreements,
    archive,
    care_lines,
    columns,
    erasing,
    followups,
    frictions,
    requests,
    search,
)
from lovedesk.shop.desks import open_desk
from lovedesk.shop.tables import Friction
from lovedesk.store.desk import Desk
from tests.conftest import TODAY


@pytest.fixture
def bound(desk: Desk, ana: int) -> int:
    """Ana, with one of each."""
    with desk.act("friction.add"):
        stairs = frictions.add("The stairs", customer=ana, on=TODAY)
        frictions.mend(frictions.add("The form", customer=ana, on=TODAY), on=TODAY)
        accommodations.add("We carry it up", customer=ana, since=TODAY, friction=stairs)
        agreements.add("Two weeks ahead", customer=ana, on=TODAY, side="theirs")
        requests.add("The bench in oak", customer=ana, now=desk.now())
        requests.decline(requests.add("By night", customer=ana, now=desk.now()), "We sleep", "At seven", now=desk.now())
    return ana


def test_all_of_it_comes_out_of_a_file_as_it_went_in(desk: Desk, bound: int) -> None:
    def told() -> list[object]:
        return [agreements.of(bound), frictions.of(bound), accommodations.of(bound), requests.of(bound),
                followups.of(bound)]

    before = told()
    data = json_desk.load(json_desk.dump(archive.export()), "shop.json")
    other = open_desk(desk.path.with_name("other.lovedesk"))
    try:
        with other.act("archive.restore") as recorder:
            archive.bring_back(data, recorder.insert_many)
        assert told() == before
        assert search.customers("carry").ids == [bound]
    finally:
        other.close()
        columns.database.initialize(desk.database)


@pytest.mark.parametrize("words", ["stairs", "carry", "two weeks", "oak", "by night", "we sleep", "at seven"])
def test_every_word_of_it_is_found(bound: int, words: str) -> None:
    assert search.customers(words).ids == [bound]


def test_it_goes_with_who_is_erased(desk: Desk, bound: int) -> None:
    erasing.erase(desk, customer=bound)
    assert [agreements.of(bound), frictions.of(bound), accommodations.of(bound), requests.of(bound)] == [[], [], [], []]
    assert not list(search.customers("stairs").ids)


def test_a_line_is_one_line_of_a_fair_length(desk: Desk, bound: int) -> None:
    assert care_lines.checked("  the\nstairs ", "What?") == "the stairs"
    for text, sentence in (("  ", "What?"), ("x" * 501, "This is too long")):
        with pytest.raises(Refused, match=sentence.rstrip("?")):
            care_lines.checked(text, "What?")
    with pytest.raises(Refused, match="not here any more"), desk.act("friction.change"):
        care_lines.set_values(Friction, 1, text="x")
