"""The program from its first start on: nothing stored unasked, what was open opens again, one window for a desk."""

from __future__ import annotations

import datetime as dt
import gc
import logging
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from lovedesk import paths, settings
from lovedesk.app import Program
from lovedesk.settings import Settings
from lovedesk.shop import customers, shops, touchpoints
from lovedesk.shop.desks import open_desk
from lovedesk.ui import theme
from lovedesk.ui.parts.buttons import Primary
from lovedesk.ui.parts.recordlist import RecordList
from lovedesk.ui.place import Go
from lovedesk.ui.places.start import Start
from tests.hands import all_names, one, press, type_into

Starting = Callable[..., Program]


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Starting]:
    """Start the program on its own desk, or on another; what is still open is closed at the end."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    programs: list[Program] = []

    def started(path: Path | None = None, remembered: Settings | None = None) -> Program:
        program = Program(qapp, remembered or settings.load(), path or paths.default_desk())
        programs.append(program)
        assert program.is_first()
        program.start()
        qtbot.waitExposed(program.window)
        return program

    yield started
    for program in programs:
        close(program)
        program.window.deleteLater()
    gc.unfreeze()


def close(program: Program) -> None:
    """Close the window and let another have the desk."""
    program.window.close()
    if program.only_one.desk:
        program.only_one.lock.unlock()


def first_page(program: Program) -> Start:
    page = program.window.stack.currentWidget()
    assert isinstance(page, Start)
    return page


def place(program: Program) -> str:
    """The key of the place that is seen."""
    return next(key for key, page in program.window.pages.items() if page is program.window.stack.currentWidget())


def stored(tmp_path: Path) -> list[Path]:
    """Every file under the home folder."""
    return sorted(file for file in (tmp_path / "home").rglob("*") if file.is_file())


@pytest.fixture
def here() -> Path:
    """The shop's own desk, with Ana in it."""
    desk = open_desk(paths.default_desk())
    with desk.act("customer.add"):
        customers.add("Ana Ruiz")
    desk.close()
    return paths.default_desk()


def test_the_first_start_stores_nothing_before_a_button_is_pressed(
    start: Starting, tmp_path: Path, qtbot: QtBot,
) -> None:
    program = start()
    program.settle()
    page = first_page(program)
    type_into(page.name_line, "Mira", qtbot)
    type_into(page.shop_line, "Tansy & Thread", qtbot)
    assert not program.window.rail.isVisible()
    assert stored(tmp_path) == []
    close(program)
    assert stored(tmp_path) == []


@pytest.mark.parametrize(("button", "opens"), [("Start &empty", "customers"), ("&Bring your contacts", "bring")])
def test_a_button_makes_the_desk_with_what_was_typed(start: Starting, qtbot: QtBot, button: str, opens: str) -> None:
    program = start()
    page = first_page(program)
    type_into(page.name_line, "Mira", qtbot)
    type_into(page.shop_line, "Tansy & Thread", qtbot)
    press(button, page, qtbot)
    assert place(program) == opens
    assert program.window.windowTitle() == "Tansy & Thread – Lovedesk"
    assert program.window.rail.keeper.text() == "Mira"
    assert [keeper.id for keeper in shops.keepers()] == [program.settings.keeper]
    assert customers.ids() == []
    assert paths.default_desk().is_file()


def test_without_a_name_the_shop_has_no_keeper_yet(start: Starting, qtbot: QtBot) -> None:
    program = start()
    page = first_page(program)
    type_into(page.name_line, "  ", qtbot)
    press("Start &empty", page, qtbot)
    assert (shops.keepers(), program.settings.keeper) == ([], 0)


def test_files_dropped_on_the_first_page_are_looked_at_in_the_new_desk(
    start: Starting, tmp_path: Path, qtbot: QtBot,
) -> None:
    cards = tmp_path / "phone.vcf"
    cards.write_text("BEGIN:VCARD\nFN:Ana\nEND:VCARD\n")
    program = start()
    first_page(program).dropped.emit([str(cards)])
    assert place(program) == "bring"
    qtbot.waitUntil(lambda: not program.window.progress.isVisible())
    assert customers.ids() == []


