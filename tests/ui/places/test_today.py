"""Today: the day in order, sheets by one click, what is due ticked or put off, what fell due meanwhile, paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from lovedesk.shop import customers, followups, items, requests, series, shops, special_days, timeline, touchpoints
from lovedesk.store.desk import Desk
from lovedesk.ui.parts.chips import Chip
from lovedesk.ui.parts.followup_row import FollowUpRow
from lovedesk.ui.parts.saving_field import SavingLine
from lovedesk.ui.place import Floor, Go
from lovedesk.ui.places.today import Today
from lovedesk.ui.places.today_visits import SheetStrip, VisitCard
from tests.hands import all_names, choose, enter, press, shown, type_into, undone

NOW = dt.datetime(2026, 11, 24, 9, 0)
DAY = dt.timedelta(1)
Open = Callable[[], Today]


@pytest.fixture
def today(floor: Floor, qtbot: QtBot) -> Open:
    """Opens the page."""
    return lambda: shown(Today(floor), qtbot)


def plan(desk: Desk, customer: int, hours: float, **told: Any) -> int:
    with desk.act("visit.plan"):
        return touchpoints.plan([customer], NOW + dt.timedelta(hours=hours), **told)


def owe(desk: Desk, customer: int, title: str, days: int, *, promised: bool = False, theirs: bool = False) -> int:
    with desk.act("followup.add"):
        return followups.add(title, customer=customer, due=(NOW + days * DAY).date(), promised=promised, theirs=theirs)


def cards(place: Today) -> list[VisitCard]:
    return sorted((card for card in place.findChildren(VisitCard) if card.isVisible()), key=lambda card: card.y())


def dues(place: Today) -> list[str]:
    """What is to be done, from above to below."""
    rows = [row for row in place.findChildren(FollowUpRow) if row.isVisible()]
    return [row.tick.text() for row in sorted(rows, key=lambda row: row.mapTo(place, row.rect().topLeft()).y())]


def sheets(place: Today) -> list[SheetStrip]:
    return [strip for strip in place.findChildren(SheetStrip) if strip.isVisible()]


def test_a_desk_without_anybody_invites(today: Open, qtbot: QtBot) -> None:
    place = today()
    assert place.empty.isVisible()
    assert not place.print.isVisible()
    for button, opens in (("Bring your contacts", "bring"), ("Add a customer", "customers")):
        with qtbot.waitSignal(place.go) as went:
            press(button, place, qtbot)
        assert went.args == [Go(opens)]


def test_a_quiet_day_of_a_shop_with_customers_says_what_comes(
    desk: Desk, ana: int, today: Open, qtbot: QtBot,
) -> None:
    place = today()
    assert not place.empty.isVisible()
    assert place.no_visits.text() == "A good day to call someone for whom all is great."
    assert not place.print.isEnabled()
    plan(desk, ana, 25)
    assert place.no_visits.text() == "Tomorrow there is 1."
    assert place.print.isEnabled()
    with qtbot.waitSignal(place.go) as went:
        press("Plan a visit", place, qtbot)
    assert went.args == [Go("plan")]


def test_the_visits_stand_in_order_with_how_to_say_the_name_and_what_to_bring(
    desk: Desk, ana: int, halcyon: int, today: Open, qtbot: QtBot,
) -> None:
    plan(desk, ana, 5, channel="call", title="How the chairs do")
    visit = plan(desk, halcyon, 1, occasion="good-times")
    with desk.act("item.add"):
        items.add(visit, "bring", "samples")
        items.add(visit, "bring", "tape")
    place = today()
    first, second = cards(place)
    assert (first.time.text(), first.name.text(), first.bring.text()) == (
        "10:00", "Café Halcyon", "Bring: samples, tape")
    assert first.say.text() == "say “see-oh-MAH-rah”"
    assert first.until.text() == "in 60 minutes"
    assert (second.time.text(), second.name.text(), second.bring.text()) == ("14:00", "Ana Ruiz", "How the chairs do")
    assert not second.until.isVisible()
    assert place.visits_title.text() == "1 visit and 1 call"
    with qtbot.waitSignal(place.go) as went:
        press("Prep sheet for Café Halcyon at 10:00", place, qtbot)
    assert went.args == [Go("visit", visit)]
    with qtbot.waitSignal(place.go) as went:
        qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert went.args == [Go("visit", visit)]


def test_it_greets_by_name_and_hour_with_the_shops_promise(
    desk: Desk, floor: Floor, ana: int, today: Open, monkeypatch: pytest.MonkeyPatch,
) -> None:
    with desk.act("shop.set_up"):
        shops.set_up("Tansy & Thread", motto="We mend what you love.")
        floor.settings.keeper = shops.add_keeper("Mira")
    place = today()
    assert place.title.text() == "Good morning, Mira"
    assert "Tuesday" in place.second.text() and "24" in place.second.text()
    assert place.motto.text() == "We mend what you love."
    for hour, words in ((14, "Good afternoon, Mira"), (20, "Good evening, Mira")):
        monkeypatch.setattr(desk, "now", lambda hour=hour: NOW.replace(hour=hour))
        place.refresh()
        assert place.title.text() == words


def test_when_a_visit_is_over_its_sheet_waits_without_anyone_touching_the_page(
    desk: Desk, ana: int, today: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch,
) -> None:
    plan(desk, ana, 1)
    place = today()
    assert sheets(place) == []
    assert 59 * 60_000 < place.clock.remainingTime() < 61 * 60_000
    monkeypatch.setattr(desk, "now", lambda: NOW + dt.timedelta(hours=2))
    place.clock.start(1)
    qtbot.waitUntil(lambda: len(sheets(place)) == 1)
    assert cards(place) == []


def test_sheets_are_typed_in_and_closed_by_keys(desk: Desk, ana: int, halcyon: int, today: Open, qtbot: QtBot) -> None:
    first, second = plan(desk, halcyon, -26), plan(desk, ana, -25)
    place = today()
    with qtbot.waitSignal(place.go) as went:
        qtbot.keyClick(place, Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    assert went.args == [Go("debrief", first)]
    sheets(place)[1].type_in.setFocus()     # the one at which the keyboard is goes before the first
    with qtbot.waitSignal(place.go) as went:
        qtbot.keyClick(place, Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    assert went.args == [Go("debrief", second)]
    for said in ("Ana Ruiz: went fine", "Café Halcyon: went fine"):
        with qtbot.waitSignal(place.done) as told:
            qtbot.keyClick(place, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
        assert told.args == [said]
    with qtbot.assertNotEmitted(place.done):
        qtbot.keyClick(place, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)


def test_went_fine_closes_a_visit_by_one_click_and_undo_opens_it_again(
    desk: Desk, ana: int, today: Open, qtbot: QtBot,
) -> None:
    plan(desk, ana, -20)
    place = today()
    with qtbot.waitSignal(place.done) as said:
        press("The visit to Ana Ruiz went fine", place, qtbot)
    assert said.args == ["Ana Ruiz: went fine"]
    assert sheets(place) == []
    assert timeline.to_type_in(NOW) == []
    undone(desk)
    assert len(sheets(place)) == 1


def test_a_sheet_to_type_in_opens_the_debrief(desk: Desk, ana: int, today: Open, qtbot: QtBot) -> None:
    visit = plan(desk, ana, -20)
    place = today()
    with qtbot.waitSignal(place.go) as went:
        press("Type in the sheet of Ana Ruiz", place, qtbot)
    assert went.args == [Go("debrief", visit)]


def test_what_is_due_is_ticked_and_undo_brings_it_back(desk: Desk, ana: int, today: Open, qtbot: QtBot) -> None:
    owe(desk, ana, "Send samples", 0, promised=True)
    owe(desk, ana, "Their measurements", 0, theirs=True)
    place = today()
    assert sorted(dues(place)) == ["Send samples", "Their measurements"]
    assert place.due_title.isVisible() and place.waiting_title.isVisible()
    row = next(row for row in place.findChildren(FollowUpRow) if row.tick.text() == "Send samples")
    with qtbot.waitSignal(place.done):
        qtbot.mouseClick(row.tick, Qt.MouseButton.LeftButton, pos=QPoint(12, 14))
    assert dues(place) == ["Their measurements"]
    undone(desk)
    assert sorted(dues(place)) == ["Send samples", "Their measurements"]


def test_what_they_asked_for_waits_and_says_since_when_also_when_it_is_put_off(
        desk: Desk, ana: int, today: Open, qtbot: QtBot) -> None:
    with desk.act("request.add"):
        requests.add("The bench in oak", customer=ana, now=desk.now(), asked_on=(NOW - 5 * DAY).date())
    place = today()
    row = next(row for row in place.findChildren(FollowUpRow) if row.tick.text() == "The bench in oak")
    assert row.tick.accessibleDescription().startswith("Asked 5 days ago, waits for a first answer · Ana Ruiz")
    with desk.act("followup.move"):
        followups.move(followups.open_of(ana)[0].id, NOW.date())
    row = next(row for row in place.findChildren(FollowUpRow) if row.tick.text() == "The bench in oak")
    assert row.tick.accessibleDescription().startswith("Asked 5 days ago, waits for a first answer · Ana Ruiz")
    qtbot.mouseClick(row.tick, Qt.MouseButton.LeftButton, pos=QPoint(12, 14))
    assert (dues(place), requests.of(ana)[0].outcome) == ([], "granted")
    undone(desk)
    assert (dues(place), requests.of(ana)[0].outcome) == (["The bench in oak"], "")


def test_its_menu_puts_it_off_or_drops_it_with_a_reason(desk: Desk, ana: int, today: Open, qtbot: QtBot) -> None:
    followup = owe(desk, ana, "Send samples", 0)
    place = today()
    press("Later, drop, open", place, qtbot)
    choose("&Tomorrow", qtbot)
    assert dues(place) == []
    found = followups.get(followup)
    assert found is not None
    assert found.due == (NOW + DAY).date()
    undone(desk)
    assert dues(place) == ["Send samples"]
    press("Later, drop, open", place, qtbot)
    choose("&Drop it…", qtbot)
    why = next(line for line in place.findChildren(SavingLine) if line.isVisible())
    type_into(why, "they have some", qtbot)
    enter(qtbot)
    assert dues(place) == []
    found = followups.get(followup)
    assert found is not None
    assert found.dropped_why == "they have some"
    undone(desk)
    assert dues(place) == ["Send samples"]


def test_what_fell_due_while_the_program_was_closed_stands_apart(
    desk: Desk, floor: Floor, ana: int, today: Open,
) -> None:
    owe(desk, ana, "on Friday", -4)
    owe(desk, ana, "long ago", -40)
    floor.settings.closed_on = (NOW - 5 * DAY).date().isoformat()
    place = today()
    assert (place.away_title.text(), dues(place)) == ("While you were away", ["on Friday"])
    assert place.more.isVisible()
    floor.settings.closed_on = NOW.date().isoformat()
    place.refresh()
    assert (place.away_title.text(), dues(place)) == ("Still open", ["long ago", "on Friday"])
    assert not place.more.isVisible()


def test_a_day_that_is_none_in_the_settings_costs_nothing(desk: Desk, floor: Floor, ana: int, today: Open) -> None:
    owe(desk, ana, "on Friday", -4)
    floor.settings.closed_on = "last week"
    assert dues(today()) == ["on Friday"]


def test_more_than_fits_is_in_the_calendar(desk: Desk, ana: int, today: Open, qtbot: QtBot) -> None:
    for n in range(9):
        owe(desk, ana, f"thing {n}", 0)
    place = today()
    assert len(dues(place)) == 6
    with qtbot.waitSignal(place.go) as went:
        press("All in the calendar", place, qtbot)
    assert went.args == [Go("calendar")]


def test_days_of_theirs_come_in_time_for_a_card_and_lead_to_them(
    desk: Desk, halcyon: int, ana: int, today: Open, qtbot: QtBot,
) -> None:
    with desk.act("day.add"):
        special_days.add("birthday", 11, 26, year=1974, customer=ana)
        special_days.add("company", 11, 24, customer=halcyon)
        special_days.add("birthday", 12, 24, customer=ana)
    place = today()
    with qtbot.waitSignal(place.go) as went:
        press("Open: Ana Ruiz turns 52", place, qtbot)
    assert went.args == [Go("customers", ana)]
    assert len([link for link in place.days.findChildren(type(place.more)) if link.isVisible()]) == 2


def copied(desk: Desk, days: int) -> None:
    """Keep a copy as it was kept some days ago."""
    desk.back_up(desk.copies / f"shop-{(NOW - days * DAY).date().isoformat()}.lovedesk")


def test_a_copy_older_than_three_days_is_said_and_one_press_keeps_a_new_one(
    desk: Desk, ana: int, today: Open, qtbot: QtBot,
) -> None:
    copied(desk, 4)
    place = today()
    assert place.copy.isVisible()
    with qtbot.waitSignal(place.said) as said:
        press("Keep a copy now", place, qtbot)
    assert said.args == ["A copy was made and checked."]
    assert not place.copy.isVisible()
    assert desk.last_copy() == NOW.date()


def test_a_copy_of_three_days_is_young_enough(desk: Desk, ana: int, today: Open) -> None:
    copied(desk, 3)
    assert not today().copy.isVisible()


def test_the_day_pack_is_saved_as_a_pdf(
    desk: Desk, ana: int, today: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch,
) -> None:
    plan(desk, ana, 1)
    place, file = today(), desk.path.with_name("pack.pdf")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(file), ""))
    with qtbot.waitSignal(place.said) as said:
        next(action for action in place.print.choices.actions() if action.text() == "Today’s as PDF…").trigger()
    assert said.args == ["Saved: pack.pdf"]
    assert file.read_bytes().startswith(b"%PDF")


def test_a_customer_in_the_trash_takes_their_visit_off_the_page(desk: Desk, ana: int, today: Open) -> None:
    plan(desk, ana, 1)
    owe(desk, ana, "Send samples", 0)
    place = today()
    with desk.act("customer.trash"):
        customers.trash(ana)
    assert (cards(place), dues(place)) == ([], [])
    undone(desk)
    assert (len(cards(place)), dues(place)) == (1, ["Send samples"])


def test_mine_ours_and_theirs_are_shown_where_there_are_two_of_us_and_remembered(
    desk: Desk, ana: int, today: Open, floor: Floor, qtbot: QtBot,
) -> None:
    with desk.act("shop.set_up"):
        mira = shops.add_keeper("Mira")
    plan(desk, ana, 1, keeper=mira)
    place = today()
    floor.settings.keeper = mira
    assert not place.whose.isVisible()
    with desk.act("keeper.add"):
        jonas = shops.add_keeper("Jonas")
    plan(desk, ana, 2, keeper=jonas)
    plan(desk, ana, 3)
    assert [card.time.text() for card in cards(place)] == ["10:00", "11:00", "12:00"]
    assert [card.keeper.accessibleName() for card in cards(place) if card.keeper.isVisible()] == ["Mira", "Jonas"]
    with qtbot.waitSignal(place.to_remember):
        press("Mine", place, qtbot)
    assert [card.time.text() for card in cards(place)] == ["10:00", "12:00"]
    press("Theirs", place, qtbot)
    assert [card.time.text() for card in cards(place)] == ["11:00", "12:00"]
    assert floor.settings.whose == "theirs"
    place.hide()
    floor.settings.whose = "ours"       # as it was chosen on paper meanwhile
    place.show()
    assert [card.time.text() for card in cards(place)] == ["10:00", "11:00", "12:00"]


def test_what_is_still_open_leads_to_catching_up_and_two_of_us_hand_over(
    desk: Desk, ana: int, today: Open, qtbot: QtBot,
) -> None:
    owe(desk, ana, "call", -3)
    plan(desk, ana, 1)
    with desk.act("shop.set_up"):
        shops.add_keeper("Mira")
        shops.add_keeper("Jonas")
    place = today()
    with qtbot.waitSignal(place.go) as going:
        press("Catch up", place, qtbot)
    assert going.args == [Go("catchup")]
    place.print.open_menu()
    with qtbot.waitSignal(place.go) as going:
        choose("Hand over a day…", qtbot)
    assert going.args == [Go("handover")]


def test_while_someone_is_looking_today_does_not_say_what_went_wrong(
        desk: Desk, ana: int, floor: Floor, qtbot: QtBot) -> None:
    with desk.act("visit.plan"):
        touchpoints.plan([ana], NOW + dt.timedelta(hours=3), occasion="problem")
    place = shown(Today(floor), qtbot)
    assert "Putting right" in all_names(Chip, place)
    floor.settings.looking = True
    place.note_change(frozenset({"touchpoint"}))
    assert "Putting right" not in all_names(Chip, place)


def said_by(place: Today) -> list[str]:
    """What stands on the page."""
    said = [widget.text() for widget in place.findChildren(QLabel) if widget.isVisible()]
    return said + [widget.text() for widget in place.findChildren(QAbstractButton) if widget.isVisible()]


def test_while_someone_is_looking_today_does_not_say_what_is_brought(
        desk: Desk, ana: int, floor: Floor, qtbot: QtBot) -> None:
    with desk.act("visit.plan"):
        visit = touchpoints.plan([ana], NOW + dt.timedelta(hours=3), title="The hinge again")
        items.add(visit, "bring", "The letter of her lawyer")
    place = shown(Today(floor), qtbot)
    place.packing.open.click()
    assert "lawyer" in " ".join(said_by(place))
    floor.settings.looking = True
    place.note_change(frozenset({"touchpoint"}))
    said = " ".join(said_by(place))
    assert "lawyer" not in said
    assert "hinge" not in said
    assert "To pack" in said


def test_a_sheet_says_how_many_before_it_nobody_wrote_down(
        desk: Desk, ana: int, floor: Floor, qtbot: QtBot) -> None:
    with desk.act("series.repeat"):
        visit = touchpoints.plan([ana], NOW - dt.timedelta(days=21, hours=1))
        series.repeat(visit, "FREQ=WEEKLY")
    place = shown(Today(floor), qtbot)
    assert any("2 more before it" in said for said in said_by(place))


def test_one_suggestion_at_a_time_stands_below_the_promises(
    desk: Desk, ana: int, today: Open, qtbot: QtBot,
) -> None:
    visit = plan(desk, ana, -24 * 300)
    with desk.act("visit.went_fine"):
        touchpoints.finish(visit, now=NOW)
    place = today()
    qtbot.waitUntil(place.own_path.isVisible)
    assert place.suggestion is None or not place.suggestion.isVisible()
    press("Not now: ask again in half a year", place, qtbot)
    qtbot.waitUntil(place.own_path.isHidden)
    desk.undo()
    qtbot.waitUntil(place.own_path.isVisible)


def test_the_add_line_is_no_wider_than_the_column_above_it(today: Open, desk: Desk, ana: int, qtbot: QtBot) -> None:
    plan(desk, ana, 2)
    owe(desk, ana, "send samples", 3, theirs=True)
    place = today()
    for width in (932, 1188):
        place.resize(width, 640)
        qtbot.waitUntil(lambda: 0 < place.foot.line.width() <= place.left.width())
