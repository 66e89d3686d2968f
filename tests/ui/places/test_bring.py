"""Contacts come in by three pages: what will happen is seen first, one button does it, one undo takes it back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit, QRadioButton
from pytestqt.qtbot import QtBot

from lovedesk import paths
from lovedesk.formats import json_desk
from lovedesk.settings import Settings
from lovedesk.shop import archive, customers
from lovedesk.shop.tables import NOT_CUSTOMER, rows
from lovedesk.store.desk import Desk
from lovedesk.ui.parts.chips import Chip
from lovedesk.ui.parts.labels import ElidedLabel, WrappedLabel
from lovedesk.ui.parts.picker import Picker
from lovedesk.ui.parts.recordlist import RecordList
from lovedesk.ui.place import Floor, Go
from lovedesk.ui.places.bring import Bring
from lovedesk.ui.places.bring_tally import TallyLine
from lovedesk.ui.signals import Aside
from tests.hands import all_names, choose, one, press
from tests.hands import shown as on_screen

SAMPLE = paths.resources() / "sample" / "contacts.vcf"
FEW = """BEGIN:VCARD
VERSION:3.0
FN:Mara Lind
ORG:Lind Upholstery
TEL:0151 496 0100
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Otto Lind
ORG:Lind Upholstery
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Zoë Park
BDAY:1980-04-02
NOTE:Plays the cello
END:VCARD
"""


@pytest.fixture
def few(tmp_path: Path) -> Path:
    """Two people at one company, and one alone."""
    path = tmp_path / "phone.vcf"
    path.write_text(FEW, "utf-8")
    return path


@pytest.fixture
def bring(desk: Desk, qapp: QApplication, qtbot: QtBot) -> Iterator[Bring]:
    """The place, on the screen."""
    aside = Aside(desk, qapp)
    yield on_screen(Bring(Floor(desk, Settings(), aside)), qtbot)
    aside.close()


def take(bring: Bring, qtbot: QtBot, *files: Path) -> None:
    """Let files go over the page, and wait until they are read."""
    bring.take_files(list(files))
    rest(bring, qtbot)


def rest(bring: Bring, qtbot: QtBot) -> None:
    """Wait until what is long is over."""
    qtbot.waitUntil(bring.pages.isEnabled)


def listed(bring: Bring) -> list[str]:
    """The rows of the list that is seen, as a screen reader says them."""
    seen = [rows for rows in bring.findChildren(RecordList) if rows.isVisible()]
    assert len(seen) == 1
    model = seen[0].model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def happens(bring: Bring) -> list[str]:
    """The lines of what will happen, from above."""
    lines = [line for line in bring.findChildren(TallyLine) if line.isVisible()]
    return [line.accessibleName() for line in sorted(lines, key=lambda line: line.y())]


def words(bring: Bring) -> str:
    """All text that is seen."""
    labels = [*bring.findChildren(ElidedLabel), *bring.findChildren(WrappedLabel)]
    return "\n".join(label.text() for label in labels if label.isVisible())


def agree(bring: Bring, qtbot: QtBot) -> None:
    """Press the one button."""
    qtbot.mouseClick(bring.look.bring, Qt.MouseButton.LeftButton)
    rest(bring, qtbot)


def names(standing: str = "") -> list[str]:
    """Who is on the desk."""
    return sorted(row.name for row in customers.page(customers.ids(standing), dt.datetime(2026, 11, 24, 9)))


def test_the_first_page_says_how_to_get_contacts_off_a_phone(bring: Bring) -> None:
    said = words(bring)
    assert all(where in said for where in ("iPhone", "Android", "Google"))


def test_files_are_chosen_and_looked_at_before_anything_is_changed(
        bring: Bring, few: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_arguments: ([str(few)], ""))
    press("&Choose files…", bring, qtbot)
    rest(bring, qtbot)
    assert listed(bring) == ["Lind Upholstery, Mara Lind, Otto Lind", "Zoë Park"]
    assert happens(bring) == ["2 come in as customers", "0 things you wrote are changed"]
    assert names() == []


def test_choosing_no_file_leaves_the_first_page(
        bring: Bring, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_arguments: ([], ""))
    press("&Choose files…", bring, qtbot)
    assert bring.how.isVisible()


def test_one_button_brings_them_in_and_one_undo_takes_them_back(
        bring: Bring, desk: Desk, few: Path, qtbot: QtBot) -> None:
    take(bring, qtbot, few)
    assert bring.look.bring.hasFocus()
    with qtbot.waitSignal(bring.done) as told:
        qtbot.keyClick(bring.look.bring, Qt.Key.Key_Return)
    assert told.args == ["2 contacts brought in"]
    assert names() == ["Lind Upholstery", "Zoë Park"]
    assert "2 new customers\n3 new people" in words(bring)
    with qtbot.waitSignal(bring.go) as gone:
        press("&Look at them", bring, qtbot)
    assert gone.args == [Go("customers")]
    desk.undo()
    assert names() == []


def test_the_last_page_says_so_when_all_was_taken_back(bring: Bring, desk: Desk, few: Path, qtbot: QtBot) -> None:
    take(bring, qtbot, few)
    agree(bring, qtbot)
    assert "2 new customers\n3 new people" in words(bring)
    desk.undo()
    assert "All of it was taken back" in words(bring)
    assert "2 new customers\n3 new people" not in words(bring)
    assert "&Look at them" not in all_names(QAbstractButton, bring)
    desk.redo()
    assert "2 new customers\n3 new people" in words(bring)


def test_the_same_file_again_changes_nothing(bring: Bring, qtbot: QtBot) -> None:
    take(bring, qtbot, SAMPLE)
    agree(bring, qtbot)
    before = names()
    press("Bring in &more", bring, qtbot)
    take(bring, qtbot, SAMPLE)
    assert not bring.look.bring.isEnabled()
    assert happens(bring) == [f"{len(before)} are here already, nothing changes", "0 things you wrote are changed"]


def test_who_they_are_is_asked_once_for_all(bring: Bring, few: Path, qtbot: QtBot) -> None:
    take(bring, qtbot, few)
    one(QRadioButton, "new", bring).click()
    assert happens(bring)[0] == "2 come in as enquiring"
    agree(bring, qtbot)
    assert customers.count("enquiring") == 2


def test_an_exception_is_found_by_its_name_and_has_its_own_standing(bring: Bring, few: Path, qtbot: QtBot) -> None:
    take(bring, qtbot, few)
    press("&Pick a row", bring, qtbot)
    field = one(QLineEdit, "Find one of them by name", bring)
    assert field.hasFocus()
    qtbot.keyClicks(field, "zoe")
    assert listed(bring) == ["Zoë Park"]
    qtbot.keyClick(field, Qt.Key.Key_Return)
    choose("Not a customer", qtbot)
    assert all_names(Chip, bring)[0] == "Zoë Park: not a customer"
    field.clear()
    assert listed(bring)[1] == "Zoë Park, not a customer"
    assert happens(bring)[:2] == ["1 comes in as a customer", "1 is no customer and kept out"]
    agree(bring, qtbot)
    assert names() == ["Lind Upholstery"]
    assert names(NOT_CUSTOMER) == ["Zoë Park"]
    press("Bring in &more", bring, qtbot)
    take(bring, qtbot, few)
    assert "1 is kept out as before" in happens(bring)


def test_names_typed_anywhere_find_the_next_exception(bring: Bring, few: Path, qtbot: QtBot) -> None:
    take(bring, qtbot, few)
    qtbot.keyClicks(bring.look.bring, "z")
    qtbot.keyClicks(QApplication.focusWidget(), "oe")
    press("This one: not a customer", bring, qtbot)
    qtbot.keyClicks(one(Chip, "This one: not a customer", bring), "l")
    qtbot.keyClicks(QApplication.focusWidget(), "ind")
    press("This one: enquiring", bring, qtbot)
    assert happens(bring)[:2] == ["1 is no customer and kept out", "1 comes in as enquiring"]
    press("This one: customer", bring, qtbot)
    assert happens(bring)[:2] == ["1 comes in as a customer", "1 is no customer and kept out"]


def test_the_cross_of_an_exception_lets_it_be_as_the_others(bring: Bring, few: Path, qtbot: QtBot) -> None:
    take(bring, qtbot, few)
    press("This one: one-off", bring, qtbot)
    chip = one(Chip, "Lind Upholstery: one-off", bring)
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Backspace)
    assert happens(bring)[0] == "2 come in as customers"
    assert "Lind Upholstery: one-off" not in all_names(Chip, bring)


def test_people_at_one_company_can_be_split(bring: Bring, few: Path, qtbot: QtBot) -> None:
    take(bring, qtbot, few)
    assert "Mara Lind" in words(bring)
    press("S&plit", bring, qtbot)
    assert listed(bring) == ["Mara Lind", "Otto Lind", "Zoë Park"]
    agree(bring, qtbot)
    assert names() == ["Mara Lind", "Otto Lind", "Zoë Park"]


def test_the_next_one_is_shown_as_they_will_look(bring: Bring, few: Path, qtbot: QtBot) -> None:
    take(bring, qtbot, few)
    press("The next one", bring, qtbot)
    said = words(bring)
    assert "2 of 2" in said
    assert "Plays the cello" in said


def test_a_line_of_what_will_happen_opens_its_list(bring: Bring, few: Path, tmp_path: Path, qtbot: QtBot) -> None:
    bad = tmp_path / "cat.csv"
    bad.write_bytes(b"\xff\xd8\xff\xe0 cat")
    take(bring, qtbot, few, bad, tmp_path / "gone.vcf")
    press("2 cannot be read", bring, qtbot)
    first, second = listed(bring)
    assert first == "cat.csv, This is a picture or a document, not a file of contacts."
    assert second.startswith("gone.vcf, There is no file")
    press("2 come in as customers", bring, qtbot)
    assert len(listed(bring)) == 2
    agree(bring, qtbot)
    assert listed(bring) == [first, second]


def test_nothing_readable_is_said_on_the_first_page(bring: Bring, tmp_path: Path, qtbot: QtBot) -> None:
    empty = tmp_path / "empty.vcf"
    empty.touch()
    take(bring, qtbot, empty, tmp_path)
    said = words(bring)
    assert "Nothing could be read, and nothing was changed." in said
    assert "empty.vcf: This file is empty." in said
    assert "is a folder" in said


def test_cancelling_brings_nothing_in_and_the_look_stays(bring: Bring, qtbot: QtBot) -> None:
    take(bring, qtbot, SAMPLE)
    aside = bring.floor.aside
    aside.began.connect(aside.cancel)
    qtbot.mouseClick(bring.look.bring, Qt.MouseButton.LeftButton)
    rest(bring, qtbot)
    assert names() == []
    assert bring.look.isVisible()
    assert bring.look.bring.isEnabled()


def test_what_changed_on_the_desk_is_looked_at_again(bring: Bring, desk: Desk, few: Path, qtbot: QtBot) -> None:
    take(bring, qtbot, few)
    press("S&plit", bring, qtbot)
    one(QRadioButton, "one-off", bring).click()
    with desk.act("customer.add"):
        customers.add("Zoë Park")
    rest(bring, qtbot)
    assert listed(bring)[2] == "Zoë Park, someone of this name is here, maybe the same"
    assert happens(bring)[:2] == ["2 come in as one-offs", "1 may be here already, look"]


def test_an_export_of_ours_is_put_back(bring: Bring, desk: Desk, ana: int, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "desk.json"
    path.write_bytes(json_desk.dump(archive.export()))
    with desk.act("customer.rename"):
        customers.rename(ana, "Somebody")
    take(bring, qtbot, path)
    assert "desk.json is an export of Lovedesk with 1 customer." in words(bring)
    press("&Put it back", bring, qtbot)
    rest(bring, qtbot)
    assert names() == ["Ana Ruiz"]


def test_all_of_it_is_reached_by_tab(bring: Bring, few: Path, qtbot: QtBot) -> None:
    take(bring, qtbot, few)
    reached = set()
    for _step in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    look = bring.look
    assert {look.bring, look.other, look.pick, look.search, look.rows, look.look.after, *look.look.stands,
            look.look.apart} <= reached
    assert any(isinstance(widget, TallyLine) for widget in reached)
    assert any(isinstance(widget, QRadioButton) for widget in reached)


TABLE = "Kunde;Tel.;Geb.;Blah\nAna Ruiz;01632 960001;3.4.1980;oak\nBen Alt;01632 960002;4.5.1981;ash\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A shop's own table, with a column that no word tells the meaning of."""
    path = tmp_path / "kunden.csv"
    path.write_text(TABLE, "utf-8")
    return path


