"""A desk after years: ten texts to a customer, a long past, imports of what is here already, who may be the same."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.harness import Figure, in_turns
from bench.machine import Machine

FIELDS = {"list": ("key", "last key"), "palette": ("palette key", "last palette key"),
          "quick add": ("quick key", "last quick key")}


def hands(machine: Machine) -> list[Figure]:
    """How soon list, palette and quick add show what was typed, and how long they keep keys waiting."""
    desks = [machine.old_desk(count) for count in (10_000, 50_000)]
    runs = in_turns(3, *(partial(machine.report, "-m", "bench.drive_hands", desk, "years") for desk in desks))
    figures = []
    for words, (key, last) in FIELDS.items():
        waits = [(few[f"{last} shown"], many[f"{last} shown"]) for few, many in runs]
        longest = [1000 * max(many[f"{kind} longest"] for kind in (key, last)) for _few, many in runs]
        figures += [
            Figure(f"last key to the {words}, 50,000 customers and 500,000 texts", [1000 * b for _, b in waits],
                   60, 30, " ms"),
            Figure(f"last key to the {words}, 50,000 ÷ 10,000 customers", [b / a for a, b in waits], 1.5),
            Figure(f"longest piece on the UI thread in the {words}", longest, 16, 8, " ms"),
        ]
    return figures


def long_past(machine: Machine) -> list[Figure]:
    """Opening the profile of a customer with 1,000 touchpoints and 300 details."""
    desks = [machine.old_desk(count) for count in (1_000, 50_000)]
    runs = in_turns(3, *(partial(machine.report, "-m", "bench.drive_hands", desk, "past") for desk in desks))
    shown = [(few["long past shown"], many["long past shown"]) for few, many in runs]
    return [
        Figure("a profile with 1,000 touchpoints and 300 details opened, 50,000 customers",
               [1000 * many for _, many in shown], 50, 30, " ms"),
        Figure("the same, 50,000 ÷ 1,000 customers", [many / few for few, many in shown], 1.3),
    ]


def again(machine: Machine) -> list[Figure]:
    """An import of cards that are here already, and the undo of the first."""
    cards = machine.cards(10_000)
    runs = in_turns(3, partial(_again, machine, cards))
    return [
        Figure("import of 10,000 cards that are here ÷ into an empty desk",
               [r["again"] / r["first"] for r, in runs], 1),
        Figure("undo of an import of 10,000 cards ÷ the import", [r["undo"] / r["first"] for r, in runs], 1),
    ]


def _again(machine: Machine, cards: Path) -> dict[str, float]:
    with TemporaryDirectory(dir=machine.folder) as folder:
        return machine.report("-m", "bench.drive_again", cards, Path(folder) / "new.lovedesk")


def same(machine: Machine) -> list[Figure]:
    """Who may be the same, among 50,000, beside listing them."""
    runs = in_turns(3, partial(machine.report, "-m", "bench.drive_same", machine.old_desk(50_000)))
    return [Figure("finding duplicates among 50,000 ÷ listing them", [r["find"] / r["list"] for r, in runs], 10)]
