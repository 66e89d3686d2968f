"""The words of the command line. Dates and numbers are checked here, so that a slip of the finger exits with 2."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from lovedesk.words import _

MORNING = dt.time(9)    # when a plan says the day alone


class _Parser(argparse.ArgumentParser):
    """Says what makes no sense in one sentence; the usage stands in --help."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}\n")


def parse(given: Sequence[str]) -> argparse.Namespace:
    """The command and what it is given; exits with 2 and a sentence when that makes no sense."""
    parser = _Parser(
        prog="lovedesk", description=_("Know your customers' people, prepare visits, keep promises. Without a command "
                                       "the window opens."))
    parser.add_argument("--desk", type=Path, metavar=_("FILE"), help=_("the desk file; without it, your own"))
    anywhere = _Parser(add_help=False)
    anywhere.add_argument("--desk", type=Path, metavar=_("FILE"), default=argparse.SUPPRESS,
                          help=_("the desk file; without it, your own"))
    commands = parser.add_subparsers(dest="command", metavar=_("COMMAND"), parser_class=_Parser)
    told = _commands()
    # Sixteen parsers take as long as a search; when the first word is a command, its own is enough.
    first = given[2:3] if given[:1] == ["--desk"] else given[:1]
    for name, (words, fill) in {name: told[name] for name in first if name in told}.items() or told.items():
        fill(commands.add_parser(name, help=words, description=words, parents=[anywhere]))
    found = parser.parse_args(given)
    if getattr(found, "until", None) is not None and found.until <= found.on:
        parser.error(_("it would end before it begins: --until lies after --on"))
    return found


def _commands() -> dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]]:
    return {
        "import": (_("bring contacts in from a phone, a mail program or a spreadsheet"), _import),
        "export": (_("write everything you entered to a file"), _export),
        "find": (_("find customers by any word, name or number"), _find),
        "add": (_("keep what a line says, like “call Ana Tue at 10 about the roof”"), _add),
        "list": (_("list customers by tag, standing, last touch or what is missing"), _list),
        "history": (_("what was done, newest first"), _history),
        "touch": (_("who is due, why, and when would be good"), _touch),
        "plan": (_("plan a visit or a call"), _plan),
        "done": (_("close what was planned for a day, or log what has been"), _done),
        "sheet": (_("print a visit’s sheet, a day, a week, calls or a checklist to a PDF"), _sheet),
        "today": (_("what today holds"), _today),
        "agenda": (_("what lies on some days, a line each"), _agenda),
        "erase": (_("erase a person for good: from the desk, its history and its copies"), _erase),
        "about": (_("print all that the shop holds about one person"), _about),
        "duplicates": (_("list who may be here twice, and why"), _nothing),
        "merge": (_("make one of two customers"), _merge),
        "undo": (_("take back the last actions"), _times),
        "redo": (_("do again what was taken back"), _times),
        "check": (_("check that the desk is sound"), _nothing),
        "backup": (_("write a verified copy of the desk"), _file),
        "restore": (_("put a copy in the place of the desk"), _file),
        "demo": (_("make the sample shop, print its papers, draw every place"), _demo),
        "self-test": (_("prove that this installation works"), _nothing),
    }


def _import(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", type=Path, nargs="+", metavar=_("PATH"),
                         help=_("a .vcf, .csv, .xlsx or .ics file, or an export of Lovedesk"))
    command.add_argument("--dry-run", action="store_true",
                         help=_("say what would become of each card or row, and change nothing"))
    command.add_argument("--map", default="", metavar=_("COLUMN=MEANING,..."),
                         help=_("what columns become, like “Kunde=customer,Tel.=phone”"))
    command.add_argument("--as", dest="standing", default="customers",
                         choices=("customers", "new", "one-off", "others"), help=_("who these people are"))


