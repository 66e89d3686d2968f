"""Quick add without a window: one line, or lines from stdin; what was understood is said."""

from __future__ import annotations

import datetime as dt
import sys
from argparse import Namespace

from lovedesk.cli.talk import Command, Unclear, opened, say, warn
from lovedesk.mishaps import Refused
from lovedesk.shop import quick_keep, quick_lines
from lovedesk.shop.quick_add import read
from lovedesk.shop.quick_names import Names
from lovedesk.store.desk import Desk
from lovedesk.words import _


def add(arguments: Namespace) -> int:
    """Keep what a line says; with "-" each line of stdin, all in one action."""
    with opened(arguments, make=True) as desk:
        now = desk.now()
        if arguments.on and arguments.on != now.date():
            now = dt.datetime.combine(arguments.on, now.time())
        return _many(desk, sys.stdin.read(), now) if arguments.line == "-" else _one(desk, arguments.line, now)


def _one(desk: Desk, line: str, now: dt.datetime) -> int:
    understood = read(line, now.date(), now)
    try:
        quick_keep.refuse_open(understood)
    except Refused as refused:
        raise Unclear(str(refused)) from None
    with desk.act("quickadd.keep"):
        quick_keep.keep(understood, now=now)
    say(quick_keep.told(understood))
    if name := quick_keep.only_a_name(understood):
        warn(_("Nobody is called “{name}”. To add them: lovedesk add \"customer {name}\"").format(name=name))
    return 0


def _many(desk: Desk, text: str, now: dt.datetime) -> int:
    names = Names()
    lines = [read(line.text, line.day or now.date(), now, names=names) for line in quick_lines.split(text, now.date())]
    if not lines:
        raise Refused(_("There is nothing in these lines."))
    with desk.act("quickadd.keep_many"):
        kept = quick_keep.keep_many(lines, now=now)
    for understood, one in zip(lines, kept, strict=True):
        if understood.open and one.became == "inbox":
            warn(_("It can be read in more ways than one, and waits in the inbox: {line}").format(line=understood.line))
        else:
            say(quick_keep.told(understood))
    return 0


COMMANDS: dict[str, Command] = {"add": add}
