"""An export as a file: what is not one of ours, newer or damaged is refused in a sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lovedesk.formats import json_desk
from lovedesk.mishaps import Refused

DATA = {"format": "lovedesk", "version": 1, "customers": [{"id": "1", "name": "Müller, Zoë\u2028"}]}


def test_what_is_written_is_read_again() -> None:
    written = json_desk.dump(DATA)
    assert "Müller" in written.decode()
    assert json_desk.load(written, "shop.json") == DATA
    assert json_desk.load(b"\xef\xbb\xbf" + written, "shop.json") == DATA
    assert json_desk.is_export(b"\xef\xbb\xbf  " + written)


def test_a_file_of_contacts_is_no_export() -> None:
    assert not json_desk.is_export(b"BEGIN:VCARD")
    assert not json_desk.is_export(b"")


@pytest.mark.parametrize(("data", "reason"), [
    (b"{", "damaged"),
    (b"\xff\xfe{}", "damaged"),
    (b"[" * 100_000, "damaged"),
    (json_desk.dump(DATA)[:-9], "damaged"),
    (b"[]", "no export of Lovedesk"),
    (b'{"format": "other"}', "no export of Lovedesk"),
    (b'{"format": "lovedesk"}', "damaged"),
    (b'{"format": "lovedesk", "version": 99}', "newer Lovedesk"),
])
def test_what_is_no_export_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        json_desk.load(data, "shop.json")


def test_an_export_is_written_whole_or_what_stood_there_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "all.json"
    json_desk.write({"a": "ö"}, file)
    assert json.loads(file.read_text("utf-8")) == {"a": "ö"}
    file.with_name("all.json.part").mkdir()
    with pytest.raises(Refused, match="cannot be written"):
        json_desk.write({"a": "other"}, file)
    assert json.loads(file.read_text("utf-8")) == {"a": "ö"}
    with pytest.raises(Refused, match="is a folder"):
        json_desk.write({}, tmp_path)
