"""When events and days come, said beside them in an export for other programs; what comes back is made anew."""

from __future__ import annotations

import calendar
import datetime as dt
from collections import defaultdict
from typing import Any

from lovedesk.formats import zones
from lovedesk.shop import recurrence, special_days
from lovedesk.shop.columns import LIVE
from lovedesk.shop.tables import PATTERN
from lovedesk.words import _

Record = dict[str, Any]
_COUNT = 3          # of the next times


def say_next(data: dict[str, list[Record]], now: dt.datetime, *, leap_on_first: bool) -> None:
    """Add `repeats` and `next` to touchpoints and days, to days also `title`, `start` and `zone`."""
    of_series: defaultdict[str, list[Record]] = defaultdict(list)
    of_event: defaultdict[str, list[Record]] = defaultdict(list)
    rules = {series["id"]: series for series in data["series"] if "state" not in series}
    for touchpoint in data["touchpoints"]:
        if touchpoint["series"] and touchpoint.get("state") != PATTERN:
            of_series[touchpoint["series"]].append(touchpoint)
        elif touchpoint["uid"] and not touchpoint["series"]:
            of_event[touchpoint["uid"]].append(touchpoint)
    for touchpoint in data["touchpoints"]:
        after = _now_at(touchpoint["zone"], now)
        series = rules.get(touchpoint["series"]) if touchpoint.get("state") == PATTERN else None
        touchpoint["repeats"] = series["rule"] if series else ""
        together = of_event[touchpoint["uid"]] if _is_first(touchpoint) else [touchpoint]
        touchpoint["next"] = _of_series(series, of_series[series["id"]], after) if series else (
            sorted(start for one in together for start in _own(one, after))[:_COUNT])
    data["touchpoints"].sort(key=_order)
    names = {record["id"]: record["name"] for key in ("customers", "people") for record in data[key]}
    for day in data["days"]:
        _say_day(day, names.get(day["person"] or day["customer"], ""), now.date(), leap_on_first=leap_on_first)


def _is_first(touchpoint: Record) -> bool:
    """Whether it is the one of an event that comes on several days which its file tells of, not a further day."""
    return bool(touchpoint["uid"] and touchpoint["fingerprint"] and not touchpoint["series"])


def _order(touchpoint: Record) -> tuple[bool, bool]:
    return touchpoint.get("state") != PATTERN, not _is_first(touchpoint)


def _now_at(zone: str, now: dt.datetime) -> dt.datetime:
    return now.astimezone(zones.zone(zone)).replace(tzinfo=None) if zone else now


def _own(touchpoint: Record, after: dt.datetime) -> list[str]:
    """Its start, where it is still to come."""
    start = touchpoint["start"]
    is_open = touchpoint.get("state", LIVE) == LIVE and not touchpoint["done_at"] and not touchpoint["cancelled_at"]
    return [start] if is_open and start and start >= _text(after) else []


def _of_series(series: Record, own: list[Record], after: dt.datetime) -> list[str]:
    taken = {touchpoint["series_start"] for touchpoint in own}
    start = dt.datetime.fromisoformat(series["start"] or "1900-01-01")
    found = [start for touchpoint in own for start in _own(touchpoint, after)]
    try:
        times = recurrence.next_starts(series["rule"], start, after - dt.timedelta(minutes=1), _COUNT + len(taken))
    except (ValueError, KeyError, TypeError):       # of a desk that another program wrote
        times = []
    return sorted([*found, *(text for time in times if (text := _text(time)) not in taken)])[:_COUNT]


def _say_day(day: Record, whose: str, today: dt.date, *, leap_on_first: bool) -> None:
    years = [special_days.in_year(day["month"], day["day"], today.year + n, on_first=leap_on_first)
             for n in range(_COUNT + 1)]
    first = dt.date(day["year"], day["month"], day["day"]) if day["year"] and (
        calendar.isleap(day["year"]) or (day["month"], day["day"]) != (2, 29)) else years[0]
    title = _("{day}: {name}").format(day=special_days.word(day["kind"]), name=whose)
    day |= {"title": title, "start": first.isoformat(), "zone": "", "repeats": "FREQ=YEARLY",
            "next": [year.isoformat() for year in years if year >= today][:_COUNT]}


def _text(moment: dt.datetime) -> str:
    return moment.isoformat(timespec="minutes")
