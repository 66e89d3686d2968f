"""What is written as a table is safe in a spreadsheet, and is read as the same cards."""

from __future__ import annotations

import csv
import datetime as dt
import io

import pytest
from hypothesis import given
from hypothesis import strategies as some

from lovedesk.formats import contacts, table_writing
from lovedesk.formats.records import Card, Fact, Relation, Way, YearlyDay

ANA = Card(
    2, "Ana Ruiz", "Ana", "Ruiz", company="Café; Øst, & \"Söhne\"", role="Boss", nickname="Annie", say="AH-nah",
    uid="ana-1", work="baker", language="pt", tags=["north", "gold"], standing="customer", since=dt.date(2020, 2, 29),
    relations=[Relation("Mia", "daughter")],
    days=[YearlyDay("birthday", 2, 29), YearlyDay("anniversary", 4, 15, 2001), YearlyDay("name day", 12, 6)],
    ways=[Way("phone", "+44 20 7946 0018", "mobile"), Way("phone", "0151 496 0142"), Way("phone", "0151 496 0143"),
          Way("phone", "0151 496 0144", "workshop"), Way("email", "ana@example.org"), Way("web", "https://example.org")],
    raw=["Shoe size: 42", "X-ODD:=one"],
    facts=[Fact("note", "One\ntwo; three"), Fact("note", "=1+1"), Fact("care", "-tea")])
ACME = Card(3, "Acme Ltd", is_company=True, company="Acme Ltd", uid="acme", ways=[Way("phone", "0151 496 0145")])


def written(*cards: Card) -> bytes:
    return b"".join(table_writing.table(cards))


def test_cards_come_back_as_they_were() -> None:
    reading = contacts.read(written(ANA, ACME), "written.csv")
    assert reading.unreadable == []
    ana, acme = reading.cards
    for name in ("name", "given", "family", "company", "role", "nickname", "say", "uid", "work", "language", "tags",
                 "standing", "since", "relations", "days", "facts", "raw"):
        assert getattr(ana, name) == getattr(ANA, name), name
    assert sorted(way.value for way in ana.ways) == sorted(way.value for way in ANA.ways)
    assert {way.label for way in ana.ways} == {way.label for way in ANA.ways}
    assert (acme.name, acme.is_company, acme.ways, acme.uid) == ("Acme Ltd", True, ACME.ways, "acme")
    assert written(*reading.cards) == written(ANA, ACME)


def test_labels_services_and_who_is_preferred_come_back() -> None:
    ways = [Way("phone", "0151 496 0142", "mobile", preferred=True), Way("phone", "0151 496 0143"),
            Way("email", "ana@example.org", "Atelier", preferred=True), Way("im", "ana", "XMPP"),
            Way("im", "ana2", "Skype"), Way("web", "https://example.org", "blog"),
            Way("address", "High St 1\nLeeds", "home", preferred=True)]
    bare = Card(2, "Ben Roth", ways=[Way("phone", "0151 496 0145", preferred=True)])
    cards = contacts.read(written(Card(2, "Ana Ruiz", ways=ways), bare), "written.csv").cards
    assert sorted(cards[0].ways) == sorted(ways)
    assert cards[1].ways == bare.ways


@pytest.mark.parametrize(("cell", "safe"), [
    ("=1+1", "'=1+1"), ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"), ("-2+3", "'-2+3"), ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "'\t=1"), ("\r=1", "'\r=1"), ("+44 20 7946 0018", "+44 20 7946 0018"), ("+1 (312) 555-0101 ext. 7",
    "+1 (312) 555-0101 ext. 7"), ("Ana", "Ana"), ("'=1", "''=1"), ("", "")])
def test_no_cell_is_a_formula(cell: str, safe: str) -> None:
    assert table_writing.safe(cell) == safe


@given(some.lists(some.text(min_size=1, max_size=20), min_size=1, max_size=4))
def test_no_cell_of_any_card_begins_as_a_formula(texts: list[str]) -> None:
    card = Card(1, texts[0], ways=[Way("im", text) for text in texts], facts=[Fact("care", text) for text in texts],
                raw=texts)
    rows = list(csv.reader(io.StringIO(written(card).decode("utf-8-sig"), newline="")))
    assert len(rows) == 2
    for cell in rows[1]:
        assert not cell.startswith(("=", "@", "\t", "\r", "-")) and (
            not cell.startswith("+") or cell[1:].strip("0123456789 ()./-+ex\u3000") == "" or not cell.isascii())
