"""Commands about people: erase someone for good, and print all that the shop holds about them."""

from __future__ import annotations

from argparse import Namespace

from lovedesk.cli.talk import Command, Unclear, opened, say, warn
from lovedesk.mishaps import Refused
from lovedesk.words import _, ngettext


def erase(arguments: Namespace) -> int:
    """Erase a person for good; without --yes, say what would go."""
    with opened(arguments, make=False) as desk:
        from lovedesk.shop import erasing

        person = the_person(arguments.person)
        goes = erasing.goes(desk.database.handle, person=person)
        if not arguments.yes:
            say(_("This would be erased for good, with its history and in the copies beside the desk, and cannot be "
                  "brought back:"))
            for line in goes.lines:
                say(f"  {line}")
            raise Unclear(_("Nothing was erased. Say --yes to erase {name}.").format(name=goes.name))
        left = erasing.erase(desk, person=person)
    say(_("Erased for good: {what}").format(what=", ".join(goes.lines)))
    if left:
        warn(ngettext("{n} copy could not be erased; delete it yourself:",
                      "{n} copies could not be erased; delete them yourself:", len(left)).format(n=len(left)))
        for copy in left:
            warn(f"  {copy}")
    return 1 if left else 0


def the_person(name: str) -> int:
    """The person whom a name means; Unclear when several fit."""
    from lovedesk.shop import about

    found = about.named(name)
    if not found:
        raise Refused(_("There is no person called “{name}”.").format(name=name))
    if len(found) > 1:
        names = "\n".join(f"  {person.id}  {person.name}, {person.where}" for person in found)
        raise Unclear(_("“{name}” fits several people; say more of the name:\n{names}").format(name=name, names=names))
    return found[0].id


COMMANDS: dict[str, Command] = {"erase": erase}
