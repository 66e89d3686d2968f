from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lovedesk.shop import contact_points, customers, followups, narrowing, shops, special_days, tags, touchpoints
from lovedesk.shop import narrowing_words as said
from lovedesk.shop.narrowing import BY_TOUCH, Terms
from lovedesk.shop.tables import Customer, rows
from lovedesk.store.desk import Desk
from tests.conftest import TODAY

NOW = dt.datetime.combine(TODAY, dt.time(9))
SUMMER = dt.date(2026, 9, 1)
DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1))


def names(terms: Terms, order: str = narrowing.BY_NAME) -> list[str]:
    """Whom the terms leave, asked in both ways, which agree."""
    found = narrowing.ids(terms, NOW, order)
    assert [one for step in narrowing.steps(terms, NOW, order) for one in step] == found
    return [row.name for row in customers.page(found, NOW)]


def seen(customer: int, day: dt.date, began: str = "we") -> None:
    visit = touchpoints.plan([customer], dt.datetime.combine(day, dt.time(10)), began=began)
    touchpoints.finish(visit, now=NOW)


@pytest.fixture
def shop(desk: Desk) -> dict[str, int]:
    """Four customers and a supplier, each known in another way."""
    with desk.act("customer.add"):
        found = {name: customers.add(name) for name in ("Ana", "Ben", "Cleo", "Dora")}
        found["Cord"] = customers.add("Cord", standing="other")
        customers.set_standing(found["Cleo"], "enquiring")
        seen(found["Ana"], dt.date(2026, 3, 2))
        seen(found["Ben"], dt.date(2026, 10, 2), began="they")
        seen(found["Cleo"], dt.date(2026, 11, 2))
        tags.add([found["Ana"], found["Ben"]], "north")
        tags.add([found["Ben"]], "northeast")
    return found


def test_without_terms_all_but_those_who_are_no_customers(shop: dict[str, int]) -> None:
    assert names(Terms()) == ["Ana", "Ben", "Cleo", "Dora"]
    assert names(Terms(standings=("other", "enquiring"))) == ["Cleo", "Cord"]


def test_tags_hold_together_and_a_word_not_finished_is_any_that_begins_so(shop: dict[str, int]) -> None:
    assert names(Terms(tags=("North",))) == ["Ana", "Ben"]
    assert names(Terms(tags=("north", "northeast"))) == ["Ben"]
    assert names(Terms(tags=("northe",))) == ["Ben"]
    assert names(Terms(tags=("south",))) == []


def test_not_seen_since_holds_those_never_seen_too(shop: dict[str, int]) -> None:
    assert names(Terms(touched_before=SUMMER)) == ["Ana", "Dora"]
    assert names(Terms(touched_since=SUMMER)) == ["Ben", "Cleo"]
    assert names(Terms(never_touched=True)) == ["Dora"]


def test_who_came_once_or_is_gone_is_not_neglected_unless_asked_for(shop: dict[str, int]) -> None:
    customers.set_standing(shop["Ana"], "one-off")
    customers.set_standing(shop["Dora"], "gone")
    for neglect in (Terms(touched_before=SUMMER), Terms(never_touched=True), Terms(touched_before=SUMMER,
                                                                                   nothing_ahead=True)):
        assert names(neglect) == []
    assert names(Terms(touched_before=SUMMER, standings=("gone",))) == ["Dora"]
    assert names(Terms(missing=("phone",))) == ["Ana", "Ben", "Cleo", "Dora"]


def test_a_sign_is_theirs(shop: dict[str, int]) -> None:
    assert names(Terms(sign_before=SUMMER)) == ["Ana", "Cleo", "Dora"]
    assert names(Terms(sign_before=dt.date(2026, 11, 1))) == ["Ana", "Ben", "Cleo", "Dora"]


def test_nothing_ahead_means_nothing_planned_and_nothing_open(shop: dict[str, int]) -> None:
    touchpoints.plan([shop["Ana"]], NOW + dt.timedelta(1))
    done = followups.add("Call", customer=shop["Ben"], due=TODAY)
    assert names(Terms(nothing_ahead=True)) == ["Cleo", "Dora"]
    followups.finish(done, now=NOW)
    assert names(Terms(nothing_ahead=True)) == ["Ben", "Cleo", "Dora"]


