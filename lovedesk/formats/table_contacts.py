"""Contacts from tables (CSV, TSV): from address books and from a shop's own spreadsheet. A bad row stops no other."""

from __future__ import annotations

import datetime as dt
import re

from lovedesk.formats import dates, header_words, labels, table_plan
from lovedesk.formats.addresses import address_text, bare_email
from lovedesk.formats.names import NameParts, is_personal, is_title
from lovedesk.formats.records import Card, Fact, Reading, Unreadable, Way, YearlyDay
from lovedesk.formats.table_plan import ADDRESS_PARTS, OWN_LINES, Choices, Place, Plan
from lovedesk.formats.tables import Table, cell_text
from lovedesk.formats.vcard import Progress
from lovedesk.words import _

SEVERAL = " ::: "
MAILS_BETWEEN = re.compile(r"\s*(?: ::: |[;,\n])\s*")
POSTCODE_AND_TOWN = re.compile(r"((?:[A-Z]{1,2}-)?\d{4,5})\s+(\D.*)$")
NO_DATE = re.compile(r"[0./\-\s:]+$")
YEAR = re.compile(r"(19|20)\d\d")
ABOUT = frozenset({"uid", "work", "language", "keeper", "tag", "standing", "wish", "gone"})
STANDINGS = {word: standing for standing, words in {
    "customer": "customer, kunde, kundin, aktiv, active, client, cliente, klant, stammkunde",
    "enquiring": "enquiring, prospect, lead, interessent, interessentin, anfrage, new, neu, prospecto",
    "one-off": "one off, einmalig, einmalkunde, laufkundschaft, once",
    "gone": "gone, former, ehemalig, ehemaliger kunde, inactive, inaktiv, left, weg",
    "other": "other, supplier, friend, lieferant, freund, kein kunde, not a customer, partner",
}.items() for word in words.split(", ")}
CHANNELS = {word: channel for channel, words in {
    "phone": "phone, call, telefon, anruf, tel, telephone, mobile, handy", "email": "email, mail",
    "visit": "visit, besuch, in person", "letter": "letter, brief, post",
    "message": "message, sms, text, whatsapp, nachricht, signal, chat", "video": "video, video call",
}.items() for word in words.split(", ")}
GONE = {"died": "died", "verstorben": "died", "tot": "died", "dead": "died", "left": "left", "weg": "left",
        "gegangen": "left", "ausgeschieden": "left"}
NOTHING_CHOSEN = Choices()
DELETES = ("del", "remov", "losch", "entf", "suppr", "elimin", "borr", "verwijder", "cancel")

def read(
    table: Table, source: str, *, country: str, choices: Choices = NOTHING_CHOSEN, progress: Progress | None = None,
) -> Reading:
    """Every row of a table of contacts, or why it is none."""
    reading = Reading(source)
    table = table_plan.by_content(table)
    plan = table_plan.of_table(table, country=country, choices=choices)
    if plan is None:
        reading.unreadable.append(no_contacts(table))
        return reading
    reader = _RowReader(table, plan, country)
    for number, row in enumerate(table.rows):
        if progress is not None and number % 200 == 0:
            progress(number, len(table.rows))
        if not any(row) or row == table.header:
            continue
        found = reader.card(table.first + number, row)
        if isinstance(found, Card):
            reading.cards.append(found)
        elif found is not None:
            reading.unreadable.append(found)
    if progress is not None:
        progress(len(table.rows), len(table.rows))
    return reading


def no_contacts(table: Table) -> Unreadable:
    """Why a table is none of contacts."""
    if any(table.header):
        reason = _("This table is not of contacts: no column has names beside phone numbers or addresses.")
        return Unreadable(table.first - 1, reason, ", ".join(filter(None, table.header))[:80])
    reason = _("This is neither a vCard file nor a table whose first line says what its columns are.")
    excerpt = next((" ".join(map(cell_text, row)) for row in table.rows if any(row)), "")
    return Unreadable(table.first, reason, excerpt[:80])


