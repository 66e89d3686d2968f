"""What stands on a page: the heaviest first, whole rows, until it is full."""

from __future__ import annotations

from lovedesk.sheets.fitting import Shown, fullest

HEIGHTS = Shown(meet=10, ask=6, owed=5, last=12, near=5, lines=8, rows=6, know=5)
THERE = Shown(meet=2, ask=3, owed=2, last=3, near=2, lines=6, rows=4, know=9)


def filled(room: int) -> Shown:
    """The page that is `room` high."""
    return fullest(THERE, lambda shown: sum(n * height for n, height in zip(shown, HEIGHTS, strict=True)) <= room)


def test_where_there_is_room_all_is_shown() -> None:
    assert filled(1000) == THERE


def test_the_oldest_details_go_first_then_lines_to_write_on_and_no_question() -> None:
    assert filled(210) == THERE._replace(know=8)
    assert (filled(170).ask, filled(170).lines, filled(170).know) == (3, 5, 4)
    assert (filled(140).ask, filled(140).lines, filled(140).know) == (3, 2, 3)


def test_a_full_page_still_has_someone_to_meet_and_all_that_is_to_be_asked() -> None:
    assert (filled(60).meet, filled(60).owed, filled(60).ask) == (1, 2, 3)


def test_no_room_shows_nothing() -> None:
    assert filled(0) == Shown()
