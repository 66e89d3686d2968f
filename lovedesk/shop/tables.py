"""The tables of a desk. Rows never leave this room: verbs answer with records made for the question.

Every journaled table has a 63-bit `id` and a `state` (live, trashed, undone, erased); no UNIQUE beyond the id, since
two laptops may add the same thing. Text is never null: empty is ''. Planned times are local wall time, what happened
is an instant in UTC. The first migration holds the same shapes, frozen; a test compares the two.
"""

from __future__ import annotations

from typing import Any

from peewee import (
    SQL,
    BlobField,
    DatabaseProxy,
    DateField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
)

from lovedesk.store.ids import new_id

database = DatabaseProxy()  # the one module-level handle: `shop.desks` points it at the open desk

LIVE = "live"
TRASHED = "trashed"
NOT_CUSTOMER = "other"
LIVE_CUSTOMER = "c.state = 'live' and c.merged_into_id is null"      # of `customer c` in a question said in SQL


def rows(sql: str, *values: object) -> list[tuple[Any, ...]]:
    """The rows of a question that is said best in SQL, on this thread's connection."""
    found: list[tuple[Any, ...]] = database.execute_sql(sql, values).fetchall()
    return found


def _text() -> TextField:
    """A text that is never null."""
    return TextField(default="", constraints=[SQL("DEFAULT ''")])


def _number() -> IntegerField:
    """A count, an order or a yes (1) and no (0)."""
    return IntegerField(default=0, constraints=[SQL("DEFAULT 0")])


def _instant() -> TextField:
    """When something happened, in UTC ("2026-11-24T09:30:00Z"); null until it has."""
    return TextField(null=True)


def _link(model: Any, *, index: bool = True, null: bool = True) -> ForeignKeyField:
    """A pointer to a row of another table; the pointed row is never deleted."""
    return ForeignKeyField(model, null=null, index=index, backref="+")


class Row(Model):
    """What all journaled tables share."""

    id = IntegerField(primary_key=True, default=new_id)
    state = TextField(default=LIVE, constraints=[SQL("DEFAULT 'live'")])

    class Meta:
        database = database
        legacy_table_names = False
        only_save_dirty = True


class Shop(Row):
    """The shop itself, one row: its name, its promise in its own words, and whether it is the sample shop."""

    name = _text()
    motto = _text()
    sample = _number()


class Shopkeeper(Row):
    """One of the one or two people who run the shop."""

    name = _text()


class Customer(Row):
    """A business, a household or a single person that the shop serves; kind is business or person."""

    name = _text()
    sort_name = _text()          # folded, so that sorting and narrowing are SQLite's
    kind = _text()
    standing = _text()           # enquiring, customer, one-off, gone, other
    since = DateField(null=True)
    keeper = _link(Shopkeeper, index=False)
    photo = _text()              # content hash, see Blob
    raw = _text()                # lines of an import that were not understood
    uid = _text()                # of the card it came from
    fingerprint = _text()        # of the card's content, so that the same file a second time changes nothing
    merged_into = ForeignKeyField("self", null=True, index=False, backref="+")


class Person(Row):
    """A human at a customer, or at two."""

    name = _text()
    given = _text()
    family = _text()
    nickname = _text()
    say = _text()                # how to say the name
    photo = _text()
    raw = _text()
    uid = _text()
    fingerprint = _text()


class Membership(Row):
    """A person at a customer, and what they do there."""

    customer = _link(Customer, null=False)
    person = _link(Person, null=False)
    role = _text()
    position = _number()


class ContactPoint(Row):
    """A way to reach a person or a customer: phone, email, address, web, im."""

    person = _link(Person)
    customer = _link(Customer)
    kind = _text()
    value = _text()
    key = _text()                # digits of a number, lower case of an e-mail: what matching compares
    label = _text()
    note = _text()               # "best before 8", "after four", "rings at the back"
    preferred = _number()
    position = _number()


class SpecialDay(Row):
    """A yearly day of theirs; year null where it is unknown."""

    person = _link(Person)
    customer = _link(Customer)
    kind = _text()
    month = _number()
    day = _number()
    year = IntegerField(null=True)


class Checklist(Row):
    """A template of the shop's own, or a built-in one that was changed (then its id is made from its slug)."""

    slug = _text()
    title = _text()
    occasion = _text()
    channel = _text()
    minutes = _number()


