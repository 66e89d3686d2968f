"""Two kinds of time: what happened is an instant in UTC, what is planned is local wall time."""

from __future__ import annotations

import datetime as dt


def instant(moment: dt.datetime) -> str:
    """An instant as the desk keeps it; a moment without a zone is the shop's wall time."""
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def wall(instant_text: str) -> dt.datetime:
    """The shop's wall time of an instant."""
    return dt.datetime.fromisoformat(instant_text).astimezone().replace(tzinfo=None)
