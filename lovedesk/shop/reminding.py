"""Of whom we are reminded: all but those who died or left. What was with them stays readable."""

from __future__ import annotations

from lovedesk.shop.heads import LIVE_PERSON
from lovedesk.shop.tables import LIVE_CUSTOMER

CUSTOMER = f"{LIVE_CUSTOMER} and c.standing <> 'gone'"      # of `customer c` in a question said in SQL
PERSON = f"{LIVE_PERSON} and p.gone = ''"                   # of `person p`
GOODBYE = "goodbye"         # the occasion that is with those who are gone


def is_with_us(customer: str) -> str:
    """In SQL, whether a customer is live and not gone."""
    return f"exists (select 1 from customer c where c.id = {customer} and {CUSTOMER})"
