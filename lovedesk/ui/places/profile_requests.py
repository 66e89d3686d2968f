"""What a customer asked for specially, how long it waits, and what became of it (practices B6, C2)."""

from __future__ import annotations

import datetime as dt

from lovedesk import words
from lovedesk.shop import requests
from lovedesk.shop.first_answers import Clock
from lovedesk.shop.requests import RequestRow
from lovedesk.ui.parts import clock_words
from lovedesk.ui.parts.saving_field import SavingLine
from lovedesk.ui.place import Place
from lovedesk.ui.places.profile_care import CareSection
from lovedesk.ui.places.profile_care_line import Act, CareRecord
from lovedesk.words import _


class Asked(CareSection):
    """What waits, and what was done or declined before."""

    def __init__(self, place: Place) -> None:
        super().__init__(place, title=_("What they asked for"), add_name=_("Add what they asked for"),
                         placeholder=_("What they asked for"))

    def records(self) -> list[CareRecord]:
        now = self.place.desk.now()
        return [_record(request, now) for request in requests.of(self.customer)]

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
            case "asked":
                with self.place.act("request.change", field=field):
                    requests.set_asked(record.id, requests.read_asked(texts[0], now), now=now)
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


def _record(request: RequestRow, now: dt.datetime) -> CareRecord:
    clock = Clock(request.asked_on, request.asked_at, request.answered)
    if request.waits:
        return CareRecord("request", request.id, "hourglass-medium", "amber", request.text,
                          clock_words.asked(clock, now), _open_acts(request))
    day = words.near(request.settled_on, now.date()) if request.settled_on else ""
    told = [_("{outcome}, {day}").format(outcome=requests.outcome_word(request.outcome), day=day)]
    told += [request.done] if request.outcome == requests.GRANTED else [request.reason, request.instead]
    told.append(clock_words.answered(clock))
    icon = "check-circle" if request.outcome == requests.GRANTED else "minus-circle"
    return CareRecord("request", request.id, icon, "ink2", request.text, " · ".join(filter(None, told)),
                      _settled_acts(request), over=True)


def _settled_acts(request: RequestRow) -> tuple[Act, ...]:
    words = {"done": _("What was done")} if request.outcome == requests.GRANTED else {
        "reason": _("The honest reason"), "instead": _("What we can do instead")}
    return (*(Act(field, word, ((word, word),)) for field, word in words.items()), Act("again", _("It waits again")))


def _open_acts(request: RequestRow) -> tuple[Act, ...]:
    answered = () if request.answered else (Act("answer", _("We have answered")),)
    asked = _("When they asked")
    return (*answered, Act("asked", asked, ((asked, _("like “16:30” or “yesterday at 9”")),)),
            Act("grant", _("Done"), ((_("What was done"), _("What was done; Enter keeps it")),)),
            Act("decline", _("Declined"), (
                (_("The honest reason"), _("The honest reason")),
                (_("What we can do instead"), _("What we can do instead, if anything")))))
