"""What a customer asked for specially, how long it waits, and what became of it (practices B6, C2)."""

from __future__ import annotations

import datetime as dt

from lovedesk import words
from lovedesk.shop import requests
from lovedesk.shop.requests import RequestRow
from lovedesk.ui.parts.saving_field import SavingLine
from lovedesk.ui.place import Place
from lovedesk.ui.places.profile_care import CareSection
from lovedesk.ui.places.profile_care_line import Act, CareRecord
from lovedesk.words import _, ngettext


class Asked(CareSection):
    """What waits, and what was done or declined before."""

    def __init__(self, place: Place) -> None:
        super().__init__(place, title=_("What they asked for"), add_name=_("Add what they asked for"),
                         placeholder=_("What they asked for"))

    def records(self) -> list[CareRecord]:
        today = self.place.desk.today()
        return [_record(request, today) for request in requests.of(self.customer)]

    def keep(self, text: str) -> None:
        with self.place.act("request.add", field=self.line):
            requests.add(text, customer=self.customer, now=self.place.desk.now(),
                         keeper=self.place.floor.settings.keeper or None)

    def reword(self, record: CareRecord, text: str, field: SavingLine) -> None:
        with self.place.act("request.change", field=field):
            requests.change(record.id, text, now=self.place.desk.now())

    def do(self, record: CareRecord, key: str, texts: list[str], field: SavingLine) -> None:
        now = self.place.desk.now()
        match key:
            case "answer":
                with self.place.act("request.answer", words=_("First answer kept")):
                    requests.answer(record.id, now=now)
            case "grant":
                with self.place.act("request.grant", field=field, words=_("Done for them")):
                    requests.grant(record.id, texts[0], now=now)
            case "decline":
                with self.place.act("request.decline", field=field, words=_("Declined, with the honest reason")):
                    requests.decline(record.id, *texts, now=now)
            case "done" | "reason" | "instead":
                with self.place.act("request.change", field=field):
                    requests.write(record.id, key, texts[0], now=now)
            case "again":
                with self.place.act("request.reopen"):
                    requests.reopen(record.id, now=now)
            case "bin":
                with self.place.act("request.trash", words=_("Deleted")):
                    requests.trash(record.id)


def waits_words(request: RequestRow, today: dt.date) -> str:
    """How long it waits, and how soon there was a first answer."""
    days = (today - request.asked_on).days if request.asked_on else 0
    waits = ngettext("waiting for {n} day", "waiting for {n} days", days).format(n=days) if days > 0 \
        else _("asked today")
    if request.answered is None:
        return _("{waits}, not answered yet").format(waits=waits)
    return _("{waits}, {answered}").format(waits=waits, answered=answer_words(request))


def answer_words(request: RequestRow) -> str:
    """How long our first answer took; nothing where there was none, or nobody knows since when they waited."""
    if request.answered is None or request.asked_on is None:
        return ""
    days = (request.answered.date() - request.asked_on).days
    if days <= 0:
        return _("answered the same day")
    return ngettext("answered after {n} day", "answered after {n} days", days).format(n=days)


def _record(request: RequestRow, today: dt.date) -> CareRecord:
    if request.waits:
        return CareRecord("request", request.id, "hourglass-medium", "amber", request.text,
                          waits_words(request, today), _open_acts(request))
    day = words.near(request.settled_on, today) if request.settled_on else ""
    told = [_("{outcome}, {day}").format(outcome=requests.outcome_word(request.outcome), day=day)]
    told += [request.done] if request.outcome == requests.GRANTED else [request.reason, request.instead]
    told.append(answer_words(request))
    icon = "check-circle" if request.outcome == requests.GRANTED else "minus-circle"
    return CareRecord("request", request.id, icon, "ink2", request.text, " · ".join(filter(None, told)),
                      _settled_acts(request), over=True)


def _settled_acts(request: RequestRow) -> tuple[Act, ...]:
    words = {"done": _("What was done")} if request.outcome == requests.GRANTED else {
        "reason": _("The honest reason"), "instead": _("What we can do instead")}
    return (*(Act(field, word, ((word, word),)) for field, word in words.items()), Act("again", _("It waits again")))


def _open_acts(request: RequestRow) -> tuple[Act, ...]:
    answered = () if request.answered else (Act("answer", _("We have answered")),)
    return (*answered,
            Act("grant", _("Done"), ((_("What was done"), _("What was done; Enter keeps it")),)),
            Act("decline", _("Declined"), (
                (_("The honest reason"), _("The honest reason")),
                (_("What we can do instead"), _("What we can do instead, if anything")))))
