"""The names of time zones as calendar programs write them, and the places of the world that are meant."""

from __future__ import annotations

import datetime as dt
import os
import re
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

UTC_NAMES = frozenset({"utc", "z", "gmt", "etc/utc", "etc/gmt", "zulu", "universal", "etc/uct",
                       "coordinated universal time", "tzone://microsoft/utc", "utc+0", "gmt+0", "utc+00:00"})
OFFSET = re.compile(r"^\(?(?:UTC|GMT)\s*([+-])(\d{1,2})[:.]?(\d{2})?\)?\s*", re.IGNORECASE)
NUMBERED = re.compile(r"(?<=[a-z])(?: \d|-\d)\Z")     # Exchange counts what it has twice: "Europe/Berlin 1"
BETWEEN = re.compile(r"[,;/]")
BEST_KNOWN = ("Europe/Berlin", "Europe/London", "America/New_York", "America/Chicago", "America/Los_Angeles")
SAMPLES = tuple(dt.datetime(2025, 1, 1, 12) + dt.timedelta(days) for days in range(0, 800, 5))


def laptop() -> str:
    """The zone of this laptop by its name ("Europe/Berlin"); "UTC" where it tells none."""
    told = os.environ.get("TZ", "").removeprefix(":")
    if told and (found := known(told)):
        return found
    found = known("/".join(Path("/etc/localtime").resolve().parts[-3:])) if os.name != "nt" else known(_of_windows())
    return found or "UTC"


def _of_windows() -> str:
    """What Windows calls the zone of this laptop, in English whatever its language."""
    try:
        import winreg

        key = winreg.OpenKey(  # type: ignore[attr-defined,unused-ignore]  # typed on Windows alone
            winreg.HKEY_LOCAL_MACHINE,  # type: ignore[attr-defined,unused-ignore]
            r"SYSTEM\CurrentControlSet\Control\TimeZoneInformation")
        return str(winreg.QueryValueEx(key, "TimeZoneKeyName")[0])  # type: ignore[attr-defined,unused-ignore]
    except (ImportError, OSError):
        return ""


def zone(name: str) -> ZoneInfo:
    """The zone of an IANA name; that of the laptop for a name that nobody knows, or none."""
    try:
        return ZoneInfo(name or laptop())
    except (OSError, ValueError, KeyError):
        return ZoneInfo(laptop())


@lru_cache(maxsize=1000)
def known(name: str) -> str:
    """The IANA name that is meant by what a program writes: its own name, one of Windows, one with a path before it;
    "" for what names no place."""
    name = name.strip().strip('"').strip()
    if not name:
        return ""
    if name.lower() in UTC_NAMES:
        return "UTC"
    names = _by_folded()
    name = NUMBERED.sub("", name)
    parts = name.replace(" ", "_").strip("/").split("/")
    for start in range(len(parts)):
        if found := names.get("/".join(parts[start:]).lower()):
            return found
    return _of_program(name)


def _of_program(name: str) -> str:
    """By what Windows and Outlook call it: "W. Europe Standard Time", "(UTC+01:00) Amsterdam, Berlin"."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    programs = {words.lower(): place for words, place in WINDOWS_TO_OLSON.items()}
    bare = OFFSET.sub("", name.removeprefix("tzone://Microsoft/").removeprefix("(UTC)")).strip().lower()
    plain = bare.partition(" (")[0]
    if bare in UTC_NAMES:
        return "UTC"
    for words in (bare, plain, bare.replace("daylight", "standard"), plain.replace(" time", " standard time"),
                  f"{bare} standard time"):
        if words in programs:
            return programs[words]
    cities = {place.rpartition("/")[2].lower().replace("_", " "): place for place in programs.values()}
    told = [city.strip() for city in BETWEEN.split(bare.partition(" - ")[0])]
    every = {place.rpartition("/")[2].lower().replace("_", " "): place for place in sorted(available_timezones())
             if "/" in place and not place.startswith("Etc/")}
    return next((found[city] for found in (cities, every) for city in told if city in found), "")


@lru_cache(maxsize=1)
def _by_folded() -> dict[str, str]:
    return {name.lower(): name for name in available_timezones() if name not in {"Factory", "localtime"}}


def offset_of(name: str) -> dt.timedelta | None:
    """How far ahead of UTC a zone is that is named by that alone: "GMT+0200"; None for all others."""
    found = OFFSET.match(name.strip().strip('"'))
    if found is None:
        return None
    ahead = dt.timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    return (-ahead if found[1] == "-" else ahead) if ahead < dt.timedelta(hours=15) else None


def alike(rules: dt.tzinfo, *first: str) -> str:
    """The place whose clock goes as these rules in our years: one of `first`, else the best known; "" for none."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    goes = [rules.utcoffset(moment) for moment in SAMPLES]
    winter, summer = goes[0], goes[36]
    found = []
    for name in dict.fromkeys((*first, *BEST_KNOWN, *WINDOWS_TO_OLSON.values(), *sorted(available_timezones()))):
        if not name:
            continue
        place = zone(name)
        if place.utcoffset(SAMPLES[0]) != winter or place.utcoffset(SAMPLES[36]) != summer:
            continue
        if all(place.utcoffset(moment) == ahead for moment, ahead in zip(SAMPLES, goes, strict=True)):
            found.append(name)
    hours = [begin + dt.timedelta(hours=hour) for begin, before, after in zip(SAMPLES, goes, goes[1:], strict=False)
             if before != after for hour in range(120)]
    exact = [rules.utcoffset(hour) for hour in hours]
    return min(found, default="", key=lambda name: sum(     # Havana goes as New York does, but for two hours a year
        zone(name).utcoffset(hour) != ahead for hour, ahead in zip(hours, exact, strict=True)))
