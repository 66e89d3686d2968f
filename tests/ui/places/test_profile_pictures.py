"""Pictures on the profile: dropped, pasted or chosen, seen large, named, kept elsewhere and taken away."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QContextMenuEvent, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from lovedesk.shop import blobs, details, jobs, papers
from lovedesk.store.desk import Desk
from lovedesk.ui.parts import photos
from lovedesk.ui.parts.picture_tile import PictureTile
from lovedesk.ui.place import Floor
from lovedesk.ui.places.customers import Customers
from tests.hands import all_names, choose, enter, one, press, shown, type_into
from tests.ui.parts.test_photos import claiming, jpeg, picture


def drop(on: QWidget, *files: Path) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, buttons, none)
    entering.ignore()
    QApplication.sendEvent(on, entering)
    if entering.isAccepted():
        QApplication.sendEvent(on, QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, none))
    return entering.isAccepted()


def photo(folder: Path, name: str, colour: str = "tomato", side: int = 60) -> Path:
    file = folder / name
    file.write_bytes(jpeg(picture(side, side * 3 // 4, colour)))
    return file


def kept(customer: int) -> list[str]:
    return [shown.name for shown in papers.of_customer(customer)]


def tiles(page: Customers) -> list[str]:
    return all_names(PictureTile, page.profile)


@pytest.fixture
def three(desk: Desk, page: Customers, halcyon: int, qtbot: QtBot) -> Customers:
    """The café's page with a swatch, a chair and a door, the door newest."""
    for n, name in enumerate(("swatch", "chair", "door")):
        with desk.act("paper.keep"):
            papers.keep(name, jpeg(picture(90 + n, 60)), customer=halcyon, on=desk.today())
    qtbot.waitUntil(lambda: tiles(page) == ["door", "chair", "swatch"])
    return page


def test_pictures_dropped_anywhere_on_the_page_are_kept_at_once_and_undone_at_once(
    page: Customers, halcyon: int, desk: Desk, tmp_path: Path, qtbot: QtBot,
) -> None:
    assert drop(page.profile, photo(tmp_path, "blue chair.jpg"), photo(tmp_path, "door.jpg", "blue"))
    qtbot.waitUntil(lambda: kept(halcyon) == ["door", "blue chair"])
    qtbot.waitUntil(lambda: tiles(page) == ["door", "blue chair"])
    desk.undo()
    assert kept(halcyon) == tiles(page) == []


def test_contact_files_are_left_to_the_window(page: Customers, tmp_path: Path) -> None:
    cards = tmp_path / "cards.vcf"
    cards.write_text("BEGIN:VCARD")
    assert not drop(page.profile, cards)


def test_a_large_photo_is_shrunk_and_tells_nothing_besides(
    page: Customers, halcyon: int, tmp_path: Path, qtbot: QtBot,
) -> None:
    image = picture(2400, 1800)
    image.setText("Description", "at home, 53.4 north")
    file = tmp_path / "home.png"
    assert image.save(str(file))
    drop(page.profile.pictures.pictures, file)
    qtbot.waitUntil(lambda: kept(halcyon) == ["home"])
    data = blobs.get(papers.of_customer(halcyon)[0].key) or b""
    assert QImage.fromData(data).width() == 1600
    assert b"53.4" not in data


@pytest.mark.qt_log_ignore("JPEG data")
@pytest.mark.parametrize("bad", [
    ("huge.png", claiming(60_000, 60_000), "claims to be 60000 × 60000 pixels"),
    ("broken.jpg", b"\xff\xd8\xff\xe0 and no more", "broken.jpg is damaged"),
    ("phone.heic", b"\0\0\0\x18ftypheic" + bytes(99), "Save it as JPEG"),
    ("page.jpg", b"<html>", "page.jpg is neither a picture nor a PDF"),
])
def test_what_cannot_be_kept_is_said_in_a_sentence_and_the_others_are_kept(
    page: Customers, halcyon: int, tmp_path: Path, qtbot: QtBot, bad: tuple[str, bytes, str],
) -> None:
    name, data, words = bad
    file = tmp_path / name
    file.write_bytes(data)
    with qtbot.waitSignal(page.said) as said:
        drop(page.profile, file)
    assert words in said.args[0]
    assert kept(halcyon) == []
    with qtbot.waitSignal(page.said) as said:
        drop(page.profile, file, photo(tmp_path, "chair.jpg"))
    assert words in said.args[0]
    assert kept(halcyon) == ["chair"]


