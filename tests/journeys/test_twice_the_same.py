"""Journey 9. Two cards are one person: seen why, made one, regretted, undone."""

from __future__ import annotations

from pathlib import Path

from lovedesk import paths
from lovedesk.shop import contact_points, customers, details, people
from lovedesk.shop.desks import open_desk
from lovedesk.shop.tables import rows
from tests.conftest import StillDesk
from tests.journeys.conftest import Begin

CEILING = 6


def keep_twice() -> None:
    """One person of two phones: her number is written in two ways, her name too. The sample has a pair of its own."""
    desk = open_desk(paths.default_desk(), kind=StillDesk)
    with desk.act("customer.trash"):
        customers.trash(customers.named("Peregrine Printers")[0][0])
    with desk.act("import.bring_in"):
        for name, number, told in (("Ana Ruiz", "+44 151 496 0911", "Takes her coffee black"),
                                   ("Ruiz, Ana", "0151 496 0911", "Her shop moves in May")):
            customer = customers.add(name)
            contact_points.add(number, person=people.at(customer)[0].id)
            details.add(told, topic="care", customer=customer)
    desk.close()


def test_two_cards_become_one_and_two_again(begin: Begin, shop: None, tmp_path: Path) -> None:
    keep_twice()
    walk = begin()
    walk.key("Ctrl+2")
    walk.press("1 pair may be the same")
    walk.sees("Ana Ruiz, Ruiz, Ana", "same number", "the same name", "One customer or two?", "Where they differ")
    before = len(customers.ids())
    walk.key("Ctrl+Return")
    walk.sees("Ana Ruiz and Ruiz, Ana are one", "Nobody is here twice")
    assert len(customers.ids()) == before - 1
    ((stays,),) = rows("select h.head from customer c join head h using (id) where c.name = 'Ana Ruiz'")
    assert {detail.text for detail in details.of(stays)} >= {"Takes her coffee black", "Her shop moves in May"}
    walk.key("Ctrl+Z")
    walk.sees("Ana Ruiz, Ruiz, Ana", "1 pair")
    assert len(customers.ids()) == before
    assert walk.steps <= CEILING
