"""Starting with the session: an entry as the desktop wants it, there only while it is wished."""

from __future__ import annotations

import configparser
import shlex
import sys
from pathlib import Path

import pytest

from lovedesk.mishaps import Refused
from lovedesk.ui import autostart

pytestmark = pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="the entry of other systems")


@pytest.fixture
def entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the entry is."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config" / "autostart" / "lovedesk.desktop"


def test_the_entry_is_there_only_while_it_is_switched_on(entry: Path) -> None:
    assert not autostart.is_on()
    autostart.switch(on=True)
    assert autostart.is_on()
    autostart.switch(on=True)
    autostart.switch(on=False)
    autostart.switch(on=False)
    assert not entry.exists()


def test_the_entry_starts_this_program_wherever_it_lies(entry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", '/opt/my "tools" 100%/python')
    autostart.switch(on=True)
    read = configparser.RawConfigParser()
    read.read(entry)
    words = shlex.split(read["Desktop Entry"]["Exec"].replace("\\\\", "\\").replace("%%", "%"))
    assert words == ['/opt/my "tools" 100%/python', "-m", "lovedesk"]


def test_a_folder_that_cannot_be_written_is_said(entry: Path) -> None:
    entry.parent.parent.mkdir(parents=True)
    entry.parent.write_text("no folder")
    with pytest.raises(Refused, match="cannot be written"):
        autostart.switch(on=True)
    assert not autostart.is_on()
