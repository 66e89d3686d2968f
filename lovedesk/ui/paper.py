"""Printing and saving sheets from a place: the system's print dialog, or a PDF where the person wants it."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog

from lovedesk.mishaps import Refused
from lovedesk.sheets import printing
from lovedesk.sheets.day_pack import day_pack
from lovedesk.sheets.page import Page
from lovedesk.shop import prepsheets
from lovedesk.ui.place import Place
from lovedesk.words import _, paper

NAME_LIMIT = 60     # letters of a title in a file's name


def print_day_pack(place: Place, day: dt.date, *, keeper: int | None = None) -> None:
    """Print the front page and the sheets of a day; of one of us, or of all."""
    print_pages(place, _day_pages(place, day, keeper))


def save_day_pack(place: Place, day: dt.date, *, keeper: int | None = None) -> None:
    """Save the front page and the sheets of a day as a PDF; of one of us, or of all."""
    save_pages(place, _day_pages(place, day, keeper))


def _day_pages(place: Place, day: dt.date, keeper: int | None) -> list[Page]:
    return day_pack(prepsheets.day_pack(day, today=place.desk.today(), keeper=keeper), paper())


def print_pages(place: Place, pages: list[Page]) -> None:
    """Print pages through the system's dialog."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(file_name(pages[0].title))
    dialog = QPrintDialog(printer, place.window())
    if dialog.exec() == QDialog.DialogCode.Accepted:
        try:
            if printer.outputFormat() == QPrinter.OutputFormat.PdfFormat:   # "Print to File": found by its words too
                printing.write_pdf(printing.in_range(pages, printer), Path(printer.outputFileName()))
            else:
                printing.print_pages(pages, printer)
        except Refused as refused:
            place.said.emit(str(refused))


def save_pages(place: Place, pages: list[Page]) -> None:
    """Save pages as a PDF where the person says."""
    chosen, _kind = QFileDialog.getSaveFileName(
        place.window(), _("Save as PDF"), str(Path.home() / f"{file_name(pages[0].title)}.pdf"),
        _("PDF files (*.pdf)"))
    if not chosen:
        return
    try:
        printing.write_pdf(pages, Path(chosen))
    except Refused as refused:
        place.said.emit(str(refused))
    else:
        place.said.emit(_("Saved: {name}").format(name=Path(chosen).name))


def file_name(title: str) -> str:
    """A title as the name of a file that every system takes."""
    return " ".join(re.sub(r'[<>:"/\\|?*\x00-\x1f]+', " ", title).split())[:NAME_LIMIT].strip(" .,") or _("Sheet")
