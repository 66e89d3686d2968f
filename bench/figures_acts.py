"""What an edit costs as an action: undoable, searchable, in the history."""

from __future__ import annotations

import shutil

from bench.harness import Figure, in_turns
from bench.machine import Machine


def edit(machine: Machine) -> list[Figure]:
    """One edit and its undo beside the same UPDATE alone, in a small shop and in a large one with a long history."""
    desks = {}
    for size in (1_000, 50_000):
        desks[size] = machine.folder / f"acts-{size}.lovedesk"
        shutil.copy(machine.desk(size), desks[size])
        machine.report("-m", "bench.drive_acts", desks[size], size)
    small, large = desks.values()
    runs = in_turns(
        5,
        lambda: machine.report("-m", "bench.drive_acts", small),
        lambda: machine.report("-m", "bench.drive_acts", large),
    )
    return [
        Figure("one edit as an action ÷ the same UPDATE alone", [a["edit"] / a["alone"] for a, _ in runs], 4, 2.5),
        Figure("its undo ÷ the same UPDATE alone", [a["undo"] / a["alone"] for a, _ in runs], 4, 2.5),
        Figure("one edit at 50,000 customers and actions ÷ at 1,000", [b["edit"] / a["edit"] for a, b in runs], 1.2),
        Figure("its undo at 50,000 customers and actions ÷ at 1,000", [b["undo"] / a["undo"] for a, b in runs], 1.2),
        Figure("commits per action", [a["commits"] for a, _ in runs], 1),
    ]
