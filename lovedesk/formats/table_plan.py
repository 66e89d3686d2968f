"""Which column of a table gives what of a card: worked out once for a table, from its headers and its values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from lovedesk.formats import dates, labels
from lovedesk.formats.header_words import Column
from lovedesk.formats.tables import WIDEST, Table, cell_text
from lovedesk.words import _

EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+$")
PHONE = re.compile(r"(?=[+0(]|\d+[ /-])\+?[\d\s()./\-]{6,25}$")
PREFERRED = "preferred"     # in the brackets of a column of our own: "Phone (mobile, preferred)"
OWN_LINES = "vCard"         # our column of lines that were not understood, and stay as they are
SHAPES = (("email", EMAIL), ("phone", PHONE))
WORDS = re.compile(r"[^\W\d_][^\d@]*$")
MONTH_FIRST = frozenset({"US", "PH", "FM", "PW", "MH"})
ADDRESS_PARTS = ("pobox", "extended", "street", "city", "region", "postcode", "country")
GOOGLE_PARTS = {"pobox": "pobox", "extendedaddress": "extended", "street": "street", "city": "city", "region": "region",
                "postalcode": "postcode", "country": "country", "formatted": "address"}
PHONES = {"phone": "", "mobile": "cell", "fax": "fax", "pager": "pager", "main": "main", "carphone": "car",
          "companyphone": "company", "assistantphone": "assistant"}
RELATIONS = {"spouse": "spouse", "children": "children", "manager": "manager", "assistant": "assistant",
             "referred": "referred by", "office": "office", "account": "account",
             "custno": "customer number", "lastvisit": "last visit", "relation": ""}
TOPICS = {"note": "note", "hobby": "hobby", "need": "need", "pet": "pet", "food": "food", "detail": ""}
DAYS = {"birthday": "birthday", "anniversary": "anniversary", "since": "since", "day": ""}
SINGLE = frozenset({"given", "middle", "family", "prefix", "suffix", "nickname", "company", "department", "role",
                    "saygiven", "sayfamily", "say", "uid", "action", "birthyear", "birthmonth", "birthdayofmonth",
                    "housenumber", "work", "language", "tag", "standing", "keeper", "wish",
                    "gone"})
REACHED = frozenset({"email", "phone", "mobile", "address", "street", "zipcity"})


@dataclass(slots=True)
class Place:
    """The columns of one address."""

    label: str = ""
    label_at: int | None = None
    parts: dict[str, list[int]] = field(default_factory=dict)


@dataclass(slots=True)
class Plan:
    """Columns by what they give; a column is named by its number."""

    single: dict[str, list[int]] = field(default_factory=dict)
    ways: list[tuple[str, int, int | None, str]] = field(default_factory=list)
    places: dict[tuple[str, int], Place] = field(default_factory=dict)
    days: list[tuple[str, int, int | None, bool]] = field(default_factory=list)
    relations: list[tuple[str, int, int | None]] = field(default_factory=list)
    topics: list[tuple[str, int]] = field(default_factory=list)
    raw: list[int] = field(default_factory=list)
    raw_labels: dict[int, int] = field(default_factory=dict)
    columns: list[Column | None] = field(default_factory=list)
    orders: dict[int, bool] = field(default_factory=dict)     # of each column of days: whether the day comes first

    @property
    def has_people(self) -> bool:
        """Whether any column names people, so that a customer without one may be a business."""
        return bool(self.single.keys() & {"name", "given", "family"})


def by_content(table: Table) -> Table:
    """The table with its columns known by what stands in them, where its headers say nothing."""
    if any(table.columns):
        return table
    first, *others = table.rows
    columns = _columns_of(others or [first])
    shapes = dict(SHAPES)
    head = any(column and column.field in shapes and not _mostly([first], at, shapes[column.field])
               for at, column in enumerate(columns))
    if head and others:
        return Table([*map(cell_text, first), *[""] * (len(columns) - len(first))], columns, others, table.first + 1)
    return table._replace(columns=_columns_of(table.rows))


class Choices(NamedTuple):
    """What a person chose for columns, by their number: what they become, and whether the day comes first."""

    columns: Mapping[int, Column | None] = MappingProxyType({})
    orders: Mapping[int, bool] = MappingProxyType({})
    day_first: bool | None = None


def of_table(table: Table, *, country: str, choices: Choices) -> Plan | None:
    """The plan for a table, None where it is not of contacts."""
    columns = settled(table)
    for at, column in choices.columns.items():
        columns[at] = column
    if not _of_contacts(columns) and not choices.columns:
        return None
    plan = Plan(columns=columns)
    numbered: dict[tuple[str, int], dict[str, int]] = {}
    towns = {"city", "postcode", "zipcity"}
    own_cities = {(each.place, each.number) for each in columns if each and each.field in towns}
    order = choices.day_first if choices.day_first is not None else country not in MONTH_FIRST
    days = _Days(table.rows, order, choices.orders)
    filled = {at for row in table.rows for at, cell in enumerate(row) if cell}
    for at, column in enumerate(columns):
        if at not in filled:
            continue
        if column is None or column.field == "photo":
            plan.raw.append(at)
        elif "." in column.field:
            kind, _dot, part = column.field.partition(".")
            numbered.setdefault((kind, column.number), {})[part] = at
        else:
            number = column.number if (column.place, column.number) in own_cities else 1
            _place(plan, at, column._replace(number=number), days)
    for (kind, number), parts in numbered.items():
        _place_numbered(plan, (kind, number), parts, days)
    plan.orders = {at: first for _kind, at, _label, first in plan.days}
    return plan


def settled(table: Table) -> list[Column | None]:
    """What the columns of a table were understood as, beside each other."""
    columns = list(table.columns)
    _settle_names(columns, table.rows)
    return columns


class _Days(NamedTuple):
    """What tells whether the days of a column put the day first: someone's choice, its cells, else the country."""

    rows: list[list[str]]
    default: bool
    chosen: Mapping[int, bool]

    def first(self, at: int) -> bool:
        if at in self.chosen:
            return self.chosen[at]
        told = dates.order_of([row[at] for row in self.rows if len(row) > at])
        return self.default if told is None else told


