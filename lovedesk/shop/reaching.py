"""Reaching them in one click: the addresses by which other programs dial, write and show a map, and the words prepared.

Nothing private goes out: names, the occasion, their postal address, and how we sign.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple
from urllib.parse import quote

from lovedesk.mishaps import Refused
from lovedesk.shop import contact_points, reminding, shops
from lovedesk.shop.heads import LIVE_PERSON
from lovedesk.shop.tables import rows
from lovedesk.words import _, date_long


class Words(NamedTuple):
    """A letter or an e-mail as it is prepared: to whom, about what, its first and last lines, and who we are."""

    to: str
    subject: str
    body: str
    sender: str = ""


def tel(number: str) -> str:
    """The address that dials a number: its digits, with the plus before them."""
    dialled = "".join(sign for sign in number if sign in "0123456789*#")
    if not any(sign.isdecimal() for sign in dialled):
        raise Refused(_("No number can be read in “{words}”.").format(words=number))
    return f"tel:{'+' if number.lstrip(' (').startswith('+') else ''}{quote(dialled, safe='*')}"


def place(address: str) -> str:
    """The address that shows a place in the map program of this laptop; it asks no network of ours."""
    line = ", ".join(part.strip() for part in address.splitlines() if part.strip())
    if not line:
        raise Refused(_("Where is it? There is no address."))
    return f"geo:0,0?q={quote(line, safe='')}"


def mail(address: str, words: Words) -> str:
    """The address that opens a new e-mail with the words prepared."""
    address = address.strip()
    if "@" not in address or any(sign.isspace() or sign in "<>,;" for sign in address):
        raise Refused(_("“{words}” is no e-mail address.").format(words=address))
    body = words.body.replace("\n", "\r\n")
    return (f"mailto:{quote(address, safe='@.+-_')}?subject={quote(words.subject, safe='')}"
            f"&body={quote(body, safe='')}")


def page(web: str) -> str:
    """The address of a web page of theirs. Refused for anything that is no page."""
    web = web.strip()
    if not web.lower().startswith(("http://", "https://")):
        if ":" in web.split("/", maxsplit=1)[0]:
            raise Refused(_("“{words}” is no web page.").format(words=web))
        web = f"https://{web}"
    return quote(web, safe=":/?#[]@!$&'()*+,;=%~-._")


def prepared(customer: int, person: int | None = None, *, occasion: str = "", keeper: int | None = None) -> Words:
    """The words of a letter or an e-mail to them: a greeting by name, room, and how we sign."""
    whom, given = _names(customer, person)
    greeting = _("Dear {name},").format(name=given) if given else _("Good day,")
    shop = shops.about().name
    signed = [next((one.name for one in shops.keepers() if one.id == keeper), ""), shop]
    body = "\n".join([greeting, "", _opening(occasion), "", _("Kind regards"), *(line for line in signed if line)])
    return Words(whom, _subject(occasion, shop), body, shop)


def _names(customer: int, person: int | None) -> tuple[str, str]:
    """To whom it goes, and how they are greeted."""
    found = rows(f"select c.name, c.kind from customer c where c.id = ? and {reminding.CUSTOMER}", customer)
    if not found:
        raise Refused(_("This customer is not here any more, or has left."))
    name, kind = found[0]
    who = rows(f"""select p.name, coalesce(nullif(p.nickname, ''), nullif(p.given, ''), p.name) from person p
                   where p.id = ? and {LIVE_PERSON} and p.gone = ''""", person) if person else []
    if not who:
        return name, name if kind == "person" else ""
    full, called = who[0]
    return full if full == name else f"{full}, {name}", called


def _subject(occasion: str, shop: str) -> str:
    about = {"celebration": _("Congratulations"), "problem": _("What we do to put it right"),
             "price": _("Our prices"), "billing": _("Our bill"), "goodbye": _("Thank you"),
             "first": _("Our first meeting")}.get(occasion, _("A word to you"))
    return _("{about}, {shop}").format(about=about, shop=shop) if shop else about


def _opening(occasion: str) -> str:
    return {"celebration": _("our warmest wishes to you."), "goodbye": _("thank you for the time with you."),
            "problem": _("you told us that something went wrong, and we are sorry.")}.get(occasion, "")


def letter(words: Words, address: str, day: dt.date) -> str:
    """A letter as a file of rich text, which every writing program opens: to whom, the day, and the words."""
    paragraphs = [*([words.sender, ""] if words.sender else []), words.to, *address.splitlines(), "",
                  date_long(day), "", *([words.subject, ""] if words.subject else []), *words.body.splitlines()]
    lines = "\\par\n".join(_rich(line) for line in paragraphs)
    return "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}\\f0\\fs22\n" + lines + "\\par\n}\n"


def _rich(line: str) -> str:
    """A line within rich text: what means something there stands for itself, and any letter is kept."""
    return "".join(_rich_letter(letter) for letter in line)


def _rich_letter(letter: str) -> str:
    if letter in "\\{}":
        return f"\\{letter}"
    if " " <= letter < "\x7f":
        return letter
    units = letter.encode("utf-16-le", "replace")
    numbers = [int.from_bytes(units[at:at + 2], "little", signed=True) for at in range(0, len(units), 2)]
    return "".join(f"\\u{number}?" for number in numbers) if letter >= "\xa0" else " "


def whole_address(customer: int, first_line: str) -> str:
    """All lines of the address of theirs that begins so; what is none of theirs stays as it is."""
    return next((way.value for way in contact_points.of(customer)
                 if way.kind == "address" and way.value.startswith(first_line)), first_line)


def ways(customer: int, people: list[int], kind: str) -> list[contact_points.ContactRow]:
    """Their ways of one kind: of those who are met first, then the customer's own; the preferred before the rest."""
    found = [way for way in contact_points.of(customer) if way.kind == kind]
    return sorted(found, key=lambda way: (way.person not in people, not way.preferred, way.person is None))
