"""The window: from the start of its process to rest, its memory, its idling, and how it keeps up with hands."""

from __future__ import annotations

from functools import partial

from bench.harness import Figure, in_turns
from bench.machine import Machine

IDLE = 60
START, HANDS = ("-m", "bench.drive_start"), ("-m", "bench.drive_hands")


def start(machine: Machine) -> list[Figure]:
    """The window's start and memory beside a bare window's, and with fifty times the customers."""
    desks = [machine.desk(count) for count in (1_000, 10_000, 50_000)]
    runs = in_turns(
        9,
        partial(machine.report, *START, "bare"),
        *(partial(machine.report, *START, "lovedesk", desk) for desk in desks),
    )
    started = [[report["rested"] for report in turn] for turn in runs]
    memory = [[report["pss"] for report in turn] for turn in runs]
    return [
        Figure("start to a window at rest, 10,000 customers ÷ bare window", [s[2] / s[0] for s in started], 1.8, 1.4),
        Figure("start to a window at rest, 50,000 ÷ 1,000 customers", [s[3] / s[1] for s in started], 1.1, 1.0),
        Figure("memory (PSS), 10,000 customers ÷ bare window", [m[2] / m[0] for m in memory], 1.6, 1.3),
    ]


def idle(machine: Machine) -> list[Figure]:
    """The processor's seconds in a minute in which nobody does anything."""
    report = machine.report(*START, "lovedesk", machine.desk(10_000), IDLE)
    return [Figure(f"CPU while nothing happens, {IDLE} s", [report["idle"]], 0.02, 0.0, " s")]


def hands(machine: Machine) -> list[Figure]:
    """How soon the list shows what was typed, and the longest piece that keys wait behind."""
    ten, fifty = machine.desk(10_000), machine.desk(50_000)
    runs = in_turns(3, partial(machine.report, *HANDS, ten), partial(machine.report, *HANDS, fifty))
    waits = [[report["last key shown"] for report in turn] for turn in runs]
    figures = [
        Figure("last key to the list on screen, 10,000 customers", [1000 * w[0] for w in waits], 50, 30, " ms"),
        Figure("last key to the list on screen, 50,000 ÷ 10,000 customers", [w[1] / w[0] for w in waits], 1.5),
    ]
    pieces = {"typing": ("key", "last key"), "opening a profile": ("profile",), "next month": ("month",)}
    for words, kinds in pieces.items():
        longest = [1000 * max(few[f"{kind} longest"] for kind in kinds) for few, _many in runs]
        figures.append(Figure(f"longest piece on the UI thread in {words}", longest, 16, 8, " ms"))
    return figures
