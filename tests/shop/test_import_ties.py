"""What hangs between the people of an import: families, tags, who introduced whom, links between cards."""

from __future__ import annotations

import datetime as dt

import pytest

from lovedesk.formats.records import Card, CardLink, Fact, Reading, Relation, Way
from lovedesk.shop import imports, links, shops, tags
from lovedesk.shop.customers import ids
from lovedesk.shop.tables import rows
from lovedesk.store.desk import Desk


def bring(desk: Desk, *cards: Card) -> imports.Counts:
    plan = imports.prepare([Reading("phone.vcf", list(cards))])
    with desk.act("import.bring_in") as recorder:
        return imports.bring_in(plan, recorder.insert_many)


def ana(*relations: Relation, **fields: object) -> Card:
    card = Card(1, "Ana Ruiz", uid="ana", relations=list(relations), ways=[Way("email", "ana@example.org")])
    for field, value in fields.items():
        setattr(card, field, value)
    return card


FAMILY = (Relation("Leo", "spouse", "family"), Relation("Mia", "daughter", "family"), Relation("Bo", "dog", "pet"))


def family() -> list[tuple[str, str, str]]:
    return rows("select p.name, m.role, p.kind from membership m join person p on p.id = m.person_id "
                "join person o on o.id = m.of_person_id where m.state = 'live' and p.state = 'live' "
                "and o.state = 'live' order by m.position")


def test_family_and_pets_are_people_too(desk: Desk) -> None:
    bring(desk, ana(*FAMILY))
    assert family() == [("Leo", "spouse", ""), ("Mia", "daughter", ""), ("Bo", "dog", "pet")]
    assert len(ids()) == 1
    assert bring(desk, ana(*FAMILY)).same == 1
    assert len(family()) == 3


def test_a_new_child_is_added_to_the_family_that_is_here(desk: Desk) -> None:
    bring(desk, ana(FAMILY[0]))
    assert bring(desk, ana(*FAMILY)).adds == 1
    assert [name for name, _word, _kind in family()] == ["Leo", "Mia", "Bo"]


def test_a_family_is_undone_and_comes_back_with_its_owner(desk: Desk) -> None:
    bring(desk, ana(*FAMILY, tags=["north"]))
    desk.undo()
    assert family() == []
    bring(desk, ana(*FAMILY, tags=["north"]))
    assert len(family()) == 3
    assert rows("select count(*) from person") == [(4,)]
    assert [tag.customers for tag in tags.all()] == [1]
    assert desk.check() == []


def test_a_card_of_the_family_with_days_of_its_own_is_that_one(desk: Desk) -> None:
    mia = Card(2, "Mia", uid="mia", family_of="ana", family_word="daughter", facts=[Fact("hobby", "Judo")])
    cards = [mia, ana(Relation("Mia", "daughter", "family"))]
    bring(desk, *cards)
    assert family() == [("Mia", "daughter", "")]
    assert len(ids()) == 1
    assert bring(desk, *cards).same == 2


def test_tags_are_put_on_the_customer_and_what_was_taken_off_stays_off(desk: Desk) -> None:
    bring(desk, ana(tags=["north", "Pays late", "!?"]))
    (customer,) = ids()
    assert [tag.name for tag in tags.of(customer)] == ["north", "Pays-late"]
    with desk.act("customer.untag"):
        tags.take_off([customer], tags.of(customer)[0].id)
    bring(desk, ana(tags=["north", "Pays late", "garden"]))
    assert [tag.name for tag in tags.of(customer)] == ["garden", "Pays-late"]


def test_who_introduced_them_is_a_link_when_they_are_here_and_else_a_sentence(desk: Desk) -> None:
    bring(desk, ana(Relation("Ben Osei", "recommended by", "introduced")), Card(2, "Ben Osei", uid="ben"),
          Card(3, "Cy", uid="cy", relations=[Relation("Nobody Here", "recommended by", "introduced")]))
    ((customer,),) = rows("select id from customer where name = 'Ana Ruiz'")
    ((link),) = links.of(customer)
    assert (link.word, link.other.name) == ("introduced by", "Ben Osei")
    assert rows("select text from detail") == [("Recommended by: Nobody Here",)]


def test_links_between_cards_come_back_and_unknown_ones_are_kept(desk: Desk) -> None:
    bring(desk, ana(links=[CardLink("ben", "neighbour of", "neighbour of"), CardLink("gone", "friend of", "")]),
          Card(2, "Ben Osei", uid="ben"))
    ((customer,),) = rows("select id from customer where name = 'Ana Ruiz'")
    assert [(link.word, link.other.name) for link in links.of(customer)] == [("neighbour of", "Ben Osei")]
    assert rows("select raw from person where name = 'Ana Ruiz'") == [("RELATED:urn:uuid:gone",)]


def test_a_circle_of_families_and_links_to_oneself_harm_nobody(desk: Desk) -> None:
    one, other = Card(1, "One", uid="1", family_of="2"), Card(2, "Other", uid="2", family_of="1")
    bring(desk, one, other, ana(family_of="ana", links=[CardLink("ana", "friend of", "")]))
    assert sorted(row[0] for row in rows("select name from person")) == ["Ana Ruiz", "One", "Other"]
    assert desk.check() == []


def test_all_parts_of_a_card_are_filled_and_missing_ones_added(desk: Desk) -> None:
    with desk.act("shop.set_up"):
        keeper = shops.add_keeper("Mira")
    bring(desk, ana(prefix="Dr", middle="Maria"))
    bring(desk, ana(prefix="Prof", middle="Maria", suffix="MBE", work="Dentist", language="es", keeper="mira",
                    wish_channel="phone", wish_time="before 8", since=dt.date(2020, 1, 2)))
    assert rows("select prefix, middle, suffix, work, language, wish_channel, wish_time from person") == [
        ("Dr", "Maria", "MBE", "Dentist", "es", "phone", "before 8")]
    assert rows("select since, keeper_id from customer") == [("2020-01-02", keeper)]


@pytest.mark.parametrize(("topic", "stored"), [("hobby", "hobby"), ("Chairs", None)])
def test_a_topic_of_the_shops_own_is_found_by_its_name(desk: Desk, topic: str, stored: str | None) -> None:
    bring(desk, ana(facts=[Fact(topic, "Oak", change="Bring samples", day=dt.date(2026, 12, 12))]))
    ((key, change, day),) = rows("select topic, change, day from detail")
    assert (change, day) == ("Bring samples", "2026-12-12")
    assert key == stored or rows("select name from topic where id = ?", int(key)) == [("Chairs",)]
