"""Exports of the first form, in which customers held their people and touchpoints their items, as the present one."""

from __future__ import annotations

import base64
from collections.abc import Iterable

from lovedesk.shop.archive_rows import Record
from lovedesk.shop.blobs import hash_of
from lovedesk.store.ids import id_of

_PARTS = {
    "customers": (("contact_points", "customer"), ("days", "customer"), ("details", "customer"),
                  ("declined", "customer")),
    "people": (("contact_points", "person"), ("days", "person"), ("details", "person")),
    "touchpoints": (("items", "touchpoint"), ("papers", "touchpoint")),
    "checklists": (("items", "checklist"),),
}
_KEYS = {("touchpoints", "items"): "touchpoint_items", ("checklists", "items"): "checklist_items",
         ("customers", "declined"): "declined_questions"}


def upgraded(data: Record) -> Record:
    """The same in the present form. Raises KeyError, TypeError, ValueError or AttributeError for what is damaged."""
    found = _Found()
    for key in ("shops", "keepers", "customers", "people", "touchpoints", "followups", "checklists"):
        for record in data.get(key, ()):
            found.take(key, record)
    for customer in data.get("customers", ()):
        for person in customer.get("people", ()):
            found.take("people", person)
            found.add("memberships", {"id": person["membership"], "customer": customer["id"], "person": person["id"],
                                      "role": person.get("role", ""), "position": person.get("position", 0)})
    for touchpoint in data.get("touchpoints", ()):
        found.tie(touchpoint, "customer", touchpoint.get("customers", ()))
        found.tie(touchpoint, "person", touchpoint.get("people", ()))
    return data | {key: list(records.values()) for key, records in found.records.items()} | {"photos": found.photos}


class _Found:
    """Records by the key of their table and their id, and photos by their hash."""

    def __init__(self) -> None:
        self.records: dict[str, dict[str, Record]] = {}
        self.photos: dict[str, str] = {}

    def add(self, key: str, record: Record) -> None:
        self.records.setdefault(key, {})[record["id"]] = record

    def take(self, key: str, record: Record) -> None:
        """A record that may hold a photo, and others within it."""
        if photo := record.get("photo"):
            data = base64.b64decode(photo, validate=True)
            self.photos[hash_of(data)] = photo
            record = record | {"photo": hash_of(data)}
        self.add(key, record)
        for part, owner in _PARTS.get(key, ()):
            for inner in record.get(part, ()):
                self.take(_KEYS.get((key, part), part), inner | {owner: record["id"]})

    def tie(self, touchpoint: Record, whom: str, ids: Iterable[str]) -> None:
        """The first form had no ids for these: they are made of both, and lie in the order of the file."""
        for n, one in enumerate(ids):
            row = id_of("archive", touchpoint["id"], whom, one) >> 16 << 16 | n
            self.add(f"touchpoint_{'customers' if whom == 'customer' else 'people'}",
                     {"id": str(row), "touchpoint": touchpoint["id"], whom: one})
