"""Papers: photos and scans of sheets, kept with the visit they are of."""

from __future__ import annotations

from typing import NamedTuple

from lovedesk.mishaps import Refused
from lovedesk.shop import blobs
from lovedesk.shop.folding import tidy_line
from lovedesk.shop.tables import TRASHED, Paper, rows
from lovedesk.words import _

LARGEST = 25 * 1024 * 1024      # bytes; a phone's photo has five


class PaperRow(NamedTuple):
    """A paper of a visit; `key` is what `blobs.get` gives its bytes for."""

    id: int
    name: str
    key: str
    kind: str
    size: int


def keep(touchpoint: int, name: str, data: bytes) -> int:
    """Keep a photo, scan or PDF with a touchpoint. Returns its id; the same one again gives the same id."""
    if len(data) > LARGEST:
        raise Refused(_("{name} is larger than {n} MB. Make it smaller, or take a photo of it.").format(
            name=name, n=LARGEST // 1024 // 1024))
    if not blobs.kind_of(data):
        raise Refused(_("{name} is neither a picture nor a PDF.").format(name=name))
    if not rows("select 1 from touchpoint where id = ? and state = 'live'", touchpoint):
        raise Refused(_("This visit is not here any more. Look in the trash."))
    key = blobs.put(data)
    known = next((paper.id for paper in of(touchpoint) if paper.key == key), None)
    return known or int(Paper.create(touchpoint=touchpoint, name=tidy_line(name), photo=key).id)


def of(touchpoint: int) -> list[PaperRow]:
    """The papers of a touchpoint, in the order they came."""
    return [PaperRow._make(row) for row in rows(
        """select p.id, p.name, p.photo, coalesce(b.kind, ''), coalesce(length(b.data), 0) from paper p
           left join blob b on b.hash = p.photo where p.touchpoint_id = ? and p.state = 'live' order by p.id""",
        touchpoint)]


def trash(paper: int) -> None:
    """Put a paper into the trash."""
    Paper.update(state=TRASHED).where(Paper.id == paper).execute()
