"""Who there is: the shop and its keepers, customers and their people, what ties and marks them. See `tables`."""

from __future__ import annotations

from peewee import DateField, ForeignKeyField, IntegerField

from lovedesk.shop.columns import Row, link, whole, words


class Shop(Row):
    """The shop itself, one row: its name, its promise in its own words, and whether it is the sample shop."""

    name = words()
    motto = words()
    sample = whole()
    country = words()            # two letters, for numbers and dates; empty: as the laptop's
    leap_day = whole()         # 29 February in other years: 0 on the 28th, 1 on 1 March
    hours = words()              # opening hours, JSON: see `shop.opening`
    region = words()             # of the country, for its holidays ("BY")
    holidays = whole()         # whether the country's holidays stand in the calendar
    zone = words()               # IANA name of the shop's place ("Europe/Berlin"); empty: as the laptop's
    counts = words()             # channels that count as a touch for rhythms, separated by blanks; empty: all
    question = words()           # what we ask after a job; empty: the built-in one
    plain_foot = whole()       # whether its papers go without its promise at their foot



class Shopkeeper(Row):
    """One of the one or two people who run the shop."""

    name = words()
    photo = words()              # content hash, see Blob



class Closed(Row):
    """Days on which the shop is closed: a holiday of our own, a fair."""

    first = DateField(null=True)
    last = DateField(null=True)
    why = words()



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
    uid = words()                # of the event it came from
    fingerprint = words()        # of that event's content



class Link(Row):
    """How two of them belong together, with a word for each way: "introduced by" and "introduced"."""

    from_customer = link(Customer)
    from_person = link(Person)
    to_customer = link(Customer)
    to_person = link(Person)
    word = words()               # what the second is to the first: read on the first one's profile
    back = words()               # what the first is to the second



class Tag(Row):
    """A word that the shop puts on customers; its id is made from the folded word, so that two laptops meet."""

    name = words()



class CustomerTag(Row):
    """A tag on a customer; its id is made from both."""

    tag = link(Tag, null=False)
    customer = link(Customer, null=False)



class Rhythm(Row):
    """How often to be in touch with a customer, or with all of a tag, in days; its id is made from whose it is."""

    customer = link(Customer)
    tag = link(Tag)
    wish = whole()             # 0: none of their own
    most = whole()             # the limit; 0: none
    paused_until = DateField(null=True)     # nobody asks before
    well_at = DateField(null=True)          # their last sign when we said that all is well: until another one
