"""Tables of this laptop alone: pictures by their content, the rows of imports, who was merged, and the index's texts.

They are outside the journal: derived from it, or too large for it.
"""

from __future__ import annotations

from peewee import BlobField, IntegerField, Model, TextField

from lovedesk.shop.columns import database, whole, words


class Blob(Model):
    """Photos and papers by content hash, outside the journal; kept as long as anything may come back to them."""

    hash = TextField(primary_key=True)
    kind = words()
    data = BlobField()

    class Meta:
        database = database
        legacy_table_names = False


class ImportRow(Model):
    """What became of one card or row of an import; local, as blobs are."""

    run = whole()
    place = whole()            # line or card in its file
    source = words()
    name = words()
    fate = words()
    reason = words()
    customer = whole()
    person = whole()

    class Meta:
        database = database
        legacy_table_names = False
        indexes = ((("run",), False),)


class Head(Model):
    """Who a customer or person is now: itself, or the one that it was merged into. Local, kept by `shop.heads`."""

    id = IntegerField(primary_key=True)
    head = whole()

    class Meta:
        database = database
        legacy_table_names = False
        indexes = ((("head",), False),)


class Occurrence(Model):
    """One time of what repeats that has no row of its own. Local, kept by `shop.occurrences`.

    The id is that of the row that it becomes: made from its series and `start`.
    """

    id = IntegerField(primary_key=True)
    series = whole()
    start = words()              # as `Touchpoint.start` is written, so that both can be compared

    class Meta:
        database = database
        legacy_table_names = False
        indexes = ((("start",), False), (("series", "start"), False))


class SearchText(Model):
    """One folded text of one row, for one customer: what `search_index` indexes. Local, rebuilt whenever in doubt."""

    id = IntegerField(primary_key=True)
    tbl = words()
    row = whole()
    customer = whole()
    folded = words()

    class Meta:
        database = database
        legacy_table_names = False
        indexes = ((("row", "tbl"), False), (("customer",), False))
