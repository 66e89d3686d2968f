"""A look at a file before it is read: its columns with live values and what each would become, and what is in doubt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from lovedesk.formats import dates, decoding, header_words
from lovedesk.formats.header_words import Column
from lovedesk.formats.tables import Table, Understand, cell_text
from lovedesk.mishaps import Refused
from lovedesk.words import _

SAMPLES = 5
SAMPLE_LENGTH = 80


class ColumnSurvey(NamedTuple):
    """A column: its words, what it would become, values as they stand, how many rows have one.

    `day_first` is None for what holds no days; `day_doubtful` where no cell tells the order.
    """

    words: str
    meaning: str
    samples: list[str]
    filled: int
    day_first: bool | None
    day_doubtful: bool


class CodecChoice(NamedTuple):
    """A code page that the file may be in, and how its first foreign words then read."""

    codec: str
    sample: str


class Survey(NamedTuple):
    """What a file is: kind vcard, table, or "" with the reason why it is neither.

    `key` is the same for all files with these headers: what was chosen for them is remembered under it.
    """

    kind: str
    source: str
    reason: str = ""
    columns: tuple[ColumnSurvey, ...] = ()
    rows: int = 0
    first_row: int = 1
    delimiter: str = ""
    codec: str = ""
    codec_doubtful: bool = False
    codec_choices: tuple[CodecChoice, ...] = ()
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    fits: bool = False          # whether it is a table of what was asked for: contacts, or jobs
    key: str = ""


def headers(table: Table) -> list[str]:
    """The words of each column, no two alike: "Tel. (2)", "Column 3"."""
    found: list[str] = []
    seen: dict[str, int] = {}
    for number, header in enumerate(table.header, 1):
        words = " ".join(header.split()) or _("Column {number}").format(number=number)
        seen[words] = seen.get(words, 0) + 1
        found.append(words if seen[words] == 1 else f"{words} ({seen[words]})")
    return found


def by_words(table: Table, words: str) -> int:
    """The number of the column of these words; refuses where there is none."""
    names = headers(table)
    for like in (str.strip, str.casefold, header_words.fold):
        wanted = like(words.strip())
        for at, name in enumerate(names):
            if like(name) == wanted:
                return at
    raise Refused(_("There is no column {words}. The columns are {names}.").format(
        words=words, names=", ".join(names[:40])))


def columns(table: Table, meanings: list[str], orders: dict[int, bool]) -> tuple[ColumnSurvey, ...]:
    """Each column with what it would become and, for days (by number in `orders`), their order."""
    found = []
    for at, words in enumerate(headers(table)):
        values = [text for row in table.rows if at < len(row) and (text := cell_text(row[at]))]
        samples = list(dict.fromkeys(text[:SAMPLE_LENGTH] for text in values[:200]))[:SAMPLES]
        doubtful = at in orders and dates.order_of(values) is None and any(map(dates.turns, values))
        found.append(ColumnSurvey(words, meanings[at], samples, len(values), orders.get(at), doubtful))
    return tuple(found)


def filled(table: Table) -> int:
    """How many rows have anything in them."""
    return sum(map(any, table.rows))


def knowing(mapping: Mapping[str, str], understand: Understand) -> Understand:
    """What understands headers and, as headers too, the words that someone chose a meaning for."""
    if not mapping:
        return understand
    chosen = {header_words.fold(words) for words in mapping}

    def understood(header: str) -> Column | None:
        known = understand(header)
        return Column("chosen", header) if known is None and header_words.fold(header) in chosen else known

    return understood


def key_of(table: Table) -> str:
    """What names a kind of table: its headers, folded."""
    return "|".join(map(header_words.fold, headers(table)))[:2000]


def codec_choices(data: bytes, codec: str, country: str) -> tuple[CodecChoice, ...]:
    """The code pages that foreign bytes may be in, the likeliest first, each with how it reads."""
    lines = [line[:200] for line in decoding.foreign_lines(data.split(b"\n"))[:3]]
    pages = dict.fromkeys((codec, *decoding.likely(b"\n".join(lines), country)))
    samples = {page: " / ".join(line.decode(page, "replace").strip() for line in lines) for page in pages if page}
    different = {sample: page for page, sample in reversed(samples.items())}
    return tuple(CodecChoice(page, sample) for page, sample in samples.items() if different[sample] == page)

