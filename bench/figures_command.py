"""Finding and printing: the command line as a process, and a sheet by itself."""

from __future__ import annotations

from bench import data
from bench.harness import Figure, in_turns
from bench.machine import Machine

FIND = "import sys; from lovedesk.cli import main; main(sys.argv[1:]); print('PySide6' in sys.modules)"


def find(machine: Machine) -> list[Figure]:
    """`lovedesk find` beside the least process that could look into a desk."""
    desk = machine.desk(10_000)
    runs = in_turns(
        15,
        lambda: machine.seconds("-m", "lovedesk", "--desk", desk, "find", "müller"),
        lambda: machine.seconds("-c", "import peewee, apsw"),
    )
    brings_qt = machine.python("-c", FIND, "--desk", desk, "find", "müller").split()[-1] == "True"
    return [
        Figure("lovedesk find ÷ python importing peewee and apsw", [a / b for a, b in runs], 2.5, 1.5),
        Figure("times that lovedesk find imports Qt", [float(brings_qt)], 0, 0),
    ]


def pack(machine: Machine) -> list[Figure]:
    """A day pack of twelve visits beside a document of as many pages and words, its words known or gathered."""
    desk = machine.desk(10_000)
    runs = in_turns(3, lambda: machine.report("-m", "bench.drive_pack", desk))
    return [
        Figure("a day pack of 12 visits, set and written ÷ a document of as many pages and words",
               [a["gathered"] / a["document"] for (a,) in runs], 1.7, 1.4),
        Figure("the same with its words gathered ÷ that document", [a["pack"] / a["document"] for (a,) in runs],
               2, 1.7),
    ]


def sheet(machine: Machine) -> list[Figure]:
    """A sheet beside a page of the same words, and `lovedesk sheet` beside the least Qt process that prints a page."""
    desk = machine.desk(10_000)
    name = next(contact.company for contact in data.contacts() if contact.company)      # no other has its number
    words = machine.folder / "words.txt"
    words.write_text("\n".join(data.NOTES * 6), "utf-8")
    made, floor_made = machine.folder / "sheet.pdf", machine.folder / "floor.pdf"
    runs = in_turns(
        9,
        lambda: machine.seconds("-m", "lovedesk", "--desk", desk, "sheet", "--customer", name, "--out", made),
        lambda: machine.seconds("-m", "bench.bare_page", words, floor_made),
    )
    inside = in_turns(5, lambda: machine.report("-m", "bench.drive_sheet", desk))
    return [
        Figure("one prep sheet in process ÷ one page of its words", [a["sheet"] / a["page"] for (a,) in inside], 2, 1),
        Figure("lovedesk sheet ÷ the least Qt process that prints a page", [a / b for a, b in runs], 1.6, 1.3),
    ]
