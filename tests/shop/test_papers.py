"""Photos and scans are kept with their visit, once, and only what is a picture or a PDF."""

from __future__ import annotations

import datetime as dt

import pytest

from lovedesk.mishaps import Refused
from lovedesk.shop import blobs, papers, touchpoints, visits
from lovedesk.store.desk import Desk

PNG = b"\x89PNG\r\n\x1a\n and so on"


@pytest.fixture
def visit(desk: Desk, ana: int) -> int:
    """A visit to Ana."""
    with desk.act("visit.plan"):
        return touchpoints.plan([ana], dt.datetime(2026, 11, 24, 9, 0))


def keep(desk: Desk, visit: int, name: str, data: bytes) -> int:
    with desk.act("paper.keep"):
        return papers.keep(visit, name, data)


def test_a_photo_is_kept_with_the_visit_and_its_bytes_come_back(desk: Desk, visit: int) -> None:
    keep(desk, visit, "sheet.png", PNG)
    (paper,) = papers.of(visit)
    assert (paper.name, paper.kind, paper.size) == ("sheet.png", "image/png", len(PNG))
    assert blobs.get(paper.key) == PNG
    page = visits.page(visit)
    assert page is not None and page.papers == [paper]


def test_the_same_photo_again_is_kept_once(desk: Desk, visit: int) -> None:
    assert keep(desk, visit, "sheet.png", PNG) == keep(desk, visit, "again.png", PNG)
    assert len(papers.of(visit)) == 1


def test_a_photo_taken_back_or_put_away_is_not_shown_and_its_bytes_stay(desk: Desk, visit: int) -> None:
    paper = keep(desk, visit, "sheet.png", PNG)
    (key,) = [row.key for row in papers.of(visit)]
    with desk.act("paper.trash"):
        papers.trash(paper)
    assert papers.of(visit) == []
    desk.undo()
    assert len(papers.of(visit)) == 1
    desk.undo()
    assert papers.of(visit) == []
    assert blobs.get(key) == PNG


def test_what_is_no_picture_too_large_or_of_no_visit_is_refused(desk: Desk, visit: int) -> None:
    for touchpoint, data, words in ((visit, b"hello", "neither"), (visit, b"", "neither"), (1, PNG, "not here"),
                                    (visit, PNG + bytes(papers.LARGEST), "larger than 25 MB")):
        with pytest.raises(Refused, match=words):
            keep(desk, touchpoint, "sheet.png", data)
    assert papers.of(visit) == []
