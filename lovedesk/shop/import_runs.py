"""The last import, row by row: what became of each card, what was skipped and why, and what was not understood."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lovedesk.shop.columns import database
from lovedesk.shop.folding import fold
from lovedesk.shop.import_cards import Entry, Fate
from lovedesk.shop.import_plan import Plan
from lovedesk.shop.instants import instant
from lovedesk.shop.tables import LIVE_CUSTOMER, ImportRun, rows
from lovedesk.store.ids import new_id
from lovedesk.words import _, joined, ngettext

MOST = 150_000      # rows that are kept: of three large imports, or of years of small ones
SHOWN = 500         # letters of what was not understood
NAMED = 3           # files that an import is named by


class LastImport(NamedTuple):
    """The import whose rows stand here; `undone` when it was taken back."""

    run: int
    name: str
    at: dt.datetime
    undone: bool
    counts: dict[Fate, int]


class ImportedRow(NamedTuple):
    """A card or row of a file, and what became of it; `raw` is what was not understood, kept beside the person."""

    id: int
    source: str
    place: int
    name: str
    fate: Fate
    reason: str
    customer: int           # 0 where there is none any more
    raw: str


class Line(NamedTuple):
    """A card or row of a file, before anything is done."""

    source: str
    place: int
    name: str
    fate: Fate
    reason: str


def word_of(fate: Fate) -> str:
    """What becomes of a row, in a word or two."""
    return {Fate.NEW: _("new"), Fate.ADDS: _("adds to"), Fate.MAYBE: _("maybe the same"), Fate.SAME: _("same"),
            Fate.KEPT_OUT: _("kept out"), Fate.UNREAD: _("not readable")}[fate]


def lines(plan: Plan) -> Iterator[Line]:
    """What would become of each card and row, in the order of the files."""
    found = [line for key in plan.keys for line, _entry in _of_unit(plan, key)]
    found += [Line(bad.source, bad.place, bad.excerpt, Fate.UNREAD, bad.reason) for bad in plan.unreadable]
    order = {source: at for at, source in enumerate(dict.fromkeys(line.source for line in found))}
    yield from sorted(found, key=lambda line: (order[line.source], line.place))


def _of_unit(plan: Plan, key: int) -> Iterator[tuple[Line, Entry]]:
    unit = plan.units[key]
    for entry in unit.cards:
        fate = Fate.KEPT_OUT if unit.kept_out else entry.fate
        if fate is Fate.NEW and unit.fate is Fate.MAYBE:
            fate = Fate.MAYBE
        yield Line(entry.source, entry.card.place, entry.card.name, fate, reason(plan, key, entry, fate)), entry
        for source, place, name in entry.twins:
            yield Line(source, place, name, Fate.SAME if fate is not Fate.KEPT_OUT else fate,
                       _("stands twice: as in {file}:{place}").format(file=entry.source, place=entry.card.place)), entry


def reason(plan: Plan, key: int, entry: Entry, fate: Fate) -> str:
    """Why this becomes of a card, in words; empty where the fate says it."""
    unit = plan.units[key]
    match fate:
        case Fate.ADDS:
            whom = plan.known.customers if entry.card.is_company else plan.known.people
            return _("{name} gains {what}").format(name=whom[entry.known].name, what=gains(entry))
        case Fate.MAYBE:
            return entry.remark or _("a company of this name is here")
        case Fate.KEPT_OUT:
            return entry.remark or _("not a customer")
        case Fate.SAME:
            return _("is here already")
        case Fate.NEW if unit.customer and not unit.revives:
            return _("joins {name}").format(name=plan.known.customers[unit.customer].name)
        case Fate.NEW if unit.business and not entry.card.is_company:
            return _("at {name}").format(name=unit.name)
    return ""


def gains(entry: Entry) -> str:
    """What a card adds to someone who is here, counted."""
    missing = entry.missing
    if missing is None:
        return ""
    fields = len(missing.filled.keys() - {"uid", "gone_on"}) + len(missing.roles) + len(missing.at)
    days = len(missing.days) + len(missing.years)
    counted = (
        (len(missing.ways), ngettext("{n} number or address", "{n} numbers or addresses", len(missing.ways))),
        (days, ngettext("{n} day", "{n} days", days)),
        (len(missing.facts), ngettext("{n} detail", "{n} details", len(missing.facts))),
        (len(missing.family), ngettext("{n} of their family", "{n} of their family", len(missing.family))),
        (len(missing.tags), ngettext("{n} tag", "{n} tags", len(missing.tags))),
        (int(bool(missing.photo)), _("a photo")),
        (fields, ngettext("{n} empty field", "{n} empty fields", fields)),
    )
    return joined([words.format(n=count) for count, words in counted if count]) or _("the mark of this file")


def keep(plan: Plan, became: dict[int, int]) -> None:
    """Keep what became of each row. An import that changes nothing is no action, and only its rows are kept."""
    found: list[tuple[Line, int, int]] = []
    changes = False
    for key in plan.keys:
        for line, entry in _of_unit(plan, key):
            changes = changes or line.fate in {Fate.NEW, Fate.ADDS, Fate.MAYBE}
            person = 0 if entry.card.is_company else entry.row or entry.known
            customer = became.get(key, 0) or (entry.known if entry.card.is_company else 0)
            found.append((line, customer, person))
    if not found and not plan.unreadable:
        return
    found += [(Line(bad.source, bad.place, bad.excerpt, Fate.UNREAD, bad.reason), 0, 0) for bad in plan.unreadable]
    keep_lines(found, changes=changes)


def keep_lines(found: Sequence[tuple[Line, int, int]], *, changes: bool) -> None:
    """Keep what became of each line, with its customer and person; an import of its own where it changes anything."""
    sources = list(dict.fromkeys(line.source for line, _customer, _person in found))
    if changes:
        run = int(ImportRun.create(name=joined(sources[:NAMED]), at=instant(dt.datetime.now().astimezone())).id)
    else:
        run = new_id()
    handle = database.handle
    handle.executemany(
        "insert into import_row (run, place, source, name, fate, reason, customer, person) "
        "values (?, ?, ?, ?, ?, ?, ?, ?)",
        [(run, line.place, line.source, line.name, str(line.fate), line.reason, customer, person)
         for line, customer, person in found])
    _forget_older(run)


def _forget_older(run: int) -> None:
    """Let go of rows of imports that changed nothing, and of the oldest ones while there are too many."""
    handle = database.handle
    handle.execute("delete from import_row where run <> ? and run not in (select id from import_run)", (run,))
    while rows("select count(*) from import_row")[0][0] > MOST:
        ((oldest,),) = rows("select min(run) from import_row")
        if oldest == run:
            break
        handle.execute("delete from import_row where run = ?", (oldest,))


def last() -> LastImport | None:
    """The newest import; None before the first."""
    found = rows("select run from import_row order by run desc limit 1")
    if not found:
        return None
    run = found[0][0]
    counts = {Fate(fate): count for fate, count in rows(
        "select fate, count(*) from import_row where run = ? group by fate", run)}
    named = rows("select name, state from import_run where id = ?", run)
    sources = [row[0] for row in rows("select distinct source from import_row where run = ?", run)]
    at = dt.datetime.fromtimestamp((run >> 21) / 1000, dt.UTC).astimezone().replace(tzinfo=None)
    return LastImport(run, named[0][0] if named else joined(sources[:NAMED]), at,
                      bool(named) and named[0][1] != "live", {fate: counts[fate] for fate in Fate if fate in counts})


class Listing:
    """The rows of an import as they are looked through: read once, narrowed without asking the desk."""

    def __init__(self, run: int) -> None:
        self._rows = [(row, Fate(fate), fold(name)) for row, fate, name in rows(
            "select id, fate, name from import_row where run = ? order by id", run)]

    def ids(self, fate: Fate | None = None, text: str = "") -> list[int]:
        """The rows in their files' order: all, those of a fate, those whose names hold some words."""
        found = [row for row in self._rows if fate is None or row[1] is fate]
        for word in fold(text).split():
            found = [row for row in found if word in row[2]]
        return [row for row, _fate, _name in found]


def page(wanted: Sequence[int]) -> list[ImportedRow]:
    """Rows by their ids, in that order."""
    return list(_page(wanted))


def _page(wanted: Iterable[int]) -> Iterator[ImportedRow]:
    marks = list(wanted)
    found = {row[0]: row for row in rows(
        f"""select r.id, r.source, r.place, r.name, r.fate, r.reason,
              coalesce((select c.id from head h join customer c on c.id = h.head and {LIVE_CUSTOMER}
                        where h.id = r.customer), (
                select c.id from head h join membership m on m.person_id = h.head and m.state = 'live'
                  join head w on w.id = m.customer_id join customer c on c.id = w.head and {LIVE_CUSTOMER}
                where h.id = r.person limit 1), 0),
              coalesce((select p.raw from person p where p.id = r.person and p.state = 'live'),
                       (select c.raw from customer c where c.id = r.customer and c.state = 'live' and r.person = 0), '')
            from import_row r where r.id in ({', '.join('?' * len(marks))})""", *marks)}
    for mark in marks:
        if mark in found:
            _id, source, place, name, fate, reason, customer, raw = found[mark]
            yield ImportedRow(mark, source, place, name, Fate(fate), reason, customer, raw[:SHOWN])
