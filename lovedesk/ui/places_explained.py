"""What F1 says: what each place is for, in a shopkeeper's words, its keys, and the keys that hold everywhere."""

from __future__ import annotations

from typing import NamedTuple

from lovedesk.words import _


class Key(NamedTuple):
    """A key as it is written, and what it does."""

    name: str
    does: str


class Explained(NamedTuple):
    """A place in words: its title, what it is for, and its own keys."""

    title: str
    words: str
    keys: tuple[Key, ...] = ()


_WALK, _OPEN = Key(_("Up, Down"), _("Go through the list")), Key(_("Enter"), _("Open what is chosen"))
_SEVERAL = Key(_("Space"), _("Choose one more, or one less"))

EVERYWHERE = (
    Key(_("Ctrl+1 to 4"), _("Today, Customers, Calendar, Checklists")),
    Key("Ctrl+K", _("Go to anything by a few letters")),
    Key("Ctrl+N", _("Add anything in one line")),
    Key("Ctrl+F", _("Find a customer")),
    Key("Ctrl+Z", _("Take back what was done last")),
    Key("Ctrl+Y", _("Do it again")),
    Key("Alt+Left", _("Go where you came from")),
    Key("F8", _("Hide private lines, or show them again")),
    Key("Ctrl+I", _("Bring contacts in")),
    Key("F10", _("The menu")),
    Key("Ctrl+Q", _("Quit")),
)