def test_a_copied_picture_is_pasted(page: Customers, halcyon: int, qtbot: QtBot) -> None:
    copied = QImage(30, 20, QImage.Format.Format_RGB32)
    copied.fill(QColor("teal"))
    QApplication.clipboard().setImage(copied)
    qtbot.keyClick(one(QAbstractButton, "Add a picture", page.profile), Qt.Key.Key_V,
                   Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: kept(halcyon) == ["Picture"])
    QApplication.clipboard().clear()


def test_pictures_are_chosen_from_files_too(page: Customers, halcyon: int, tmp_path: Path, qtbot: QtBot) -> None:
    press("Add a picture", page.profile, qtbot)
    (dialog,) = page.window().findChildren(QFileDialog)
    dialog.filesSelected.emit([str(photo(tmp_path, "chair.jpg"))])
    dialog.reject()
    qtbot.waitUntil(lambda: kept(halcyon) == ["chair"])


def test_a_picture_opens_large_arrows_go_on_and_escape_closes(three: Customers, qtbot: QtBot) -> None:
    press("chair", three.profile, qtbot)
    view = three.profile.pictures.pictures.view
    assert view is not None
    for key, name in ((Qt.Key.Key_Right, "swatch"), (Qt.Key.Key_Right, "door"), (Qt.Key.Key_Left, "swatch")):
        qtbot.keyClick(view.look, key)
        assert view.look.accessibleName() == name
    qtbot.waitUntil(lambda: (near := view.grab().toImage().pixelColor(view.rect().center())).red() > 200
                    and near.blue() < 120)
    qtbot.keyClick(view.look, Qt.Key.Key_Escape)
    assert not view.isVisible()
    assert one(PictureTile, "chair", three).hasFocus()


def test_in_the_large_view_a_picture_is_named_and_deleted(
    three: Customers, halcyon: int, desk: Desk, qtbot: QtBot,
) -> None:
    enter_on(three, "door", qtbot)
    view = three.profile.pictures.pictures.view
    assert view is not None
    type_into(one(QLineEdit, "What it shows", view), "The green door", qtbot)
    enter(qtbot)
    assert kept(halcyon) == ["The green door", "chair", "swatch"]
    with qtbot.waitSignal(three.done):
        press("Delete this picture", view, qtbot)
    assert view.look.accessibleName() == "chair"
    press("Delete this picture", view, qtbot)
    press("Delete this picture", view, qtbot)
    assert not view.isVisible()
    assert kept(halcyon) == []
    for _picture in range(3):
        desk.undo()
    assert tiles(three) == ["The green door", "chair", "swatch"]


def enter_on(page: Customers, name: str, qtbot: QtBot) -> None:
    one(PictureTile, name, page).setFocus()
    enter(qtbot)


def test_a_copy_is_saved_where_one_wishes(three: Customers, tmp_path: Path, halcyon: int, qtbot: QtBot) -> None:
    enter_on(three, "door", qtbot)
    view = three.profile.pictures.pictures.view
    assert view is not None
    press("Save a copy…", view, qtbot)
    (dialog,) = three.window().findChildren(QFileDialog)
    target = tmp_path / "copy.jpg"
    with qtbot.waitSignal(three.said) as said:
        dialog.fileSelected.emit(str(target))
    dialog.reject()
    assert said.args == [f"A copy is in {target}."]
    assert target.read_bytes() == blobs.get(papers.of_customer(halcyon)[0].key)


def test_delete_takes_a_picture_away_and_the_focus_stays(
    three: Customers, halcyon: int, desk: Desk, qtbot: QtBot,
) -> None:
    tile = one(PictureTile, "swatch", three)
    tile.setFocus()
    with qtbot.waitSignal(three.done) as said:
        qtbot.keyClick(tile, Qt.Key.Key_Delete)
    assert said.args == ["Picture deleted"]
    assert kept(halcyon) == ["door", "chair"]
    assert one(PictureTile, "chair", three).hasFocus()
    desk.undo()
    assert tiles(three) == ["door", "chair", "swatch"]


def test_f2_names_a_picture_where_it_stands(three: Customers, halcyon: int, qtbot: QtBot) -> None:
    tile = one(PictureTile, "chair", three)
    qtbot.keyClick(tile, Qt.Key.Key_F2)
    type_into(one(QLineEdit, "What it shows", tile), "", qtbot)
    enter(qtbot)
    assert one(QLineEdit, "What it shows", tile).accessibleDescription().startswith("What does it show")
    type_into(one(QLineEdit, "What it shows", tile), "Bentwood chair", qtbot)
    enter(qtbot)
    assert kept(halcyon) == ["door", "Bentwood chair", "swatch"]
    assert tile.hasFocus()
    qtbot.keyClick(tile, Qt.Key.Key_F2)
    type_into(one(QLineEdit, "What it shows", tile), "Something else", qtbot)
    qtbot.keyClick(one(QLineEdit, "What it shows", tile), Qt.Key.Key_Escape)
    assert kept(halcyon)[1] == "Bentwood chair"
    qtbot.keyClick(tile, Qt.Key.Key_F2)
    type_into(one(QLineEdit, "What it shows", tile), "Left by Tab", qtbot)
    qtbot.keyClick(one(QLineEdit, "What it shows", tile), Qt.Key.Key_Tab)
    assert kept(halcyon)[1] == "Left by Tab"


