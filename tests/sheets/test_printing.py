"""PDF, printer and preview: what is seen is what is printed, and its words can be found."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QColor, QGuiApplication, QPageRanges, QPdfWriter

from lovedesk.mishaps import Refused
from lovedesk.sheets import printing
from lovedesk.sheets.day_pack import day_pack
from lovedesk.sheets.prep_sheet import prep_sheet
from lovedesk.shop.sheet_records import Thing
from tests.pdf import pages_of, words_of
from tests.sheets.samples import CAFE, PACK


@pytest.mark.parametrize("words", ["Café Halcyon", "Tue 24 Nov 2026, 09:30", "0151 496 0142", "say “oh-KON-kwoh”",
                                   "chandler’s", "Notes and sketch", "page 1 of 1"])
def test_the_words_of_a_pdf_can_be_found(tmp_path: Path, words: str) -> None:
    sheet = CAFE._replace(tell=[Thing("The chandler’s door")])
    printing.write_pdf([prep_sheet(sheet, "a4")], tmp_path / "sheet.pdf")
    assert words in words_of((tmp_path / "sheet.pdf").read_bytes())


def test_the_times_of_a_day_pack_can_be_found(tmp_path: Path) -> None:
    printing.write_pdf(day_pack(PACK, "a4"), tmp_path / "pack.pdf")
    found = words_of((tmp_path / "pack.pdf").read_bytes())
    assert all(time in found for time in ("09:30", "11:15", "until 15:20", "page 3 of 3"))


def test_a_pdf_has_its_pages_its_paper_and_its_title(tmp_path: Path) -> None:
    printing.write_pdf(day_pack(PACK, "letter"), tmp_path / "pack.pdf")
    pdf = (tmp_path / "pack.pdf").read_bytes()
    assert pages_of(pdf) == 3
    assert b"/MediaBox [0 0 612.000000 792.000000]" in pdf
    assert "Day pack, Tue 24 Nov 2026".encode("utf-16-be") in pdf


def test_a_written_pdf_replaces_what_stood_there_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_text("old")
    printing.write_pdf([prep_sheet(CAFE, "a4")], path)
    assert path.read_bytes().startswith(b"%PDF")
    assert [file.name for file in tmp_path.iterdir()] == ["sheet.pdf"]


def test_a_folder_that_is_not_there_is_refused_with_its_reason(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"nowhere.*No such file"):
        printing.write_pdf([prep_sheet(CAFE, "a4")], tmp_path / "nowhere" / "sheet.pdf")


def test_a_folder_given_for_a_file_is_refused_and_stays(tmp_path: Path) -> None:
    folder = tmp_path / "sheet.pdf"
    folder.mkdir()
    with pytest.raises(Refused, match="Choose a file name"):
        printing.write_pdf([prep_sheet(CAFE, "a4")], folder)
    assert [file.name for file in tmp_path.iterdir()] == ["sheet.pdf"]


def test_a_printer_prints_the_pages_it_was_asked_for(tmp_path: Path) -> None:
    printer = QPdfWriter(str(tmp_path / "printed.pdf"))
    ranges = QPageRanges()
    ranges.addRange(2, 3)
    printer.setPageRanges(ranges)
    printing.print_pages(day_pack(PACK, "a4"), printer)
    assert pages_of((tmp_path / "printed.pdf").read_bytes()) == 2


def test_a_page_that_is_not_there_is_not_printed(tmp_path: Path) -> None:
    printer = QPdfWriter(str(tmp_path / "printed.pdf"))
    ranges = QPageRanges()
    ranges.addPage(9)
    printer.setPageRanges(ranges)
    with pytest.raises(Refused, match="Nothing was printed"):
        printing.print_pages([prep_sheet(CAFE, "a4")], printer)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_answer_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="does not take the sheet"):
        printing.print_pages([prep_sheet(CAFE, "a4")], QPdfWriter(str(tmp_path / "nowhere" / "printed.pdf")))


def test_margins_of_a_printer_do_not_move_the_print(tmp_path: Path) -> None:
    """The first words stand where they stand in a PDF of ours."""
    printer = QPdfWriter(str(tmp_path / "printed.pdf"))
    printer.setResolution(printing.UNITS_PER_INCH)
    printer.setPageMargins(QMarginsF(20, 20, 20, 20))
    page = prep_sheet(CAFE, "a4")
    printing.print_pages([page], printer)
    printing.write_pdf([page], tmp_path / "ours.pdf")
    sizes = [(tmp_path / name).stat().st_size for name in ("printed.pdf", "ours.pdf")]
    assert abs(sizes[0] - sizes[1]) < 400
    assert words_of((tmp_path / "printed.pdf").read_bytes()).startswith("Café")


def test_a_preview_is_the_page_at_the_width_asked_for_and_sharp() -> None:
    image = printing.to_image(prep_sheet(CAFE, "letter"), 400, 2)
    assert (image.width(), image.devicePixelRatio()) == (800, 2)
    assert abs(image.height() - 800 * 2794 / 2159) <= 1
    assert image.pixelColor(2, 2) == QColor("white")


def test_a_running_application_is_kept(qapp: QGuiApplication) -> None:
    assert printing.ensure_gui() is qapp
