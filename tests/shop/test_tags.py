from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lovedesk.mishaps import Refused
from lovedesk.shop import customers, details, followups, kept_lists, search, tags, touchpoints
from lovedesk.shop.narrowing import Terms
from lovedesk.shop.tables import rows
from lovedesk.store.desk import Desk


def on(customer: int) -> list[str]:
    return [tag.name for tag in tags.of(customer)]


@pytest.mark.parametrize(("text", "rest", "found"), [
    ("Likes oak #north", "Likes oak", ["north"]),
    ("#north #Pays-late Ana Ruiz", "north Pays-late Ana Ruiz", ["north", "Pays-late"]),
    ("lives in the #north of town", "lives in the north of town", ["north"]),
    ("Likes oak, #north #oak.", "Likes oak.", ["north", "oak"]),
    ("#north", "", ["north"]),
    ("house #12, the C# course, a&#39;b, x#y", "house #12, the C# course, a&#39;b, x#y", []),
    ("grüßt #Straße", "grüßt", ["Straße"]),
    ("#a #A", "", ["A"]),
])
def test_tags_are_read_and_words_of_the_sentence_stay(text: str, rest: str, found: list[str]) -> None:
    assert tags.read(text) == (rest, found)


@given(st.text(alphabet="# ab-1.\nß(", max_size=40))
def test_what_is_read_holds_no_tag_any_more(text: str) -> None:
    rest, found = tags.read(text)
    assert tags.read(rest)[1] == [] or found
    for word in found:
        assert tags.checked(word) == word


def test_a_tag_is_put_on_many_and_counted_and_undone(desk: Desk, ana: int) -> None:
    with desk.act("customer.add"):
        ben = customers.add("Ben")
    with desk.act("customer.tag"):
        tags.add([ana, ben], "#North")
        tags.add([ana], "north")
    assert [(tag.name, tag.customers) for tag in tags.all()] == [("North", 2)]
    with desk.act("customer.untag"):
        tags.take_off([ben], tags.all()[0].id)
    assert on(ben) == []
    assert on(ana) == ["North"]
    desk.undo()
    assert on(ben) == ["North"]
    desk.undo()
    assert tags.all() == []


def test_a_tag_of_several_words_becomes_one_and_none_is_refused(desk: Desk, ana: int) -> None:
    tags.add([ana], "pays late")
    assert on(ana) == ["pays-late"]
    for none in ("", "#", "12", "a/b", "x" * 61):
        with pytest.raises(Refused):
            tags.add([ana], none)


def test_a_renamed_tag_takes_its_customers_and_lists_along(desk: Desk, ana: int) -> None:
    with desk.act("customer.tag"):
        north = tags.add([ana], "north")
        kept_lists.keep("Round", Terms(tags=("north",)))
    with desk.act("tag.rename"):
        kept_lists.rename_tag(north, "Nord")
    assert [(tag.name, tag.customers) for tag in tags.all()] == [("Nord", 1)]
    assert kept_lists.all()[0].terms.tags == ("Nord",)
    desk.undo()
    assert [(tag.name, tag.customers) for tag in tags.all()] == [("north", 1)]
    with pytest.raises(Refused, match="not here"):
        tags.rename(5, "x")


def test_a_deleted_tag_is_on_nobody(desk: Desk, ana: int) -> None:
    tags.trash(tags.add([ana], "north"))
    assert on(ana) == []
    assert tags.named("north") is None
    assert tags.words() == []


def test_a_customer_is_found_by_its_tag_and_not_without(desk: Desk, ana: int) -> None:
    with desk.act("customer.tag"):
        tag = tags.add([ana], "northround")
    assert search.customers("northr").ids == [ana]
    with desk.act("customer.untag"):
        tags.take_off([ana], tag)
    assert search.customers("northr").ids == []


def test_a_tag_in_a_detail_a_follow_up_or_a_name_tags_the_customer(desk: Desk, ana: int) -> None:
    person = rows("select person_id from membership where customer_id = ?", ana)[0][0]
    with desk.act("detail.add"):
        detail = details.add("Likes oak #oak", topic="note", person=person)
    assert [row.text for row in details.of(ana)] == ["Likes oak"]
    assert on(ana) == ["oak"]
    with desk.act("followup.add"):
        followups.add("Call about the #roof of theirs", customer=ana)
    assert [due.title for due in followups.open_of(ana)] == ["Call about the roof of theirs"]
    assert on(ana) == ["oak", "roof"]
    with desk.act("detail.correct"):
        details.correct(detail, "Likes ash #ash", on=desk.today())
    assert on(ana) == ["ash", "oak", "roof"]
    with desk.act("customer.rename"):
        customers.rename(ana, "#north Ana R.")
    assert on(ana) == ["ash", "north", "oak", "roof"]
    with desk.act("customer.add"):
        ben = customers.add("Ben Bloom #north")
    assert on(ben) == ["north"]
    assert customers.page([ben], desk.now())[0].name == "Ben Bloom"


def test_notes_tag_when_a_word_is_finished_and_all_at_the_end(desk: Desk, ana: int) -> None:
    with desk.act("visit.plan"):
        visit = touchpoints.plan([ana], desk.now())
    with desk.act("visit.write"):
        touchpoints.write(visit, "notes", "She lives #north now, and is #vi")
    assert on(ana) == ["north"]
    with desk.act("visit.write"):
        touchpoints.write(visit, "notes", "She lives #north now, and is #vip")
    with desk.act("visit.finish"):
        touchpoints.finish(visit, now=desk.now())
    assert on(ana) == ["north", "vip"]
