from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from lovedesk.shop import customers, details
from lovedesk.store.desk import Desk
from lovedesk.ui.place import Floor, Go
from lovedesk.ui.places.customers import Customers
from tests.hands import all_names, choose, enter, one, press, shown


def names(place: Customers) -> list[str]:
    """What stands in the list."""
    model = place.list.rows.model()
    return [str(model.data(model.index(row, 0))) for row in range(model.rowCount())]


def test_an_empty_desk_invites_to_add_the_first_customer(floor: Floor, qtbot: QtBot) -> None:
    place = shown(Customers(floor), qtbot)
    press("Add your first customer", place, qtbot)
    qtbot.keyClicks(one(QLineEdit, "Name of the new customer", place), "Ana Ruiz")
    enter(qtbot)
    assert names(place) == ["Ana Ruiz"]
    assert place.profile.head.name.text() == "Ana Ruiz"


def test_an_empty_desk_leads_to_bringing_a_list(floor: Floor, qtbot: QtBot) -> None:
    place = shown(Customers(floor), qtbot)
    with qtbot.waitSignal(place.go) as went:
        press("Bring in a list you have", place, qtbot)
    assert went.args == [Go("bring")]


def test_the_list_narrows_while_typing_and_counts(floor: Floor, qtbot: QtBot, ana: int, halcyon: int) -> None:
    place = shown(Customers(floor), qtbot)
    assert place.list.count.text() == "2 customers"
    qtbot.keyClicks(place.search, "reyes xio")
    assert names(place) == ["Café Halcyon, Xiomara Reyes, Tad Okonkwo"]
    assert place.list.count.text() == "1 found"


def test_who_is_found_by_what_was_written_is_shown_with_those_words(floor: Floor, qtbot: QtBot, ana: int, halcyon: int,
                                                                    desk: Desk) -> None:
    with desk.act("detail.add"):
        details.add("The ovens are never cold: bread at three, cakes at five", topic="process", customer=halcyon)
    place = shown(Customers(floor), qtbot)
    qtbot.keyClicks(place.search, "cake")
    assert names(place) == ["Café Halcyon, …\N{NO-BREAK SPACE}at three, cakes at five"]
    floor.settings.looking = True
    place.note_change(place.shows)
    assert names(place) == ["Café Halcyon, Xiomara Reyes, Tad Okonkwo"]
    place.search.clear()
    assert names(place)[1] == "Café Halcyon, Xiomara Reyes, Tad Okonkwo"


def test_the_only_one_found_is_shown_without_another_key(floor: Floor, qtbot: QtBot, ana: int, halcyon: int) -> None:
    place = shown(Customers(floor), qtbot)
    qtbot.keyClicks(place.search, "r")
    assert place.profile.customer == 0
    qtbot.keyClicks(place.search, "u")
    assert place.profile.customer == ana
    assert place.list.rows.current() == ana
    qtbot.keyClicks(place.search, "xyz")
    assert place.profile.customer == ana


def test_down_goes_from_the_field_to_the_list_and_shows_the_first(floor: Floor, qtbot: QtBot, ana: int,
                                                                  halcyon: int) -> None:
    place = shown(Customers(floor), qtbot)
    place.search.setFocus()
    qtbot.keyClick(place.search, Qt.Key.Key_Down)
    assert place.list.rows.hasFocus()
    assert place.profile.customer == ana
    qtbot.keyClick(place.list.rows, Qt.Key.Key_Down)
    assert place.profile.customer == halcyon


def test_a_letter_typed_in_the_list_goes_on_in_the_search_field(floor: Floor, qtbot: QtBot, ana: int,
                                                                halcyon: int) -> None:
    place = shown(Customers(floor), qtbot)
    qtbot.keyClicks(place.search, "ca")
    place.list.rows.setFocus()
    qtbot.keyClicks(place.list.rows, "f")
    assert place.search.text() == "caf"
    assert place.search.hasFocus()


def test_who_is_not_found_can_be_added_by_that_name(floor: Floor, qtbot: QtBot, ana: int) -> None:
    place = shown(Customers(floor), qtbot)
    place.search.setFocus()
    qtbot.keyClicks(place.search, "Zora Bloom")
    enter(qtbot)
    enter(qtbot)
    assert one(QLineEdit, "Name of the new customer", place).text() == "Zora Bloom"
    enter(qtbot)
    assert names(place) == ["Ana Ruiz", "Zora Bloom"]
    assert place.profile.head.name.text() == "Zora Bloom"


def test_an_empty_name_is_refused_beside_the_line(floor: Floor, qtbot: QtBot, ana: int) -> None:
    place = shown(Customers(floor), qtbot)
    place.add()
    enter(qtbot)
    line = one(QLineEdit, "Name of the new customer", place)
    assert line.accessibleDescription() == "What is the name?"
    assert names(place) == ["Ana Ruiz"]


def test_those_who_are_no_customers_show_by_the_funnel_alone(floor: Floor, qtbot: QtBot, ana: int, desk: Desk) -> None:
    with desk.act("customer.add"):
        customers.add("Cord Supplier", kind="business", standing="other")
    place = shown(Customers(floor), qtbot)
    assert names(place) == ["Ana Ruiz"]
    press("Show only some", place, qtbot)
    choose("Not customers", qtbot)
    assert names(place) == ["Cord Supplier, not a customer"]
    qtbot.keyClicks(place.search, "cord")
    assert names(place) == ["Cord Supplier, not a customer"]


def test_a_change_keeps_the_choice_in_the_list(floor: Floor, qtbot: QtBot, ana: int, halcyon: int, desk: Desk) -> None:
    place = shown(Customers(floor), qtbot)
    place.open(halcyon)
    with desk.act("customer.add"):
        customers.add("Aaron First")
    assert place.list.rows.current() == halcyon
    assert names(place)[0] == "Aaron First"


def test_a_customer_that_is_trashed_leaves_the_page_and_comes_back_by_undo(floor: Floor, qtbot: QtBot, ana: int,
                                                                           desk: Desk) -> None:
    place = shown(Customers(floor), qtbot)
    place.open(ana)
    with desk.act("customer.trash"):
        customers.trash(ana)
    assert not place.profile.isVisible()
    desk.undo()
    assert names(place) == ["Ana Ruiz"]


def test_in_a_narrow_window_the_list_gives_way_to_the_profile(floor: Floor, qtbot: QtBot, ana: int) -> None:
    place = shown(Customers(floor), qtbot, size=(1024, 640))
    assert place.search.isVisible()
    place.open(ana)
    assert not place.search.isVisible()
    press("All customers", place, qtbot)
    assert place.search.isVisible()
    assert "All customers" not in all_names(QAbstractButton, place)


def test_where_nobody_is_found_who_is_alike_is_shown_and_said(floor: Floor, qtbot: QtBot, ana: int,
                                                              halcyon: int) -> None:
    place = shown(Customers(floor), qtbot)
    qtbot.keyClicks(place.search, "halcyan")
    qtbot.waitUntil(lambda: place.list.count.text() == "Nobody found; 1 alike")
    assert names(place) == ["Café Halcyon, Xiomara Reyes, Tad Okonkwo"]
    qtbot.keyClicks(place.search, "zzz")
    qtbot.waitUntil(lambda: names(place) == [])
    assert place.list.count.text() == "0 found"
