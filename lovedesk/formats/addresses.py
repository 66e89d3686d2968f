"""An address as the lines of a letter, in the order of the country that reads it."""

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
