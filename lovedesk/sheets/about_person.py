"""All that the shop holds about one person, as pages for them to read (a person's right)."""

from __future__ import annotations

from lovedesk.sheets.blocks import PAD, Block, title
from lovedesk.sheets.flowing import flowed, labelled_lines, numbered
from lovedesk.sheets.fonts import BODY, HEAD
from lovedesk.sheets.page import PAPERS, Page
from lovedesk.sheets.text import Text
from lovedesk.shop.about import AboutPerson
from lovedesk.words import _, date_full


def about_person(about: AboutPerson, paper: str) -> list[Page]:
    """The pages, numbered."""
    size = PAPERS[paper]
    name = _("What we hold about {name}").format(name=Text(about.name, BODY, size.column).shown)
    parts = [(section.heading, [block for line in section.lines
                                for block in labelled_lines(line.label, line.text, size.column)])
             for section in about.sections]
    pages = flowed(name, _first(about, size.column), parts, size)
    return numbered(pages, about.name, about.day, about.motto, sample=about.sample)


def _first(about: AboutPerson, width: float) -> Block:
    head = title(about.name, _("All that we hold about you"), [Text(date_full(about.day), HEAD, 700)], width)
    shop = about.shop or _("our shop")
    words = Text(_("This is everything about you that is written down at {shop}, also what only we see and what was "
                   "deleted but not yet erased. If something is wrong, tell us and we put it right. If you wish, we "
                   "erase it for good.").format(shop=shop), BODY, width, 6)
    return Block().put(head).put(words, 0, head.height + PAD)
