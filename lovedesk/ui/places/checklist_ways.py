"""A checklist on its way out and in: blank on paper, and as a file that another Lovedesk takes in."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from lovedesk.formats.checklist_file import SUFFIX
from lovedesk.mishaps import Refused
from lovedesk.shop import blank_lists, checklist_making
from lovedesk.ui.place import Place
from lovedesk.words import _, ngettext, paper

if TYPE_CHECKING:
    from lovedesk.sheets.page import Page

FILES = (SUFFIX, ".json")


def blank(key: str, today: dt.date) -> list[Page]:
    """The pages of a blank checklist."""
    from lovedesk.sheets.blank_list import blank_list  # printing is asked for rarely, and its libraries are heavy

    return blank_list(blank_lists.blank(key, today=today), paper())


def share(place: Place, key: str, title: str) -> None:
    """Write a checklist to a file where the person wants it."""
    from lovedesk.ui.paper import file_name  # as above

    chosen, _kind = QFileDialog.getSaveFileName(
        place.window(), _("Share the checklist"), str(Path.home() / (file_name(title) + SUFFIX)),
        _("Checklists (*{suffix})").format(suffix=SUFFIX))
    if not chosen:
        return
    try:
        checklist_making.write(key, Path(chosen))
    except Refused as refused:
        place.said.emit(str(refused))
    else:
        place.said.emit(_("Saved: {name}").format(name=Path(chosen).name))


def chosen_files(place: Place) -> list[Path]:
    """The files with checklists that the person chooses."""
    chosen, _kind = QFileDialog.getOpenFileNames(
        place.window(), _("Checklists from files"), str(Path.home()),
        _("Checklists (*{suffix} *.json)").format(suffix=SUFFIX))
    return [Path(name) for name in chosen]


def bring_in(place: Place, files: list[Path]) -> str:
    """Keep the checklists of files, and say what came; returns the key of the last one, empty for none."""
    key, came, found = "", 0, []
    for file in files:
        try:
            found.append(checklist_making.read(file))
        except Refused as refused:
            place.said.emit(str(refused))
    with place.act("checklist.bring_in"):
        for shared in found:
            key, new = checklist_making.bring_in(shared)
            came += new
    if came:
        place.done.emit(ngettext("{n} checklist brought in", "{n} checklists brought in", came).format(n=came))
    elif key:
        place.said.emit(_("This checklist is here already."))
    return key
