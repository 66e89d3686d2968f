"""Bringing contacts in: who is new, who is here, who is kept out; twice changes nothing; undo takes it back."""

from __future__ import annotations

import pytest

from lovedesk.formats.records import Card, Fact, Reading, Unreadable, Way, YearlyDay
from lovedesk.mishaps import Cancelled
from lovedesk.shop import blobs, customers, imports, search
from lovedesk.shop.import_cards import Fate
from lovedesk.shop.imports import Counts, Plan
from lovedesk.shop.tables import Customer, Person, rows
from lovedesk.store.desk import Desk

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 40


def card(name: str, *ways: str, **fields: object) -> Card:
    made = Card(1, name, ways=[Way("email" if "@" in way else "phone", way) for way in ways])
    for field, value in fields.items():
        setattr(made, field, value)
    return made


def planned(*cards: Card) -> Plan:
    return imports.prepare([Reading("phone.vcf", list(cards))])


def bring(desk: Desk, *cards: Card, standing: str = "customer") -> Counts:
    plan = planned(*cards)
    plan.standing = standing
    with desk.act("import.bring_in") as recorder:
        return imports.bring_in(plan, recorder.insert_many)


def fates(plan: Plan) -> list[Fate]:
    return [plan.row(key).fate for key in plan.keys]


def names(standing: str = "") -> list[str]:
    return [rows("select name from customer where id = ?", customer)[0][0] for customer in customers.ids(standing)]


def stored() -> list[tuple[object, ...]]:
    """All live rows of what imports write, without ids."""
    return [row for sql in (
        "select name, kind, standing, photo, raw from customer where state = 'live' order by 1, 2, 3",
        """select p.name, p.given, p.nickname, p.say, p.raw, m.role from person p
           join membership m on m.person_id = p.id and m.state = 'live' where p.state = 'live' order by 1, 2""",
        "select kind, value, key, label, preferred from contact_point where state = 'live' order by 1, 2",
        "select kind, month, day, year from special_day where state = 'live' order by 1, 2, 3",
        "select topic, text, source, source_name, seen_by from detail where state = 'live' order by 1, 2",
    ) for row in rows(sql)]


def ana(**fields: object) -> Card:
    whole: dict[str, object] = {
        "given": "Ana", "family": "Ruiz", "uid": "uid-of-ana", "days": [YearlyDay("birthday", 4, 15)],
        "facts": [Fact("family", "Spouse: Leo"), Fact("note", "Rings twice"), Fact("food", "No nuts")],
        "raw": ["X-ODD:1"]}
    return card("Ana Ruiz", "ana@example.org", "+44 1632 960001", **(whole | fields))


def test_a_card_becomes_a_customer_with_their_person(desk: Desk) -> None:
    assert bring(desk, ana(photo=PNG)) == Counts(1, 1, 0, 0, 0, 0)
    assert names() == ["Ana Ruiz"]
    assert search.customers("01632 960001".removeprefix("0")).ids == customers.ids()
    assert rows("select value, key from contact_point where kind = 'phone'") == [("+44 1632 960001", "441632960001")]
    ((photo,),) = rows("select photo from customer")
    assert blobs.get(photo) == PNG
    assert desk.check() == []


def test_a_note_of_a_file_is_private_and_comes_without_a_day(desk: Desk) -> None:
    bring(desk, ana())
    assert dict(rows("select topic, seen_by from detail")) == {"family": "paper", "note": "here", "food": "paper"}
    assert rows("select distinct source, source_name, learned_on from detail") == [("file", "phone.vcf", None)]


def test_the_same_file_a_second_time_changes_nothing(desk: Desk) -> None:
    cards = [ana(), card("Ben", company="Café"), card("Café", is_company=True), card("No mark")]
    bring(desk, *cards)
    before, actions = stored(), rows("select count(*) from action")
    assert bring(desk, *cards) == Counts(0, 0, 0, 4, 0, 0)
    assert stored() == before
    assert rows("select count(*) from action") == actions


def test_the_same_people_of_another_program_are_known_by_mail_or_number(desk: Desk) -> None:
    bring(desk, ana(), card("Ben Osei", "01632 960002"))
    plan = planned(card("Ruiz, Ana", "ANA@example.org", uid="other"), card("Mr Ben Osei", "+44 (1632) 960-002"))
    assert Fate.NEW not in fates(plan)


