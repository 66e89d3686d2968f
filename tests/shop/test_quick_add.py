"""What a line of quick add is understood as, part by part; nothing of it is ever lost."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lovedesk.shop import customers, people, quick_add
from lovedesk.shop.quick_add import read
from lovedesk.shop.quick_names import Names
from lovedesk.shop.quick_parts import Understood
from lovedesk.store.desk import Desk

TODAY = dt.date(2026, 11, 24)
NOW = dt.datetime.combine(TODAY, dt.time(9))


@pytest.fixture
def shop(desk: Desk) -> dict[str, int]:
    """Ana, Ben, Jürgen Müller, Schmidt's, and Nkechi at the hotel."""
    with desk.act("customer.add"):
        made = {name: customers.add(name) for name in ("Ana Ruiz", "Ben Okafor", "Jürgen Müller", "Anton Ruge")}
        made |= {name: customers.add(name, kind="business") for name in ("Linden House Hotel", "Schmidt & Söhne")}
        people.add(made["Linden House Hotel"], "Nkechi Obi")
    return made


def parts(line: Understood) -> list[tuple[str, str, list[str]]]:
    return [(part.role, line.line[part.start:part.end], [reading.words for reading in part.readings])
            for part in line.parts if part.readings]


def said(line: str, here: int | None = None) -> list[tuple[str, str, list[str]]]:
    return parts(read(line, TODAY, NOW, here=here))


def test_a_line_in_english_is_understood_part_by_part(shop: dict[str, int]) -> None:
    assert said("call Ana Tue at 10 about the roof") == [
        ("kind", "call", ["Call"]), ("whom", "Ana", ["Ana Ruiz"]), ("day", "Tue at 10", ["Tue 1 Dec at 10:00"]),
        ("words", "about the roof", ["about the roof"])]
    assert said("job Schmidt: two armchairs by 12 Dec #north") == [
        ("kind", "job", ["Job"]), ("whom", "Schmidt", ["Schmidt & Söhne"]),
        ("words", "two armchairs", ["two armchairs"]), ("day", "by 12 Dec", ["by Sat 12 Dec"]),
        ("tag", "#north", ["#north"])]
    assert said("note Ben: daughter starts school in May") == [
        ("kind", "note", ["Note"]), ("whom", "Ben", ["Ben Okafor"]),
        ("words", "daughter starts school", ["daughter starts school"]), ("day", "in May", ["May 2027"])]


def test_a_line_in_german_is_understood_part_by_part(shop: dict[str, int]) -> None:
    assert said("Ana am Dienstag um halb zehn anrufen wegen Dach") == [
        ("whom", "Ana", ["Ana Ruiz"]), ("day", "am Dienstag um halb zehn", ["Tue 1 Dec at 09:30"]),
        ("kind", "anrufen", ["Call"]), ("words", "wegen Dach", ["wegen Dach"])]
    assert said("Auftrag Muller: zwei Sessel bis 12. Dez") == [
        ("kind", "Auftrag", ["Job"]), ("whom", "Muller", ["Jürgen Müller"]), ("words", "zwei Sessel", ["zwei Sessel"]),
        ("day", "bis 12. Dez", ["by Sat 12 Dec"])]
    assert said("ruf Jürgen übermorgen an wegen Stoff")[:3] == [
        ("kind", "ruf", ["Call"]), ("whom", "Jürgen", ["Jürgen Müller"]), ("day", "übermorgen", ["Thu 26 Nov"])]


def test_a_day_with_two_readings_offers_both_until_one_is_chosen(shop: dict[str, int]) -> None:
    line = read("call Nkechi Thu 10 about the fire certificate", TODAY, NOW)
    part = line.open
    assert part is not None
    assert [reading.words for reading in part.readings] == ["Thu 26 Nov at 10:00", "Thu 10 Dec, the whole day"]
    settled = read(line.line, TODAY, NOW, chosen={part.key: 1})
    assert settled.open is None
    assert settled.when is not None and (settled.when.day, settled.when.time) == (dt.date(2026, 12, 10), None)


def test_a_person_is_named_with_their_customer(shop: dict[str, int]) -> None:
    whom = read("call Nkechi tomorrow", TODAY, NOW).whom
    assert whom is not None
    assert (whom.name, whom.customer) == ("Nkechi Obi, Linden House Hotel", shop["Linden House Hotel"])
    assert whom.person is not None


