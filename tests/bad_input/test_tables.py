"""Tables of every unhappy shape: what is good in them comes in, the rest is said, and the desk stays sound."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from tests.bad_input.hands import Run, brought, stored

MEGABYTE = 1_000_000


def ways(customer: dict[str, list[dict[str, list[dict[str, str]]]]]) -> list[str]:
    """What the one person of a customer can be reached by."""
    return [way["value"] for way in customer["people"][0]["contact_points"]]


def test_forty_cells_below_three_headers_are_kept_beside_the_person(
    run: Run, tmp_path: Path, intact: Callable[[], bool],
) -> None:
    cells = ["Ana Ruiz", "01632 960001", "ana@example.org", *(f"more {n}" for n in range(4, 41))]
    table = f"Name,Phone,E-mail\n{','.join(cells)}\nMo Lindt,01632 960002,\n"
    code, _out, err = brought(run, tmp_path / "p.csv", table)
    assert (code, err) == (0, "")
    (ana,) = stored(run)["Ana Ruiz"]["people"]
    assert all(f"more {n}" in ana["raw"] for n in range(4, 41))
    assert ways(stored(run)["Mo Lindt"]) == ["01632 960002"]
    assert intact()


def test_cells_of_a_megabyte_come_in_and_nothing_of_them_is_lost(
    run: Run, tmp_path: Path, intact: Callable[[], bool],
) -> None:
    long = "oak " * (MEGABYTE // 4)
    code, _out, err = brought(
        run, tmp_path / "p.csv", f"Name,Phone,Notes,Zz\nAna Ruiz,01632 960001,{long},{long}\n{long},1,,\nMo,2,,\n")
    assert (code, err) == (0, "")
    assert run("export")[1].count("oak") >= 3 * (MEGABYTE // 4) - 3
    assert "Ana Ruiz" in run("find", "960001")[1]
    assert ways(stored(run)["Mo"]) == ["2"]
    assert intact()


@pytest.mark.parametrize(("content", "words"), [
    (b"PK\x03\x04" + b"x" * 900, "packed"),
    (b"<!DOCTYPE html><html><body><table><tr><td>Name</td></tr></table></body></html>", "no contacts"),
    (b"<html>\n<p>Sign in, please</p>\n" * 50, "no contacts"),
])
def test_an_archive_or_a_web_page_named_as_cards_is_said(
    run: Run, tmp_path: Path, intact: Callable[[], bool], content: bytes, words: str,
) -> None:
    before = stored(run)
    code, out, err = brought(run, tmp_path / "people.vcf", content)
    assert (code, words in out + err) == (1, True), out + err
    assert stored(run) == before
    assert intact()


def test_a_spreadsheet_of_formulas_merged_cells_and_a_million_empty_rows(
    run: Run, tmp_path: Path, intact: Callable[[], bool],
) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (["Firma", "Ansprechpartner", "Telefon", "Notiz"], ["Acme", "Ana Ruiz", "01632 960001", "=B2&C2"],
                [None, "Mo Lindt", "01632 960002", ""]):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    sheet["XFD1048576"] = "end"
    saved = io.BytesIO()
    book.save(saved)
    began = time.process_time()
    code, out, err = brought(run, tmp_path / "kunden.xlsx", saved.getvalue())
    assert time.process_time() - began < 4
    assert code == 0
    assert "1 formula has no value" in out + err
    assert [person["name"] for person in stored(run)["Acme"]["people"]] == ["Ana Ruiz", "Mo Lindt"]
    assert intact()


def test_lines_of_several_code_pages_in_one_file_keep_their_names(
    run: Run, tmp_path: Path, intact: Callable[[], bool],
) -> None:
    lines = [b"Name,Phone\n", "Zoë Müller,01632 960001\n".encode(), "Jörg Weiß,01632 960002\n".encode("cp1252"),
             b"Mo Lindt,01632 960003\n"]
    code, _out, err = brought(run, tmp_path / "p.csv", b"".join(lines))
    assert (code, err) == (0, "")
    assert {"Zoë Müller", "Jörg Weiß", "Mo Lindt"} <= set(stored(run))
    cards = [f"BEGIN:VCARD\nFN:{name}\nEND:VCARD\n".encode(codec)
             for name, codec in (("Søren Å", "utf-8"), ("Zoé Dupré", "cp1252"))]
    assert brought(run, tmp_path / "p.vcf", b"".join(cards))[0] == 0
    assert {"Søren Å", "Zoé Dupré"} <= set(stored(run))
    assert intact()