class ChecklistItem(Row):
    """An item of a template: do, ask, bring or tell."""

    checklist = _link(Checklist, null=False)
    kind = _text()
    text = _text()
    topic = _text()
    required = _number()
    position = _number()


class Touchpoint(Row):
    """One engagement, planned or done. Open until `done_at` or `cancelled_at` is set."""

    channel = _text()
    began = _text()              # we or they
    chased = _number()           # whether they had to chase us
    occasion = _text()
    title = _text()
    start = DateTimeField(null=True, formats=["%Y-%m-%dT%H:%M"])     # wall time
    minutes = _number()
    keeper = _link(Shopkeeper, index=False)
    checklist = _text()          # slug or title of the template it was planned from
    shows = _text()              # topics chosen for this sheet though they stay off paper, separated by blanks
    value = _text()              # what was of use to them
    notes = _text()
    said = _text()               # their own words
    done_at = _instant()
    cancelled_at = _instant()
    cancelled_why = _text()


class TouchpointCustomer(Row):
    """A customer of a touchpoint."""

    touchpoint = _link(Touchpoint, null=False)
    customer = _link(Customer, null=False)


class TouchpointPerson(Row):
    """A person met at a touchpoint."""

    touchpoint = _link(Touchpoint, null=False)
    person = _link(Person, null=False)


class TouchpointItem(Row):
    """An item of a touchpoint's own checklist, its tick and its answer."""

    touchpoint = _link(Touchpoint, null=False)
    kind = _text()
    text = _text()
    topic = _text()
    required = _number()
    position = _number()
    question = _text()           # slug of the built-in question it came from
    ticked_at = _instant()
    answer = _text()
    answer_seen_by = _text()
    answer_person = _link(Person, index=False)


class Detail(Row):
    """One human thing that we learned. `seen_by` is paper, here or me (then only its keeper sees it)."""

    customer = _link(Customer)
    person = _link(Person)
    topic = _text()
    text = _text()
    change = _text()             # what that changes for us
    learned_on = DateField(null=True)
    source = _text()             # file, friend, touchpoint, or empty: typed in
    source_name = _text()
    touchpoint = _link(Touchpoint)
    seen_by = _text()
    day = DateField(null=True)  # a day of its own
    keeper = _link(Shopkeeper, index=False)
    superseded_by = ForeignKeyField("self", null=True, index=False, backref="+")


class FollowUp(Row):
    """Something to do for a customer by a day. A promise keeps `promised_for` when `due` is moved."""

    customer = _link(Customer)
    person = _link(Person, index=False)
    touchpoint = _link(Touchpoint)       # where it was promised
    kind = _text()
    title = _text()
    due = DateField(null=True)
    due_time = _text()
    promised = _number()
    promised_for = DateField(null=True)
    told_on = DateField(null=True)
    theirs = _number()                   # waiting for them
    keeper = _link(Shopkeeper, index=False)
    done_at = _instant()
    dropped_at = _instant()
    dropped_why = _text()


class DeclinedQuestion(Row):
    """A question that is not for this customer (practice A3)."""

    customer = _link(Customer, null=False)
    slug = _text()


class Paper(Row):
    """A photo or scan kept with a touchpoint."""

    touchpoint = _link(Touchpoint, null=False)
    name = _text()
    photo = _text()              # content hash, see Blob


JOURNALED: tuple[type[Row], ...] = (
    Shop, Shopkeeper, Customer, Person, Membership, ContactPoint, SpecialDay, Checklist, ChecklistItem, Touchpoint,
    TouchpointCustomer, TouchpointPerson, TouchpointItem, Detail, FollowUp, DeclinedQuestion, Paper)


class Blob(Model):
    """Photos and papers by content hash, outside the journal; kept as long as anything may come back to them."""

    hash = TextField(primary_key=True)
    kind = _text()
    data = BlobField()

    class Meta:
        database = database
        legacy_table_names = False


class SearchText(Model):
    """One folded text of one row, for one customer: what `search_index` indexes. Local, rebuilt whenever in doubt."""

    id = IntegerField(primary_key=True)
    tbl = _text()
    row = _number()
    customer = _number()
    folded = _text()

    class Meta:
        database = database
        legacy_table_names = False
        indexes = ((("row", "tbl"), False), (("customer",), False))
