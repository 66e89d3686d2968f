"""Commands about people: who is here twice, make them one, erase someone for good, print all we hold about them."""

from __future__ import annotations

from argparse import Namespace

from lovedesk.cli.talk import Command, Unclear, opened, say, the_one, warn
from lovedesk.mishaps import Refused
from lovedesk.words import _, ngettext, paper


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


def about(arguments: Namespace) -> int:
    """Print all that the shop holds about a person."""
    with opened(arguments, make=False) as desk:
        from lovedesk.shop import about as abouts

        told = abouts.of(desk, the_person(arguments.person))
    from lovedesk.sheets import printing
    from lovedesk.sheets.about_person import about_person

    printing.ensure_gui()
    printing.write_pdf(about_person(told, arguments.paper or paper()), arguments.out)
    say(_("Written: {path}").format(path=arguments.out))
    return 0


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


def duplicates(_arguments: Namespace) -> int:
    """List who may be the same, each pair with its reasons."""
    with opened(_arguments):
        from lovedesk.shop import duplicates as finding

        pairs = finding.pairs()
    for pair in pairs:
        say(_("{one} and {other}: {reasons}").format(
            one=pair.names[0], other=pair.names[1], reasons=", ".join(pair.reasons)))
    if not pairs:
        warn(_("Nobody seems to be here twice."))
    return 0


def merge(arguments: Namespace) -> int:
    """Make one of two customers; what hung on the first hangs on the second."""
    with opened(arguments) as desk:
        from lovedesk.shop import merging

        this, into = the_customer(arguments.this), the_customer(arguments.into)
        with desk.act("customer.merge"):
            merging.merge("customer", this[0], into[0])
    say(_("Made one: {this} and {into}. “lovedesk undo” brings both back.").format(this=this[1], into=into[1]))
    return 0


def the_customer(name: str) -> tuple[int, str]:
    """The customer of a name or of an id, as lists of several have it; also one who is in the trash."""
    from lovedesk.shop import comparing

    return comparing.known(name) or the_one(name)


COMMANDS: dict[str, Command] = {"duplicates": duplicates, "merge": merge, "erase": erase, "about": about}
