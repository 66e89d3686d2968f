"""Starts a program and reports when its window had been painted and rested, its memory, and what idling costs.

    python -m bench.drive_start bare|lovedesk [DESK [IDLE SECONDS]]
"""

from __future__ import annotations

import sys
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from bench.watch import Watch, cpu, leave, memory, run

SETTLED = 5_000         # milliseconds; what a start puts off for the sake of its first picture is done by then


class Start:
    """Waits for the window's rest, then idles as long as was asked."""

    def __init__(self, window: QWidget, *, idle: float) -> None:
        self.idle = idle
        self.watch = Watch(window, self.rested)

    def rested(self) -> None:
        """The window stands."""
        self.report = {"rested": self.watch.rested, "pss": memory()}
        if self.idle:
            QTimer.singleShot(SETTLED, self.settled)
        else:
            leave(self.watch.window, self.report)

    def settled(self) -> None:
        """From now on nothing happens."""
        self.before = cpu()
        QTimer.singleShot(round(self.idle * 1000), self.idled)

    def idled(self) -> None:
        """Nothing was done for long enough."""
        leave(self.watch.window, self.report | {"idle": cpu() - self.before})


if __name__ == "__main__":
    program, desk, idle = (*sys.argv[1:], "", "")[:3]
    sys.exit(run(program, desk, partial(Start, idle=float(idle or 0))))
