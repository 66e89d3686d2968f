"""What agreements, frictions, accommodations and requests share: one line of words that is kept, changed, put away."""

from __future__ import annotations

import datetime as dt

from lovedesk.mishaps import Refused
from lovedesk.shop.columns import LIVE, Row
from lovedesk.shop.folding import tidy_line
from lovedesk.words import _

TEXT_LIMIT = 500        # letters; what is longer is a note


def checked(text: str, question: str) -> str:
    """The words on one line; an empty line is refused with the question that it should answer."""
    text = tidy_line(text)
    if not text:
        raise Refused(question)
    if len(text) > TEXT_LIMIT:
        raise Refused(_("This is too long for one line. Keep the rest as a detail or a note."))
    return text


def set_values(model: type[Row], row: int, **values: object) -> None:
    """Change a live row; Refused for one that is gone."""
    if not model.update(values).where(model.id == row, model.state == LIVE).execute():
        raise Refused(_("This is not here any more. Look in the trash."))


def day(text: str | None) -> dt.date | None:
    """A day as the desk keeps it."""
    return dt.date.fromisoformat(text) if text else None
