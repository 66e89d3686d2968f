"""Names that may be one, and names that are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lovedesk.shop.likeness import like, name_words

NAMES = st.text(max_size=20)


@pytest.mark.parametrize(("one", "other"), [
    ("Ana Ruiz", "Ruiz, Ana"), ("Ana Ruiz", "Ana María Ruiz"), ("A. Ruiz", "Ana Ruiz"), ("Hans Meier", "Hans Meyer"),
    ("Żaneta Łoś", "zaneta los"), ("Müller GmbH", "Müller"), ("Café Øst Ltd.", "CAFE OST"), ("The", "the")])
def test_these_may_be_one(one: str, other: str) -> None:
    assert like(name_words(one), name_words(other))
    assert like(name_words(other), name_words(one))


@pytest.mark.parametrize(("one", "other"), [
    ("Leo Ruiz", "Lea Ruiz"), ("Ana Ruiz", "Ben Ruiz"), ("Ana Ruiz", "Ana Costa"), ("A", "Ana"), ("", ""), ("", "Ana"),
    ("B. Ruiz", "Ana Ruiz"), ("Smith Ltd", "Jones Ltd")])
def test_these_are_two(one: str, other: str) -> None:
    assert not like(name_words(one), name_words(other))


@given(NAMES, NAMES)
def test_likeness_has_no_side(one: str, other: str) -> None:
    assert like(name_words(one), name_words(other)) == like(name_words(other), name_words(one))