EXPLAINED = {
    "today": Explained(_("Today"), _(
        "What this day holds: whom you see, what you promised, sheets to type in and days of theirs. "
        "What you tick off here is done everywhere. With nothing chosen, letters that you type look for a customer."),
        (Key("Ctrl+P", _("Print the day pack")), Key("Alt+D", _("Type in the sheet that waits")),
         Key("Ctrl+G", _("Went fine, nothing to add")))),
    "customers": Explained(_("Customers"), _(
        "Everyone you work for, found by any part of a name, a number or a place. The page of a customer holds their "
        "people, what you know of them, your jobs and all that was between you. What you type is kept as you leave "
        "the field."),
        (_WALK, _OPEN, _SEVERAL, Key("Ctrl+Shift+N", _("Add a customer")), Key("Alt+V", _("Plan a visit to them")),
         Key("Alt+A", _("Add a detail")), Key("Alt+J", _("Add a job")), Key("F2", _("Change the name")))),
    "calendar": Explained(_("Calendar"), _(
        "What is planned, what is promised and which days are theirs, by month, week or as an agenda. "
        "Drag an entry to another day, or move it by keys. A time that meets another is said, never forbidden."),
        (Key(_("Arrows"), _("Walk through the days")),
         Key(_("Ctrl+Up, Ctrl+Down"), _("In a month, go through a day")),
         Key(_("Alt+arrows"), _("Move what is chosen")),
         Key(_("Alt+Shift+arrows"), _("Make it longer or shorter")), Key(_("Enter"), _("Open the day, or the entry")),
         Key(_("N"), _("Plan a visit there")), Key(_("Page Up, Page Down"), _("Turn the page")),
         Key(_("Home"), _("Back to today")), Key("Alt+G", _("Go to a day")), Key("Alt+L", _("What is shown")),
         Key("Alt+V", _("Plan a visit")), Key("Alt+F", _("Add a follow-up")), Key("Ctrl+P", _("Put it on paper")))),
    "checklists": Explained(_("Checklists"), _(
        "Lists for an occasion: what to bring, to tell, to do and to ask. A visit takes a copy of its list, "
        "so a change here leaves past visits as they were."),
        (_WALK, Key("Ctrl+Shift+N", _("Add a checklist")), Key("Ctrl+V", _("Paste copied lines as items")),
         Key("Ctrl+P", _("Print it blank")))),
    "visit": Explained(_("A visit"), _(
        "One visit, call, letter or delivery: when and with whom, its checklist, and questions worth asking. "
        "The sheet beside it is what you take along; nothing private stands on it unless you choose so."),
        (Key("Ctrl+P", _("Print the sheet")), Key("Ctrl+Shift+P", _("Save the sheet as PDF")),
         Key("Alt+D", _("Type in the sheet")), Key("Ctrl+E", _("Change when, why and with whom")),
         Key("Ctrl+M", _("Move it to another day")), Key("Ctrl+Shift+M", _("Copy it to the next time")),
         Key("Ctrl+R", _("Repeat it")), Key("Ctrl+H", _("Hand it over, if there are two of you")),
         Key("Ctrl+Delete", _("Cancel it")),
         Key("Ctrl+V", _("Paste copied lines as items")))),
    "debrief": Explained(_("The debrief"), _(
        "The sheet that came back, typed in in its own order: ticks, answers, promises, how it was. "
        "Each field is kept as you leave it, so you can stop anywhere. An answer becomes a detail, "
        "a promise a follow-up."),
        (Key(_("Enter"), _("On to the next field")), Key(_("Space"), _("Tick, or untick")),
         Key("Ctrl+Return", _("Finish")), Key("Ctrl+G", _("Went fine, nothing to add")))),
    "bring": Explained(_("Bring in your contacts"), _(
        "Contacts, jobs and calendars come in from files of phones, mail programs and spreadsheets. "
        "You see what becomes of each row before anything is kept, and the same file a second time changes nothing.")),
    "last_import": Explained(_("Last import"), _(
        "What became of each row that came in last, and what was not understood, kept beside it."), (_WALK, _OPEN)),
    "duplicates": Explained(_("May be the same"), _(
        "Customers and people who may be here twice, each with the reason. You decide: one, or two. "
        "Made one, they come apart again with Undo."),
        (_WALK, Key("Ctrl+Return", _("Make them one")), Key("Ctrl+D", _("These are two")))),
    "timeline": Explained(_("Timeline of all customers"), _(
        "All that was, and all that is planned, with every customer, on one line through time."), (_WALK, _OPEN)),
    "trash": Explained(_("Trash"), _(
        "What you deleted waits here, newest first, and comes back whole with one press. "
        "Only what is erased for good is gone, and that is asked first.")),
    "shop": Explained(_("The shop"), _(
        "How your shop works: its name and promise, who keeps it, its hours and closed days, how often to be in touch, "
        "how this laptop reminds, and what stands on paper. Each field is kept as you leave it.")),
    "catchup": Explained(_("Catching up"), _(
        "What fell due while you were away, in one list: done, later or dropped, one key each. "
        "Nothing here is late, it is only still open."),
        (_WALK, _SEVERAL, Key(_("D or 1"), _("Done")), Key(_("L or 2"), _("Later: asks for the day")),
         Key(_("X or 3"), _("Drop it: asks why")), _OPEN)),
    "handover": Explained(_("Hand over a day"), _(
        "One of you is ill or away: what is open on that day goes to the other, and its pages are printed. "
        "It can all be taken back."), (Key("Ctrl+P", _("Hand over and print")),)),
    "frictions": Explained(_("What makes it hard"), _(
        "What makes it hard to be your customer, with how many share it and since when. "
        "The same thing at several customers is the shop’s to mend.")),
    "intouch": Explained(_("Whom to be in touch with"), _(
        "Whom you are losing touch with, who may be leaving, and with whom nothing is ahead; each with the reason "
        "and a good time. Choose several to spread visits over weeks."), (_WALK, _SEVERAL, _OPEN)),
    "good_times": Explained(_("Touches over the year"), _(
        "When you were in touch over the year, by occasion or by channel. Who is only seen in trouble, or only for "
        "your own needs, is pointed out, so that a visit in good times can be planned.")),
    "paper": Explained(_("Paper"), _(
        "Every paper as it will be printed: a sheet, the day pack, the week, the calls, a blank checklist, "
        "a customer’s whole page. What you choose to put on it is remembered for that occasion."),
        (Key(_("Page Up, Page Down"), _("Look at the other pages")), Key("Ctrl+P", _("Print")),
         Key("Ctrl+Shift+P", _("Save as PDF")))),
}
