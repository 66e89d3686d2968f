"""The sample shop: whole, sound, relative to the day it is looked at, made anew and removed without a trace."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from lovedesk.shop import builtin, checklists, customers, people, sample, shops, todays
from lovedesk.shop.desks import open_desk
from lovedesk.shop.tables import rows
from lovedesk.store.desk import Desk
from tests.conftest import TODAY, StillDesk

NOW = dt.datetime.combine(TODAY, dt.time(9))


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample shop's file, made on Tuesday 24 November 2026."""
    file = tmp_path_factory.mktemp("sample") / "sample.lovedesk"
    sample.make(file, TODAY).close()
    return file


@pytest.fixture
def made(path: Path) -> Iterator[Desk]:
    """The sample shop on the day it was made."""
    desk = open_desk(path, kind=StillDesk)
    yield desk
    desk.close()


def test_it_is_marked_as_the_sample_and_kept_by_two(made: Desk) -> None:
    assert shops.about().sample
    assert shops.about().name == "Tansy & Thread"
    assert len(shops.keepers()) == 2
    assert made.check() == []


def test_some_forty_customers_have_people_and_all_that_a_visit_needs(made: Desk) -> None:
    assert 35 <= len(customers.ids()) <= 50
    assert all(people.at(customer) for customer in customers.ids())
    for table in ("contact_point", "special_day", "detail", "follow_up", "touchpoint_item"):
        assert rows(f"select count(*) from {table} where state = 'live'")[0][0] > 20, table


def test_its_words_are_those_that_the_program_knows(made: Desk) -> None:
    topics = {slug for (slug,) in rows("select distinct topic from detail where topic <> ''")}
    assert topics <= {topic.slug for topic in builtin.topics()} | {"note"}
    known = {template.key for template in checklists.all()}
    assert {key for (key,) in rows("select distinct checklist from touchpoint where checklist <> ''")} <= known


def test_its_today_has_something_in_every_block(made: Desk) -> None:
    today = todays.today(NOW)
    assert today.visits and today.to_type_in and today.due and today.still_open and today.tomorrow
    assert all(touch.start.date() == TODAY for touch in today.visits)


def test_it_is_one_action(made: Desk) -> None:
    assert rows("select verb from action") == [("sample.fill",)]


def test_made_anew_it_is_of_the_new_day_and_removed_it_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "sample.lovedesk"
    sample.make(path, dt.date(2024, 2, 29)).close()
    desk = sample.make(path, TODAY)
    assert rows("select count(*) from shop") == [(1,)]
    assert {touch.start.date() for touch in todays.today(NOW).visits} == {TODAY}
    desk.close()
    sample.remove(path)
    assert list(tmp_path.iterdir()) == []
    sample.remove(path)
