"""Pictures: each place of a desk is drawn as it is in the window, in the sizes and modes that are wanted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from lovedesk import pictures
from lovedesk.shop.desks import open_desk
from lovedesk.ui import theme


def test_an_empty_desk_has_no_page_with_something_on_it(tmp_path: Path) -> None:
    desk = open_desk(pictures.empty_desk(tmp_path))
    assert [shown.name for shown in pictures.places(desk)] == [
        "today", "customers", "checklists", "bring", "trash", "timeline", "duplicates", "intouch", "good_times",
        "catchup", "shop", "frictions", "calendar", "week", "agenda", "paper-pack", "paper-week", "paper-calls"]
    desk.close()


def test_each_picture_has_its_size_and_mode_and_two_runs_are_alike(tmp_path: Path, qapp: QApplication) -> None:
    path = pictures.empty_desk(tmp_path)
    sizes = ((1280, 720), (1024, 640))
    first, second = [
        {file.name: QImage(str(file)) for file in pictures.draw(qapp, path, tmp_path / run, "empty", sizes=sizes,
                                                                modes=("dark",))}
        for run in ("first", "second")]
    assert first == second
    assert len(first) == 36
    assert {(picture.width(), picture.height()) for picture in first.values()} == set(sizes)
    assert all(picture.pixelColor(2, picture.height() // 2).lightness() < 90 for picture in first.values())
    theme.apply(qapp, "light")
