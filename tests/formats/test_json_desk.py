"""An export as a file: what is not one of ours, newer or damaged is refused in a sentence."""

from __future__ import annotations

import json

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


def test_each_record_is_a_line() -> None:
    assert json_desk.dump(DATA).count(b"\n {") == 1
    assert json.loads(json_desk.dump({})) == {}
    plain = {"customers": [], "photos": {"a": "b"}}
    assert json.loads(json_desk.dump(plain)) == plain
