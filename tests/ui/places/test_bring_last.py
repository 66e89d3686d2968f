"""The last import, row by row: narrowed by what became of them and by name, each opens its customer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from lovedesk.formats.records import Card, Reading, Unreadable
from lovedesk.settings import Settings
from lovedesk.shop import customers, imports
from lovedesk.store.desk import Desk
from lovedesk.ui.parts.labels import ElidedLabel, WrappedLabel
from lovedesk.ui.parts.picker import Picker
from lovedesk.ui.place import Floor, Go
from lovedesk.ui.places.bring_last import LastImported
from lovedesk.ui.signals import Aside
from tests.hands import one, press, shown, texts


@pytest.fixture
def page(desk: Desk, qapp: QApplication, qtbot: QtBot) -> Iterator[LastImported]:
    """The place, on the screen, after an import of three rows."""
    reading = Reading("phone.vcf", [Card(1, "Ana Ruiz", raw=["X-ODD:1"]), Card(8, "Ben Alt")],
                      [Unreadable(12, "It has no end.", "BEGIN")])
    with desk.act("import.bring_in") as recorder:
        imports.bring_in(imports.prepare([reading]), recorder.insert_many)
    aside = Aside(desk, qapp)
    made = shown(LastImported(Floor(desk, Settings(), aside)), qtbot)
    qtbot.waitUntil(lambda: texts(made.rows) != [])
    yield made
    aside.close()


def said(page: LastImported) -> str:
    """All words that are seen."""
    labels = [*page.findChildren(ElidedLabel), *page.findChildren(WrappedLabel)]
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_all_rows_with_their_fates_and_what_was_not_understood(page: LastImported) -> None:
    assert texts(page.rows) == [
        "Ana Ruiz, phone.vcf:1, new, not everything was understood", "Ben Alt, phone.vcf:8, new",
        "BEGIN, phone.vcf:12, It has no end., not readable"]
    assert "X-ODD:1" in said(page)


def test_narrowed_by_fate_and_by_name(page: LastImported, qtbot: QtBot) -> None:
    picker = one(Picker, "What became of them", page)
    picker.setCurrentText("1 not readable")
    picker.activated.emit(picker.currentIndex())
    assert texts(page.rows) == ["BEGIN, phone.vcf:12, It has no end., not readable"]
    assert not one(QAbstractButton, "&Open", page).isEnabled()
    picker.setCurrentIndex(0)
    qtbot.keyClicks(one(QLineEdit, "Find one of them by name", page), "ben")
    qtbot.waitUntil(lambda: texts(page.rows) == ["Ben Alt, phone.vcf:8, new"])


def test_a_row_opens_its_customer(page: LastImported, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.go) as gone:
        press("&Open", page, qtbot)
    assert gone.args == [Go("customers", customers.named("Ana Ruiz")[0][0])]
    with qtbot.waitSignal(page.go):
        qtbot.keyClick(page.rows, Qt.Key.Key_Return)


def test_it_says_when_all_of_it_was_taken_back(page: LastImported, desk: Desk, qtbot: QtBot) -> None:
    desk.undo()
    qtbot.waitUntil(lambda: "It was taken back" in said(page))


def test_before_the_first_import_it_invites(desk: Desk, qapp: QApplication, qtbot: QtBot) -> None:
    aside = Aside(desk, qapp)
    made = shown(LastImported(Floor(desk, Settings(), aside)), qtbot)
    qtbot.waitUntil(lambda: "Nothing was brought in yet" in said(made))
    aside.close()