def pick(bring: Bring, column: str, meaning: str, qtbot: QtBot) -> None:
    """Choose what a column becomes, and wait until the table is read again."""
    picker = one(Picker, f"{column} becomes", bring)
    picker.setFocus()
    picker.setCurrentText(meaning)
    with qtbot.waitSignal(bring.floor.aside.ended, timeout=200, raising=False):
        picker.activated.emit(picker.currentIndex())
    qtbot.waitUntil(lambda: not bring.busy)


def test_the_columns_of_a_table_are_matched_by_hand_and_remembered(bring: Bring, table: Path, qtbot: QtBot) -> None:
    take(bring, qtbot, table)
    assert bring.columns.isVisible()
    assert "Ana Ruiz, Ben Alt" in words(bring)
    assert one(Picker, "Blah becomes", bring).currentText() == "Kept beside the person"
    pick(bring, "Blah", "Detail: care", qtbot)
    assert "oak" in words(bring)
    press("&Next, look at all 2", bring, qtbot)
    agree(bring, qtbot)
    assert rows("select topic, text from detail order by text") == [("care", "ash"), ("care", "oak")]
    table.write_text(TABLE.replace("Ben Alt", "Cy Alt").replace("960002", "960003"), "utf-8")
    press("Bring in &more", bring, qtbot)
    take(bring, qtbot, table)
    assert bring.look.isVisible()
    press("&Columns", bring, qtbot)
    assert one(Picker, "Blah becomes", bring).currentText() == "Detail: care"


