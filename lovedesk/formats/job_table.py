"""Jobs from an invoice program's table: customer, what, number, total, state. A bad row stops no other."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field

from lovedesk.formats import dates, opening, survey
from lovedesk.formats.contacts import AS_FOUND, How
from lovedesk.formats.header_words import Column, fold
from lovedesk.formats.meanings import IGNORE, KEEP
from lovedesk.formats.records import Unreadable
from lovedesk.formats.survey import Survey
from lovedesk.formats.table_plan import MONTH_FIRST
from lovedesk.formats.tables import Table, cell_text
from lovedesk.mishaps import Refused
from lovedesk.words import _

WORDS = {
    "customer": _("Customer"), "what": _("What"), "piece": _("The piece or the place"), "number": _("Number"),
    "total": _("Total"), "date": _("Date"), "state": _("State"), "promised": _("Promised day"),
    "delivered": _("Delivered on"), "paid": _("Paid on"), "email": _("E-mail"), "custno": _("Customer number"),
    KEEP: _("Kept beside the job"), IGNORE: _("Left out"),
}
PHRASES = {
    "customer": "customer, customer name, client, client name, kunde, kundin, kundenname, debitor, empfanger, name, "
                "firma, company, bill to, auftraggeber, rechnungsempfanger, cliente, klant, contact, kontakt",
    "what": "what, description, subject, betreff, bezeichnung, leistung, beschreibung, title, titel, auftrag, job, "
            "projekt, project, item, artikel, text, position, work, arbeit, order, objet, descripcion, details",
    "piece": "piece, objekt, object, stuck, mobel, gegenstand, location, einsatzort, the piece or the place",
    "number": "number, no, nr, nummer, invoice no, invoice number, invoice, rechnungsnummer, rechnungsnr, "
              "rechnung nr, rechnung, order no, order number, auftragsnummer, auftragsnr, auftrag nr, belegnummer, "
              "belegnr, beleg nr, beleg, job no, job number, document number, dokumentnummer, angebotsnummer, "
              "angebot nr, re nr, facture, numero",
    "total": "total, amount, sum, betrag, summe, gesamt, gesamtbetrag, gesamtsumme, brutto, bruttobetrag, "
             "rechnungsbetrag, gross, gross amount, grand total, total amount, invoice total, betrag brutto, "
             "summe brutto, endbetrag, price, preis, importe, montant, rechnungssumme, umsatz",
    "net": "net, netto, nettobetrag, net amount, betrag netto, summe netto, subtotal, zwischensumme",
    "date": "date, datum, invoice date, rechnungsdatum, belegdatum, order date, auftragsdatum, created, erstellt, "
            "erstellt am, created at, job date, angelegt, angebotsdatum, fecha",
    "state": "state, status, stand, zustand, zahlungsstatus, payment status, stage, phase, bezahlt, paid, etat",
    "promised": "promised, promised day, promised for, delivery date, liefertermin, lieferdatum, fertig bis, termin, "
                "zugesagt, zugesagt fur, wunschtermin, ready by, deadline, abholung",
    "delivered": "delivered, delivered on, delivery done, geliefert, geliefert am, ausgeliefert, abgeholt am, shipped",
    "paid": "paid on, paid date, bezahlt am, zahlungsdatum, payment date, date paid, zahlungseingang",
    "email": "email, email address, mail, e mail",
    "custno": "customer number, customer no, customer id, kundennummer, kundennr, kunden nr, kdnr, kd nr, client id",
    IGNORE: "currency, wahrung, vat, mwst, ust, tax, steuer, due, due date, fallig, fallig am, falligkeit",
}
FIELDS = {phrase: meaning for meaning, phrases in PHRASES.items() for phrase in phrases.split(", ")}
STAGES = {word: stage for stage, words in {
    "asked": "asked, enquiry, inquiry, quote, quoted, quotation, offer, estimate, draft, angefragt, anfrage, angebot, "
             "entwurf, offeriert, angeboten, kostenvoranschlag, pending",
    "agreed": "agreed, accepted, ordered, order, confirmed, approved, beauftragt, bestellt, bestatigt, angenommen, "
              "auftrag, zugesagt, freigegeben, auftragsbestatigung",
    "work": "work, in work, in progress, started, wip, processing, active, in arbeit, in bearbeitung, begonnen, "
            "angefangen, lauft, laufend, in produktion, open job",
    "ready": "ready, finished, done, completed, complete, fertig, abholbereit, bereit, fertiggestellt, erledigt, "
             "abgeschlossen, to collect",
    "delivered": "delivered, shipped, collected, invoiced, billed, sent, unpaid, overdue, open, due, partially paid, "
                 "geliefert, ausgeliefert, abgeholt, berechnet, fakturiert, in rechnung gestellt, versendet, "
                 "verschickt, offen, unbezahlt, uberfallig, gemahnt, teilbezahlt, mahnung, nein, no",
    "paid": "paid, settled, closed, bezahlt, beglichen, ausgeglichen, yes, ja, x",
}.items() for word in words.split(", ")}
CANCELLED = frozenset("cancelled canceled void voided storniert storno rejected declined abgelehnt geloscht".split())
DECIMALS = re.compile(r"(.*?)[.,](\d{1,2}|\d{4,})")     # three digits after a mark are thousands...
UNDER_ONE = re.compile(r"(0?)[.,](\d{3})")             # ...but after a lone zero
MONEY = re.compile(r"[^\d.,'’ \-()]")


@dataclass(slots=True)
class JobLine:
    """One job of a table: `stage` is asked, agreed, work, ready, delivered or paid, "" where it is not told."""

    place: int                          # row, from 1
    customer: str
    what: str = ""
    number: str = ""
    total: int | None = None            # whole cents
    date: dt.date | None = None
    stage: str = ""
    stage_words: str = ""               # as it stands in the file
    promised: dt.date | None = None
    delivered: dt.date | None = None
    piece: str = ""
    email: str = ""
    customer_number: str = ""
    raw: list[str] = field(default_factory=list)


@dataclass(slots=True)
class JobReading:
    """All jobs of one file."""

    source: str
    lines: list[JobLine] = field(default_factory=list)
    unreadable: list[Unreadable] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def choices() -> list[tuple[str, str]]:
    """What may be chosen for a column, with its words, in the order to offer."""
    return list(WORDS.items())


def is_of_jobs(data: bytes, *, country: str = "GB") -> bool:
    """Whether a file is a table of jobs rather than of contacts."""
    table = opening.table_of(data, country=country, understand=_understand).table
    return table is not None and _fits(_meanings(table, AS_FOUND))


def look(data: bytes, source: str, *, country: str = "GB", how: How = AS_FOUND) -> Survey:
    """What the columns of a table of jobs would become; refuses a choice that cannot be."""
    opened = opening.table_of(data, country=country, codec=how.codec, sheet=how.sheet,
                              understand=survey.knowing(how.mapping, _understand))
    if opened.table is None:
        return Survey("", source, opened.reason)
    table = opened.table
    found = _meanings(table, how)
    pages = opened.codec_choices(country)
    return Survey(
        "table", source, "" if _fits(found) else _no_jobs(), survey.columns(table, found, _orders(
            table, found, country, how)), survey.filled(table), table.first, table.delimiter, opened.codec, bool(pages),
        pages, opened.sheet, tuple(opened.sheets), _fits(found), survey.key_of(table))


def read(data: bytes, source: str, *, country: str = "GB", how: How = AS_FOUND) -> JobReading:
    """All jobs of a table; what cannot be read is listed with its reason. Raises for no bytes."""
    reading = JobReading(source)
    opened = opening.table_of(data, country=country, codec=how.codec, sheet=how.sheet,
                              understand=survey.knowing(how.mapping, _understand))
    reading.remarks += opened.remarks
    table = opened.table
    if table is None:
        reading.unreadable.append(Unreadable(1, opened.reason))
        return reading
    found = _meanings(table, how)
    if not _fits(found) and not how.mapping:
        excerpt = ", ".join(filter(None, table.header))[:80]
        reading.unreadable.append(Unreadable(max(table.first - 1, 1), _no_jobs(), excerpt))
        return reading
    orders = _orders(table, found, country, how)
    for number, row in enumerate(table.rows, table.first):
        cells = {at: text for at, cell in enumerate(row[:len(found)]) if (text := cell_text(cell))}
        if cells and row != table.header:
            line = _line(number, cells, table, found, orders)
            if isinstance(line, JobLine):
                reading.lines.append(line)
            else:
                reading.unreadable.append(line)
    return reading


def _no_jobs() -> str:
    return _("This table is not of jobs: no column names a customer beside a number, a total or a state.")


def _understand(header: str) -> Column | None:
    meaning = FIELDS.get(fold(header))
    return Column(meaning) if meaning else None


def _meanings(table: Table, how: How) -> list[str]:
    found = [column.field if column else KEEP for column in table.columns]
    if "total" not in found and "net" in found:
        found[found.index("net")] = "total"
    found = [KEEP if meaning == "net" else meaning for meaning in found]
    for words, slug in how.mapping.items():
        meaning = slug.strip() if slug.strip() in WORDS else FIELDS.get(fold(slug), "")
        if meaning not in WORDS:
            raise Refused(_("A column cannot become {meaning}. It can be {choices}.").format(
                meaning=slug or '""', choices=", ".join(WORDS)))
        found[survey.by_words(table, words)] = meaning
    return found


def _fits(found: list[str]) -> bool:
    told = set(found)
    return "customer" in told and len(told & {"number", "total", "state", "what", "promised", "date"}) > 1 and bool(
        told & {"number", "total", "state"})


def _orders(table: Table, found: list[str], country: str, how: How) -> dict[int, bool]:
    """Whether the days of each column of days put the day first."""
    chosen = {survey.by_words(table, words): first for words, first in how.day_orders.items()}
    default = how.day_first if how.day_first is not None else country not in MONTH_FIRST
    orders: dict[int, bool] = {}
    for at, meaning in enumerate(found):
        if meaning in {"date", "promised", "delivered", "paid"}:
            told = dates.order_of([row[at] for row in table.rows if at < len(row)])
            orders[at] = chosen.get(at, default if told is None else told)
    return orders


def _line(
    place: int, cells: dict[int, str], table: Table, found: list[str], orders: dict[int, bool],
) -> JobLine | Unreadable:
    told: dict[str, str] = {}
    days: dict[str, dt.date] = {}
    line = JobLine(place, "")
    for at, text in cells.items():
        meaning = found[at]
        day = dates.read(text, day_first=orders[at]) if at in orders else None
        if day is not None and day.year:
            days[meaning] = dt.date(day.year, day.month, day.day)
        elif meaning == KEEP or at in orders or meaning in told:
            line.raw.append(f"{table.header[at]}: {text}")
        elif meaning != IGNORE:
            told[meaning] = text if meaning == "what" else " ".join(text.split())
    excerpt = ", ".join(cells.values())[:80]
    if not told.get("customer"):
        return Unreadable(place, _("names no customer"), excerpt)
    line.customer, line.what, line.number = told["customer"], told.get("what", ""), told.get("number", "")
    line.piece, line.email, line.customer_number = told.get("piece", ""), told.get("email", ""), told.get("custno", "")
    if "total" in told:
        line.total = cents(told["total"])
        line.raw += [f"{_('Total')}: {told['total']}"] if line.total is None else []
    line.stage_words = told.get("state", "")
    if fold(line.stage_words) in CANCELLED:
        return Unreadable(place, _("was cancelled"), excerpt)
    line.stage = STAGES.get(fold(line.stage_words), "")
    line.date, line.promised, line.delivered = days.get("date"), days.get("promised"), days.get("delivered")
    if "paid" in days:
        line.stage = "paid"
    return line


def cents(text: str) -> int | None:
    """Money in whole cents, however its thousands and decimals are parted: "1.234,50 €", "$1,234.50", "1'234.5"."""
    plain = MONEY.sub("", text).strip()
    negative = plain.startswith(("-", "(")) or (plain[-2:-1].isdigit() and plain.endswith("-"))
    plain = re.sub(r"[^\d.,]", "", plain).strip(".,")       # "CHF 12.-" and "EUR."
    if not any(char.isdigit() for char in plain) or len(plain) > 20:
        return None
    match = DECIMALS.fullmatch(plain) or UNDER_ONE.fullmatch(plain)
    whole, part = (match[1], match[2]) if match else (plain, "0")
    rounded: int = int(re.sub(r"\D", "", whole) or "0") * 100 + round(int(part) * 100 / 10.0 ** len(part))
    return -rounded if negative else rounded
