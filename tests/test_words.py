"""Dates as people say them near today, in the words and the order of where they are."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys

import pytest

from lovedesk import words
from tests.conftest import TODAY


@pytest.mark.parametrize(("days", "said"), [
    (0, "today"), (1, "tomorrow"), (-1, "yesterday"), (3, "Fri 27 Nov, in 3 days"), (40, "3 Jan 2027"),
    (-3, "Sat 21 Nov, 3 days ago"), (-40, "Thu 15 Oct, 5 weeks ago"),
])
def test_a_day_is_said_as_people_say_it(days: int, said: str) -> None:
    assert words.ahead(TODAY + dt.timedelta(days), TODAY) == said


@pytest.mark.parametrize(("days", "said"), [
    (0, "today"), (1, "yesterday"), (20, "20 days ago"), (35, "5 weeks ago"), (500, "16 months ago"),
    (1500, "4 years ago"),
])
def test_an_age_is_round(days: int, said: str) -> None:
    assert words.ago(TODAY - dt.timedelta(days), TODAY) == said


@pytest.mark.parametrize(("minutes", "said"), [(45, "45 min"), (60, "1 hour"), (120, "2 hours"), (90, "1 h 30")])
def test_a_length_is_said_in_hours_and_minutes(minutes: int, said: str) -> None:
    assert words.duration(minutes) == said


def test_names_are_joined_into_a_sentence() -> None:
    assert [words.joined(names) for names in (["Ana"], ["Ana", "Ben"], ["Ana", "Ben", "Cleo"])] == [
        "Ana", "Ana and Ben", "Ana, Ben and Cleo"]


SAYS = ("import datetime as dt; from lovedesk import words as w; d = dt.date(2026, 11, 24); "
        "print(w.date_full(d), '|', w.month_title(d), '|', w.week_start(), '|', w.paper())")


@pytest.mark.parametrize(("where", "said"), [
    ("en_GB", "Tue 24 Nov 2026 | November 2026 | 0 | a4"),
    ("en_US", "Tue Nov 24, 2026 | November 2026 | 6 | letter"),
    ("de_DE", "Di. 24. Nov. 2026 | November 2026 | 0 | a4"),
    ("es_ES", "mar 24 nov 2026 | noviembre de 2026 | 0 | a4"),
    ("C", "Tue 24 Nov 2026 | November 2026 | 0 | a4"),
])
def test_the_locale_says_the_order_of_a_date_the_week_and_the_paper(where: str, said: str) -> None:
    spoken = subprocess.run([sys.executable, "-c", SAYS], env=os.environ | {"LC_ALL": f"{where}.UTF-8"}, check=True,
                            capture_output=True, encoding="utf-8")
    assert spoken.stdout.strip() == said


@pytest.mark.parametrize(("name", "written"), [
    ("en_GB", "1,480.50"), ("de_DE", "1.480,50"), ("de_CH", "1’480.50"), ("fr_FR", "1\u202f480,50"),
    ("xx_XX", "1,480.50")])
def test_money_is_written_as_it_is_where_we_are_and_read_again(name: str, written: str) -> None:
    script = ("from lovedesk.words import money; from lovedesk.formats.job_table import cents; "
              "assert all(cents(money(sum_)) == sum_ for sum_ in (0, 5, 99, 123456789, -1250)); print(money(148050))")
    done = subprocess.run([sys.executable, "-c", script], env=os.environ | {"LC_ALL": f"{name}.UTF-8"},
                          capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == written
