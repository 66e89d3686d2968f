"""Pages onto what people see and hold: a PDF, a printer, a picture for the preview."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from lovedesk.formats import whole_file
from lovedesk.mishaps import Refused
from lovedesk.sheets.page import PAPERS, Page, Paper
from lovedesk.words import _

UNITS_PER_INCH = 254
_SIZES = {PAPERS["a4"]: QPageSize.PageSizeId.A4, PAPERS["letter"]: QPageSize.PageSizeId.Letter}
# The first is what Qt names, the second what was written; of one length, so that nothing in the file moves.
_ALIKE = {b"<0009>": b"<0020>", b"<02BC>": b"<2019>", b"<02EE>": b"<201D>", b"<0269>": b"<03B9>"}
_ALIKE_LETTER = re.compile(b"|".join(_ALIKE))
_NAMES_OF_GLYPHS = re.compile(rb"(?<=> )\[<[0-9A-F]{4}>[^\]]*\](?=\n)")


def ensure_gui() -> QGuiApplication:
    """What fonts and PDF need where there is no window and no display; a running application is kept."""
    running = QGuiApplication.instance()
    return running if isinstance(running, QGuiApplication) else QGuiApplication(["lovedesk", "-platform", "offscreen"])


def to_image(page: Page, width_px: int, dpr: float = 1) -> QImage:
    """The page on white, `width_px` wide in the window's pixels, sharp at its ratio."""
    width = max(round(width_px * dpr), 1)
    scale = width / page.paper.width
    image = QImage(width, round(page.paper.height * scale), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(scale, scale)
    page.draw(painter)
    painter.end()
    image.setDevicePixelRatio(dpr)
    return image


Told = Callable[[int], None]     # how many pages are done; it raises to stop


def write_pdf(pages: Iterable[Page], path: Path, told: Told | None = None) -> None:
    """Write the pages to a PDF whose text can be searched, one after the other; what stood there before is replaced at
    once, or kept."""
    if path.is_dir() or not path.parent.is_dir():
        whole_file.write(path, [])      # it says in words why not, before anything is drawn
    whole_file.write(path, [_pdf(pages, told)])


def print_pages(pages: Iterable[Page], printer: QPagedPaintDevice, told: Told | None = None) -> None:
    """Print the pages, or those that the printer's range names, on the paper they were made for."""
    _paint(in_range(pages, printer), printer, told)


def in_range(pages: Iterable[Page], printer: QPagedPaintDevice) -> Iterable[Page]:
    """The pages that the printer's range names."""
    ranges = printer.pageRanges()
    chosen = (page for n, page in enumerate(pages, 1) if ranges.isEmpty() or ranges.contains(n))
    first = next(chosen, None)
    if first is None:
        raise Refused(_("There is no page with such a number. Nothing was printed."))
    return chain([first], chosen)


def _pdf(pages: Iterable[Page], told: Told | None) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(UNITS_PER_INCH)
    writer.setCreator("Lovedesk")
    _paint(pages, writer, told)
    return _searchable(bytes(buffer.data().data()))


def _searchable(pdf: bytes) -> bytes:
    """Call a blank a blank, and a closing quote a quote: Qt names a glyph by the first letter that Inter draws so."""
    return _NAMES_OF_GLYPHS.sub(lambda names: _ALIKE_LETTER.sub(lambda hit: _ALIKE[hit[0]], names[0]), pdf)


def _paint(pages: Iterable[Page], device: QPagedPaintDevice, told: Told | None) -> None:
    rest = iter(pages)
    first = next(rest, None)
    if first is None:
        raise Refused(_("There is nothing to print on these days."))
    _lay_paper(device, first.paper)
    if isinstance(device, QPdfWriter):
        device.setTitle(first.title)
    painter = QPainter()
    if not painter.begin(device):
        raise Refused(_("The printer does not take the sheet. See that it is switched on, or print to a PDF."))
    try:
        _draw(painter, device, first)
        for done, page in enumerate(rest, 1):
            if told is not None:
                told(done)
            _lay_paper(device, page.paper)
            if not device.newPage():
                raise Refused(_("The printer stopped after page {n}. See to its paper, then print the rest.").format(
                    n=done))
            _draw(painter, device, page)
    finally:
        painter.end()


def _draw(painter: QPainter, device: QPagedPaintDevice, page: Page) -> None:
    painter.save()
    # The painter's corner is the paper's, or the printable area's where a printer insists on margins.
    area = device.pageLayout().paintRectPixels(device.logicalDpiX())
    painter.translate(-area.topLeft())
    painter.scale(device.logicalDpiX() / UNITS_PER_INCH, device.logicalDpiY() / UNITS_PER_INCH)
    page.draw(painter)
    painter.restore()


def _lay_paper(device: QPagedPaintDevice, paper: Paper) -> None:
    device.setPageLayout(QPageLayout(QPageSize(_SIZES[paper]), QPageLayout.Orientation.Portrait, QMarginsF()))
