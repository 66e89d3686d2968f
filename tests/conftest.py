"""What every test stands on: an offscreen screen, an English locale, no settings of this laptop, and a fresh desk."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["LC_ALL"] = "C.UTF-8"         # which every system has; "C" says nothing of a country, so LANG does
os.environ["LANG"] = "en_GB.UTF-8"
os.environ["LANGUAGE"] = "en"
os.environ["TZ"] = "UTC"
os.environ.pop("LC_TIME", None)

import datetime as dt
import itertools
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lovedesk.shop import customers
from lovedesk.shop.desks import open_desk
from lovedesk.store.desk import Desk

TODAY = dt.date(2026, 11, 24)


class StillDesk(Desk):
    """A desk on a Tuesday morning that does not pass."""

    def today(self) -> dt.date:
        """Tuesday 24 November 2026, the day of the pictures."""
        return TODAY

    def now(self) -> dt.datetime:
        """Nine o'clock on that day."""
        return dt.datetime.combine(TODAY, dt.time(9, 0))


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes this laptop's own desk and settings."""
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA", "HOME"):
        monkeypatch.setenv(variable, str(tmp_path / "home"))


@pytest.fixture(scope="session")
def _template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "shop.lovedesk"
    desk = open_desk(path)
    desk.back_up(path.with_suffix(".copy"))
    desk.close()
    return path.with_suffix(".copy")


@pytest.fixture
def desk(_template: Path, tmp_path: Path) -> Iterator[Desk]:
    """An empty desk on Tuesday 24 November 2026, nine o'clock."""
    opened = _opened(_template, tmp_path / "shop.lovedesk")
    yield opened
    opened.close()


@pytest.fixture
def fresh_desk(_template: Path, tmp_path: Path) -> Callable[[], Desk]:
    """Makes one more empty desk at each call, for the examples of a property; whoever opens it closes it."""
    numbers = itertools.count()
    return lambda: _opened(_template, tmp_path / f"shop-{next(numbers)}.lovedesk")


def _opened(template: Path, path: Path) -> Desk:
    shutil.copy(template, path)
    return open_desk(path, kind=StillDesk)


@pytest.fixture
def ana(desk: Desk) -> int:
    """A customer: Ana Ruiz, a single person."""
    with desk.act("customer.add"):
        return customers.add("Ana Ruiz")


@pytest.fixture(scope="session")
def qapp_cls() -> Callable[[list[str]], object]:
    """The application as the program makes it."""
    from lovedesk.ui import theme  # Qt is for those tests alone that show something

    return lambda _arguments: theme.application()
