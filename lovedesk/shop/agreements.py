"""Agreements: what both sides expect of each other, and where the limits are, in kind words (practice E3)."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from lovedesk.mishaps import Refused
from lovedesk.shop import care_lines, customers
from lovedesk.shop.heads import all_of, is_here
from lovedesk.shop.tables import TRASHED, Agreement, rows
from lovedesk.words import _

SIDES = ("both", "ours", "theirs")


class AgreementRow(NamedTuple):
    """What was agreed; `side` is whose word it is. It stands until `ended_on`."""

    id: int
    text: str
    side: str
    agreed_on: dt.date | None
    ended_on: dt.date | None


def side_word(side: str) -> str:
    """Whose word it is, as it is said on screen."""
    return {"both": _("both sides"), "ours": _("our word"), "theirs": _("their word")}.get(side, side)


def add(text: str, *, customer: int, on: dt.date | None, side: str = "both") -> int:
    """Keep what was agreed. Returns its id."""
    customers.get(customer)
    return int(Agreement.create(customer=customer, text=_checked(text), side=_side(side), agreed_on=on).id)


def _checked(text: str) -> str:
    return care_lines.checked(text, _("What was agreed?"))


def _side(side: str) -> str:
    if side not in SIDES:
        raise Refused(_("An agreement is ours, theirs, or both sides’."))
    return side


def change(agreement: int, text: str) -> None:
    """Say it in other words."""
    care_lines.set_values(Agreement, agreement, text=_checked(text))


def set_side(agreement: int, side: str) -> None:
    """Say whose word it is."""
    care_lines.set_values(Agreement, agreement, side=_side(side))


def set_day(agreement: int, on: dt.date | None) -> None:
    """Say since when it is agreed."""
    care_lines.set_values(Agreement, agreement, agreed_on=on)


def end(agreement: int, *, on: dt.date) -> None:
    """It holds no more; it stays readable."""
    care_lines.set_values(Agreement, agreement, ended_on=on)


def renew(agreement: int) -> None:
    """It holds again."""
    care_lines.set_values(Agreement, agreement, ended_on=None)


def trash(agreement: int) -> None:
    """Put it into the trash."""
    care_lines.set_values(Agreement, agreement, state=TRASHED)


def of(customer: int) -> list[AgreementRow]:
    """All that was agreed with a customer: what stands first, then the newest."""
    return [AgreementRow(row, text, side, care_lines.day(since), care_lines.day(ended))
            for row, text, side, since, ended in rows(
                f"""select a.id, a.text, a.side, a.agreed_on, a.ended_on from agreement a
                    where a.customer_id in {all_of("?1")} and a.state = 'live' and {is_here("?1")}
                    order by a.ended_on is not null, a.agreed_on is null, a.agreed_on desc, a.id desc""", customer)]


def standing(customer: int) -> list[AgreementRow]:
    """What is agreed with a customer today."""
    return [agreement for agreement in of(customer) if agreement.ended_on is None]