def _place(plan: Plan, at: int, column: Column, days: _Days) -> None:
    name = column.field
    if name in PHONES:
        plan.ways.append(("phone", at, None, _label(column.place, PHONES[name])))
    elif name in {"email", "web", "im"}:
        plan.ways.append((name, at, None, _label(column.place)))
    elif name in {*ADDRESS_PARTS, "address", "zipcity", "housenumber"}:
        place = plan.places.setdefault((column.place, column.number), Place(_label(column.place)))
        place.parts.setdefault("street" if name == "housenumber" else name, []).append(at)
    elif name in DAYS:
        plan.days.append((DAYS[name] or column.place or _("day"), at, None, days.first(at)))
    elif name in RELATIONS:
        plan.relations.append((RELATIONS[name] or column.place, at, None))
    elif name in TOPICS:
        plan.topics.append((TOPICS[name] or column.place or "note", at))
    elif name in SINGLE or name in {"name", "customer", "title"}:
        plan.single.setdefault(name, []).append(at)


def _label(place: str, kind: str = "") -> str:
    """The label of a column of ways; a star before it, as Google has it, where it is of those that are preferred."""
    label, _comma, told = place.rpartition(", ")
    star = "* " if told == PREFERRED else ""
    return star + labels.of_types(filter(None, (label if star else place, kind)))


