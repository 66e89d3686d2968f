"""What is held about a person is all told to them, in plain words; also what is private, deleted or of their family."""

from __future__ import annotations

import datetime as dt

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import (
    about,
    about_lines,
    after_jobs,
    chasing,
    contact_points,
    customers,
    details,
    erasing,
    followups,
    items,
    people,
    requests,
    rhythms,
    series,
    shops,
    special_days,
    tags,
    touchpoints,
)
from lovedesk.shop.archive_rows import columns, table_of
from lovedesk.shop.instants import instant
from lovedesk.shop.tables import (
    JOURNALED,
    Accommodation,
    Agreement,
    Friction,
    InboxLine,
    Job,
    Membership,
    Paper,
    Person,
    Request,
    rows,
)
from lovedesk.store.desk import Desk

NOW = dt.datetime(2026, 11, 24, 9, 0)
TODAY = NOW.date()


@pytest.fixture
def quirina(desk: Desk) -> int:
    """Someone of whom the desk holds one of everything."""
    with desk.act("sample.fill"):
        shops.set_up("Tansy & Thread", motto="We mend")
        home = customers.add("Quirina Öz", since=dt.date(2020, 2, 29))
        person = people.at(home)[0].id
        Person.update(say="kee-REE-nah", nickname="Qui", work="Lawyer", language="Turkish", wish_channel="call",
                      wish_time="before eight", raw="X-ODD:kept").where(Person.id == person).execute()
        way = contact_points.add("0151 496 0142", person=person, note="rings long")
        contact_points.set_way_in(contact_points.add("1 Quay, Bristol", kind="address", person=person), "key, under 4")
        contact_points.trash(contact_points.add("old@example.org", person=person))
        assert way
        special_days.add("birthday", 2, 29, year=1980, person=person)
        details.correct(details.add("Two dogs", topic="pet", person=person, friend="Uwe"), "Three dogs", on=TODAY)
        details.add("Fears stairs", topic="worry", customer=home, seen_by="me", change="we carry it up")
        child = people.add(home, "Mia")
        Membership.update(of_person=person, role="daughter").where(Membership.person == child).execute()
        details.add("Plays the harp", topic="hobby", person=child)
        tags.add([home], "north")
        visit = touchpoints.plan([home], NOW, channel="visit")
        touchpoints.write(visit, "said", "It wobbles")
        touchpoints.write(visit, "notes", "Look at leg four")
        items.answer(items.add(visit, "ask", "Which wood?"), "Oak", now=NOW)
        followups.add("Send samples", customer=home, due=TODAY, promised=True)
        tea = touchpoints.plan([home], NOW, title="Monthly tea", place="Under their elm")
        chasing.set_chased(tea, True)
        series.repeat(tea, "FREQ=MONTHLY")
        rhythms.set_for([home], 91)
        rhythms.pause([home], dt.date(2027, 1, 5))
        job = Job.create(customer=home, what="Armchair", asked_on=TODAY, delivered_on=TODAY, total=12050, number="R-7")
        after_jobs.answer(job.id, "You came late", today=TODAY)
        Agreement.create(customer=home, text="Pays in spring", agreed_on=TODAY)
        Friction.create(customer=home, text="Steep stairs", noticed_on=TODAY)
        Accommodation.create(customer=home, text="We come by van", since=TODAY)
        Request.create(customer=home, text="Saturday", asked_on=TODAY, outcome="declined", reason="family day",
                       instead="Friday late", answered_at=instant(NOW))
        InboxLine.create(customer=home, text="call her back", came_on=TODAY)
        Paper.create(customer=home, name="swatch.jpg", kept_on=TODAY)
    return person


def texts(told: about.AboutPerson) -> list[str]:
    return [line.text for section in told.sections for line in section.lines]


