"""A file is looked at before it is read: columns with live values, days, code pages; choices change what is read."""

import datetime as dt

import pytest

from lovedesk.formats import contacts
from lovedesk.formats.contacts import How
from lovedesk.formats.records import Card, Fact, Way, YearlyDay
from lovedesk.formats.survey import ColumnSurvey, Survey
from lovedesk.mishaps import Refused

SHOP = "Kunde;Tel.;Tel.;Geb.;Datum;;Farbe\nAna;1;2;3.4.1980;4/3/2026;x;rot\nBen;;;14.5.1981;5/6/2026;;\n"


def look(data: str | bytes, how: How = contacts.AS_FOUND, country: str = "GB") -> Survey:
    return contacts.look(data.encode() if isinstance(data, str) else data, "x.csv", country=country, how=how)


def read(data: str, **chosen: object) -> list[Card]:
    reading = contacts.read(data.encode(), "x.csv", how=How(**chosen))  # type: ignore[arg-type]  # as each test says
    assert reading.unreadable == []
    return reading.cards


def test_columns_are_shown_with_live_values_and_what_they_become() -> None:
    survey = look(SHOP)
    assert (survey.kind, survey.rows, survey.first_row, survey.delimiter, survey.fits) == ("table", 2, 2, ";", True)
    assert survey.columns == (
        ColumnSurvey("Kunde", "customer", ["Ana", "Ben"], 2, None, day_doubtful=False),
        ColumnSurvey("Tel.", "phone", ["1"], 1, None, day_doubtful=False),
        ColumnSurvey("Tel. (2)", "phone", ["2"], 1, None, day_doubtful=False),
        ColumnSurvey("Geb.", "birthday", ["3.4.1980", "14.5.1981"], 2, day_first=True, day_doubtful=False),
        ColumnSurvey("Datum", "keep", ["4/3/2026", "5/6/2026"], 2, None, day_doubtful=False),
        ColumnSurvey("Column 6", "keep", ["x"], 1, None, day_doubtful=False),
        ColumnSurvey("Farbe", "keep", ["rot"], 1, None, day_doubtful=False))


def test_a_mapping_by_hand_goes_before_the_guess_and_is_found_by_its_words() -> None:
    mapping = {"datum": "since", "Tel. (2)": "phone:workshop", "FARBE": "detail:care", "Column 6": "tag"}
    how = How(mapping=mapping, day_orders={"Datum": False})
    survey = look(SHOP, how)
    assert (survey.columns[4].meaning, survey.columns[4].day_first, survey.columns[4].day_doubtful) == (
        "since", False, True)
    ana, ben = read(SHOP, mapping=mapping, day_orders={"Datum": False})
    assert ana.ways == [Way("phone", "1"), Way("phone", "2", "workshop")]
    assert (ana.since, ben.since) == (dt.date(2026, 4, 3), dt.date(2026, 5, 6))
    assert (ana.facts, ana.tags, ana.raw) == ([Fact("care", "rot")], ["x"], [])
    left_out, _ben = read(SHOP, mapping={"Farbe": "ignore", "Datum": "ignore", "Column 6": "ignore"})
    assert left_out.raw == []


def test_a_mapping_makes_a_table_of_strange_words_readable() -> None:
    strange = "Wer,Wo\nAna,Leeds\n"
    assert not look(strange).fits
    assert look(strange).reason.startswith("This table is not of contacts") or "neither" in look(strange).reason
    card, = read("Wer,Wo,Email\nAna,Leeds,a@b.c\n", mapping={"Wer": "person", "Wo": "town"})
    assert (card.name, card.ways) == ("Ana", [Way("email", "a@b.c"), Way("address", "Leeds")])


def test_the_order_of_days_is_decided_for_each_column() -> None:
    text = "Name,Birthday,Anniversary\nAna,4/3/1980,12/25/2001\nBen,5/6/1981,1/2/2003\n"
    survey = look(text)
    assert [(column.day_first, column.day_doubtful) for column in survey.columns] == [
        (None, False), (True, True), (False, False)]
    assert read(text)[0].days == [YearlyDay("birthday", 3, 4, 1980), YearlyDay("anniversary", 12, 25, 2001)]
    assert read(text, day_orders={"Birthday": False})[0].days[0] == YearlyDay("birthday", 4, 3, 1980)


def test_what_there_is_not_is_refused_in_words() -> None:
    with pytest.raises(Refused, match="no column Nix"):
        look(SHOP, How(mapping={"Nix": "phone"}))
    with pytest.raises(Refused, match="cannot become nothing"):
        look(SHOP, How(mapping={"Kunde": "nothing"}))


def test_a_doubtful_code_page_offers_how_the_words_read() -> None:
    data = "Name;Ort\nŽaneta Dvořáková;Plzeň\n".encode("cp1250")
    survey = look(data, country="CZ")
    assert (survey.codec, survey.codec_doubtful) == ("cp1250", True)
    samples = {choice.codec: choice.sample for choice in survey.codec_choices}
    assert samples["cp1250"] == "Žaneta Dvořáková;Plzeň"
    assert len(samples) > 1
    chosen = look(data, How(codec="cp1252"), country="CZ")
    assert chosen.codec == "cp1252"
    assert contacts.read(data, "x", how=How(codec="cp1252")).cards[0].name != "Žaneta Dvořáková"


def test_utf_8_and_marked_files_are_in_no_doubt() -> None:
    for data in ("Name,Email\nZoë,z@x.c\n".encode(), "Name,Email\nZoë,z@x.c\n".encode("utf-16"),
                 "\ufeffName,Email\nZoë,z@x.c\n".encode()):
        survey = look(data)
        assert (survey.codec_doubtful, survey.codec_choices, survey.columns[0].samples) == (False, (), ["Zoë"])


def test_cards_are_looked_at_for_their_code_page() -> None:
    plain = look("BEGIN:VCARD\nFN:Ana\nEND:VCARD\n")
    assert (plain.kind, plain.fits, plain.codec_doubtful) == ("vcard", True, False)
    data = "BEGIN:VCARD\nVERSION:2.1\nFN:Ольга Иванова\nEND:VCARD\n".encode("cp1251")
    assert look(data, country="RU").codec_doubtful
    assert contacts.read(data, "x", how=How(codec="cp1251")).cards[0].name == "Ольга Иванова"


def test_the_same_headers_have_the_same_key_and_others_another() -> None:
    assert look(SHOP).key == look(SHOP.replace("Ana", "Cy").replace("Kunde", "KUNDE")).key
    assert look(SHOP).key != look(SHOP.replace("Farbe", "Holz")).key


def test_what_is_no_file_of_people_says_why() -> None:
    survey = look(b"%PDF-1.7")
    assert (survey.kind, survey.fits) == ("", False)
    assert "document" in survey.reason
