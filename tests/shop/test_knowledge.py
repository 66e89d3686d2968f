"""What a sheet leaves out is counted, so that it can be said beside it."""

from __future__ import annotations

from lovedesk.shop import details, knowledge
from lovedesk.store.desk import Desk


def test_what_stays_here_is_counted_private_ones_apart_from_topics_that_could_be_chosen(desk: Desk, ana: int) -> None:
    with desk.act("detail.add"):
        for topic, seen_by in (("need", "paper"), ("need", "here"), ("hope", "me"), ("worry", "paper"),
                               ("worry", "paper"), ("place", "paper"), ("family", "here")):
            details.add("words", topic=topic, customer=ana, seen_by=seen_by)
    found = knowledge.stays_here(ana, ("place",))
    assert found.private == 3
    assert [(topic.slug, topic.details, topic.chosen) for topic in found.topics] == [
        ("worry", 2, False), ("place", 1, True)]
    assert len(knowledge.on_paper(ana, frozenset({"place"}))) == 2
