"""A vCard while it is read: what its lines have told so far, and the base64 that goes on over several of them."""

from __future__ import annotations

from urllib.parse import unquote

from lovedesk.formats import dates, labels, photo_size
from lovedesk.formats.records import Card, Fact, Relation, Way, YearlyDay
from lovedesk.formats.vcard_lines import Head, decoded_base64
from lovedesk.words import _

RAW_LIMIT = 10_000
PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"II*\0", b"MM\0*")


class Draft:
    """A card while its lines are read."""

    __slots__ = ("beside", "binary", "binary_line", "by_group", "card", "country", "departments", "full_name",
                 "is_company", "kind", "labels", "letter_addresses", "line", "name_parts", "nicknames",
                 "organisations", "roles", "spoken", "told", "works")

    def __init__(self, place: int, country: str) -> None:
        self.card = Card(place)
        self.country = country
        self.line = ""
        self.told: set[Fact | Relation] = set()
        self.full_name = ""
        self.name_parts: list[str] = []
        self.organisations: list[str] = []
        self.departments: list[str] = []
        self.roles: list[str] = []
        self.works: list[str] = []
        self.nicknames: list[str] = []
        self.beside: dict[tuple[str, str], str] = {}     # by group and field: what is told of the way in that group
        self.spoken: dict[str, str] = {}
        self.kind = ""
        self.is_company = False
        self.labels: dict[str, str] = {}
        self.by_group: list[tuple[str, str, int]] = []
        self.letter_addresses: list[Way] = []
        self.binary: list[str] | None = None
        self.binary_line = ""

    def keep_raw(self, line: str = "") -> None:
        """Keep the line as it stands, unless it is as long as pictures are."""
        line = line or self.line
        if len(line) <= RAW_LIMIT or line[:4].upper() in {"KEY;", "KEY:"}:
            self.card.raw.append(line)

    def collect(self, value: str) -> None:
        """Begin base64 that may go on in lines of its own, until `take_binary`."""
        if self.binary is not None:
            self.take_binary()
        self.binary, self.binary_line = [value], self.line

    def take_binary(self) -> None:
        """Make the photo of what was collected; anything else is kept as its line."""
        parts, line = self.binary or [""], self.binary_line
        self.binary = None
        if line.partition(":")[0].upper().rpartition(".")[2].startswith(("PHOTO", "X-MS-CARDPICTURE")):
            value = "".join(parts)
            data = decoded_base64(unquote(value[:200]) + value[200:] if "%" in value[:200] else value)
            if data.startswith(PICTURES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP") or data[4:8] == b"ftyp":
                self.take_photo(data)
                return
        self.keep_raw(line + "".join(parts[1:]))

    def take_photo(self, data: bytes) -> None:
        """The first photo is theirs; one that no memory could hold is named only."""
        if claimed := photo_size.too_large(data):
            self.card.raw.append(_("A photo that claims to be {width} × {height} pixels was left out.").format(
                width=claimed[0], height=claimed[1]))
        else:
            self.card.photo = self.card.photo or data

    def add_way(self, kind: str, value: str, head: Head, label: str = "") -> None:
        """Add a way to be reached once; its group's label may still follow."""
        if not value:
            return
        if head.group:
            self.by_group.append((head.group, "ways", len(self.card.ways)))
        self.card.ways.append(Way(kind, value, label or head.label, head.preferred))

    def add_fact(self, fact: Fact) -> None:
        """Add what it tells, once."""
        if fact.text and fact not in self.told:
            self.told.add(fact)
            self.card.facts.append(fact)

    def _tell(self, fact: Fact) -> None:
        """Add what a line that is also kept tells, unless a detail of that text came with it."""
        if all((fact.topic, fact.text) != (known.topic, known.text) for known in self.card.facts):
            self.add_fact(fact)

    def add_relation(self, relation: Relation) -> None:
        """Add someone around them, once."""
        if relation.name and relation not in self.told:
            self.told.add(relation)
            self.card.relations.append(relation)

    def add_day(self, kind: str, text: str, group: str = "") -> None:
        """Add a yearly day; one that cannot be read is told as it stands, and its line kept."""
        day = dates.read(text)
        if day is None:
            self.keep_raw()
            if text and kind == "birthday":
                self._tell(labels.told("birthday", text))
            return
        if kind == "birthday" and any(known.kind == kind for known in self.card.days):
            if YearlyDay(kind, *day) not in self.card.days:
                self.keep_raw()
            return
        if group:
            self.by_group.append((group, "days", len(self.card.days)))
        self.card.days.append(YearlyDay(kind, *day))
