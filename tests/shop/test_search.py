"""Search: any word by its beginning, in any order and writing; never what is gone; an index never behind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lovedesk.mishaps import Refused
from lovedesk.shop import (
    contact_points,
    customers,
    details,
    followups,
    indexing,
    items,
    people,
    search,
    special_days,
    topics,
    touchpoints,
    trashcan,
)
from lovedesk.shop.folding import fold
from lovedesk.shop.tables import (
    Accommodation,
    Agreement,
    Friction,
    InboxLine,
    Job,
    Membership,
    Paper,
    Request,
    rows,
)
from lovedesk.store.desk import Desk

NOW = dt.datetime(2026, 11, 24, 9, 0)


def add(desk: Desk, name: str, standing: str = "customer") -> int:
    with desk.act("customer.add"):
        return customers.add(name, standing=standing)


def found(text: str) -> list[str]:
    """The names that a search finds, in its order."""
    return [row.name for row in customers.page(search.customers(text).ids, NOW)]


@pytest.mark.parametrize(("name", "text"), [
    ("Ana Ruiz", "ana"), ("Ana Ruiz", "ANA"), ("Ana Ruiz", "ruiz ana"), ("Ana Ruiz", "ru an"), ("Ana Ruiz", "r"),
    ("José Ñandú", "jose nandu"), ("Jose Nandu", "José ñandú"), ("Zoë", "zoe"), ("Øyvind Åse", "oyvind ase"),
    ("Łukasz", "lukasz"), ("Straße 12", "strasse"), ("Strasse", "straße"), ("Đorđe", "dorde"), ("Ærø", "aero"),
    ("Œuvre", "oeuvre"), ("Þórr", "thorr"), ("Işık", "isik"), ("İstanbul", "istanbul"), ("D’Arcy", "d'arcy"),
    ("D'Arcy", "arcy d"), ("Li", "li"), ("Oz", "oz"), ("李 明", "李"), ("Ольга", "ольга"), ("Ａna", "ana"),
    ("Tansy & Thread", "tansy thread"), ("Müller-Lüdenscheidt", "ludenscheidt"), ("A. B. Carter", "carter a b"),
    ("café", "cafe\u0301"), ("cafe\u0301", "café")])
def test_accents_case_order_and_foreign_letters_do_not_matter(desk: Desk, name: str, text: str) -> None:
    add(desk, "Somebody Else")
    add(desk, name)
    assert found(text) == [name]


def test_every_word_must_be_there_each_wherever_it_stands(desk: Desk, ana: int) -> None:
    with desk.act("detail.add"):
        details.add("Plays the cello", topic="care", customer=ana)
        person = people.add(ana, "Lou", role="bookkeeper")
        details.add("Rides to work", topic="care", person=person)
    add(desk, "Ana Cellini")
    assert found("ana cello") == ["Ana Ruiz"]
    assert found("bookk ruiz rides") == ["Ana Ruiz"]
    assert found("ana cel") == ["Ana Cellini", "Ana Ruiz"]
    assert found("ana violin") == []


@pytest.mark.parametrize("written", ["+44 1632 960001", "01632 960001", "(01632) 960-001", "01632960001",
                                     "0044 1632 960001", "+44 (0)1632 960001"])
@pytest.mark.parametrize("sought", ["01632 960001", "01632960001", "1632-960001", "960001", "0001", "1632",
                                    "(01632) 9600", "+44 1632 960001", "00441632960001"])
def test_a_number_is_found_as_written_or_not_by_any_four_of_its_digits(
    desk: Desk, ana: int, written: str, sought: str,
) -> None:
    with desk.act("contact.add"):
        contact_points.add(written, kind="phone", person=people.at(ana)[0].id)
    assert found(sought) == ["Ana Ruiz"]


def test_an_address_and_an_e_mail_are_found_by_their_parts(desk: Desk, ana: int) -> None:
    with desk.act("contact.add"):
        contact_points.add("12 Mill Lane\nAbergavenny", customer=ana, label="home")
        contact_points.add("ana.ruiz@example.org", customer=ana, note="best before 8")
    for text in ("mill lane", "aberga", "12 mill", "ana.ruiz@example.org", "example ana", "home", "before 8"):
        assert found(text) == ["Ana Ruiz"], text


def test_few_hits_are_filled_up_by_those_that_hold_the_word_inside_a_word(desk: Desk) -> None:
    add(desk, "Bookbinder")
    binder = add(desk, "Zed Binder")
    assert found("binder") == ["Zed Binder", "Bookbinder"]
    assert search.by_beginnings("binder").ids == [binder]
    assert found("kbin") == ["Bookbinder"]
    assert found("%") == found("_") == []


def test_many_hits_are_cut_and_said_to_be_more(desk: Desk) -> None:
    from lovedesk.store.ids import new_ids

    count = search.SHOWN + 20
    first = new_ids(count)
    with desk.act("import.bring_in") as recorder:
        recorder.insert_many("customer", ("id", "name", "sort_name", "standing"),
                             [(first + n, f"Ana {n:04}", f"ana {n:04}", "customer") for n in range(count)])
    assert search.customers("ana") == search.Found([first + n for n in range(search.SHOWN)], more=True)
    assert search.customers("ana 00").more is False
    assert len(search.customers("ana 00").ids) == 100
    assert len(search.hits("ana")) == search.HITS


def test_those_who_are_no_customers_are_found_only_when_wanted(desk: Desk) -> None:
    beam = add(desk, "Beam Timber", standing="other")
    assert search.customers("beam").ids == []
    assert search.customers("beam", others=True).ids == [beam]
    assert [hit.customer for hit in search.hits("beam")] == [beam]


def test_a_hit_shows_the_words_in_which_it_was_found(desk: Desk, ana: int) -> None:
    with desk.act("detail.add"):
        details.add("Plays the\ncello", topic="care", customer=ana)
        contact_points.add("+44 1632 960001", customer=ana)
    assert search.hits("CELLO") == [search.Hit(ana, "Ana Ruiz", "Plays the cello")]
    assert search.hits("ruiz")[0].text == "Ana Ruiz"
    assert search.hits("1632 96")[0].text == "+44 1632 960001"
    assert search.hits("01632 960001")[0].text == "+44 1632 960001"
    assert search.hits("") == []


def everything(ana: int) -> int:
    """One text of each kind of Ana's, each with the word zephyr; a person's id."""
    person = people.add(ana, "Zephyr")
    details.add("zephyr", topic="care", person=person)
    details.add("zephyr", topic="care", customer=ana)
    contact_points.add("zephyr@example.org", person=person)
    visit = touchpoints.plan([ana], NOW, title="zephyr")
    items.answer(items.add(visit, "ask", "zephyr?"), "zephyr", now=NOW)
    followups.add("zephyr", customer=ana)
    return person


def texts_found() -> int:
    return len(rows("select 1 from search_text where folded like '%zephyr%'"))


def test_what_is_undone_is_not_found_and_what_is_done_again_is(desk: Desk, ana: int) -> None:
    with desk.act("sample.fill"):
        everything(ana)
    assert (found("zephyr"), texts_found()) == (["Ana Ruiz"], 7)
    desk.undo()
    assert (found("zephyr"), texts_found()) == ([], 0)
    desk.redo()
    assert (found("zephyr"), texts_found()) == (["Ana Ruiz"], 7)


def test_what_is_in_the_trash_is_not_found_nor_what_hangs_on_it(desk: Desk, ana: int) -> None:
    with desk.act("sample.fill"):
        person = everything(ana)
    with desk.act("person.trash"):
        people.trash(person)
    assert texts_found() == 4
    ((visit,),) = rows("select id from touchpoint")
    with desk.act("visit.trash"):
        touchpoints.trash(visit)
    assert texts_found() == 2
    with desk.act("trash.take_back"):
        trashcan.take_back("touchpoint", visit)
        trashcan.take_back("person", person)
    assert texts_found() == 7
    with desk.act("customer.trash"):
        customers.trash(ana)
    assert found("zephyr") == []
    desk.undo()
    assert found("zephyr") == ["Ana Ruiz"]


def test_a_renamed_person_is_found_by_the_new_name_alone(desk: Desk, ana: int) -> None:
    (person,) = people.at(ana)
    with desk.act("person.rename"):
        people.rename(person.id, "Anita Rey")
    assert (found("rey"), found("ruiz")) == (["Anita Rey"], [])
    desk.undo()
    assert (found("rey"), found("ruiz")) == ([], ["Ana Ruiz"])


def test_a_person_who_moves_to_another_customer_takes_their_texts_along(desk: Desk, ana: int) -> None:
    cafe = add(desk, "Café")
    with desk.act("sample.fill"):
        person = people.add(ana, "Lou", role="cook")
        details.add("cello", topic="care", person=person)
        contact_points.add("0151 496 0142", person=person)
    with desk.act("person.change"):
        Membership.update(customer=cafe).where(Membership.person == person).execute()
    for text in ("lou", "cook", "cello", "0142"):
        assert found(text) == ["Café"], text
    desk.undo()
    for text in ("lou", "cook", "cello", "0142"):
        assert found(text) == ["Ana Ruiz"], text


def test_a_person_at_two_customers_is_found_at_both(desk: Desk, ana: int) -> None:
    cafe = add(desk, "Café")
    with desk.act("person.add"):
        Membership.create(customer=cafe, person=people.at(ana)[0].id)
    assert found("ruiz") == ["Ana Ruiz", "Café"]
    assert [hit.text for hit in search.hits("ruiz")] == ["Ana Ruiz", "Ana Ruiz"]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=()), max_size=40))
def test_no_text_at_all_raises(desk: Desk, text: str) -> None:
    if not customers.ids():
        add(desk, "Ana Ruiz")
    search.customers(text)
    search.hits(text)
    list(search.inside_words(text))
    customers.named(text)


LETTERS = st.characters(categories=["L"], max_codepoint=0x24F)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.lists(st.text(LETTERS, min_size=1, max_size=8), min_size=1, max_size=4), data=st.data())
def test_a_name_is_found_by_the_beginnings_of_its_words_in_any_order(
    fresh_desk: Callable[[], Desk], names: list[str], data: st.DataObject,
) -> None:
    desk = fresh_desk()
    kept = add(desk, " ".join(names))
    words = data.draw(st.permutations(names))
    typed = [word[:data.draw(st.integers(1, len(word)))] for word in words]
    assert search.customers(" ".join(typed)).ids == [kept]
    assert search.customers(" ".join(typed).upper()).ids == [kept]
    desk.close()


@given(text=st.text())
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


WORDS = ["zephyr", "Ångström", "Li", "0151 496 0142", "ana@example.org", "x y", "ßø"]
STEPS = st.lists(st.tuples(st.integers(0, 19), st.integers(0, 9), st.sampled_from(WORDS)), max_size=25)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_the_index_is_what_a_new_one_would_be_whatever_was_done(
    fresh_desk: Callable[[], Desk], steps: list[tuple[int, int, str]],
) -> None:
    desk = fresh_desk()
    for verb, which, word in steps:
        do(desk, verb, which, word)
    before = index()
    indexing.rebuild(desk.database.handle)
    assert index() == before
    assert desk.check() == []
    desk.close()


def index() -> tuple[list[tuple[object, ...]], list[list[int]]]:
    """All texts, and who is found by the beginnings of the words."""
    return (sorted(rows("select tbl, row, customer, folded from search_text")),
            [search.by_beginnings(word, others=True).ids for word in WORDS])


def do(desk: Desk, verb: int, which: int, word: str) -> None:
    """One action of a kind, on one of the rows that there are."""
    def one(table: str) -> int:
        ids = [row[0] for row in rows(f"select id from {table} order by id")]
        return ids[which % len(ids)] if ids else 0

    acts: list[Callable[[], object]] = [
        lambda: customers.add(word), lambda: customers.rename(one("customer"), word),
        lambda: people.add(one("customer"), word, role=word), lambda: people.rename(one("person"), word),
        lambda: people.set_nickname(one("person"), word), lambda: people.set_role(one("membership"), word),
        lambda: contact_points.add(word, person=one("person")),
        lambda: contact_points.change(one("contact_point"), word),
        lambda: details.add(word, topic="care", person=one("person")), lambda: details.trash(one("detail")),
        lambda: touchpoints.plan([one("customer")], NOW, title=word),
        lambda: items.add(one("touchpoint"), "ask", word), lambda: touchpoints.trash(one("touchpoint")),
        lambda: followups.add(word, customer=one("customer")), lambda: people.trash(one("person")),
        lambda: customers.trash(one("customer")), lambda: trashcan.take_back("person", one("person")),
        lambda: Membership.update(customer=one("customer")).where(Membership.id == one("membership")).execute()]
    if verb >= len(acts):
        desk.undo() if verb % 2 else desk.redo()
        return
    try:
        with desk.act("sample.fill"):
            acts[verb]()
    except Refused:
        pass


def test_each_part_of_a_name_with_a_hyphen_is_a_beginning_beside_other_words(desk: Desk) -> None:
    with desk.act("customer.add"):
        kept = customers.add("Anne-Marie O’Neill")
    assert search.by_beginnings("marie ann").ids == [kept]
    assert search.by_beginnings("neill marie").ids == [kept]
    assert customers.named("anne-marie o'neill") == [(kept, "Anne-Marie O’Neill")]


@pytest.mark.parametrize("digits", ["0142", "4960", "1514", "5149601", "514 960", "+44 151 496"])
def test_any_four_digits_of_a_number_find_it_at_once_also_beside_a_word(desk: Desk, ana: int, digits: str) -> None:
    with desk.act("contact.add"):
        contact_points.add("0151 496 0142", customer=ana)
    assert search.by_beginnings(digits).ids == [ana]
    assert search.by_beginnings("ana 0151").ids == [ana]
    desk.undo()
    assert search.by_beginnings(digits).ids == []


def test_names_come_before_what_was_written(desk: Desk) -> None:
    with desk.act("customer.add"):
        abel = customers.add("Abel")
        details.add("has a helper", topic="need", customer=abel)
        helen = customers.add("Xavier Helen")
    assert search.by_beginnings("hel").ids == [helen, abel]


@pytest.mark.parametrize(("text", "name"), [
    ("xiomra", "Xiomara Reyes"), ("okonkow", "Tad Okonkwo"), ("reies xiomara", "Xiomara Reyes"), ("qqqq", None)])
def test_where_nothing_is_found_what_is_like_it_is(desk: Desk, text: str, name: str | None) -> None:
    with desk.act("customer.add"):
        known = {name: customers.add(name) for name in ("Xiomara Reyes", "Tad Okonkwo")}
    assert search.customers(text).ids == []
    *looking, found = list(search.alike(text))
    assert found == ([known[name]] if name else [])
    assert not any(looking)


def test_every_text_that_can_be_entered_is_found(desk: Desk, ana: int) -> None:
    with desk.act("sample.fill"):
        person = people.at(ana)[0].id
        boats = topics.add("Boats")
        details.add("a cutter", topic=boats, customer=ana)
        special_days.add("name day", 11, 30, person=person)
        job = Job.create(customer=ana, what="armchair", place="veranda", number="R-2026")
        Paper.create(customer=ana, name="swatch.jpg")
        Request.create(customer=ana, text="saturday", done="came", reason="fair", instead="monday")
        Friction.create(customer=ana, text="parking")
        Accommodation.create(customer=ana, text="evenings")
        Agreement.create(customer=ana, text="notice")
        InboxLine.create(customer=ana, text="scribble")
        followups.drop(followups.add("varnish", customer=ana), "no oil", now=NOW)
    for word in ("boats", "cutter", "name day", "armchair", "veranda", "r-2026", "swatch", "saturday", "came", "fair",
                 "monday", "parking", "evenings", "notice", "scribble", "varnish", "oil"):
        assert search.by_beginnings(word).ids == [ana], word
    with desk.act("job.trash"):
        Job.update(state="trashed").where(Job.id == job.id).execute()
    assert search.by_beginnings("veranda").ids == []
