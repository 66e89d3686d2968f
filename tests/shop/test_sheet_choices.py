"""What goes on the sheets is remembered by occasion; nothing is left out until someone says so."""

from __future__ import annotations

import datetime as dt

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import contact_points, customers, items, people, prepsheets, sheet_choices, shops, touchpoints
from lovedesk.shop.sheet_choices import NOTHING, Choice
from lovedesk.store.desk import Desk
from tests.conftest import TODAY

AT_TEN = dt.datetime(2026, 11, 24, 10)


@pytest.fixture
def visit(desk: Desk) -> int:
    """A visit to putting right, with one to meet, a number and an address."""
    with desk.act("visit.plan"):
        shops.set_up("Tansy & Thread", motto="We mend the chair.")
        cafe = customers.add("Café Halcyon", kind="business")
        xiomara = people.add(cafe, "Xiomara; Reyes")
        contact_points.add("0151 496 0100", customer=cafe)
        contact_points.add("+44 151 496 0142", person=xiomara, preferred=True)
        way = contact_points.add("11 Quay Street\nHarbour", customer=cafe, kind="address")
        contact_points.set_way_in(way, "Code 4711")
        planned = touchpoints.plan([cafe], AT_TEN, checklist="problem", occasion="problem")
        items.add(planned, "bring", "The reel")
    return planned


def test_nothing_is_left_out_and_no_code_is_printed_until_someone_says_so(desk: Desk, visit: int) -> None:
    assert sheet_choices.of("problem") == NOTHING
    assert prepsheets.sheet(visit, today=TODAY).codes == ()


def test_what_is_left_out_of_an_occasion_stays_off_its_sheets_alone_and_undo_brings_it_back(
    desk: Desk, visit: int,
) -> None:
    with desk.act("sheet.choose"):
        for block in sheet_choices.BLOCKS:
            sheet_choices.set_block("problem", block, shown=False)
    assert sheet_choices.of("problem").without == set(sheet_choices.BLOCKS)
    assert sheet_choices.of("billing") == NOTHING
    sheet = prepsheets.sheet(visit, today=TODAY)
    assert not any((sheet.jobs, sheet.meet, sheet.address, sheet.ways, sheet.bring, sheet.do, sheet.ask, sheet.promise))
    desk.undo()
    assert sheet_choices.of("problem") == NOTHING
    assert prepsheets.sheet(visit, today=TODAY).meet


def test_a_block_and_a_code_are_switched_on_again(desk: Desk) -> None:
    with desk.act("sheet.choose"):
        sheet_choices.set_block("problem", "last", shown=False)
        sheet_choices.set_code("problem", "phone", shown=True)
        sheet_choices.set_code("problem", "address", shown=True)
        sheet_choices.set_block("problem", "last", shown=True)
        sheet_choices.set_code("problem", "phone", shown=False)
    assert sheet_choices.of("problem") == Choice(frozenset(), frozenset({"address"}))


def test_codes_hold_a_number_an_address_and_a_contact_and_nothing_private(desk: Desk, visit: int) -> None:
    with desk.act("sheet.choose"):
        for code in sheet_choices.CODES:
            sheet_choices.set_code("problem", code, shown=True)
    codes = prepsheets.sheet(visit, today=TODAY).codes
    assert [code.text for code in codes] == [
        "tel:+441514960142", "geo:0,0?q=11%20Quay%20Street%20Harbour",
        r"MECARD:N:Xiomara\; Reyes;TEL:+441514960142;;"]
    assert [code.label for code in codes] == ["Call +44 151 496 0142", "11 Quay Street Harbour", "Keep Xiomara; Reyes"]


def test_what_is_no_part_of_a_sheet_and_no_code_is_refused(desk: Desk) -> None:
    with desk.act("sheet.choose"):
        sheet_choices.set_block("problem", "last", shown=False)
        with pytest.raises(Refused, match="no such part"):
            sheet_choices.set_block("problem", "door code", shown=False)
        with pytest.raises(Refused, match="code for the phone"):
            sheet_choices.set_code("problem", "fax", shown=True)


def test_the_promise_stands_at_the_foot_unless_it_is_not_wished_there(desk: Desk, visit: int) -> None:
    assert sheet_choices.has_foot()
    assert prepsheets.sheet(visit, today=TODAY).motto == "We mend the chair."
    with desk.act("shop.set_foot"):
        sheet_choices.set_foot(shown=False)
    assert prepsheets.sheet(visit, today=TODAY).motto == prepsheets.day_pack(TODAY, today=TODAY).motto == ""
    desk.undo()
    assert sheet_choices.foot() == "We mend the chair."
