"""What an import costs: one action, undoable and searchable, beside a plain reader of the same file."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.harness import Figure, in_turns
from bench.machine import Machine

MEGABYTE = 1 << 20


def import_(machine: Machine) -> list[Figure]:
    """Time beside the floor for cards and tables, growth with their number, and memory."""
    cards, table, many = machine.cards(10_000), machine.table(10_000), machine.cards(50_000)
    of_cards = in_turns(5, partial(_import, machine, cards), partial(_floor, machine, cards))
    of_table = in_turns(5, partial(_import, machine, table), partial(_floor, machine, table))
    growth = in_turns(3, partial(_import, machine, many), partial(_import, machine, cards))
    for ours, floor in (*of_cards, *of_table):
        if not 0.95 < floor["rows"] / ours["rows"] < 1.05:
            raise AssertionError(f"the floor wrote {floor['rows']} rows and the import {ours['rows']}")
    memory = [ours["memory"] / MEGABYTE for ours, _ in of_cards]
    return [
        Figure("import of 10,000 cards ÷ a plain reader", _ratios(of_cards), 1.77, 1.5),
        Figure("import of 10,000 rows of CSV ÷ a plain reader", _ratios(of_table), 2.08, 1.5),
        Figure("import of 50,000 ÷ of 10,000 cards", _ratios(growth), 5.5),
        Figure("memory of the import of 10,000 cards above the empty program", memory, 200, 100, " MB"),
    ]


def odd(machine: Machine) -> list[Figure]:
    """The slowest of odd files, which must never seem to hang."""
    runs = in_turns(3, partial(machine.report, "-m", "bench.drive_odd"))
    return [Figure("reading the slowest of odd files, each megabyte", [r["slowest"] for r, in runs], 2, 1, " s")]


def _import(machine: Machine, source: Path) -> dict[str, float]:
    return _into_new_desk(machine, "bench.drive_import", source)


def _floor(machine: Machine, source: Path) -> dict[str, float]:
    return _into_new_desk(machine, "bench.raw_import", source)


def _into_new_desk(machine: Machine, driver: str, source: Path) -> dict[str, float]:
    with TemporaryDirectory(dir=machine.folder) as folder:
        return machine.report("-m", driver, source, Path(folder) / "new.lovedesk")


def _ratios(runs: list[tuple[dict[str, float], ...]]) -> list[float]:
    return [ours["seconds"] / other["seconds"] for ours, other in runs]
