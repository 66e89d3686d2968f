"""What every figure shares: measured in turns with its floor, judged by its median, printed as one line."""

from __future__ import annotations

import platform
import statistics
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypeVar

Result = TypeVar("Result")
RESULTS = Path(__file__).parent / "results.md"


class Figure(NamedTuple):
    """One measured figure. Without a unit it is a ratio; `aim` is what we would like, `limit` what must hold."""

    name: str
    values: list[float]
    limit: float
    aim: float | None = None
    unit: str = ""

    @property
    def median(self) -> float:
        """What is judged."""
        return statistics.median(self.values)

    @property
    def verdict(self) -> str:
        """ "ok" or "misses"."""
        return "ok" if self.median <= self.limit else "misses"

    @property
    def measured(self) -> str:
        """The median with the least and the most."""
        return f"{_said(self.median)}{self.unit} ({_said(min(self.values))} to {_said(max(self.values))})"

    def line(self) -> str:
        """The figure as it is printed."""
        return f"{self.name:<84} {self.measured:<32} limit {_said(self.limit)}{self.unit:<4} {self.verdict}"

    def row(self) -> str:
        """The figure as a row of the table that is kept."""
        aim = "" if self.aim is None else f"{_said(self.aim)}{self.unit}"
        return f"| {self.name} | {self.measured} | {_said(self.limit)}{self.unit} | {aim} | {self.verdict} |"


def _said(value: float) -> str:
    return f"{value:.0f}" if value >= 100 or value == int(value) else f"{value:.3g}"


def in_turns(rounds: int, *contestants: Callable[[], Result]) -> list[tuple[Result, ...]]:
    """Run all once to warm up, then all in turn `rounds` times: what slows the machine slows each of them alike."""
    for run in contestants:
        run()
    return [tuple(run() for run in contestants) for _ in range(rounds)]


def summary(figures: list[Figure]) -> str:
    """The last line."""
    return f"{sum(figure.verdict == 'ok' for figure in figures)} of {len(figures)} within their limits"


def keep(figures: list[Figure]) -> None:
    """Write the table to bench/results.md."""
    told = (
        f"On {date.today():%d %B %Y}, {platform.system()} {platform.machine()}, Python {platform.python_version()}. "
        "A figure without a unit is the ratio to its floor, measured in turns in the same run: "
        "the median (least to most)."
    )
    lines = [
        "# What `make bench` measured",
        "",
        told,
        "",
        "| figure | measured | limit | aim | |",
        "|---|---|---|---|---|",
        *(figure.row() for figure in figures),
        "",
        f"{summary(figures)}.",
    ]
    RESULTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
