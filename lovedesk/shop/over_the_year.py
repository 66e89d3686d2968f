"""Touches over twelve months, by occasion and by channel, and who is seen only in trouble or for our own needs (B1)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from lovedesk.shop import builtin, reminding
from lovedesk.shop.heads import all_of, is_here
from lovedesk.shop.narrowing import NEGLECTED
from lovedesk.shop.tables import LIVE_CUSTOMER, rows
from lovedesk.words import _, joined, month_name, ngettext

NEEDS = ("problem", "price", "billing", "ask")      # trouble, and what is our own need
MANY = 2                # touches in a row; one alone says nothing
MONTHS = 12


class Line(NamedTuple):
    """An occasion or a channel, and how many touches each month had, the oldest month first."""

    slug: str
    label: str
    icon: str
    tone: str
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """How many in all."""
        return sum(self.counts)


class Year(NamedTuple):
    """Twelve months that end with this one. Lines without a touch are left out."""

    months: tuple[dt.date, ...]     # the first day of each
    occasions: list[Line]
    channels: list[Line]
    total: int

    def spoken(self, lines: list[Line]) -> str:
        """The picture in words."""
        if not lines:
            return _("No touch in these twelve months.")
        return " ".join(_("{label}: {n}, in {months}.").format(
            label=line.label, n=line.total, months=joined(list(self._said(line)))) for line in lines)

    def _said(self, line: Line) -> Iterator[str]:
        """The months of a line in words: what lies side by side as "March to May"."""
        for some, group in groupby(zip(self.months, line.counts, strict=True), key=lambda pair: pair[1] > 0):
            run = [month_name(month.month) for month, _n in group] if some else []
            if len(run) > 2:
                yield _("{first} to {last}").format(first=run[0], last=run[-1])
            else:
                yield from run


class Pointed(NamedTuple):
    """A customer who is only seen in trouble or for our own needs, `times` in a row, last on `last`."""

    id: int
    name: str
    kind: str
    photo: str
    times: int
    last: dt.date
    occasions: tuple[str, ...]      # the last ones, the newest first

    def words(self) -> str:
        """How we were in touch lately: "The last 3 times for: Putting right and Billing"."""
        labels = joined([builtin.occasion_label(slug) for slug in dict.fromkeys(self.occasions)])
        return ngettext("The last time for: {occasions}", "The last {n} times for: {occasions}", self.times).format(
            n=self.times, occasions=labels)


def of(customer: int | None, today: dt.date) -> Year:
    """The touches that were done in twelve months, with one customer or of the whole shop."""
    months = _months(today)
    theirs = f"""exists (select 1 from touchpoint_customer x join head h on h.id = x.customer_id
        join customer c on c.id = h.head and {LIVE_CUSTOMER} where x.touchpoint_id = t.id and x.state = 'live')"""
    if customer is not None:
        theirs = f"""t.id in (select x.touchpoint_id from touchpoint_customer x where x.state = 'live'
            and x.customer_id in {all_of("?3")}) and {is_here("?3")}"""
    found = rows(
        f"""select substr(t.start, 1, 7), t.occasion, t.channel, count(*) from touchpoint t
            where t.state = 'live' and t.done_at is not null and t.start >= ?1 and t.start < ?2 and {theirs}
            group by 1, 2, 3""", months[0].isoformat(), _after(today).isoformat(),
        *([] if customer is None else [customer]))
    occasions = [(one.slug, one.label, one.icon, one.tone) for one in builtin.occasions()]
    occasions.append(("", _("For no reason noted"), "minus-circle", "neutral"))
    channels = [(one.slug, one.label, one.icon, "neutral") for one in builtin.channels()]
    return Year(months, _lines(occasions, months, [(month, occasion, n) for month, occasion, _channel, n in found]),
                _lines(channels, months, [(month, channel, n) for month, _occasion, channel, n in found]),
                sum(row[3] for row in found))


def _months(today: dt.date) -> tuple[dt.date, ...]:
    number = today.year * 12 + today.month - MONTHS
    return tuple(dt.date((number + n) // 12, (number + n) % 12 + 1, 1) for n in range(MONTHS))


def _after(today: dt.date) -> dt.date:
    return dt.date(today.year + today.month // 12, today.month % 12 + 1, 1)


def _lines(known: list[tuple[str, str, str, str]], months: tuple[dt.date, ...],
           found: list[tuple[str, str, int]]) -> list[Line]:
    place = {f"{month:%Y-%m}": number for number, month in enumerate(months)}
    counts: dict[str, list[int]] = {}
    for month, slug, n in found:
        counts.setdefault(slug, [0] * MONTHS)[place[month]] += n
    return [Line(*one, tuple(counts[one[0]])) for one in known if one[0] in counts]


# The touches of a year with an occasion, the newest first, and what is planned while all is great.
_LATELY = f"""
    select c.id, c.name, c.kind, c.photo, substr(t.start, 1, 10), t.occasion from touchpoint t
      cross join touchpoint_customer x on x.touchpoint_id = t.id and x.state = 'live'
      cross join head h on h.id = x.customer_id cross join customer c on c.id = h.head and {reminding.CUSTOMER}
        and c.standing in ({", ".join(f"'{word}'" for word in NEGLECTED)})
    where t.state = 'live' and t.start >= ?1 and t.occasion <> '' and {{one}}
      and (t.done_at is not null or t.cancelled_at is null and t.occasion in ({{great}}))
    order by t.start desc, t.id desc"""

_Lately = tuple[int, str, str, str, str, str]


def only_for_our_needs(today: dt.date, *, customer: int | None = None) -> list[Pointed]:
    """Living customers whose last touches were all for trouble or our own needs, with none in a year when all was
    great; the most of them first."""
    one = "1" if customer is None else f"""t.id in (select y.touchpoint_id from touchpoint_customer y
        where y.customer_id in {all_of("?2")} and y.state = 'live')"""
    values = () if customer is None else (customer,)
    great = _great()
    marks = ", ".join(f"'{slug}'" for slug in great)
    found: dict[int, list[_Lately]] = {}
    for row in rows(_LATELY.format(one=one, great=marks), (today - dt.timedelta(365)).isoformat(), *values):
        found.setdefault(row[0], []).append(row)
    pointed = [_pointed(touches) for who, touches in found.items()
               if customer in {None, who} and _is_pointed(touches, great)]
    return sorted(pointed, key=lambda one: (-one.times, one.name))


def _is_pointed(touches: list[_Lately], great: frozenset[str]) -> bool:
    lately = {touch[5] for touch in touches[:MANY]}
    return len(touches) >= MANY and lately <= set(NEEDS) and not any(touch[5] in great for touch in touches)


def _pointed(touches: list[_Lately]) -> Pointed:
    in_a_row = next((n for n, touch in enumerate(touches) if touch[5] not in NEEDS), len(touches))
    return Pointed(*touches[0][:4], in_a_row, dt.date.fromisoformat(touches[0][4]),
                   tuple(touch[5] for touch in touches[:in_a_row]))


def _great() -> frozenset[str]:
    return frozenset(one.slug for one in builtin.occasions() if one.tone == "green")
