"""Search: folded words of everything ever entered, by prefix, in any order; numbers by their digits as written or not.

The index is local and derived: `refresh` follows each action, inside its transaction, for the rows that it touched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import apsw

from lovedesk.shop.folding import digits, fold, spaced
from lovedesk.shop.heads import all_of
from lovedesk.shop.tables import LIVE_CUSTOMER
from lovedesk.shop.tables import rows as ask
from lovedesk.store.database import one, rows
from lovedesk.store.journal import Touched

SHOWN = 200             # more hits than anyone reads; typing on narrows them
HITS = 50               # of those, how many are shown with their words
_MANY = 1000            # texts that go stale at once; with more, a new index may be cheaper
FEW = 10                # fewer hits are filled up by those that hold the words inside words
_STEP = 8_000           # texts looked through in one step: 6 ms
_CANDIDATES = 1500      # texts of a word that are looked at
_ACROSS = 400           # texts of the rarest word, for which the other words are looked for in other texts

# For each table: what its rows say, and of which customer. A person's texts stand once for each of their customers;
# what hangs on a person or a visit that is not live says nothing.
_AT = "join membership m on m.person_id = r.id and m.state = 'live'"
_OF_PERSON = ("join membership m on m.person_id = r.person_id and m.state = 'live' "
              "and exists (select 1 from person p where p.id = m.person_id and p.state = 'live')")
_TEXTS = {
    "customer": "select r.id, r.id, r.name from customer r where {ids}",
    "person": "select r.id, m.customer_id, r.name || ' ' || r.nickname || ' ' || r.say || ' ' || m.role from person r "
              + _AT + " where r.state = 'live' and {ids}",
    "contact_point": "select r.id, coalesce(r.customer_id, m.customer_id), r.value || ' ' || r.label || ' ' || r.note "
                     "from contact_point r left " + _OF_PERSON + " where r.state = 'live' and {ids}",
    "detail": "select r.id, coalesce(r.customer_id, m.customer_id), r.text || ' ' || r.change from detail r left "
              + _OF_PERSON + " where r.state = 'live' and {ids}",
    "touchpoint": "select r.id, l.customer_id, r.title || ' ' || r.value || ' ' || r.notes || ' ' || r.said "
                  "from touchpoint r join touchpoint_customer l on l.touchpoint_id = r.id and l.state = 'live' "
                  "where r.state = 'live' and {ids}",
    "touchpoint_item": "select r.id, l.customer_id, r.text || ' ' || r.answer from touchpoint_item r "
                       "join touchpoint t on t.id = r.touchpoint_id and t.state = 'live' "
                       "join touchpoint_customer l on l.touchpoint_id = t.id and l.state = 'live' "
                       "where r.state = 'live' and {ids}",
    "follow_up": "select r.id, r.customer_id, r.title from follow_up r where r.state = 'live' and {ids}",
    "customer_tag": "select r.id, r.customer_id, g.name from customer_tag r join tag g on g.id = r.tag_id "
                    "and g.state = 'live' where r.state = 'live' and {ids}",
}
_COLUMNS = {
    "customer": {"name", "state"}, "person": {"name", "nickname", "say", "state"},
    "contact_point": {"value", "label", "note", "state"}, "detail": {"text", "change", "state", "person_id"},
    "touchpoint": {"title", "value", "notes", "said", "state"}, "touchpoint_item": {"text", "answer", "state"},
    "follow_up": {"title", "state", "customer_id"}, "customer_tag": {"tag_id", "state"},
}


class _Link(NamedTuple):
    """A row whose change moves other texts: its table and column, and the texts with the key that hangs on it."""

    table: str
    column: str
    texts: str
    key: str
    only: str = ""      # only when this column changes


_LINKS = (
    _Link("membership", "person_id", "person", "id"),
    _Link("membership", "person_id", "contact_point", "person_id"),
    _Link("membership", "person_id", "detail", "person_id"),
    _Link("touchpoint_customer", "touchpoint_id", "touchpoint", "id"),
    _Link("touchpoint_customer", "touchpoint_id", "touchpoint_item", "touchpoint_id"),
    _Link("person", "id", "contact_point", "person_id", only="state"),
    _Link("person", "id", "detail", "person_id", only="state"),
    _Link("touchpoint", "id", "touchpoint_item", "touchpoint_id", only="state"),
    _Link("tag", "id", "customer_tag", "tag_id"),
)


def refresh(connection: apsw.Connection, touched: dict[str, Touched]) -> None:
    """Bring the index up to what an action touched; called by the desk inside the action's transaction."""
    stale: dict[str, set[int]] = {}
    for table, what in touched.items():
        if table in _COLUMNS:
            stale.setdefault(table, set()).update(row for row, columns in what.rows.items()
                                                  if columns & _COLUMNS[table])
    for link in _LINKS:
        changed = touched[link.table].rows if link.table in touched else {}
        moved = [row for row, columns in changed.items() if not link.only or link.only in columns]
        if moved:
            stale.setdefault(link.texts, set()).update(_hanging(connection, link, moved))
    many = sum(map(len, stale.values()))
    if many > _MANY and many * 4 > one(connection, "select count(*) from search_text")[0]:
        rebuild(connection)     # the undo of a first import: taking texts out one by one costs ten times as much
        return
    for table, ids in stale.items():
        _refresh_rows(connection, table, ids)
    for table, query in _TEXTS.items():
        for first, last in touched[table].ranges if table in touched else ():
            _add(connection, table, rows(connection, query.format(ids="r.id between ? and ?"), (first, last)))


