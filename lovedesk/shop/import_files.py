"""Files of contacts as they are read on a desk: with the shop's country, and with what was chosen for their columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lovedesk.formats import contacts, header_words
from lovedesk.formats.contacts import How
from lovedesk.formats.records import Reading, Unreadable
from lovedesk.formats.survey import Survey
from lovedesk.mishaps import Refused
from lovedesk.shop import import_maps
from lovedesk.shop.import_cards import Progress
from lovedesk.shop.import_maps import Chosen
from lovedesk.words import _


@dataclass
class Source:
    """A file that was read: what it is, how it was read, and its cards. `chosen` says that someone chose how."""

    path: Path
    survey: Survey
    how: How = field(default_factory=How)
    reading: Reading = field(default_factory=lambda: Reading(""))
    chosen: bool = False


def source(path: Path, country: str, *, mapping: Mapping[str, str] | None = None, remembered: bool = True,
           progress: Progress | None = None) -> Source:
    """Read a file as `mapping` says of its columns, as its kind was read last time, else as its words say.

    Refuses one that cannot be opened.
    """
    data = contacts.bytes_of(path)
    survey = contacts.look(data, path.name, country=country)
    before = import_maps.remembered(survey.key) if remembered else None
    mine = _of_columns(mapping or {}, survey)
    how = How(mapping={**(before.mapping if before else {}), **mine}, day_orders=before.day_orders if before else {})
    made = Source(path, survey, how, chosen=bool(mine or before))
    _read(made, data, country, progress)
    return made


def again(made: Source, how: How, country: str, progress: Progress | None = None) -> Source:
    """The same file, read in another way."""
    again_made = Source(made.path, made.survey, how, chosen=True)
    _read(again_made, contacts.bytes_of(made.path), country, progress)
    return again_made


def _read(made: Source, data: bytes, country: str, progress: Progress | None) -> None:
    name = made.path.name
    if made.chosen:
        made.survey = contacts.look(data, name, country=country, how=made.how)
    made.reading = contacts.read(data, name, country=country, how=made.how, progress=progress)


def unread(path: Path, sentence: str) -> Source:
    """A file that gave nothing but the reason why."""
    return Source(path, Survey("", path.name, sentence), reading=Reading(path.name, unreadable=[
        Unreadable(0, sentence)]))


def _of_columns(mapping: Mapping[str, str], survey: Survey) -> dict[str, str]:
    """What of a mapping is about columns of this file."""
    words = {header_words.fold(column.words) for column in survey.columns}
    return {column: slug for column, slug in mapping.items() if header_words.fold(column) in words}


def refuse_unknown(mapping: Mapping[str, str], sources: Iterable[Source]) -> None:
    """Refuse a mapping of columns that no file has."""
    names = [column.words for made in sources for column in made.survey.columns]
    known = set(map(header_words.fold, names))
    for column in mapping:
        if header_words.fold(column) not in known:
            raise Refused(_("There is no column {words}. The columns are {names}.").format(
                words=column, names=", ".join(dict.fromkeys(names))) if names else _(
                "There is no table with a column {words} among these files.").format(words=column))


def chosen(sources: Iterable[Source]) -> dict[str, Chosen]:
    """What is to be remembered of how tables were read, by their headers."""
    return {made.survey.key: Chosen(made.how.mapping, made.how.day_orders)
            for made in sources if made.chosen and made.survey.key}
