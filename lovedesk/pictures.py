"""Every place as a PNG: what `make pictures` and the demo draw, in the way in which the window draws itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QThread, QTimer
from PySide6.QtWidgets import QApplication

from lovedesk.settings import Settings
from lovedesk.shop import customers, sample, timeline, todays, wanted_papers
from lovedesk.shop.desks import open_desk
from lovedesk.store.desk import Desk
from lovedesk.ui import theme
from lovedesk.ui.place import Go
from lovedesk.ui.places.calendar import Calendar
from lovedesk.ui.window import Window

MODES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
SIZES = ((1280, 720), (1920, 1080), (1024, 640))
CLOCK = dt.time(9, 5)
SOON = 2000     # milliseconds; what a page puts off for longer belongs to another picture


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


class Shown(NamedTuple):
    """What is drawn: the name of its file, where it is, and a calendar's view."""

    name: str
    go: Go
    view: str = ""


def places(desk: Desk) -> list[Shown]:
    """Each place, and each page with something of this desk on it."""
    plain = ("today", "customers", "checklists", "bring", "trash", "timeline", "duplicates", "intouch", "good_times",
             "catchup", "shop", "frictions")
    wanted = [Shown(place, Go(place)) for place in plain]
    wanted += [Shown("calendar", Go("calendar"), "month"), Shown("week", Go("calendar"), "week"),
               Shown("agenda", Go("calendar"), "agenda")]
    wanted += [Shown(name, Go("paper", wanted_papers.number_of(kind, desk.today()))) for name, kind in (
        ("paper-pack", wanted_papers.PACK), ("paper-week", wanted_papers.WEEK), ("paper-calls", wanted_papers.CALLS))]
    day = todays.today(desk.now())
    if day.visits:
        wanted[1] = Shown("customers", Go("customers", customers.named("Café Halcyon")[0][0]))
        again = next(touch.id for touch in timeline.between(desk.today(), desk.today() + dt.timedelta(7))
                     if touch.series)
        wanted += [Shown("visit", Go("visit", day.visits[0].id)), Shown("debrief", Go("debrief", day.to_type_in[0].id)),
                   Shown("again", Go("visit", again)), Shown("paper", Go("paper", day.visits[0].id))]
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
            for shown in places(desk):
                _show(window, shown)
                settle(app, window)
                file = out / f"{shown.name}-{label}-{mode}-{width}.png"
                window.grab().save(str(file))
                yield file
        window.hide()
        window.leave_desk()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _show(window: Window, shown: Shown) -> None:
    window.go(shown.go)
    calendar = window.pages.get("calendar")
    if shown.view and isinstance(calendar, Calendar):
        calendar.show_view(shown.view)


def settle(app: QApplication, window: Window) -> None:
    """Let a page lay itself out and do what it put off, here and aside."""
    for _turn in range(SOON):
        app.processEvents()
        if not window.aside.waiting and not any(_is_soon(timer) for timer in window.findChildren(QTimer)):
            break
        QThread.msleep(1)
    for _turn in range(5):
        app.processEvents()


def _is_soon(timer: QTimer) -> bool:
    return timer.isActive() and timer.isSingleShot() and timer.remainingTime() < SOON
