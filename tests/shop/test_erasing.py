"""Erased for good: no byte of them is left in the folder, the desk stays sound, and nothing brings them back."""

from __future__ import annotations

import datetime as dt
import gzip
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from lovedesk.formats import contacts
from lovedesk.mishaps import Refused
from lovedesk.shop import (
    archive,
    blobs,
    contact_points,
    customers,
    details,
    erasing,
    followups,
    heads,
    imports,
    items,
    months,
    occurrences,
    papers,
    people,
    rhythms,
    search,
    series,
    special_days,
    timeline,
    touchpoints,
    trashcan,
)
from lovedesk.shop.desks import open_desk
from lovedesk.shop.tables import Customer, InboxLine, Job, Membership, Person, Request, Touchpoint, rows
from lovedesk.store.desk import Desk
from tests.shop.test_archive import fill_every_table

NOW = dt.datetime(2026, 11, 24, 9, 0)
TODAY = NOW.date()
PHOTO = b"\x89PNG\r\n\x1a\n" + b"quokka" * 10
TRACES = ["Quirina Öztürk", "quirina ozturk", "Quirina", "quirina", "0151 496 7788", "01514967788", "q@oztuerk.example",
          "OZTUERK", "ztürk", "allotment", "quokka", "Wilhelmina"]
CARD = """BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Quirina Öztürk\r\nN:Öztürk;Quirina;;;\r\nTEL:0151 496 7788\r
EMAIL:q@oztuerk.example\r\nNOTE:has an allotment\r\nX-ODD:Quirina's line\r\nUID:quirina-1\r\nEND:VCARD\r\n"""


def bring_in(desk: Desk, card: str = CARD) -> None:
    plan = imports.prepare([contacts.read(card.encode(), "phone.vcf")])
    with desk.act("import.bring_in") as recorder:
        imports.bring_in(plan, recorder.insert_many)


def person_called(name: str) -> int:
    return int(rows("select id from person where name = ? and state in ('live', 'trashed')", name)[0][0])


def customer_called(name: str) -> int:
    return int(rows("select id from customer where name = ? and state in ('live', 'trashed')", name)[0][0])


@pytest.fixture
def quirina(desk: Desk) -> int:
    """Someone who has been here for long: brought in, undone, done again, renamed, visited, copied."""
    bring_in(desk)
    desk.undo()
    desk.redo()
    person, home = person_called("Quirina Öztürk"), customer_called("Quirina Öztürk")
    with desk.act("customer.add"):
        cafe = customers.add("Café Øst", kind="business")
    with desk.act("person.change"):
        people.set_nickname(person, "Quirina the first")
        people.set_nickname(person, "Qui")
        Person.update(photo=blobs.put(PHOTO)).where(Person.id == person).execute()
    with desk.act("detail.add"):
        details.correct(details.add("allotment by the canal", topic="hobby", person=person), "two allotments", on=TODAY)
        details.add("Knows Quirina Öztürk, q@oztuerk.example", topic="history", customer=cafe)
        special_days.add("birthday", 2, 29, person=person)
        child = people.add(home, "Wilhelmina")
        Membership.update(of_person=person, role="daughter").where(Membership.person == child).execute()
        shed = Job.create(customer=home, what="allotment shed", said="The allotment was trodden down", said_on=TODAY)
        service = followups.add("Oil the allotment shed", customer=home, due=TODAY)
        series.repeat_followup(service, "FREQ=YEARLY", waits=True)
        papers.keep("shed.png", PHOTO, job=shed.id)
        rhythms.set_for([home], 91)
        Request.create(customer=home, text="no calls before the allotment", person=person)
        InboxLine.create(text="call  Quirina\nÖztürk", customer=None)
        followups.add("Send Quirina the swatch", customer=home, due=TODAY)
        contact_points.add("0151 496 0142", customer=cafe)
    with desk.act("visit.plan"):
        alone = touchpoints.plan([home], NOW)
        both = touchpoints.plan([home, cafe], NOW)
        touchpoints.write(alone, "said", "the allotment is lovely")
        touchpoints.write(both, "notes", "QUIRINA ÖZTÜRK and the cook")
        items.answer(items.add(alone, "ask", "And the allotment?"), "Quirina says yes", now=NOW)
        papers.keep("quirina.png", PHOTO, touchpoint=alone)
        touchpoints.write(alone, "place", "the allotment")
        series.repeat(touchpoints.plan([home], NOW, title="Tea at the allotment"), "FREQ=MONTHLY")
        touchpoints.finish(alone, now=NOW)
    desk.back_up(desk.path.with_name("by hand.lovedesk"))
    desk.keep_copy([desk.copies])
    return person


def traces(folder: Path) -> list[tuple[str, str]]:
    return [(file.name, trace) for file in folder.rglob("*") if file.is_file()
            for data in [file.read_bytes()] for trace in TRACES if trace.encode() in data]


