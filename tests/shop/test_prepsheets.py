"""What stands on a prep sheet and a day pack, and above all what does not."""

from __future__ import annotations

import datetime as dt

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import (
    accommodations,
    agreements,
    contact_points,
    customers,
    details,
    followups,
    frictions,
    items,
    jobs,
    people,
    prepsheets,
    requests,
    series,
    shops,
    special_days,
    timeline,
    touchpoints,
)
from lovedesk.shop.prepsheets import Doing, Known, Meet, Near, Owed, PrepSheet, Promise, Question, Said, Stop, ToTake
from lovedesk.shop.tables import Detail
from lovedesk.store.desk import Desk

TODAY = dt.date(2026, 11, 24)
HALF_PAST_NINE = dt.datetime(2026, 11, 24, 9, 30)


@pytest.fixture
def cafe(desk: Desk) -> int:
    """Café Halcyon: two people, an address, numbers, and a shop that knows them."""
    with desk.act("customer.add"):
        shops.set_up("Tansy & Thread", motto="We mend the chair.", sample=True)
        found = customers.add("Café Halcyon", kind="business")
        xiomara = people.add(found, "Xiomara Reyes", role="Owner", say="see-oh-MAH-rah")
        tad = people.add(found, "Tad Okonkwo", role="Baker")
        contact_points.add("11 Quay Street\nHarbour", customer=found, kind="address", note="Ring twice")
        contact_points.add("0151 496 0100", customer=found)
        contact_points.add("0151 496 0142", person=xiomara, note="best before 8")
        contact_points.add("7 Home Lane", person=tad, kind="address")
    return found


@pytest.fixture
def visit(desk: Desk, cafe: int) -> int:
    """Today's visit to the café, putting right."""
    with desk.act("visit.plan"):
        return touchpoints.plan([cafe], HALF_PAST_NINE, checklist="problem", keeper=shops.add_keeper("Mira"))


def sheet(visit: int, *shows: str) -> PrepSheet:
    return prepsheets.sheet(visit, today=TODAY, shows=shows)


def known(visit: int, *shows: str) -> list[str]:
    return [entry.text for entry in sheet(visit, *shows).know]


def learn(desk: Desk, customer: int, topic: str, text: str, *, days: int = 0, seen_by: str = "paper") -> int:
    with desk.act("detail.add"):
        return details.add(text, topic=topic, customer=customer, seen_by=seen_by,
                           learned_on=TODAY - dt.timedelta(days))


def test_the_head_says_who_when_and_where(desk: Desk, visit: int) -> None:
    found = sheet(visit)
    assert (found.customer, found.channel, found.occasion, found.start, found.minutes, found.keeper) == (
        "Café Halcyon", "Visit", "putting right", HALF_PAST_NINE, 45, "Mira")
    assert found.address == ["11 Quay Street", "Harbour", "Ring twice"]
    assert found.ways == "0151 496 0100"
    assert found.meet == [Meet("Xiomara Reyes", "see-oh-MAH-rah", "Owner", "0151 496 0142, best before 8"),
                          Meet("Tad Okonkwo", "", "Baker", "")]
    assert (found.motto, found.sample, found.today) == ("We mend the chair.", True, TODAY)


def test_those_who_were_chosen_are_met_and_all_where_nobody_was(desk: Desk, cafe: int, visit: int) -> None:
    with desk.act("visit.change"):
        touchpoints.set_people(visit, [people.at(cafe)[1].id])
    assert [meet.name for meet in sheet(visit).meet] == ["Tad Okonkwo"]
    with desk.act("visit.change"):
        touchpoints.set_people(visit, [])
    assert [meet.name for meet in sheet(visit).meet] == ["Xiomara Reyes", "Tad Okonkwo"]


