"""What is written as vCard 3.0 and 4.0 is read as the same cards, and is what other programs take."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from lovedesk.formats import contacts, labels, vcard_writing
from lovedesk.formats.records import Card, CardLink, Fact, Relation, Way, YearlyDay

VERSIONS = ("3.0", "4.0")
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))
ANA = Card(
    1, "Dr. Ana Ruiz", "Ana", "Ruiz", company="Café; Øst, & Söhne", role="Boss, Sales", nickname="An, Annie",
    say="AH-nah", uid="ana-1", photo=PNG, raw=["X-ODD;TYPE=a:one\\, two", "Spalte 7: =foo"], prefix="Dr.",
    middle="María", suffix="jr.", work="baker", language="pt", tags=["north", "a, b; c"], standing="customer",
    since=dt.date(2020, 2, 29), gone="left", gone_on=dt.date(2024, 1, 2), wish_channel="call",
    wish_time='before "8"\nam', keeper="Jo", links=[CardLink("ben-1", "introduced by", "introduced")],
    relations=[Relation("Mia", "daughter"), Relation("http://a", "son"), Relation("Rex", "dog", "pet"),
               Relation("Ola", "Patentante"), Relation("Pip"), Relation("Max", "manager", "near"),
               Relation("Uwe", "Trauzeuge", "near"), Relation("Eva", "recommended by", "introduced")],
    days=[YearlyDay("birthday", 2, 29), YearlyDay("anniversary", 4, 15, 2001), YearlyDay("name day, hers", 12, 6)],
    ways=[Way("phone", "+44 20 7946 0018", "work mobile", True),
          Way("phone", "0151 496 0142", "rings; twice", note="at 8"), Way("email", "ana@example.org", "home", True),
          Way("web", "https://example.org/a,b"), Way("im", "ana", "Signal"),
          Way("address", "1 Quay\nRear; left\nBristol", "work", note="\\n", way_in="key, under 4"),
          Way("im", "ana@example.org", "XMPP")],
    facts=[Fact("note", "One\ntwo; three"), Fact("care", "Tea — no milk", "bring tea", dt.date(2026, 1, 2),
                                                dt.date(2026, 2, 3), dt.date(2026, 5, 6), "here")])
COMPANY = Card(1, "Acme Ltd", is_company=True, company="Acme Ltd", uid="acme", ways=[Way("phone", "0151 496 0142")],
               standing="enquiring")
MIA = Card(1, "Mia", "Mia", uid="mia", kind="pet", family_of="ana-1", family_word="daughter",
           days=[YearlyDay("birthday", 5, 6, 2019)])


def again(card: Card, version: str) -> Card:
    data = b"".join(vcard_writing.vcards([card], version))
    reading = contacts.read(data, "written.vcf")
    assert reading.unreadable == []
    (found,) = reading.cards
    return replace(found, place=card.place)


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("card", [ANA, COMPANY, MIA])
def test_a_card_comes_back_as_it_was(card: Card, version: str) -> None:
    found = again(card, version)
    order = {relation: n for n, relation in enumerate(card.relations)}
    found.relations.sort(key=lambda relation: order.get(relation, 99))
    assert found == card
    assert b"".join(vcard_writing.vcards([again(found, version)], version)) == b"".join(
        vcard_writing.vcards([found], version))


text = some.text(some.characters(categories=("L", "N", "P", "S", "Zs"), exclude_characters="\u2028\xa0"),
                 max_size=60).map(lambda words: " ".join(words.split()))
lines = some.lists(text.filter(bool), max_size=3).map("\n".join)
own_label = text.filter(lambda word: len(word) > 9 and labels.of_word(word) == word)
some_day = some.dates(dt.date(1901, 1, 1), dt.date(2090, 1, 1))
cards = some.builds(
    Card, place=some.just(1), name=text.filter(bool), given=text, family=text.filter(bool), role=text,
    company=text, say=some.just(""), tags=some.lists(text.filter(lambda word: word.isalnum()), max_size=3, unique=True),
    facts=some.lists(some.builds(Fact, some.sampled_from(["note", "care", "Ours: «own»"]), lines.filter(bool), text,
                                 some.none() | some_day, some.none() | some_day, some.none() | some_day,
                                 some.sampled_from(["", "here"])), max_size=4, unique=True),
    ways=some.lists(some.builds(Way, some.just("address"), lines.filter(bool), own_label, some.just(False),
                                lines, lines), max_size=2, unique_by=lambda way: way.value),
    wish_time=text, keeper=text, since=some.none() | some_day)


@given(cards, some.sampled_from(VERSIONS))
@example(ANA, "4.0")
def test_any_card_is_folded_between_letters_and_read_again(card: Card, version: str) -> None:
    data = b"".join(vcard_writing.vcards([card], version))
    assert data.endswith(b"END:VCARD\r\n")
    for line in data[:-2].split(b"\r\n"):
        assert len(line) <= 75
        assert line.decode("utf-8")
    found = contacts.read(data, "written.vcf").cards[0]
    for name in ("name", "given", "family", "role", "company", "tags", "facts", "ways", "wish_time", "keeper", "since"):
        assert getattr(found, name) == getattr(card, name), name


def test_each_form_has_its_own_words() -> None:
    three, four = (b"".join(vcard_writing.vcards([ANA, COMPANY], version)).decode().replace("\r\n ", "")
                   for version in VERSIONS)
    assert "BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29" in three
    assert "BDAY:--0229" in four
    assert "item1.X-ABLabel:rings\\; twice" in three
    assert "X-ABDATE:2001-04-15" in three
    assert "ANNIVERSARY:20010415" in four
    assert "RELATED;VALUE=text;TYPE=daughter:Mia" in four
    assert "X-ABRELATEDNAMES:Mia" in three
    assert "_$!<Daughter>!$_" in three
    assert "CATEGORIES:north,a\\, b\\; c" in three
    assert "X-ABShowAs:COMPANY" in three
    assert "KIND:org" in four
    assert "PHOTO;ENCODING=b;TYPE=PNG:iVBOR" in three
    assert "PHOTO:data:image/png;base64,iVBOR" in four
    assert "TEL;TYPE=WORK,CELL,PREF:+44 20 7946 0018" in three
    assert "TEL;TYPE=WORK,CELL;PREF=1:+44 20 7946 0018" in four
    assert "N:Ruiz;Ana;María;Dr.;jr." in three
