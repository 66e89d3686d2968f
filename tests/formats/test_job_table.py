import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lovedesk.formats import contacts, job_table
from lovedesk.formats.job_table import JobLine
from lovedesk.mishaps import Refused

GERMAN = (
    "Rechnungen 2026;;;;;;;\n"
    "Rechnungsnr.;Datum;Kunde;Betreff;Betrag netto;Gesamtbetrag;Status;Liefertermin;Währung;Bearbeiter\n"
    "R-1;03.04.2026;Ana Keller;Sessel beziehen;1.000,00;1.190,00 €;bezahlt;12.12.2026;EUR;Jo\n"
    "R-2;14.05.2026;Müller GmbH;;80,00;95,20;in Arbeit;;EUR;\n"
    "R-3;15.05.2026;;;;;;;;\n"
    "R-4;15.05.2026;Ben;x;1;1;storniert;;;\n")


def test_a_german_invoice_list_gives_a_job_each() -> None:
    reading = job_table.read(GERMAN.encode("cp1252"), "r.csv", country="DE")
    assert reading.lines == [
        JobLine(3, "Ana Keller", "Sessel beziehen", "R-1", 119_000, dt.date(2026, 4, 3), "paid", "bezahlt",
                dt.date(2026, 12, 12), raw=["Betrag netto: 1.000,00", "Bearbeiter: Jo"]),
        JobLine(4, "Müller GmbH", "", "R-2", 9520, dt.date(2026, 5, 14), "work", "in Arbeit",
                raw=["Betrag netto: 80,00"])]
    assert [(bad.place, bad.reason) for bad in reading.unreadable] == [(5, "names no customer"), (6, "was cancelled")]


def test_an_english_export_with_days_paid_and_delivered() -> None:
    text = ("Invoice No,Client,Email,Description,Amount,Invoice Date,Status,Paid on,Delivered on,Item\n"
            "17,Ana,a@b.c,Roof,\"$1,234.5\",04/13/2026,Sent,04/20/2026,04/15/2026,North roof\n")
    line, = job_table.read(text.encode(), "x.csv", country="US").lines
    assert (line.stage, line.total, line.date, line.delivered) == ("paid", 123_450, dt.date(2026, 4, 13),
                                                                   dt.date(2026, 4, 15))
    assert (line.email, line.piece, line.what) == ("a@b.c", "Roof" if line.what == "North roof" else "", line.what)


@pytest.mark.parametrize(("words", "stage"), [
    ("Angebot", "asked"), ("Quote", "asked"), ("Bestätigt", "agreed"), ("In Progress", "work"), ("fertig", "ready"),
    ("Overdue", "delivered"), ("Geliefert", "delivered"), ("PAID", "paid"), ("Purple", ""),
])
def test_the_state_is_understood_in_english_and_german(words: str, stage: str) -> None:
    line, = job_table.read(f"Customer,Number,Status\nAna,1,{words}\n".encode(), "x").lines
    assert (line.stage, line.stage_words) == (stage, words)


@pytest.mark.parametrize(("text", "cents"), [
    ("1.234,56 €", 123_456), ("$1,234.56", 123_456), ("1'234.5", 123_450), ("CHF 12.-", 1200), ("1.234", 123_400),
    ("(12.00)", -1200), ("-3,5", -350), ("1 234,00", 123_400), ("0.125", 12), ("12", 1200), ("free", None),
    ("", None), ("9" * 30, None), ("1234.5678", 123_457),
])
def test_money_is_read_in_whole_cents(text: str, cents: int | None) -> None:
    assert job_table.cents(text) == cents


def test_columns_are_looked_at_and_can_be_chosen() -> None:
    data = b"Kunde,Wert,Bestellnr,Am\nAna,12.50,7,4/3/2026\n"
    assert (job_table.look(data, "x").fits, job_table.look(data, "x").columns[1].words) == (False, "Wert")
    how = contacts.How(mapping={"Wert": "total", "Bestellnr": "number", "am": "date"}, day_orders={"Am": False})
    look = job_table.look(data, "x", how=how)
    assert [(column.words, column.meaning) for column in look.columns] == [
        ("Kunde", "customer"), ("Wert", "total"), ("Bestellnr", "number"), ("Am", "date")]
    assert (look.fits, look.columns[3].day_first, look.columns[3].day_doubtful) == (True, False, True)
    line, = job_table.read(data, "x", how=how).lines
    assert (line.total, line.number, line.date) == (1250, "7", dt.date(2026, 4, 3))
    with pytest.raises(Refused, match="no column Rabatt"):
        job_table.read(data, "x", how=contacts.How(mapping={"Rabatt": "total"}))
    with pytest.raises(Refused, match="cannot become birthday"):
        job_table.read(data, "x", how=contacts.How(mapping={"Wert": "birthday"}))
    assert {"customer", "number", "total", "state"} <= {slug for slug, _words in job_table.choices()}


def test_tables_of_jobs_and_of_contacts_are_told_apart() -> None:
    assert job_table.is_of_jobs(GERMAN.encode())
    assert not job_table.is_of_jobs(b"Customer,Phone,Birthday,Status\nAna,1,2.3.1980,active\n")
    assert not job_table.is_of_jobs(b"BEGIN:VCARD\nFN:Ana\nEND:VCARD\n")
    reading = job_table.read(b"Name,Phone\nAna,1\n", "x")
    assert (reading.lines, "not of jobs" in reading.unreadable[0].reason) == ([], True)
    assert "empty" in job_table.read(b"", "x").unreadable[0].reason


@given(st.binary(), st.text())
def test_no_bytes_raise_and_no_text_hides_the_row_above_it(data: bytes, text: str) -> None:
    job_table.read(data, "x")
    job_table.look(b"Customer,Number,Total,Date\n" + data, "x")
    good = "Customer,Number,Total,Date\nAna,1,2,3.4.2026\n" * 20
    reading = job_table.read((good + text).encode("utf-8", "ignore"), "x")
    assert reading.lines[0].customer == "Ana"
