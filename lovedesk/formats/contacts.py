"""The one door for files of contacts: finds out what a file is by its content, looks at it, and reads it."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from lovedesk.formats import (
    decoding,
    header_words,
    meanings,
    opening,
    survey,
    table_contacts,
    table_plan,
    vcard,
    vcard_lines,
)
from lovedesk.formats.records import Reading, Unreadable
from lovedesk.formats.survey import Survey
from lovedesk.formats.table_plan import Choices
from lovedesk.formats.tables import Table
from lovedesk.formats.vcard import Progress
from lovedesk.mishaps import Refused
from lovedesk.words import _


class How(NamedTuple):
    """What a person chose for reading a file; all of it may be left to the program.

    `mapping` says by a column's words what it becomes (see `meanings`), `day_orders` whether its days put the day
    first; `codec` is the code page of what is not UTF-8, `sheet` the sheet of a spreadsheet.
    """

    mapping: Mapping[str, str] = {}
    day_orders: Mapping[str, bool] = {}
    day_first: bool | None = None
    codec: str = ""
    sheet: str | None = None


AS_FOUND = How()


def read(
    data: bytes, source: str, *, country: str = "GB", how: How = AS_FOUND, progress: Progress | None = None,
) -> Reading:
    """All contacts of a vCard file or a table; what cannot be read is listed with its reason. Raises for no bytes."""
    with _all_of_it_stays():
        return _read(data, source, country, how, progress)


def _read(data: bytes, source: str, country: str, how: How, progress: Progress | None) -> Reading:
    clean, _mark = decoding.unmarked(data)
    if _is_vcard(data, clean):
        return vcard.read(clean, source, country=country, codec=how.codec, progress=progress)
    opened = opening.table_of(data, country=country, codec=how.codec, sheet=how.sheet,
                              understand=survey.knowing(how.mapping, header_words.understand))
    if opened.table is None:
        return Reading(source, unreadable=[Unreadable(1, opened.reason)])
    reading = table_contacts.read(opened.table, source, country=country, choices=_choices(opened.table, how),
                                  progress=progress)
    reading.remarks += opened.remarks
    return reading


@contextmanager
def _all_of_it_stays() -> Iterator[None]:
    """Nothing is looked through for what could go, while half a million records are made: it would take half of it."""
    looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looking:
            gc.enable()


def look(data: bytes, source: str, *, country: str = "GB", how: How = AS_FOUND) -> Survey:
    """What a file is and what its columns would become; refuses a choice that cannot be."""
    clean, mark = decoding.unmarked(data)
    if _is_vcard(data, clean):
        page = mark or decoding.page_of(clean, country)
        choices = () if page == "utf-8" or mark else survey.codec_choices(clean, how.codec or page, country)
        return Survey("vcard", source, codec=how.codec or page, codec_choices=choices, codec_doubtful=bool(choices),
                      fits=True)
    opened = opening.table_of(data, country=country, codec=how.codec, sheet=how.sheet,
                              understand=survey.knowing(how.mapping, header_words.understand))
    if opened.table is None:
        return Survey("", source, opened.reason)
    table = table_plan.by_content(opened.table)
    plan = table_plan.of_table(table, country=country, choices=_choices(opened.table, how))
    columns = plan.columns if plan else table_plan.settled(table)
    choices = opened.codec_choices(country)
    return Survey(
        "table", source, "" if plan else table_contacts.no_contacts(table).reason,
        survey.columns(table, [meanings.slug_of(column) for column in columns], plan.orders if plan else {}),
        survey.filled(table), table.first, table.delimiter, opened.codec, bool(choices), choices, opened.sheet,
        tuple(opened.sheets), plan is not None, survey.key_of(table))


def _is_vcard(data: bytes, clean: bytes) -> bool:
    return not opening.wrapped(data) and vcard_lines.holds_a_card(clean)


def _choices(table: Table, how: How) -> Choices:
    table = table_plan.by_content(table)
    return Choices(
        {survey.by_words(table, words): meanings.column_of(slug) for words, slug in how.mapping.items()},
        {survey.by_words(table, words): first for words, first in how.day_orders.items()}, how.day_first)


def bytes_of(path: Path) -> bytes:
    """What is in a file; refuses one that is missing, a folder, or not to be opened."""
    if path.is_dir():
        raise Refused(_("{name} is a folder. Choose the files in it.").format(name=path.name))
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise Refused(_("There is no file {name}.").format(name=path)) from None
    except OSError as error:
        raise Refused(_("{name} cannot be opened: {reason}.").format(name=path.name, reason=error.strerror)) from None


def read_file(
    path: Path, *, country: str = "GB", how: How = AS_FOUND, progress: Progress | None = None,
) -> Reading:
    """As `read`, from a file; refuses one that is missing, a folder, or not to be opened."""
    return read(bytes_of(path), path.name, country=country, how=how, progress=progress)
