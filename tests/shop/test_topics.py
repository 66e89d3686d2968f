"""Topics: the built-in ones and the shop's own, on paper or off it, found by their name."""

from __future__ import annotations

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import builtin, details, knowledge, topics
from lovedesk.store.desk import Desk


def test_a_topic_of_the_shop_stands_after_those_that_came_and_carries_details(desk: Desk, ana: int) -> None:
    with desk.act("topic.add"):
        boats = topics.add(" Boats ")
        details.add("A gaff cutter, 1911", topic=boats, customer=ana)
    assert [topic.label for topic in topics.everything()] == [*(topic.label for topic in builtin.topics()), "Boats"]
    assert [(row.label, row.paper) for row in details.of(ana)] == [("Boats", True)]
    desk.undo()
    assert topics.own() == [] and details.of(ana) == []


@pytest.mark.parametrize(
    ("words", "key"), [("WORRY", "worry"), (" between us", "between"), ("bóats", "own"), ("x", "")])
def test_a_topic_is_found_by_its_words(desk: Desk, words: str, key: str) -> None:
    with desk.act("topic.add"):
        own = topics.add("Boats")
    assert topics.named(words) == (own if key == "own" else key)


def test_the_same_word_twice_is_one_topic_and_one_that_was_deleted_comes_back(desk: Desk) -> None:
    with desk.act("topic.add"):
        assert topics.add("boats") == topics.add("Boats")
        assert topics.add("worry") == "worry"
    with desk.act("topic.trash"):
        topics.trash(topics.own()[0].slug)
    assert topics.own() == []
    with desk.act("topic.add"):
        topics.add("Boats")
    assert [topic.label for topic in topics.own()] == ["Boats"]


def test_a_deleted_topic_is_offered_no_more_and_its_details_keep_its_name(desk: Desk, ana: int) -> None:
    with desk.act("topic.add"):
        boats = topics.add("Boats")
        details.add("A cutter", topic=boats, customer=ana)
    with desk.act("topic.trash"):
        topics.trash(boats)
    assert "Boats" not in {topic.label for topic in topics.everything()}
    assert [row.label for row in details.of(ana)] == ["Boats"]


def test_a_topic_kept_off_paper_stays_off_the_sheet_unless_it_is_chosen(desk: Desk, ana: int) -> None:
    with desk.act("topic.add"):
        alarm = topics.add("Alarm")
        details.add("Code under the pot", topic=alarm, customer=ana)
        topics.keep_off_paper(alarm, off=True)
    assert knowledge.on_paper(ana, frozenset()) == []
    assert [fact.text for fact in knowledge.on_paper(ana, frozenset({alarm}))] == ["Code under the pot"]
    assert [(topic.label, topic.details) for topic in knowledge.stays_here(ana, ()).topics] == [("Alarm", 1)]


@pytest.mark.parametrize("name", ["", " \x00", "x" * 41])
def test_what_is_no_name_is_refused(desk: Desk, name: str) -> None:
    with pytest.raises(Refused), desk.act("topic.add"):
        topics.add(name)
    assert topics.own() == []


def test_a_topic_that_came_along_is_not_renamed_nor_one_given_the_name_of_another(desk: Desk) -> None:
    with desk.act("topic.add"):
        boats = topics.add("Boats")
    with pytest.raises(Refused, match="came with Lovedesk"), desk.act("topic.rename"):
        topics.rename("worry", "Fear")
    with pytest.raises(Refused, match="of this name"), desk.act("topic.rename"):
        topics.rename(boats, "Worry")
    with desk.act("topic.rename"):
        topics.rename(boats, "Ships")
    assert topics.get(boats).label == "Ships"
