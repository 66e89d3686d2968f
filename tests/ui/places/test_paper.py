"""Paper: what is chosen at the left is seen at the right, kept by occasion, printed and saved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDialog, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from lovedesk.settings import Settings
from lovedesk.shop import customers, details, people, sheet_choices, shops, touchpoints, wanted_papers
from lovedesk.shop.wanted_papers import CALLS, MANY, PACK, WEEK
from lovedesk.store.desk import Desk
from lovedesk.ui.parts.date_field import DateField
from lovedesk.ui.place import Floor
from lovedesk.ui.places.calendar_who import WhoLine
from lovedesk.ui.places.paper import Paper
from lovedesk.ui.signals import Aside
from lovedesk.ui.whose import Whose
from tests.conftest import TODAY
from tests.hands import all_names, one, press, shown, type_into
from tests.pdf import pages_of, words_of

Open = Callable[[int], Paper]


@pytest.fixture
def visit(desk: Desk, ana: int) -> int:
    """A visit to Ana today, when all is great, with a worry that stays off paper."""
    with desk.act("visit.plan"):
        people.add(ana, "Ben Ruiz", role="Son")
        details.add("The rent", topic="worry", customer=ana)
        return touchpoints.plan([ana], dt.datetime(2026, 11, 24, 10), occasion="all-great", checklist="good-times")


@pytest.fixture
def paper(desk: Desk, qtbot: QtBot) -> Iterator[Open]:
    """Opens the place with the paper of a number."""
    parent = QObject()
    aside = Aside(desk, parent)
    place = Paper(Floor(desk, Settings(), aside))

    def opened(number: int) -> Paper:
        place.open(number)
        return shown(place, qtbot)

    yield opened
    aside.close()


def words_on(place: Paper) -> str:
    return one(QWidget, "The page as it will be printed", place).accessibleDescription()


def until_on(place: Paper, words: str, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: words in words_on(place))


def pick(name: str, words: str, place: Paper) -> None:
    picker = one(QComboBox, name, place)
    index = picker.findText(words)
    picker.setCurrentIndex(index)
    picker.activated.emit(index)


def test_the_sheet_of_a_visit_is_seen_as_it_will_be_printed(
    desk: Desk, visit: int, paper: Open, qtbot: QtBot,
) -> None:
    place = paper(visit)
    until_on(place, "Ana Ruiz", qtbot)
    assert one(WhoLine, "For whom", place).text() == "Ana Ruiz"
    assert "page 1 of 1" in words_on(place) and "We promise" in words_on(place)


def test_a_part_that_is_switched_off_leaves_the_sheet_and_is_remembered_for_its_occasion(
    desk: Desk, visit: int, paper: Open, qtbot: QtBot,
) -> None:
    place = paper(visit)
    until_on(place, "We promise", qtbot)
    press("Lines for promises", place, qtbot)
    qtbot.waitUntil(lambda: "We promise" not in words_on(place))
    assert sheet_choices.of("all-great").without == {"promise"}
    assert sheet_choices.of("problem").without == frozenset()
    desk.undo()
    until_on(place, "We promise", qtbot)
    assert one(QAbstractButton, "Lines for promises", place).isChecked()


def test_a_topic_that_stays_off_paper_is_chosen_for_this_sheet_alone(
    desk: Desk, visit: int, paper: Open, qtbot: QtBot,
) -> None:
    place = paper(visit)
    until_on(place, "Ana Ruiz", qtbot)
    assert "The rent" not in words_on(place)
    press("Worry", place, qtbot)
    until_on(place, "The rent", qtbot)


def test_codes_for_the_phone_are_off_until_they_are_switched_on(
    desk: Desk, visit: int, paper: Open, qtbot: QtBot,
) -> None:
    place = paper(visit)
    until_on(place, "Ana Ruiz", qtbot)
    assert not one(QAbstractButton, "Number", place).isChecked()
    press("Number", place, qtbot)
    assert sheet_choices.of("all-great").codes == {"phone"}


def test_the_promise_is_taken_off_the_foot(desk: Desk, visit: int, paper: Open, qtbot: QtBot) -> None:
    place = paper(visit)
    press("Our promise", place, qtbot)
    assert not sheet_choices.has_foot()


def test_the_pages_of_a_day_pack_are_leafed_through_by_keys_and_buttons(
    desk: Desk, visit: int, paper: Open, qtbot: QtBot,
) -> None:
    place = paper(wanted_papers.number_of(PACK, TODAY))
    until_on(place, "In this order", qtbot)
    press("Next page (Page Down)", place, qtbot)
    assert "page 2 of 2" in words_on(place)
    assert not one(QAbstractButton, "Next page (Page Down)", place).isEnabled()
    qtbot.keyClick(place, Qt.Key.Key_PageUp)
    assert "page 1 of 2" in words_on(place)


@pytest.mark.parametrize(("kind", "words"), [
    ("Week on one page", "Week of"), ("Calls of a day", "No calls are planned"), ("Blank checklist", "With on")])
@pytest.mark.usefixtures("visit")
def test_another_paper_is_picked(paper: Open, qtbot: QtBot, kind: str, words: str) -> None:
    place = paper(wanted_papers.number_of(PACK, TODAY))
    pick("Which paper", kind, place)
    until_on(place, words, qtbot)


def test_a_day_is_typed(desk: Desk, visit: int, paper: Open, qtbot: QtBot) -> None:
    place = paper(wanted_papers.number_of(PACK, TODAY + dt.timedelta(1)))
    until_on(place, "Wednesday 25 November", qtbot)
    field = one(DateField, "Day", place)
    type_into(field, "today", qtbot)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    until_on(place, "Tuesday 24 November", qtbot)


def test_a_customer_is_named_for_their_whole_page(desk: Desk, visit: int, paper: Open, qtbot: QtBot) -> None:
    place = paper(wanted_papers.number_of(WEEK, TODAY))
    pick("Which paper", "A customer’s whole page", place)
    qtbot.waitUntil(lambda: not one(QAbstractButton, "Print", place).isEnabled())
    assert words_on(place) == ""
    line = one(WhoLine, "For whom", place)
    type_into(line, "ana", qtbot)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    until_on(place, "Ben Ruiz", qtbot)
    assert "The rent" not in words_on(place)


def test_a_customer_and_a_checklist_open_with_their_own_paper(
    desk: Desk, ana: int, visit: int, paper: Open, qtbot: QtBot,
) -> None:
    place = paper(ana)
    until_on(place, "Ben Ruiz", qtbot)
    place.open(wanted_papers.number_of_checklist("good-times"))
    until_on(place, "With on", qtbot)


def test_what_is_gone_is_said_in_words(desk: Desk, paper: Open, qtbot: QtBot) -> None:
    place = paper(7_000_000_000_000)
    qtbot.waitUntil(lambda: "not here any more" in place.refused.text())


@pytest.mark.usefixtures("visit")
def test_ctrl_p_prints_aside(paper: Open, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def answered(dialog: QPrintDialog) -> QDialog.DialogCode:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(tmp_path / "printed.pdf"))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", answered)
    place = paper(wanted_papers.number_of(PACK, TODAY))
    until_on(place, "In this order", qtbot)
    with qtbot.waitSignal(place.said) as said:
        qtbot.keyClick(place, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert said.args == ["Printed: Day pack, Tue 24 Nov"]
    assert pages_of((tmp_path / "printed.pdf").read_bytes()) == 2


@pytest.fixture
def save_to(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path | str], None]:
    """The dialog is answered with a path, "" being Cancel."""
    return lambda target: monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(target), ""))


@pytest.fixture
def round_of_thirty(desk: Desk, ana: int, visit: int) -> None:
    """One more visit on each of thirty days."""
    with desk.act("visit.plan_many"):
        for n in range(30):
            touchpoints.plan([ana], dt.datetime(2026, 11, 25, 10) + dt.timedelta(n))


@pytest.mark.usefixtures("round_of_thirty")
def test_sheets_of_several_days_are_saved_as_one_pdf_with_progress(
    paper: Open, tmp_path: Path, qtbot: QtBot, save_to: Callable[[Path | str], None],
) -> None:
    save_to(tmp_path / "many.pdf")
    place = paper(wanted_papers.number_of(MANY, TODAY))
    until_on(place, "page 1 of 1", qtbot)
    field = one(DateField, "Until", place)
    type_into(field, "31 Dec", qtbot)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    until_on(place, "page 1 of 31", qtbot)
    assert place.count.text() == "Page 1 of 31, the first 20 are shown"
    steps: list[int] = []
    place.floor.aside.progressed.connect(lambda done, _of: steps.append(done))
    with qtbot.waitSignal(place.said, timeout=20_000) as said:
        place.save()
    assert said.args == ["Saved: many.pdf"]
    pdf = (tmp_path / "many.pdf").read_bytes()
    assert pages_of(pdf) == 31 and "page 31 of 31" in words_of(pdf)
    qtbot.waitUntil(lambda: len(steps) == 30)


def test_a_pdf_that_cannot_be_written_is_said_and_the_place_stays_as_it_was(
    visit: int, paper: Open, tmp_path: Path, qtbot: QtBot, save_to: Callable[[Path | str], None],
) -> None:
    (tmp_path / "file").write_text("x")
    place = paper(visit)
    until_on(place, "Ana Ruiz", qtbot)
    for target in (tmp_path / "file" / "a.pdf", tmp_path, tmp_path / "no such folder" / "a.pdf"):
        save_to(target)
        with qtbot.waitSignal(place.said) as said:
            place.save()
        assert str(target) in said.args[0] and not said.args[0].startswith("Saved")
    assert "Ana Ruiz" in words_on(place)


def test_nothing_is_saved_without_a_place_for_it(
    visit: int, paper: Open, qtbot: QtBot, save_to: Callable[[Path | str], None],
) -> None:
    save_to("")
    place = paper(visit)
    until_on(place, "Ana Ruiz", qtbot)
    with qtbot.assertNotEmitted(place.said):
        place.save()


def test_calls_of_a_day_with_customers_in_them(desk: Desk, ana: int, paper: Open, qtbot: QtBot) -> None:
    with desk.act("visit.plan"):
        touchpoints.plan([ana, customers.add("Ben Moss")], dt.datetime(2026, 11, 24, 11), channel="call")
    place = paper(wanted_papers.number_of(CALLS, TODAY))
    until_on(place, "Ana Ruiz", qtbot)


@pytest.fixture
def two_of_us(desk: Desk, ana: int) -> list[int]:
    """Two shopkeepers, each with a call today."""
    with desk.act("visit.plan"):
        ours = [shops.add_keeper("Mara"), shops.add_keeper("Jo")]
        for hour, keeper in enumerate(ours):
            touchpoints.plan([customers.add(f"Friend of {keeper}")], dt.datetime(2026, 11, 24, 10 + hour),
                             channel="call", keeper=keeper, title=f"Round {hour}")
    return ours


@pytest.mark.parametrize("kind", [PACK, WEEK, CALLS])
def test_the_day_the_week_and_the_calls_are_of_one_of_us(
    two_of_us: list[int], paper: Open, qtbot: QtBot, kind: str,
) -> None:
    place = paper(wanted_papers.number_of(kind, TODAY))
    place.floor.settings.keeper = two_of_us[0]
    until_on(place, "Round 1", qtbot)
    assert "Round 0" in words_on(place)
    with qtbot.waitSignal(place.to_remember):
        press("Mine", place, qtbot)
    qtbot.waitUntil(lambda: "Round 1" not in words_on(place))
    assert "Round 0" in words_on(place) and "Mara" in words_on(place)
    press("Theirs", place, qtbot)
    until_on(place, "Round 1", qtbot)
    assert "Round 0" not in words_on(place)


@pytest.mark.usefixtures("two_of_us")
def test_whose_is_asked_where_two_run_the_shop_and_for_papers_of_days(paper: Open) -> None:
    place = paper(wanted_papers.number_of(PACK, TODAY))
    assert all_names(Whose, place) == ["Whose"]
    pick("Which paper", "Blank checklist", place)
    assert all_names(Whose, place) == []


def test_one_who_runs_the_shop_alone_is_not_asked_whose(paper: Open) -> None:
    assert all_names(Whose, paper(wanted_papers.number_of(PACK, TODAY))) == []


@pytest.mark.parametrize(("kind", "said"), [
    ("Day pack", True), ("Week on one page", False), ("Blank checklist", False)])
def test_what_goes_on_the_sheets_is_told_where_there_are_sheets(paper: Open, kind: str, *, said: bool) -> None:
    place = paper(wanted_papers.number_of(CALLS, TODAY))
    pick("Which paper", kind, place)
    told = [label.text() for label in place.findChildren(QLabel) if label.isVisible()]
    assert any("chosen for its occasion" in text for text in told) is said
    assert ("On the sheet" in told) is said
