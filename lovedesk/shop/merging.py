"""Making one of two customers or two people: a pointer, the chosen values, and nothing shown twice (practice A1).

What hangs on the one that goes keeps hanging on it and is read with the one that stays (see `heads`). What both had is
put away as an insert that was taken back, in the same action; so undo brings both back whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, NamedTuple

from lovedesk.shop import details
from lovedesk.shop.columns import LIVE, Row
from lovedesk.shop.comparing import COLUMNS, ONE, OTHER, compare, stored, suggested
from lovedesk.shop.duplicates import CUSTOMER, PERSON
from lovedesk.shop.folding import fold
from lovedesk.shop.heads import all_of, join
from lovedesk.shop.import_cards import way_key
from lovedesk.shop.putting import put
from lovedesk.shop.tables import (
    ContactPoint,
    Customer,
    CustomerTag,
    DeclinedQuestion,
    Detail,
    Link,
    Membership,
    NotSame,
    Person,
    SpecialDay,
    TouchpointCustomer,
    TouchpointPerson,
    rows,
)
from lovedesk.store.ids import id_of
from lovedesk.words import _

PUT_AWAY = "undone"
_MODELS: dict[str, type[Customer | Person]] = {CUSTOMER: Customer, PERSON: Person}


def merge(noun: str, this: int, into: int, choices: Mapping[str, int] | None = None) -> None:
    """Make `this` one with `into`, which stays; `choices` says for a field of `compare` whose value it is (ONE is
    this, OTHER is into). Two customers who are a single person each become one person too."""
    found = compare(noun, this, into)
    chosen = {field.key: field.suggested for field in found.fields} | dict(choices or {})
    left_out = [_("{label}: {value}").format(label=field.label, value=value) for field in found.fields
                if (value := field.values[1 - chosen[field.key]]) and field.key != "photo"]
    _point(noun, this, into, chosen)
    if found.people:
        _point(PERSON, *found.people, chosen)
    if left_out:
        text = _("Before the two were made one:") + "\n" + "\n".join(left_out)
        owner = {"person": into} if noun == PERSON else {"customer": into}
        put(Detail, id_of("left out", this, into), text=text, topic=details.NOTE, seen_by=details.HERE, **owner)


def two(one: int, other: int) -> None:
    """Remember that these are two; they are not proposed again."""
    low, high = sorted((one, other))
    put(NotSame, id_of("two", low, high), one=low, other=high)


def _point(noun: str, this: int, into: int, chosen: Mapping[str, int]) -> None:
    model, values = _MODELS[noun], stored(noun, this)
    kept = stored(noun, into)
    taken: dict[str, Any] = {}
    for key, columns in COLUMNS[noun].items():
        two_values = tuple(values[column] for column in columns), tuple(kept[column] for column in columns)
        if chosen.get(key, suggested(key, *two_values)) == ONE:
            taken |= dict(zip(columns, two_values[0], strict=True))
        elif key == "name" and fold(values["name"]) == fold(kept["name"]) and not any(two_values[1][1:]):
            taken |= {part: values[part] for part in columns}
    ((raw, more),) = rows(f"select a.raw, b.raw from {noun} a, {noun} b where a.id = ? and b.id = ?", into, this)
    if more and more not in raw:
        taken["raw"] = "\n".join(part for part in (raw, more) if part)
    if taken:
        model.update(taken).where(model.id == into).execute()
    both = [row for end in (into, this) for (row,) in rows(f"select id from head where id in {all_of('?')}", end)]
    model.update(merged_into=into).where(model.id == this).execute()
    if noun == PERSON and "birthday" in chosen:
        _put_birthday_away(this if chosen["birthday"] == OTHER else into)
    join(this, into)
    _Doubles(noun, both).put_away()


def _put_birthday_away(person: int) -> None:
    whose = [row for (row,) in rows(f"select id from head where id in {all_of('?')}", person)]
    SpecialDay.update(state=PUT_AWAY).where(
        SpecialDay.person.in_(whose), SpecialDay.kind == "birthday", SpecialDay.state == LIVE).execute()


class _Way(NamedTuple):
    id: int
    note: str
    way_in: str


class _Doubles:
    """What stands twice once some rows, whose ids are given, are one; the first owner's is kept."""

    def __init__(self, noun: str, owners: list[int]) -> None:
        self._noun, self._owners = noun, owners
        self._marks = ", ".join(map(str, owners))

    def put_away(self) -> None:
        """Leave one of each."""
        self._ways()
        self._days()
        self._same(Detail, "topic, text", "superseded_by_id is null")
        if self._noun == CUSTOMER:
            self._same(CustomerTag, "tag_id")
            self._same(DeclinedQuestion, "slug")
            self._same(TouchpointCustomer, "touchpoint_id")
            self._same(Membership, "(select head from head where id = person_id), of_person_id", order="role = ''")
        else:
            self._same(TouchpointPerson, "touchpoint_id")
            self._same(Membership, "(select head from head where id = customer_id), of_person_id", order="role = ''")
        self._to_themselves()

    def _of(self, table: str, columns: str, where: str = "1", order: str = "null") -> list[tuple[Any, ...]]:
        """Live rows, the first owner's before the second's."""
        return rows(f"""select id, {columns} from {table} where {self._noun}_id in ({self._marks}) and state = 'live'
                        and {where} order by {order}, {self._noun}_id <> {self._owners[0]}, id""")

    def _away(self, model: type[Row], ids: list[int]) -> None:
        if ids:
            model.update(state=PUT_AWAY).where(model.id.in_(ids)).execute()

    def _same(self, model: type[Row], columns: str, where: str = "1", order: str = "null") -> None:
        seen: set[tuple[Any, ...]] = set()
        away = []
        for row, *values in self._of(str(model._meta.table_name), columns, where, order):
            key = tuple(fold(value) if isinstance(value, str) else value for value in values)
            if key in seen:
                away.append(row)
            seen.add(key)
        self._away(model, away)

    def _ways(self) -> None:
        """The same number once: the preferred one; both where each has a note that the other has not."""
        kept: dict[str, _Way] = {}
        away, steps_back, preferred = [], [], False
        for row, kind, value, note, way_in, wished in self._of(
                "contact_point", "kind, value, note, way_in, preferred", order="preferred = 0, note = '', way_in = ''"):
            first = kept.setdefault(way_key(kind, value), _Way(row, note, way_in))
            if first.id != row and note in {"", first.note} and way_in in {"", first.way_in}:
                away.append(row)
            elif wished and preferred:
                steps_back.append(row)
            preferred = preferred or bool(wished)
        self._away(ContactPoint, away)
        if steps_back:
            ContactPoint.update(preferred=0).where(ContactPoint.id.in_(steps_back)).execute()

    def _days(self) -> None:
        """The same day once: the one whose year is known."""
        years: defaultdict[tuple[str, int, int], set[int | None]] = defaultdict(set)
        away = []
        for row, kind, month, day, year in self._of("special_day", "kind, month, day, year", order="year is null"):
            seen = years[kind, month, day]
            if seen and (year is None or year in seen):
                away.append(row)
            seen.add(year)
        self._away(SpecialDay, away)

    def _to_themselves(self) -> None:
        """Nobody is tied to themselves, nor their own family."""
        noun, marks = self._noun, self._marks
        self._away(Link, [row for (row,) in rows(
            f"""select id from link where state = 'live' and from_{noun}_id in ({marks})
                and to_{noun}_id in ({marks})""")])
        if noun == PERSON:
            self._away(Membership, [row for (row,) in rows(
                f"""select id from membership where state = 'live' and person_id in ({marks})
                    and of_person_id in ({marks})""")])