def test_a_picture_is_kept_with_a_job_by_its_menu(three: Customers, halcyon: int, desk: Desk, qtbot: QtBot) -> None:
    with desk.act("job.add"):
        jobs.add("Six chairs", customer=halcyon, now=desk.now())
    tile = one(PictureTile, "chair", three)
    at = tile.mapToGlobal(QPoint(5, 5))
    QApplication.sendEvent(tile, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), at))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    within = next(action.menu() for action in menu.actions() if action.text() == "Keep it with")
    assert isinstance(within, QMenu)
    within.popup(at)
    with qtbot.waitSignal(three.done) as said:
        choose("Six chairs", qtbot)
    menu.close()
    assert said.args == ["Picture kept with Six chairs"]
    assert {shown.name: shown.where.words for shown in papers.of_customer(halcyon)}["chair"] == "Six chairs"
    assert "Six chairs" in one(PictureTile, "chair", three).toolTip()
    desk.undo()
    assert {shown.where.table for shown in papers.of_customer(halcyon)} == {"customer"}


def test_a_job_that_is_open_takes_pictures(page: Customers, halcyon: int, desk: Desk, tmp_path: Path,
                                           qtbot: QtBot) -> None:
    with desk.act("job.add"):
        job = jobs.add("Six bar stools", customer=halcyon, now=desk.now())
    page.profile.jobs.open_job(job)
    press("Add a picture of this job", page.profile, qtbot)
    (dialog,) = page.window().findChildren(QFileDialog)
    dialog.filesSelected.emit([str(photo(tmp_path, "stool.jpg"))])
    dialog.reject()
    qtbot.waitUntil(lambda: tiles(page) == ["stool"])
    (shown,) = papers.of_customer(halcyon)
    assert shown.where == ("job", job, "Six bar stools")


def test_tab_and_arrows_go_through_the_pictures_in_order(three: Customers, qtbot: QtBot) -> None:
    one(QAbstractButton, "Add a picture", three.profile).setFocus()
    met = []
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Left):
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, key)
        now = QApplication.focusWidget()
        assert now is not None
        met.append(now.accessibleName())
    assert met == ["door", "chair", "swatch", "chair"]


def test_of_many_the_newest_few_are_shown_and_the_others_on_a_press(
    page: Customers, halcyon: int, desk: Desk, qtbot: QtBot,
) -> None:
    with desk.act("paper.keep"):
        for n in range(11):
            papers.keep(f"picture {n}", jpeg(picture(90 + n, 60)), customer=halcyon)
    assert tiles(page)[0] == "picture 10"
    assert len(tiles(page)) == 8
    press("3 older pictures", page.profile, qtbot)
    assert tiles(page)[-1] == "picture 0"
    assert one(PictureTile, "picture 2", page).hasFocus()


def test_no_picture_is_read_before_it_is_seen(
    floor: Floor, halcyon: int, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch,
) -> None:
    with desk.act("paper.keep"):
        papers.keep("swatch", jpeg(picture(90, 60)), customer=halcyon)
        for n in range(30):
            details.add(f"Something we know, the {n}th", topic="care", customer=halcyon)
    read: list[str] = []
    small = photos.small

    def noted(key: str, most: int) -> QImage:
        read.append(key)
        return small(key, most)

    monkeypatch.setattr(photos, "small", noted)
    place = shown(Customers(floor), qtbot, (1188, 500))
    place.open(halcyon)
    qtbot.waitUntil(place.profile.links.isVisible)
    with qtbot.waitSignal(floor.aside.ended):       # whatever was asked for before is done by then
        floor.aside.run("Something long", lambda _progress: "", read.append, read.append)
    assert read == [""]
    place.profile.page.ensureWidgetVisible(one(PictureTile, "swatch", place))
    qtbot.waitUntil(lambda: read[1:] == [papers.of_customer(halcyon)[0].key])


def test_another_customer_has_pictures_of_their_own(
    three: Customers, ana: int, desk: Desk, tmp_path: Path, qtbot: QtBot,
) -> None:
    three.open(ana)
    qtbot.waitUntil(three.profile.links.isVisible)
    assert tiles(three) == []
    drop(three.profile, photo(tmp_path, "hers.jpg"))
    qtbot.waitUntil(lambda: kept(ana) == ["hers"])
