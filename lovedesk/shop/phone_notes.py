"""Today for the phone in the pocket: whom to call and visit, where, and what was promised, as events and as cards.

Nothing private goes along: no notes, no details, no family.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from lovedesk.formats import icalendar_writing, vcard_writing, whole_file
from lovedesk.formats.icalendar_records import Event
from lovedesk.formats.icalendar_writing import Outgoing
from lovedesk.formats.records import Card, Fact, Way
from lovedesk.mishaps import Refused
from lovedesk.shop import builtin, followups, shops, timeline, uids
from lovedesk.shop.calendar_part import BEFORE, MORNING
from lovedesk.shop.followups import Due
from lovedesk.shop.timeline import Touch
from lovedesk.words import _, joined


class Day:
    """What a day holds for one of us, as a phone takes it."""

    def __init__(self, day: dt.date, *, keeper: int | None = None) -> None:
        self.day = day
        self.touches = [touch for touch in timeline.of_day(day, keeper=keeper) if not touch.done]
        self.dues = [due for due in followups.open_until(day)
                     if keeper is None or due.keeper_id in {None, keeper}]

    def events(self, now: dt.datetime) -> Iterator[bytes]:
        """A calendar of the day, a piece at a time."""
        stamp = now.astimezone(dt.UTC).strftime("%Y%m%dT%H%M%SZ")
        found = [Outgoing(_of_touch(touch), stamp, alarm=BEFORE) for touch in self.touches]
        found += [Outgoing(self._of_due(due), stamp, alarm=MORNING, free=True) for due in self.dues]
        zones = {outgoing.event.zone for outgoing in found}
        yield from icalendar_writing.calendar(found, shops.about().name or _("Lovedesk"), zones, self.day)

    def _of_due(self, due: Due) -> Event:
        at = dt.datetime.combine(self.day, dt.time())
        return Event(0, uids.made(due.id), _said(due), at, days=1, notes=due.phone)

    def cards(self) -> Iterator[bytes]:
        """A card of each customer of the day with a number and an address, and a note of what today is for."""
        cards: dict[int, Card] = {}
        told: defaultdict[int, list[str]] = defaultdict(list)
        for touch in self.touches:
            if touch.customer_id:
                card = cards.setdefault(touch.customer_id, _card(touch.customer_id, touch.customer))
                _add_way(card, "phone", touch.phone)
                _add_way(card, "address", touch.address)
                told[touch.customer_id].append(_("{time} {what}").format(
                    time=f"{touch.start:%H:%M}", what=_title(touch)) if not touch.days else _title(touch))
        for due in self.dues:
            if due.customer_id:
                _add_way(cards.setdefault(due.customer_id, _card(due.customer_id, due.customer)), "phone", due.phone)
                told[due.customer_id].append(_said(due))
        for customer, card in cards.items():
            card.facts = [Fact("note", "\n".join([f"{self.day.isoformat()}:", *told[customer]]))]
        yield from vcard_writing.vcards(cards.values(), vcard_writing.V3)


def write(folder: Path, day: dt.date, *, now: dt.datetime, keeper: int | None = None) -> list[Path]:
    """Write a day's calendar and cards into a folder; returns the files. Refuses a folder that is none."""
    if not folder.is_dir():
        raise Refused(_("{name} is no folder. Choose one that the phone can reach.").format(name=folder))
    found = Day(day, keeper=keeper)
    files = [folder / f"lovedesk-{day.isoformat()}.{ending}" for ending in ("ics", "vcf")]
    for file, pieces in zip(files, (found.events(now), found.cards()), strict=True):
        whole_file.write(file, pieces)
    return files


def _of_touch(touch: Touch) -> Event:
    names = joined(touch.people) or touch.customer
    notes = [words for words in (
        touch.phone and _("{name}: {phone}").format(name=names or _title(touch), phone=touch.phone),
        touch.bring and _("To bring: {things}").format(things=joined(touch.bring))) if words]
    title = _("{what}: {name}").format(what=_title(touch), name=touch.customer) if touch.customer else _title(touch)
    return Event(0, uids.made(touch.id), title, touch.start, "", touch.minutes, touch.days, touch.address,
                 "\n".join(notes))


def _title(touch: Touch) -> str:
    return touch.title or builtin.channel_label(touch.channel)


def _said(due: Due) -> str:
    text = _("{name}: {what}").format(name=due.customer, what=due.title) if due.customer else due.title
    if due.theirs:
        return _("Waiting for {what}").format(what=text)
    return _("Promised: {what}").format(what=text) if due.promised else text


def _card(customer: int, name: str) -> Card:
    given, _blank, family = name.partition(" ")
    return Card(0, name, given, family, uid=uids.made(customer))


def _add_way(card: Card, kind: str, value: str) -> None:
    if value and all((way.kind, way.value) != (kind, value) for way in card.ways):
        card.ways.append(Way(kind, value))