def test_no_byte_of_them_is_left_in_the_folder(desk: Desk, quirina: int) -> None:
    assert traces(desk.path.parent)
    assert erasing.erase(desk, person=quirina) == []
    assert traces(desk.path.parent) == []
    assert desk.check() == []
    assert search.customers("quirina", others=True).ids == search.customers("allotment", others=True).ids == []
    assert rows("select count(*) from blob") == [(0,)]


def test_of_what_repeats_no_time_is_left(desk: Desk, quirina: int) -> None:
    ahead = dt.date(2027, 12, 31)
    assert {time.kind for time in months.month(TODAY, ahead) if time.series} == {months.VISIT, months.FOLLOWUP}
    erasing.erase(desk, person=quirina)
    assert [time for time in months.month(TODAY, ahead) if time.series] == []
    assert occurrences.between(TODAY, ahead) == []
    assert rows("select id from occurrence where series <> 0") == []
    assert archive.export()["series"] == archive.export()["rhythms"] == []


def test_what_is_of_others_stays(desk: Desk, quirina: int) -> None:
    erasing.erase(desk, person=quirina)
    cafe = customer_called("Café Øst")
    assert [detail.text for detail in details.of(cafe)] == ["Knows […], […]"]
    assert [(touch.notes, touch.customer) for touch in timeline.of_customer(cafe)] == [("[…] and the cook", "Café Øst")]
    assert [way.value for way in contact_points.of(cafe)] == ["0151 496 0142"]
    assert rows("select text from inbox_line") == [("call  […]",)]


def test_copies_are_whole_desks_without_them(desk: Desk, quirina: int) -> None:
    erasing.erase(desk, person=quirina)
    desk.restore(desk.path.with_name("by hand.lovedesk"))
    assert desk.check() == []
    assert [row[0] for row in rows("select name from customer where state = 'live'")] == ["Café Øst"]
    assert traces(desk.path.parent) == []


def test_nothing_brings_them_back_and_undo_steps_over_it(desk: Desk, quirina: int) -> None:
    with desk.act("customer.rename"):
        customers.rename(customer_called("Café Øst"), "Café West")
    erasing.erase(desk, person=quirina)
    assert desk.next_redo() is None
    undone = desk.undo()
    assert undone is not None
    assert undone.verb == "customer.rename"
    assert customer_called("Café Øst")
    while desk.undo():
        pass
    assert rows("select count(*) from person where state <> 'erased'") == [(0,)]
    assert rows("select distinct name from person") == [("",)]
    while desk.redo():
        pass
    assert rows("select distinct name from person") == [("",)]
    assert desk.check() == []
    assert traces(desk.path.parent) == []


def test_they_come_as_someone_new_with_the_next_import(desk: Desk, quirina: int) -> None:
    erasing.erase(desk, person=quirina)
    bring_in(desk)
    assert person_called("Quirina Öztürk") != quirina
    assert search.customers("quirina").ids == [customer_called("Quirina Öztürk")]


def test_of_a_business_only_the_person_goes(desk: Desk) -> None:
    with desk.act("customer.add"):
        cafe = customers.add("Café Øst", kind="business")
        ana, ben = people.add(cafe, "Ana Ruiz"), people.add(cafe, "Ben Roth")
        both = touchpoints.plan([cafe], NOW, people=[ana, ben])
        alone = touchpoints.plan([cafe], NOW, people=[ana])
        for visit in (both, alone):
            touchpoints.write(visit, "notes", "Ana Ruiz was glad")
            touchpoints.write(visit, "place", "her allotment")
        series.repeat(alone, "FREQ=WEEKLY")
    erasing.erase(desk, person=ana)
    assert [person.name for person in people.at(cafe)] == ["Ben Roth"]
    assert {touch.notes for touch in timeline.of_customer(cafe)} == {"", "[…] was glad"}
    assert Touchpoint.select().where(Touchpoint.state == "live").count() == 2
    assert [place for place, in rows("select place from touchpoint where place <> ''")] == ["her allotment"]
    assert desk.check() == []


def test_a_short_form_of_their_name_goes_from_what_is_of_others(desk: Desk) -> None:
    with desk.act("sample.fill"):
        firm = customers.add("Brandt & Co", kind="business")
        klara = people.add(firm, "Dr. Klára Anna Brandtová, MBA")
        Person.update(given="Klára", family="Brandtová").where(Person.id == klara).execute()
        InboxLine.create(text="lamp for Klára Brandtová", customer=firm)
        details.add("Brandtova, klara pays", topic="note", customer=firm)
    erasing.erase(desk, person=klara)
    told = [text for text, in rows("select text from inbox_line union all select text from detail")]
    assert not any("lára" in text or "klara" in text for text in told)
    assert any("lamp for" in text for text in told)


