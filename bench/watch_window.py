"""Runs a program with a window and reports, as one line of JSON, when its window had been painted and rested.

    python -m bench.watch_window bare|lovedesk [DESK [IDLE SECONDS]]

The program is started as its command starts it; only `QApplication.exec` is stood in for, to look on from there.
It rests when its loop has nothing left to do and its window was not painted for a while; that while is not counted.
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
from PySide6.QtWidgets import QApplication

PROGRAMS = {"bare": "bench.bare_window", "lovedesk": "lovedesk.cli"}
QUIET_MS = 400      # less than the pause of a blinking cursor


class Watch(QObject):
    """Looks on a window until it rests, then idles as long as was asked, reports and quits."""

    def __init__(self, app: QApplication, idle: float) -> None:
        super().__init__()
        self.app = app
        self.idle = idle
        self.rested = 0.0
        self.painted = False
        self.quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self.quiet.timeout.connect(self.found)
        dispatcher = QAbstractEventDispatcher.instance()
        assert dispatcher is not None
        dispatcher.aboutToBlock.connect(self.pause)
        for window in app.topLevelWidgets():
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A window that was painted rests at the next pause at the earliest."""
        if event.type() == QEvent.Type.Paint:
            self.painted = True
            self.quiet.start()
        return super().eventFilter(watched, event)

    def pause(self) -> None:
        """The loop has nothing left to do."""
        if self.painted:
            self.rested = time.monotonic()
            self.painted = False

    def found(self) -> None:
        """The window rests."""
        self.report: dict[str, float] = {"rested": self.rested, "pss": memory()}
        if not self.idle:
            self.finish()
            return
        self.quiet.stop()
        self.quiet.timeout.disconnect(self.found)
        self.before = cpu()
        QTimer.singleShot(round(self.idle * 1000), self, self.finish)

    def finish(self) -> None:
        """Say what was found and close."""
        if self.idle:
            self.report["idle"] = cpu() - self.before
        print(json.dumps(self.report), flush=True)
        self.app.closeAllWindows()
        self.app.quit()


def memory() -> float:
    """This process's share of memory (PSS) in bytes."""
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def cpu() -> float:
    """Seconds of processor that this process has used."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def main() -> int:
    """Run the program that was asked for under watch."""
    program, desk, idle = (*sys.argv[1:], "", "")[:3]
    run: Any = QApplication.exec

    def watched(*_app: object) -> int:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.watch = Watch(app, float(idle or 0))  # type: ignore[attr-defined] # it lives as long as the application
        return int(run())

    QApplication.exec = watched  # type: ignore[method-assign] # the one place where every program passes
    sys.argv = [program, *(["--desk", desk] if desk else [])]
    start: Callable[[], int] = importlib.import_module(PROGRAMS[program]).main
    return start()


if __name__ == "__main__":
    sys.exit(main())
