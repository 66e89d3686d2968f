"""Lists: a page is fetched when painted; a refresh keeps what is chosen and where one was; keys move and open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lovedesk.ui import theme
from lovedesk.ui.parts.recordlist import RecordList, Row, RowDelegate
from lovedesk.ui.parts.search_field import SearchField
from tests.ui.conftest import Show


class Customer(NamedTuple):
    id: int
    name: str


def look(customer: Customer) -> Row:
    return Row(customer.name, when="today", second="The reading chair")


def texts(rows: RecordList) -> list[str]:
    model = rows.model()
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


def some(*names: str) -> list[Customer]:
    return [Customer(number, name) for number, name in enumerate(names, start=1)]


class Shop:
    """Fetches customers and counts how many were asked for."""

    def __init__(self) -> None:
        self.asked = 0

    def fetch(self, ids: Sequence[int]) -> list[Customer]:
        self.asked += len(ids)
        return [Customer(number, f"Customer {number}") for number in ids]


def test_only_what_is_painted_is_fetched(qtbot: QtBot, show: Show) -> None:
    shop = Shop()
    rows = RecordList(RowDelegate(look), name="Customers", fetch=shop.fetch)
    rows.show_ids(range(1, 50_001))
    rows.resize(300, 400)
    show(rows)
    rows.grab()
    assert 0 < shop.asked <= 200
    rows.scrollToBottom()
    rows.grab()
    assert shop.asked <= 400


def test_a_row_is_told_to_a_screen_reader(qtbot: QtBot) -> None:
    rows = RecordList(RowDelegate(look), name="Customers")
    qtbot.addWidget(rows)
    rows.show_records(some("Ana"))
    assert texts(rows) == ["Ana, The reading chair, today"]


def test_a_refresh_keeps_what_is_chosen_and_tells_nothing(qtbot: QtBot) -> None:
    rows = RecordList(RowDelegate(look), name="Customers")
    qtbot.addWidget(rows)
    rows.show_records(some("Ana", "Ben", "Cleo"))
    rows.select(3)
    with qtbot.assertNotEmitted(rows.chosen):
        rows.show_records([Customer(9, "Aaron"), *some("Ana", "Ben", "Cleo")])
    assert rows.current() == 3
    rows.show_records(some("Ana"))
    assert rows.current() is None


def test_a_refresh_keeps_the_scroll_and_shows_what_changed(qtbot: QtBot, show: Show) -> None:
    rows = RecordList(RowDelegate(look), name="Customers")
    rows.show_records(some(*"abcdefghijklmnopqrst"))
    rows.resize(300, 300)
    show(rows)
    rows.verticalScrollBar().setValue(200)
    rows.show_records(some(*"ABCDEFGHIJKLMNOPQRSTU"))
    assert rows.verticalScrollBar().value() == 200
    assert texts(rows)[0].startswith("A,")
    rows.show_records(some(*"abcdefghijklmnopqrstu"))
    assert texts(rows)[0].startswith("a,")


def test_arrows_choose_and_enter_opens(qtbot: QtBot, show: Show) -> None:
    rows = RecordList(RowDelegate(look), name="Customers")
    rows.show_records(some("Ana", "Ben"))
    show(rows)
    rows.setFocus()
    rows.select(1)
    with qtbot.waitSignal(rows.chosen) as chosen:
        qtbot.keyClick(rows, Qt.Key.Key_Down)
    with qtbot.waitSignal(rows.opened) as opened:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert chosen.args == opened.args == [2]


def test_the_search_field_steers_the_list_below(qtbot: QtBot, show: Show) -> None:
    field, rows = SearchField("Search"), RecordList(RowDelegate(look), name="Customers")
    qtbot.addWidget(rows)
    rows.show_records(some("Ana", "Ben"))
    field.steered.connect(rows.steer)
    show(field)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert rows.current() == 1
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert rows.current() == 2
    with qtbot.waitSignal(rows.opened) as opened:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert opened.args == [2]


def test_search_tells_each_letter_and_escape_clears(qtbot: QtBot, show: Show) -> None:
    field = SearchField("Search")
    told: list[str] = []
    field.sought.connect(told.append)
    show(field)
    qtbot.keyClicks(field, "an")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert told == ["a", "an", ""]


def test_the_row_under_the_mouse_is_lit(qtbot: QtBot, show: Show) -> None:
    rows = RecordList(RowDelegate(look), name="Customers")
    rows.show_records(some("Ana", "Ben"))
    rows.resize(300, 200)
    show(rows)
    second = rows.visualRect(rows.model().index(1, 0)).center()
    assert theme.LIGHT.hover not in row_colours(rows, second)
    qtbot.mouseMove(rows.viewport(), second)
    assert theme.LIGHT.hover in row_colours(rows, second)
    QApplication.sendEvent(rows, QEvent(QEvent.Type.Leave))
    assert theme.LIGHT.hover not in row_colours(rows, second)


def row_colours(rows: RecordList, at: QPoint) -> list[QColor]:
    image = rows.viewport().grab().toImage()
    return [image.pixelColor(x, at.y()) for x in range(image.width())]


def test_a_row_is_as_wide_as_its_list(qtbot: QtBot, show: Show) -> None:
    rows = RecordList(RowDelegate(look), name="Customers")
    rows.resize(300, 400)
    rows.show_records(some("Ana"))
    show(rows)
    assert rows.visualRect(rows.model().index(0, 0)).width() == rows.viewport().width()


def test_a_chosen_row_has_no_ground_but_its_own(qtbot: QtBot, show: Show) -> None:
    rows = RecordList(RowDelegate(look), name="Customers")
    rows.resize(300, 400)
    rows.show_records(some("Ana", "Bo"))
    rows.select(2)
    show(rows)
    bare, chosen = (rows.visualRect(rows.model().index(row, 0)).center().y() for row in (0, 1))
    picture = rows.viewport().grab().toImage()
    assert picture.pixelColor(2, chosen) == picture.pixelColor(2, bare)


def test_several_are_chosen_and_stay_so_when_the_list_is_read_anew(qtbot: QtBot, show: Show) -> None:
    rows = RecordList(RowDelegate(look), name="Customers", several=True)
    rows.show_records(some("Ana", "Ben", "Cleo", "Dora"))
    show(rows)
    rows.setFocus()
    rows.select(2)
    with qtbot.waitSignal(rows.gathered):
        qtbot.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert rows.chosen_ids() == [2, 3]
    rows.show_records(some("Ana", "Ben", "Cleo"))
    assert rows.chosen_ids() == [2, 3]


def test_rows_that_come_later_stand_below(qtbot: QtBot, show: Show) -> None:
    shop = Shop()
    rows = RecordList(RowDelegate(look), name="Customers", fetch=shop.fetch)
    rows.show_ids([1, 2])
    show(rows)
    rows.select(2)
    rows.add_ids([3, 4])
    assert texts(rows) == ["Customer 1, The reading chair, today", "Customer 2, The reading chair, today",
                           "Customer 3, The reading chair, today", "Customer 4, The reading chair, today"]
    assert rows.current() == 2
