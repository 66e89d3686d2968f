"""`python -m bench [WORD...]`: measure all figures, or those whose function's name holds one of the words."""

from __future__ import annotations

import sys
from collections.abc import Callable

from bench import (
    figures_acts,
    figures_calendar,
    figures_command,
    figures_ics,
    figures_import,
    figures_window,
    figures_years,
)
from bench.harness import Figure, keep, summary
from bench.machine import Machine, machine

FIGURES: tuple[Callable[[Machine], list[Figure]], ...] = (
    figures_window.start,
    figures_window.idle,
    figures_window.hands,
    figures_acts.edit,
    figures_import.import_,
    figures_import.odd,
    figures_calendar.pages,
    figures_calendar.rows,
    figures_calendar.start,
    figures_calendar.sheets,
    figures_ics.ics,
    figures_command.find,
    figures_command.sheet,
    figures_command.pack,
    figures_years.hands,
    figures_years.long_past,
    figures_years.again,
    figures_years.same,
)


def main(words: list[str]) -> int:
    """Print a line per figure; keep the table when all were measured."""
    figures: list[Figure] = []
    with machine() as here:
        for measure in FIGURES:
            if not words or any(word in f"{measure.__module__}.{measure.__name__}" for word in words):
                for figure in measure(here):
                    print(figure.line(), flush=True)
                    figures.append(figure)
    if not words:
        keep(figures)
    print(summary(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
