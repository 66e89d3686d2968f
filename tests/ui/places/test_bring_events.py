"""A calendar that is dropped: what would become of it is seen first; contacts beside it come in before it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from lovedesk.formats import checklist_file
from lovedesk.formats.checklist_file import SharedItem, SharedList
from lovedesk.shop import archive, checklists, customers, jobs, special_days
from lovedesk.store.desk import Desk
from lovedesk.ui.parts.recordlist import RecordList
from lovedesk.ui.place import Floor, Go
from lovedesk.ui.places.bring import Bring
from tests.hands import all_names, one, press, shown, texts

CALENDAR = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:a
SUMMARY:Tax adviser
DTSTART:20261201T093000
END:VEVENT
BEGIN:VEVENT
UID:b
SUMMARY:Broken
DTSTART:soon
END:VEVENT
BEGIN:VEVENT
UID:c
SUMMARY:Ana Ruiz's birthday
DTSTART;VALUE=DATE:19800407
RRULE:FREQ=YEARLY
END:VEVENT
END:VCALENDAR
"""
CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Ruiz\nN:Ruiz;Ana;;;\nEND:VCARD\n"


def dropped(floor: Floor, qtbot: QtBot, folder: Path, **files: str) -> Bring:
    paths = []
    for ending, text in files.items():
        paths.append(folder / f"file.{ending}")
        paths[-1].write_text(text, "utf-8")
    place = shown(Bring(floor), qtbot)
    place.take_files(paths)
    return place


def test_events_are_looked_at_and_brought_in_and_one_undo_takes_them_back(
        floor: Floor, qtbot: QtBot, desk: Desk, ana: int, tmp_path: Path) -> None:
    place = dropped(floor, qtbot, tmp_path, ics=CALENDAR)
    qtbot.waitUntil(lambda: "&Bring in 2 events" in all_names(QAbstractButton, place))
    bad = one(RecordList, "What cannot be read", place)
    assert ["Its begin is no date: soon" in text for text in texts(bad)] == [True]
    with qtbot.waitSignal(place.done):
        press("&Bring in 2 events", place, qtbot)
    assert [touchpoint["title"] for touchpoint in archive.export()["touchpoints"]] == ["Tax adviser"]
    assert [day.year for day in special_days.of(ana)] == [1980]
    with qtbot.waitSignal(place.go) as went:
        press("&Look at the calendar", place, qtbot)
    assert went.args == [Go("calendar")]
    desk.undo()
    assert archive.export()["touchpoints"] == []
    assert special_days.of(ana) == []


def test_contacts_beside_a_calendar_come_in_first_in_the_same_action(
        floor: Floor, qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    place = dropped(floor, qtbot, tmp_path, ics=CALENDAR, vcf=CARD)
    qtbot.waitUntil(place.look.isVisible)
    with qtbot.waitSignal(place.done):
        place.look.bring.click()
    found = archive.export()
    assert [day["year"] for customer in found["customers"] for person in customer["people"]
            for day in person["days"]] == [1980]
    assert [touchpoint["title"] for touchpoint in found["touchpoints"]] == ["Tax adviser"]
    desk.undo()
    assert archive.export()["touchpoints"] == archive.export()["customers"] == []


JOBS = "Customer,Number,Title,Date,Status,Total\nAna Ruiz,R-1,Six stools,2026-10-01,paid,80\n"
SHARED = checklist_file.dump(SharedList("Harbour", "great", "visit", 30, [SharedItem("do", "Sing")])).decode()


def test_a_table_of_jobs_and_a_checklist_come_in_with_the_contacts_and_go_with_one_undo(
        floor: Floor, qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    place = dropped(floor, qtbot, tmp_path, csv=JOBS, json=SHARED, vcf=CARD, ics=CALENDAR)
    qtbot.waitUntil(place.look.isVisible)
    with qtbot.waitSignal(place.done):
        place.look.bring.click()
    (ana,) = customers.ids()
    assert [job.what for job in jobs.of(ana)] == ["Six stools"]
    assert checklists.named("Harbour").title == "Harbour"
    desk.undo()
    assert customers.ids() == []
    assert desk.next_undo() is None


def test_several_kinds_without_contacts_are_looked_at_and_are_one_action(
        floor: Floor, qtbot: QtBot, desk: Desk, ana: int, tmp_path: Path) -> None:
    place = dropped(floor, qtbot, tmp_path, csv=JOBS, json=SHARED, ics=CALENDAR)
    qtbot.waitUntil(lambda: "&Bring in all 4" in all_names(QAbstractButton, place))
    assert jobs.of(ana) == []
    with qtbot.waitSignal(place.done):
        press("&Bring in all 4", place, qtbot)
    assert [job.what for job in jobs.of(ana)] == ["Six stools"]
    assert [touchpoint["title"] for touchpoint in archive.export()["touchpoints"]] == ["Tax adviser"]
    desk.undo()
    assert jobs.of(ana) == []
    assert archive.export()["touchpoints"] == []
