"""The tables of a desk. Rows never leave this room: verbs answer with records made for the question.

Every journaled table has a 63-bit `id` and a `state` (live, trashed, undone, erased); no UNIQUE beyond the id, since
two laptops may add the same thing. Text is never null: empty is ''. Planned times are local wall time, what happened
is an instant in UTC. The migrations hold the same shapes, frozen; a test compares the two.
"""

from __future__ import annotations

from typing import Any

from peewee import DateField, DateTimeField, ForeignKeyField, IntegerField

from lovedesk.shop.columns import Row, database, instant, link, whole, words
from lovedesk.shop.visit_tables import (
    Checklist,
    ChecklistItem,
    Series,
    SheetChoice,
    Touchpoint,
    TouchpointCustomer,
    TouchpointItem,
    TouchpointPerson,
)
from lovedesk.shop.who_tables import (
    Closed,
    ContactPoint,
    Customer,
    CustomerTag,
    Link,
    Membership,
    Person,
    Rhythm,
    Shop,
    Shopkeeper,
    SpecialDay,
    Tag,
)

__all__ = [
    "JOURNALED", "LIVE_CUSTOMER", "NOT_CUSTOMER", "PATTERN", "TRASHED", "Accommodation", "Agreement", "Checklist",
    "ChecklistItem", "Closed", "ColumnMap", "ContactPoint", "Customer", "CustomerTag", "DeclinedQuestion", "Detail",
    "FollowUp", "Friction", "ImportRun", "InboxLine", "Job", "KeptList", "Link", "Membership", "NotSame", "Paper",
    "Person", "Request", "Rhythm", "Series", "SheetChoice", "Shop", "Shopkeeper", "SpecialDay", "Tag", "Topic",
    "Touchpoint", "TouchpointCustomer", "TouchpointItem", "TouchpointPerson", "rows",
]

TRASHED = "trashed"
PATTERN = "pattern"     # what a series makes its touchpoints or follow-ups from: no question that asks for live sees it
NOT_CUSTOMER = "other"
# Of `customer c` in a question said in SQL; of two that were merged into each other one stands, see `heads`.
LIVE_CUSTOMER = ("c.state = 'live' and (c.merged_into_id is null "
                 "or c.id = (select x.head from head x where x.id = c.merged_into_id))")


def rows(sql: str, *values: object) -> list[tuple[Any, ...]]:
    """The rows of a question that is said best in SQL, on this thread's connection."""
    found: list[tuple[Any, ...]] = database.execute_sql(sql, values).fetchall()
    return found


class Topic(Row):
    """A topic of the shop's own; details keep its id as text where a built-in topic's slug would stand."""

    name = words()
    seen_by = words()
    lasts = whole()            # it cannot change, so nobody asks whether it is still true



class Detail(Row):
    """One human thing that we learned. `seen_by` is paper, here or me (then only its keeper sees it)."""

    customer = link(Customer)
    person = link(Person)
    topic = words()
    text = words()
    change = words()             # what that changes for us
    learned_on = DateField(null=True)
    confirmed_on = DateField(null=True)
    source = words()             # file, friend, touchpoint, or empty: typed in
    source_name = words()
    touchpoint = link(Touchpoint)
    seen_by = words()
    day = DateField(null=True)  # a day of its own
    keeper = link(Shopkeeper, index=False)
    superseded_by = ForeignKeyField("self", null=True, index=False, backref="+")



class Job(Row):
    """A line on what we are doing for them. `stage`: asked, agreed, work, ready, delivered, paid. No invoices."""

    customer = link(Customer, null=False)
    person = link(Person, index=False)
    what = words()
    place = words()              # the piece or the place
    stage = words()
    asked_on = DateField(null=True)
    agreed_on = DateField(null=True)
    promised_on = DateField(null=True)
    ready_on = DateField(null=True)
    delivered_on = DateField(null=True)
    number = words()             # in the invoice program
    total = IntegerField(null=True)          # whole cents
    months = whole()           # its service comes again after so many; 0 never
    keeper = link(Shopkeeper, index=False)
    said = words()               # their answer to what we should have done differently, in their words (practice D4)
    said_on = DateField(null=True)
    not_asked = whole()        # we chose not to ask



