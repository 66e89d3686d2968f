"""Rules of the house that no other tool knows, held for every file."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROGRAM = [file for file in sorted((ROOT / "lovedesk").rglob("*.py")) if "migrations" not in file.parts]
MODULES = [*PROGRAM, *sorted((ROOT / "bench").glob("*.py")), *sorted((ROOT / "build").glob("*.py"))]


def named(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def calls(file: Path, *names: str) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and (getattr(node.func, "id", "") or getattr(node.func, "attr", "")) in names:
            yield node


def test_every_module_says_what_it_is_for() -> None:
    texts = {named(file): file.read_text("utf-8") for file in MODULES}
    long = {name: ast.parse(text) for name, text in texts.items() if text.count("\n") > 1}
    assert [name for name, tree in long.items() if not ast.get_docstring(tree)] == []


def test_no_module_grows_beyond_reading() -> None:
    assert [named(file) for file in MODULES if file.read_text("utf-8").count("\n") > 400] == []


def test_words_for_people_are_whole_literals() -> None:
    glued = []
    for file in PROGRAM:
        for call in calls(file, "_", "ngettext"):
            words = call.args[:2] if len(call.args) > 1 else call.args
            glued += [f"{named(file)}:{call.lineno}" for word in words if not isinstance(word, ast.Constant)]
    assert glued == []


def test_signals_connect_to_methods_that_can_be_freed() -> None:
    lambdas = [
        f"{named(file)}:{call.lineno}"
        for file in PROGRAM
        for call in calls(file, "connect")
        if any(isinstance(argument, ast.Lambda) for argument in call.args)
    ]
    assert lambdas == []


def test_no_second_sqlite_opens_a_desk() -> None:
    second = re.compile(r"^\s*(import|from) sqlite3", re.MULTILINE)
    assert [named(file) for file in MODULES if second.search(file.read_text("utf-8"))] == []


def test_a_test_lies_where_its_module_lies() -> None:
    """It has the module's name; a second one about it adds words to that."""
    lost = []
    for file in sorted((ROOT / "tests").rglob("test_*.py")):
        room = file.parent.relative_to(ROOT / "tests")
        words = file.stem.split("_")[1:]
        modules = [ROOT / "lovedesk" / room / "_".join(words[:many]) for many in range(1, len(words) + 1)]
        known = any(module.with_suffix(".py").exists() or module.is_dir() for module in modules)
        if room.name not in {"journeys", "bad_input"} and not known:
            lost.append(named(file))
    assert lost == ["tests/shop/test_live.py", named(Path(__file__))]  # of many modules


@pytest.mark.parametrize("text", ["README.md", "CHANGELOG.md"])
def test_texts_name_commands_that_exist(text: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z]+)", (ROOT / text).read_text("utf-8"))) <= targets


def test_the_newest_change_is_of_this_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)[0] == version
