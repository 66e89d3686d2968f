"""Looks on a program's window from inside its process: when it rests, and how long its thread was kept busy at once.

A window rests at the end of the last turn of its loop that painted, once nothing was painted for a while after it; that
while is not counted. Pieces of work are the gaps between the beats of a timer that comes whenever nothing else waits.
"""

from __future__ import annotations

import importlib
import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractEventDispatcher, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

PROGRAMS = {"bare": "bench.bare_window", "lovedesk": "lovedesk.cli"}
QUIET_MS = 400      # less than the pause of a blinking cursor
PAINTS = {QEvent.Type.Paint, QEvent.Type.UpdateRequest}


class Watch(QObject):
    """Looks on one window from now or the last `begin`; `then` is called when it has come to rest."""

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        super().__init__()
        self.window = window
        self.then = then
        self.quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self.quiet.timeout.connect(self.found)
        self.beat = QTimer(self, interval=0)
        self.beat.timeout.connect(self.beaten)
        dispatcher = QAbstractEventDispatcher.instance()
        assert dispatcher is not None
        dispatcher.aboutToBlock.connect(self.turned)
        window.installEventFilter(self)
        self.painted = False
        self.rested = 0.0

    def begin(self) -> None:
        """Look afresh, from now, also at the pieces; a window that paints nothing rests at once."""
        self.painted = False
        self.rested = self.last_beat = time.monotonic()
        self.longest = 0.0
        self.beat.start()
        self.quiet.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A window that was painted rests at the next pause at the earliest."""
        if event.type() in PAINTS:
            self.painted = True
            self.quiet.start()
        return super().eventFilter(watched, event)

    def turned(self) -> None:
        """A turn of the loop is over."""
        if self.painted:
            self.rested = time.monotonic()
            self.painted = False

    def beaten(self) -> None:
        """Nothing waits just now."""
        now = time.monotonic()
        self.longest = max(self.longest, now - self.last_beat)
        self.last_beat = now

    def found(self) -> None:
        """The window rests."""
        self.beat.stop()
        self.then()


def memory() -> float:
    """This process's share of memory (PSS) in bytes."""
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def cpu() -> float:
    """Seconds of processor that this process has used."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def run(program: str, desk: str, look_on: Callable[[QWidget], object]) -> int:
    """Start a program as its command does; `look_on` is handed its window when the loop begins."""
    enter: Any = QApplication.exec
    kept: list[object] = []

    def watched(*_app: object) -> int:
        window = next(widget for widget in QApplication.topLevelWidgets() if widget.isVisible())
        kept.append(look_on(window))
        return int(enter())

    QApplication.exec = watched  # type: ignore[method-assign] # the one place where every program passes
    sys.argv = [program, *(["--desk", desk] if desk else [])]
    start: Callable[[], int] = importlib.import_module(PROGRAMS[program]).main
    return start()


def leave(window: QWidget, report: dict[str, Any]) -> None:
    """Say what was found and close the program."""
    print(json.dumps(report), flush=True)
    window.close()
    QApplication.quit()
