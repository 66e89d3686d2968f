"""Bringing contacts in: first a plan that a person looks at, then one action (journey 1, practice A1).

A card is new, adds to someone who is here, is maybe the same, is the same, or is kept out. Cards of one company make
one customer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lovedesk import words
from lovedesk.formats.records import Fact, Reading
from lovedesk.shop import import_maps, import_runs
from lovedesk.shop.folding import fold
from lovedesk.shop.import_cards import FAMILY, Entry, Fate, Progress, entries
from lovedesk.shop.import_known import Known
from lovedesk.shop.import_matching import Matching
from lovedesk.shop.import_plan import ANOTHER, Counts, NotRead, Plan, PlanRow, Unit, revived_people
from lovedesk.shop.import_rows import InsertMany, Writer, revive
from lovedesk.shop.import_ties import Ties
from lovedesk.shop.tables import NOT_CUSTOMER, rows
from lovedesk.words import _, ngettext

__all__ = ["ANOTHER", "ANSWERS", "Counts", "NotRead", "Plan", "PlanRow", "Unit", "bring_in", "country", "prepare"]
_BATCH = 2000       # rows of customers and people that wait in memory
ANSWERS = {"customers": "customer", "new": "enquiring", "one-off": "one-off", "others": NOT_CUSTOMER}
_COMING = frozenset({Fate.NEW, Fate.MAYBE})


def country() -> str:
    """Two letters of the shop's country; as the laptop's where nobody said it."""
    found = rows("select country from shop where state = 'live' and country <> ''")
    return str(found[0][0]) if found else words.country()


def prepare(readings: Iterable[Reading], progress: Progress | None = None) -> Plan:
    """Look at what was read and at the desk, and say what an import would do. Changes nothing."""
    readings = list(readings)
    cards, _twice = entries(readings, progress)
    matching = Matching(Known(), country())
    for entry in cards:
        matching.decide(entry)
    unreadable = [NotRead(reading.source, bad.place, bad.reason, bad.excerpt)
                  for reading in readings for bad in reading.unreadable]
    unreadable += _strangers(cards, matching.known)
    return Plan(cards, matching, unreadable)


def _strangers(cards: Iterable[Entry], known: Known) -> Iterator[NotRead]:
    """Those who look after someone, as a file says, whom nobody here is called: each once, where the file first names
    them."""
    unknown: dict[tuple[str, str], list[Entry]] = {}
    for entry in cards:
        if entry.card.keeper and fold(entry.card.keeper) not in known.keepers:
            unknown.setdefault((entry.source, fold(entry.card.keeper)), []).append(entry)
    for (source, _folded), of in unknown.items():
        name = of[0].card.keeper
        yield NotRead(source, of[0].card.place, ngettext(
            "looked after by {keeper}: nobody of the shop is called so, so that is left out",
            "looked after by {keeper}: nobody of the shop is called so, so that is left out of {n} contacts",
            len(of)).format(keeper=name, n=len(of)), name)


def bring_in(plan: Plan, insert_many: InsertMany, progress: Progress | None = None) -> Counts:
    """Do what the plan says, inside an action whose recorder's `insert_many` is given. Returns what was done."""
    writer = Writer(insert_many, plan.known)
    ties = Ties(plan.known, [entry for unit in plan.units.values() for entry in unit.cards])
    customers: dict[int, str] = {}
    people: list[int] = []
    became: dict[int, int] = {}
    for done, key in enumerate(plan.keys):
        if progress is not None and done % 200 == 0:
            progress(done, len(plan.keys))
        unit = plan.units[key]
        if unit.kept_out:
            continue
        revived = revived_people(unit, plan.known)
        people += [entry.undone for entry in revived]
        if unit.revives:
            customers[unit.customer] = plan.standing_of(key)
        became[key] = _write_unit(writer, ties, plan, unit, revived)
        if writer.waiting > _BATCH:
            writer.write()
    writer.write()
    if customers or people:
        revive(customers, people)
    ties.tie(writer)
    for headers, chosen in plan.remember.items():
        import_maps.remember(headers, chosen)
    import_runs.keep(plan, became)
    return plan.counts


def _write_unit(writer: Writer, ties: Ties, plan: Plan, unit: Unit, revived: list[Entry]) -> int:
    """Write a row of the plan; returns its customer."""
    standing, known = plan.standing_of(unit.key), plan.known
    back = {entry.number for entry in revived}
    new = [entry for entry in unit.people if entry.fate in _COMING and entry.number not in back]
    companies = [entry for entry in unit.companies if entry.fate in _COMING]
    customer = unit.customer
    if not customer and (new or companies):
        if companies:
            entry = companies.pop(0)
            entry.row = customer = writer.company(entry, name=unit.name, standing=standing)
            ties.take(entry, customer, entry.card.tags)
        else:
            customer = writer.customer(unit.name, kind="business" if unit.business else "person", standing=standing,
                                       card=new[0].card, alone=not unit.business)
    if not customer:        # one who is here, brought in with a company that is not theirs
        customer = next((home.customer for entry in unit.people if entry.known
                         for home in known.live_homes(entry.known)), 0)
    for entry in unit.cards:
        entry.row = entry.row or entry.known or entry.undone
    for entry in companies:
        entry.row = customer
        if not unit.revives:
            writer.hang(entry.card, entry.source, customer=customer)
            ties.take(entry, customer, entry.card.tags)
    _write_people((writer, ties), unit, new, customer, position=len(known.people_of[unit.customer]) + 1)
    for entry in unit.cards:
        if entry.fate is Fate.ADDS:
            writer.add_missing(entry, customer)
            ties.take(entry, customer, entry.missing.tags if entry.missing is not None else ())
        elif entry.number in back:
            ties.take(entry, customer, entry.card.tags)
    return customer


def _write_people(by: tuple[Writer, Ties], unit: Unit, new: list[Entry], customer: int, *, position: int) -> None:
    writer, ties = by
    for entry in new:
        card = entry.card
        told = [] if unit.business or not card.company else [
            Fact("note", _("Company: {name}").format(name=card.company))]
        if entry.owner is not None and not entry.owner.row:
            entry.owner = None
        entry.row = writer.person(entry, customer, position, told=told)
        position += 1
        if card.relations:
            own_cards = {other.card.name for other in unit.people if other.owner is entry}
            family = [relation for relation in card.relations
                      if relation.group in FAMILY and relation.name not in own_cards]
            writer.family(family, customer, entry.row, position)
            position += len(family)
        ties.take(entry, customer, card.tags)
