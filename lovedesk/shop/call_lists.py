"""The calls of a day on paper: numbers, why, what was said last and what we owe; nothing private (practices B2, B6)."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from lovedesk.shop import (
    builtin,
    contact_points,
    followups,
    prepsheets,
    quick_words,
    sheet_choices,
    sheet_codes,
    shops,
    timeline,
)
from lovedesk.shop.followups import Due
from lovedesk.shop.quick_plain import plain
from lovedesk.shop.sheet_choices import Choice
from lovedesk.shop.sheet_records import Code, Owed, Said
from lovedesk.shop.timeline import Touch
from lovedesk.words import time

CALLS = frozenset({"call", "video"})


class CallLine(NamedTuple):
    """One call: when, whom, by which number, why, what was said last, and what we owe."""

    time: str
    name: str
    people: str
    phone: str
    why: str
    last: Said | None
    owed: list[Owed]
    codes: tuple[Code, ...]


class CallList(NamedTuple):
    """All calls of a day in their order, those without a time last."""

    day: dt.date
    keeper: str
    shop: str
    lines: list[CallLine]
    motto: str
    sample: bool


def calls(day: dt.date, *, keeper: int | None = None) -> CallList:
    """Calls planned for a day and follow-ups that are calls; of one keeper, with what is no one’s, or of all."""
    shop, choice = shops.about(), sheet_choices.of(sheet_choices.CALLS)
    found = [_planned(touch, choice) for touch in timeline.of_day(day, keeper=keeper)
             if touch.channel in CALLS and not touch.done]
    found += [_due(due, day, choice) for due in followups.between(day, day)
              if _is_call(due) and keeper in {None, due.keeper_id or keeper}]
    return CallList(day, next((who.name for who in shops.keepers() if who.id == keeper), ""), shop.name,
                    sorted(found, key=_order), sheet_choices.foot(), shop.sample)


def _is_call(due: Due) -> bool:
    if due.done or due.theirs or not due.reminds:
        return False
    said = quick_words.kind_at(plain(due.title), 0, [])
    return (due.kind or (said[1].how if said and said[1].what == quick_words.TODO else "")) in CALLS


def _planned(touch: Touch, choice: Choice) -> CallLine:
    people = ", ".join(name for name in touch.people if name != touch.customer)
    why = ". ".join(part for part in (builtin.occasion_label(touch.occasion), touch.title if touch.customer else "")
                    if part)
    line = CallLine("" if touch.days else time(touch.start.time()), touch.whom, people, touch.phone, why, None, [], ())
    return _filled(line, touch.customer_id if not touch.others else 0, touch.start, choice)


def _due(due: Due, day: dt.date, choice: Choice) -> CallLine:
    line = CallLine(due.due_time, due.customer or due.title, due.person if due.person != due.customer else "",
                    due.phone, due.title if due.customer else "", None, [], ())
    filled = _filled(line, due.customer_id or 0, dt.datetime.combine(day, dt.time.max), choice)
    return filled._replace(owed=[owed for owed in filled.owed if owed.text != due.title])


def _filled(line: CallLine, customer: int, when: dt.datetime, choice: Choice) -> CallLine:
    """A call with what was said last and what we owe, as far as it is not left out; of several customers, of none."""
    if customer:
        owed = [Owed(due.due, due.title) for due in followups.open_of(customer)
                if due.promised and not due.theirs and due.reminds]
        line = line._replace(last=prepsheets.last_said(customer, when), owed=owed)
    if choice.codes:
        ways = contact_points.of(customer) if customer else []
        phones = [way for way in ways if way.value == line.phone]
        names = {way.person: line.people or line.name for way in phones}
        line = line._replace(codes=sheet_codes.codes(choice.codes - {sheet_choices.ADDRESS}, phones, names, ""))
    return line._replace(why="" if "why" in choice.without else line.why,
                         last=None if "last" in choice.without else line.last,
                         owed=[] if "owed" in choice.without else line.owed)


def _order(line: CallLine) -> tuple[bool, str]:
    return not line.time, line.time