def _hanging(connection: apsw.Connection, link: _Link, ids: Iterable[int]) -> set[int]:
    query = f"select id from {link.texts} where {link.key} = (select {link.column} from {link.table} where id = ?)"
    return {hit for row in ids for (hit,) in rows(connection, query, (row,))}


def _refresh_rows(connection: apsw.Connection, table: str, ids: set[int]) -> None:
    old = "select id from search_text where row = ? and tbl = ?"
    pairs = [(row, table) for row in ids]
    connection.executemany(f"delete from search_index where rowid in ({old})", pairs)
    connection.executemany(f"delete from search_text where id in ({old})", pairs)
    texts: list[tuple[Any, ...]] = []
    for row in ids:
        texts += rows(connection, _TEXTS[table].format(ids="r.id = ?"), (row,))
    _add(connection, table, texts)


def _add(connection: apsw.Connection, table: str, texts: list[tuple[Any, ...]]) -> None:
    (last,) = one(connection, "select coalesce(max(id), 0) from search_text")
    numbers = table == "contact_point"
    added = []
    for n, (row, customer, text) in enumerate(texts, last + 1):
        folded = spaced(text)
        if numbers and (number := digits(text)) and len(number) > 3:
            folded = f"{folded} {number}"
        if customer is not None and folded and not folded.isspace():    # some things are for nobody yet
            added.append((n, table, row, customer, folded))
    if added:
        connection.executemany("insert into search_text values (?, ?, ?, ?, ?)", added)
        connection.executemany("insert into search_index (rowid, folded) values (?, ?)",
                               [(row[0], row[4]) for row in added])


def rebuild(connection: apsw.Connection) -> None:
    """Make the whole index anew."""
    connection.execute("delete from search_text")
    connection.execute("insert into search_index (search_index) values ('delete-all')")
    for table, query in _TEXTS.items():
        _add(connection, table, rows(connection, query.format(ids="1")))


_HOLDS_TOO = f""" and exists (select 1 from search_text t where t.customer in {all_of("c.id")}
                 and (t.folded like ? escape '\\' or t.folded like ? escape '\\'))"""


class Found(NamedTuple):
    """Customers that a search found, in order of their names; `more` when there are too many to show."""

    ids: list[int]
    more: bool


class Hit(NamedTuple):
    """A customer and the text in which the first word was found."""

    customer: int
    name: str
    text: str


def customers(text: str, *, others: bool = False) -> Found:
    """Live customers that hold every word of `text`, each as the beginning of a word, or a number's digits.

    Fewer than ten are filled up by those that hold the words inside words. With others=False, those who are no
    customers (suppliers, friends) are left out.
    """
    found = by_beginnings(text, others=others)
    if len(found.ids) >= FEW or found.more:
        return found
    further = [hit for step in inside_words(text, others=others) for hit in step]
    return Found(list(dict.fromkeys(found.ids + further)), more=False)


def by_beginnings(text: str, *, others: bool = False) -> Found:
    """The same without looking inside words: what the list shows at once while typing."""
    words = _words(text)
    return Found(*_by_prefix(words, _standing(others=others))) if words else Found([], more=False)


def inside_words(text: str, *, others: bool = False) -> Iterator[list[int]]:
    """Customers that hold the words of `text` inside words, a short step of looking at a time."""
    words = [_core(word) for word in _words(text)]
    ((last,),) = ask("select coalesce(max(id), 0) from search_text")
    for first in range(1, last + 1, _STEP) if words else ():
        yield _inside(words, _standing(others=others), first, first + _STEP - 1)


