"""Days that a detail names stand in the calendar, once, and remind of nobody who is gone."""

from __future__ import annotations

import datetime as dt

from lovedesk.shop import customers, detail_days, details, months, people, shops
from lovedesk.store.desk import Desk

WEDDING = dt.date(2026, 12, 12)
DECEMBER = (dt.date(2026, 12, 1), dt.date(2026, 12, 31))


def test_the_wedding_stands_on_its_day_of_the_customer_or_of_a_person(desk: Desk, ana: int) -> None:
    with desk.act("detail.add"):
        of_hers = details.add("the wedding", topic="plans", person=people.at(ana)[0].id)
        details.set_day(of_hers, WEDDING)
        details.set_day(details.add("they move", topic="plans", customer=ana), WEDDING)
        details.add("without a day", topic="plans", customer=ana)
    found = months.month(*DECEMBER)
    assert {(entry.kind, entry.day, entry.title, entry.customer_id) for entry in found} == {
        (months.DETAIL, WEDDING, "the wedding", ana), (months.DETAIL, WEDDING, "they move", ana)}
    assert detail_days.between(WEDDING + dt.timedelta(1), DECEMBER[1]) == []


def test_what_only_one_may_see_is_told_to_them_alone(desk: Desk, ana: int) -> None:
    with desk.act("detail.add"):
        mira, jonas = shops.add_keeper("Mira"), shops.add_keeper("Jonas")
        private = details.add("the surgery", topic="care", customer=ana)
        details.set_day(private, WEDDING)
        details.set_seen_by(private, "me", keeper=mira)
    assert [len(months.month(*DECEMBER, keeper=keeper)) for keeper in (None, mira, jonas)] == [0, 1, 0]
    assert months.month(*DECEMBER, keeper=mira)[0].private


def test_nobody_is_reminded_of_those_who_are_gone(desk: Desk, ana: int) -> None:
    with desk.act("detail.add"):
        details.set_day(details.add("the wedding", topic="plans", customer=ana), WEDDING)
    with desk.act("customer.gone"):
        customers.set_standing(ana, "gone")
    assert detail_days.between(*DECEMBER) == []
