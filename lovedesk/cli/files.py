"""Commands that bring contacts in and write everything out."""

from __future__ import annotations

import datetime as dt
import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

from lovedesk.cli.talk import Command, opened, say, the_one, warn
from lovedesk.formats import contacts, json_desk, whole_file
from lovedesk.formats.records import Reading
from lovedesk.mishaps import Refused
from lovedesk.shop import archive, exports, imports
from lovedesk.shop.imports import Counts, NotRead
from lovedesk.words import _, country, ngettext

Export = dict[str, Any]


def import_(arguments: Namespace) -> int:
    """Bring in what can be read and list what cannot; fails only when nothing could be read."""
    readings, exports = _read(arguments.files)
    if not exports and not any(reading.cards for reading in readings):
        _list([NotRead(reading.source, bad.place, bad.reason, bad.excerpt)
               for reading in readings for bad in reading.unreadable])
        return 1
    with opened(arguments, make=True) as desk:
        for export in exports:
            with desk.act("archive.restore") as recorder:
                held = archive.bring_back(export, recorder.insert_many)
            words = ngettext("{n} customer put back as exported", "{n} customers put back as exported", held)
            say(words.format(n=held))
        if readings:
            plan = imports.prepare(readings)
            plan.standing = imports.ANSWERS[arguments.standing]
            with desk.act("import.bring_in") as recorder:
                counts = imports.bring_in(plan, recorder.insert_many)
            _sum_up(counts)
            _list(plan.unreadable)
    return 0


def _read(files: list[Path]) -> tuple[list[Reading], list[Export]]:
    """What each file holds; one that cannot be read is said and does not stop the others."""
    readings: list[Reading] = []
    exports: list[Export] = []
    for file in files:
        try:
            if _is_export(file):
                exports.append(json_desk.load(file.read_bytes(), file.name))
            else:
                readings.append(contacts.read_file(file, country=country()))
        except Refused as refused:
            warn(str(refused))
    return readings, exports


def _is_export(file: Path) -> bool:
    try:
        with file.open("rb") as opened_file:
            return json_desk.is_export(opened_file.read(64))
    except OSError:
        return False        # the reader of contacts says why


def _sum_up(counts: Counts) -> None:
    lines = (
        (counts.customers, ngettext("{n} new customer", "{n} new customers", counts.customers)),
        (counts.people, ngettext("{n} new person", "{n} new people", counts.people)),
        (counts.adds, ngettext("{n} who is here was added to", "{n} who are here were added to", counts.adds)),
        (counts.same, ngettext("{n} is here already", "{n} are here already", counts.same)),
        (counts.kept_out, ngettext("{n} kept out: no customer, or in the trash",
                                   "{n} kept out: no customers, or in the trash", counts.kept_out)),
        (counts.unreadable, ngettext("{n} could not be read:", "{n} could not be read:", counts.unreadable)),
    )
    for count, words in lines:
        if count or words is lines[0][1]:
            say(words.format(n=count))


def _list(unreadable: list[NotRead]) -> None:
    for bad in unreadable:
        say(_("  {file}:{place}: {reason}").format(file=bad.source, place=bad.place, reason=bad.reason))


def export(arguments: Namespace) -> int:
    """Write everything that was entered, or what is about some customers."""
    with opened(arguments, make=False) as desk:
        found = exports.pieces(arguments.format, _of_whom(arguments, desk.now()))
        if arguments.out is None:
            for piece in found:
                sys.stdout.buffer.write(piece)
            return 0
        whole_file.write(arguments.out, found)
    say(_("Written: {path}").format(path=arguments.out))
    return 0


def _of_whom(arguments: Namespace, now: dt.datetime) -> list[int] | None:
    if arguments.customer:
        return [the_one(arguments.customer)[0]]
    if not arguments.tag and not arguments.list:
        return None
    from lovedesk.shop import kept_lists, narrowing, tags

    if arguments.list:
        kept = kept_lists.named(arguments.list)
        if kept is None:
            raise Refused(_("There is no list called “{name}”.").format(name=arguments.list))
        return narrowing.ids(kept.terms, now)
    tag = tags.named(arguments.tag)
    if tag is None:
        raise Refused(_("There is no tag “{name}”.").format(name=arguments.tag))
    return narrowing.ids(narrowing.Terms(tags=(tag.name,)), now)


COMMANDS: dict[str, Command] = {"import": import_, "export": export}