def _standing(*, others: bool) -> str:
    return LIVE_CUSTOMER if others else f"{LIVE_CUSTOMER} and c.standing <> 'other'"


def hits(text: str) -> list[Hit]:
    """What was found, with the words around it: the first text of each customer that holds the first word."""
    words = _words(text)
    found = []
    for customer in customers(text, others=True).ids[:HITS]:
        ((name, where),) = ask(
            f"select c.name, (select s.tbl || ' ' || s.row from search_text s where s.customer in {all_of('c.id')} "
            "and s.folded like ? escape '\\' limit 1) from customer c where c.id = ?",
            f"%{_escaped(_core(words[0]))}%", customer)
        table, _blank, row = (where or f"customer {customer}").partition(" ")
        said = ask(_TEXTS[table].format(ids="r.id = ?"), int(row))
        found.append(Hit(customer, name, " ".join(said[0][2].split())))
    return found


def _words(text: str) -> list[str]:
    """The folded words of a query; a number written in pieces is one word; the longest, being the rarest, first."""
    folded = fold(text)
    number = digits(folded)
    if len(number) > 3 and not any(letter.isalpha() for letter in folded):
        return [number]
    words = "".join(letter if letter.isalnum() else " " for letter in folded).split()
    return sorted(set(words), key=len, reverse=True)[:8]


def _core(word: str) -> str:
    """What is the same of a number with its country, "00" or "0" before it or without: its last nine digits."""
    core = word.lstrip("0")[-9:] if word.isdigit() else word
    return core if len(core) > 3 else word


def _by_prefix(words: list[str], standing: str) -> tuple[list[int], bool]:
    begin = [row[0] for row in ask(
        f"""select c.id from customer c where {standing} and c.sort_name >= ? and c.sort_name < ?
            order by c.sort_name, c.id limit {SHOWN}""", words[0], words[0] + "\U0010ffff")] if len(words) == 1 else []
    if len(begin) == SHOWN:     # as many names begin so as anyone reads: no need to look at the texts
        return begin, True
    texts, rarest = min(((_texts_with(word), word) for word in words), key=lambda found: len(found[0]))
    rest = [word for word in words if word != rarest]
    more = len(texts) > (_ACROSS if rest else _CANDIDATES)
    if more and rest:       # too many to look at each one's other texts: those that hold all words in one text
        texts, rest = _texts_with(*words), []
    others = _HOLDS_TOO * len(rest)
    found = ask(
        f"""select distinct c.id, c.sort_name from search_text s join head h on h.id = s.customer
              join customer c on c.id = h.head
            where s.id in ({", ".join(map(str, texts[:_CANDIDATES]))}) and {standing}{others}
            order by c.sort_name, c.id limit {SHOWN + 1}""",
        *(pattern for word in rest for pattern in (f"{_escaped(word)}%", f"% {_escaped(word)}%")))
    ids: list[int] = [row[0] for row in found]
    if len(ids) <= SHOWN and not more:
        return ids, False
    return list(dict.fromkeys(begin + ids))[:SHOWN], True


def rows_with(text: str) -> list[int]:
    """Ids of the rows, of whatever table, that hold every word of `text` as the beginning of a word."""
    words = _words(text)
    return [row[0] for row in ask(
        "select s.row from search_index i join search_text s on s.id = i.rowid where search_index match ? "
        f"order by i.rowid desc limit {_CANDIDATES}", " ".join(f'"{word}" *' for word in words))] if words else []


def _texts_with(*words: str) -> list[int]:
    """Texts that hold all these words as beginnings; one more than anyone looks through, if there are more."""
    return [row[0] for row in ask(f"select rowid from search_index where search_index match ? limit {_CANDIDATES + 1}",
                                  " ".join(f'"{word}" *' for word in words))]


def _inside(words: list[str], standing: str, first: int, last: int) -> list[int]:
    """Customers in one of whose texts, of those numbered from `first` to `last`, the words stand anywhere."""
    found = ask(
        "select distinct c.id from search_text s join head h on h.id = s.customer "
        "join customer c on c.id = h.head where s.id between ? and ? and "
        + standing + " and " + " and ".join("s.folded like ? escape '\\'" for _word in words)
        + f" order by c.sort_name limit {SHOWN}", first, last, *(f"%{_escaped(word)}%" for word in words))
    return [row[0] for row in found]


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
