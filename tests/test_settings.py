"""What this laptop remembers comes back as it was; what is damaged costs the memory and nothing else."""

from __future__ import annotations

import datetime as dt
import json
import logging

import pytest

from lovedesk import paths
from lovedesk.settings import Settings, load, save


def test_without_a_file_everything_is_as_at_first_and_nothing_is_made() -> None:
    assert load() == Settings()
    assert not paths.settings_file().parent.exists()


def test_what_was_saved_comes_back() -> None:
    saved = Settings(desk="/a/shop.lovedesk", place="customers", what=2**62, window=[1, 2, 3, 4], maximised=True,
                     theme="dark", keeper=7, copies="/b", closed_on="2026-11-24")
    save(saved)
    assert load() == saved
    assert [file.name for file in paths.settings_file().parent.iterdir()] == [paths.settings_file().name]


@pytest.mark.parametrize("text", ["", "{", "[]", "7", "null", '"x"', "\ufffd" * 50, '{"window": '])
def test_a_damaged_file_costs_the_memory_alone(text: str, caplog: pytest.LogCaptureFixture) -> None:
    paths.settings_file().parent.mkdir(parents=True)
    paths.settings_file().write_text(text, "utf-8")
    with caplog.at_level(logging.WARNING, "lovedesk"):
        assert load() == Settings()
    assert "settings could not be read" in caplog.text


def test_bytes_that_are_no_text_cost_the_memory_alone() -> None:
    paths.settings_file().parent.mkdir(parents=True)
    paths.settings_file().write_bytes(b"\xff\xfe\x00{}")
    assert load() == Settings()


def test_what_does_not_fit_stays_as_at_first_and_what_is_unknown_is_left_out() -> None:
    paths.settings_file().parent.mkdir(parents=True)
    paths.settings_file().write_text(json.dumps({"theme": 7, "window": "big", "place": "calendar", "of_tomorrow": 1}))
    assert load() == Settings(place="calendar")


def test_a_folder_that_cannot_be_written_costs_the_memory_alone(caplog: pytest.LogCaptureFixture) -> None:
    paths.settings_file().parent.parent.mkdir(parents=True)
    paths.settings_file().parent.write_text("a file where the folder should be")
    with caplog.at_level(logging.WARNING, "lovedesk"):
        save(Settings(theme="dark"))
        assert load() == Settings()
    assert "settings could not be written" in caplog.text


def test_a_window_of_no_numbers_costs_its_place_alone() -> None:
    save(Settings(place="calendar", window=[1, 2, 3, 4]))
    file = paths.settings_file()
    file.write_text(file.read_text("utf-8").replace("2,", '"wide",'), "utf-8")
    remembered = load()
    assert remembered.window == []
    assert remembered.place == "calendar"


@pytest.mark.parametrize(("stored", "day"), [
    ("2026-11-10", dt.date(2026, 11, 10)), ("", None), ("yesterday", None), ("2026-13-40", None)])
def test_the_last_day_is_known_or_is_none(stored: str, day: dt.date | None) -> None:
    assert Settings(closed_on=stored).last_seen() == day