def test_where_no_desk_can_be_made_the_first_page_says_so_and_stays(
    start: Starting, tmp_path: Path, qtbot: QtBot,
) -> None:
    (tmp_path / "file").write_text("x")
    program = start(tmp_path / "file" / "shop.lovedesk")
    press("Start &empty", first_page(program), qtbot)
    assert "cannot be written" in program.window.toast.words.text()
    assert first_page(program).isVisible()


def test_the_sample_shop_is_looked_at_and_left_without_a_trace(start: Starting, qtbot: QtBot) -> None:
    program = start()
    press("&Look around in a sample shop", first_page(program), qtbot)
    assert place(program) == "today"
    assert program.window.mark.isVisible()
    assert paths.sample_desk().is_file()
    assert not paths.default_desk().exists()
    program.window.mark.left.emit()
    assert not paths.sample_desk().exists()
    assert list(paths.sample_desk().parent.rglob("*.lovedesk")) == []
    assert first_page(program).isVisible()
    assert not program.window.mark.isVisible()


def test_leaving_the_sample_shop_leads_back_to_ones_own(start: Starting, here: Path) -> None:
    program = start()
    program.open_sample()
    assert program.window.mark.isVisible()
    program.leave_sample()
    assert place(program) == "today"
    assert not program.window.mark.isVisible()
    assert not paths.sample_desk().exists()
    assert len(customers.ids()) == 1


def test_a_later_start_opens_the_desk_and_the_place_that_were_open(start: Starting, tmp_path: Path) -> None:
    other = open_desk(tmp_path / "other.lovedesk")
    with other.act("customer.add"):
        ana = customers.add("Ana Ruiz")
    other.close()
    first = start(other.path)
    first.window.go(Go("customers", ana))
    close(first)
    remembered = settings.load()
    again = start(Path(remembered.desk))
    assert again.window.desk is not None
    assert again.window.desk.path == other.path
    assert place(again) == "customers"
    assert again.window.pages["customers"].profile.isVisible()  # type: ignore[attr-defined]  # the customers' own part


@pytest.mark.parametrize("was_open", [
    Go("customers", 4711), Go("visit", 4711), Go("debrief", 4711), Go("bring"), Go("week"), Go("")])
def test_a_start_where_what_was_open_is_no_more_shows_a_page_all_the_same(
    start: Starting, here: Path, was_open: Go,
) -> None:
    program = start(remembered=Settings(place=was_open.place, what=was_open.what))
    assert program.window.pages[place(program)].isVisible()


def test_a_desk_that_cannot_be_opened_is_said_and_left_as_it_is(start: Starting) -> None:
    path = paths.default_desk()
    path.parent.mkdir(parents=True)
    path.write_bytes(b"not a desk at all " * 500)
    program = start()
    said = [label.text() for label in program.window.findChildren(QLabel)]
    assert any("is not a desk of Lovedesk, or it is damaged" in words for words in said)
    assert path.read_bytes() == b"not a desk at all " * 500


def test_a_damaged_desk_is_brought_back_by_one_press(start: Starting, here: Path, qtbot: QtBot) -> None:
    desk = open_desk(here)
    with desk.act("customer.add"):
        kept = customers.add("Ana")
    desk.keep_copy([desk.copies])
    desk.close()
    here.write_bytes(b"junk" * 3000)
    program = start()
    button = program.window.findChildren(Primary)[0]
    assert button.text().startswith("Bring back the copy of")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert kept in customers.ids()
    assert here.with_name(f"{here.stem}-damaged.lovedesk").read_bytes() == b"junk" * 3000
    assert program.window.pages["today"].isVisible()


def test_restoring_puts_the_copy_in_place_and_says_so(start: Starting, here: Path, tmp_path: Path) -> None:
    program = start()
    desk = program.window.desk
    assert desk is not None
    desk.back_up(tmp_path / "copy.lovedesk")
    with desk.act("customer.add"):
        customers.add("Ben")
    program.restore(tmp_path / "copy.lovedesk")
    assert len(customers.ids()) == 1
    assert place(program) == "today"
    assert program.window.toast.words.text() == "Restored from copy.lovedesk."