def test_the_checklist_stands_by_kind(desk: Desk, visit: int) -> None:
    found = sheet(visit)
    for kind, texts in (("bring", found.bring), ("tell", found.tell), ("do", found.do)):
        assert [thing.text for thing in texts] == [item.text for item in items.of(visit) if item.kind == kind]
    assert found.ask[0] == Question("What did it cost you?", "Need")


def test_what_is_private_never_stands_on_paper_whatever_is_chosen(desk: Desk, cafe: int, visit: int) -> None:
    for seen_by in ("here", "me"):
        for topic in ("need", "worry"):
            learn(desk, cafe, topic, f"{topic} {seen_by}", seen_by=seen_by)
    assert known(visit) == known(visit, "need", "worry") == []


@pytest.mark.parametrize("topic", ["worry", "family", "between"])
def test_tender_topics_stay_off_paper_unless_they_are_chosen_for_this_sheet(desk: Desk, cafe: int, visit: int,
                                                                          topic: str) -> None:
    learn(desk, cafe, topic, "Something tender")
    assert known(visit) == []
    assert known(visit, topic) == ["Something tender"]
    with desk.act("visit.change"):
        touchpoints.set_shows(visit, [topic])
    assert [entry.text for entry in prepsheets.sheet(visit, today=TODAY).know] == ["Something tender"]


def test_a_business_is_found_at_its_peoples_work_and_never_at_their_home(desk: Desk) -> None:
    with desk.act("customer.add"):
        bakehouse = customers.add("Bakehouse Nine", kind="business")
        imani = people.add(bakehouse, "Imani Clarke")
        contact_points.add("7 Home Lane", person=imani, kind="address", label="home")
        contact_points.add("9 Mill Lane", person=imani, kind="address", label="work")
        planned = touchpoints.plan([bakehouse], HALF_PAST_NINE)
    assert sheet(planned).address == ["9 Mill Lane"]
    assert timeline.of_day(TODAY)[0].address == "9 Mill Lane"


def test_how_to_get_in_stands_by_the_address_when_it_is_chosen(desk: Desk, cafe: int, visit: int) -> None:
    learn(desk, cafe, "place", "Blue door")
    assert "Blue door" not in sheet(visit).address
    assert sheet(visit, "place").address[-1] == "Blue door"
    assert known(visit, "place") == []


def test_each_topics_newest_comes_first_then_what_is_older(desk: Desk, cafe: int, visit: int) -> None:
    for topic, text, days in (("pet", "A beagle", 500), ("need", "Old covers", 300), ("need", "Covers", 3),
                              ("plans", "A room", 35), ("history", "A café in Oaxaca", 1)):
        learn(desk, cafe, topic, text, days=days)
    assert sheet(visit).know == [Known("Need", "Covers"), Known("Plans", "A room"), Known("Pet", "A beagle"),
                                 Known("History", "A café in Oaxaca"), Known("Need", "Old covers")]


def test_what_was_corrected_or_put_away_does_not_stand_there(desk: Desk, cafe: int, visit: int) -> None:
    corrected, gone = learn(desk, cafe, "need", "Twelve seats"), learn(desk, cafe, "hope", "Sun")
    with desk.act("detail.correct"):
        details.correct(corrected, "Fourteen seats", on=TODAY)
        details.trash(gone)
    assert known(visit) == ["Fourteen seats"]


def test_a_detail_about_one_of_several_people_says_of_whom(desk: Desk, cafe: int, visit: int) -> None:
    with desk.act("detail.add"):
        details.add("Never Thaddeus", topic="care", person=people.at(cafe)[1].id)
    assert known(visit) == ["Tad Okonkwo: Never Thaddeus"]


def test_the_last_touch_is_told_in_its_words(desk: Desk, cafe: int, visit: int) -> None:
    assert sheet(visit).last is None
    with desk.act("visit.plan"):
        before = touchpoints.plan([cafe], HALF_PAST_NINE - dt.timedelta(35), channel="call")
        for field, text in (("notes", "We saw the room"), ("said", "Long enough."), ("value", "Named a sealer")):
            touchpoints.write(before, field, text)
        touchpoints.finish(before, now=desk.now())
    assert sheet(visit).last == Said(TODAY - dt.timedelta(35), "call",
                                     "We saw the room. “Long enough.” Named a sealer.")


