from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lovedesk.shop import nearby


@pytest.mark.parametrize(("address", "places"), [
    ("12 High St\nStockport\nSK1 4AB", {"sk1", "stockport"}), ("12 High St\nStockport SK1 4AB", {"sk1", "stockport"}),
    ("Hauptstr. 5\n80331 München", {"80331", "munchen"}),
    ("1 Main St\nSpringfield, IL 62704", {"62704", "springfield"}),
    ("1234 Main St\nSpringfield", {"springfield"}), ("12 Hill Lane, Saltmouth", {"saltmouth"}),
    ("Hauptstr 5, 8001 Zürich, Switzerland", {"8001", "zurich"}), ("80331 München", {"80331"}),
    ("somewhere", set()), ("", set())])
def test_town_and_postcode_are_read_from_an_address(address: str, places: set[str]) -> None:
    assert nearby.places(address) == places


@given(st.text())
def test_whatever_stands_there_is_no_mishap(address: str) -> None:
    assert "" not in nearby.places(address) or address
