from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lovedesk.formats import contacts
from lovedesk.mishaps import Refused

CARD = "BEGIN:VCARD\nFN:Ana\nEND:VCARD\n"


@pytest.mark.parametrize("text", [CARD, "Name,Email\nAna,a@b.c\n"])
def test_a_file_is_known_by_its_content_whatever_its_name(tmp_path: Path, text: str) -> None:
    file = tmp_path / "people.txt"
    file.write_text(text)
    reading = contacts.read_file(file)
    assert reading.source == "people.txt"
    assert [card.name for card in reading.cards] == ["Ana"]


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="There is no file"):
        contacts.read_file(tmp_path / "none.vcf")
    with pytest.raises(Refused, match="is a folder"):
        contacts.read_file(tmp_path)


def test_a_file_that_cannot_be_opened_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", denied)
    with pytest.raises(Refused, match="cannot be opened: Permission denied"):
        contacts.read_file(tmp_path / "people.vcf")


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_words_above_the_first_card_hide_none(end: bytes) -> None:
    lines = [b"# my cards", b"BEGIN:VCARD", b"VERSION:3.0", b"FN:Jo", b"END:VCARD", b""]
    assert [card.name for card in contacts.read(end.join(lines), "x.vcf").cards] == ["Jo"]


@pytest.mark.parametrize(("data", "words"), [
    (b"", "empty"), (b" \r\n\r\n", "empty"), (b"\xef\xbb\xbf", "empty"), (b"PK\x03\x04rest", "packed folder"),
    (b"\x89PNG\r\n", "picture"),
    (b"%PDF-1.7", "document"), (b'{"a": 1}', "Export them"), (b"<html>", "Export them"), (b"\0\1\2\3\4" * 100,
                                                                                          "no file of contacts"),
    (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "no contacts"),
])
def test_what_is_no_file_of_contacts_is_said_in_words(data: bytes, words: str) -> None:
    reading = contacts.read(data, "x")
    assert reading.cards == []
    assert len(reading.unreadable) == 1
    assert words in reading.unreadable[0].reason


@settings(deadline=None)     # the first one loads what tells code pages
@given(st.binary())
def test_no_bytes_raise(data: bytes) -> None:
    contacts.read(data, "x")
