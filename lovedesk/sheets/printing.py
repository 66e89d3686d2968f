"""Pages onto what people see and hold: a PDF, a printer, a picture for the preview."""

from __future__ import annotations

import re
from collections.abc import Sequence
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


def write_pdf(pages: Sequence[Page], path: Path) -> None:
    """Write the pages to a PDF whose text can be searched; what stood there before is replaced at once or kept."""
    whole_file.write(path, [_pdf(pages)])


def print_pages(pages: Sequence[Page], printer: QPagedPaintDevice) -> None:
    """Print the pages, or those that the printer's range names, on the paper they were made for."""
    _paint(in_range(pages, printer), printer)


def in_range(pages: Sequence[Page], printer: QPagedPaintDevice) -> list[Page]:
    """The pages that the printer's range names."""
    ranges = printer.pageRanges()
    chosen = [page for n, page in enumerate(pages, 1) if ranges.isEmpty() or ranges.contains(n)]
    if not chosen:
        raise Refused(_("There is no page with such a number. Nothing was printed."))
    return chosen


def _pdf(pages: Sequence[Page]) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(UNITS_PER_INCH)
    writer.setTitle(pages[0].title)
    writer.setCreator("Lovedesk")
    _paint(pages, writer)
    return _searchable(bytes(buffer.data().data()))


def _searchable(pdf: bytes) -> bytes:
    """Call a blank a blank, and a closing quote a quote: Qt names a glyph by the first letter that Inter draws so."""
    return _NAMES_OF_GLYPHS.sub(lambda names: _ALIKE_LETTER.sub(lambda hit: _ALIKE[hit[0]], names[0]), pdf)


def _paint(pages: Sequence[Page], device: QPagedPaintDevice) -> None:
    _lay_paper(device, pages[0].paper)
    painter = QPainter()
    if not painter.begin(device):
        raise Refused(_("The printer does not take the sheet. See that it is switched on, or print to a PDF."))
    try:
        for n, page in enumerate(pages):
            if n:
                _lay_paper(device, page.paper)
                device.newPage()
            painter.save()
            # The painter's corner is the paper's, or the printable area's where a printer insists on margins.
            area = device.pageLayout().paintRectPixels(device.logicalDpiX())
            painter.translate(-area.topLeft())
            painter.scale(device.logicalDpiX() / UNITS_PER_INCH, device.logicalDpiY() / UNITS_PER_INCH)
            page.draw(painter)
            painter.restore()
    finally:
        painter.end()


def _lay_paper(device: QPagedPaintDevice, paper: Paper) -> None:
    device.setPageLayout(QPageLayout(QPageSize(_SIZES[paper]), QPageLayout.Orientation.Portrait, QMarginsF()))
