"""Commands that show and prove the whole program without anybody's data."""

from __future__ import annotations

from argparse import Namespace

from lovedesk import demo
from lovedesk.cli.talk import Command, say


def show(arguments: Namespace) -> int:
    """Make the sample shop and draw it; names the files."""
    for file in demo.demo(arguments.out):
        say(str(file))
    return 0


def prove(_arguments: Namespace) -> int:
    """Prove that this installation works."""
    demo.self_test(say)
    return 0


COMMANDS: dict[str, Command] = {"demo": show, "self-test": prove}
