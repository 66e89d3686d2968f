"""A file is written whole, or what stood there is kept."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from lovedesk.formats import whole_file
from lovedesk.mishaps import Cancelled, Refused


def test_a_file_is_written_whole_or_what_stood_there_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "all.json"
    whole_file.write(file, [b"one ", b"two"])
    assert file.read_bytes() == b"one two"
    file.with_name("all.json.part").mkdir()
    with pytest.raises(Refused, match="cannot be written"):
        whole_file.write(file, [b"other"])
    assert file.read_bytes() == b"one two"
    with pytest.raises(Refused, match="is a folder"):
        whole_file.write(tmp_path, [])


def test_what_breaks_off_leaves_what_stood_there_and_nothing_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "all.json"
    file.write_bytes(b"old")

    def breaks() -> Iterator[bytes]:
        yield b"new"
        raise ValueError("no more")

    with pytest.raises(ValueError, match="no more"):
        whole_file.write(file, breaks())
    assert [(path.name, path.read_bytes()) for path in tmp_path.glob("all*")] == [("all.json", b"old")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes have no names here")
def test_what_goes_into_a_pipe_leaves_the_pipe_where_it_is(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        whole_file.write(pipe, [b"one ", b"two"])
        assert os.read(reader, 100) == b"one two"
    finally:
        os.close(reader)
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]
    assert pipe.is_fifo()


def test_it_tells_how_far_it_is_and_can_be_cancelled(tmp_path: Path) -> None:
    told = []

    def tell(done: int, of: int) -> None:
        told.append((done, of))
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        whole_file.write(tmp_path / "all.json", [b"x"] * 1000, tell, of=1000)
    assert told == [(0, 1000), (256, 1000)]
    assert not list(tmp_path.glob("all*"))