class FollowUp(Row):
    """Something to do for a customer by a day. A promise keeps `promised_for` when `due` is moved."""

    customer = link(Customer)
    person = link(Person, index=False)
    touchpoint = link(Touchpoint)       # where it was promised
    job = link(Job, index=False)         # whose promised day it keeps, or whose service it is
    detail = link(Detail, index=False)  # what it came from
    kind = words()
    title = words()
    due = DateField(null=True)
    due_time = words()
    promised = whole()
    promised_for = DateField(null=True)
    told_on = DateField(null=True)
    theirs = whole()                   # waiting for them
    keeper = link(Shopkeeper, index=False)
    done_at = instant()
    dropped_at = instant()
    dropped_why = words()
    series = link(Series, index=False)
    series_start = DateTimeField(null=True, formats=["%Y-%m-%dT%H:%M"])     # which of its series it is



class DeclinedQuestion(Row):
    """A question that is not for this customer (practice A3)."""

    customer = link(Customer, null=False)
    slug = words()



class Paper(Row):
    """A photo or scan kept with a touchpoint, a customer or a job."""

    touchpoint = link(Touchpoint)
    customer = link(Customer)
    job = link(Job)
    name = words()
    photo = words()              # content hash, see Blob
    kept_on = DateField(null=True)



class KeptList(Row):
    """A narrowed list that is kept by name; `terms` is its JSON, see `shop.narrowing`."""

    name = words()
    terms = words()



class InboxLine(Row):
    """A line that was not understood, kept until someone says what it means."""

    text = words()
    customer = link(Customer, index=False)
    came_on = DateField(null=True)
    settled_at = instant()



class Agreement(Row):
    """What was agreed (practice E3): `side` is theirs, ours or both."""

    customer = link(Customer, null=False)
    text = words()
    side = words()
    agreed_on = DateField(null=True)
    ended_on = DateField(null=True)



class Friction(Row):
    """What makes it hard to be our customer (practices C1, C3); without a customer, found on our own way (C4)."""

    customer = link(Customer)
    text = words()
    noticed_on = DateField(null=True)
    mended_on = DateField(null=True)
    touchpoint = link(Touchpoint, index=False)



class Accommodation(Row):
    """What we do to make it easy (practice C1); it stands until it ends."""

    customer = link(Customer, null=False)
    friction = link(Friction)
    text = words()
    since = DateField(null=True)
    ended_on = DateField(null=True)



class Request(Row):
    """Something special they asked for (practice C2). `outcome` is empty while it waits, then granted or declined."""

    customer = link(Customer, null=False)
    person = link(Person, index=False)
    text = words()
    asked_on = DateField(null=True)
    asked_at = instant()        # where the hour is known (practice B6)
    answered_at = instant()     # when we first answered
    outcome = words()
    done = words()               # what was done
    reason = words()             # the honest reason
    instead = words()            # the alternative
    settled_on = DateField(null=True)
    touchpoint = link(Touchpoint, index=False)
    keeper = link(Shopkeeper, index=False)



class NotSame(Row):
    """Two customers or two people that look alike and are two; its id is made from both."""

    one = whole()
    other = whole()



class ColumnMap(Row):
    """How a table's columns were read, remembered by its header; its id is made from the header."""

    header = words()
    columns = words()            # JSON: a column's words to what it becomes



class ImportRun(Row):
    """One import: what was brought in, and when. Its rows stand in `ImportRow`."""

    name = words()
    at = instant()


JOURNALED: tuple[type[Row], ...] = (
    Shop, Shopkeeper, Customer, Person, Membership, ContactPoint, SpecialDay, Link, Checklist, ChecklistItem, Series,
    Touchpoint, TouchpointCustomer, TouchpointPerson, TouchpointItem, Topic, Detail, Job, FollowUp, DeclinedQuestion,
    Paper, Tag, CustomerTag, Rhythm, Closed, SheetChoice, KeptList, InboxLine, Agreement, Friction, Accommodation,
    Request, NotSame, ColumnMap, ImportRun)
