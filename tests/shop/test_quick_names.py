"""A few letters find whom they mean."""

from __future__ import annotations

import pytest

from lovedesk.shop import customers, people
from lovedesk.shop.quick_names import SHOWN, Names, of_customer
from lovedesk.store.desk import Desk


@pytest.fixture
def shop(desk: Desk) -> dict[str, int]:
    """People and a hotel."""
    with desk.act("customer.add"):
        made = {name: customers.add(name) for name in ("Ana Ruiz", "Ana Kohl", "Anabel Ott", "Zoë Ångström")}
        made["Linden House Hotel"] = customers.add("Linden House Hotel", kind="business")
        people.add(made["Linden House Hotel"], "Nkechi Obi")
        people.add(made["Linden House Hotel"], "Linden Ott")
    return made


def names(text: str, *, whole: bool = False) -> list[str]:
    return [whom.name for whom in Names().named(text, whole=whole)]


@pytest.mark.parametrize(("text", "found"), [
    ("zoe", ["Zoë Ångström"]), ("ANGS", ["Zoë Ångström"]), ("Zoë's", ["Zoë Ångström"]), ("ana ru", ["Ana Ruiz"]),
    ("ana", ["Ana Kohl", "Ana Ruiz"]), ("nk", ["Nkechi Obi, Linden House Hotel"]), ("linden h", ["Linden House Hotel"]),
    ("ott", ["Anabel Ott", "Linden Ott, Linden House Hotel"]), ("nobody", []), ("", []), ("#", []), ("\"", [])])
def test_beginnings_find_the_best_fit(shop: dict[str, int], text: str, found: list[str]) -> None:
    assert names(text) == found


def test_whole_words_alone_count_where_any_word_might_be_a_name(shop: dict[str, int]) -> None:
    assert names("anab", whole=True) == []
    assert names("Anabels", whole=True) == ["Anabel Ott"]


def test_of_many_some_are_shown_and_that_there_are_more(desk: Desk) -> None:
    with desk.act("customer.add"):
        for number in range(20):
            customers.add(f"Maria {number}")
    assert len(Names().named("mar", whole=False)) == SHOWN + 1


def test_who_is_gone_is_not_found(desk: Desk, shop: dict[str, int]) -> None:
    with desk.act("customer.trash"):
        customers.trash(shop["Ana Ruiz"])
    assert names("ana") == ["Ana Kohl"]
    assert of_customer(shop["Ana Ruiz"]) is None
    found = of_customer(shop["Ana Kohl"])
    assert found is not None and found.name == "Ana Kohl"