class _RowReader:
    """Makes a card of each row by one plan."""

    def __init__(self, table: Table, plan: Plan, country: str) -> None:
        self.plan = plan
        self.country = country
        self.header = table.header
        self.wide = len(table.header)
        self.reached = bool(plan.ways or plan.places)
        self.told = bool(plan.topics or plan.relations)
        self.dated = bool(plan.days or "birthmonth" in plan.single)
        self.single = [(name, at) for name, columns in plan.single.items() for at in columns]

    def card(self, place: int, row: list[str]) -> Card | Unreadable | None:
        """The card of a row, why there is none, or nothing for a row that is empty."""
        cells = list(map(cell_text, row))
        if not any(cells):
            return None
        if len(cells) < self.wide:
            cells += [""] * (self.wide - len(cells))
        told = self.texts(cells)
        if "action" in told and header_words.fold(told["action"][0]).startswith(DELETES):
            return Unreadable(place, _("is marked in this table to be deleted"), ", ".join(filter(None, cells))[:80])
        card = Card(place)
        if self.reached:
            self.ways(card, cells)
        if self.told:
            self.facts(card, cells)
        if self.dated:
            self.days(card, cells, told)
        if self.plan.raw or len(cells) > self.wide:
            self.raw(card, cells)
        _name(card, told, self)
        if not ABOUT.isdisjoint(told):
            _about(card, told)
        if not card.name:
            return Unreadable(place, _("has no name and no way to be reached"), ", ".join(filter(None, cells))[:80])
        return card

    def texts(self, cells: list[str]) -> dict[str, list[str]]:
        """What stands in the columns that tell one thing each, by its name."""
        told: dict[str, list[str]] = {}
        for name, at in self.single:
            if text := cells[at]:
                texts = (text if text.isprintable() else " ".join(text.split())).split(SEVERAL)
                if name in told:
                    told[name] += texts
                else:
                    told[name] = texts
        return told

    def ways(self, card: Card, cells: list[str]) -> None:
        """Phones, e-mail, web, chat and addresses."""
        preferred: set[str] = set()
        seen: set[tuple[str, str]] = set()
        for kind, at, label_at, given_label in self.plan.ways:
            cell = cells[at]
            if not cell:
                continue
            own = cells[label_at] if label_at is not None else ""
            values = _several(kind, cell)
            first = (own or given_label).startswith("*") and kind not in preferred
            if first:
                preferred.add(kind)
            label = labels.of_word(own) if own else given_label.removeprefix("* ")
            for value in values:
                if (kind, value) not in seen:
                    seen.add((kind, value))
                    card.ways.append(Way(kind, value, label, first))
                first = False
        for place in self.plan.places.values():
            self.address(card, cells, place)

    def address(self, card: Card, cells: list[str], place: Place) -> None:
        """One address of its columns, as the lines of a letter."""
        own = cells[place.label_at] if place.label_at is not None else ""
        first = (own or place.label).startswith("*")
        label = labels.of_word(own) if own else place.label.removeprefix("* ")
        found = ((name, [cells[at] for at in columns if cells[at]]) for name, columns in place.parts.items())
        parts = {name: texts for name, texts in found if texts}
        if not parts:
            return
        whole = parts.pop("address", [])
        if match := POSTCODE_AND_TOWN.match(" ".join(parts.get("zipcity", ()))):
            parts["postcode"], parts["city"] = [match[1]], [match[2]]
        elif parts.get("zipcity"):
            parts["city"] = parts["zipcity"]
        if "housenumber" in parts:
            parts["street"] = [" ".join(parts.get("street", []) + parts["housenumber"])]
        if whole and not parts.get("street"):
            split = any(parts.get(part) for part in ("city", "postcode", "zipcity"))
            texts = whole if split else whole[0].split(SEVERAL)
            if not split or any("\n" in text for text in whole):
                card.ways += [Way("address", text, label, first) for text in texts if text]
                return
            parts["street"] = whole
        text = address_text(["\n".join(parts.get(part, ())) for part in ADDRESS_PARTS], self.country)
        if text:
            card.ways.append(Way("address", text, label, first))

    def facts(self, card: Card, cells: list[str]) -> None:
        """What is told of them and of those around them."""
        for topic, at in self.plan.topics:
            if cells[at]:
                card.facts.append(Fact(topic, cells[at]))
        for kind, at, label_at in self.plan.relations:
            if cells[at] and not (kind in {"account", "last visit"} and NO_DATE.match(cells[at])):
                own = cells[label_at].removeprefix("* ") if label_at is not None else ""
                _around(card, kind, own, cells[at].split(SEVERAL))

    def days(self, card: Card, cells: list[str], told: dict[str, list[str]]) -> None:
        """Their days; what is no day is told as it stands."""
        for kind, at, label_at, day_first in self.plan.days:
            cell = cells[at]
            if not cell or NO_DATE.match(cell):
                continue
            own = labels.of_word(cells[label_at]) if label_at is not None else ""
            own = "anniversary" if own.lower() == "anniversary" else own
            day = dates.read(cell, day_first=day_first)
            if kind == "since" and (since := _since(cell, day)):
                card.since = since
            elif day and kind != "since":
                card.days.append(YearlyDay(own or kind, *day))
            else:
                if kind == "birthday":
                    card.facts.append(labels.told("birthday", cell))
                card.raw.append(f"{self.header[at]}: {cell}")
        month, day_of_month = told.get("birthmonth", ("",))[0], told.get("birthdayofmonth", ("",))[0]
        if month and day_of_month:
            year = told.get("birthyear", ("",))[0]
            text = f"{year.zfill(4)}-{month.zfill(2)}-{day_of_month.zfill(2)}"
            if day := dates.read(text):
                card.days.append(YearlyDay("birthday", *day))

    def raw(self, card: Card, cells: list[str]) -> None:
        """Keep what stands in columns that are not understood, with their header."""
        for at in (*self.plan.raw, *range(self.wide, len(cells))):
            if cells[at] and not cells[at].startswith("* "):
                own = cells[self.plan.raw_labels[at]] if at in self.plan.raw_labels else ""
                header = own or (self.header[at] if at < self.wide else "") or (
                    _("Column {number}").format(number=at + 1))
                card.raw.append(cells[at] if header == OWN_LINES else f"{header}: {cells[at]}")


