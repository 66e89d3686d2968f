"""Yearly days of a calendar file, as days of the customers whose names they have (practice F3)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from lovedesk.shop.event_records import Known, mark
from lovedesk.shop.import_cards import Fate
from lovedesk.shop.import_known import UNDONE
from lovedesk.shop.putting import put
from lovedesk.shop.tables import TRASHED, SpecialDay, rows
from lovedesk.words import _

_COLUMNS = ("id", "state", "kind", "month", "day", "year", "fingerprint")


class Days:
    """The days that are here, of those whom the file names."""

    def __init__(self, fates: Iterable[Known]) -> None:
        wanted = [known for known in fates if known.day is not None]
        whose = json.dumps([known.day.person or known.day.customer for known in wanted if known.day is not None])
        self._by_row = {row[0]: dict(zip(_COLUMNS, row, strict=True)) for row in rows(
            f"select {', '.join(_COLUMNS)} from special_day where id in (select value from json_each(?))",
            json.dumps([known.row for known in wanted]))}
        self._of: dict[tuple[int, str, int, int], tuple[int, int | None]] = {
            (owner, kind, month, day): (row, year) for owner, row, kind, month, day, year in rows(
                """select h.head, d.id, d.kind, d.month, d.day, d.year from special_day d
                   join head h on h.id = coalesce(d.person_id, d.customer_id)
                   where d.state = 'live' and h.head in (select value from json_each(?))""", whose)}

    def judge(self, known: Known) -> None:
        """Whether the day is here, and what the file says otherwise."""
        assert known.day is not None
        event = known.event
        here = self._by_row.get(known.row, {})
        if here.get("state") == TRASHED:
            known.fate, known.why = Fate.KEPT_OUT, _("in the trash")
        elif here and here["state"] != UNDONE:
            known.here = here
            unchanged = here["fingerprint"] == _mark(here["kind"], here["month"], here["day"], here["year"])
            says = _mark(event.yearly, event.start.month, event.start.day, event.year or here["year"])
            known.fate = Fate.ADDS if unchanged and says != here["fingerprint"] else Fate.SAME
        else:
            key = (known.day.person or known.day.customer, event.yearly, event.start.month, event.start.day)
            row, year = self._of.get(key, (0, None))
            self._of.setdefault(key, (known.row, event.year))
            if row and (year or not event.year or row == known.row):
                known.fate = Fate.SAME
            elif row:
                known.fate, known.row = Fate.ADDS, row


def _mark(kind: str, month: int, day: int, year: int | None) -> str:
    return mark((kind, month, day, year))


def keep(known: Known) -> None:
    """Write a day that is new, or what the file says of one that is here."""
    event, whose = known.event, known.day
    assert whose is not None
    year = event.year or known.here.get("year")
    values: dict[str, Any] = {"kind": event.yearly, "month": event.start.month, "day": event.start.day, "year": year}
    if known.fate is Fate.ADDS and not known.here:      # it was here without its year
        SpecialDay.update(year=year).where(SpecialDay.id == known.row).execute()
        return
    put(SpecialDay, known.row, **values, uid=event.uid, fingerprint=mark(tuple(values.values())),
        person=whose.person or None, customer=None if whose.person else whose.customer)
