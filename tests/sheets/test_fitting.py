"""What stands on a page: the heaviest first, whole rows, until it is full."""

from __future__ import annotations

from lovedesk.sheets.fitting import Shown, fullest

HEIGHTS = Shown(meet=10, ask=20, owed=5, last=12, rows=6, know=5, near=5)
THERE = Shown(meet=2, ask=3, owed=2, last=3, rows=4, know=9, near=2)


def filled(room: int) -> Shown:
    """The page that is `room` high."""
    return fullest(THERE, lambda shown: sum(n * height for n, height in zip(shown, HEIGHTS, strict=True)) <= room)


def test_where_there_is_room_all_is_shown() -> None:
    assert filled(1000) == THERE


def test_the_oldest_details_go_first_then_the_third_question() -> None:
    assert filled(200) == THERE._replace(know=8)
    assert (filled(170).ask, filled(170).know) == (3, 4)
    assert (filled(150).ask, filled(150).know) == (2, 4)


def test_a_full_page_still_has_someone_to_meet_and_something_to_ask() -> None:
    assert filled(40)[:2] == (1, 1)


def test_no_room_shows_nothing() -> None:
    assert filled(0) == Shown()
