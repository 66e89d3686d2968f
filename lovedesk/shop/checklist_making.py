"""Checklists made of what is there: copied, kept from a visit, pasted as lines, shared as a file and brought in.

Whatever they are made of stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from lovedesk.formats import checklist_file, pasted_lines, whole_file
from lovedesk.formats.checklist_file import SharedItem, SharedList
from lovedesk.mishaps import Refused
from lovedesk.shop import builtin, checklists, items, sections, topics
from lovedesk.shop.checklists import MINUTES, Template
from lovedesk.shop.folding import fold, tidy_line
from lovedesk.shop.tables import rows
from lovedesk.words import _

_BEGINNING = 200    # bytes that tell a checklist from an export
MOST = 200          # lines that are pasted at once
Listed = checklists.TemplateItem | items.Item | SharedItem
_NUMBER = re.compile(r" \(\d+\)$")


def copy(key: str) -> str:
    """Make a checklist of the shop's own of another one. Returns its key."""
    template = checklists.get(key)
    return _make(template, _free(template.title), checklists.items(key))


def of_visit(touchpoint: int, title: str) -> str:
    """Make the list of a visit a checklist of the shop's own. Returns its key."""
    return _make(_like(touchpoint), title, items.of(touchpoint))


def over(key: str, touchpoint: int) -> None:
    """Let the list of a visit take the place of a checklist's items; other visits keep theirs."""
    found = items.of(touchpoint)
    _refuse_empty(found)
    for item in checklists.items(key):
        checklists.remove_item(key, item.id)
    _fill(key, found)


def paste(key: str, text: str, kind: str = "do") -> int:
    """Add pasted lines as items, each under its heading. Returns how many."""
    lines = _lines(text, kind)
    for line in lines:
        checklists.add_item(key, line.kind, line.text, required=line.required, section=line.section)
    return len(lines)


def paste_into_visit(touchpoint: int, text: str, kind: str = "do") -> int:
    """Add pasted lines as items of a visit alone. Returns how many."""
    lines = _lines(text, kind)
    for line in lines:
        item = items.add(touchpoint, line.kind, line.text, section=line.section)
        if line.required:
            items.set_required(item, required=True)
    return len(lines)


def shared(key: str) -> SharedList:
    """A checklist as it is shared: words alone, nothing of the shop."""
    template = checklists.get(key)
    return SharedList(template.title, template.occasion, template.channel, template.minutes,
                      [SharedItem(item.kind, item.text, item.topic, item.required, item.section)
                       for item in checklists.items(key)])


def write(key: str, path: Path) -> None:
    """Write a checklist as a file to share."""
    whole_file.write(path, [checklist_file.dump(shared(key))])


def is_one(path: Path) -> bool:
    """Whether a file is a shared checklist, by its name or how it begins."""
    try:
        with path.open("rb") as opened:
            return path.suffix.lower() == checklist_file.SUFFIX or checklist_file.is_checklist(opened.read(_BEGINNING))
    except OSError:
        return False        # whoever reads it says why


def read(path: Path) -> SharedList:
    """The checklist of a file; Refused, in words, for any other file."""
    try:
        data = path.read_bytes()
    except OSError:
        raise Refused(_("{name} cannot be opened.").format(name=path.name)) from None
    return checklist_file.load(data, path.name)


def bring_in(found: SharedList) -> tuple[str, bool]:
    """Keep a shared checklist; one that is here as it is stays, one of the same title stands beside it.

    Returns its key, and whether it is new.
    """
    found = _understood(found)
    same = fold(_NUMBER.sub("", found.title))
    for template in checklists.all():
        if fold(_NUMBER.sub("", template.title)) == same and shared(template.key)[1:] == found[1:]:
            return template.key, False
    key = checklists.add(_free(found.title), occasion=found.occasion, channel=found.channel, minutes=found.minutes)
    _fill(key, found.items)
    return key, True


def _understood(found: SharedList) -> SharedList:
    """With what this shop knows: a channel or topic that it does not have is left out."""
    channels = {channel.slug for channel in builtin.channels()}
    known = {topic.slug for topic in topics.everything()}
    return SharedList(
        tidy_line(found.title), tidy_line(found.occasion), found.channel if found.channel in channels else "visit",
        found.minutes or MINUTES,
        sections.in_order(
            item._replace(text=tidy_line(item.text), topic=item.topic if item.topic in known else "",
                          section=tidy_line(item.section)) for item in found.items))


def _like(touchpoint: int) -> Template:
    """What a visit is, as a checklist."""
    found = rows("select occasion, channel, minutes from touchpoint where id = ? and state = 'live'", touchpoint)
    if not found:
        raise Refused(_("This visit is not here any more. Look in the trash."))
    occasion, channel, minutes = found[0]
    return Template("", "", "", occasion, channel, minutes or MINUTES, 0, own=True, changed=False)


def _make(like: Template, title: str, found: Sequence[Listed]) -> str:
    _refuse_empty(found)
    key = checklists.add(title, occasion=like.occasion, channel=like.channel, minutes=like.minutes)
    _fill(key, found)
    return key


def _refuse_empty(found: Sequence[Listed]) -> None:
    if not found:
        raise Refused(_("There is nothing on this list yet."))


def _fill(key: str, found: Sequence[Listed]) -> None:
    for item in found:
        checklists.add_item(key, item.kind, item.text, topic=item.topic, required=item.required, section=item.section)


def _lines(text: str, kind: str) -> list[pasted_lines.Line]:
    lines = pasted_lines.read(text, kind)
    if not lines:
        raise Refused(_("There are no lines to paste. Copy some, each beginning with “- ”."))
    if len(lines) > MOST:
        raise Refused(_("These are {n} lines; a list that someone ticks has {most} at most.").format(
            n=len(lines), most=MOST))
    return lines


def _free(title: str) -> str:
    """A title that no checklist has, numbered where it is needed."""
    taken = {fold(template.title) for template in checklists.all()}
    base, n = _NUMBER.sub("", title), 2
    while fold(title) in taken:
        title, n = f"{base} ({n})", n + 1
    return title
