"""Checklists: the shop's own templates and the built-in ones as one list; a visit has a copy of its items.

A key is the slug of a built-in checklist or the id of one of the shop's own. A built-in one is copied to rows when it
is first changed, with ids made from its slug; a copy that is taken back is `undone`, and the built-in one shows again.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from lovedesk.mishaps import Refused
from lovedesk.shop import builtin, positions, sections
from lovedesk.shop.columns import LIVE
from lovedesk.shop.folding import fold, tidy_line
from lovedesk.shop.putting import put
from lovedesk.shop.tables import TRASHED, Checklist, ChecklistItem, rows
from lovedesk.store.ids import id_of
from lovedesk.words import _

KINDS = ("bring", "tell", "do", "ask")      # as they stand on the sheet
MINUTES = 45


class Template(NamedTuple):
    """A checklist in the list: `own` is the shop's, `changed` a built-in one that the shop has changed."""

    key: str
    title: str
    about: str
    occasion: str
    channel: str
    minutes: int
    size: int                   # how many items it has
    own: bool
    changed: bool


class TemplateItem(NamedTuple):
    """An item of a checklist: do, ask, bring or tell."""

    id: int
    kind: str
    text: str
    topic: str
    required: bool
    section: str = ""           # the heading that it stands under


def all() -> list[Template]:  # noqa: A001 -- `checklists.all()` says what it is
    """Every checklist: the built-in ones in their order, then the shop's own by title."""
    stored = {row[0]: row for row in rows(
        """select c.id, c.slug, c.title, c.occasion, c.channel, c.minutes, c.state,
             (select count(*) from checklist_item i where i.checklist_id = c.id and i.state = 'live')
           from checklist c where c.state in ('live', 'trashed') and (c.state = 'live' or c.slug <> '')""")}
    found = []
    for entry in builtin.checklists():
        row = stored.pop(_row_of(entry.slug), None)
        if row is None:
            found.append(Template(entry.slug, entry.title, entry.about, entry.occasion, entry.channel, entry.minutes,
                                  len(entry.items), own=False, changed=False))
        elif row[6] != TRASHED:
            found.append(Template._make((entry.slug, row[2], entry.about, *row[3:6], row[7], False, True)))
    own = [Template._make((str(row[0]), row[2], "", *row[3:6], row[7], True, False))
           for row in stored.values() if row[6] != TRASHED]
    return found + sorted(own, key=lambda template: fold(template.title))


def get(key: str) -> Template:
    """One checklist; Refused when it is not here."""
    found = next((template for template in all() if template.key == key), None)
    if found is None:
        raise Refused(_("This checklist is not here any more."))
    return found


def number(key: str) -> int:
    """A checklist as a number: the id of an own one, below 0 for a built-in one."""
    return int(key) if key.isdecimal() else -1 - [entry.slug for entry in builtin.checklists()].index(key)


def named(title: str) -> Template:
    """The checklist of a title or slug as someone types it; Refused, naming what there is, when there is none."""
    wanted = fold(tidy_line(title))
    found = next((template for template in all() if wanted in {fold(template.title), fold(template.key)}), None)
    if found is None:
        raise Refused(_("There is no checklist “{title}”. There are: {titles}.").format(
            title=title, titles=", ".join(template.title for template in all())))
    return found


def items(key: str) -> list[TemplateItem]:
    """The items of a checklist, in their order, those under the same heading together."""
    return _items(get(key))


def words_of(stored: str) -> set[str]:
    """The words of the items of the checklist that a touchpoint keeps by slug or title; none of one that is gone."""
    return {item.text for template in all() if stored in {template.key, template.title} for item in _items(template)}


def _items(template: Template) -> list[TemplateItem]:
    entry = builtin.checklist(template.key)
    if entry is not None and not template.changed:
        return sections.in_order(
            TemplateItem(_item_of(entry.slug, n), item.kind, item.text, item.topic, item.required, item.section)
            for n, item in enumerate(entry.items))
    return sections.in_order(TemplateItem._make((*row[:4], bool(row[4]), row[5])) for row in rows(
        """select id, kind, text, topic, required, section from checklist_item
           where checklist_id = ? and state = 'live' order by position, id""", _row_of(template.key)))


def word(stored: str) -> str:
    """The title of a checklist as a touchpoint keeps it: the slug of a built-in one, or its title of then."""
    entry = builtin.checklist(stored)
    return entry.title if entry else stored


def add(title: str, *, occasion: str = "", channel: str = "visit", minutes: int = MINUTES) -> str:
    """Make a checklist of the shop's own. Returns its key."""
    return str(Checklist.create(title=_title(title), occasion=occasion, channel=channel,
                                minutes=checked_minutes(minutes)).id)


def rename(key: str, title: str) -> None:
    """Give a checklist another title."""
    _change(key, title=_title(title))


def set_occasion(key: str, occasion: str) -> None:
    """Say what it is for."""
    _change(key, occasion=occasion)