def _several(kind: str, cell: str) -> list[str]:
    """The values that stand in one cell."""
    if kind == "email":
        several = "," in cell or ";" in cell or SEVERAL in cell or "\n" in cell
        parts = list(map(bare_email, MAILS_BETWEEN.split(cell))) if several else [bare_email(cell)]
    else:
        parts = cell.replace("\n", SEVERAL).split(SEVERAL) if SEVERAL in cell or "\n" in cell else [cell]
    return [value for part in parts if (value := part.strip())]


def _around(card: Card, kind: str, own: str, texts: list[str]) -> None:
    """Add those around them, or what is told under a name of its own."""
    for text in texts:
        if kind in labels.TOLD and not own:
            card.facts.append(labels.told(kind, text))
        elif kind == "children":
            card.relations += labels.children(text)
        else:
            card.relations.append(labels.relation(own or kind, text))


def _since(cell: str, day: dates.Date | None) -> dt.date | None:
    """The day since when, also where only a year is told."""
    if day is not None and day.year:
        return dt.date(day.year, day.month, day.day)
    return dt.date(int(cell), 1, 1) if YEAR.fullmatch(cell) else None


def _name(card: Card, told: dict[str, list[str]], reader: _RowReader) -> None:
    if not told or (len(told) == 1 and "name" in told):     # a row that says little costs little
        card.name = told["name"][0] if told else _reached(card)
        return
    first = {name: values[0] for name, values in told.items()}
    card.given, card.family = first.get("given", ""), first.get("family", "")
    card.company, card.nickname = first.get("company", ""), first.get("nickname", "")
    card.relations += [labels.relation("also at", name) for name in told.get("company", ())[1:]]
    prefix = first.get("prefix", "")
    roles = told.get("role", []) + told.get("department", [])
    if title := first.get("title", ""):
        if is_title(title):
            prefix = title
        else:
            roles = [title, *roles]
    card.role = ", ".join(dict.fromkeys(roles))
    parts = NameParts(card.family, card.given, first.get("middle", ""), prefix, first.get("suffix", ""))
    card.middle, card.prefix, card.suffix = parts.middle, prefix, parts.suffix
    person = first.get("name") or (parts.composed() if card.given or card.family else "")
    person = _customer(card, first.get("customer", ""), person, has_people=reader.plan.has_people)
    card.say = " ".join(filter(None, (first.get("saygiven"), first.get("sayfamily")))) or first.get("say", "")
    card.is_company = bool(card.company) and person in {"", card.company}
    card.name = person or card.company or card.nickname or _reached(card)


def _reached(card: Card) -> str:
    """What stands for the name of someone who has none."""
    reached = {way.kind: way.value for way in reversed(card.ways)}
    return reached.get("email") or reached.get("phone") or reached.get("im") or reached.get("web") or ""


def _customer(card: Card, customer: str, person: str, *, has_people: bool) -> str:
    """Who a customer of a spreadsheet is: the business of the person beside it, or a person by itself."""
    if not customer or (person and person == customer):
        return person
    if person:
        card.company = card.company or customer
        return person
    born = any(day.kind == "birthday" for day in card.days)
    if card.company or (not born and not is_personal(customer, unless_business=not has_people)):
        card.company = card.company or customer
        return ""
    return customer


def _about(card: Card, told: dict[str, list[str]]) -> None:
    """What else is told of them: work, tags, standing, who looks after them, how they wish to be reached."""
    first = {name: values[0] for name, values in told.items() if name in ABOUT}
    card.uid, card.work, card.language = first.get("uid", ""), first.get("work", ""), first.get("language", "")
    card.keeper = first.get("keeper", "")
    if tags := told.get("tag"):
        card.tags = labels.tags(tag for text in tags for tag in re.split(r"[;,]", text))
    if text := first.get("standing", ""):
        card.standing = STANDINGS.get(header_words.fold(text), "")
        card.raw += [] if card.standing else [f"{_('Standing')}: {text}"]
    if text := first.get("wish", ""):
        channel, _comma, time = text.partition(",")
        card.wish_channel = CHANNELS.get(header_words.fold(channel), "")
        card.wish_time = time.strip() if card.wish_channel else text
    if text := first.get("gone", ""):
        word, _blank, when = text.partition(" ")
        card.gone = GONE.get(header_words.fold(word), "")
        card.raw += [] if card.gone else [f"{_('Died or left')}: {text}"]
        if card.gone and (day := dates.read(when)) and day.year:
            card.gone_on = dt.date(day.year, day.month, day.day)
