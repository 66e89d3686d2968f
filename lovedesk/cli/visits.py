"""Commands around visits: plan one, print its sheet or a day's pack, see what a day holds."""

from __future__ import annotations

import datetime as dt
from argparse import Namespace

from lovedesk.cli.talk import Command, opened, say, the_one
from lovedesk.mishaps import Refused
from lovedesk.shop import builtin, checklists, prepsheets, series, timeline, todays, touchpoints
from lovedesk.shop.followups import Due
from lovedesk.shop.timeline import Touch
from lovedesk.words import _, date_full, ngettext, paper, time


def plan(arguments: Namespace) -> int:
    """Plan a touchpoint with one customer."""
    with opened(arguments, make=True) as desk:
        customer, name = the_one(arguments.name)
        checklist = checklists.named(arguments.checklist).key if arguments.checklist else ""
        channel = _channel(arguments.channel)
        with desk.act("visit.plan"):
            touchpoint = touchpoints.plan([customer], arguments.on, channel=channel, checklist=checklist)
            if arguments.repeat:
                series.repeat(touchpoint, arguments.repeat)
        planned = next(touch for touch in timeline.of_customer(customer) if touch.id == touchpoint)
        say(_("{channel} planned: {name}, {day}, {time}").format(
            channel=builtin.channel_label(planned.channel), name=name, day=date_full(planned.start.date()),
            time=time(planned.start.time())))
        if repeats := series.of(touchpoint):
            days = "; ".join(date_full(moment.date()) for moment in repeats.next)
            say(_("Repeats {repeats}. Then: {days}").format(repeats=repeats.words, days=days or _("no more")))
    return 0


def _channel(word: str) -> str:
    if not word:
        return ""
    for channel in builtin.channels():
        if word.casefold() in {channel.slug.casefold(), channel.label.casefold()}:
            return channel.slug
    known = ", ".join(channel.slug for channel in builtin.channels())
    raise Refused(_("“{word}” is no way to be in touch. There are: {known}.").format(word=word, known=known))


def sheet(arguments: Namespace) -> int:
    """Print the sheet of a visit, or the pack of a day, to a PDF."""
    with opened(arguments) as desk:
        size, today = arguments.paper or paper(), desk.today()
        if arguments.day:
            pack = prepsheets.day_pack(arguments.day, today=today)
        else:
            customer, _name = the_one(arguments.customer)
            record = prepsheets.for_customer(customer, today=today, day=arguments.visit)
        from lovedesk.sheets import day_pack, prep_sheet, printing  # Qt: once we know that there is a sheet

        application = printing.ensure_gui()
        pages = day_pack.day_pack(pack, size) if arguments.day else [prep_sheet.prep_sheet(record, size)]
        printing.write_pdf(pages, arguments.out)
        del application     # fonts and pages need it until here
    say(_("Written: {path}").format(path=arguments.out))
    return 0


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


COMMANDS: dict[str, Command] = {"plan": plan, "sheet": sheet, "today": today}
