"""Where figures are measured: a screen of the bench's own, a folder on disk, and programs run in a clean home."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import data

ROOT = Path(__file__).parent.parent


class Machine:
    """A folder for the run, with desks of any size in it, and the way programs are started."""

    def __init__(self, folder: Path, display: str) -> None:
        self.folder = folder
        kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
        self.environment = kept | {
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "LC_ALL": "C.UTF-8",
            "PYTHONPATH": str(ROOT),
        }
        self._made: dict[str, Path] = {}

    def cards(self, count: int) -> Path:
        """A file of generated vCards."""
        return self._once(f"{count}.vcf", lambda path: data.write_cards(path, islice(data.contacts(), count)))

    def table(self, count: int) -> Path:
        """The same people as a CSV."""
        return self._once(f"{count}.csv", lambda path: data.write_table(path, islice(data.contacts(), count)))

    def desk(self, count: int) -> Path:
        """A desk of so many customers, brought in by an import."""
        return self._once(f"{count}.lovedesk", lambda path: self._fill(path, count))

    def old_desk(self, count: int) -> Path:
        """The same with what years of use write: ten texts to a customer."""
        return self._once(f"{count}-old.lovedesk", lambda path: self._age(path, count))

    def full_desk(self, count: int) -> Path:
        """A desk of 10,000 customers with so many touchpoints and follow-ups, birthdays, and what repeats."""
        return self._once(f"{count}-full.lovedesk", lambda path: self._fill_calendar(path, count))

    def _fill_calendar(self, desk: Path, count: int) -> None:
        shutil.copy(self.desk(10_000), desk)
        self.python("-m", "bench.fill_calendar", desk, count)

    def _age(self, desk: Path, count: int) -> None:
        shutil.copy(self.desk(count), desk)
        self.python("-m", "bench.fill", desk)

    def _fill(self, desk: Path, count: int) -> None:
        cards = data.write_cards(desk.with_suffix(".customers.vcf"), data.customers(count))
        self.lovedesk("--desk", desk, "import", cards, "--as", "customers")

    def _once(self, name: str, make: Callable[[Path], object]) -> Path:
        if name not in self._made:
            make(self.folder / name)
            self._made[name] = self.folder / name
        return self._made[name]

    def python(self, *arguments: object) -> str:
        """What a Python process prints; its failure is ours."""
        done = subprocess.run(
            [sys.executable, *map(str, arguments)], env=self.environment, cwd=self.folder, stdout=subprocess.PIPE,
            stdin=subprocess.DEVNULL, text=True, check=True,
        )  # fmt: skip
        return done.stdout

    def lovedesk(self, *arguments: object) -> str:
        """What the command line prints."""
        return self.python("-m", "lovedesk", *arguments)

    def report(self, *arguments: object) -> dict[str, float]:
        """The line of JSON that a process ends with; moments in it count from its start."""
        start = time.monotonic()
        report: dict[str, float] = json.loads(self.python(*arguments).splitlines()[-1])
        if "rested" in report:
            report["rested"] -= start
        return report

    def seconds(self, *arguments: object) -> float:
        """How long a Python process takes from its start to its end."""
        start = time.perf_counter()
        self.python(*arguments)
        return time.perf_counter() - start


@contextmanager
def machine() -> Iterator[Machine]:
    """A machine for one run of the bench; what it made is gone afterwards."""
    home = ROOT / "out"
    home.mkdir(exist_ok=True)
    with screen() as display, TemporaryDirectory(prefix="bench-", dir=home) as folder:
        yield Machine(Path(folder), display)


@contextmanager
def screen() -> Iterator[str]:
    """An X display of our own, whose number the server chooses."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1920x1080x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[write], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write)
    try:
        with os.fdopen(read) as answer:
            yield f":{answer.readline().strip()}"
    finally:
        server.terminate()
        server.wait()
