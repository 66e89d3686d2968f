"""What is planned and done: checklists, what repeats, touchpoints and what goes on their paper. See `tables`."""

from __future__ import annotations

from peewee import DateTimeField

from lovedesk.shop.columns import Row, instant, link, whole, words
from lovedesk.shop.who_tables import Customer, Person, Shopkeeper


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
    section = words()            # the heading that it stands under



class Series(Row):
    """What repeats, by a rule of RFC 5545. Its pattern is the touchpoint or follow-up in state `pattern` that has it.

    One of its times becomes a row of its own (by `series_start`, with an id made from both) as soon as it differs from
    the pattern: it is moved, prepared, done, cancelled. What has no row is in `Occurrence` alone.
    """

    kind = words()               # touchpoint or follow_up
    start = DateTimeField(null=True, formats=["%Y-%m-%dT%H:%M"])     # the first, wall time of the pattern's zone
    rule = words()               # "FREQ=WEEKLY;BYDAY=TU"
    waits = whole()            # the next one comes when the last is done, counted from that day
    settled_until = DateTimeField(null=True, formats=["%Y-%m-%dT%H:%M"])   # those until then, without a row, are past



class Touchpoint(Row):
    """One engagement, planned or done. Open until `done_at` or `cancelled_at` is set."""

    channel = words()
    began = words()              # we or they
    chased = whole()           # whether they had to chase us
    occasion = words()
    title = words()
    start = DateTimeField(null=True, formats=["%Y-%m-%dT%H:%M"])     # wall time, of `zone`
    minutes = whole()
    days = whole()             # so many whole days, without a time; 0 with one
    zone = words()               # IANA name of the place whose clock `start` is; empty: the shop's
    place = words()              # where it is, when it is not at theirs: a fair, a café
    keeper = link(Shopkeeper, index=False)
    checklist = words()          # slug or title of the template it was planned from
    shows = words()              # topics chosen for this sheet though they stay off paper, separated by blanks
    value = words()              # what was of use to them
    notes = words()
    said = words()               # their own words
    done_at = instant()
    cancelled_at = instant()
    cancelled_why = words()
    series = link(Series, index=False)
    series_start = DateTimeField(null=True, formats=["%Y-%m-%dT%H:%M"])     # which of its series it is
    uid = words()                # of the event it came from
    fingerprint = words()        # of that event's content, so that the same file a second time changes nothing



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
    section = words()



class SheetChoice(Row):
    """What goes on the sheets of an occasion; its id is made from the occasion."""

    occasion = words()
    without = words()            # blocks that are left out, separated by blanks
    codes = words()              # QR codes that are printed: phone, address, contact