def test_few_letters_are_enough_and_several_who_fit_are_a_choice(shop: dict[str, int]) -> None:
    assert said("call nk tomorrow")[1] == ("whom", "nk", ["Nkechi Obi, Linden House Hotel"])
    assert said("call An tomorrow")[1] == ("whom", "An", ["Ana Ruiz", "Anton Ruge"])
    assert said("call Ana tomorrow")[1] == ("whom", "Ana", ["Ana Ruiz"])       # a whole name goes before a beginning


@pytest.mark.parametrize(("line", "words"), [
    ("bring Ben's chair back tomorrow", "Ben's"), ("send the samples to ana by Fri", "ana"),
    ("send bill to Ana", "Ana"),
    ("remind me to call BEN OKAFOR", "BEN OKAFOR"), ("termin mit Juergen muller", "Juergen muller"),
    ("Tue 10:00, call Ana", "Ana"), ("we promised Ben to call on Friday", "Ben")])
def test_a_name_is_found_where_it_stands(shop: dict[str, int], line: str, words: str) -> None:
    assert [text for role, text, _words in said(line) if role == "whom"] == [words]


def test_what_is_rejected_is_words_again_and_stays_so_while_typing(shop: dict[str, int]) -> None:
    line = read("call Ana Tue at 10 about the roof", TODAY, NOW)
    day = next(part for part in line.parts if part.role == "day")
    without = read("call Ana Tue at 10 about the roof and", TODAY, NOW, rejected=frozenset({day.key}))
    assert without.when is None
    assert ("words", "Tue at 10 about the roof and", ["Tue at 10 about the roof and"]) in parts(without)


def test_on_a_profile_its_customer_is_meant_when_nobody_is_named(shop: dict[str, int]) -> None:
    assert said("call Tue at 10", here=shop["Ben Okafor"])[0] == ("whom", "", ["Ben Okafor"])
    assert [words for role, words, _said in said("call Ana Tue", here=shop["Ben Okafor"]) if role == "whom"] == ["Ana"]
    unread = read("call Tue", TODAY, NOW, here=shop["Ben Okafor"], rejected=frozenset({("whom", "")}))
    assert unread.whom is None


def test_what_was_done_looks_back_and_their_words_keep_their_days(shop: dict[str, int]) -> None:
    assert ("day", "Mon", ["Mon 23 Nov"]) in said("called Ana Mon, she wants it by Tue")
    assert [role for role, _text, _words in said("talked to Ben, he comes back on Tue")] == ["kind", "whom", "words"]


def test_a_new_customer_is_the_words_up_to_a_comma(shop: dict[str, int]) -> None:
    line = read("new customer Jo Bloggs, 01632 960123 #north", TODAY, NOW)
    assert line.new_name == "Jo Bloggs"
    assert line.tags == ["north"]
    assert read("customer Ana Maria", TODAY, NOW).new_name == "Ana Maria"


@pytest.mark.parametrize("line", ["the roof leaks", "buy milk", "so it goes", "42", "…", "mayor may come", "#12 #"])
def test_what_is_not_understood_is_words(shop: dict[str, int], line: str) -> None:
    assert {role for role, _text, _words in said(line)} <= {"words"}


PIECES = st.sampled_from(
    "call visit Ana Ben's Tue Thu 10 at half past nine 3/4 12.12. #north #1 note: worry promised waiting for job new "
    "customer , : ; — by bis Mai in May übermorgen ruf an angerufen 🎈 ß İ \u0301 \x00 \n".split(" ")
    ) | st.text(max_size=8)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(PIECES, max_size=12), st.sets(st.integers(0, 8), max_size=3))
def test_every_letter_is_in_some_part_and_nothing_fails(shop: dict[str, int], pieces: list[str], no: set[int]) -> None:
    line = " ".join(pieces)
    first = read(line, TODAY, NOW)
    keys = frozenset(part.key for number, part in enumerate(first.parts) if number in no)
    for understood in (first, read(line, TODAY, NOW, rejected=keys, here=shop["Ana Ruiz"])):
        assert "".join(understood.line[part.start:part.end] for part in understood.parts) == understood.line
        assert not any(part.key in keys for part in understood.parts if understood is not first and part.readings
                       and part.role != "words")


def test_a_text_is_too_long_to_be_a_line_and_is_all_words(shop: dict[str, int]) -> None:
    began = time.perf_counter()
    understood = read("call Ana " * 20_000, TODAY, NOW)
    assert [part.role for part in understood.parts] == ["words"]
    assert time.perf_counter() - began < 2
    assert len(understood.line) > quick_add.LINE_LIMIT


def test_names_are_asked_for_once_while_a_line_is_typed(shop: dict[str, int]) -> None:
    names = Names()
    assert names.named("Ana", whole=True) is names.named("Ana", whole=True)