def test_what_is_no_copy_is_not_restored(start: Starting, here: Path, tmp_path: Path) -> None:
    program = start()
    (tmp_path / "copy.lovedesk").write_bytes(b"not a desk at all " * 500)
    program.restore(tmp_path / "copy.lovedesk")
    assert len(customers.ids()) == 1
    assert "copy.lovedesk" in program.window.toast.words.text()
    assert program.window.desk is not None
    assert program.window.desk.check() == []


def test_a_second_start_calls_the_first_window_forward(
    start: Starting, here: Path, qapp: QApplication, qtbot: QtBot,
) -> None:
    first = start()
    first.settle()
    second = Program(qapp, Settings(), here)
    assert not second.is_first()
    with qtbot.waitSignal(first.only_one.called):
        second.only_one.call()
    second.window.deleteLater()


def test_a_second_desk_has_a_window_of_its_own(start: Starting, here: Path, tmp_path: Path) -> None:
    open_desk(tmp_path / "other.lovedesk").close()
    start()
    assert start(tmp_path / "other.lovedesk").only_one.first


def test_the_look_is_chosen_and_remembered(start: Starting, here: Path) -> None:
    program = start()
    program.set_theme("dark")
    assert theme.tokens() is theme.DARK
    close(program)
    assert settings.load().theme == "dark"
    program.set_theme("light")


def test_a_dead_battery_costs_neither_the_place_nor_the_taste(start: Starting, here: Path) -> None:
    program = start()
    program.window.go(Go("calendar"))
    program.set_theme("dark")
    remembered = settings.load()
    assert (remembered.desk, remembered.place, remembered.theme) == (str(here), "calendar", "dark")
    program.set_theme("light")


def test_a_dead_battery_costs_not_even_who_was_clicked_last(start: Starting, here: Path, qtbot: QtBot) -> None:
    program = start()
    assert program.window.desk is not None
    with program.window.desk.act("customer.add"):
        ana, ben = customers.add("Ana Ruiz"), customers.add("Ben Okafor")
    program.window.go(Go("customers", ana))
    assert settings.load().what == ana
    program.window.resize(1280, 720)
    qtbot.waitUntil(lambda: all_names(RecordList, program.window) == ["Customers"])
    rows = one(RecordList, "Customers", program.window)
    rows.select(ana)
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: settings.load().what == ben)


def test_a_bug_is_written_down_and_said(start: Starting, here: Path, caplog: pytest.LogCaptureFixture) -> None:
    program = start()
    with caplog.at_level(logging.ERROR, "lovedesk"):
        program.note_bug(ValueError, ValueError("the tea is cold"), None)
    assert "the tea is cold" in caplog.text
    assert "What was stored is safe" in program.window.toast.words.text()


def test_the_menu_opens_at_the_foot_of_the_rail(start: Starting, here: Path, qtbot: QtBot) -> None:
    program = start()
    press(program.window.rail.keeper.text(), program.window, qtbot)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()


def test_the_palette_finds_what_the_menu_offers_before_it_was_ever_opened(
    start: Starting, here: Path, qtbot: QtBot,
) -> None:
    program = start()
    program.settle()
    program.window.go_to()
    line = one(QLineEdit, "Go to anything", program.window)
    qtbot.keyClicks(line, "the shop")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert place(program) == "shop"


def test_what_falls_due_is_reminded_of_in_the_window_where_the_system_has_no_tray(
    start: Starting, here: Path, qtbot: QtBot,
) -> None:
    program = start()
    program.settle()
    desk = program.window.desk
    assert desk is not None
    now = desk.now()
    program.window.settings.reminded_until = (now - dt.timedelta(minutes=10)).isoformat()
    with desk.act("visit.plan"):
        visit = touchpoints.plan(customers.ids(), now + dt.timedelta(minutes=25))
    program.reminding.look()
    line = program.tray.line
    assert line is not None and line.isVisible()
    press(line.open.accessibleName(), program.window, qtbot)
    assert (place(program), program.window.settings.what) == ("visit", visit)


def test_what_a_start_puts_off_goes_with_its_window(start: Starting, qtbot: QtBot) -> None:
    program = start()
    settling = program.settling
    close(program)
    delete(program.window)
    assert not isValid(settling)
    program.window = start().window     # for the end of the test
