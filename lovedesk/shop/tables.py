"""The tables of a desk. Rows never leave this room: verbs answer with records made for the question.

Every journaled table has a 63-bit `id` and a `state` (live, trashed, undone, erased); no UNIQUE beyond the id, since
two laptops may add the same thing. Text is never null: empty is ''. Planned times are local wall time, what happened
is an instant in UTC. The migrations hold the same shapes, frozen; a test compares the two.
"""

from __future__ import annotations

from typing import Any

from peewee import DateField, DateTimeField, ForeignKeyField, IntegerField

from lovedesk.shop.columns import Row, database, instant, link, whole, words

TRASHED = "trashed"
NOT_CUSTOMER = "other"
# Of `customer c` in a question said in SQL; of two that were merged into each other one stands, see `heads`.
LIVE_CUSTOMER = ("c.state = 'live' and (c.merged_into_id is null "
                 "or c.id = (select x.head from head x where x.id = c.merged_into_id))")


def rows(sql: str, *values: object) -> list[tuple[Any, ...]]:
    """The rows of a question that is said best in SQL, on this thread's connection."""
    found: list[tuple[Any, ...]] = database.execute_sql(sql, values).fetchall()
    return found


class Shop(Row):
    """The shop itself, one row: its name, its promise in its own words, and whether it is the sample shop."""

    name = words()
    motto = words()
    sample = whole()
    country = words()            # two letters, for numbers and dates; empty: as the laptop's
    leap_day = whole()         # 29 February in other years: 0 on the 28th, 1 on 1 March


class Shopkeeper(Row):
    """One of the one or two people who run the shop."""

    name = words()


class Customer(Row):
    """A business, a household or a single person that the shop serves; kind is business or person."""

    name = words()
    sort_name = words()          # folded, so that sorting and narrowing are SQLite's
    kind = words()
    standing = words()           # enquiring, customer, one-off, gone, other
    since = DateField(null=True)
    gone_on = DateField(null=True)
    keeper = link(Shopkeeper, index=False)
    photo = words()              # content hash, see Blob
    raw = words()                # lines of an import that were not understood
    uid = words()                # of the card it came from
    fingerprint = words()        # of the card's content, so that the same file a second time changes nothing
    merged_into = ForeignKeyField("self", null=True, index=False, backref="+")


class Person(Row):
    """A human at a customer, or at two; or their pet (`kind` pet). `gone` is died or left: nothing reminds of them."""

    kind = words()
    name = words()
    given = words()
    family = words()
    prefix = words()
    middle = words()
    suffix = words()
    nickname = words()
    work = words()               # what they do for a living; `role` of a membership is what they are there
    language = words()
    wish_channel = words()       # how they wish to be reached: goes before any rule of ours (practice B2)
    wish_time = words()          # and when, in words
    gone = words()
    gone_on = DateField(null=True)
    say = words()                # how to say the name
    photo = words()
    raw = words()
    uid = words()
    fingerprint = words()
    merged_into = ForeignKeyField("self", null=True, index=False, backref="+")


class Membership(Row):
    """A person at a customer, and what they are there. With `of_person` they are there as someone's family or pet:
    `role` is then "daughter", "partner", "dog"."""

    customer = link(Customer, null=False)
    person = link(Person, null=False)
    of_person = link(Person, index=False)    # a partial index has it: most are nobody's
    role = words()
    position = whole()


class ContactPoint(Row):
    """A way to reach a person or a customer: phone, email, address, web, im."""

    person = link(Person)
    customer = link(Customer)
    kind = words()
    value = words()
    key = words()                # digits of a number, lower case of an e-mail: what matching compares
    label = words()
    note = words()               # "best before 8", "after four", "rings at the back"
    way_in = words()             # of an address: the key, the code, the dog; never on paper unless chosen
    preferred = whole()
    position = whole()


class SpecialDay(Row):
    """A yearly day of theirs; year null where it is unknown."""

    person = link(Person)
    customer = link(Customer)
    kind = words()
    month = whole()
    day = whole()
    year = IntegerField(null=True)


class Link(Row):
    """How two of them belong together, with a word for each way: "introduced by" and "introduced"."""

    from_customer = link(Customer)
    from_person = link(Person)
    to_customer = link(Customer)
    to_person = link(Person)
    word = words()               # what the second is to the first: read on the first one's profile
    back = words()               # what the first is to the second


class Checklist(Row):
    """A template of the shop's own, or a built-in one that was changed (then its id is made from its slug)."""

    slug = words()
    title = words()
    occasion = words()
    channel = words()
    minutes = whole()


class ChecklistItem(Row):
    """An item of a template: do, ask, bring or tell."""

    checklist = link(Checklist, null=False)
    kind = words()
    text = words()
    topic = words()
    required = whole()
    position = whole()


class Touchpoint(Row):
    """One engagement, planned or done. Open until `done_at` or `cancelled_at` is set."""

    channel = words()
    began = words()              # we or they
    chased = whole()           # whether they had to chase us
    occasion = words()
    title = words()
    start = DateTimeField(null=True, formats=["%Y-%m-%dT%H:%M"])     # wall time
    minutes = whole()
    keeper = link(Shopkeeper, index=False)
    checklist = words()          # slug or title of the template it was planned from
    shows = words()              # topics chosen for this sheet though they stay off paper, separated by blanks
    value = words()              # what was of use to them
    notes = words()
    said = words()               # their own words
    done_at = instant()
    cancelled_at = instant()
    cancelled_why = words()


class TouchpointCustomer(Row):
    """A customer of a touchpoint."""

    touchpoint = link(Touchpoint, null=False)
    customer = link(Customer, null=False)


class TouchpointPerson(Row):
    """A person met at a touchpoint."""

    touchpoint = link(Touchpoint, null=False)
    person = link(Person, null=False)


class TouchpointItem(Row):
    """An item of a touchpoint's own checklist, its tick and its answer."""

    touchpoint = link(Touchpoint, null=False)
    kind = words()
    text = words()
    topic = words()
    required = whole()
    position = whole()
    question = words()           # slug of the built-in question it came from
    ticked_at = instant()
    answer = words()
    answer_seen_by = words()
    answer_person = link(Person, index=False)


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


class Tag(Row):
    """A word that the shop puts on customers; its id is made from the folded word, so that two laptops meet."""

    name = words()


class CustomerTag(Row):
    """A tag on a customer; its id is made from both."""

    tag = link(Tag, null=False)
    customer = link(Customer, null=False)


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
    """What makes it hard to be our customer (practices C1, C3)."""

    customer = link(Customer, null=False)
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
    Shop, Shopkeeper, Customer, Person, Membership, ContactPoint, SpecialDay, Link, Checklist, ChecklistItem,
    Touchpoint, TouchpointCustomer, TouchpointPerson, TouchpointItem, Topic, Detail, Job, FollowUp, DeclinedQuestion,
    Paper, Tag, CustomerTag, KeptList, InboxLine, Agreement, Friction, Accommodation, Request, NotSame, ColumnMap,
    ImportRun)
