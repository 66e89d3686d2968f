"""Commands that read: the customers whom some terms leave, who is to be in touch with, what was done, newest first."""

from __future__ import annotations

import datetime as dt
from argparse import Namespace

from lovedesk.cli.talk import Command, Unclear, opened, say, the_one, warn
from lovedesk.mishaps import Refused
from lovedesk.shop import builtin, customers, good_times, history, in_touch, kept_lists, narrowing, tags
from lovedesk.shop.narrowing import Terms
from lovedesk.shop.tags import TagRow
from lovedesk.words import _, date_full, time

_PAGE = 500


def list_(arguments: Namespace) -> int:
    """One line for each customer whom the terms leave: name, standing, tags, last touch."""
    with opened(arguments) as desk:
        now = desk.now()
        found = narrowing.ids(_terms(arguments), now)
        for first in range(0, len(found), _PAGE):
            wanted = found[first:first + _PAGE]
            tagged = tags.of_many(wanted)
            for row in customers.page(wanted, now):
                words = " ".join(f"#{tag}" for tag in tagged.get(row.id, ()))
                last = date_full(row.last) if row.last else ""
                say("\t".join((row.name, customers.standing_word(row.standing), words, last)))
        if not found:
            warn(_("Nobody is left by these terms."))
    return 0


def _terms(arguments: Namespace) -> Terms:
    """The terms of a kept list, if one is named, narrowed further by those that are given."""
    terms = _kept(arguments.list) if arguments.list else Terms()
    for word in arguments.tag:
        _tag(word)
    return terms._replace(
        tags=(*terms.tags, *arguments.tag), standings=(*terms.standings, *_standings(arguments.standing)),
        nothing_ahead=terms.nothing_ahead or arguments.nothing_ahead,
        touched_before=arguments.not_since or terms.touched_before, missing=(*terms.missing, *arguments.missing))


def _tag(word: str) -> TagRow:
    found = tags.named(word)
    if found is None:
        known = " ".join(f"#{tag.name}" for tag in tags.all())
        raise Refused(_("There is no tag “{word}”. There are: {known}").format(word=word, known=known) if known
                      else _("There is no tag “{word}”, and no other yet.").format(word=word))
    return found


def _kept(name: str) -> Terms:
    kept = kept_lists.named(name)
    if kept is None:
        known = ", ".join(f"“{one.name}”" for one in kept_lists.all())
        raise Refused(_("There is no list “{name}”. There are: {known}").format(name=name, known=known) if known
                      else _("There is no list “{name}”, and no other yet.").format(name=name))
    return kept.terms


def _standings(words: list[str]) -> list[str]:
    """Standings as they are kept, from their words on screen or from the desk's own."""
    found = []
    for word in words:
        fits = [one for one in customers.STANDINGS if word.casefold() in {one, customers.standing_word(one).casefold()}]
        if not fits:
            known = ", ".join(customers.standing_word(one) for one in customers.STANDINGS)
            raise Unclear(_("“{word}” is no standing. There are: {known}.").format(word=word, known=known))
        found += fits
    return found


def touch(arguments: Namespace) -> int:
    """One line for each with whom it is time to be in touch: name, reason, last touch, good time."""
    with opened(arguments) as desk:
        now = desk.now()
        tag = _tag(arguments.tag).id if arguments.tag else None
        found = in_touch.lists(now.date(), tag=tag)
        due = found.due()
        goods = good_times.propose([one.id for one in due], now)
        for one in due:
            good = goods[one.id]
            when = _("{time}, {channel}: {why}").format(
                time=good.when(now.date()), channel=builtin.channel_label(good.channel), why=good.why())
            mark = [_("perhaps leaving")] if one.perhaps_leaves(now.date()) else []
            say("\t".join((one.name, in_touch.reason(one, now.date()), date_full(one.last) if one.last else "",
                           when, *mark)))
        if not due:
            warn(_("Nobody waits to hear from you."))
    return 0


def history_(arguments: Namespace) -> int:
    """What was done, newest first: when, by whom, and what."""
    with opened(arguments):
        customer = the_one(arguments.customer)[0] if arguments.customer else None
        any_ = False
        for page in history.pages(customer):
            for entry in page:
                any_ = True
                say("  ".join(part for part in (_moment(entry.at), entry.who, entry.sentence()) if part))
        if not any_:
            warn(_("Nothing was done here yet."))
    return 0


def _moment(at: dt.datetime) -> str:
    return _("{day} {time}").format(day=date_full(at.date()), time=time(at.time()))


COMMANDS: dict[str, Command] = {"list": list_, "history": history_, "touch": touch}
