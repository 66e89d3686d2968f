"""The same verbs without a window, for scripts and tests; Qt is imported only where a command prints or draws."""

from __future__ import annotations

import importlib
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lovedesk.cli.talk import Command, Unclear
from lovedesk.mishaps import Refused
from lovedesk.words import _

if TYPE_CHECKING:
    from argparse import Namespace

FAILED, UNCLEAR, STOPPED = 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command, or open the window without one; returns the exit code. A mishap is a sentence on stderr."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    given = sys.argv[1:] if argv is None else list(argv)
    alone = not given or (given[0] == "--desk" and len(given) == 2)     # the window needs no parser, and starts sooner
    arguments = None if alone else _parsed(given)
    try:
        code = _run(arguments) if arguments else _open_window(Path(given[1]) if given else None)
        if sys.stdout is not None:      # a windowed program has none
            sys.stdout.flush()
    except BrokenPipeError:             # the reader has seen enough: `lovedesk find a | head -1`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except (Exception, KeyboardInterrupt) as error:     # whatever it is, people read a sentence
        sentence, code = _words_of(error)
        if sys.stderr is not None:
            sys.stderr.write(f"{sentence}\n")
    return code


def _parsed(given: list[str]) -> Namespace:
    from lovedesk.cli.parser import parse  # 15 ms with all its words

    return parse(given)


def _run(arguments: Namespace) -> int:
    commands: dict[str, Command]
    match arguments.command:
        case None:
            return _open_window(arguments.desk)
        case "import" | "export":
            from lovedesk.cli import files

            commands = files.COMMANDS
        case "list" | "history" | "touch":
            from lovedesk.cli import lists

            commands = lists.COMMANDS
        case "add":
            from lovedesk.cli import adding

            commands = adding.COMMANDS
        case "agenda":
            from lovedesk.cli import agenda

            commands = agenda.COMMANDS
        case "plan" | "done":
            from lovedesk.cli import planning

            commands = planning.COMMANDS
        case "sheet" | "today":
            from lovedesk.cli import visits

            commands = visits.COMMANDS
        case "duplicates" | "merge" | "erase" | "about":
            from lovedesk.cli import people

            commands = people.COMMANDS
        case "demo" | "self-test":
            from lovedesk.cli import proofs

            commands = proofs.COMMANDS
        case _:
            from lovedesk.cli import desks

            commands = desks.COMMANDS
    return commands[arguments.command](arguments)


def _open_window(desk: Path | None) -> int:
    # The shop first: Qt's import hook reads the source of each module that is imported after it (20 ms for these).
    importlib.import_module("lovedesk.shop.todays")
    from lovedesk import app

    return app.run(desk)


def _words_of(error: BaseException) -> tuple[str, int]:
    match error:
        case Unclear():
            return str(error), UNCLEAR
        case Refused():
            return str(error), FAILED
        case KeyboardInterrupt():
            return _("Stopped. What was not finished was taken back."), STOPPED
        case MemoryError():
            return _("This is more than the memory of this machine holds. Nothing was changed."), FAILED
        case OSError():
            return _("{path} cannot be read or written: {reason}.").format(
                path=error.filename or _("The file"), reason=error.strerror or error), FAILED
    return _written_down(error), FAILED


def _written_down(error: BaseException) -> str:
    from lovedesk import mishaps, paths  # a bug, so it may take its time

    mishaps.write_log(paths.log_file())
    mishaps.log.error("A command failed", exc_info=error)
    return _("Something went wrong inside Lovedesk. Nothing that was stored is lost; what happened is written down in "
             "{path}.").format(path=paths.log_file())
