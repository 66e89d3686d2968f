from __future__ import annotations

from lovedesk.formats.records import Card, Reading
from lovedesk.shop import customers, details, followups, history, imports, shops, tags
from lovedesk.store.desk import Desk


def sentences(customer: int | None = None) -> list[str]:
    return [entry.sentence() for page in history.pages(customer) for entry in page]


def test_the_newest_stands_first_with_who_did_it_and_what(desk: Desk, ana: int) -> None:
    with desk.act("shop.set_up"):
        mira = shops.add_keeper("Mira")
    desk.who = str(mira)
    with desk.act("detail.add"):
        detail = details.add("Likes oak", topic="need", customer=ana)
    with desk.act("detail.correct"):
        details.correct(detail, "Likes ash", on=desk.today())
    assert sentences() == ["Detail corrected: Likes ash", "Detail added: Likes oak",
                           "Shop set up: Mira", "Customer added: Ana Ruiz"]
    assert [entry.who for entry in history.of()] == ["Mira", "Mira", "", ""]


def test_of_one_customer_stands_only_what_touched_them(desk: Desk, ana: int) -> None:
    with desk.act("customer.add"):
        ben = customers.add("Ben")
    with desk.act("followup.add"):
        followups.add("Call Ben", customer=ben)
    with desk.act("customer.tag"):
        tags.add([ana, ben], "north")
    assert sentences(ana) == ["Tag put on: #north", "Customer added: Ana Ruiz"]
    assert sentences(ben) == ["Tag put on: #north", "Follow-up kept: Call Ben", "Customer added: Ben"]


def test_what_was_taken_back_says_so_until_it_is_done_again(desk: Desk, ana: int) -> None:
    desk.undo()
    assert sentences() == ["Taken back: Customer added: Ana Ruiz", "Customer added: Ana Ruiz (taken back)"]
    desk.redo()
    assert sentences()[0] == "Done again: Customer added: Ana Ruiz"
    assert sentences()[-1] == "Customer added: Ana Ruiz"


def test_what_only_its_keeper_may_see_has_no_words_here(desk: Desk, ana: int) -> None:
    with desk.act("detail.add"):
        detail = details.add("A secret", topic="need", customer=ana)
        details.set_seen_by(detail, "me")
    assert sentences(ana)[0] == "Detail added"


def test_long_histories_are_read_in_pages(desk: Desk, ana: int) -> None:
    for n in range(7):
        with desk.act("followup.add"):
            followups.add(f"Call {n}", customer=ana)
    first = history.of(ana, count=3)
    second = history.of(ana, before=first[-1].mark, count=3)
    assert [entry.what for entry in first + second] == [f"Call {n}" for n in (6, 5, 4, 3, 2, 1)]


def test_what_an_import_brought_in_is_told_by_its_people(desk: Desk) -> None:
    card = Card(1, "Zoe Adler", tags=["north", "gold"])
    with desk.act("import.bring_in") as recorder:
        imports.bring_in(imports.prepare([Reading("phone.vcf", [card])]), recorder.insert_many)
    assert history.of()[0].what.startswith("Zoe Adler")
    with desk.act("customer.tag"):
        tags.add([customers.ids()[0]], "south")
    assert sentences()[0] == "Tag put on: south"
