"""A phone's note, a mail or a chat becomes lines, each with the day it was said on."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lovedesk.shop.quick_lines import Line, split

TODAY = dt.date(2026, 11, 24)


def test_the_note_of_a_phone_loses_its_bullets() -> None:
    note = "- [ ] call Ana Tue at 10\r\n• note Ben: likes oak\n\n1. buy milk\n☐ 2 armchairs\n---\n12 Dec is free"
    assert [line.text for line in split(note, TODAY)] == [
        "call Ana Tue at 10", "note Ben: likes oak", "buy milk", "2 armchairs", "12 Dec is free"]


@pytest.mark.parametrize("stamp", ["[20.11.26, 10:15:03] ", "20/11/2026, 10:15 - ", "[2026-11-20 10:15] ",
                                   "20.11.26, 10:15 - ", "[20/11/2026, 10:15 am] ", "[10:15, 20.11.2026] "])
def test_each_line_of_a_chat_has_its_day_and_goes_on_until_the_next(stamp: str) -> None:
    chat = f"\u200e{stamp}Ana Ruiz: can you call\nme tomorrow?\n{stamp}Ben: thanks"
    day = dt.date(2026, 11, 20)
    assert split(chat, TODAY) == [Line("Ana Ruiz: can you call me tomorrow?", day), Line("Ben: thanks", day)]


def test_a_mail_loses_its_head_and_its_marks() -> None:
    mail = "From: Ana\nDate: Fri\nSubject: Re: the roof\n\n> call me Tue\n>> please"
    assert [line.text for line in split(mail, TODAY)] == ["the roof", "call me Tue", "please"]


@given(st.text(max_size=200))
def test_no_text_fails_and_every_line_says_something(text: str) -> None:
    for line in split(text, TODAY):
        assert line.text.strip()
        assert "\n" not in line.text
