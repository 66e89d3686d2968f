from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QObject, QSize, QUrl
from PySide6.QtGui import QColor, QImage, QImageWriter
from pytestqt.qtbot import QtBot

from lovedesk.mishaps import Refused
from lovedesk.shop import blobs
from lovedesk.store.desk import Desk
from lovedesk.ui.parts import photos

# What a telephone held upright writes into its picture: turn right.
TURNED = bytes.fromhex("ffe100224578696600004d4d002a00000008000101120003000000010006000000000000")


def picture(width: int, height: int, colour: str = "tomato") -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def jpeg(image: QImage) -> bytes:
    device = QBuffer()
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(device, QByteArray(b"JPEG")).write(image)
    return bytes(device.data().data())


def size_of(data: bytes) -> QSize:
    return QImage.fromData(data).size()


def claiming(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is large."""
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 64)) + chunk(b"IEND", b"")


@pytest.mark.parametrize(("most", "size"), [(photos.FACE, QSize(512, 384)), (photos.PICTURE, QSize(1600, 1200))])
def test_a_large_picture_is_shrunk_and_keeps_its_shape(tmp_path: Path, most: int, size: QSize) -> None:
    file = tmp_path / "ana.jpg"
    file.write_bytes(jpeg(picture(2400, 1800)))
    assert size_of(photos.shrunk(file, most)) == size
    assert size_of(photos.shrunk(picture(2400, 1800), most)) == size


def test_a_small_picture_is_not_made_larger() -> None:
    assert size_of(photos.shrunk(picture(90, 60), photos.FACE)) == QSize(90, 60)


def test_it_is_turned_as_the_camera_was_held(tmp_path: Path) -> None:
    file = tmp_path / "turned.jpg"
    plain = jpeg(picture(400, 200))
    file.write_bytes(plain[:2] + TURNED + plain[2:])
    assert size_of(photos.shrunk(file, photos.FACE)) == QSize(200, 400)


def test_what_the_file_tells_besides_is_dropped(tmp_path: Path) -> None:
    image = picture(900, 600)
    image.setText("Description", "at home, 53.4 north")
    file = tmp_path / "home.png"
    assert image.save(str(file))
    assert b"53.4" in file.read_bytes()
    for source in (file, image):
        assert b"53.4" not in photos.shrunk(source, photos.FACE)


def test_one_that_can_be_seen_through_stays_so(tmp_path: Path) -> None:
    image = QImage(600, 600, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    assert QImage.fromData(photos.shrunk(image, photos.FACE)).pixelColor(5, 5).alpha() == 0


@pytest.mark.qt_log_ignore("JPEG datastream")
@pytest.mark.parametrize(("data", "why"), [
    (claiming(60_000, 60_000), "60000 × 60000"), (b"BEGIN:VCARD", "no picture"), (b"", "no picture"),
    (b"%PDF-1.4", "no picture"), (b"\xff\xd8\xff\xe0broken", "no picture here that can be read"),
    (b"\0\0\0\x18ftypheic\0\0\0\0", "JPEG")])
def test_what_is_no_picture_gets_a_sentence(tmp_path: Path, data: bytes, why: str) -> None:
    file = tmp_path / "photo.jpg"
    file.write_bytes(data)
    with pytest.raises(Refused, match=why):
        photos.shrunk(file, photos.FACE)


def test_a_file_that_is_gone_and_a_picture_of_nothing_get_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"gone\.jpg cannot be read"):
        photos.shrunk(tmp_path / "gone.jpg", photos.FACE)
    with pytest.raises(Refused, match="no picture here"):
        photos.shrunk(QImage(), photos.FACE)


def test_the_first_picture_among_what_is_dropped_is_meant(tmp_path: Path) -> None:
    data = QMimeData()
    assert photos.brought(data) is None
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("notes.txt", "Ana.JPG", "ben.png")])
    assert photos.brought(data) == tmp_path / "Ana.JPG"
    data = QMimeData()
    data.setImageData(picture(20, 10))
    found = photos.brought(data)
    assert isinstance(found, QImage)
    assert found.size() == QSize(20, 10)


def test_a_face_is_square_and_one_that_is_not_here_comes_later(desk: Desk) -> None:
    data = photos.shrunk(picture(300, 200), photos.FACE)
    assert photos.face("") is None
    key = "0" * 64
    assert photos.face(key) is None
    with desk.act("person.set_photo"):
        key = blobs.put(data)
    found = photos.face(key)
    assert found is not None
    assert found.size() == QSize(photos.PAINTED, photos.PAINTED)


def test_faces_of_a_list_come_between_two_keys(desk: Desk, qtbot: QtBot) -> None:
    with desk.act("person.set_photo"):
        keys = [blobs.put(photos.shrunk(picture(30, 30, colour), photos.FACE)) for colour in ("tomato", "teal")]
    faces = photos.Faces(parent := QObject())
    assert [faces.of(key) for key in keys] == [None, None]
    qtbot.waitUntil(lambda: all(faces.of(key) is not None for key in keys))
    assert faces.of("") is None
    parent.deleteLater()


def test_a_picture_is_kept_shrunk_and_a_scan_or_pdf_as_it_is(tmp_path: Path) -> None:
    chair = tmp_path / "chair.png"
    assert picture(2000, 1000).save(str(chair))
    assert size_of(photos.kept(chair)) == QSize(1600, 800)
    assert size_of(photos.kept(picture(2000, 1000))) == QSize(1600, 800)
    scan, paper = tmp_path / "scan.tif", tmp_path / "paper.pdf"
    assert picture(2000, 1000).save(str(scan))
    paper.write_bytes(b"%PDF-1.7 and pages")
    for file in (scan, paper):
        assert photos.kept(file) == file.read_bytes()


@pytest.mark.qt_log_ignore("Incorrect count")
def test_a_scan_that_claims_to_be_huge_is_refused(tmp_path: Path) -> None:
    scan = tmp_path / "scan.tif"
    assert picture(200, 100).save(str(scan))
    data = scan.read_bytes()
    for tag, size in ((0x100, 60_000), (0x101, 60_000)):        # its width and height, each in a field of 12 bytes
        at = max(data.find(struct.pack("<HHI", tag, kind, 1)) for kind in (3, 4))
        data = data[:at] + struct.pack("<HHII", tag, 4, 1, size) + data[at + 12:]
    scan.write_bytes(data)
    with pytest.raises(Refused, match="claims to be 60000"):
        photos.kept(scan)


def test_all_pictures_that_are_brought_are_taken_and_nothing_else() -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(f"/somewhere/{name}") for name in ("a.JPG", "cards.vcf", "b.pdf", "c.tiff")])
    assert photos.all_brought(data) == [Path("/somewhere/a.JPG"), Path("/somewhere/b.pdf"), Path("/somewhere/c.tiff")]
    copied = QMimeData()
    copied.setImageData(picture(30, 20))
    (image,) = photos.all_brought(copied)
    assert isinstance(image, QImage)
    assert photos.all_brought(QMimeData()) == photos.all_brought(None) == []


def test_a_kept_picture_is_painted_no_larger_than_asked(desk: Desk) -> None:
    with desk.act("paper.keep"):
        chair, small, paper = (blobs.put(data) for data in (
            jpeg(picture(800, 400)), jpeg(picture(80, 40)), b"%PDF-1.7"))
    assert photos.small(chair, 100).size() == QSize(100, 50)
    assert photos.small(small, 100).size() == QSize(80, 40)
    assert photos.small(paper, 100).isNull()
    assert photos.small("nowhere", 100).isNull()
