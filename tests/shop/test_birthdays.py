"""Birthdays are read as people write them."""

from __future__ import annotations

import pytest

from lovedesk.shop import birthdays


@pytest.mark.parametrize(("text", "month", "day", "year"), [
    ("12 March", 3, 12, None), ("March 12, 1980", 3, 12, 1980), ("on the 3rd of Dec", 12, 3, None),
    ("12.3.", 3, 12, None), ("12/3/1980", 3, 12, 1980), ("1980-03-12", 3, 12, 1980), ("29 Feb", 2, 29, None),
    ("12. März 1980", 3, 12, 1980), ("4. Dezember", 12, 4, None),
])
def test_a_birthday_is_read(text: str, month: int, day: int, year: int | None) -> None:
    assert birthdays.read(text) == (month, day, year)


@pytest.mark.parametrize("text", ["", "in spring", "she did not say", "31 April", "29 Feb 1981", "March or April 3",
                                  "12", "1980", "40.40.", "March 0"])
def test_what_names_no_day_is_none(text: str) -> None:
    assert birthdays.read(text) is None


def test_where_months_come_first_they_are_read_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert birthdays.read("3/12/1980") == (3, 12, 1980)
    assert birthdays.read("4.5.1980", german=True) == (5, 4, 1980)


@pytest.mark.parametrize(("text", "kind"), [
    ("name day 4 May", "name day"), ("4 May: name day", "name day"), ("Namenstag 4.5.", "Namenstag"), ("4 May", "")])
def test_the_words_beside_a_date_say_what_day_it_is(text: str, kind: str) -> None:
    assert birthdays.kind_within(text) == kind
