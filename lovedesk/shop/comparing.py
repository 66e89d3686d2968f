"""Two customers or two people side by side: what differs, to choose from, and what hangs on each (see `merging`)."""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

from lovedesk.mishaps import Refused
from lovedesk.shop import builtin, customers
from lovedesk.shop.duplicates import CUSTOMER, PERSON
from lovedesk.shop.folding import fold
from lovedesk.shop.heads import LIVE_PERSON, all_of, head_of, people_of
from lovedesk.shop.tables import LIVE_CUSTOMER, TRASHED, rows
from lovedesk.words import _, date_full, day_of_month

ONE, OTHER = 0, 1       # which of the two a value is taken from
WAYS = 6                # numbers and addresses that are enough to know someone by

# What is chosen together: the columns of a field.
COLUMNS = {
    CUSTOMER: {"name": ("name", "sort_name"), "kind": ("kind",), "standing": ("standing", "gone_on"),
               "since": ("since",), "keeper": ("keeper_id",), "photo": ("photo",)},
    PERSON: {"name": ("name", "prefix", "given", "middle", "family", "suffix"), "nickname": ("nickname",),
             "say": ("say",), "work": ("work",), "language": ("language",), "wish": ("wish_channel", "wish_time"),
             "gone": ("gone", "gone_on"), "photo": ("photo",), "kind": ("kind",)},
}


_NOTHING_SAYS = frozenset({"kind", "gone"})     # fields whose emptiness says something: a person, who is with us


class Field(NamedTuple):
    """A field in which the two differ: its word, both values as people read them, and which one is suggested."""

    key: str
    label: str
    values: tuple[str, str]
    suggested: int

    @property
    def open(self) -> bool:
        """Whether someone has to choose: what only one of the two has is simply kept."""
        return all(self.values) or self.key in _NOTHING_SAYS


class Side(NamedTuple):
    """One of the two: who it is, how to reach them, and how much hangs on it."""

    id: int
    name: str
    kind: str
    photo: str
    people: list[str]
    ways: list[str]
    touches: int
    details: int
    jobs: int
    followups: int


class Compared(NamedTuple):
    """Two side by side; `people` are the two persons where both customers are a single one, who become one too."""

    noun: str
    sides: tuple[Side, Side]
    fields: list[Field]
    people: tuple[int, int] | None


def compare(noun: str, one: int, other: int) -> Compared:
    """Put two side by side; Refused, with the reason, where they cannot become one."""
    check(noun, one, other)
    fields = _fields(noun, one, other)
    alone = people_alone(one, other) if noun == CUSTOMER else None
    if alone:
        known = {field.key for field in fields} | {"name", "photo", "kind"}
        fields += [field for field in _fields(PERSON, *alone) if field.key not in known]
    return Compared(noun, (_side(noun, one), _side(noun, other)), fields, alone)


def check(noun: str, one: int, other: int) -> None:
    """Raise Refused unless these are two who are here."""
    for row in (one, other):
        found = rows(f"select name, state, merged_into_id from {noun} where id = ?", row)
        if not found or found[0][1] not in {"live", TRASHED}:
            raise Refused(_("They are not here any more. Look in the trash."))
        name, state, _into = found[0]
        if state == TRASHED:
            raise Refused(_("{name} is in the trash. Take them back from there first.").format(name=name))
        if (head := head_of(row)) != row:
            ((kept,),) = rows(f"select name from {noun} where id = ?", head)
            raise Refused(_("{name} was made one with {kept} already.").format(name=name, kept=kept))
    if one == other:
        raise Refused(_("This is one already: choose two."))


def known(words: str) -> tuple[int, str] | None:
    """The customer of this id; or the only one of this name where all of that name are in the trash."""
    if words.isdecimal() and len(words) < 20:
        found = rows("select id, name from customer where id = cast(? as integer)", words)
    else:
        found = rows("select id, name from customer where sort_name = ? and state in ('live', ?)", fold(words), TRASHED)
        found = [] if customers.named(words) else found
    return found[0] if len(found) == 1 else None


def people_alone(one: int, other: int) -> tuple[int, int] | None:
    """The two persons where both customers are a single one each; None otherwise, and where it is the same one."""
    found = [row[0] for customer in (one, other) for row in rows(
        f"""select distinct w.head from customer c join head h on h.head = c.id
              join membership m on m.customer_id = h.id and m.state = 'live' and m.of_person_id is null
              join head w on w.id = m.person_id join person p on p.id = w.head and {LIVE_PERSON}
            where c.id = ? and c.kind = 'person' and {LIVE_CUSTOMER} and 1 = (
              select count(distinct v.head) from head g join membership n on n.customer_id = g.id
                and n.state = 'live' and n.of_person_id is null join head v on v.id = n.person_id
              where g.head = c.id)""", customer)]
    return (found[0], found[1]) if len(found) == 2 and found[0] != found[1] else None


