"""Lines that are pasted become items: by their marks, headings, kinds and question marks; no word is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lovedesk.formats import pasted_lines
from lovedesk.formats.pasted_lines import Line


@pytest.mark.parametrize("line", [
    "- Felt", "* Felt", "• Felt", "+ Felt", "1. Felt", "12) Felt", "a) Felt", "[ ] Felt", "[x] Felt", "- [ ] Felt",
    "  - Felt", "☐ Felt", "– Felt", "Felt"])
def test_a_line_is_an_item_whatever_its_mark(line: str) -> None:
    assert pasted_lines.read(line) == [Line("do", "Felt")]


def test_a_question_is_asked_and_a_word_before_the_colon_says_the_kind() -> None:
    text = "- Does the door stick?\n- ? Their plans\n- bring: felt\n- Tell: why?\n- Ask: the dog"
    assert pasted_lines.read(text) == [
        Line("ask", "Does the door stick?"), Line("ask", "Their plans"), Line("bring", "felt"), Line("tell", "why?"),
        Line("ask", "the dog")]


def test_headings_hold_until_the_next_one_and_those_of_a_kind_give_their_kind() -> None:
    text = "# At the door\n- Knock\nIn the kitchen:\n1. Look at the hinges\n\nBring:\n- Felt\n- Wax"
    assert pasted_lines.read(text) == [
        Line("do", "Knock", "At the door"), Line("do", "Look at the hinges", "In the kitchen"), Line("bring", "Felt"),
        Line("bring", "Wax")]


def test_a_line_that_is_set_in_goes_on_with_the_one_above() -> None:
    assert pasted_lines.read("- Felt for the legs,\n  the thick one\n\n  Wax") == [
        Line("do", "Felt for the legs, the thick one"), Line("do", "Wax")]


def test_what_is_at_the_heart_begins_with_an_exclamation_mark() -> None:
    assert pasted_lines.read("- ! Say sorry\n- bring: ! Flowers\n- !") == [
        Line("do", "Say sorry", required=True), Line("bring", "Flowers", required=True), Line("do", "!")]


def test_the_kind_of_the_group_holds_where_nothing_says_another() -> None:
    assert pasted_lines.read("- Felt\n- do: Knock", "bring") == [Line("bring", "Felt"), Line("do", "Knock")]


@pytest.mark.parametrize(("text", "several"), [
    ("Felt", False), ("- Felt", True), ("Felt\nWax", True), ("Felt\n\n", False), ("# Door", True), ("", False),
    ("3 x hinge", False), ("4. Felt", True)])
def test_more_than_words_for_one_item_is_a_list(text: str, several: bool) -> None:
    assert pasted_lines.is_list(text) is several


MARKS = st.sampled_from(("", "- ", "* ", "1. ", "[ ] ", "  ", "      - ", "bring: ", "- ask: ", "\t"))
TEXTS = st.lists(st.sampled_from(("oak", "wax?", "felt", "3 x", "5.", "–", "é")), min_size=1, max_size=4).map(" ".join)


@given(st.lists(st.tuples(MARKS, TEXTS)), st.sampled_from(("bring", "tell", "do", "ask")))
def test_no_words_that_were_pasted_are_lost_and_none_made_up(lines: list[tuple[str, str]], kind: str) -> None:
    found = pasted_lines.read("\n".join(mark + text for mark, text in lines), kind)
    words = " ".join(line.text for line in found).split()
    wanted = " ".join(text for _mark, text in lines).split()
    assert [word for word in words if word not in {"5.", "–"}] == [word for word in wanted if word not in {"5.", "–"}]


@given(st.text(st.characters(codec="utf-8"), max_size=200), st.sampled_from(("bring", "tell", "do", "ask")))
def test_whatever_is_pasted_gives_items_that_can_be_kept(text: str, kind: str) -> None:
    for line in pasted_lines.read(text, kind):
        assert line.text.strip()
        assert line.kind in {"bring", "tell", "do", "ask"}
        assert len(line.section) <= pasted_lines.LONGEST


@given(st.lists(st.text("abc déf", min_size=1, max_size=12).map(str.strip).filter(bool), min_size=1, max_size=20))
def test_a_plain_list_comes_back_item_for_item(texts: list[str]) -> None:
    assert [line.text for line in pasted_lines.read("\n".join(f"- {text}" for text in texts))] == texts
