"""A follow-up that repeats, from its row on Today: made to wait for the last one, and deleted for all."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from lovedesk.shop import followups, series
from lovedesk.store.desk import Desk
from lovedesk.ui.parts.followup_row import FollowUpRow
from lovedesk.ui.parts.saving_field import SavingLine
from lovedesk.ui.parts.tick import Tick
from lovedesk.ui.place import Floor
from lovedesk.ui.places.today import Today
from tests.conftest import TODAY
from tests.hands import one, press, shown


def row(place: Today) -> FollowUpRow:
    """The one row that is shown."""
    (found,) = (row for row in place.findChildren(FollowUpRow) if row.isVisible())
    return found


def test_a_follow_up_repeats_when_the_last_one_is_done(desk: Desk, ana: int, floor: Floor, qtbot: QtBot) -> None:
    with desk.act("followup.add"):
        filters = followups.add("change the filter", customer=ana, due=TODAY)
    place = shown(Today(floor), qtbot)
    row(place).tick.setFocus()
    qtbot.keyClick(row(place).tick, Qt.Key.Key_R)
    one(Tick, "The next one comes when the last one is done", place).click()
    press("Let it repeat", place, qtbot)
    repeats = series.of(filters)
    assert repeats is not None
    assert (repeats.rule, repeats.waits) == ("FREQ=WEEKLY", True)
    assert row(place).tick.second == "Ana Ruiz · repeats"
    with desk.act("followup.finish"):
        followups.finish(filters, now=desk.now())
    assert [due.due for due in followups.open_of(ana)] == [TODAY + dt.timedelta(7)]


def test_deleting_one_asks_for_which_ones(desk: Desk, ana: int, floor: Floor, qtbot: QtBot) -> None:
    with desk.act("followup.add"):
        series.repeat_followup(followups.add("call", customer=ana, due=TODAY), "FREQ=DAILY")
    place = shown(Today(floor), qtbot)
    row(place).tick.setFocus()
    qtbot.keyClick(row(place).tick, Qt.Key.Key_Delete)
    assert followups.open_of(ana)
    press("All of them", place, qtbot)
    assert followups.open_of(ana) == []
    desk.undo()
    assert followups.open_of(ana)


def test_waiting_for_the_last_one_is_switched_off_again(desk: Desk, ana: int, floor: Floor, qtbot: QtBot) -> None:
    with desk.act("followup.add"):
        call = followups.add("call", customer=ana, due=TODAY)
        series.repeat_followup(call, "FREQ=WEEKLY", waits=True)
    assert len(followups.between(TODAY, TODAY + dt.timedelta(20))) == 1
    place = shown(Today(floor), qtbot)
    row(place).tick.setFocus()
    qtbot.keyClick(row(place).tick, Qt.Key.Key_R)
    one(Tick, "The next one comes when the last one is done", place).click()
    press("Change it…", place, qtbot)
    press("This and later ones", place, qtbot)
    repeats = series.of(call)
    assert repeats is not None
    assert (repeats.rule, repeats.waits) == ("FREQ=WEEKLY", False)
    assert len(followups.between(TODAY, TODAY + dt.timedelta(20))) == 3
    desk.undo()
    assert len(followups.between(TODAY, TODAY + dt.timedelta(20))) == 1


def test_dropping_one_asks_for_which_ones(desk: Desk, ana: int, floor: Floor, qtbot: QtBot) -> None:
    with desk.act("followup.add"):
        call = followups.add("call", customer=ana, due=TODAY)
        series.repeat_followup(call, "FREQ=WEEKLY")
    place = shown(Today(floor), qtbot)
    row(place).tick.setFocus()
    qtbot.keyClick(row(place).tick, Qt.Key.Key_D)
    why = one(SavingLine, "Why is it dropped?", place)
    qtbot.keyClicks(why, "no need")
    qtbot.keyClick(why, Qt.Key.Key_Return)
    assert followups.open_of(ana)
    press("This and later ones", place, qtbot)
    assert followups.open_of(ana) == []
    dropped = followups.get(call)
    assert dropped is not None
    assert dropped.dropped_why == "no need"
    desk.undo()
    assert followups.open_of(ana)
