"""Printing and saving sheets from a place: the system's print dialog, or a PDF where the person wants it."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog

from lovedesk.mishaps import Refused
from lovedesk.sheets import printing
from lovedesk.sheets.any_paper import count_and_pages
from lovedesk.sheets.day_pack import day_pack
from lovedesk.sheets.page import Page
from lovedesk.shop import prepsheets, wanted_papers
from lovedesk.shop.wanted_papers import Wanted
from lovedesk.ui.place import Place
from lovedesk.ui.signals import Progress
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
    printer = _ask_printer(place, pages[0].title)
    if printer is not None:
        try:
            _print(pages, printer, None)
        except Refused as refused:
            place.said.emit(str(refused))


def save_pages(place: Place, pages: list[Page]) -> None:
    """Save pages as a PDF where the person says."""
    path = _ask_path(place, pages[0].title)
    if path is None:
        return
    try:
        printing.write_pdf(pages, path)
    except Refused as refused:
        place.said.emit(str(refused))
    else:
        place.said.emit(_("Saved: {name}").format(name=path.name))


def print_wanted(place: Place, wanted: Wanted, title: str) -> None:
    """Print a paper through the system's dialog; it is read and drawn aside, with progress, and can be stopped."""
    printer = _ask_printer(place, title)
    if printer is None:
        return
    now, size = place.desk.now(), paper()

    def work(progress: Progress) -> str:
        count, pages = count_and_pages(wanted_papers.read(wanted, now=now), size)
        _print(pages, printer, _Told(progress, count))
        return _("Printed: {name}").format(name=title)

    place.floor.aside.run(_("Printing"), work, place.said.emit, place.said.emit)


def save_wanted(place: Place, wanted: Wanted, title: str) -> None:
    """Save a paper as a PDF where the person says; it is read and drawn aside, with progress, and can be stopped."""
    path = _ask_path(place, title)
    if path is None:
        return
    now, size = place.desk.now(), paper()

    def work(progress: Progress) -> str:
        count, pages = count_and_pages(wanted_papers.read(wanted, now=now), size)
        printing.write_pdf(pages, path, _Told(progress, count))
        return _("Saved: {name}").format(name=path.name)

    place.floor.aside.run(_("Saving as PDF"), work, place.said.emit, place.said.emit)


class _Told:
    """Tells the progress how many pages are done."""

    def __init__(self, progress: Progress, count: int) -> None:
        self.progress, self.count = progress, count

    def __call__(self, done: int) -> None:
        self.progress(done, self.count)


def _ask_printer(place: Place, title: str) -> QPrinter | None:
    """The printer that the person chooses; None, with a sentence where there is none to choose from."""
    if os.name == "nt" and not QPrinterInfo.availablePrinterNames():   # elsewhere the dialog prints to a file too
        place.said.emit(_("No printer is set up on this laptop. Save the sheet as a PDF, or set up a printer."))
        return None
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(file_name(title))
    dialog = QPrintDialog(printer, place.window())
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


def _print(pages: Iterable[Page], printer: QPrinter, told: printing.Told | None) -> None:
    if printer.outputFormat() == QPrinter.OutputFormat.PdfFormat:   # "Print to File": found by its words too
        printing.write_pdf(printing.in_range(pages, printer), Path(printer.outputFileName()), told)
        return
    printing.print_pages(pages, printer, told)
    if printer.printerState() in {QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted}:
        raise Refused(_("The printer stopped. See to it, then print again; nothing here is lost."))


def _ask_path(place: Place, title: str) -> Path | None:
    chosen, _kind = QFileDialog.getSaveFileName(
        place.window(), _("Save as PDF"), str(Path.home() / f"{file_name(title)}.pdf"), _("PDF files (*.pdf)"))
    return Path(chosen) if chosen else None


def file_name(title: str) -> str:
    """A title as the name of a file that every system takes."""
    return " ".join(re.sub(r'[<>:"/\\|?*\x00-\x1f]+', " ", title).split())[:NAME_LIMIT].strip(" .,") or _("Sheet")
