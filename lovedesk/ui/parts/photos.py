"""Photos: shrunk, turned as their camera was held, and rid of all that they tell besides; faces kept ready to paint."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter

from lovedesk.mishaps import Refused
from lovedesk.shop import blobs
from lovedesk.words import _

FACE, PICTURE = 512, 1600       # the longer side, in pixels
LARGEST_FILE = 40 << 20         # bytes; a telephone's photo has five
MOST_PIXELS = 120_000_000       # more than the largest telephone takes; what claims more is not decoded
MEGABYTES = 512                 # that one picture may take while it is decoded
QUALITY = 85
PAINTED = 128                   # pixels of a face as it is painted, also on a screen of twice the points
KINDS = frozenset({".jpg", ".jpeg", ".png", ".gif", ".webp", ".tif", ".tiff", ".bmp", ".heic"})
SCANS = frozenset({"image/tiff", "application/pdf"})    # kept as they are: they may have pages

Source = Path | QImage          # a file, or what lay on the clipboard


def shrunk(source: Source, most: int) -> bytes:
    """A picture with no side longer than `most`, as a JPEG, or a PNG where one sees through it. Refused, with the
    reason, when there is none. Takes long with a large one: do it aside."""
    image = source if isinstance(source, QImage) else _decoded(_bytes(source), most)
    if image.isNull():
        raise Refused(_("There is no picture here that can be read."))
    return _written(_fitting(image, most))


def kept(source: Source) -> bytes:
    """What is kept of a picture: no larger than `PICTURE`; a scan or PDF as it is. What is neither is refused when it
    is kept."""
    if isinstance(source, QImage):
        return shrunk(source, PICTURE)
    data = _bytes(source)
    kind = blobs.kind_of(data)
    if kind == "image/tiff":
        device = QBuffer()
        _reader(device, data)       # refuses one that claims to be huge
    if kind in SCANS or not kind:
        return data
    image = _decoded(data, PICTURE)
    if image.isNull():
        raise Refused(_("{name} is damaged: there is no picture in it that can be read.").format(name=source.name))
    return _written(_fitting(image, PICTURE))


def _bytes(file: Path) -> bytes:
    try:
        if file.stat().st_size > LARGEST_FILE:
            raise Refused(_("{name} is larger than {n} MB. Make it smaller first.").format(
                name=file.name, n=LARGEST_FILE >> 20))
        return file.read_bytes()
    except OSError as error:
        raise Refused(_("{name} cannot be read.").format(name=file.name)) from error


def _decoded(data: bytes, most: int) -> QImage:
    device = QBuffer()
    reader = _reader(device, data)
    size = reader.size()
    if max(size.width(), size.height()) > 2 * most:
        fitting = size.scaled(2 * most, 2 * most, Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(fitting.expandedTo(QSize(1, 1)))
    image = reader.read()
    del reader      # before its device, at which some still look when they go
    return image


def _reader(device: QBuffer, data: bytes) -> QImageReader:
    """A reader of a picture over an empty device; what is none, or claims to be huge, is refused."""
    kind = blobs.kind_of(data)
    if kind == "image/heic":
        raise Refused(_("This kind of picture cannot be read here yet. Save it as JPEG, and take that one."))
    if not kind.startswith("image/"):
        raise Refused(_("This is no picture. JPEG, PNG, WebP, GIF, TIFF and BMP can be read."))
    QImageReader.setAllocationLimit(MEGABYTES)
    device.setData(QByteArray(data))
    device.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(device)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.width() * size.height() > MOST_PIXELS:
        raise Refused(_("This picture claims to be {width} × {height} pixels large. Make it smaller first.").format(
            width=size.width(), height=size.height()))
    return reader


def _fitting(image: QImage, most: int) -> QImage:
    """The picture alone, without the words and the profile that its file carried."""
    if max(image.width(), image.height()) > most:
        image = image.scaled(most, most, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    clear = image.hasAlphaChannel()
    bare = QImage(image.size(), QImage.Format.Format_ARGB32 if clear else QImage.Format.Format_RGB32)
    bare.fill(Qt.GlobalColor.transparent)
    painter = QPainter(bare)
    painter.drawImage(0, 0, image)
    painter.end()
    return bare


def _written(image: QImage) -> bytes:
    data = QByteArray()
    device = QBuffer(data)
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(device, QByteArray(b"PNG" if image.hasAlphaChannel() else b"JPEG"))
    writer.setQuality(QUALITY)
    writer.write(image)
    return bytes(data.data())


def brought(data: QMimeData | None) -> Source | None:
    """The picture among what is dropped or pasted: the first picture file, or the picture itself."""
    if data is None:        # an empty clipboard
        return None
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    found = next((file for file in files if file.suffix.lower() in KINDS), None)
    if found is not None or not data.hasImage():
        return found
    image = data.imageData()
    return image if isinstance(image, QImage) and not image.isNull() else None


def all_brought(data: QMimeData | None) -> list[Source]:
    """All pictures, scans and PDFs among what is dropped or pasted; else the picture itself."""
    if data is None:
        return []
    files: list[Source] = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()
                           and Path(url.toLocalFile()).suffix.lower() in KINDS | {".pdf"}]
    alone = None if files else brought(data)
    return files if alone is None else [alone]


def small(key: str, most: int) -> QImage:
    """A kept picture with no side longer than `most`; null for a PDF, and for what is damaged or not here."""
    try:
        image = _decoded(blobs.get(key) or b"", most)
    except Refused:
        return QImage()
    if max(image.width(), image.height()) <= most:
        return image
    return image.scaled(most, most, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)


def face(key: str) -> QImage | None:
    """The face of a photo's key, as large as it is painted; None where there is none."""
    try:
        return _face(key) if key else None
    except LookupError:
        return None


@lru_cache(maxsize=400)
def _face(key: str) -> QImage:
    """Kept by content; a photo that is not here raises LookupError, as it may come with the next exchange."""
    data = blobs.get(key)
    if data is None:
        raise LookupError(key)
    try:
        image = _decoded(data, PAINTED)
    except Refused:
        image = QImage()
    side = min(image.width(), image.height())
    part = QRect((image.width() - side) // 2, (image.height() - side) // 2, side, side)
    return image.copy(part).scaled(PAINTED, PAINTED, Qt.AspectRatioMode.IgnoreAspectRatio,
                                   Qt.TransformationMode.SmoothTransformation) if side else QImage()


class Faces(QObject):
    """Faces for a list that scrolls: one is read at a time between two keys; `came` says that there is one more."""

    came = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.ready: dict[str, QImage | None] = {}
        self.wanted: list[str] = []
        self.turn = QTimer(self, interval=0, singleShot=True)
        self.turn.timeout.connect(self._read_one)

    def of(self, key: str) -> QImage | None:
        """The face if it is ready; else it is on its way."""
        if not key or key in self.ready:
            return self.ready.get(key)
        if key not in self.wanted:
            self.wanted.append(key)
            self.turn.start()
        return None

    def _read_one(self) -> None:
        key = self.wanted.pop()         # the newest first: it is what is on screen now
        if len(self.ready) >= 400:
            self.ready.clear()
        self.ready[key] = face(key)
        if self.wanted:
            self.turn.start()
        self.came.emit()
