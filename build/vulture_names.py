"""Names that are used where vulture does not look."""

from lovedesk.shop.details import DetailRow
from lovedesk.shop.local_tables import Blob, SearchText
from lovedesk.shop.tables import (
    Customer,
    Detail,
    FollowUp,
    InboxLine,
    Job,
    Paper,
    Request,
    Shop,
    Touchpoint,
    TouchpointItem,
)
from lovedesk.ui.theme import tokens

# Columns that questions said in SQL read, and that later issues fill.
Customer.sort_name, Customer.merged_into, Touchpoint.chased, TouchpointItem.answer_seen_by
TouchpointItem.answer_person, Detail.source_name, Detail.superseded_by, FollowUp.dropped_at, DetailRow.source_name
Job.not_asked, Paper.kept_on, Shop.leap_day, Shop.plain_foot, InboxLine.settled_at, Request.answered_at
# Local tables, written through APSW.
Blob.hash, SearchText, SearchText.tbl
# Asked for by its name: tokens().colour("toastlink").
tokens().toastlink
