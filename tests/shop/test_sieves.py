"""What of the calendar is shown: by keeper, kind and tag."""

from __future__ import annotations

import datetime as dt

from lovedesk.shop import followups, months, opening, shops, sieves, special_days, tags, touchpoints
from lovedesk.shop.sieves import Sieve
from lovedesk.store.desk import Desk

DAY = dt.date(2026, 11, 24)


def test_entries_are_left_out_by_keeper_kind_and_tag(desk: Desk, ana: int) -> None:
    with desk.act("visit.plan"):
        mira, jonas = shops.add_keeper("Mira"), shops.add_keeper("Jonas")
        touchpoints.plan([ana], dt.datetime.combine(DAY, dt.time(9)), keeper=mira, channel="visit")
        touchpoints.plan([ana], dt.datetime.combine(DAY, dt.time(10)), keeper=jonas, channel="call")
        followups.add("Theirs", customer=ana, due=DAY, theirs=True)
        followups.add("Ours", due=DAY, keeper=mira)
        special_days.add("birthday", 11, 24, customer=ana)
        opening.close(DAY, DAY, "The fair")
        tag = tags.add([ana], "north")
    entries = months.month(DAY, DAY) + months.of_the_shop(opening.days(DAY, DAY))

    def kinds(sieve: Sieve) -> list[str]:
        return sorted(sieves.kind_of(entry) for entry in sieves.sifted(entries, sieve))

    assert kinds(Sieve()) == ["days", "ours", "shop", "talks", "theirs", "visits"]
    assert kinds(Sieve(keeper=mira)) == ["days", "ours", "shop", "theirs", "visits"]
    assert kinds(Sieve(keeper=jonas)) == ["days", "shop", "talks", "theirs"]
    assert kinds(Sieve(tag=tag)) == ["days", "shop", "talks", "theirs", "visits"]
    assert kinds(Sieve(without=frozenset({"talks", "shop", "days"}))) == ["ours", "theirs", "visits"]
    assert {kind.key for kind in sieves.kinds()} >= set(kinds(Sieve()))
