"""Who may be here twice: why, side by side, made one or kept as two by one key, and back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QRadioButton
from pytestqt.qtbot import QtBot

from lovedesk.settings import Settings
from lovedesk.shop import contact_points, customers, details, duplicates, people
from lovedesk.store.desk import Desk
from lovedesk.ui.parts.labels import ElidedLabel, WrappedLabel
from lovedesk.ui.place import Floor, Go
from lovedesk.ui.places.duplicates import Duplicates
from lovedesk.ui.places.duplicates_two import Two
from lovedesk.ui.signals import Aside
from tests.hands import all_names, one, press, shown


@pytest.fixture
def place(desk: Desk, qapp: QApplication, qtbot: QtBot) -> Iterator[Duplicates]:
    """The place on a desk with Anna and Ana, who share a number, and two who share an e-mail."""
    with desk.act("sample.fill"):
        for name, way in (("Anna Ruiz", "01632 960001"), ("Ana Ruiz", "01632 960001"), ("Bo Li", "bo@x.example"),
                          ("Bo Li", "bo@x.example")):
            customer = customers.add(name)
            contact_points.add(way, person=people.at(customer)[0].id)
            details.add(f"of {name}", topic="care", customer=customer)
    aside = Aside(desk, qapp)
    made = shown(Duplicates(Floor(desk, Settings(), aside)), qtbot)
    made.open(0)
    qtbot.waitUntil(lambda: words(made) == ["Bo Li", "Anna Ruiz, Ana Ruiz"])
    yield made
    aside.close()


def words(place: Duplicates) -> list[str]:
    model = place.list.model()
    return [str(model.index(row, 0).data()).split(", same")[0] for row in range(model.rowCount())]


def said(place: Duplicates) -> list[str]:
    return [label.text() for kind in (ElidedLabel, WrappedLabel) for label in place.findChildren(kind)
            if label.isVisible()]


def choose_anna(place: Duplicates, qtbot: QtBot) -> None:
    qtbot.keyClick(place.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "Anna Ruiz" in all_names(QRadioButton, place))


def test_the_surest_pair_is_shown_with_its_reason(place: Duplicates) -> None:
    assert "same e-mail bo@x.example and same name" in said(place)
    assert "2 pairs" in said(place)
    assert "1 detail" in said(place)


def test_a_short_name_beside_theirs_does_not_cut_it(desk: Desk, qtbot: QtBot) -> None:
    with desk.act("sample.fill"):
        for _twice in range(2):
            people.add(customers.add("Bartholomew Li"), "Al")
    two = Two()
    qtbot.addWidget(two)
    two.resize(900, 700)
    two.show_pair(duplicates.pairs()[0])
    two.show()
    qtbot.waitExposed(two)
    names = [label for label in two.findChildren(ElidedLabel) if label.text() == "Bartholomew Li"]
    assert [label.width() >= label.sizeHint().width() for label in names] == [True, True]


def test_what_only_one_has_is_no_choice_and_stays(place: Duplicates, desk: Desk, qtbot: QtBot) -> None:
    anna = people.at(customers.named("Anna Ruiz")[0][0])[0].id
    with desk.act("person.change"):
        people.set_nickname(anna, "Annie")
        people.set_work(anna, "baker")
    choose_anna(place, qtbot)
    qtbot.waitUntil(lambda: any("Nickname “Annie” and Work “baker”" in line for line in said(place)))
    assert all_names(QRadioButton, place) == ["Anna Ruiz", "Ana Ruiz"]
    press("Make them one", place, qtbot)
    qtbot.waitUntil(lambda: words(place) == ["Bo Li"])
    (whole,) = people.at(customers.named("Ana Ruiz")[0][0])
    assert (whole.nickname, whole.work) == ("Annie", "baker")


def test_what_is_chosen_is_kept_and_undo_brings_both_back(place: Duplicates, desk: Desk, qtbot: QtBot) -> None:
    choose_anna(place, qtbot)
    assert one(QRadioButton, "Ana Ruiz", place).isChecked()
    press("Anna Ruiz", place, qtbot)
    with qtbot.waitSignal(place.done) as done:
        press("Make them one", place, qtbot)
    assert done.args == ["Anna Ruiz and Ana Ruiz are one"]
    assert customers.count("customer") == 3
    assert customers.named("Anna Ruiz")[0][1] == "Anna Ruiz"
    qtbot.waitUntil(lambda: words(place) == ["Bo Li"])
    desk.undo()
    qtbot.waitUntil(lambda: len(words(place)) == 2)
    assert customers.count("customer") == 4


def test_keys_do_all_of_it(place: Duplicates, qtbot: QtBot) -> None:
    qtbot.keyClick(place.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: words(place) == ["Anna Ruiz, Ana Ruiz"])
    assert customers.count("customer") == 3
    qtbot.keyClick(place.list, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(place.empty.isVisible)
    assert customers.count("customer") == 3
    assert not duplicates.pairs()


def test_enter_on_a_pair_leads_to_the_button(place: Duplicates, qtbot: QtBot) -> None:
    qtbot.keyClick(place.list, Qt.Key.Key_Return)
    assert one(QAbstractButton, "Make them one", place).hasFocus()


def test_a_pair_that_went_meanwhile_says_why(place: Duplicates, desk: Desk, qtbot: QtBot) -> None:
    choose_anna(place, qtbot)
    with desk.act("customer.trash"):
        customers.trash(customers.named("Anna Ruiz")[0][0])
    qtbot.waitUntil(lambda: words(place) == ["Bo Li"])
    assert "same e-mail bo@x.example and same name" in said(place)


def test_one_customer_can_be_made_one_with_any_other(place: Duplicates, qtbot: QtBot) -> None:
    anna = customers.named("Anna Ruiz")[0][0]
    place.open(anna)
    assert words(place) == ["Anna Ruiz, Ana Ruiz"]
    qtbot.keyClicks(place.search, "bo")
    qtbot.waitUntil(lambda: len(words(place)) == 2)
    assert "chosen by you" in said(place)
    with qtbot.waitSignal(place.go) as gone:
        press("Make them one", place, qtbot)
    assert isinstance(gone.args, list) and gone.args[0] == Go("customers", gone.args[0].what)
    assert anna not in customers.ids()


def test_nobody_twice_is_an_invitation_to_nothing(desk: Desk, ana: int, qapp: QApplication, qtbot: QtBot) -> None:
    aside = Aside(desk, qapp)
    place = shown(Duplicates(Floor(desk, Settings(), aside)), qtbot)
    qtbot.waitUntil(lambda: "Nobody is here twice" in said(place))
    assert customers.ids() == [ana]
    aside.close()
