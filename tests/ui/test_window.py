"""The window: places by rail and keys, undo from anywhere, what others wrote, what is typed kept at closing."""

from __future__ import annotations

from collections.abc import Iterator

import apsw
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from lovedesk.settings import Settings
from lovedesk.settings import load as load_settings
from lovedesk.shop import customers, details, shops
from lovedesk.shop.desks import open_desk
from lovedesk.shop.tables import rows
from lovedesk.store.desk import Desk
from lovedesk.ui.place import Go
from lovedesk.ui.places.calendar_month import Month
from lovedesk.ui.places.profile_detail_line import DetailLine
from lovedesk.ui.places.profile_timeline import EventList
from lovedesk.ui.window import ON_RAIL, Window
from tests.hands import press, texts


@pytest.fixture
def window(desk: Desk, ana: int, qapp: QApplication, qtbot: QtBot) -> Iterator[Window]:
    """A window on a desk with Ana in it."""
    made = Window(qapp, Settings())
    made.show_desk(desk, Go("today"))
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    yield made
    made.close()
    made.deleteLater()


def test_each_place_on_the_rail_opens_by_its_key(window: Window, qtbot: QtBot) -> None:
    for number, place in enumerate(ON_RAIL, 1):
        qtbot.keyClick(window, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.ControlModifier)
        assert window.stack.currentWidget() is window.pages[place]
        assert window.rail.places[place].isChecked()


def test_ctrl_z_takes_back_and_says_what(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert customers.ids() == []
    assert window.toast.words.text() == "Undone: Customer added"
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert len(customers.ids()) == 1
    assert window.toast.words.text() == "Done again: Customer added"


def test_with_nothing_left_to_undo_it_says_so(window: Window, qtbot: QtBot) -> None:
    for _twice in range(2):
        qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.toast.words.text() == "There is nothing to undo."


def test_ctrl_z_takes_back_while_a_field_has_the_focus_and_nothing_of_its_own(window: Window, qtbot: QtBot) -> None:
    window.seek()
    search = window.pages["customers"].search  # type: ignore[attr-defined]  # the customers' field, which seek focuses
    qtbot.waitUntil(search.hasFocus)
    qtbot.keyClick(search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert customers.ids() == []


def test_letters_that_mean_nothing_else_look_for_a_customer(window: Window, qtbot: QtBot) -> None:
    for letters in ("an", "r"):     # the second search begins anew
        qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
        for letter in letters:
            qtbot.keyClicks(QApplication.focusWidget() or window, letter)
        search = QApplication.focusWidget()
        assert isinstance(search, QLineEdit) and search.text() == letters
    window.go(Go("trash"))
    qtbot.keyClicks(window, "a")
    assert window.stack.currentWidget() is window.pages["trash"]


def test_a_long_undo_is_done_aside(window: Window, desk: Desk, qtbot: QtBot) -> None:
    from lovedesk.store.ids import new_ids

    first = new_ids(1500)
    with desk.act("import.bring_in") as recorder:
        recorder.insert_many("customer", ("id", "name", "sort_name", "standing"),
                             [(first + n, f"C {n}", f"c {n}", "customer") for n in range(1500)])
    with qtbot.waitSignal(window.aside.ended, timeout=20_000):
        window.undo()
    qtbot.waitUntil(lambda: window.toast.words.text() == "Undone: Contacts brought in")
    assert len(customers.ids()) == 1
    assert not window.progress.isVisible()


def test_what_another_program_writes_is_shown(window: Window, desk: Desk, ana: int, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.signals.changed, timeout=10_000):
        other = apsw.Connection(str(desk.path))
        other.execute("update customer set standing = 'gone' where id = ?", (ana,))
        other.close()


def test_going_back_follows_the_way(window: Window, ana: int) -> None:
    window.go(Go("customers", ana))
    window.go(Go("trash"))
    window.back()
    assert window.stack.currentWidget() is window.pages["customers"]
    window.back()
    assert window.stack.currentWidget() is window.pages["today"]


def test_the_rail_shows_whose_turn_it_is_and_the_title_names_the_shop(window: Window, desk: Desk) -> None:
    with desk.act("shop.set_up"):
        shops.set_up("Tansy & Thread")
        shops.add_keeper("Mira")
    assert window.rail.keeper.text() == "Mira"
    assert window.windowTitle() == "Tansy & Thread – Lovedesk"


def test_the_customer_that_is_seen_is_remembered_however_one_came_there(window: Window, ana: int) -> None:
    window.go(Go("customers", ana))
    window.go(Go("today"))
    window.go(Go("customers"))
    window.close()
    remembered = load_settings()
    assert (remembered.place, remembered.what) == ("customers", ana)


def test_closing_keeps_a_copy_and_remembers_the_place(window: Window, desk: Desk, ana: int) -> None:
    window.go(Go("customers", ana))
    window.close()
    remembered = load_settings()
    assert (remembered.place, remembered.what) == ("customers", ana)
    assert remembered.closed_on == "2026-11-24"
    copy = open_desk(desk.copies / "shop-2026-11-24.lovedesk")
    assert rows("select count(*) from customer") == [(1,)]
    copy.close()


def test_f8_hides_private_lines_and_brings_them_back(window: Window, desk: Desk, ana: int, qtbot: QtBot) -> None:
    with desk.act("detail.add"):
        details.add("Plays the cello", topic="hobby", customer=ana, learned_on=desk.today())
        details.add("Fears the stairs", topic="worry", customer=ana, learned_on=desk.today())
        hidden = details.add("Owes her brother", topic="need", customer=ana, learned_on=desk.today())
        details.set_seen_by(hidden, details.HERE)
    window.go(Go("customers", ana))

    def told() -> str:
        names = [line.accessibleName() for line in window.findChildren(DetailLine) if line.isVisible()]
        return " ".join([*names, *texts(window.findChildren(EventList)[0])])

    qtbot.waitUntil(lambda: told().count("brother") == 2)
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert "cello" in told() and "stairs" not in told() and "brother" not in told()
    press("Show them again (F8)", window, qtbot)
    assert told().count("stairs") == 2


def test_the_month_has_the_keys_when_one_comes_from_a_list_by_a_key(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(QApplication.focusWidget(), Month)
