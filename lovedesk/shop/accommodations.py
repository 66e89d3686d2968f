"""Accommodations: what we do to make it easy to be our customer, alone or in answer to a friction (practice C1)."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from lovedesk.mishaps import Refused
from lovedesk.shop import care_lines, customers, frictions
from lovedesk.shop.heads import all_of, is_here
from lovedesk.shop.tables import TRASHED, Accommodation, rows
from lovedesk.words import _


class AccommodationRow(NamedTuple):
    """What we do for a customer; it stands until `ended_on`. `answers` are the words of its friction, or empty."""

    id: int
    text: str
    since: dt.date | None
    ended_on: dt.date | None
    friction: int | None
    answers: str


def add(text: str, *, customer: int, since: dt.date | None, friction: int | None = None) -> int:
    """Keep what we do to make it easy for a customer, perhaps in answer to a friction of theirs. Returns its id."""
    customers.get(customer)
    if friction is not None and friction not in {row.id for row in frictions.of(customer)}:
        raise Refused(_("This is not what makes it hard for them. Choose one of theirs."))
    return int(Accommodation.create(customer=customer, text=_checked(text), since=since, friction=friction).id)


def _checked(text: str) -> str:
    return care_lines.checked(text, _("What do we do to make it easy?"))


def change(accommodation: int, text: str) -> None:
    """Say it in other words."""
    care_lines.set_values(Accommodation, accommodation, text=_checked(text))


def set_since(accommodation: int, since: dt.date | None) -> None:
    """Say since when we do it."""
    care_lines.set_values(Accommodation, accommodation, since=since)


def end(accommodation: int, *, on: dt.date) -> None:
    """We do it no more; it stays readable."""
    care_lines.set_values(Accommodation, accommodation, ended_on=on)


def renew(accommodation: int) -> None:
    """We do it again."""
    care_lines.set_values(Accommodation, accommodation, ended_on=None)


def trash(accommodation: int) -> None:
    """Put it into the trash."""
    care_lines.set_values(Accommodation, accommodation, state=TRASHED)


def of(customer: int) -> list[AccommodationRow]:
    """What we do or did for a customer: what stands first, then the newest."""
    return [AccommodationRow(row, text, care_lines.day(since), care_lines.day(ended), friction, answers)
            for row, text, since, ended, friction, answers in rows(
                f"""select a.id, a.text, a.since, a.ended_on, f.id, coalesce(f.text, '') from accommodation a
                      left join friction f on f.id = a.friction_id and f.state = 'live'
                    where a.customer_id in {all_of("?1")} and a.state = 'live' and {is_here("?1")}
                    order by a.ended_on is not null, a.since is null, a.since desc, a.id desc""", customer)]


def standing(customer: int) -> list[AccommodationRow]:
    """What we do for a customer today."""
    return [row for row in of(customer) if row.ended_on is None]