def stored(noun: str, row: int) -> dict[str, Any]:
    """The columns of one of them that can be chosen."""
    names = [column for columns in COLUMNS[noun].values() for column in columns]
    (values,) = rows(f"select {', '.join(names)} from {noun} where id = ?", row)
    return dict(zip(names, values, strict=True))


def _fields(noun: str, one: int, other: int) -> list[Field]:
    two = stored(noun, one), stored(noun, other)
    found = []
    for key, columns in COLUMNS[noun].items():
        values = tuple(tuple(side[column] for column in columns) for side in two)
        if values[0] != values[1] and any(map(any, values)):
            shown = _shown(key, values[0]), _shown(key, values[1])
            found.append(Field(key, label(key), shown, suggested(key, *values)))
    if noun == PERSON:
        first, second = _birthday(one), _birthday(other)
        if first and second and (first[:2] != second[:2] or (first[2] and second[2] and first != second)):
            shown = _day(*first), _day(*second)
            found.append(Field("birthday", label("birthday"), shown, OTHER))
    return found


def _birthday(person: int) -> tuple[int, int, int | None] | None:
    found = rows(f"""select month, day, year from special_day where person_id in {all_of("?")} and kind = 'birthday'
                     and state = 'live' order by year is null, id limit 1""", person)
    return found[0] if found else None


def _day(month: int, day: int, year: int | None) -> str:
    return _("{day} {year}").format(day=day_of_month(month, day), year=year or "").strip()


def suggested(key: str, one: tuple[Any, ...], other: tuple[Any, ...]) -> int:
    """What is there before what is not; the longer time as a customer; else as the second has it."""
    if not any(one):
        return OTHER
    if not any(other) or (key == "since" and one < other):
        return ONE
    return OTHER


def label(key: str) -> str:
    """A field's word."""
    return {"name": _("Name"), "kind": _("Kind"), "standing": _("Standing"), "since": _("Customer since"),
            "keeper": _("Looks after them"), "photo": _("Photo"), "nickname": _("Nickname"), "say": _("Say it"),
            "work": _("Work"), "language": _("Language"), "wish": _("Wishes to be reached"), "gone": _("Gone"),
            "birthday": _("Birthday")}[key]


def _shown(key: str, values: tuple[Any, ...]) -> str:
    first = str(values[0] or "")
    if not any(values):
        return ""
    match key:
        case "standing":
            first = customers.standing_word(first)
        case "since":
            first = date_full(dt.date.fromisoformat(first))
        case "keeper":
            ((first,),) = rows("select name from shopkeeper where id = ?", values[0])
        case "photo":
            first = _("This photo")
        case "kind":
            first = {"business": _("Business"), "pet": _("Pet")}.get(first, _("Person"))
        case "wish":
            first = " ".join(part for part in (builtin.channel_label(first) if first else "", values[1]) if part)
        case "gone":
            first = {"died": _("Died"), "left": _("Left")}.get(first, first)
    return first


def _side(noun: str, row: int) -> Side:
    own = all_of("?1")
    if noun == CUSTOMER:
        whose = f"(x.customer_id in {own} or x.person_id in {people_of('?1')})"
        met = f"touchpoint_customer l where l.state = 'live' and l.customer_id in {own}"
        people = [name for (name,) in rows(f"select p.name from person p where p.id in {people_of('?1')} and "
                                           f"{LIVE_PERSON} order by p.id", row)]
    else:
        whose = f"x.person_id in {own}"
        met = f"touchpoint_person l where l.state = 'live' and l.person_id in {own}"
        people = [name for (name,) in rows(
            f"""select c.name from membership m join head h on h.id = m.customer_id
                join customer c on c.id = h.head and {LIVE_CUSTOMER}
                where m.person_id in {own} and m.state = 'live' order by m.id""", row)]
    ((name, kind, photo),) = rows(f"select name, kind, photo from {noun} where id = ?", row)
    ((touches, details, jobs, followups),) = rows(
        f"""select (select count(distinct t.id) from {met.replace(" where", " join touchpoint t on t.id = "
             "l.touchpoint_id and t.state = 'live' where", 1)}),
              (select count(*) from detail x where {whose} and x.state = 'live' and x.superseded_by_id is null),
              (select count(*) from job x where {whose} and x.state = 'live'),
              (select count(*) from follow_up x where {whose} and x.state = 'live')""", row)
    ways = [", ".join(line.strip() for line in value.splitlines()) for (value,) in rows(
        f"select x.value from contact_point x where {whose} and x.state = 'live' order by x.kind <> 'phone', "
        f"x.kind <> 'email', x.id limit {WAYS}", row)]
    return Side(row, name, kind, photo, [one for one in dict.fromkeys(people) if fold(one) != fold(name)],
                list(dict.fromkeys(ways)), touches, details, jobs, followups)
