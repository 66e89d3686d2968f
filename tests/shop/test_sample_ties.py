"""What binds the sample's customers: something of each kind, so that every page has something to show."""

from __future__ import annotations

from lovedesk.shop import (
    accommodations,
    agreements,
    customers,
    frictions,
    jobs,
    kept_lists,
    links,
    people,
    requests,
    sample,
    tags,
)
from lovedesk.store.desk import Desk


def test_every_kind_of_tie_is_in_the_sample(desk: Desk) -> None:
    with desk.act("sample.fill") as recorder:
        sample.fill(recorder, desk.today())
    ((halcyon, _name),) = customers.named("Café Halcyon")
    assert [job.stage for job in jobs.of(halcyon)] == ["work", "asked"]
    assert [tag.name for tag in tags.of(halcyon)] == ["cafés", "harbour"]
    assert [person.name for person in people.at(halcyon)] == ["Xiomara Reyes", "Tad Okonkwo", "Inés"]
    assert len(agreements.standing(halcyon)) == 2
    assert [row.text for row in accommodations.standing(halcyon)] == [
        "One bill a month, on one page", "We come on Mondays before eight, when they are closed"]
    assert [request.outcome for request in requests.of(halcyon)] == [""]
    assert [(link.word, link.other.name) for link in links.of(halcyon)] == [("introduced", "Roxy Cinema")]
    assert [shared.text for shared in frictions.shared() if len(shared.customers) > 1] == [
        "No parking at our door", "Samples that came too late"]
    assert [kept.name for kept in kept_lists.all()] == ["North round"]
    assert desk.check() == []
