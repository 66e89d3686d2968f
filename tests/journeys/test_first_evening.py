"""Journey 1. The contacts of a phone are brought in, who they are is said, someone is looked up, a birthday added."""

from __future__ import annotations

import datetime as dt

from lovedesk import paths
from lovedesk.shop import customers, special_days
from lovedesk.shop.tables import NOT_CUSTOMER
from tests.journeys.conftest import Begin

CEILING = 9
NOW = dt.datetime(2026, 11, 24, 9, 0)
PHONE = paths.resources() / "sample" / "contacts.vcf"


def standings() -> dict[str, str]:
    """Everybody on the desk, and where they stand with us."""
    everyone = [*customers.ids(), *customers.ids(NOT_CUSTOMER)]
    return {row.name: row.standing for row in customers.page(everyone, NOW)}


def test_a_phone_is_brought_in_and_a_birthday_added(begin: Begin) -> None:
    walk = begin()
    walk.press("&Bring your contacts")
    walk.sees("On an iPhone", "On an Android phone", "With Google", "Drop the files here")
    walk.drop(PHONE)
    walk.sees("contacts.vcf, 62 contacts. Nothing is changed until you bring them in.", "&Bring in 42")
    assert standings() == {}
    walk.press("already our customers")
    for name, other in (("henrik", "enquiring"), ("linden", "not a customer"), ("roxy", "one-off")):
        walk.type(name)
        walk.press(f"This one: {other}")
    walk.sees("39 come in as customers", "1 comes in as enquiring", "1 comes in as a one-off", "1 is no customer")
    walk.key("Alt+B")
    walk.sees("41 contacts brought in")
    walk.type("halcyon")
    walk.sees("Xiomara Reyes", "Tad Okonkwo")
    walk.press("Add a number, an address or a day of Tad Okonkwo")
    walk.type("14 Sep")
    walk.key("Return")
    walk.sees("Birthday: 14 September")
    assert walk.steps <= CEILING
    stored = standings()
    assert len(stored) == 42
    assert {name: stored.pop(name) for name in ("Henrik Solberg", "Linden House Hotel", "Roxy Cinema")} == {
        "Henrik Solberg": "enquiring", "Linden House Hotel": NOT_CUSTOMER, "Roxy Cinema": "one-off"}
    assert set(stored.values()) == {"customer"}
    ((halcyon, _name),) = customers.named("Café Halcyon")
    assert [(day.whose, day.day, day.month, day.year) for day in special_days.of(halcyon)] == [
        ("Xiomara Reyes", 18, 6, 1984), ("Tad Okonkwo", 14, 9, None)]


def test_the_evening_is_taken_back_and_done_again(begin: Begin) -> None:
    walk = begin()
    walk.drop(PHONE)        # on the first page already
    walk.sees("&Bring in 42")
    walk.key("Alt+B")
    walk.sees("42 contacts brought in")
    walk.key("Ctrl+Z")
    walk.sees("Undone: Contacts brought in")
    assert standings() == {}
    walk.key("Ctrl+Shift+Z")
    walk.sees("Done again: Contacts brought in")
    assert len(standings()) == 42


def test_tomorrow_the_same_file_changes_nothing_and_who_was_kept_out_stays_out(begin: Begin) -> None:
    walk = begin()
    walk.drop(PHONE)
    walk.sees("&Bring in 42")
    walk.type("linden")
    walk.press("This one: not a customer")
    walk.key("Alt+B")
    walk.sees("41 contacts brought in")
    walk.leave()
    walk = begin()
    walk.key("Ctrl+I")
    walk.drop(PHONE)
    walk.sees("41 are here already, nothing changes", "1 is kept out as before", "Nothing to bring in")
