"""Addresses as people write them: a letter's lines in the order of a country, an e-mail address without the name."""

from __future__ import annotations

POSTCODE_FIRST = frozenset({
    "AT", "BE", "BR", "CH", "CZ", "DE", "DK", "ES", "FI", "FR", "GR", "HR", "HU", "IT", "LU", "MX", "NL", "NO", "PL",
    "PT", "RO", "RS", "RU", "SE", "SI", "SK", "TR"})


def address_text(parts: list[str], country: str) -> str:
    """Box, more, street, town, region, postcode and country as the lines of a letter."""
    box, more, street, town, region, postcode, land = (*parts[:7], *[""] * (7 - len(parts)))
    if country in POSTCODE_FIRST:
        place = ", ".join(filter(None, (" ".join(filter(None, (postcode, town))), region)))
    else:
        place = " ".join(filter(None, (town, region, postcode)))
    return "\n".join(filter(None, (more, street, box, place, land, *parts[7:])))


def bare_email(text: str) -> str:
    """The address itself, of "Al Lee <al@example.org>"."""
    if text.endswith(">") and "@" in (inner := text.rpartition("<")[2][:-1]):
        return inner.strip()
    return text
