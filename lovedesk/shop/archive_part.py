"""The part of an export that is about some customers: they, their people, and all that hangs on them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Record = dict[str, Any]
_ALWAYS = frozenset({"shops", "keepers", "topics"})
_OTHERWISE = frozenset({"customers", "people", "touchpoints", "touchpoint_items", "papers", "tags", "series"})
_WHOSE = (("customer", "customers"), ("person", "people"), ("from_customer", "customers"), ("from_person", "people"),
          ("to_customer", "customers"), ("to_person", "people"), ("of_person", "people"))


def part_of(data: Record, customers: Iterable[int]) -> None:
    """Leave in `data` what is about these customers (and those merged into them), and what that needs."""
    kept = {"customers": _with_merged(data["customers"], {str(customer) for customer in customers})}
    kept["people"] = _with_merged(data["people"], {
        home["person"] for home in data["memberships"] if home["customer"] in kept["customers"]})
    for key in ("customers", "people"):
        data[key] = [record for record in data[key] if record["id"] in kept[key]]
    met = {tie["touchpoint"] for tie in data["touchpoint_customers"] if tie["customer"] in kept["customers"]}
    data["touchpoints"] = [record for record in data["touchpoints"] if record["id"] in met]
    for key, records in data.items():
        if key not in _ALWAYS and key not in _OTHERWISE:
            data[key] = [record for record in records if _is_theirs(record, kept)]
    jobs = {job["id"] for job in data["jobs"]}
    data["touchpoint_items"] = [item for item in data["touchpoint_items"] if item["touchpoint"] in met]
    data["papers"] = [paper for paper in data["papers"] if paper["touchpoint"] in met or paper["job"] in jobs
                      or paper["customer"] in kept["customers"]]
    repeated = {record["series"] for key in ("touchpoints", "followups") for record in data[key]}
    data["series"] = [series for series in data["series"] if series["id"] in repeated]
    tagged = {tie["tag"] for tie in data["customer_tags"]}
    data["tags"] = [tag for tag in data["tags"] if tag["id"] in tagged]


def _is_theirs(record: Record, kept: dict[str, set[str]]) -> bool:
    """Whether it names someone, and nobody but them."""
    named = [(record[link], key) for link, key in _WHOSE if record.get(link) is not None]
    return bool(named) and all(whom in kept[key] for whom, key in named)


def _with_merged(records: list[Record], kept: set[str]) -> set[str]:
    before = 0
    while len(kept) != before:
        before = len(kept)
        kept |= {record["id"] for record in records if record["merged_into"] in kept}
    return kept
