"""Erasing in the copies that lie beside a desk: each is erased in a copy of its own, which takes its place when it is
whole. What cannot be erased is named."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import apsw

from lovedesk.mishaps import Refused
from lovedesk.store import backup, restore
from lovedesk.store.database import HEADER, rows
from lovedesk.store.desk import Desk, Layout
from lovedesk.store.erase import Find

Progress = Callable[[int, int], None]


def copies_of(desk: Desk, folders: Iterable[Path]) -> list[Path]:
    """The copies of a desk in some folders, whatever they are called: files in which its pens have written."""
    ours = {pen for (pen,) in rows(desk.database.handle, "select pen from pen")}
    here = desk.path.resolve()
    files = {file.resolve(): file for folder in folders for file in _desks_in(folder)}
    return [file for resolved, file in sorted(files.items()) if resolved != here and _is_ours(file, ours)]


def _desks_in(folder: Path) -> Iterator[Path]:
    with suppress(OSError):
        for file in folder.iterdir():
            if file.is_file() and file.stat().st_size > len(HEADER):
                with file.open("rb") as opened:
                    if opened.read(len(HEADER)) == HEADER:
                        yield file


def _is_ours(file: Path, ours: set[str]) -> bool:
    try:
        connection = backup.open_read_only(file)
        try:
            return bool(ours & {pen for (pen,) in rows(connection, "select pen from pen")})
        finally:
            connection.close()
    except apsw.Error:      # a damaged copy is still one, if it bears our ending; another program's file is not
        return file.suffix == ".lovedesk"


def erase(copies: list[Path], layout: Layout, verb: str, find: Find,
          progress: Progress | None = None) -> list[Path]:
    """Erase in these copies; returns those in which it could not be done."""
    failed = []
    for done, copy in enumerate(copies):
        if progress is not None:
            progress(done, len(copies))
        try:
            _erase_in(copy, layout, verb, find)
        except (Refused, OSError, apsw.Error):
            failed.append(copy)
    return failed


def _erase_in(copy: Path, layout: Layout, verb: str, find: Find) -> None:
    """The copy is brought to the present form on the way; what stood in its place is gone."""
    folder = Path(tempfile.mkdtemp(prefix=".erasing-", dir=copy.parent))
    try:
        worked, done = folder / "worked.lovedesk", folder / "done.lovedesk"
        restore.put_in_place(copy, worked)
        desk = Desk(worked, layout)
        try:
            desk.begin_here()
            desk.erase(verb, find)
            if find(desk.database.handle).rows:
                raise Refused(copy.name)
            backup.copy(desk.database.handle, done)
        finally:
            desk.close()
        for suffix in restore.BESIDE:
            copy.with_name(copy.name + suffix).unlink(missing_ok=True)
        done.replace(copy)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
