"""`lovedesk demo` and `lovedesk self-test`: the whole program shown, and proved, without anybody's data."""

from __future__ import annotations

import datetime as dt
import os
import tempfile
import zoneinfo
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from lovedesk.formats import contacts
from lovedesk.mishaps import Refused
from lovedesk.shop import (
    calendar_export,
    customers,
    event_imports,
    imports,
    opening,
    prepsheets,
    recurrence,
    search,
    series,
    shops,
    touchpoints,
    wanted_papers,
)
from lovedesk.shop.calendar_part import Part
from lovedesk.shop.desks import open_desk
from lovedesk.shop.wanted_papers import Wanted
from lovedesk.words import _, paper

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def demo(out: Path) -> list[Path]:
    """Make the sample shop in `out`, print its papers, draw every place; returns the files."""
    app = _application()
    from lovedesk import pictures  # the window, which other commands never import

    out.mkdir(parents=True, exist_ok=True)
    path = pictures.sample_desk(out)
    return [path, *_print(path, out), *pictures.draw(app, path, out, "sample", sizes=pictures.SIZES[:1])]


def _print(path: Path, out: Path) -> list[Path]:
    """The papers of a desk's day, and a blank checklist."""
    from lovedesk.sheets import any_paper, printing  # Qt, as the window

    desk = open_desk(path)
    today, files = desk.today(), []
    for name, wanted in (("day-pack", Wanted(wanted_papers.PACK, today)), ("week", Wanted(wanted_papers.WEEK, today)),
                         ("calls", Wanted(wanted_papers.CALLS, today)),
                         ("checklist", Wanted(wanted_papers.CHECKLIST, today, checklist="good-times"))):
        _count, pages = any_paper.count_and_pages(wanted_papers.read(wanted, now=desk.now()), paper())
        printing.write_pdf(pages, out / f"{name}.pdf")
        files.append(out / f"{name}.pdf")
    desk.close()
    return files


def _application() -> QApplication:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from lovedesk.ui import theme

    running = QApplication.instance()
    return running if isinstance(running, QApplication) else theme.application()


def self_test(say: Callable[[str], None]) -> None:
    """Prove that this installation works; Refused with the step that failed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for words, step in ((_("open a desk, act, undo, redo, search"), _try_desk),
                            (_("read a spreadsheet, tell who is alike"), _try_spreadsheet),
                            (_("know zones and holidays"), _try_days),
                            (_("repeat a visit, write and read its calendar"), _try_calendar),
                            (_("print a PDF, draw a code"), _try_pdf), (_("draw the window"), _try_window)):
            step(folder)
            say(_("{step}: works").format(step=words))


def _claim(holds: bool, what: str) -> None:
    if not holds:
        raise Refused(_("This installation is not whole: {what} failed. Install Lovedesk again.").format(what=what))


def _try_desk(folder: Path) -> None:
    desk = open_desk(folder / "test.lovedesk")
    with desk.act("customer.add"):
        customer = customers.add("Łucja Tester")
    with desk.act("visit.plan"):
        touchpoints.plan([customer], dt.datetime.combine(desk.today(), dt.time(10)), checklist="good-times")
    _claim(search.customers("lucja").ids == [customer], _("searching"))
    desk.undo()
    desk.undo()
    _claim(search.customers("lucja").ids == [], _("taking back"))
    desk.redo()
    desk.redo()
    _claim(search.customers("lucja").ids == [customer] and desk.check() == [], _("doing again"))
    desk.keep_copy([desk.copies])
    _claim(desk.last_copy() == desk.today(), _("keeping a copy"))
    desk.close()


def _try_spreadsheet(folder: Path) -> None:
    import openpyxl  # what an import may need, and a start never does
    import phonenumbers

    book = openpyxl.Workbook()
    table = book.worksheets[0]
    for row in (("Name", "Tel."), ("Anton Muster", "+44 20 7946 0142"), ("Mira Probst", "020 7946 0143")):
        table.append(row)
    book.save(folder / "people.xlsx")
    desk = open_desk(folder / "test.lovedesk")
    plan = imports.prepare([contacts.read_file(folder / "people.xlsx", country="GB")])
    with desk.act("import.bring_in") as recorder:
        imports.bring_in(plan, recorder.insert_many)
    _claim(len(search.customers("7946 014").ids) == 2, _("reading a spreadsheet"))
    _claim(any(search.alike("musster")), _("telling who is alike"))
    _claim(phonenumbers.parse("020 7946 0143", "GB").country_code == 44, _("reading a number"))
    desk.close()


def _try_days(folder: Path) -> None:
    zoneinfo.reset_tzpath(to=())        # as where the system brings no zones
    try:
        winter, summer = (dt.datetime(2027, month, 1, 12, tzinfo=zoneinfo.ZoneInfo.no_cache("Pacific/Auckland"))
                          for month in (7, 1))
        _claim([moment.utcoffset() for moment in (winter, summer)] == [dt.timedelta(hours=12), dt.timedelta(hours=13)],
               _("knowing a zone"))
    finally:
        zoneinfo.reset_tzpath()
    desk = open_desk(folder / "test.lovedesk")
    with desk.act("shop.set_up"):
        shops.set_country("DE")
        opening.show_holidays(True)
    day = dt.date(2027, 10, 3)
    _claim(list(opening.holidays(day, day)) == [day], _("knowing a holiday"))
    desk.close()


def _try_calendar(folder: Path) -> None:
    import recurring_ical_events  # the judge: another expansion than ours
    from icalendar import Calendar

    path, file = folder / "second.lovedesk", folder / "second.ics"
    desk = open_desk(path)
    first, rule = dt.datetime(2027, 1, 29, 10), "FREQ=MONTHLY;BYDAY=-1FR"
    with desk.act("visit.plan"):
        series.repeat(touchpoints.plan([], first, title="Round"), rule)
    file.write_bytes(b"".join(calendar_export.pieces(Part(), now=desk.now())))
    read = event_imports.reading_of(file, "DE", "")
    _claim(read is not None and ("Round", rule) in {(event.title, event.rule) for event in read.events},
           _("reading a calendar"))
    judged = recurring_ical_events.of(Calendar.from_ical(file.read_bytes())).between(first.date(), dt.date(2028, 1, 1))
    ours = recurrence.starts(rule, first, first, dt.datetime(2028, 1, 1))
    _claim(sorted(event["DTSTART"].dt.replace(tzinfo=None) for event in judged) == ours, _("repeating"))
    desk.close()


def _try_pdf(folder: Path) -> None:
    _application()
    from lovedesk.sheets import codes, prep_sheet, printing  # Qt, which the first steps do without

    desk = open_desk(folder / "test.lovedesk")
    ((customer, _name),) = customers.named("Łucja Tester")
    sheet = prepsheets.for_customer(customer, today=desk.today())
    printing.write_pdf([prep_sheet.prep_sheet(sheet, paper())], folder / "sheet.pdf")
    _claim((folder / "sheet.pdf").read_bytes().startswith(b"%PDF"), _("printing"))
    _claim(codes.Squares("tel:+442079460143").count > 20, _("drawing a code"))
    desk.close()


def _try_window(folder: Path) -> None:
    app = _application()
    from lovedesk import pictures  # as above

    drawn = list(pictures.draw(app, pictures.empty_desk(folder), folder, "empty", sizes=pictures.SIZES[:1],
                               modes=("light",)))
    _claim(len(drawn) >= 6 and all(file.stat().st_size > 5_000 for file in drawn), _("drawing"))