def test_all_that_would_be_erased_is_told(desk: Desk, quirina: int) -> None:
    told = about.of(desk, quirina)
    spoken = " ".join(texts(told))
    assert (told.name, told.shop, told.day) == ("Quirina Öz", "Tansy & Thread", TODAY)
    for table, ids in erasing.find(desk.database.handle, person=quirina).rows.items():
        model = next(model for model in JOURNALED if table_of(model) == table)
        shown = [column.name for column in columns(model) if column.kind == "text" and column.name in {
            "name", "text", "value", "title", "what", "notes", "said", "way_in", "note", "change", "answer", "raw",
            "reason", "instead", "number", "work", "place", "say", "nickname", "language", "source_name"}]
        for row in ids if shown else ():
            for cell in rows(f"select {', '.join(shown)} from {table} where id = ?", row)[0]:
                assert cell in spoken, (table, cell)


def test_it_reads_well_to_them(desk: Desk, quirina: int) -> None:
    told = about.of(desk, quirina)
    assert [section.heading for section in told.sections] == [
        "Who you are to us", "How we reach you", "Your days", "What we know of you", "What we agreed",
        "What you asked for", "What we do for you", "When we met", "What was promised", "What comes again and again",
        "Photos and papers", "Where this came from"]
    spoken = texts(told)
    assert "Mia, daughter of Quirina Öz" in spoken
    assert "Wishes a call, before eight" in spoken
    assert "1 Quay, Bristol; how to get in: key, under 4" in spoken
    assert "29 February 1980" in spoken
    assert "Mia: Plays the harp" in spoken
    assert "Two dogs (told by Uwe; what we noted before)" in spoken
    assert "Fears stairs (private; for us that means: we carry it up)" in spoken
    assert "Saturday; first answered on Tue 24 Nov 2026; we could not; family day; Friday late" in spoken
    assert "Call, 09:00; Monthly tea; Under their elm; you had to chase us" in spoken
    assert {about_lines.Line("Monthly tea", "every month"),
            about_lines.Line("How often we wish to be in touch", "Every 3 months"),
            about_lines.Line("We are not in touch before", "Tue 5 Jan 2027")} <= {
                line for section in told.sections for line in section.lines}
    assert any(text.endswith("you said: You came late") for text in spoken)
    assert "We: Send samples; open" in spoken
    assert [word for word in ("touchpoint", "seen_by", "None", "null", "enquiring_") if word in " ".join(spoken)] == []


def test_of_a_business_the_visits_with_them_are_told_and_nothing_of_the_others(desk: Desk) -> None:
    with desk.act("sample.fill"):
        cafe = customers.add("Café Øst", kind="business")
        ana, ben = people.add(cafe, "Ana Ruiz", role="Boss"), people.add(cafe, "Ben Roth")
        details.add("Ben's secret", topic="worry", person=ben)
        visit = touchpoints.plan([cafe], NOW, people=[ana, ben], title="Tasting")
        touchpoints.write(visit, "notes", "All fine")
        series.repeat(visit, "FREQ=WEEKLY")
    told = about.of(desk, ana)
    spoken = " ".join(texts(told))
    assert about_lines.Line("Tasting", "every week") in [line for part in told.sections for line in part.lines]
    assert "Boss at Café Øst" in spoken
    assert "All fine" in spoken
    assert "secret" not in spoken


def test_people_are_found_by_their_names(desk: Desk, ana: int) -> None:
    with desk.act("customer.add"):
        customers.add("Anna Ruiz")
    assert [person.name for person in about.named("ana ruiz")] == ["Ana Ruiz"]
    assert [person.name for person in about.named("ruiz")] == ["Ana Ruiz", "Anna Ruiz"]
    assert about.named("nobody") == about.named("") == []
    assert about.named("Ana Ruiz")[0].where == "Ana Ruiz"


def test_who_is_not_there_is_said(desk: Desk, ana: int) -> None:
    person = people.at(ana)[0].id
    erasing.erase(desk, person=person)
    with pytest.raises(Refused, match="not here"):
        about.of(desk, person)


def test_what_they_asked_for_is_told_once(desk: Desk, ana: int) -> None:
    with desk.act("request.add"):
        requests.add("A left-handed latch", customer=ana, now=desk.now())
    told = about.of(desk, people.at(ana)[0].id)
    assert str(told).count("A left-handed latch") == 1
