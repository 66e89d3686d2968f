"""A person's rights, from wherever they are shown: to read all that is held about them, and to be erased for good."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QMessageBox

from lovedesk.mishaps import Refused
from lovedesk.sheets.page import Page
from lovedesk.shop import erasing
from lovedesk.ui import paper
from lovedesk.ui.place import Place
from lovedesk.ui.signals import Progress
from lovedesk.words import _, ngettext
from lovedesk.words import paper as usual_paper


def print_about(place: Place, person: int) -> None:
    """Print all that is held about someone."""
    if pages := _pages(place, person):
        paper.print_pages(place, pages)


def save_about(place: Place, person: int) -> None:
    """Save all that is held about someone as a PDF."""
    if pages := _pages(place, person):
        paper.save_pages(place, pages)


def _pages(place: Place, person: int) -> list[Page]:
    from lovedesk.sheets.about_person import about_person  # when it is wanted, which is seldom
    from lovedesk.shop import about

    try:
        return about_person(about.of(place.desk, person), usual_paper())
    except Refused as refused:
        place.said.emit(str(refused))
        return []


def erase(place: Place, person: int = 0, *, customer: int = 0) -> None:
    """Say what would go, ask once, and erase aside."""
    desk = place.desk
    try:
        goes = erasing.goes(desk.database.handle, person=person, customer=customer)
    except Refused as refused:
        place.said.emit(str(refused))
        return
    if not _sure(place, goes):
        return
    more = place.floor.settings.copies

    def work(progress: Progress) -> list[Path]:
        return erasing.erase(desk, person=person, customer=customer, folders=[Path(more)] if more else [],
                             progress=progress)

    def done(left: list[Path]) -> None:
        names = ", ".join(copy.name for copy in left)
        place.said.emit(ngettext(
            "{name} is erased. {n} copy could not be erased; delete it yourself: {copies}",
            "{name} is erased. {n} copies could not be erased; delete them yourself: {copies}", len(left)).format(
                name=goes.name, n=len(left), copies=names) if left
            else _("{name} is erased for good").format(name=goes.name))

    place.floor.aside.run(_("Erasing"), work, done, place.said.emit)


def _sure(place: Place, goes: erasing.Goes) -> bool:
    asked = QMessageBox(place.window())
    asked.setWindowTitle(_("Erase for good"))
    asked.setText(_("Erase {name} for good?").format(name=goes.name))
    asked.setInformativeText(_(
        "This goes, with its history and in the copies beside the desk:\n{what}.\n\n"
        "Nothing brings it back. Copies that you keep elsewhere still hold it.").format(what=", ".join(goes.lines)))
    erase_it = asked.addButton(_("Erase for good"), QMessageBox.ButtonRole.DestructiveRole)
    asked.setDefaultButton(asked.addButton(_("Keep"), QMessageBox.ButtonRole.RejectRole))
    asked.exec()
    return asked.clickedButton() is erase_it
