"""What becomes of each row is known before an import and listed after it."""

from __future__ import annotations

import pytest

from lovedesk.formats.records import Card, Fact, Reading, Relation, Unreadable, Way
from lovedesk.shop import archive, customers, import_runs, imports
from lovedesk.shop.import_cards import Fate
from lovedesk.shop.import_runs import Line
from lovedesk.shop.tables import rows
from lovedesk.store.desk import Desk


def card(place: int, name: str, way: str = "", **fields: object) -> Card:
    made = Card(place, name, ways=[Way("email", way)] if way else [])
    for field, value in fields.items():
        setattr(made, field, value)
    return made


def planned(*cards: Card, bad: tuple[Unreadable, ...] = ()) -> imports.Plan:
    return imports.prepare([Reading("phone.vcf", list(cards), list(bad))])


def bring(desk: Desk, plan: imports.Plan, standing: str = "customer") -> None:
    plan.standing = standing
    with desk.act("import.bring_in") as recorder:
        imports.bring_in(plan, recorder.insert_many)


FIRST = [card(1, "Ana Ruiz", "ana@example.org"), card(9, "Mill", "mill@example.org")]


def filled(desk: Desk) -> imports.Plan:
    bring(desk, planned(FIRST[0]))
    bring(desk, planned(FIRST[1]), standing="other")
    return planned(
        card(1, "Ana Ruiz", "ana@example.org", facts=[Fact("hobby", "Chess")], nickname="Anita",
             relations=[Relation("Leo", "spouse", "family")]),
        card(9, "Mill", "mill@example.org"), card(14, "Ana Ruiz", "other@example.org"),
        card(20, "Zoe", company="Café", raw=["X-ODD:1"]), card(31, "Zoe", company="Café"),
        bad=(Unreadable(25, "It has no end.", "BEGIN:VC"),))


def test_each_row_has_its_fate_and_reason_before_anything_is_done(desk: Desk) -> None:
    plan = filled(desk)
    before = rows("select count(*) from action")
    assert list(import_runs.lines(plan)) == [
        Line("phone.vcf", 1, "Ana Ruiz", Fate.ADDS,
             "Ana Ruiz gains 1 detail, 1 of their family and 1 empty field"),
        Line("phone.vcf", 9, "Mill", Fate.KEPT_OUT, "not a customer"),
        Line("phone.vcf", 14, "Ana Ruiz", Fate.MAYBE, "someone of this name is here"),
        Line("phone.vcf", 20, "Zoe", Fate.NEW, "at Café"),
        Line("phone.vcf", 25, "BEGIN:VC", Fate.UNREAD, "It has no end."),
        Line("phone.vcf", 31, "Zoe", Fate.SAME, "stands twice: as in phone.vcf:20"),
    ]
    assert rows("select count(*) from action") == before


def test_the_last_import_lists_them_with_what_was_not_understood(desk: Desk) -> None:
    bring(desk, filled(desk))
    last = import_runs.last()
    assert last is not None
    assert (last.name, last.undone) == ("phone.vcf", False)
    assert last.counts == {Fate.NEW: 1, Fate.ADDS: 1, Fate.MAYBE: 1, Fate.SAME: 1, Fate.KEPT_OUT: 1, Fate.UNREAD: 1}
    (zoe,) = import_runs.page(import_runs.Listing(last.run).ids(Fate.NEW))
    assert (zoe.name, zoe.raw, zoe.place) == ("Zoe", "X-ODD:1", 20)
    assert zoe.customer == customers.named("Café")[0][0]
    named = import_runs.page(import_runs.Listing(last.run).ids(text="an ru"))
    assert [row.name for row in named] == ["Ana Ruiz", "Ana Ruiz"]
    (kept_out,) = import_runs.page(import_runs.Listing(last.run).ids(Fate.KEPT_OUT))
    assert kept_out.reason == "not a customer"


def test_an_import_that_was_taken_back_says_so_and_leads_to_nobody(desk: Desk) -> None:
    bring(desk, planned(*FIRST))
    desk.undo()
    last = import_runs.last()
    assert last is not None
    assert last.undone
    assert [row.customer for row in import_runs.page(import_runs.Listing(last.run).ids())] == [0, 0]


def test_an_import_that_changes_nothing_is_listed_and_is_no_action(desk: Desk) -> None:
    bring(desk, planned(*FIRST))
    before = rows("select count(*) from action")
    bring(desk, planned(*FIRST))
    last = import_runs.last()
    assert last is not None
    assert last.counts == {Fate.SAME: 2}
    assert rows("select count(*) from action") == before


def test_before_the_first_import_there_is_none(desk: Desk) -> None:
    assert import_runs.last() is None


def test_rows_of_old_imports_do_not_pile_up(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(6):
        bring(desk, planned(card(number, f"Name {number}", f"{number}@example.org")))
    assert rows("select count(*) from import_row") == [(6,)]
    monkeypatch.setattr(import_runs, "MOST", 3)
    bring(desk, planned(card(7, "Name 7", "7@example.org")))
    assert rows("select count(*) from import_row") == [(3,)]


def test_bringing_the_same_in_again_and_again_changes_nothing_that_goes_out(desk: Desk) -> None:
    for number in range(3):
        bring(desk, planned(card(number, f"Name {number}", f"{number}@example.org")))
    before = archive.export()
    for _again in range(5):
        bring(desk, planned(card(2, "Name 2", "2@example.org")))
    assert archive.export() == before
    bring(desk, planned(card(9, "Name 9", "9@example.org")))
    desk.undo()
    assert archive.export() == before
