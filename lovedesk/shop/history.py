"""The history: what was done, when and by whom, read from the journal in words; for all, or for one customer."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from lovedesk.shop import actions, shops
from lovedesk.shop.heads import all_of
from lovedesk.shop.instants import wall
from lovedesk.shop.tables import JOURNALED, rows
from lovedesk.store.undo import REDO, UNDO
from lovedesk.words import _

PAGE = 100
_SHOWN = 12             # changed rows of one action that are looked at for its words
_SAID = ("text", "title", "name", "what", "value", "notes", "said")     # what a row says of itself, the best first
_LONGEST = 200


class Entry(NamedTuple):
    """One action. `what` is the words that were written or changed; `undone` when it was taken back since."""

    mark: int           # where to read on
    at: dt.datetime
    who: str
    words: str
    what: str
    undone: bool

    def sentence(self) -> str:
        """The action as one line, without its day."""
        said = _("{action}: {what}").format(action=self.words, what=self.what) if self.what else self.words
        return _("{words} (taken back)").format(words=said) if self.undone else said


def of(customer: int | None = None, *, before: int | None = None, count: int = PAGE) -> list[Entry]:
    """The newest actions, or those older than the mark of one; with a customer, those that touched what is theirs."""
    last = before if before is not None else 1 << 62
    if customer is None:
        found = rows("""select a.pen, a.seq, a.hlc, a.verb, a.at, a.who, a.undoes from action a where a.hlc < ?
                        order by a.hlc desc limit ?""", last, count)
    else:
        found = rows(f"""select distinct a.pen, a.seq, a.hlc, a.verb, a.at, a.who, a.undoes
                         from ({_theirs()}) r cross join change x on x.tbl = r.tbl and x.row = r.id
                         cross join action a on a.pen = x.pen and a.seq = x.seq where a.hlc < ?
                         order by a.hlc desc limit ?""", *[customer] * _theirs().count("?"), last, count)
    names = {str(keeper.id): keeper.name for keeper in shops.keepers()}
    return [_entry(row, customer, names) for row in found]


def pages(customer: int | None = None) -> Iterator[list[Entry]]:
    """All of it, newest first, a page at a time."""
    page = of(customer)
    while page:
        yield page
        page = of(customer, before=page[-1].mark)


@cache
def _theirs() -> str:
    """In SQL, table and id of all rows that hang on a customer: by themselves, their people or their touchpoints."""
    here = all_of("?")
    people = f"(select m.person_id from membership m where m.customer_id in {here})"
    touches = f"(select l.touchpoint_id from touchpoint_customer l where l.customer_id in {here})"
    parts = ["select 'customer' tbl, x.id from head x where x.head = ?",
             f"select 'person', person_id from membership where customer_id in {here}",
             f"select 'touchpoint', touchpoint_id from touchpoint_customer where customer_id in {here}"]
    for model in JOURNALED:
        table, columns = str(model._meta.table_name), set(model._meta.columns)
        for column, whose in (("customer_id", here), ("person_id", people), ("touchpoint_id", touches)):
            if column in columns and not (table == "membership" and column == "person_id"):
                parts.append(f"select '{table}', id from \"{table}\" where {column} in {whose}")
                if column == "customer_id" and table != "detail":
                    break
    return " union ".join(parts)


def _entry(row: tuple[Any, ...], customer: int | None, names: dict[str, str]) -> Entry:
    pen, seq, mark, verb, at, who, undoes = row
    words = actions.words(_original(pen, verb, undoes))
    if verb == UNDO:
        words = _("Taken back: {action}").format(action=words)
    elif verb == REDO:
        words = _("Done again: {action}").format(action=words)
    return Entry(mark, wall(at), names.get(who, ""), words, _what(pen, seq, customer), _undone(pen, seq))


def _original(pen: str, verb: str, undoes: int | None) -> str:
    while undoes is not None:
        found = rows("select verb, undoes from action where pen = ? and seq = ?", pen, undoes)
        if not found:
            break
        verb, undoes = found[0]
    return verb


def _undone(pen: str, seq: int) -> bool:
    """Whether an action is taken back; the undo of it may itself be."""
    later = rows("select seq from action where pen = ? and seq > ? and undoes = ?", pen, seq, seq)
    return any(not _undone(pen, row[0]) for row in later)


def _what(pen: str, seq: int, customer: int | None) -> str:
    """The words that an action wrote; nothing of a detail that only its keeper may see."""
    if customer is None:
        # an import begins with its tags, and is of people
        found = rows("""select tbl, row, vals from change where pen = ? and seq = ?
                        and tbl not in ('tag', 'customer_tag', 'link') order by n limit ?""", pen, seq, _SHOWN)
        found = found or rows("select tbl, row, vals from change where pen = ? and seq = ? order by n limit ?",
                              pen, seq, _SHOWN)
    else:
        found = rows(f"""select x.tbl, x.row, x.vals from ({_theirs()}) r cross join change x
                         on x.tbl = r.tbl and x.row = r.id where x.pen = ? and x.seq = ? order by x.n limit ?""",
                     *[customer] * _theirs().count("?"), pen, seq, _SHOWN)
    said: list[str] = []
    named: list[str] = []
    for table, row, vals in sorted(found, key=lambda change: int(change[1])):      # as they were made
        if table == "detail" and rows("select 1 from detail where id = ? and seen_by = 'me'", row):
            continue
        changed = json.loads(vals)
        text = next((str(changed[name][1] or changed[name][0]) for name in _SAID
                     if name in changed and (changed[name][1] or changed[name][0])), "")
        (said if text else named).append(text or _name(table, row))
    words = " · ".join(dict.fromkeys(" ".join(text.split()) for text in said or named if text))
    return words if len(words) <= _LONGEST else words[:_LONGEST - 1] + "…"


def _name(table: str, row: int) -> str:
    """What a row is called whose words were not changed: "Tad Okonkwo", "Call about the roof"."""
    if table == "customer_tag":
        return "".join(f"#{tag}" for (tag,) in rows(
            "select g.name from customer_tag x join tag g on g.id = x.tag_id where x.id = ?", row))
    columns = next(set(model._meta.columns) for model in JOURNALED if model._meta.table_name == table)
    named = next((column for column in _SAID if column in columns), "")
    found = rows(f'select "{named}" from "{table}" where id = ?', row) if named else []
    return str(found[0][0]) if found else ""
