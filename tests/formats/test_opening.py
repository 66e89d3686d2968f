"""What a file is at all: bytes of no text are told from a text that has a bad row."""

from __future__ import annotations

import random

from lovedesk.formats import contacts

HEAD, GOOD = b"Name,Phone\n", b"The Good Row,0123 456\n" * 3


def test_one_row_of_no_letters_leaves_the_good_ones() -> None:
    reading = contacts.read(HEAD + GOOD + b"\1" * 40 + b"\n" + GOOD, "x")
    assert "The Good Row" in [card.name for card in reading.cards]


def test_bytes_of_no_text_are_no_contacts() -> None:
    reading = contacts.read(random.Random(1).randbytes(9_000), "x")
    assert (reading.cards, [bad.reason for bad in reading.unreadable]) == ([], ["This is no file of contacts."])