def _export(command: argparse.ArgumentParser) -> None:
    command.add_argument("--format", choices=("json", "csv", "vcard", "vcard4", "ics", "phone"), default="json",
                         help=_("json holds everything, csv, vcard and ics (the calendar) are for other programs, "
                                "phone is what today holds"))
    whom = command.add_mutually_exclusive_group()
    whom.add_argument("--tag", type=_text, metavar=_("TAG"), help=_("only customers with this tag"))
    whom.add_argument("--list", type=_text, metavar=_("NAME"), help=_("only those of a list that is kept by name"))
    whom.add_argument("--customer", type=_text, metavar=_("NAME"), help=_("only this customer"))
    for name, dest, words in (("--from", "first", _("with ics: what lies on this day or later")),
                              ("--to", "last", _("with ics: what lies on this day or earlier"))):
        command.add_argument(name, dest=dest, type=_day, metavar=_("DATE"), help=words)
    command.add_argument("--out", type=Path, metavar=_("FILE"),
                         help=_("the file; without it, the screen; for the phone a folder"))


def _find(command: argparse.ArgumentParser) -> None:
    command.add_argument("text", type=_text, nargs="+", metavar=_("TEXT"))


def _add(command: argparse.ArgumentParser) -> None:
    command.add_argument("line", type=_text, metavar=_("LINE"), help=_("what to keep; - reads lines from the keyboard "
                                                                      "or a file"))
    command.add_argument("--on", type=_day, metavar=_("DATE"),
                         help=_("the day that “today” and “Tue” are counted from"))


def _list(command: argparse.ArgumentParser) -> None:
    command.add_argument("--list", type=_text, default="", metavar=_("NAME"), help=_("a list that is kept by name"))
    command.add_argument("--tag", type=_text, action="append", default=[], metavar=_("TAG"),
                         help=_("those with this tag; several hold at once"))
    command.add_argument("--standing", type=_text, action="append", default=[], metavar=_("STANDING"),
                         help=_("enquiring, customer, one-off, gone, other"))
    command.add_argument("--nothing-ahead", action="store_true", help=_("nothing is planned and nothing is open"))
    command.add_argument("--not-since", type=_day, metavar=_("DATE"), help=_("not seen since this day"))
    command.add_argument("--missing", action="append", default=[], help=_("a fact that is not known"),
                         choices=("birthday", "phone", "email", "address", "since", "keeper"))


def _touch(command: argparse.ArgumentParser) -> None:
    command.add_argument("--tag", type=_text, default="", metavar=_("TAG"), help=_("only customers with this tag"))


def _history(command: argparse.ArgumentParser) -> None:
    command.add_argument("--customer", type=_text, default="", metavar=_("NAME"),
                         help=_("only what touched this customer"))


def _today(command: argparse.ArgumentParser) -> None:
    command.add_argument("--on", type=_day, metavar=_("DATE"), help=_("another day than today"))


def _agenda(command: argparse.ArgumentParser) -> None:
    command.add_argument("--from", dest="first", type=_day, metavar=_("DATE"),
                         help=_("the first day; without it, today"))
    command.add_argument("--to", dest="last", type=_day, metavar=_("DATE"),
                         help=_("the last day; without it, in a fortnight"))


def _merge(command: argparse.ArgumentParser) -> None:
    command.add_argument("this", type=_text, metavar=_("NAME"), help=_("the customer that goes"))
    command.add_argument("into", type=_text, metavar=_("NAME"), help=_("the one that stays, with all of both"))


def _times(command: argparse.ArgumentParser) -> None:
    command.add_argument("times", type=_count, nargs="?", default=1, metavar="N", help=_("how many; one without it"))


def _file(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, metavar=_("FILE"))


def _demo(command: argparse.ArgumentParser) -> None:
    command.add_argument("--out", type=Path, default=Path("out"), metavar=_("FOLDER"))


def _nothing(_command: argparse.ArgumentParser) -> None:
    pass


def _plan(command: argparse.ArgumentParser) -> None:
    command.add_argument("name", type=_text, metavar=_("NAME"), help=_("the customer"))
    command.add_argument("--on", type=_moment, required=True, metavar="2026-12-01T10:00", help=_("day and time"))
    command.add_argument("--checklist", type=_text, default="", help=_("title of the checklist"))
    command.add_argument("--as", dest="channel", type=_text, default="", help=_("visit, call, video, letter..."))
    command.add_argument("--until", type=_moment, metavar="2026-12-01T11:30", help=_("when it ends"))
    command.add_argument("--with", dest="met", type=_text, action="append", default=[], metavar=_("NAME"),
                         help=_("someone who is met there, or a further customer; several may be named"))
    command.add_argument("--repeat", type=_text, default="", metavar=_("RULE"),
                         help=_("let it repeat, like “FREQ=MONTHLY;BYDAY=1MO”"))


