"""The log is made with its first line; where it cannot be written, the line goes to stderr and the program goes on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from lovedesk.mishaps import log, write_log


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """No handler before the test, and none of it after."""
    before, log.handlers[:] = list(log.handlers), []
    yield
    for handler in log.handlers:
        handler.close()
    log.handlers[:] = before


def test_where_nothing_goes_wrong_nothing_is_stored(tmp_path: Path) -> None:
    write_log(tmp_path / "deep" / "lovedesk.log")
    assert list(tmp_path.iterdir()) == []


def test_a_mishap_is_written_down_once_with_what_happened(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "lovedesk.log"
    write_log(file)
    write_log(file)
    try:
        raise ValueError("the tea is cold")
    except ValueError:
        log.exception("a bug, with ö")
    written = file.read_text("utf-8")
    assert written.count("a bug, with ö") == 1
    assert "ValueError: the tea is cold" in written


def test_where_the_folder_cannot_be_written_the_line_goes_to_stderr(
    tmp_path: Path, capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "file").write_text("x")
    write_log(tmp_path / "file" / "lovedesk.log")
    log.warning("no room for this")
    assert "no room for this" in capsys.readouterr().err