@pytest.mark.parametrize("other", [
    card("Carlos Ruiz", "ana@example.org"),                 # one mailbox, two people
    card("Ana Ruiz"),                                       # a homonym
    card("Ana Ruiz", "+44 1632 960009"),
    card("Bob", uid="uid-of-ana"),                          # a program that numbers its cards from 1
])
def test_who_may_be_another_comes_in_new(desk: Desk, other: Card) -> None:
    bring(desk, ana())
    assert fates(planned(other)) in ([Fate.NEW], [Fate.MAYBE])
    assert bring(desk, other) == Counts(1, 1, 0, 0, 0, 0)


def test_a_namesake_is_shown_as_maybe_the_same(desk: Desk) -> None:
    bring(desk, ana())
    plan = planned(card("Ana Ruiz"))
    assert fates(plan) == [Fate.MAYBE]
    assert "of this name" in plan.row(0).remark


def test_what_is_missing_is_added_and_nothing_overwritten(desk: Desk) -> None:
    bring(desk, ana())
    changed = ana(nickname="Anita", role="Owner", photo=PNG, days=[YearlyDay("birthday", 4, 15, 1980)], facts=[
        Fact("note", "Rings twice"), Fact("hobby", "Chess")])
    changed.name, changed.given = "Ana Maria Ruiz", ""
    changed.ways = [Way("phone", "01632 960001", "home"), Way("email", "ana@work.example")]
    assert bring(desk, changed) == Counts(0, 0, 1, 0, 0, 0)
    assert rows("select name, given, nickname from person") == [("Ana Ruiz", "Ana", "Anita")]
    assert rows("select value from contact_point order by position") == [
        ("ana@example.org",), ("+44 1632 960001",), ("ana@work.example",)]
    assert rows("select year from special_day") == [(1980,)]
    assert rows("select role from membership") == [("Owner",)]
    assert ("Chess",) in rows("select text from detail")
    assert rows("select count(*) from detail") == [(4,)]
    assert bring(desk, changed) == Counts(0, 0, 0, 1, 0, 0)


def test_what_differs_stands_beside(desk: Desk) -> None:
    bring(desk, ana(role="Owner", nickname="Anita"))
    bring(desk, ana(role="Baker", nickname="Nita", company="Café"), ana(role="Baker"))
    assert rows("select role, nickname from membership join person p on p.id = person_id") == [("Owner", "Anita")]
    texts = {text for (text,) in rows("select text from detail")}
    assert {"Role: Baker", "Also called Nita", "Company: Café"} <= texts


def test_what_was_deleted_does_not_come_back_by_itself(desk: Desk) -> None:
    bring(desk, ana())
    with desk.act("contact.trash"):
        rows("update contact_point set state = 'trashed' where kind = 'phone'")
    bring(desk, ana(nickname="Anita"))
    assert rows("select kind from contact_point where state = 'live'") == [("email",)]


def test_who_is_no_customer_is_kept_out_also_next_time(desk: Desk) -> None:
    bring(desk, card("Paper Mill", "mill@example.org", uid="m"), standing="other")
    assert names() == []
    plan = planned(card("Paper Mill", "mill@example.org", "01632 960007", uid="m"))
    assert fates(plan) == [Fate.KEPT_OUT]
    assert plan.counts == Counts(0, 0, 0, 0, 1, 0)


def test_a_new_colleague_at_a_supplier_is_kept_out_with_them(desk: Desk) -> None:
    bring(desk, card("Ben", "ben@mill.example", company="Mill"), standing="other")
    assert bring(desk, card("Ben", "ben@mill.example", company="Mill"), card("Cy", company="mill")) == Counts(
        0, 0, 0, 0, 2, 0)
    assert rows("select count(*) from person") == [(1,)]


def test_who_lies_in_the_trash_stays_there(desk: Desk) -> None:
    bring(desk, ana())
    with desk.act("customer.trash"):
        customers.trash(customers.ids()[0])
    assert fates(planned(ana())) == [Fate.KEPT_OUT]


