"""Addresses for other programs, and the words prepared: everything escaped, nothing private."""

from __future__ import annotations

import datetime as dt
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lovedesk.mishaps import Refused
from lovedesk.shop import contact_points, customers, details, people, reaching, shops
from lovedesk.shop.reaching import Words
from lovedesk.store.desk import Desk

DAY = dt.date(2026, 11, 24)


@pytest.mark.parametrize(("number", "dialled"), [
    ("0151 496-0498", "tel:01514960498"), ("+44 (0)151 496", "tel:+440151496"), (" (+49) 30/12", "tel:+493012"),
    ("*21#", "tel:*21%23"), ("0151;ext=1?x=2", "tel:015112")])
def test_a_number_is_dialled_by_its_digits(number: str, dialled: str) -> None:
    assert reaching.tel(number) == dialled


def test_what_is_no_number_no_place_no_address_and_no_page_is_refused() -> None:
    for make, words in ((reaching.tel, "call me"), (reaching.place, " \n "), (reaching.page, "javascript:alert(1)"),
                        (reaching.page, "file:///etc/passwd")):
        with pytest.raises(Refused):
            make(words)
    for address in ("nobody", "a@b.c,d@e.f", "a@b.c\nBcc: d@e.f", "<a@b.c>"):
        with pytest.raises(Refused):
            reaching.mail(address, Words("", "", ""))


@given(st.text(max_size=60), st.text(alphabet=st.characters(exclude_characters="\r"), max_size=200))
def test_no_word_of_an_e_mail_leaves_its_place(subject: str, body: str) -> None:
    subject, body = (text.encode("utf-8", "ignore").decode() for text in (subject, body))
    parts = urlsplit(reaching.mail("ana+chairs@example.org", Words("Ana", subject, body)))
    found = parse_qs(parts.query, keep_blank_values=True)
    assert (parts.scheme, unquote(parts.path), set(found)) == ("mailto", "ana+chairs@example.org", {"subject", "body"})
    assert found["subject"] == [subject]
    assert found["body"] == [body.replace("\n", "\r\n")]


@given(st.text(min_size=1, max_size=60).filter(str.strip))
def test_no_word_of_a_place_leaves_its_place(address: str) -> None:
    address = address.encode("utf-8", "ignore").decode()
    if not address.strip():
        return
    parts = urlsplit(reaching.place(address))
    assert (parts.scheme, parts.path, set(parse_qs(parts.query))) == ("geo", "0,0", {"q"})


def test_a_page_of_theirs_opens_by_https_where_nothing_else_is_said() -> None:
    assert reaching.page("www.example.org/a b") == "https://www.example.org/a%20b"
    assert reaching.page("http://example.org") == "http://example.org"


@pytest.fixture
def halcyon(desk: Desk) -> int:
    """A café with an owner, an address with a key, and a worry that stays off paper."""
    with desk.act("customer.add"):
        shops.set_up("The Workshop")
        cafe = customers.add("Café Halcyon", kind="business")
        owner = people.add(cafe, "Xiomara Reyes")
        details.add("The rent", topic="worry", person=owner)
        home = contact_points.add("11 Quay Street\nSaltmouth", kind="address", customer=cafe)
        contact_points.set_way_in(home, "The key is under the stone")
        contact_points.add("x@example.org", person=owner)
        contact_points.add("info@example.org", customer=cafe)
        return cafe


def test_the_words_are_from_the_names_and_the_occasion(desk: Desk, halcyon: int) -> None:
    owner = people.at(halcyon)[0].id
    with desk.act("shop.set_up"):
        mira = shops.add_keeper("Mira")
    words = reaching.prepared(halcyon, owner, occasion="celebration", keeper=mira)
    assert words == Words("Xiomara Reyes, Café Halcyon", "Congratulations, The Workshop",
                          "Dear Xiomara Reyes,\n\nour warmest wishes to you.\n\nKind regards\nMira\nThe Workshop",
                          "The Workshop")
    assert reaching.prepared(halcyon).body.startswith("Good day,")


def test_a_letter_is_rich_text_of_plain_signs_and_has_nothing_private(desk: Desk, halcyon: int) -> None:
    text = reaching.letter(reaching.prepared(halcyon, people.at(halcyon)[0].id),
                           reaching.whole_address(halcyon, "11 Quay Street"), DAY)
    assert text.startswith("{\\rtf1") and text.isascii()
    assert "11 Quay Street\\par\nSaltmouth" in text and "Caf\\u233?" in text
    assert "rent" not in text and "key" not in text and "stone" not in text


@given(st.text(max_size=80))
def test_no_word_of_a_letter_means_anything_to_the_program_that_opens_it(name: str) -> None:
    words = Words(name, "", "Good day,")
    text = reaching.letter(words, "{\\object}\n12 \\ Lane", DAY)
    assert text.isascii() and "{\\object}" not in text
    plain = text.replace("\\\\", "").replace("\\{", "").replace("\\}", "")
    assert plain.count("{") == plain.count("}") == 3


def test_their_ways_stand_in_the_order_of_those_who_are_met(desk: Desk, halcyon: int) -> None:
    owner = people.at(halcyon)[0].id
    assert [way.value for way in reaching.ways(halcyon, [owner], "email")] == ["x@example.org", "info@example.org"]
    assert reaching.ways(halcyon, [], "phone") == []


def test_nothing_is_prepared_for_who_left(desk: Desk, halcyon: int) -> None:
    with desk.act("customer.set_standing"):
        customers.set_standing(halcyon, "gone")
    with pytest.raises(Refused, match="left"):
        reaching.prepared(halcyon)