def test_someone_else_of_the_same_name_keeps_it(desk: Desk, ana: int) -> None:
    with desk.act("customer.add"):
        other = customers.add("Ana Ruiz")
        details.add("Ana Ruiz is her name", topic="note", customer=other)
    first = people.at(ana)[0].id
    erasing.erase(desk, person=first)
    assert [detail.text for detail in details.of(other)] == ["Ana Ruiz is her name"]
    assert customers.named("Ana Ruiz") == [(other, "Ana Ruiz")]


def test_those_who_are_one_with_them_go_too(desk: Desk, ana: int) -> None:
    with desk.act("customer.add"):
        twin = customers.add("Anna Ruiz")
    first, second = people.at(ana)[0].id, people.at(twin)[0].id
    with desk.act("customer.rename"):
        Customer.update(merged_into=ana).where(Customer.id == twin).execute()
        Person.update(merged_into=first).where(Person.id == second).execute()
    assert heads.head_of(second) == first
    erasing.erase(desk, person=first)
    assert rows("select distinct name from person union select name from customer") == [("",)]
    assert desk.check() == []


def test_a_name_without_letters_goes_too(desk: Desk) -> None:
    with desk.act("customer.add"):
        home = customers.add("🐈 🐕")
        customers.add("Ann")
    erasing.erase(desk, person=people.at(home)[0].id)
    assert "🐈".encode() not in desk.path.read_bytes()
    assert desk.check() == []


def test_from_the_trash_a_customer_goes_with_its_people(desk: Desk) -> None:
    with desk.act("customer.add"):
        cafe = customers.add("Café Øst", kind="business")
        people.add(cafe, "Ben Roth")
        customers.trash(cafe)
    erasing.erase(desk, customer=cafe)
    assert trashcan.contents() == []
    assert b"Ben Roth" not in desk.path.read_bytes()
    assert archive.export()["people"] == []


def test_what_goes_is_said_before(desk: Desk, quirina: int) -> None:
    told = erasing.goes(desk.database.handle, person=quirina)
    assert told.name == "Quirina Öztürk"
    assert "2 people" in told.lines
    assert "1 customer" in told.lines
    assert "2 follow-ups" in told.lines
    assert "2 things that repeat" in told.lines
    assert "1 wish to be in touch" in told.lines
    assert person_called("Quirina Öztürk") == quirina
    erasing.erase(desk, person=quirina)
    with pytest.raises(Refused, match="not here any more"):
        erasing.goes(desk.database.handle, person=quirina)
    with pytest.raises(Refused, match="not here any more"):
        erasing.erase(desk, person=quirina)


def test_a_copy_that_cannot_be_erased_is_named_and_another_program_s_file_left(desk: Desk, quirina: int) -> None:
    damaged, foreign = desk.path.with_name("torn.lovedesk"), desk.path.with_name("notes.sqlite")
    shutil.copy(desk.path.with_name("by hand.lovedesk"), damaged)
    data = bytearray(damaged.read_bytes())
    data[4096:-4096] = b"\xff" * (len(data) - 8192)
    damaged.write_bytes(bytes(data))
    foreign.write_bytes(b"SQLite format 3\0" + b"x" * 100)
    assert erasing.erase(desk, person=quirina) == [damaged]
    assert damaged.read_bytes() == bytes(data)
    assert len(foreign.read_bytes()) == 116
    assert not list(desk.path.parent.rglob(".erasing*"))


def test_the_copy_of_an_older_form_is_erased_too(tmp_path: Path) -> None:
    path = tmp_path / "old" / "shop.lovedesk"
    path.parent.mkdir()
    path.write_bytes(gzip.decompress((Path(__file__).parent / "form-1.lovedesk.gz").read_bytes()))
    old = open_desk(path)
    try:
        kept = path.with_name("shop-form-1.lovedesk")
        assert b"Xiomara" in kept.read_bytes()
        assert erasing.erase(old, person=person_called("Xiomara Reyes")) == []
        files = [file for file in path.parent.rglob("*") if file.is_file()]
        assert [file.name for file in files if b"Xiomara" in file.read_bytes()] == []
        assert kept.exists()
        assert old.check() == []
    finally:
        old.close()


@given(seed=some.integers(0, 1 << 32))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_desk_holds_it_stays_sound(fresh_desk: Callable[[], Desk], seed: int) -> None:
    chance = random.Random(seed)
    made = fresh_desk()
    try:
        for _n in range(3):
            fill_every_table(made, chance)
        with made.act("customer.rename"):
            Customer.update(name="Someone Else").where(Customer.state == "live").execute()
        everyone = [row[0] for row in rows("select id from person where state in ('live', 'trashed')")]
        for person in chance.sample(everyone, min(2, len(everyone))):
            if erasing.find(made.database.handle, person=person).rows:
                erasing.erase(made, person=person)
            assert made.check() == []
            assert not erasing.find(made.database.handle, person=person).rows
        erased = rows("select id from person where state = 'erased' and name = ''")
        while made.undo():
            assert made.check() == []
        while made.redo():
            pass
        assert made.check() == []
        assert set(erased) <= set(rows("select id from person where state = 'erased' and name = ''"))
    finally:
        made.close()
