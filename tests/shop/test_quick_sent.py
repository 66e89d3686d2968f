"""A line that says what was sent becomes a touch that is done; one that only is to be sent does not."""

from __future__ import annotations

import pytest

from lovedesk.shop import timeline
from lovedesk.store.desk import Desk
from tests.shop.test_quick_add import shop
from tests.shop.test_quick_keep import keep

__all__ = ["shop"]      # its customers are the fixture here too


@pytest.mark.parametrize(("line", "channel", "notes"), [
    ("sent Ana a letter", "letter", "A letter"),
    ("sent Ana an email about the roof", "email", "An email about the roof"),
    ("wrote to Ana", "letter", ""),
    ("wrote Ana a card", "letter", "A card"),
    ("emailed Ana the offer", "email", "The offer"),
    ("sent Ana the bill yesterday", "bill", "The bill"),
    ("Brief an Ana geschickt", "letter", ""),
    ("gestern Brief an Ana geschickt wegen des Dachs", "letter", "Wegen des Dachs"),
    ("Rechnung an Ana geschickt", "bill", ""),
    ("habe Ana einen Brief geschickt", "letter", ""),
    ("Ana eine lange Mail geschrieben", "email", "")])
def test_what_was_sent_is_a_touch_of_ours_that_is_done(
        desk: Desk, shop: dict[str, int], line: str, channel: str, notes: str) -> None:
    kept = keep(desk, line)
    assert kept.became == "log"
    (touch,) = timeline.of_customer(shop["Ana Ruiz"])
    assert (touch.channel, touch.notes, touch.done, touch.began) == (channel, notes, True, "we")
    desk.undo()
    assert timeline.of_customer(shop["Ana Ruiz"]) == []


@pytest.mark.parametrize("line", ["send Ana a letter", "Brief an Ana", "Brief an Ana schreiben"])
def test_what_is_to_be_sent_is_not_done_yet(desk: Desk, shop: dict[str, int], line: str) -> None:
    assert keep(desk, line).became == "todo"
