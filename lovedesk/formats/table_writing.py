"""Cards as a plain table (CSV): safe to open in a spreadsheet, and `contacts.read` gives back the same cards."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from lovedesk.formats.records import Card, Fact, Way, YearlyDay
from lovedesk.formats.table_plan import OWN_LINES, PREFERRED

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")      # how formulas begin
_NUMBER = re.compile(r"\+[\d\s()./-]*\d[\d\s()./-]*(?:(?:x|ext\.?)\s*\d+)?", re.IGNORECASE)
_HEADER = 40        # letters of a column's words
Row = dict[str, list[str]]


def table(cards: Iterable[Card]) -> Iterator[bytes]:
    """The header and a row for each card; several values of one kind stand in several columns of that name."""
    rows = [_row(card) for card in cards]
    width: Counter[str] = Counter()
    order: dict[str, int] = {name: place for place, name in enumerate(_plain())}
    for row in rows:
        for name, values in row.items():
            width[name] = max(width[name], len(values))
            order.setdefault(name, len(order))
    names = sorted((name for name in width if width[name]), key=order.__getitem__)
    yield b"\xef\xbb\xbf" + _line([name for name in names for _n in range(width[name])])
    for row in rows:
        yield _line([safe(cell) for name in names for cell in _padded(row.get(name, []), width[name])])


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; a number is none."""
    if cell.startswith(_DANGEROUS) and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return f"'{cell}" if cell.startswith("'") and cell.lstrip("'").startswith(_DANGEROUS) else cell


def _padded(values: list[str], width: int) -> list[str]:
    return values + [""] * (width - len(values))


def _line(cells: list[str]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerow(cells)
    return text.getvalue().encode("utf-8", "replace")


def _plain() -> dict[str, str]:
    """The columns that a card has once, by their words, each with its field."""
    return {
        "Name": "name", "First name": "given", "Middle name": "middle", "Last name": "family", "Prefix": "prefix",
        "Suffix": "suffix", "Nickname": "nickname", "Pronunciation": "say", "Company": "company", "Role": "role",
        "Profession": "work", "Standing": "standing", "Customer since": "since", "Looked after by": "keeper",
        "Language": "language", "Died or left": "gone", "UID": "uid"}


def _row(card: Card) -> Row:
    row: defaultdict[str, list[str]] = defaultdict(list)
    for name, field in _plain().items():
        value = getattr(card, field)
        if value and not (field == "name" and card.is_company):
            row[name].append(str(value))
    for way in card.ways:
        row[_of_way(way)].append(way.value)
    for day in card.days:
        row[_of_day(day)].append(f"{day.year:04}-{day.month:02}-{day.day:02}" if day.year is not None
                                 else f"--{day.month:02}-{day.day:02}")
    for fact in card.facts:
        row[_of_fact(fact)].append(fact.text)
    for relation in card.relations:
        row[_labelled("Relation", relation.word)].append(relation.name)
    if card.tags:
        row["Tags"].append(", ".join(card.tags))
    if card.wish_channel or card.wish_time:
        row["Wish"].append(", ".join(filter(None, (card.wish_channel, card.wish_time))))
    for line in card.raw:       # "Header: value" of another table, or a line of a vCard
        header, between, value = line.partition(": ")
        known = between and len(header) <= _HEADER
        row[header if known else OWN_LINES].append(value if known else line)
    return dict(row)


def _of_way(way: Way) -> str:
    name = {"phone": "Phone", "email": "E-mail", "address": "Address", "web": "Web", "im": "Chat"}[way.kind]
    told = ", ".join(filter(None, (way.label, PREFERRED if way.preferred else "")))
    return f"{name} ({told})" if told else name


def _of_day(day: YearlyDay) -> str:
    known = {"birthday": "Birthday", "anniversary": "Anniversary"}
    return known.get(day.kind) or _labelled("Day", day.kind)


def _of_fact(fact: Fact) -> str:
    return "Note" if fact.topic == "note" else _labelled("Detail", fact.topic)


def _labelled(name: str, label: str) -> str:
    return f"{name}: {label}" if label else name
