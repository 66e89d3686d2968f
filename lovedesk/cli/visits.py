"""Commands around visits: print a sheet or a day's pack, see what a day holds."""

from __future__ import annotations

import datetime as dt
from argparse import Namespace
from functools import partial

from lovedesk.cli.talk import Command, opened, say, the_one, warn
from lovedesk.mishaps import Refused
from lovedesk.shop import builtin, checklists, shops, todays, wanted_papers
from lovedesk.shop.followups import Due
from lovedesk.shop.timeline import Touch
from lovedesk.shop.wanted_papers import Wanted
from lovedesk.words import _, date_full, ngettext, paper, time

STEP = 50       # pages from one word of progress to the next


def sheet(arguments: Namespace) -> int:
    """Print a visit's sheet, a day's pack or calls, a week, a checklist or a customer's whole page to a PDF."""
    with opened(arguments) as desk:
        now = desk.now()
        record = wanted_papers.read(_wanted(arguments, now.date()), now=now)
        from lovedesk.sheets import any_paper, printing  # Qt: once we know that there is a sheet

        application = printing.ensure_gui()
        count, pages = any_paper.count_and_pages(record, arguments.paper or paper())
        printing.write_pdf(pages, arguments.out, partial(_told, count))
        del application     # fonts and pages need it until here
    say(_("Written: {path}").format(path=arguments.out))
    return 0


def _told(count: int, done: int) -> None:
    if done % STEP == 0:
        warn(_("{n} of {count} pages").format(n=done, count=count))


def _wanted(arguments: Namespace, today: dt.date) -> Wanted:
    day = next((day for day in (arguments.day, arguments.week, arguments.calls) if day), None)
    if day is None and arguments.keeper:
        raise Refused(_("--keeper goes with --day, --week or --calls."))
    if arguments.last and not arguments.day:
        raise Refused(_("--until goes with --day."))
    if day is not None:
        kind = wanted_papers.WEEK if arguments.week else wanted_papers.CALLS if arguments.calls else wanted_papers.PACK
        keeper = shops.keeper_named(arguments.keeper) if arguments.keeper else None
        return Wanted(wanted_papers.MANY if arguments.last else kind, day, last=arguments.last, keeper=keeper)
    if arguments.checklist:
        return Wanted(wanted_papers.CHECKLIST, today, checklist=checklists.named(arguments.checklist).key)
    customer, _name = the_one(arguments.customer)
    if arguments.whole:
        return Wanted(wanted_papers.WHOLE, today, customer=customer)
    return Wanted(wanted_papers.SHEET, today, customer=customer, last=arguments.visit)


def today(arguments: Namespace) -> int:
    """Say what a day holds."""
    with opened(arguments) as desk:
        now = desk.now()
        if arguments.on and arguments.on != now.date():
            now = dt.datetime.combine(arguments.on, dt.time())
        found = todays.today(now)
    say(date_full(now.date()))
    sections = (
        (_("Planned"), [_touch(touch) for touch in found.visits]),
        (_("Sheets to type in"), [_touch(touch, day=True) for touch in found.to_type_in]),
        (_("Due"), [_due(due) for due in found.due]),
        (_("Waiting for them"), [_due(due) for due in found.waiting]),
        (_("Still open"), [_due(due) for due in found.still_open]),
        (_("Their days"), [" ".join(part for part in (entry.title, entry.customer) if part) for entry in found.days]),
    )
    for title, lines in sections:
        if lines:
            say(f"\n{title}\n" + "\n".join(f"  {line}" for line in lines))
    if not any(lines for _title, lines in sections):
        say(_("Nothing is planned and nothing is due."))
    if found.tomorrow:
        say("\n" + ngettext("Tomorrow: {n} visit", "Tomorrow: {n} visits", found.tomorrow).format(n=found.tomorrow))
    return 0


def _touch(touch: Touch, *, day: bool = False) -> str:
    when = f"{date_full(touch.start.date())} {time(touch.start.time())}" if day else time(touch.start.time())
    return "  ".join(part for part in (when, touch.whom, builtin.channel_label(touch.channel), touch.address)
                     if part)


def _due(due: Due) -> str:
    day = date_full(due.due) if due.due else ""
    return "  ".join(part for part in (day, due.due_time, due.title, due.customer) if part)


COMMANDS: dict[str, Command] = {"sheet": sheet, "today": today}