def _done(command: argparse.ArgumentParser) -> None:
    command.add_argument("name", type=_text, metavar=_("NAME"), help=_("the customer"))
    command.add_argument("--on", type=_day, required=True, metavar=_("DATE"), help=_("the day on which it was"))
    command.add_argument("--as", dest="channel", type=_text, default="", help=_("visit, call, video, letter..."))
    command.add_argument("--value", type=_text, default="", metavar=_("TEXT"), help=_("what was of use to them"))
    command.add_argument("--note", type=_text, default="", metavar=_("TEXT"), help=_("what else there is to say"))


def _sheet(command: argparse.ArgumentParser) -> None:
    which = command.add_mutually_exclusive_group(required=True)
    which.add_argument("--customer", type=_text, metavar=_("NAME"), help=_("the sheet of the next visit to them"))
    which.add_argument("--day", type=_day, metavar=_("DATE"), help=_("the pack of a day"))
    which.add_argument("--week", type=_day, metavar=_("DATE"), help=_("the week of a day, on one page"))
    which.add_argument("--calls", type=_day, metavar=_("DATE"), help=_("the calls of a day, with numbers"))
    which.add_argument("--checklist", type=_text, metavar=_("NAME"), help=_("a checklist, blank"))
    command.add_argument("--until", dest="last", type=_day, metavar=_("DATE"),
                         help=_("with --day: the sheets of all days until then, without front pages"))
    command.add_argument("--keeper", type=_text, metavar=_("NAME"),
                         help=_("with --day, --week or --calls: what is theirs and what is no one’s"))
    command.add_argument("--whole", action="store_true", help=_("with --customer: all that may stand on paper"))
    command.add_argument("--visit", type=_day, metavar=_("DATE"), help=_("the day of the visit, if not the next one"))
    command.add_argument("--out", type=Path, required=True, metavar=_("FILE.pdf"))
    command.add_argument("--paper", choices=("a4", "letter"), help=_("without it, what is usual where you are"))


def _erase(command: argparse.ArgumentParser) -> None:
    command.add_argument("--person", type=_text, required=True, metavar=_("NAME"))
    command.add_argument("--yes", action="store_true", help=_("do it; without it, what would go is said"))


def _about(command: argparse.ArgumentParser) -> None:
    command.add_argument("--person", type=_text, required=True, metavar=_("NAME"))
    command.add_argument("--out", type=Path, required=True, metavar=_("FILE.pdf"))
    command.add_argument("--paper", choices=("a4", "letter"), help=_("without it, what is usual where you are"))


def _text(words: str) -> str:
    """Words as typed; bytes that no terminal should send become a replacement sign."""
    return words.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _day(words: str) -> dt.date:
    try:
        return dt.date.fromisoformat(words)
    except ValueError:
        raise argparse.ArgumentTypeError(
            _("“{words}” is no day; write it like 2026-12-01").format(words=words)) from None


def _moment(words: str) -> dt.datetime:
    try:
        moment = dt.datetime.fromisoformat(words)
    except ValueError:
        raise argparse.ArgumentTypeError(
            _("“{words}” is no day and time; write it like 2026-12-01T10:00").format(words=words)) from None
    if len(words) <= len("2026-12-01"):
        return dt.datetime.combine(moment, MORNING)
    if moment.tzinfo is not None:
        moment = moment.astimezone().replace(tzinfo=None)
    return moment.replace(second=0, microsecond=0)


def _count(words: str) -> int:
    if not words.isdecimal() or not 0 < int(words) < 1_000_000:
        raise argparse.ArgumentTypeError(_("“{words}” is no number of actions").format(words=words))
    return int(words)
