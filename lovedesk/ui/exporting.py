"""Export from the window: where to and in which form is asked once, the writing goes on aside."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from lovedesk.shop.calendar_part import Part
from lovedesk.ui.place import Place
from lovedesk.ui.signals import Aside, Progress
from lovedesk.words import _, joined

ENDINGS = {"json": ".json", "vcard": ".vcf", "vcard4": ".vcf", "csv": ".csv", "ics": ".ics"}


def export(parent: QWidget, aside: Aside, say: Callable[[str], None], suggested: Path,
           customers: list[int] | None = None) -> None:
    """Ask for a file and write these customers to it, or everything; `say` tells what became of it."""
    kinds = {_("Everything, as Lovedesk keeps it (*.json)"): "json", _("vCard 3.0, for phones (*.vcf)"): "vcard",
             _("vCard 4.0 (*.vcf)"): "vcard4", _("Table for a spreadsheet (*.csv)"): "csv",
             _("Calendar (*.ics)"): "ics"}
    if customers is not None:
        kinds = {words: form for words, form in kinds.items() if form != "json"}
    name, kind = QFileDialog.getSaveFileName(
        parent, _("Export") if customers is not None else _("Export everything to"), str(suggested), ";;".join(kinds))
    if not name:
        return
    target = Path(name)
    form = kinds.get(kind) or _form_of(target)
    if target.suffix.lower() != ENDINGS[form] and not target.is_dir():
        target = target.with_name(target.name + ENDINGS[form])

    def work(progress: Progress) -> str:
        from lovedesk.formats import whole_file  # with photos it is long work, and rare
        from lovedesk.shop import calendar_export, exports

        whole_file.write(target, calendar_export.pieces(Part(customers=customers), now=aside.desk.now())
                         if form == "ics" else exports.pieces(form, customers, progress))
        words = _("Everything was written to {name}") if customers is None else _("Exported: {name}")
        return words.format(name=target.name)

    aside.run(_("Exporting"), work, say, say)


def export_calendar(place: Place, part: Part, name: str) -> None:
    """Ask for a file, and write a part of the calendar to it, or one visit."""
    suggested = Path.home() / f"{name}.ics"
    chosen, _kind = QFileDialog.getSaveFileName(place.window(), _("Export the calendar to"), str(suggested),
                                                _("Calendar (*.ics)"))
    if not chosen:
        return
    target = Path(chosen)
    target = target if target.suffix.lower() == ENDINGS["ics"] else target.with_name(target.name + ENDINGS["ics"])

    def work(_progress: Progress) -> str:
        from lovedesk.formats import whole_file  # rare
        from lovedesk.shop import calendar_export

        whole_file.write(target, calendar_export.pieces(part, now=place.desk.now()))
        return _("Exported: {name}").format(name=target.name)

    place.floor.aside.run(_("Exporting"), work, place.said.emit, place.said.emit)


def for_the_phone(place: Place, day: dt.date, keeper: int | None) -> None:
    """Ask for a folder that the phone can reach, and write the day's calendar and cards into it."""
    folder = QFileDialog.getExistingDirectory(place.window(), _("A folder that the phone can reach"), str(Path.home()))
    if not folder:
        return

    def work(_progress: Progress) -> str:
        from lovedesk.shop import phone_notes  # rare

        files = phone_notes.write(Path(folder), day, now=place.desk.now(), keeper=keeper)
        return _("For the phone: {files}").format(files=joined([file.name for file in files]))

    place.floor.aside.run(_("Writing for the phone"), work, place.said.emit, place.said.emit)


def _form_of(target: Path) -> str:
    """What an ending means where the dialog did not say which kind was chosen."""
    return next((form for form, ending in ENDINGS.items() if ending == target.suffix.lower()), "json")