def set_channel(key: str, channel: str) -> None:
    """Say by which way we are in touch with it."""
    _change(key, channel=channel)


def set_minutes(key: str, minutes: int) -> None:
    """Say how long it takes."""
    _change(key, minutes=checked_minutes(minutes))


def add_item(key: str, kind: str, text: str, *, topic: str = "", required: bool = False, section: str = "") -> int:
    """Add an item at the end, or at the end of those under its heading. Returns its id."""
    text, section = checked_text(kind, text), sections.checked(section)
    checklist = _own_row(key)
    before = sections.after(items(key), section)
    item = int(ChecklistItem.create(
        checklist=checklist, kind=kind, text=text, topic=topic, required=int(required), section=section,
        position=positions.at_end(ChecklistItem.checklist, checklist)).id)
    if before is not None:
        positions.move(ChecklistItem.checklist, item, before)
    return item


def change_item(key: str, item: int, text: str) -> None:
    """Change the words of an item."""
    text = checked_text("do", text)
    _own_row(key)
    ChecklistItem.update(text=text).where(ChecklistItem.id == item).execute()


def set_item_topic(key: str, item: int, topic: str) -> None:
    """Say what an answer is about."""
    _own_row(key)
    ChecklistItem.update(topic=topic).where(ChecklistItem.id == item).execute()


def set_required(key: str, item: int, required: bool) -> None:
    """Say whether it is at the heart of it: left off a full sheet last, asked after when it was not ticked."""
    _own_row(key)
    ChecklistItem.update(required=int(required)).where(ChecklistItem.id == item).execute()


def rename_section(key: str, section: str, name: str) -> None:
    """Give a heading other words; without any, its items stand under none."""
    name = sections.checked(name)
    checklist = _own_row(key)
    ChecklistItem.update(section=name).where(
        ChecklistItem.checklist == checklist, ChecklistItem.section == section, ChecklistItem.state == LIVE).execute()


def move_item(key: str, item: int, before: int | None, section: str | None = None) -> None:
    """Put an item before another one, or at the end; under another heading if one is named."""
    _own_row(key)
    if section is not None:
        ChecklistItem.update(section=sections.checked(section)).where(ChecklistItem.id == item).execute()
    positions.move(ChecklistItem.checklist, item, before)


def put_under(key: str, item: int, section: str) -> None:
    """Put an item at the end of those under a heading, or of those that stand under none."""
    others = [other for other in items(key) if other.id != item]
    move_item(key, item, sections.after(others, sections.checked(section)), section)


def remove_item(key: str, item: int) -> None:
    """Put an item into the trash."""
    _own_row(key)
    ChecklistItem.update(state=TRASHED).where(ChecklistItem.id == item).execute()


def trash(key: str) -> None:
    """Put a checklist into the trash, a built-in one too; visits keep their items."""
    _change(key, state=TRASHED)


def back_to_built_in(key: str) -> None:
    """Take back what the shop changed on a built-in checklist."""
    if builtin.checklist(key) is None:
        raise Refused(_("This checklist is your own; it did not come with Lovedesk."))
    Checklist.update(state="undone").where(Checklist.id == _row_of(key)).execute()


def checked_minutes(minutes: int) -> int:
    """A length of time that a day can hold; Refused otherwise."""
    if not 0 < minutes <= 24 * 60:
        raise Refused(_("How many minutes will it take? A day has {n}.").format(n=24 * 60))
    return minutes


def checked_text(kind: str, text: str) -> str:
    """The words of an item on one line; Refused when empty, or of a kind that there is not."""
    if kind not in KINDS:
        raise Refused(_("An item is something to do, to ask, to bring or to tell."))
    text = tidy_line(text)
    if not text:
        raise Refused(_("What stands on this line?"))
    return text


def _title(title: str) -> str:
    title = tidy_line(title)
    if not title:
        raise Refused(_("What is the checklist called?"))
    return title


def _change(key: str, **values: object) -> None:
    checklist = _own_row(key)
    Checklist.update(values).where(Checklist.id == checklist).execute()


def _own_row(key: str) -> int:
    """The row of a checklist; an unchanged built-in one is copied to rows first."""
    template = get(key)
    row = _row_of(key)
    entry = builtin.checklist(key)
    if entry is None or template.changed:
        return row
    put(Checklist, row, slug=key, title=entry.title, occasion=entry.occasion, channel=entry.channel,
        minutes=entry.minutes)
    ChecklistItem.update(state=TRASHED).where(ChecklistItem.checklist == row, ChecklistItem.state == LIVE).execute()
    for n, item in enumerate(entry.items):
        put(ChecklistItem, _item_of(key, n), checklist=row, kind=item.kind, text=item.text, topic=item.topic,
            required=int(item.required), position=(n + 1) * positions.STEP, section=item.section)
    return row


@cache
def _row_of(key: str) -> int:
    return int(key) if key.isdecimal() else id_of("checklist", key)


@cache
def _item_of(slug: str, n: int) -> int:
    return id_of("checklist_item", slug, n)
