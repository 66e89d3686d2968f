"""What calendar files cost, beside the library alone that reads and writes them."""

from __future__ import annotations

from tempfile import TemporaryDirectory

from bench.harness import Figure, in_turns
from bench.machine import Machine


def ics(machine: Machine) -> list[Figure]:
    """Ten thousand events in and out."""
    def run() -> dict[str, float]:
        with TemporaryDirectory(dir=machine.folder) as folder:
            return machine.report("-m", "bench.drive_ics", folder)

    runs = in_turns(3, run)
    return [
        Figure("import of 10,000 events ÷ icalendar alone reading them", [one["read"] for one, in runs], 1.5),
        Figure("export of 10,000 events ÷ icalendar alone writing them", [one["write"] for one, in runs], 1.2),
    ]
