"""Each action that the program takes has words for the undo line, and no words are for nothing."""

from __future__ import annotations

import ast
import inspect
from functools import cache
from pathlib import Path

from lovedesk.shop import actions

PROGRAM = Path(actions.__file__).parent.parent
ACTS = {"act", "long_act"}


@cache
def trees() -> list[ast.Module]:
    """Every module of the program, read."""
    return [ast.parse(file.read_text("utf-8")) for file in sorted(PROGRAM.rglob("*.py")) if file.name != "actions.py"]


def verbs_acted() -> set[str]:
    """The verbs that stand in a call of `act`."""
    return {call.args[0].value for tree in trees() for call in ast.walk(tree)
            if isinstance(call, ast.Call) and getattr(call.func, "attr", "") in ACTS
            and call.args and isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str)}


def texts() -> set[str]:
    """Every literal text of the program: a verb may be chosen before it is acted."""
    return {node.value for tree in trees() for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def verbs_with_words() -> set[str]:
    said = {node.value for node in ast.walk(ast.parse(inspect.getsource(actions)))
            if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return {verb for verb in said if actions.words(verb) != verb}


def test_every_action_has_words() -> None:
    assert len(verbs_acted()) > 40
    assert sorted(verb for verb in verbs_acted() if actions.words(verb) == verb) == []


def test_no_words_are_for_an_action_that_nobody_takes() -> None:
    assert sorted(verbs_with_words() - texts()) == []


def test_a_verb_of_a_newer_lovedesk_stays_as_it_is() -> None:
    assert actions.words("rocket.fly") == "rocket.fly"
