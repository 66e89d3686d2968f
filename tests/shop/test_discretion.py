"""While someone is looking: nothing of what went wrong, and no tender question."""

from __future__ import annotations

from lovedesk.shop import discretion, stream, touch_logs
from lovedesk.shop.months import Entry
from lovedesk.shop.questions import Offer
from lovedesk.store.desk import Desk


def test_what_went_wrong_has_no_occasion_while_someone_is_looking() -> None:
    assert [discretion.occasion(slug, looking=True) for slug in ("problem", "great", "")] == ["", "great", ""]
    assert discretion.occasion("problem", looking=False) == "problem"


def test_questions_about_worries_are_not_shown_and_others_are() -> None:
    found = [Offer("", "text", topic, None) for topic in ("worry", "family", "hope", "birthday", "say", "note")]
    assert [offer.topic for offer in discretion.offers(found, looking=True)] == ["hope", "birthday", "say", "note"]
    assert discretion.offers(found, looking=False) == found


def test_the_timeline_tells_neither_that_it_was_put_right_nor_that_it_was_of_no_value(desk: Desk, ana: int) -> None:
    with desk.act("visit.log"):
        touch_logs.log([ana], desk.now(), now=desk.now(), occasion="problem")
    for whom in (ana, None):
        (event,) = stream.of(whom, desk.now(), stream.Wanted(discreet=True))
        assert (event.occasion, event.plain) == ("", False)
        (event,) = stream.of(whom, desk.now(), stream.Wanted())
        assert (event.occasion, event.plain) == ("problem", True)


def test_the_calendar_says_neither_what_is_private_nor_what_went_wrong() -> None:
    entry = Entry(None, None, "visit", 1, "visit", "problem", "The hinge again", 7, "Ana Ruiz", "", "")
    found = [entry, entry._replace(occasion="great"), entry._replace(customer_id=None, customer=""),
             entry._replace(private=True)]
    assert [(one.occasion, one.title) for one in discretion.entries(found, looking=True)] == [
        ("", ""), ("great", "The hinge again"), ("", "The hinge again")]
    assert discretion.entries(found, looking=False) == found
