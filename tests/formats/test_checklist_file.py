"""A checklist as a file: it comes back as it was; what is none, or damaged, is refused in words."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lovedesk.formats import checklist_file
from lovedesk.formats.checklist_file import SharedItem, SharedList
from lovedesk.mishaps import Refused

WORDS = st.text(st.characters(codec="utf-8"), max_size=30).map(lambda text: " ".join(text.split()))
ITEMS = st.builds(SharedItem, st.sampled_from(sorted(checklist_file.KINDS)), WORDS.filter(bool), WORDS, st.booleans(),
                  WORDS)
LISTS = st.builds(SharedList, WORDS.filter(bool), WORDS, WORDS, st.integers(0, 24 * 60), st.lists(ITEMS, max_size=8))


@given(LISTS)
def test_a_checklist_comes_back_as_it_was(shared: SharedList) -> None:
    data = checklist_file.dump(shared)
    assert checklist_file.is_checklist(data[:64])
    assert checklist_file.load(data, "x") == shared


@given(st.binary(max_size=60))
def test_whatever_a_file_holds_is_read_or_refused(data: bytes) -> None:
    with pytest.raises(Refused):
        checklist_file.load(data, "x.json")


def told(**values: object) -> bytes:
    whole = {"format": "lovedesk-checklist", "version": 1, "title": "Harbour",
             "items": [{"kind": "do", "text": "Sing"}]}
    return json.dumps(whole | values).encode()


@pytest.mark.parametrize(("data", "words"), [
    (b"{", "damaged"), (b"[]", "no checklist"), (b"{\"format\": \"lovedesk\"}", "no checklist"),
    (told(version=2), "newer Lovedesk"), (told(title=" "), "no title"), (told(items="Sing"), "no title or no items"),
    (told(items=[{"kind": "sing", "text": "x"}]), "Item 1"), (told(items=[{"kind": "do", "text": " "}]), "Item 1"),
    (told(items=[7]), "Item 1"), (told(items=[{"kind": "do", "text": "x"}] * 501), "500 items"),
    (b" " * 1_000_001, "no checklist"), (b"[" * 100_000, "damaged")])
def test_what_is_damaged_is_refused_in_words(data: bytes, words: str) -> None:
    with pytest.raises(Refused, match=words):
        checklist_file.load(data, "sent.json")


def test_what_is_not_said_or_makes_no_sense_is_left_open() -> None:
    shared = checklist_file.load(told(minutes="long", channel=7, occasion=None), "x")
    assert shared == SharedList("Harbour", "", "", 0, [SharedItem("do", "Sing")])


def test_other_files_are_told_apart() -> None:
    assert not checklist_file.is_checklist(b'{"format": "lovedesk", "version": 1}')
    assert not checklist_file.is_checklist(b"BEGIN:VCARD")
    assert checklist_file.is_checklist(b'\xef\xbb\xbf\n{"format": "lovedesk-checklist"}')