def test_what_each_side_owes_stands_there_while_it_is_open(desk: Desk, cafe: int, visit: int) -> None:
    with desk.act("followup.add"):
        followups.add("A price", customer=cafe, due=TODAY, promised=True)
        followups.add("Only an idea of ours", customer=cafe, due=TODAY)
        followups.add("The measures", customer=cafe, theirs=True)
        done = followups.add("Two seats", customer=cafe, promised=True)
        followups.finish(done, now=desk.now())
    found = sheet(visit)
    assert (found.we_owe, found.they_owe) == ([Owed(TODAY, "A price")], [Owed(None, "The measures")])


def test_what_stands_between_us_and_what_they_asked_for_is_on_the_sheet(desk: Desk, cafe: int, visit: int) -> None:
    with desk.act("agreement.add"):
        agreements.add("Rush work two weeks ahead", customer=cafe, on=TODAY)
        agreements.add("No table away on a weekend", customer=cafe, on=TODAY, side="ours")
        agreements.end(agreements.add("Over", customer=cafe, on=TODAY), on=TODAY)
        bill = frictions.add("The bill no one understands", customer=cafe, on=TODAY)
        frictions.add("The stairs", customer=cafe, on=TODAY)
        accommodations.add("One bill a month", customer=cafe, since=TODAY, friction=bill)
        requests.add("The bench before the wedding", customer=cafe, now=desk.now())
    found = sheet(visit)
    assert found.easy == ("One bill a month",)
    assert set(found.agreed) == {"Rush work two weeks ahead", "No table away on a weekend (our word)"}
    assert found.we_owe == [Owed(TODAY, "Asked for: The bench before the wedding")]
    with desk.act("visit.plan"):
        both = touchpoints.plan([cafe, customers.add("Roxy Cinema", kind="business")], HALF_PAST_NINE)
    assert (sheet(both).easy, sheet(both).agreed) == ((), ())


def test_days_near_are_birthdays_their_own_days_and_our_next_touch(desk: Desk, cafe: int, visit: int) -> None:
    with desk.act("day.add"):
        xiomara = people.at(cafe)[0].id
        special_days.add("birthday", 12, 1, year=1986, person=xiomara)
        special_days.add("birthday", 3, 1, year=1986, person=people.at(cafe)[1].id)
        touchpoints.plan([cafe], HALF_PAST_NINE + dt.timedelta(21))
        wedding = details.add("A wedding, forty guests", topic="plans", customer=cafe)
    learn(desk, cafe, "care", "The window")
    with desk.act("detail.change"):
        Detail.update(day=dt.date(2026, 12, 12)).where(Detail.id == wedding).execute()
    found = sheet(visit)
    assert found.near == [Near(dt.date(2026, 12, 1), "Xiomara Reyes turns 40"),
                          Near(dt.date(2026, 12, 12), "A wedding, forty guests"),
                          Near(dt.date(2026, 12, 15), "Our next visit")]
    assert found.know == [Known("Care", "The window")]


def test_where_several_are_met_at_once_nothing_of_one_lies_before_the_other(desk: Desk, cafe: int) -> None:
    learn(desk, cafe, "need", "Covers")
    with desk.act("visit.plan"):
        followups.add("A price", customer=cafe, due=TODAY, promised=True)
        special_days.add("birthday", 11, 25, customer=cafe)
        both = touchpoints.plan([cafe, customers.add("Roxy Cinema", kind="business")], HALF_PAST_NINE)
    found = sheet(both)
    assert found.customer == "Café Halcyon and Roxy Cinema"
    assert (found.know, found.we_owe, found.near, found.last) == ([], [], [], None)


