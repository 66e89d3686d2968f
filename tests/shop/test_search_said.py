"""What a search found is told in its own words, where what is shown of a customer does not hold them anyway."""

from __future__ import annotations

from lovedesk.shop import contact_points, details, shops, tags
from lovedesk.shop.details import ME
from lovedesk.shop.search_said import said
from lovedesk.store.desk import Desk


def test_the_words_around_what_was_found(desk: Desk, ana: int) -> None:
    with desk.act("detail.add"):
        details.add("On Sundays she plays the\ncello", topic="care", customer=ana)
        contact_points.add("+44 1632 960001", customer=ana)
    assert said("CELL", {ana: ""}) == {ana: "…\N{NO-BREAK SPACE}plays the cello"}
    assert said("sund", {ana: ""}) == {ana: "On Sundays she plays the cello"}
    assert said("1632 96", {ana: ""}) == {ana: "+44 1632 960001"}


def test_a_tag_is_said_as_one(desk: Desk, ana: int) -> None:
    with desk.act("tag.add"):
        tags.add([ana], "north")
    assert said("nor", {ana: ""}) == {ana: "#north"}


def test_what_is_shown_anyway_is_not_said_again(desk: Desk, ana: int) -> None:
    assert said("ruiz", {ana: ""}) == {}
    assert said("xio", {ana: "Xiomara Reyes"}) == {}
    assert said("", {ana: ""}) == {}
    assert said("100%", {ana: ""}) == {}


def test_the_beginning_of_a_word_goes_before_its_inside(desk: Desk, ana: int) -> None:
    with desk.act("detail.add"):
        details.add("Wants it washed", topic="care", customer=ana)
        details.add("Loves ash wood", topic="hobby", customer=ana)
    assert said("ash", {ana: ""}) == {ana: "Loves ash wood"}


def test_what_is_for_another_keeper_alone_is_not_quoted(desk: Desk, ana: int) -> None:
    with desk.act("detail.add"):
        mira, jonas = (shops.add_keeper(name) for name in ("Mira", "Jonas"))
        ring = details.add("A ring in the cello case", topic="care", customer=ana)
        details.set_seen_by(ring, ME, keeper=mira)
    assert said("cello", {ana: ""}, keeper=jonas) == {}
    assert said("cello", {ana: ""}, keeper=mira) == {ana: "A ring in the cello case"}
