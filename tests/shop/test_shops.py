"""The shop: its name and promise, changed by saying them again, and its one or two keepers."""

from __future__ import annotations

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import shops
from lovedesk.store.desk import Desk


def test_a_new_desk_says_nothing_of_its_shop(desk: Desk) -> None:
    assert shops.about() == shops.About("", "", sample=False)
    assert shops.keepers() == []


def test_setting_up_again_changes_the_one_shop_and_undo_gives_the_first_words_back(desk: Desk) -> None:
    for name, motto in ((" Tansy &\nThread ", "We mend. "), ("Tansy", "")):
        with desk.act("shop.set_up"):
            shops.set_up(name, motto=motto)
    assert shops.about() == shops.About("Tansy", "", sample=False)
    desk.undo()
    assert shops.about() == shops.About("Tansy & Thread", "We mend.", sample=False)
    desk.undo()
    assert shops.about() == shops.About("", "", sample=False)
    with desk.act("shop.set_up"):
        shops.set_up("Third", sample=True)
    assert shops.about() == shops.About("Third", "", sample=True)


def test_keepers_stand_in_the_order_they_came_and_a_name_is_one_keeper(desk: Desk) -> None:
    with desk.act("shop.set_up"):
        mira, jonas = shops.add_keeper("Mira"), shops.add_keeper("Jonas")
        assert shops.add_keeper(" Mira ") == mira
    assert shops.keepers() == [shops.Keeper(mira, "Mira"), shops.Keeper(jonas, "Jonas")]
    desk.undo()
    assert shops.keepers() == []


def test_a_keeper_without_a_name_is_refused(desk: Desk) -> None:
    with pytest.raises(Refused, match="What is the name"), desk.act("shop.set_up"):
        shops.add_keeper(" ")
    assert shops.keepers() == []


def test_a_country_has_two_letters_or_is_the_laptops(desk: Desk) -> None:
    with desk.act("shop.set_country"):
        shops.set_country(" de ")
    assert shops.country() == "DE"
    with pytest.raises(Refused, match="two letters"), desk.act("shop.set_country"):
        shops.set_country("Germany")
    assert shops.country() == "DE"
    desk.undo()
    assert shops.country() == ""


def test_one_of_us_has_another_name_and_a_picture_and_undo_takes_both_back(desk: Desk) -> None:
    with desk.act("shop.set_up"):
        mira, jonas = shops.add_keeper("Mira"), shops.add_keeper("Jonas")
    with desk.act("keeper.rename"):
        shops.rename_keeper(mira, " Mira L. ")
    with desk.act("keeper.set_photo"):
        shops.set_keeper_photo(jonas, "abc")
    assert [keeper.name for keeper in shops.keepers()] == ["Mira L.", "Jonas"]
    assert shops.keeper_photos() == {jonas: "abc"}
    desk.undo()
    desk.undo()
    assert [keeper.name for keeper in shops.keepers()] == ["Mira", "Jonas"]
    assert shops.keeper_photos() == {}


def test_one_of_us_is_not_called_as_the_other_and_is_here(desk: Desk) -> None:
    with desk.act("shop.set_up"):
        mira = shops.add_keeper("Mira")
        shops.add_keeper("Jonas")
    with pytest.raises(Refused, match="called so already"), desk.act("keeper.rename"):
        shops.rename_keeper(mira, "Jonas")
    with pytest.raises(Refused, match="does not run the shop"), desk.act("keeper.set_photo"):
        shops.set_keeper_photo(7, "abc")
    assert [keeper.name for keeper in shops.keepers()] == ["Mira", "Jonas"]
