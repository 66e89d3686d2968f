"""From the start of the process to a painted window that rests, its memory, and what it does while nothing happens."""

from __future__ import annotations

from bench.harness import Figure, in_turns
from bench.machine import Machine

IDLE = 60


def start(machine: Machine) -> list[Figure]:
    """The window's start and memory beside a bare window's, and with fifty times the customers."""
    watch = ("-m", "bench.watch_window")
    desks = {count: machine.desk(count) for count in (1_000, 10_000, 50_000)}
    runs = in_turns(
        9,
        lambda: machine.report(*watch, "bare"),
        *(lambda desk=desk: machine.report(*watch, "lovedesk", desk) for desk in desks.values()),
    )
    return [
        Figure("start to a window at rest, 10,000 customers ÷ bare window",
               [ten["rested"] / bare["rested"] for bare, _one, ten, _fifty in runs], 1.8, 1.4),
        Figure("start to a window at rest, 50,000 ÷ 1,000 customers",
               [fifty["rested"] / one["rested"] for _bare, one, _ten, fifty in runs], 1.1, 1.0),
        Figure("memory (PSS), 10,000 customers ÷ bare window",
               [ten["pss"] / bare["pss"] for bare, _one, ten, _fifty in runs], 1.6, 1.3),
    ]  # fmt: skip


def idle(machine: Machine) -> list[Figure]:
    """The processor's seconds in a minute in which nobody does anything."""
    report = machine.report("-m", "bench.watch_window", "lovedesk", machine.desk(10_000), IDLE)
    return [Figure(f"CPU while nothing happens, {IDLE} s", [report["idle"]], 0.02, 0.0, " s")]
