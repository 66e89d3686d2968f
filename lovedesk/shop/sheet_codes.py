"""Codes for the phone's camera: a number to dial, an address for the map, a contact to keep; nothing private."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from urllib.parse import quote

from lovedesk.shop import sheet_choices
from lovedesk.shop.contact_points import ContactRow
from lovedesk.shop.sheet_records import Code
from lovedesk.words import _

LONGEST = 180       # letters; a longer text makes squares that a camera cannot tell apart


def codes(wanted: Collection[str], ways: Collection[ContactRow], names: Mapping[int | None, str],
          address: str) -> tuple[Code, ...]:
    """The codes that are wanted and can be made of what is there; `names` are those met, and None's the customer's."""
    way = _to_dial(ways, names)
    number = re.sub(r"[^\d+*#]", "", way.value)[:40] if way else ""
    name = _line(names.get(way.person, "") if way else "")
    address = _line(address)
    made = {
        sheet_choices.PHONE: Code(_("Call {number}").format(number=way.value), f"tel:{number}")
            if way and number else None,
        sheet_choices.ADDRESS: Code(address, f"geo:0,0?q={quote(address)}") if address else None,
        sheet_choices.CONTACT: Code(_("Keep {name}").format(name=name), f"MECARD:N:{_plain(name)};TEL:{number};;")
            if name and number else None}
    return tuple(code for kind, code in made.items() if kind in wanted and code)


def _to_dial(ways: Iterable[ContactRow], names: Mapping[int | None, str]) -> ContactRow | None:
    """The preferred number of those who are met, then of the customer."""
    phones = [way for way in ways if way.kind == "phone" and way.person in names]
    return min(phones, key=lambda way: (not way.preferred, way.person is None), default=None)


def _line(text: str) -> str:
    return " ".join(text.split())[:LONGEST]


def _plain(text: str) -> str:
    """A backslash before what parts the fields of a contact."""
    return re.sub(r'([\\;:,"])', r"\\\1", text)