def test_what_is_missing_may_hang_on_the_customer_or_their_people(shop: dict[str, int]) -> None:
    person = customers_person(shop["Ana"])
    contact_points.add(kind="phone", value="0123 4567", person=person)
    contact_points.add(kind="address", value="3 Kiln Road, Kelso", customer=shop["Ben"])
    special_days.add("birthday", 3, 4, person=person)
    customers.set_since(shop["Cleo"], SUMMER)
    assert names(Terms(missing=("phone",))) == ["Ben", "Cleo", "Dora"]
    assert names(Terms(missing=("phone", "address"))) == ["Cleo", "Dora"]
    assert names(Terms(missing=("birthday", "email"))) == ["Ben", "Cleo", "Dora"]
    assert names(Terms(missing=("since",))) == ["Ana", "Ben", "Dora"]


def customers_person(customer: int) -> int:
    return int(rows("select person_id from membership where customer_id = ?", customer)[0][0])


def test_place_words_and_keeper(shop: dict[str, int], desk: Desk) -> None:
    with desk.act("contact.add"):
        contact_points.add(kind="address", value="3 Kiln Road, Kelso", customer=shop["Ben"])
        mira = shops.add_keeper("Mira")
        customers.set_keeper(shop["Ana"], mira)
        followups.add("Look at the sofa", customer=shop["Dora"])
    assert names(Terms(place="kelso kiln")) == ["Ben"]
    assert names(Terms(words="sofa")) == ["Dora"]
    assert names(Terms(words="so do")) == ["Dora"]
    assert names(Terms(keeper=mira)) == ["Ana"]
    assert names(Terms(missing=("keeper",))) == ["Ben", "Cleo", "Dora"]


def test_by_touch_begins_with_those_who_wait_longest(shop: dict[str, int]) -> None:
    assert names(Terms(), BY_TOUCH) == ["Dora", "Ana", "Ben", "Cleo"]
    seen(shop["Ana"], TODAY)
    assert names(Terms(), BY_TOUCH) == ["Dora", "Ben", "Cleo", "Ana"]
    assert names(Terms(tags=("north",)), BY_TOUCH) == ["Ben", "Ana"]


def test_what_hung_on_a_merged_one_counts_for_whom_they_are_now(shop: dict[str, int], desk: Desk,
                                                               merge: Callable[[int, int], None]) -> None:
    merge(shop["Cleo"], shop["Dora"])
    assert names(Terms(touched_since=SUMMER)) == ["Ben", "Dora"]
    assert names(Terms(never_touched=True)) == []


@pytest.fixture
def merge(desk: Desk) -> Callable[[int, int], None]:
    def merge_(this: int, into: int) -> None:
        with desk.act("customer.merge"):
            Customer.update(merged_into=into).where(Customer.id == this).execute()
    return merge_


@given(st.builds(Terms, tags=st.lists(st.text(), max_size=3).map(tuple), place=st.text(), words=st.text(),
                 standings=st.lists(st.sampled_from(customers.STANDINGS)).map(tuple), keeper=st.none() | st.integers(),
                 touched_before=st.none() | DAYS, sign_before=st.none() | DAYS, nothing_ahead=st.booleans(),
                 missing=st.lists(st.sampled_from(narrowing.MISSING)).map(tuple)))
def test_terms_come_back_from_their_json(terms: Terms) -> None:
    assert narrowing.read(terms.json()) == terms


@pytest.mark.parametrize("text", [
    "", "[]", "nothing", '{"tags": 3, "newer": 1, "touched_before": "soon", "keeper": "x"}'])
def test_damaged_terms_are_no_terms(text: str) -> None:
    assert narrowing.read(text) == Terms()


def test_each_term_is_a_whole_sentence_and_can_be_taken_out(desk: Desk) -> None:
    mira = shops.add_keeper("Mira")
    terms = Terms(tags=("north", "oak"), standings=("gone",), place="Kelso", keeper=mira, touched_before=SUMMER,
                  sign_before=dt.date(2025, 1, 1), never_touched=True, nothing_ahead=True,
                  missing=narrowing.MISSING, words="sofa")
    assert said.sentence(terms, TODAY) == (
        "#north · #oak · gone · address with “Kelso” · Mira looks after them · not seen since 1 Sept · "
        "no sign of them since 1 Jan 2025 · never seen · nothing ahead · birthday not known · no phone number · "
        "no e-mail · no address · since when not known · nobody looks after them · with “sofa”")
    for term in said.each(terms, TODAY):
        terms = said.without(terms, term)
    assert terms == Terms()
