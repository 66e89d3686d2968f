"""Every place as a PNG: what `make pictures` and the demo draw, in the way in which the window draws itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from lovedesk.settings import Settings
from lovedesk.shop import customers, sample, todays
from lovedesk.shop.desks import open_desk
from lovedesk.store.desk import Desk
from lovedesk.ui import theme
from lovedesk.ui.place import Go
from lovedesk.ui.window import Window

MODES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
SIZES = ((1280, 720), (1920, 1080))
CLOCK = dt.time(9, 5)


class MorningDesk(Desk):
    """A desk at five past nine, so that pictures of two runs on one day are the same."""

    def now(self) -> dt.datetime:
        """Five past nine, today."""
        return dt.datetime.combine(self.today(), CLOCK)


def sample_desk(folder: Path) -> Path:
    """The sample shop in a desk of its own in `folder`."""
    path = folder / "sample-shop.lovedesk"
    sample.make(path, dt.date.today()).close()
    return path


def empty_desk(folder: Path) -> Path:
    """A desk in which nothing is."""
    path = folder / "empty.lovedesk"
    sample.remove(path)
    open_desk(path).close()
    return path


def places(desk: Desk) -> list[tuple[str, Go]]:
    """What is drawn: each place, and each page with something of this desk on it."""
    wanted = [("today", Go("today")), ("customers", Go("customers")), ("calendar", Go("calendar")),
              ("checklists", Go("checklists")), ("bring", Go("bring")), ("trash", Go("trash")),
              ("timeline", Go("timeline")), ("duplicates", Go("duplicates")),
              ("intouch", Go("intouch")), ("good_times", Go("good_times"))]
    day = todays.today(desk.now())
    if day.visits:
        wanted[1] = ("customers", Go("customers", customers.named("Café Halcyon")[0][0]))
        wanted += [("visit", Go("visit", day.visits[0].id)), ("debrief", Go("debrief", day.to_type_in[0].id))]
    return wanted


def draw(app: QApplication, path: Path, out: Path, label: str, *, sizes: tuple[tuple[int, int], ...] = SIZES,
         modes: tuple[Literal["light", "dark"], ...] = MODES) -> Iterator[Path]:
    """Draw every place of a desk in these sizes and modes into `out`; yields the files as they are made."""
    out.mkdir(parents=True, exist_ok=True)
    for mode in modes:
        theme.apply(app, mode)
        desk = open_desk(path, kind=MorningDesk)
        window = Window(app, Settings())
        window.show_desk(desk, Go("today"))
        for width, height in sizes:
            window.resize(width, height)
            window.show()
            for name, go in places(desk):
                window.go(go)
                settle(app, window)
                file = out / f"{name}-{label}-{mode}-{width}.png"
                window.grab().save(str(file))
                yield file
        window.hide()
        window.leave_desk()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def settle(app: QApplication, window: Window) -> None:
    """Let a page lay itself out and do what it put off, here and aside."""
    for _turn in range(5):
        app.processEvents()
    while window.aside.waiting:
        app.processEvents()