def test_cards_of_one_company_make_one_customer(desk: Desk) -> None:
    counts = bring(desk, card("Ben", company="The Café", role="Cook"), card("Cy", company="the cafe"),
                   card("The Café", "01632 960003", is_company=True))
    assert counts == Counts(1, 2, 0, 0, 0, 0)
    assert rows("select name, kind from customer") == [("The Café", "business")]
    assert rows("select p.name, m.role from membership m join person p on p.id = m.person_id order by m.position") == [
        ("Ben", "Cook"), ("Cy", "")]
    assert rows("select person_id is null from contact_point") == [(1,)]


def test_a_group_can_be_split(desk: Desk) -> None:
    plan = planned(card("Ben", company="Café"), card("Cy", company="Café"), card("Dee"))
    assert plan.row(0).people == ["Ben", "Cy"]
    plan.split(plan.row(0).key)
    assert [plan.row(key).name for key in plan.keys] == ["Ben", "Cy", "Dee"]
    with desk.act("import.bring_in") as recorder:
        imports.bring_in(plan, recorder.insert_many)
    assert names() == ["Ben", "Cy", "Dee"]
    assert rows("select distinct text from detail") == [("Company: Café",)]


def test_one_more_person_joins_the_company_that_their_colleagues_are_at(desk: Desk) -> None:
    bring(desk, card("Ben", company="Café", uid="ben"))
    with desk.act("customer.rename"):
        customers.rename(customers.ids()[0], "Café Nero")
    assert bring(desk, card("Ben", company="Café", uid="ben"), card("Cy", company="Café")) == Counts(0, 1, 0, 1, 0, 0)
    assert names() == ["Café Nero"]


def test_a_company_of_the_same_name_with_other_people_is_another_customer(desk: Desk) -> None:
    bring(desk, card("Ben", company="Café"))
    bring(desk, card("Zoe", company="Café"))
    assert names() == ["Café", "Café"]


def test_twins_in_one_import_are_one(desk: Desk) -> None:
    assert bring(desk, ana(), ana(uid=""), ana(nickname="Anita", facts=[Fact("hobby", "Chess")])).people == 1
    assert rows("select nickname from person") == [("Anita",)]
    assert rows("select count(*) from detail") == [(4,)]
    assert bring(desk, ana(), ana(nickname="Anita", facts=[Fact("hobby", "Chess")])) == Counts(0, 0, 0, 1, 0, 0)


def test_one_uid_on_every_card_makes_no_one_disappear(desk: Desk) -> None:
    cards = [card("Ana", uid="1"), card("Ben", uid="1"), card("Cy", uid="1")]
    assert bring(desk, *cards).people == 3
    assert bring(desk, *cards) == Counts(0, 0, 0, 3, 0, 0)


def test_of_two_with_one_uid_a_later_card_is_about_the_one_it_names(desk: Desk) -> None:
    bring(desk, card("Jo Adams", uid="1"), card("Jo Brown", uid="1"))
    bring(desk, card("Jo Brown", uid="1", nickname="Joey"))
    assert rows("select name, nickname from person order by name") == [("Jo Adams", ""), ("Jo Brown", "Joey")]


def test_homonyms_of_an_export_stay_two_also_after_undo(desk: Desk) -> None:
    cards = [("Jo Adams", "lovedesk-1"), ("Jo Adams", "lovedesk-2")]
    assert bring(desk, *(card(name, uid=uid) for name, uid in cards)).people == 2
    desk.undo()
    assert bring(desk, *(card(name, uid=uid) for name, uid in cards)).people == 2
    assert rows("select uid from person where state = 'live' order by 1") == [("lovedesk-1",), ("lovedesk-2",)]
    assert bring(desk, *(card(name, uid=uid) for name, uid in cards)) == Counts(0, 0, 0, 2, 0, 0)


def test_undo_takes_back_what_was_added_and_what_was_updated(desk: Desk) -> None:
    bring(desk, ana())
    before = stored()
    bring(desk, ana(nickname="Anita", days=[YearlyDay("birthday", 4, 15, 1980)]), card("Ben", "01632 960002"))
    desk.undo()
    assert stored() == before
    assert search.customers("ben").ids == []
    desk.redo()
    assert names() == ["Ana Ruiz", "Ben"]
    assert desk.check() == []


