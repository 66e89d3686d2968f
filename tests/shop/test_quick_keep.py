"""Each line becomes what it says, in one action that can be taken back; what says nothing waits in the inbox."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lovedesk.mishaps import Refused
from lovedesk.shop import (
    archive,
    contact_points,
    customers,
    details,
    followups,
    inbox,
    quick_keep,
    special_days,
    tags,
    timeline,
)
from lovedesk.shop.followups import Due
from lovedesk.shop.quick_add import read
from lovedesk.shop.quick_keep import Kept
from lovedesk.store.desk import Desk
from tests.shop.test_quick_add import NOW, PIECES, TODAY, shop

__all__ = ["shop"]      # its customers are the fixture here too


def keep(desk: Desk, line: str, *, here: int | None = None) -> Kept:
    with desk.act("quickadd.keep"):
        return quick_keep.keep(read(line, TODAY, NOW, here=here), now=NOW)


def due(kept: Kept) -> Due:
    found = followups.get(kept.id)
    assert found is not None
    return found


def test_a_call_with_a_time_is_planned(desk: Desk, shop: dict[str, int]) -> None:
    assert keep(desk, "call Ana Tue at 10 about the roof").became == "touch"
    (touch,) = timeline.of_customer(shop["Ana Ruiz"])
    assert (touch.channel, touch.start, touch.title, touch.done) == (
        "call", dt.datetime(2026, 12, 1, 10), "The roof", False)


@pytest.mark.parametrize(("line", "title", "due_promised_theirs"), [
    ("call Ana Tue about the roof", "Call Ana about the roof", ("2026-12-01", False, False)),
    ("promised Ana the samples by Tue", "The samples", ("2026-12-01", True, False)),
    ("versprochen Ana: Muster bis Dienstag", "Muster", ("2026-12-01", True, False)),
    ("we promised Ana to call on Friday", "Call Ana Ruiz", ("2026-11-27", True, False)),
    ("send samples to Ana by Fri", "Send samples to Ana", ("2026-11-27", True, False)),
    ("waiting for Ana: samples", "Samples", (None, False, True)),
    ("Ana schuldet uns die Maße bis Freitag", "Die Maße", ("2026-11-27", False, True)),
    ("thank Ana for the wine", "Thank Ana for the wine", (None, False, False)),
    ("Frau Ruiz anrufen morgen", "Ruiz anrufen", ("2026-11-25", False, False)),
    ("order fabric for Ana by Mon", "Order fabric for Ana", ("2026-11-30", True, False)),
    ("promised samples to Ana by Tue", "Samples to Ana", ("2026-12-01", True, False)),
    ("Ana's roof Tue", "Ana's roof", ("2026-12-01", False, False)),
    ("Ana am Dienstag wegen Dach anrufen", "Ana wegen Dach anrufen", ("2026-12-01", False, False)),
    ("Ana tomorrow", "Ana Ruiz", ("2026-11-25", False, False)),
])
def test_what_is_to_be_done_is_a_follow_up(desk: Desk, shop: dict[str, int], line: str, title: str,
                                           due_promised_theirs: tuple[str | None, bool, bool]) -> None:
    kept = keep(desk, line)
    found = due(kept)
    assert (kept.became, found.title, found.customer) == ("todo", title, "Ana Ruiz")
    assert (found.due and found.due.isoformat(), found.promised, found.theirs) == due_promised_theirs


def test_a_detail_keeps_its_sentence_and_has_its_day(desk: Desk, shop: dict[str, int]) -> None:
    keep(desk, "note Ben: daughter starts school in May #school")
    keep(desk, "worry: the thread may fade", here=shop["Ben Okafor"])
    worry, note = details.of(shop["Ben Okafor"])
    assert (note.topic, note.text, note.day) == ("note", "Daughter starts school in May", dt.date(2027, 5, 1))
    assert (worry.topic, worry.text, worry.learned_on) == ("worry", "The thread may fade", TODAY)
    assert [tag.name for tag in tags.of(shop["Ben Okafor"])] == ["school"]


def test_what_was_done_stands_in_the_timeline(desk: Desk, shop: dict[str, int]) -> None:
    keep(desk, "called Ana yesterday at 3, she loves the blue")
    keep(desk, "Ana called: wants the bill")
    late, early = timeline.of_customer(shop["Ana Ruiz"])
    assert (early.channel, early.start, early.done, early.notes) == (
        "call", dt.datetime(2026, 11, 23, 15), True, "She loves the blue")
    assert (late.done, late.start, late.notes) == (True, NOW, "Wants the bill")


def test_a_job_is_promised_for_its_day(desk: Desk, shop: dict[str, int]) -> None:
    assert keep(desk, "job Schmidt: two armchairs by 12 Dec #north").became == "job"
    (promise,) = followups.open_of(shop["Schmidt & Söhne"])
    assert (promise.due, promise.promised) == (dt.date(2026, 12, 12), True)
    assert "wo armchairs" in promise.title
    assert [tag.name for tag in tags.of(shop["Schmidt & Söhne"])] == ["north"]


def test_a_new_customer_comes_with_number_and_note(desk: Desk, shop: dict[str, int]) -> None:
    kept = keep(desk, "new customer Jo Bloggs, 01632 960123, jo@example.org, likes oak #north")
    assert customers.named("Jo Bloggs") == [(kept.id, "Jo Bloggs")]
    assert [way.value for way in contact_points.of(kept.id)] == ["01632 960123", "jo@example.org"]
    assert [detail.text for detail in details.of(kept.id)] == ["Likes oak"]
    assert [tag.name for tag in tags.of(kept.id)] == ["north"]


@pytest.mark.parametrize(("line", "customer"), [("buy milk", ""), ("Ana likes oak", "Ana Ruiz"),
                                                ("call the plumber tomorrow", ""), ("note Ana", "Ana Ruiz")])
def test_what_is_not_understood_waits_in_the_inbox_with_its_customer(desk: Desk, shop: dict[str, int], line: str,
                                                                     customer: str) -> None:
    assert keep(desk, line).became == "inbox"
    assert [(waiting.text, waiting.customer) for waiting in inbox.lines()] == [(line, customer)]


def test_two_readings_are_refused_until_one_is_chosen(desk: Desk, shop: dict[str, int]) -> None:
    with pytest.raises(Refused, match="“Thu 10” can be read in more ways than one: Thu 26 Nov at 10:00 and Thu 10 Dec"):
        keep(desk, "call Nkechi Thu 10")
    assert timeline.of_customer(shop["Linden House Hotel"]) == []


def test_many_lines_are_one_action_and_an_open_one_waits(desk: Desk, shop: dict[str, int]) -> None:
    lines = [read(line, TODAY, NOW) for line in ("call Ana Tue at 10", "call An tomorrow", "Ben: likes oak", "milk")]
    with desk.act("quickadd.keep_many"):
        kept = quick_keep.keep_many(lines, now=NOW)
    assert [one.became for one in kept] == ["touch", "inbox", "detail", "inbox"]
    assert [line.text for line in inbox.lines()] == ["call An tomorrow", "milk"]
    assert desk.undo() is not None
    assert inbox.lines() == [] and details.of(shop["Ben Okafor"]) == []


def test_it_is_told_in_one_line(desk: Desk, shop: dict[str, int]) -> None:
    assert quick_keep.told(read("call Ana Tue at 10 about the roof", TODAY, NOW)) == (
        "Call · Ana Ruiz · Tue 1 Dec at 10:00 · about the roof")
    assert quick_keep.told(read("Ana likes oak", TODAY, NOW)) == "Inbox: Ana likes oak (Ana Ruiz)"


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=10))
def test_keeping_and_taking_back_leaves_the_desk_as_it_was(desk: Desk, shop: dict[str, int], pieces: list[str]) -> None:
    before = archive.export()
    line = read(" ".join(pieces), TODAY, NOW)
    try:
        with desk.act("quickadd.keep"):
            quick_keep.keep(line, now=NOW)
    except Refused:
        assert archive.export() == before
        return
    assert archive.export() != before
    assert desk.undo() is not None
    assert archive.export() == before


def test_a_name_with_a_tag_alone_puts_the_tag_on(desk: Desk, ana: int) -> None:
    understood = read("Ana Ruiz #vip", desk.today(), desk.now())
    with desk.act("quickadd.keep"):
        assert quick_keep.keep(understood, now=desk.now()) == quick_keep.Kept("tag", ana, ana)
    assert [tag.name for tag in tags.of(ana)] == ["vip"]
    assert quick_keep.told(understood) == "Tag · Ana Ruiz · #vip"
    desk.undo()
    assert tags.of(ana) == []


@pytest.mark.parametrize(("line", "channel", "began", "chased", "notes"), [
    ("called Ana yesterday: roof is fine", "call", "we", False, "Roof is fine"),
    ("sent letter to Ana", "letter", "we", False, ""),
    ("sent the bill to Ana", "bill", "we", False, ""),
    ("wrote an email to Ana", "email", "we", False, ""),
    ("Ana called, asked about the chair", "call", "they", False, "Asked about the chair"),
    ("Ana came by: wants oak", "visit", "they", False, "Wants oak"),
    ("Ana had to chase us about the bill", "call", "they", True, "About the bill"),
    ("Ana hat angerufen wegen Stuhl", "call", "they", False, "Wegen Stuhl"),
    ("Ana musste nachfragen", "call", "they", True, ""),
    ("video call with Ana yesterday: went well", "video", "we", False, "Went well")])
def test_what_has_been_is_logged_with_who_began_it(  # noqa: PLR0917 -- a row of the table
        desk: Desk, shop: dict[str, int], line: str, channel: str, began: str, chased: bool, notes: str) -> None:
    assert keep(desk, line).became == "log"
    (touch,) = timeline.of_customer(shop["Ana Ruiz"])
    assert (touch.channel, touch.began, touch.chased, touch.notes, touch.done) == (channel, began, chased, notes, True)
    desk.undo()
    assert timeline.of_customer(shop["Ana Ruiz"]) == []


@pytest.mark.parametrize(("line", "minutes"), [
    ("called Ana about the roof", 15), ("call Ana Tue at 10 about the roof", 15), ("visit Ana Tue at 10", 45)])
def test_a_call_is_taken_for_a_short_one(desk: Desk, shop: dict[str, int], line: str, minutes: int) -> None:
    keep(desk, line)
    (touch,) = timeline.of_customer(shop["Ana Ruiz"])
    assert touch.minutes == minutes


@pytest.mark.parametrize(("line", "year"), [
    ("Ana birthday 4 May 1980", 1980), ("Ana's birthday is 4 May", None), ("Ana was born on 4 May 1980", 1980),
    ("Ana Geburtstag 4. Mai 1980", 1980), ("Geburtstag von Ana: 4. Mai", None), ("Anas Geburtstag ist am 4.5.", None)])
def test_a_birthday_becomes_a_day_of_theirs_and_again_corrects_it(
        desk: Desk, shop: dict[str, int], line: str, year: int | None) -> None:
    kept = keep(desk, line)
    assert (kept.became, followups.open_of(shop["Ana Ruiz"])) == ("day", [])
    again = keep(desk, "Ana birthday 5 May")
    assert [(day.id, day.kind, day.month, day.day, day.year) for day in special_days.of(shop["Ana Ruiz"])] == [
        (again.id, "birthday", 5, 5, None)]
    desk.undo()
    assert [(day.month, day.day, day.year) for day in special_days.of(shop["Ana Ruiz"])] == [(5, 4, year)]


def test_more_than_the_birthday_is_no_birthday(desk: Desk, shop: dict[str, int]) -> None:
    assert keep(desk, "Ana's birthday 4 May: bake a cake").became == "todo"
    assert special_days.of(shop["Ana Ruiz"]) == []


@pytest.mark.parametrize("line", ["job Quandt: two chairs", "call Quandt Tue at 10", "Quandt: likes oak"])
def test_a_name_that_nobody_has_is_not_silently_the_customer_who_is_open(
        desk: Desk, shop: dict[str, int], line: str) -> None:
    ana = shop["Ana Ruiz"]
    with pytest.raises(Refused, match="Quandt, who is not known yet and Ana Ruiz"):
        keep(desk, line, here=ana)
    open_part = read(line, TODAY, NOW, here=ana).open
    assert open_part is not None
    for number, customer in ((0, None), (1, ana)):
        with desk.act("quickadd.keep"):
            kept = quick_keep.keep(read(line, TODAY, NOW, here=ana, chosen={open_part.key: number}), now=NOW)
        assert kept.customer == customer
        assert (kept.became == "inbox") == (customer is None)


def test_words_with_a_capital_are_not_taken_for_a_stranger(desk: Desk, shop: dict[str, int]) -> None:
    for line in ("job Two chairs by Fri", "worry: The rent", "called about the Roof"):
        assert read(line, TODAY, NOW, here=shop["Ana Ruiz"]).open is None
