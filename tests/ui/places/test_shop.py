"""The shop's page: what the shop says of itself is kept as its fields are left."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from lovedesk.shop import after_jobs, event_plan, shops
from lovedesk.store.desk import Desk
from lovedesk.ui.parts.enter_line import EnterLine
from lovedesk.ui.parts.picker import Picker
from lovedesk.ui.parts.saving_field import SavingLine
from lovedesk.ui.place import Floor
from lovedesk.ui.places.shop import Shop
from tests.hands import enter, one, shown, type_into, undone


def test_name_and_promise_are_kept_when_they_are_left_and_undone(desk: Desk, floor: Floor, qtbot: QtBot) -> None:
    place = shown(Shop(floor), qtbot)
    type_into(one(SavingLine, "Name of the shop", place), "Tansy & Thread", qtbot)
    enter(qtbot)
    type_into(one(SavingLine, "Its promise", place), "We mend.", qtbot)
    enter(qtbot)
    assert shops.about() == shops.About("Tansy & Thread", "We mend.", sample=False)
    undone(desk)
    assert one(SavingLine, "Its promise", place).text() == ""


def test_the_country_is_as_the_laptops_until_another_is_picked(desk: Desk, floor: Floor, qtbot: QtBot) -> None:
    place = shown(Shop(floor), qtbot)
    country = one(Picker, "Country", place)
    assert country.currentText() == "As this laptop: United Kingdom"
    qtbot.keyClick(country, Qt.Key.Key_End)
    assert (country.currentText(), shops.country()) == ("Zimbabwe", "ZW")
    undone(desk)
    assert country.currentText() == "As this laptop: United Kingdom"


def test_the_question_after_a_job_and_the_zone_are_the_shops_own(desk: Desk, floor: Floor, qtbot: QtBot) -> None:
    place = shown(Shop(floor), qtbot)
    question, zone = one(SavingLine, "What you ask after a job", place), one(SavingLine, "Time zone", place)
    assert question.placeholderText() == after_jobs.question() == "What should we have done differently?"
    type_into(question, "What would you tell a friend?", qtbot)
    enter(qtbot)
    assert after_jobs.question() == "What would you tell a friend?"
    type_into(zone, "W. Europe Standard Time", qtbot)
    enter(qtbot)
    assert (zone.text(), event_plan.local_zone()) == ("Europe/Berlin", "Europe/Berlin")
    undone(desk)
    assert (zone.text(), shops.zone()) == ("", "")
    undone(desk)
    assert after_jobs.question() == "What should we have done differently?"


def test_a_zone_that_nobody_knows_is_said_at_its_field(floor: Floor, qtbot: QtBot) -> None:
    place = shown(Shop(floor), qtbot)
    zone = one(SavingLine, "Time zone", place)
    type_into(zone, "Atlantis", qtbot)
    enter(qtbot)
    assert "No time zone is called “Atlantis”" in zone.accessibleDescription()
    assert shops.zone() == ""


def test_leap_days_stand_on_the_day_that_is_chosen(desk: Desk, floor: Floor, qtbot: QtBot) -> None:
    place = shown(Shop(floor), qtbot)
    qtbot.mouseClick(one(QRadioButton, "1 March", place), Qt.MouseButton.LeftButton)
    assert shops.leap_on_first()
    undone(desk)
    assert not shops.leap_on_first()


def test_the_one_who_keeps_it_too_is_added_and_renamed(desk: Desk, floor: Floor, qtbot: QtBot) -> None:
    with desk.act("shop.set_up"):
        shops.add_keeper("Mira")
    place = shown(Shop(floor), qtbot)
    adding = one(EnterLine, "Add the one who keeps it with you", place)
    type_into(adding, "Jonas", qtbot)
    enter(qtbot)
    assert [keeper.name for keeper in shops.keepers()] == ["Mira", "Jonas"]
    assert not adding.isVisible()
    name = one(SavingLine, "Name of Jonas", place)
    type_into(name, "Mira", qtbot)
    enter(qtbot)
    assert name.refusal is not None
    type_into(name, "Jonas K.", qtbot)
    enter(qtbot)
    assert [keeper.name for keeper in shops.keepers()] == ["Mira", "Jonas K."]
    undone(desk)
    undone(desk)
    assert [keeper.name for keeper in shops.keepers()] == ["Mira"]
