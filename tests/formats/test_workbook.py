import datetime as dt
import io
import time
import zipfile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from lovedesk.formats import contacts
from lovedesk.formats.records import Reading, Way, YearlyDay


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def workbook(*rows: list[object]) -> Workbook:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    return book


def read(data: bytes) -> Reading:
    return contacts.read(data, "people.xlsx", country="DE")


HEADER: list[object] = ["Kunde", "Telefon", "PLZ", "Ort", "Geburtstag"]


def test_dates_numbers_and_leading_zeros_come_as_they_were_meant() -> None:
    book = workbook(
        ["Our customers"], [], HEADER,
        ["Ana Keller", 4930123456.0, 1067, "Dresden", dt.datetime(1980, 4, 3)],
        ["Ben Smith", "0171 2", "01067", "Dresden", "5.6."])
    assert book.active is not None
    book.active["C4"].number_format = "00000"
    reading = read(saved(book))
    ana, ben = reading.cards
    assert (ana.place, ana.name, ben.name) == (4, "Ana Keller", "Ben Smith")
    assert ana.ways == [Way("phone", "4930123456"), Way("address", "01067 Dresden")]
    assert ben.ways == [Way("phone", "0171 2"), Way("address", "01067 Dresden")]
    assert (ana.days, ben.days) == ([YearlyDay("birthday", 4, 3, 1980)], [YearlyDay("birthday", 6, 5)])
    assert (reading.unreadable, reading.remarks) == ([], [])


def test_the_sheet_with_the_headers_of_contacts_is_read_and_another_can_be_chosen() -> None:
    book = workbook(["Total", 12], ["Rent", 900])
    people = book.create_sheet("People")
    people.append(["Name", "E-mail"])
    people.append(["Ana", "a@b.ch"])
    more = book.create_sheet("More")
    more.append(["Name", "E-mail"])
    more.append(["Ben", "b@b.ch"])
    data = saved(book)
    assert [card.name for card in read(data).cards] == ["Ana"]
    assert [card.name for card in contacts.read(data, "x", how=contacts.How(sheet="More")).cards] == ["Ben"]
    survey = contacts.look(data, "x")
    assert (survey.sheet, survey.sheets) == ("People", ("Sheet", "People", "More"))
    missing = contacts.read(data, "x", how=contacts.How(sheet="None"))
    assert "no sheet None" in missing.unreadable[0].reason


def test_formulas_without_a_value_are_left_out_with_a_remark() -> None:
    reading = read(saved(workbook(["Name", "E-mail", "Notiz"], ["Ana", "a@b.ch", "=A2&B2"], ["=A2", "", ""])))
    assert [(card.name, card.facts) for card in reading.cards] == [("Ana", [])]
    assert reading.remarks == ["2 formulas have no value in this file and were left out."]


def test_a_cell_merged_over_several_rows_is_said_of_each() -> None:
    book = workbook(["Firma", "Ansprechpartner", "Telefon"], ["Acme", "Ana", "1"], [None, "Ben", "2"],
                    ["Beta", "Cy", "3"])
    assert book.active is not None
    book.active.merge_cells("A2:A3")
    assert [(card.name, card.company) for card in read(saved(book)).cards] == [
        ("Ana", "Acme"), ("Ben", "Acme"), ("Cy", "Beta")]


def test_a_million_empty_rows_end_quickly() -> None:
    book = workbook(["Name", "E-mail"], ["Ana", "a@b.ch"])
    assert book.active is not None
    book.active["XFD1048576"] = "end"
    began = time.process_time()
    reading = read(saved(book))
    assert [card.name for card in reading.cards] == ["Ana"]
    assert time.process_time() - began < 2


def repacked(data: bytes, **parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, next((text for key, text in parts.items() if name.endswith(f"{key}.xml")),
                                    old.read(name)))
    return out.getvalue()


WHOLE = saved(workbook(["Name", "E-mail"], ["Ana", "a@b.ch"]))


def test_a_zip_bomb_is_refused_in_one_sentence() -> None:
    bomb = repacked(WHOLE, sheet1=b"<worksheet>" + b" " * (301 << 20))
    began = time.process_time()
    reading = read(bomb)
    assert time.process_time() - began < 5
    assert "would unpack to 301 MB" in reading.unreadable[0].reason


@pytest.mark.parametrize("data", [
    repacked(WHOLE, sheet1=b"<worksheet><sheetData><row"), repacked(WHOLE, workbook=b"no xml"), WHOLE[:len(WHOLE) // 2],
])
def test_a_broken_spreadsheet_is_refused_in_one_sentence(data: bytes) -> None:
    reading = read(data)
    assert reading.cards == []
    assert "damaged" in reading.unreadable[0].reason


def test_what_looks_like_a_spreadsheet_and_is_none_says_so() -> None:
    assert "old kind or with a password" in read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600).unreadable[0].reason
    empty = read(saved(workbook()))
    assert "is empty" in empty.unreadable[0].reason
    ods = io.BytesIO()
    with zipfile.ZipFile(ods, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert "OpenDocument" in read(ods.getvalue()).unreadable[0].reason


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=8))
def test_a_spreadsheet_with_any_bytes_changed_never_raises(at: int, changed: bytes) -> None:
    reading = read(WHOLE[:at] + changed + WHOLE[at + len(changed):])
    assert len(reading.cards) + len(reading.unreadable) >= 1