def _place_numbered(plan: Plan, kind_and_number: tuple[str, int], parts: dict[str, int], days: _Days) -> None:
    """Google's numbered columns, whose label stands in a cell of its own."""
    kind, number = kind_and_number
    told = parts.get("label", parts.get("type"))
    value = parts.get("value")
    if kind in {"email", "phone", "website", "im"} and value is not None:
        way = {"website": "web"}.get(kind, kind)
        plan.ways.append((way, value, parts.get("service", told), ""))
    elif kind == "address":
        place = plan.places.setdefault((f"#{number}", number), Place("", told))
        for part, at in parts.items():
            if part in GOOGLE_PARTS:
                place.parts.setdefault(GOOGLE_PARTS[part], []).append(at)
    elif kind == "organization":
        for part, name in (("name", "company"), ("title", "role"), ("department", "department")):
            if part in parts:
                plan.single.setdefault(name, []).append(parts[part])
    elif value is not None and kind == "relation":
        plan.relations.append(("", value, told))
    elif value is not None and kind == "event":
        plan.days.append((_("day"), value, told, days.first(value)))
    else:
        plan.raw += [at for at in parts.values() if at != told]
        plan.raw_labels |= {at: told for at in parts.values() if told is not None}


def _settle_names(columns: list[Column | None], rows: list[list[str]]) -> None:
    """Decide what "Name", "Customer", "Contact" and "Title" mean beside the other columns of this table."""
    for at, column in enumerate(columns):
        if column and column.field == "contact":
            reached = next((kind for kind, shape in SHAPES if _mostly(rows, at, shape)), "contact")
            columns[at] = Column(reached)
    fields = {column.field for column in columns if column}
    meaning = {"contact": "name", "aniversario": "anniversary" if "birthday" in fields else "birthday"}
    if ("given" in fields) != ("family" in fields) and not fields & {"contact", "name"}:
        meaning["customer"] = "family" if "family" not in fields else "given"
    elif "company" in fields and ("contact" in fields or {"given", "family"} <= fields or "name" in fields):
        meaning["customer"] = "account"
    if "contact" in fields and "customer" not in fields and "company" not in fields:
        meaning["name"] = "customer"
    elif ("given" in fields) != ("family" in fields):
        meaning["name"] = "family" if "given" in fields else "given"
    titles = [at for at, column in enumerate(columns) if column and column.field == "title"]
    for at in titles:
        first_of_two = at == titles[0] and len(titles) > 1
        columns[at] = Column("prefix" if first_of_two or "role" in fields else "role" if len(titles) > 1 else "title")
    for at, column in enumerate(columns):
        if column and column.field in meaning:
            columns[at] = column._replace(field=meaning[column.field])


def _of_contacts(columns: list[Column | None]) -> bool:
    fields = {column.field.partition(".")[0] for column in columns if column}
    named = bool(fields & {"name", "customer", "company", "given", "family"})
    known = sum(column is not None for column in columns)
    if {"given", "family"} <= fields or "email" in fields or fields & {"phone", "mobile"}:
        return True
    return named and (bool(fields & REACHED) or "birthday" in fields or known * 2 > len(columns))


def _columns_of(rows: list[list[str]]) -> list[Column | None]:
    """Columns of a table without headers, by what stands in them; all unknown where no one can be reached by them."""
    wide = min(max(map(len, rows), default=0), WIDEST)
    columns: list[Column | None] = []
    for at in range(wide):
        kind = next((kind for kind, shape in SHAPES if _mostly(rows, at, shape)), "")
        columns.append(Column(kind) if kind else None)
    if any(columns):
        name = next((at for at in range(wide) if columns[at] is None and _mostly(rows, at, WORDS)), None)
        if name is not None:
            columns[name] = Column("name")
    return columns


def _mostly(rows: list[list[str]], at: int, shape: re.Pattern[str]) -> bool:
    filled = [text for row in rows[:200] if len(row) > at and (text := cell_text(row[at]))]
    fitting = sum(len(text) < 200 and shape.match(text) is not None and dates.read(text) is None for text in filled)
    return fitting * 2 > len(filled)
