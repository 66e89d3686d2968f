"""On a profile: how often to be in touch, their last sign, and the visit that one click plans."""

from __future__ import annotations

import datetime as dt

from pytestqt.qtbot import QtBot

from lovedesk.shop import rhythms, tags, timeline, touchpoints
from lovedesk.store.desk import Desk
from lovedesk.ui.parts.picker import Picker
from lovedesk.ui.place import Go
from lovedesk.ui.places.customers import Customers
from tests.conftest import TODAY
from tests.hands import one, press

NOW = dt.datetime.combine(TODAY, dt.time(9))


def touch(customer: int, ago: int, occasion: str, *, began: str = "we") -> None:
    start = NOW - dt.timedelta(ago)
    touchpoints.finish(touchpoints.plan([customer], start, occasion=occasion, began=began), now=start)


def test_a_rhythm_is_picked_and_said(page: Customers, qtbot: QtBot, desk: Desk, halcyon: int) -> None:
    part = page.profile.in_touch
    press("How often to be in touch…", part, qtbot)
    for name, days in (("Wished for", 91), ("At the latest", 183)):
        picker = one(Picker, name, part)
        picker.setCurrentIndex(picker.findData(days))
        picker.activated.emit(picker.currentIndex())
    assert rhythms.of(halcyon) == rhythms.Rhythm(91, 183)
    assert part.rhythm.text() == "Every 3 months, at most 6 months"
    desk.undo()
    desk.undo()
    assert part.rhythm.text() == "How often to be in touch…"


def test_the_rhythm_of_a_tag_their_last_sign_and_later_are_said(page: Customers, desk: Desk, halcyon: int) -> None:
    with desk.act("rhythm.set_for_tag"):
        rhythms.set_for_tag(tags.add([halcyon], "north"), 30)
        touch(halcyon, 40, "great", began="they")
        rhythms.pause([halcyon], dt.date(2026, 12, 1))
    part = page.profile.in_touch
    assert part.rhythm.text() == "Every month"
    assert part.words.text() == "As for all of #north\nTheir last sign: Thu 15 Oct\nAsked again on Tue 1 Dec"


def test_one_click_plans_a_visit_for_who_is_only_seen_in_trouble(
        page: Customers, qtbot: QtBot, desk: Desk, halcyon: int) -> None:
    part = page.profile.in_touch
    assert not part.pointed.isVisible()
    with desk.act("visit.finish"):
        touch(halcyon, 40, "problem")
        touch(halcyon, 90, "price")
    assert part.pointed.second.text() == "The last 2 times for: Putting right and Price change"
    with qtbot.waitSignal(page.done):
        press("Plan a visit when all is great", part, qtbot)
    planned = timeline.next_planned(halcyon, NOW)
    assert planned is not None
    assert (planned.channel, planned.occasion) == ("visit", "great")
    assert not part.pointed.isVisible()


def test_while_someone_is_looking_nothing_of_it_stands_there(page: Customers, desk: Desk, halcyon: int) -> None:
    with desk.act("visit.finish"):
        touch(halcyon, 40, "problem")
        touch(halcyon, 90, "price")
    page.floor.settings.looking = True
    page.note_change(page.shows)
    assert not page.profile.in_touch.pointed.isVisible()
    assert not page.profile.in_touch.year.isVisible()


def test_the_year_is_a_link_away(page: Customers, qtbot: QtBot, halcyon: int) -> None:
    with qtbot.waitSignal(page.go) as went:
        press("Over the year", page.profile.in_touch, qtbot)
    assert went.args == [Go("good_times", halcyon)]
