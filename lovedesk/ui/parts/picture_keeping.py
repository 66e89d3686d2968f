"""Keeping pictures with a customer, a job or a visit: chosen, dropped or pasted, they are shrunk and kept aside."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from lovedesk.mishaps import Refused
from lovedesk.shop import blobs, papers
from lovedesk.ui.parts import photos
from lovedesk.ui.place import Place
from lovedesk.ui.signals import Progress
from lovedesk.words import _, ngettext


def keep(place: Place, table: str, row: int, sources: Sequence[photos.Source]) -> None:
    """Keep pictures with a "customer", "job" or "touchpoint" as one action; of each that cannot be kept it is said
    why, and the others are kept all the same."""
    if not sources:
        return
    desk, today = place.desk, place.desk.today()

    def work(progress: Progress) -> str:
        ready: list[tuple[str, bytes]] = []
        refused: list[str] = []
        for done, source in enumerate(sources):
            progress(done, len(sources))
            try:
                data = photos.kept(source)
                ready.append((_name(source, data), data))
            except Refused as why:
                refused.append(str(why))
        with desk.long_act("paper.keep"):
            for name, data in ready:
                try:
                    papers.keep(name, data, on=today, **{table: row})
                except Refused as why:
                    refused.append(str(why))
        return " ".join(dict.fromkeys(refused))

    place.floor.aside.run(ngettext("Keeping {n} picture", "Keeping {n} pictures", len(sources)).format(n=len(sources)),
                          work, place.said.emit, place.said.emit)


def _name(source: photos.Source, data: bytes) -> str:
    """What a picture is called at first: as its file, without what says how it was stored before it was shrunk."""
    if not isinstance(source, Path):
        return _("Picture")
    return source.name if not (kind := blobs.kind_of(data)) or kind in photos.SCANS else source.stem


def ask(place: Place, table: str, row: int, parent: QWidget) -> None:
    """Ask for picture files, and keep them."""
    dialog = QFileDialog(parent.window(), _("Add a picture"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters([_("Pictures and PDF (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.bmp *.gif *.pdf)"),
                           _("All files (*)")])
    dialog.filesSelected.connect(partial(_chosen, place, table, row))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _chosen(place: Place, table: str, row: int, names: list[str]) -> None:
    keep(place, table, row, [Path(name) for name in names])


def copied() -> list[photos.Source]:
    """The pictures that lie on the clipboard."""
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return photos.all_brought(data)