def test_a_customers_sheet_is_of_the_next_visit_or_of_the_day_that_was_named(desk: Desk, cafe: int, visit: int) -> None:
    with desk.act("visit.plan"):
        touchpoints.plan([cafe], HALF_PAST_NINE + dt.timedelta(7), channel="call")
    week = TODAY + dt.timedelta(7)
    assert prepsheets.for_customer(cafe, today=TODAY).start == HALF_PAST_NINE
    assert prepsheets.for_customer(cafe, today=TODAY, day=week).channel == "Call"
    with pytest.raises(Refused, match="Nothing is planned"):
        prepsheets.for_customer(cafe, today=TODAY, day=week + dt.timedelta(1))
    with desk.act("series.repeat"):
        series.repeat(visit, "FREQ=WEEKLY")
    assert prepsheets.for_customer(cafe, today=TODAY, day=week + dt.timedelta(7)).start == HALF_PAST_NINE + (
        dt.timedelta(14))


def test_without_a_plan_a_bare_sheet_asks_what_is_worth_asking(desk: Desk, cafe: int) -> None:
    found = prepsheets.for_customer(cafe, today=TODAY)
    assert (found.customer, found.start.date(), found.occasion, found.planned) == ("Café Halcyon", TODAY, "", False)
    assert len(found.ask) == 3
    assert [meet.name for meet in found.meet] == ["Xiomara Reyes", "Tad Okonkwo"]


def test_there_is_no_sheet_for_what_is_gone(desk: Desk) -> None:
    with pytest.raises(Refused, match="visit"):
        prepsheets.sheet(1, today=TODAY)
    with pytest.raises(Refused, match="customer"):
        prepsheets.for_customer(1, today=TODAY)


def test_a_day_pack_has_the_days_order_its_promises_and_a_sheet_each(desk: Desk, cafe: int, visit: int) -> None:
    with desk.act("visit.plan"):
        ana = customers.add("Ana Ruiz")
        contact_points.add("0151 496 0498", customer=ana)
        call = touchpoints.plan([ana], HALF_PAST_NINE - dt.timedelta(minutes=60), channel="call", title="A year")
        for item in items.of(visit):
            if item.kind == "bring":
                items.remove(item.id)
        items.add(visit, "bring", "A jar of jam")
        followups.add("Call Ana", customer=ana, due=TODAY, due_time="12:00", promised=True)
        followups.add("Think", due=TODAY)
        followups.add("Theirs", customer=ana, due=TODAY, theirs=True)
    pack = prepsheets.day_pack(TODAY, today=TODAY)
    assert pack.stops == [
        Stop(dt.time(8, 30), dt.time(9, 15), "Ana Ruiz", ["Call", "A year"], "0151 496 0498"),
        Stop(dt.time(9, 30), dt.time(10, 15), "Café Halcyon",
             ["Xiomara Reyes, Tad Okonkwo. Putting right.", "11 Quay Street"], "0151 496 0142")]
    assert pack.take == [ToTake("A jar of jam", 1, "Café Halcyon")]
    assert pack.promised == [Promise("Call Ana", "Ana Ruiz, by 12:00. 0151 496 0498")]
    assert pack.also_due == [Promise("Think", "")]
    assert [page.customer for page in pack.sheets] == ["Ana Ruiz", "Café Halcyon"]
    assert (pack.shop, pack.motto, pack.sample, pack.keeper) == ("Tansy & Thread", "We mend the chair.", True, "")
    with desk.act("visit.trash"):
        touchpoints.trash(call)
    assert [stop.customer for stop in prepsheets.day_pack(TODAY, today=TODAY).stops] == ["Café Halcyon"]