def test_importing_after_undoing_brings_the_same_rows_back(desk: Desk) -> None:
    cards = [ana(), card("Ben", "01632 960002", company="Café"), card("Café", "cafe@example.org", is_company=True)]
    bring(desk, *cards)
    whole, ids = stored(), rows("select id from person union select id from customer")
    desk.undo()
    assert stored() == []
    assert bring(desk, *cards, standing="enquiring") == Counts(2, 2, 0, 0, 0, 0)
    assert rows("select id from person union select id from customer") == ids
    assert names("enquiring") == ["Ana Ruiz", "Café"]
    with desk.act("customer.set_standing"):
        for customer in customers.ids():
            customers.set_standing(customer, "customer")
    assert stored() == whole
    assert search.customers("960002").ids
    assert desk.check() == []


def test_what_was_taken_back_by_hand_is_not_revived(desk: Desk) -> None:
    bring(desk, ana())
    with desk.act("detail.add"):
        rows("insert into detail (id, person_id, topic, text) select 77, id, 'note', 'typed' from person")
    desk.undo()
    desk.undo()
    bring(desk, ana())
    assert ("typed",) not in rows("select text from detail where state = 'live'")


def test_a_split_import_is_not_revived_as_a_company(desk: Desk) -> None:
    bring(desk, card("Ben", company="Café"), card("Cy", company="Café"))
    desk.undo()
    plan = planned(card("Ben", company="Café"), card("Cy", company="Café"))
    plan.split(plan.row(0).key)
    with desk.act("import.bring_in") as recorder:
        imports.bring_in(plan, recorder.insert_many)
    assert names() == ["Ben", "Cy"]


def test_standings_are_said_for_all_and_for_some(desk: Desk) -> None:
    plan = planned(card("Ana"), card("Ben"))
    plan.standing = "enquiring"
    plan.exceptions[plan.row(1).key] = "other"
    with desk.act("import.bring_in") as recorder:
        imports.bring_in(plan, recorder.insert_many)
    assert names("enquiring") == ["Ana"]
    assert names("other") == ["Ben"]


def test_a_name_longer_than_names_is_cut_at_a_word_and_kept_whole(desk: Desk) -> None:
    long = "word " * 2000
    bring(desk, card(long), card("\x00\x07"), card("Half a \ud83d sign"))
    assert sorted(len(name) for name in names()) == [7, 11, 299]
    assert rows("select raw from person where raw <> ''") == [(long.strip(),)]


def test_a_photo_that_is_a_film_is_left_out_and_said(desk: Desk) -> None:
    bring(desk, ana(photo=PNG + bytes(20 << 20)))
    assert rows("select photo, raw from person") == [("", "X-ODD:1\nA photo of 20 MB was left out.")]


def test_unreadable_cards_are_listed_with_their_place(desk: Desk) -> None:
    plan = imports.prepare([Reading("a.vcf", [], [Unreadable(7, "No end", "BEGIN")])])
    assert plan.unreadable == [imports.NotRead("a.vcf", 7, "No end", "BEGIN")]
    assert plan.counts.unreadable == 1
    assert len(plan) == 0


def test_cancel_takes_all_of_it_back(desk: Desk) -> None:
    def cancel(_done: int, _total: int) -> None:
        raise Cancelled

    plan = planned(ana())
    with pytest.raises(Cancelled), desk.act("import.bring_in") as recorder:
        imports.bring_in(plan, recorder.insert_many, cancel)
    assert stored() == []


def test_a_card_of_one_who_was_merged_is_about_whom_they_were_merged_into(desk: Desk) -> None:
    bring(desk, ana(), card("Bea Long", "bea@example.org", uid="uid-of-bea"))
    (ana_id,), (bea_id,) = rows("select id from person order by name")
    ana_at, bea_at = customers.named("Ana Ruiz")[0][0], customers.named("Bea Long")[0][0]
    with desk.act("customer.merge"):
        Customer.update(merged_into=ana_at).where(Customer.id == bea_at).execute()
        Person.update(merged_into=ana_id).where(Person.id == bea_id).execute()
    again = card("Bea Long", "bea@example.org", uid="uid-of-bea")
    assert fates(planned(again)) == [Fate.SAME]
    bring(desk, again, card("Bea Long", "bea@example.org", "+44 1632 960009"))
    assert customers.ids() == [ana_at]
    assert rows("select person_id from contact_point where value = '+44 1632 960009'") == [(ana_id,)]
