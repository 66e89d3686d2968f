"""What goes on the sheets: blocks left out and codes for the phone, remembered by occasion; the promise at the foot.

Papers that are for no occasion (the list of calls, a customer's whole page) are remembered by their own word.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lovedesk.mishaps import Refused
from lovedesk.shop.putting import put
from lovedesk.shop.tables import SheetChoice, Shop, rows
from lovedesk.store.ids import id_of
from lovedesk.words import _

CALLS, WHOLE = "paper:calls", "paper:whole"
BLOCKS = ("jobs", "meet", "way", "last", "owed", "easy", "know", "near", "items", "ask", "promise")
OF_CALLS = ("why", "last", "owed")
OF_WHOLE = ("meet", "way", "jobs", "easy", "know", "near", "owed", "touches", "ahead")
PHONE, ADDRESS, CONTACT = CODES = ("phone", "address", "contact")


class Choice(NamedTuple):
    """What is left out of the sheets of an occasion, and which codes are printed."""

    without: frozenset[str]
    codes: frozenset[str]


NOTHING = Choice(frozenset(), frozenset())


def of(occasion: str) -> Choice:
    """What was chosen for an occasion; nothing is left out and no code is printed until someone says so."""
    found = rows("select without, codes from sheet_choice where id = ? and state = 'live'", _row(occasion))
    return Choice(*(frozenset(words.split()) for words in found[0])) if found else NOTHING


def set_block(occasion: str, block: str, *, shown: bool) -> None:
    """Say whether a block stands on the sheets of an occasion."""
    if block not in {*BLOCKS, *OF_CALLS, *OF_WHOLE}:
        raise Refused(_("There is no such part of a sheet."))
    before = of(occasion)
    _keep(occasion, before._replace(without=_with(before.without, block, on=not shown)))


def set_code(occasion: str, code: str, *, shown: bool) -> None:
    """Say whether a code for the phone is printed on the sheets of an occasion."""
    if code not in CODES:
        raise Refused(_("A code for the phone holds a number, an address or a contact."))
    before = of(occasion)
    _keep(occasion, before._replace(codes=_with(before.codes, code, on=shown)))


def _with(words: frozenset[str], word: str, *, on: bool) -> frozenset[str]:
    return words | {word} if on else words - {word}


def _keep(occasion: str, choice: Choice) -> None:
    put(SheetChoice, _row(occasion), occasion=occasion, without=_line(choice.without, (*BLOCKS, *OF_CALLS, *OF_WHOLE)),
        codes=_line(choice.codes, CODES))


def _line(words: frozenset[str], order: Sequence[str]) -> str:
    return " ".join(word for word in dict.fromkeys(order) if word in words)


def _row(occasion: str) -> int:
    return id_of("sheet_choice", occasion)


def foot() -> str:
    """The shop's promise as it stands at the foot of its papers; empty where it is not wished there."""
    found = rows("select motto from shop where state = 'live' and plain_foot = 0")
    return str(found[0][0]) if found else ""


def has_foot() -> bool:
    """Whether the shop's promise stands at the foot of its papers."""
    return not rows("select 1 from shop where state = 'live' and plain_foot = 1")


def set_foot(*, shown: bool) -> None:
    """Say whether the shop's promise stands at the foot of its papers."""
    put(Shop, id_of("shop"), plain_foot=int(not shown))
