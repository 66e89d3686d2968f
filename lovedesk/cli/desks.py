"""Commands on the desk as a whole: find, take back, check, copy."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from lovedesk.cli.talk import Command, opened, say, warn
from lovedesk.mishaps import Refused
from lovedesk.words import _, ngettext


def find(arguments: Namespace) -> int:
    """List who was found, with the words that were found where they are not the name."""
    with opened(arguments, make=False):
        import datetime as dt

        from lovedesk.shop import goings, search  # need the database, which --help does not

        text = " ".join(arguments.text)
        hits = search.hits(text)
        for hit in hits:
            words = " ".join(hit.text.split())
            say(hit.name if words in {hit.name, ""} else f"{hit.name}\t{words}")
        more = len(search.customers(text, others=True).ids) - len(hits) if len(hits) >= search.HITS else 0
        if more:
            warn(ngettext("and {n} more; type more of it", "and {n} more; type more of it", more).format(n=more))
        ours = goings.our_own(text, dt.datetime.now())[:search.HITS]
        for touch in ours:
            say(f"{touch.title}\t{touch.start:{'%Y-%m-%d' if touch.days else '%Y-%m-%d %H:%M'}}")
        if not hits and not ours:
            _say_alike(text)
    return 0


def _say_alike(text: str) -> None:
    """Where nothing was found, list what is like it."""
    import datetime as dt

    from lovedesk.shop import customers, search  # need the database, which --help does not

    alike = [customer for step in search.alike(text, others=True) for customer in step][:search.HITS]
    warn(_("Nobody was found for “{text}”; like it:").format(text=text) if alike
         else _("Nobody was found for “{text}”.").format(text=text))
    for row in customers.page(alike, dt.datetime.now()):
        people = row.people if row.people != row.name else ""
        say("\t".join(part for part in (row.name, people) if part))


def undo(arguments: Namespace) -> int:
    """Take back the last actions, or do them again."""
    is_undo = arguments.command == "undo"
    with opened(arguments) as desk:
        from lovedesk.shop import actions

        for done in range(arguments.times):
            undone = desk.undo() if is_undo else desk.redo()
            if undone is None and not done:
                raise Refused(_("There is nothing to take back.") if is_undo else _("There is nothing to do again."))
            if undone is None:
                break
            words = actions.words(undone.verb)
            say(_("Taken back: {action}").format(action=words) if is_undo
                else _("Done again: {action}").format(action=words))
            if undone.left_alone:
                say(ngettext("  {n} field was changed since and stays as it is",
                             "  {n} fields were changed since and stay as they are", undone.left_alone).format(
                                 n=undone.left_alone))
    return 0


def check(arguments: Namespace) -> int:
    """Say whether the desk is sound."""
    with opened(arguments) as desk:
        problems = desk.check()
    for problem in problems:
        say(problem)
    if not problems:
        say(_("All is well."))
    return 1 if problems else 0


def backup(arguments: Namespace) -> int:
    """Write a verified copy."""
    with opened(arguments) as desk:
        _refuse_itself(arguments.file, desk.path)
        desk.back_up(arguments.file)
    say(_("Copied and verified: {path}").format(path=arguments.file))
    return 0


def restore(arguments: Namespace) -> int:
    """Put a copy in the place of the desk."""
    from lovedesk import paths
    from lovedesk.shop import desks
    from lovedesk.store.database import NotADesk

    try:
        with opened(arguments) as desk:
            _refuse_itself(arguments.file, desk.path)
            desk.restore(arguments.file)
            kept = desk.copies
    except NotADesk:        # the very desk that a copy was kept for
        kept = desks.bring_back(arguments.desk or paths.default_desk(), arguments.file)
    say(_("Restored from {path}. What was there before is kept in {kept}.").format(path=arguments.file, kept=kept))
    return 0


def _refuse_itself(file: Path, desk: Path) -> None:
    if file.resolve() == desk.resolve():
        raise Refused(_("{path} is the desk itself. Name another file.").format(path=file))


COMMANDS: dict[str, Command] = {"find": find, "undo": undo, "redo": undo, "check": check, "backup": backup,
                                "restore": restore}