def test_the_order_of_a_date_is_turned_on_the_page(bring: Bring, table: Path, qtbot: QtBot) -> None:
    take(bring, qtbot, table)
    before = one(QAbstractButton, "Geb.: day first", bring)
    qtbot.mouseClick(before, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not bring.busy)
    assert one(QAbstractButton, "Geb.: month first", bring).text() == "3.4.1980 is 4 March"


def test_a_table_without_a_header_is_shown_so_that_its_columns_can_be_named(
        bring: Bring, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "odd.csv"
    path.write_text("Ana Ruiz;oak\nBen Alt;ash\n", "utf-8")
    take(bring, qtbot, path)
    assert bring.columns.isVisible()
    assert not bring.columns.next.isEnabled()
    pick(bring, "Column 1", "Name of the person", qtbot)
    pick(bring, "Column 2", "Note", qtbot)
    press("&Next, look at all 2", bring, qtbot)
    assert listed(bring) == ["Ana Ruiz", "Ben Alt"]


def test_letters_of_another_code_page_are_chosen_by_how_they_read(bring: Bring, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "alt.csv"
    path.write_bytes("Name;Tel.\nJiří Dvořák;01632 960001\nBožena Němcová;01632 960002\n".encode("cp1250"))
    take(bring, qtbot, path)
    picker = one(Picker, "How its letters are written", bring)
    at = picker.findData("cp1250")
    picker.setCurrentIndex(at)
    picker.activated.emit(at)
    qtbot.waitUntil(lambda: not bring.busy)
    press("&Next, look at all 2", bring, qtbot)
    assert listed(bring) == ["Jiří Dvořák", "Božena Němcová"]


def test_who_may_be_the_same_is_said_one_by_one_or_of_all(
        bring: Bring, desk: Desk, few: Path, tmp_path: Path, qtbot: QtBot) -> None:
    take(bring, qtbot, few)
    agree(bring, qtbot)
    other = tmp_path / "other.vcf"
    other.write_text("BEGIN:VCARD\nFN:Zoë Park\nTEL:01632 960009\nEND:VCARD\n"
                     "BEGIN:VCARD\nFN:Mara Lind\nTEL:01632 960008\nEND:VCARD\n", "utf-8")
    press("Bring in &more", bring, qtbot)
    take(bring, qtbot, other)
    assert happens(bring)[0] == "2 may be here already, look"
    press("2 may be here already, look", bring, qtbot)
    press("It is Zoë Park", bring, qtbot)
    assert happens(bring)[:2] == ["1 is here and gains what is missing", "1 may be here already, look"]
    press("All are the &same", bring, qtbot)
    assert happens(bring)[0] == "2 are here and gain what is missing"
    agree(bring, qtbot)
    assert names() == ["Lind Upholstery", "Zoë Park"]


def test_a_split_group_is_joined_again(bring: Bring, few: Path, qtbot: QtBot) -> None:
    take(bring, qtbot, few)
    press("S&plit", bring, qtbot)
    press("&Join again", bring, qtbot)
    assert listed(bring) == ["Lind Upholstery, Mara Lind, Otto Lind", "Zoë Park"]


def test_the_last_page_leads_to_each_row(bring: Bring, few: Path, qtbot: QtBot) -> None:
    take(bring, qtbot, few)
    agree(bring, qtbot)
    with qtbot.waitSignal(bring.go) as gone:
        press("&What became of each row", bring, qtbot)
    assert gone.args == [Go("last_import")]
