"""A full calendar: its pages on screen and as rows, what reminds, what that adds at the start, and many sheets."""

from __future__ import annotations

import datetime as dt
import json
from functools import partial
from pathlib import Path

from bench.harness import Figure, in_turns
from bench.machine import Machine

FEW, MANY = 10_000, 100_000     # touchpoints and follow-ups, of 10,000 customers with birthdays, with 500 rules
AWAY = dt.timedelta(1)      # nothing fell due since: after a fortnight the catch-up would stand in the place of Today
PAGES = ("month", "week", "agenda")
LISTS = {"Today": "today", "the catch-up": "catchup", "the losing-touch list": "intouch"}


def pages(machine: Machine) -> list[Figure]:
    """How soon the next page is on screen, and how long what reminds keeps keys waiting."""
    desk = machine.full_desk(MANY)
    runs = in_turns(3, partial(machine.report, "-m", "bench.drive_calendar", desk))
    said = f"{MANY:,} touchpoints and follow-ups"
    figures = [Figure(f"next page of the {page} on screen, {said}", [1000 * run[f"{page} shown"] for run, in runs],
                      50, 30, " ms") for page in PAGES]
    figures += [Figure(f"longest piece on the UI thread in the next page of the {page}",
                       [1000 * run[f"{page} longest"] for run, in runs], 50, 16, " ms") for page in PAGES]
    return figures + [Figure(f"longest piece on the UI thread in {name} shown anew",
                             [1000 * run[f"{key} longest"] for run, in runs], 50, 16, " ms")
                      for name, key in LISTS.items()]


def rows(machine: Machine) -> list[Figure]:
    """The rows of a page beside plain questions for them, and with ten times as many touchpoints."""
    runs = in_turns(3, *(partial(machine.report, "-m", "bench.drive_reads", machine.full_desk(many))
                         for many in (MANY, FEW)))
    figures = [Figure(f"rows of the {page} ÷ plain questions", [many[page] / many[f"{page} plain"] for many, _ in runs],
                      3, 2) for page in PAGES]
    return figures + [Figure(f"rows of the {page}, {MANY:,} ÷ {FEW:,} touchpoints and follow-ups",
                             [many[page] / few[page] for many, few in runs], 1.5, 1) for page in PAGES]


def start(machine: Machine) -> list[Figure]:
    """What reminders and the catch-up add at the start, beside a bare window."""
    desk = machine.full_desk(MANY)
    runs = in_turns(9, partial(machine.report, "-m", "bench.drive_start", "bare"),
                    partial(_started, machine, desk, reminders=False),
                    partial(_started, machine, desk, reminders=True))
    return [Figure("start: what reminders and looking for what fell due add ÷ bare window",
                   [(due["rested"] - calm["rested"]) / bare["rested"] for bare, calm, due in runs], 0.1)]


def _started(machine: Machine, desk: Path, *, reminders: bool) -> dict[str, float]:
    """Start on Today, as if the program had been closed today, or the day before with reminders on."""
    file = machine.folder / ".config" / "lovedesk" / "settings.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    today = dt.date.today()
    file.write_text(json.dumps({"place": "today", "reminders": reminders,
                                "closed_on": f"{today - AWAY if reminders else today}"}), "utf-8")
    try:
        return machine.report("-m", "bench.drive_start", "lovedesk", desk)
    finally:
        file.unlink()


def sheets(machine: Machine) -> list[Figure]:
    """Memory does not grow with the number of sheets."""
    desk = machine.desk(10_000)
    runs = in_turns(3, *(partial(machine.report, "-m", "bench.drive_many", desk, many) for many in (50, 500)))
    return [Figure("most memory of 500 sheets in one PDF, above that of 50",
                   [(many["peak"] - few["peak"]) / 2**20 for few, many in runs], 30, 10, " MB")]
