"""Narrowing the list of customers: terms as one value, the customers whom they leave, and each term in words.

`ids` is one question over everybody, in sets. `steps` looks at a few hundred customers at a time, so that a window
never waits: what is cheap by an index for all narrows first, the rest is asked of each customer.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from lovedesk.shop.customers import STANDINGS
from lovedesk.shop.folding import fold, spaced
from lovedesk.shop.tables import LIVE_CUSTOMER, NOT_CUSTOMER, rows
from lovedesk.store.ids import id_of

NEGLECTED = ("enquiring", "customer")       # whom we can neglect: who came once or is gone is only asked for by name
BY_NAME, BY_TOUCH = "name", "touch"
MISSING = ("birthday", "phone", "email", "address", "since", "keeper")
_STEP = 400             # customers asked about in one step: 4 ms
_PAGE = 3000            # customers read in one step, where an index alone answers
_TOUCHES = 1200         # touches read in one step
_RARE = 3               # letters of a word that the index finds sooner than a look at each customer's texts


class Terms(NamedTuple):
    """What narrows the list; all of them hold at once, of several standings one. Empty leaves everybody.

    Without a standing, those who are no customers are left out, and one-off and gone ones where it is about neglect.
    """

    tags: tuple[str, ...] = ()
    standings: tuple[str, ...] = ()
    place: str = ""                             # in an address of theirs
    keeper: int | None = None                   # who looks after them
    touched_before: dt.date | None = None       # no touch on this day or since
    touched_since: dt.date | None = None
    never_touched: bool = False
    sign_before: dt.date | None = None          # no sign of theirs on this day or since
    nothing_ahead: bool = False
    missing: tuple[str, ...] = ()
    words: str = ""                             # in any text of theirs

    def json(self) -> str:
        """The terms as they are kept."""
        said = {name: value.isoformat() if isinstance(value, dt.date) else value
                for name, value in self._asdict().items() if value != getattr(Terms(), name)}
        return json.dumps(said, ensure_ascii=False)


def read(text: str) -> Terms:
    """Terms from what `Terms.json` wrote; what a newer Lovedesk or a damaged file says besides is left out."""
    try:
        said = json.loads(text)
    except ValueError:
        return Terms()
    return Terms(**{name: value for name in Terms._fields if isinstance(said, dict) and name in said
                    if (value := _read(name, said[name])) is not None})


def _read(name: str, value: Any) -> Any:
    match name:
        case "tags" | "standings" | "missing":
            known = {"tags": None, "standings": STANDINGS, "missing": MISSING}[name]
            return tuple(word for word in value if isinstance(word, str) and (known is None or word in known)) \
                if isinstance(value, list) else None
        case "touched_before" | "touched_since" | "sign_before":
            try:
                return dt.date.fromisoformat(value)
            except (TypeError, ValueError):
                return None
    kind = {"place": str, "words": str, "keeper": int}.get(name, bool)
    return value if isinstance(value, kind) else None


class _Asked(NamedTuple):
    """A condition on `customer c`, with its values."""

    sql: str
    values: tuple[object, ...] = ()


class _Source(NamedTuple):
    """A question for customers, merged ones too, as its one column `whom`."""

    sql: str
    values: tuple[object, ...] = ()

    def has(self, *, each: bool, no: bool = False) -> _Asked:
        """That a customer is among them, or one who was merged into them; asked of `each`, or of all at once."""
        if each:
            found = f"exists (select 1 from head h cross join ({self.sql}) f on f.whom = h.id where h.head = c.id)"
            return _Asked(f"not {found}" if no else found, self.values)
        merged = f"select g.head from head g where g.head <> g.id and g.id in ({self.sql})"
        found = f"+c.id not in ({self.sql}) and c.id not in ({merged})" if no else \
            f"c.id in (select whom from ({self.sql}) union all {merged})"
        return _Asked(found, self.values * 2)


_DONE = """select x.customer_id whom from touchpoint_customer x cross join touchpoint t on t.id = x.touchpoint_id
           and t.state = 'live' and t.done_at is not null {and_} where x.state = 'live'"""
_SIGNS = _DONE.format(and_="and (t.began = 'they' or t.said <> '') and t.start >= ?") + """
    union all select customer_id from request where state = 'live' and asked_on >= ?
    union all select customer_id from job where state = 'live' and asked_on >= ?"""
_AHEAD = """select f.customer_id whom from follow_up f where f.state = 'live' and f.done_at is null
              and f.dropped_at is null and f.customer_id is not null
            union all select x.customer_id from touchpoint_customer x cross join touchpoint t
              on t.id = x.touchpoint_id and t.state = 'live' and t.done_at is null and t.cancelled_at is null
              and t.start >= ? where x.state = 'live'
            union all select f.customer_id from series s cross join follow_up f on f.id = s.id
              and f.customer_id is not null where s.state = 'live' and exists (
                select 1 from occurrence o where o.series = s.id)
            union all select x.customer_id from series s cross join touchpoint_customer x on x.touchpoint_id = s.id
              and x.state = 'live' where s.state = 'live' and exists (
                select 1 from occurrence o where o.series = s.id and o.start >= ?)"""
_HOLDS = """select customer_id whom from {table} where state = 'live' and +kind = ? and customer_id is not null
            union all select m.customer_id from membership m cross join {table} p on p.person_id = m.person_id
              and p.state = 'live' and +p.kind = ? where m.state = 'live'"""
_MATCH = "select rowid from search_index where search_index match ?"
_ADDRESS = f"""select s.customer whom from search_text s cross join contact_point p on p.id = s.row
               and p.kind = 'address' where s.tbl = 'contact_point' and s.id in ({_MATCH})"""
_TEXT = f"select s.customer whom from search_text s where s.id in ({_MATCH})"


def _cheap(terms: Terms) -> Iterator[_Asked]:
    """What an index answers for all customers in a few milliseconds."""
    neglected = terms.touched_before or terms.never_touched or terms.sign_before or terms.nothing_ahead
    usual = NEGLECTED if neglected else tuple(word for word in STANDINGS if word != NOT_CUSTOMER)
    standings = terms.standings or usual
    yield _Asked(f"c.standing in ({', '.join('?' * len(standings))})", standings)
    if terms.keeper is not None:
        yield _Asked("c.keeper_id = ?", (terms.keeper,))
    for fact in {"since", "keeper"} & set(terms.missing):
        yield _Asked("c.since is null" if fact == "since" else "c.keeper_id is null")
    for word in terms.tags:
        yield _Source("select customer_id whom from customer_tag where state = 'live' and tag_id in "
                      f"({', '.join(map(str, _tags(word)))})").has(each=False)
    if spaced(terms.place).split():
        yield _Source(_ADDRESS, (_match(spaced(terms.place).split()),)).has(each=False)
    for word in spaced(terms.words).split():
        if len(word) >= _RARE:
            yield _Source(_TEXT, (_match([word]),)).has(each=False)


def _tags(word: str) -> list[int]:
    """The tag of a word; while there is none, those that begin so, as it may still be being typed."""
    folded = fold(word.lstrip("#"))
    beginning = {row[0]: fold(row[1]) for row in rows("select id, name from tag where state = 'live'")
                 if fold(row[1]).startswith(folded)}
    exact = id_of("tag", folded)
    return [exact] if exact in beginning else list(beginning)


def _match(words: Sequence[str]) -> str:
    return " ".join(f'"{word}" *' for word in words)


def _dear(terms: Terms, now: dt.datetime, *, each: bool) -> Iterator[_Asked]:
    """What is asked of each customer while a window waits."""
    if terms.touched_before:
        yield _Source(_DONE.format(and_="and t.start >= ?"), (_day(terms.touched_before),)).has(each=each, no=True)
    if terms.touched_since:
        yield _Source(_DONE.format(and_="and t.start >= ?"), (_day(terms.touched_since),)).has(each=each)
    if terms.never_touched:
        yield _Source(_DONE.format(and_="")).has(each=each, no=True)
    if terms.sign_before:
        yield _Source(_SIGNS, (_day(terms.sign_before),) * 3).has(each=each, no=True)
    if terms.nothing_ahead:
        yield _Source(_AHEAD, (now.isoformat(timespec="minutes"),) * 2).has(each=each, no=True)
    for kind in terms.missing:
        if kind not in {"since", "keeper"}:
            table = "special_day" if kind == "birthday" else "contact_point"
            yield _Source(_HOLDS.format(table=table), (kind, kind)).has(each=each, no=True)
    for word in spaced(terms.words).split():
        if len(word) < _RARE:
            yield _Asked("""exists (select 1 from search_text s where s.customer = c.id
                            and (s.folded like ? or s.folded like ?))""", (f"{word}%", f"% {word}%"))


def _day(day: dt.date) -> str:
    return day.isoformat()


def ids(terms: Terms, now: dt.datetime, order: str = BY_NAME) -> list[int]:
    """The customers whom the terms leave, by name, or those first who were touched longest ago."""
    asked = [*_cheap(terms), *_dear(terms, now, each=_few(terms))]
    where, values = _where(asked)
    found = [row[0] for row in rows(f"select c.id from customer c where {where} order by c.sort_name, c.id", *values)]
    if order == BY_NAME:
        return found
    last: dict[int, None] = {}
    for step in _last_touches():
        _move_to_end(last, step)
    return [customer for part in _by_touch(found, last) for customer in part]


def _where(asked: Sequence[_Asked]) -> tuple[str, list[object]]:
    return (" and ".join([LIVE_CUSTOMER, *(part.sql for part in asked)]),
            [value for part in asked for value in part.values])


def steps(terms: Terms, now: dt.datetime, order: str = BY_NAME) -> Iterator[list[int]]:
    """The same customers in the same order, some at each step; no step takes long, an empty one says: go on."""
    asked = list(_dear(terms, now, each=True))
    if order == BY_NAME:
        for some in _pages(terms):
            yield from _left(some, asked) if asked else [some]
        return
    base: list[int] = []
    for some in _pages(terms):
        base += some
        yield []
    last: dict[int, None] = {}
    for step in _last_touches():
        _move_to_end(last, step)
        yield []
    for part in _by_touch(base, last):
        yield from _left(part, asked) if asked else [part]


def _left(some: list[int], asked: Sequence[_Asked]) -> Iterator[list[int]]:
    """Those of whom all that is asked of each holds, a step at a time."""
    where, values = _where(asked)
    for first in range(0, len(some), _STEP):
        step = some[first:first + _STEP]
        left = {row[0] for row in rows(
            f"select c.id from customer c where c.id in ({', '.join(map(str, step))}) and {where}", *values)}
        yield [customer for customer in step if customer in left]


def _few(terms: Terms) -> bool:
    """Whether an index names those whom the cheap terms leave, so that the rest is asked of these alone."""
    rare = any(len(word) >= _RARE for word in spaced(terms.words).split())
    return bool(terms.tags or spaced(terms.place).split() or rare)


def _pages(terms: Terms) -> Iterator[list[int]]:
    """Whom the cheap terms leave, by name: a page at a time, or at once where an index names a few."""
    where, values = _where(list(_cheap(terms)))
    few = _few(terms)
    name, last = "", 0
    while True:
        found = rows(f"""select c.id, c.sort_name from customer c where {where} and c.sort_name >= ?
                         and (c.sort_name, c.id) > (?, ?) order by c.sort_name, c.id limit ?""",
                     *values, name, name, last, -1 if few else _PAGE)
        yield [row[0] for row in found]
        if few or len(found) < _PAGE:
            return
        last, name = found[-1]


def _last_touches() -> Iterator[list[int]]:
    """Who was touched, from the first touch to the last, some at a time; whoever is touched again comes again."""
    start, last = "", 0
    while True:
        found = rows(
            """select t.start, t.id from touchpoint t where t.start >= ? and (t.start, t.id) > (?, ?)
               and t.state = 'live' and t.done_at is not null order by t.start, t.id limit ?""",
            start, start, last, _TOUCHES)
        if not found:
            return
        yield [row[0] for row in rows(
            f"""select h.head from touchpoint t cross join touchpoint_customer x on x.touchpoint_id = t.id
                  and x.state = 'live' cross join head h on h.id = x.customer_id
                where t.id in ({", ".join(str(row[1]) for row in found)}) order by t.start, t.id""")]
        start, last = found[-1]


def _move_to_end(last: dict[int, None], touched: list[int]) -> None:
    for customer in touched:
        last.pop(customer, None)
        last[customer] = None


def _by_touch(by_name: list[int], last: dict[int, None]) -> Iterator[list[int]]:
    """Whom we were never in touch with, by name; then those whose last touch is longest ago."""
    yield [customer for customer in by_name if customer not in last]
    wanted = set(by_name)
    yield [customer for customer in last if customer in wanted]
