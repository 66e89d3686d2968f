"""The desk's listeners as Qt signals, and the one worker thread that does what is long with a connection of its own."""

from __future__ import annotations

import gc
import queue
import sys
import threading
from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal
from shiboken6 import isValid

from lovedesk.mishaps import Cancelled, Refused, log
from lovedesk.store.desk import Desk
from lovedesk.words import _

Progress = Callable[[int, int], None]
TURN = 0.0005           # seconds that the window waits for its turn while work goes on aside: a tenth of Python's own


class DeskSignals(QObject):
    """Says `changed(tables)` in the window's thread after each action, whoever did it, also another program."""

    changed = Signal(object)
    _heard = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self._heard.connect(self.changed)       # queued when it comes from the worker's thread
        desk.listen(self._hear)
        self._pause = QTimer(self, interval=200, singleShot=True)   # a foreign commit writes the file several times
        self._pause.timeout.connect(desk.notice_others)
        self._watch = QFileSystemWatcher([f"{desk.path}-wal"], self)
        self._watch.fileChanged.connect(self._look_later)

    def _hear(self, tables: frozenset[str]) -> None:
        self._heard.emit(tables)

    def _look_later(self) -> None:
        self._pause.start()

    def close(self) -> None:
        """Hear no more."""
        self._pause.stop()
        self.desk.stop_listening(self._hear)


class _Job(NamedTuple):
    words: str
    work: Callable[[Progress], Any]
    done: Callable[[Any], None]
    failed: Callable[[str], None]


class Aside(QObject):
    """One thread for long work. `run(work, done, failed)`: work gets a progress to call; cancelling raises in it."""

    began = Signal(str)
    progressed = Signal(int, int)
    ended = Signal()
    _over = Signal(object, object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._cancel = threading.Event()
        self._thread: threading.Thread | None = None
        self.waiting = 0            # jobs that are not finished
        self._over.connect(self._finish)

    def run(self, words: str, work: Callable[[Progress], Any], done: Callable[[Any], None],
            failed: Callable[[str], None]) -> None:
        """Do `work` aside; then, in the window's thread, `done(result)` or `failed(sentence)` ("" when cancelled).

        Without `words` nothing shows of it: for a question that nobody asked.
        """
        if self._thread is None:
            self._thread = threading.Thread(target=self._live, name="aside", daemon=True)
            self._thread.start()
        self._cancel.clear()
        self.waiting += 1
        # A sweep that happens to run on the thread would free what belongs to Qt there, which ends the program; and one
        # over all that a long job makes would stop the window for half a second. So there is none until all is done.
        gc.disable()
        if words:
            self.began.emit(words)
        self._jobs.put(_Job(words, work, done, failed))

    def cancel(self) -> None:
        """Stop what is being done at its next step; everything it did is taken back."""
        self._cancel.set()

    def close(self) -> None:
        """Stop, and wait until the thread's connection is closed."""
        self._cancel.set()
        if self._thread is not None:
            self._jobs.put(None)
            self._thread.join()
            self._thread = None
        gc.enable()

    def _live(self) -> None:
        sys.setswitchinterval(TURN)
        with self.desk.connected():
            while (job := self._jobs.get()) is not None:
                self._over.emit(job, self._outcome(job))
                del job         # who asked is let go in the window's thread, which may be the last to hold them

    def _outcome(self, job: _Job) -> Any:
        try:
            return job.work(self._progress)
        except (Refused, Cancelled) as stopped:
            return stopped
        except Exception as bug:   # a thread's bug would be lost otherwise
            log.exception("work aside failed")
            return bug

    def _progress(self, done: int, total: int) -> None:
        if self._cancel.is_set():
            raise Cancelled
        self.progressed.emit(done, total)

    def _finish(self, job: _Job, outcome: Any) -> None:
        self.waiting -= 1
        if not self.waiting:
            gc.enable()
        if job.words:
            self.ended.emit()
        asked = getattr(job.done, "__self__", None)
        if isinstance(asked, QObject) and not isValid(asked):
            return      # the page that asked is gone
        match outcome:
            case Cancelled():
                job.failed("")
            case Refused():
                job.failed(str(outcome))
            case Exception():
                job.failed(_("Something went wrong inside Lovedesk and is written in its log. Nothing was changed."))
            case _:
                job.done(outcome)
