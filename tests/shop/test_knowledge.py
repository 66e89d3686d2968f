"""What a sheet leaves out is counted, so that it can be said beside it."""

from __future__ import annotations

from lovedesk.shop import contact_points, details, knowledge, people
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


def test_ways_in_and_what_is_about_their_family_are_counted_with_what_could_be_chosen(desk: Desk, ana: int) -> None:
    with desk.act("person.add"):
        emilia = people.add(ana, "Emilia", role="daughter", of_person=people.at(ana)[0].id)
        details.add("Plays the tuba", topic="hobby", person=emilia)
        address = contact_points.add("7 Home Lane", kind="address", customer=ana)
        contact_points.set_way_in(address, "Key under the pot")
    found = knowledge.stays_here(ana, ())
    assert [(topic.slug, topic.details) for topic in found.topics] == [("place", 1), ("family", 1)]
    assert knowledge.on_paper(ana, frozenset()) == []
    assert [fact.text for fact in knowledge.on_paper(ana, frozenset({"family"}))] == ["Plays the tuba"]