def test_a_keepers_pack_leaves_the_other_ones_day_out(desk: Desk, cafe: int, visit: int) -> None:
    with desk.act("visit.plan"):
        jonas = shops.add_keeper("Jonas")
        touchpoints.plan([cafe], HALF_PAST_NINE, keeper=jonas)
        followups.add("Mira’s", due=TODAY, keeper=shops.add_keeper("Mira"))
        followups.add("No one’s", due=TODAY)
    pack = prepsheets.day_pack(TODAY, today=TODAY, keeper=jonas)
    assert (pack.keeper, [page.keeper for page in pack.sheets]) == ("Jonas", ["Jonas"])
    assert [promise.text for promise in pack.also_due] == ["No one’s"]


def test_how_they_wish_to_be_reached_goes_before_their_numbers(desk: Desk, cafe: int, visit: int) -> None:
    xiomara, tad = people.at(cafe)
    with desk.act("person.change"):
        people.set_wish(xiomara.id, "call", "after four")
        people.set_wish(tad.id, "", "never on Monday")
    assert [meet.ways for meet in sheet(visit).meet] == [
        "Wishes a call, after four; 0151 496 0142, best before 8", "Best never on Monday"]


def test_how_to_get_in_stands_by_the_address_where_the_place_was_chosen(desk: Desk, cafe: int, visit: int) -> None:
    (address,) = (way.id for way in contact_points.of(cafe) if way.kind == "address" and way.person is None)
    with desk.act("contact.change"):
        contact_points.set_way_in(address, "Code 4711")
    assert sheet(visit).address == ["11 Quay Street", "Harbour", "Ring twice"]
    assert sheet(visit, "place").address == ["11 Quay Street", "Harbour", "Ring twice", "Code 4711"]
    assert "4711" not in str(sheet(visit)) + str(prepsheets.day_pack(TODAY, today=TODAY))


def test_their_family_is_met_and_told_of_when_it_is_chosen(desk: Desk, cafe: int, visit: int) -> None:
    with desk.act("person.add"):
        xiomara = people.at(cafe)[0].id
        emilia = people.add(cafe, "Emilia", role="daughter", of_person=xiomara)
        details.add("Plays the tuba", topic="hobby", person=emilia, learned_on=TODAY)
        special_days.add("birthday", 12, 1, person=emilia)
        touchpoints.set_people(visit, [])
    assert [meet.name for meet in sheet(visit).meet] == ["Xiomara Reyes", "Tad Okonkwo"]
    assert "Emilia" not in str(sheet(visit))
    assert known(visit, "family") == ["Emilia: Plays the tuba"]
    assert [near.text for near in sheet(visit, "family").near] == ["Emilia’s birthday"]
    assert "Emilia" not in str(prepsheets.for_customer(cafe, today=TODAY))
    with desk.act("visit.change"):
        touchpoints.set_people(visit, [emilia])
    assert [(meet.name, meet.role) for meet in sheet(visit).meet] == [("Emilia", "daughter")]


def test_jobs_stand_on_the_sheet_in_kind_words_and_their_days_with_what_we_owe(
        desk: Desk, ana: int, cafe: int, visit: int) -> None:
    now = HALF_PAST_NINE
    with desk.act("job.add"):
        jobs.add("Six bar stools", customer=cafe, now=now, stage="work", promised=TODAY + dt.timedelta(3), total=48000)
        jobs.add("Bench", customer=cafe, now=now, place="second room")
        for days in (30, 31):
            jobs.set_stage(jobs.add(f"Cushion {days}", customer=cafe, now=now), "delivered", now=now,
                           on=TODAY - dt.timedelta(days))
        both = touchpoints.plan([cafe, ana], now)
    assert sheet(visit).jobs == [
        Doing("Six bar stools", "in our hands"), Doing("Bench, second room", "you asked for it"),
        Doing("Cushion 30", "with you since Sun 25 Oct")]
    assert sheet(visit).we_owe == [Owed(TODAY + dt.timedelta(3), "Six bar stools")]
    assert list(sheet(both).jobs) == []
