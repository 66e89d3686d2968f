"""What makes it easy for a customer, and what makes it hard; and what both sides agreed on (practices C1, C4, E3)."""

from __future__ import annotations

from PySide6.QtCore import Qt

from lovedesk import words
from lovedesk.shop import accommodations, agreements, chasing, frictions
from lovedesk.shop.accommodations import AccommodationRow
from lovedesk.shop.agreements import AgreementRow
from lovedesk.shop.frictions import FrictionRow
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.labels import Small
from lovedesk.ui.parts.saving_field import SavingLine
from lovedesk.ui.place import Place
from lovedesk.ui.places.profile_care import CareSection
from lovedesk.ui.places.profile_care_line import Act, CareRecord
from lovedesk.words import _, ngettext

EASE, HARD = "accommodation", "friction"


def _since() -> Act:
    return Act("since", _("Since when"), ((_("Since when"), _("like “12 Mar 2021”")),))


class Easy(CareSection):
    """What we do to make it easy, what is still hard, and how often they had to chase us."""

    def __init__(self, place: Place) -> None:
        super().__init__(place, title=_("Easy for them"), add_name=_("Add what makes it easy for them"),
                         placeholder=_("What we do, like “one bill a month”"))
        self.hard = Link(_("What makes it hard?"))
        self.chased = Small("")
        self.column.addWidget(self.hard, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.chased)
        self.kind = EASE
        self.hard.clicked.connect(self.ask_hard)

    def ask(self) -> None:
        """Ask what we do."""
        self._ask_for(EASE, _("What we do, like “one bill a month”"), _("Add what makes it easy for them"))
        self.offer([])

    def ask_hard(self) -> None:
        """Ask what makes it hard; what is hard for others is offered."""
        self._ask_for(HARD, _("What makes it hard, like “no parking”"), _("Add what makes it hard for them"))
        self.offer(frictions.known())

    def _ask_for(self, kind: str, placeholder: str, name: str) -> None:
        self.kind = kind
        self.line.setPlaceholderText(placeholder)
        self.line.setAccessibleName(name)
        super().ask()

    def show_lines(self, customer: int) -> None:
        """Show the lines of a customer, and how often they had to chase us; what is hard is not for others' eyes."""
        super().show_lines(customer)
        looking = self.place.floor.settings.looking
        self.hard.setVisible(not looking)
        times = 0 if looking else chasing.times_of(customer, today=self.place.desk.today())
        self.chased.setText(chased_words(times))
        self.chased.setVisible(times > 0)

    def records(self) -> list[CareRecord]:
        eased = accommodations.of(self.customer)
        if self.place.floor.settings.looking:
            return [_easy(row._replace(answers="")) for row in eased]
        answered = {row.friction for row in eased if row.ended_on is None}
        return [*map(_easy, eased), *(_hard(row, answered=row.id in answered)
                                      for row in frictions.of(self.customer))]

    def keep(self, text: str) -> None:
        today = self.place.desk.today()
        if self.kind == HARD:
            with self.place.act("friction.add", field=self.line):
                frictions.add(text, customer=self.customer, on=today)
        else:
            with self.place.act("accommodation.add", field=self.line):
                accommodations.add(text, customer=self.customer, since=today)

    def reword(self, record: CareRecord, text: str, field: SavingLine) -> None:
        if record.kind == HARD:
            with self.place.act("friction.change", field=field):
                frictions.change(record.id, text)
        else:
            with self.place.act("accommodation.change", field=field):
                accommodations.change(record.id, text)

    def do(self, record: CareRecord, key: str, texts: list[str], field: SavingLine) -> None:
        (self._do_hard if record.kind == HARD else self._do_easy)(record.id, key, texts, field)

    def _do_hard(self, friction: int, key: str, texts: list[str], field: SavingLine) -> None:
        today = self.place.desk.today()
        match key:
            case "answer":
                with self.place.act("accommodation.add", field=field):
                    accommodations.add(texts[0], customer=self.customer, since=today, friction=friction)
            case "mend":
                with self.place.act("friction.mend", words=_("Mended")):
                    frictions.mend(friction, on=today)
            case "again":
                with self.place.act("friction.open_again"):
                    frictions.open_again(friction)
            case "bin":
                with self.place.act("friction.trash", words=_("Deleted")):
                    frictions.trash(friction)

    def _do_easy(self, accommodation: int, key: str, texts: list[str], field: SavingLine) -> None:
        match key:
            case "since":
                with self.place.act("accommodation.change", field=field):
                    accommodations.set_since(accommodation, self.read_day(texts[0]))
            case "end":
                with self.place.act("accommodation.end", words=_("We do it no more")):
                    accommodations.end(accommodation, on=self.place.desk.today())
            case "again":
                with self.place.act("accommodation.renew"):
                    accommodations.renew(accommodation)
            case "bin":
                with self.place.act("accommodation.trash", words=_("Deleted")):
                    accommodations.trash(accommodation)


def chased_words(times: int) -> str:
    """How often they had to chase us, said quietly."""
    return ngettext("They had to chase us once in a year", "They had to chase us {n} times in a year",
                    times).format(n=times)


def _easy(row: AccommodationRow) -> CareRecord:
    second = _("since {month}").format(month=words.month_title(row.since)) if row.since else ""
    if row.ended_on:
        second = _("until {month}").format(month=words.month_title(row.ended_on))
    elif row.answers:
        second = _("{since}, for: {friction}").format(since=second, friction=row.answers) if second else row.answers
    acts = (Act("again", _("We do it again")),) if row.ended_on else (_since(), Act("end", _("We do it no more")))
    return CareRecord(EASE, row.id, "check-circle", "green", row.text, second, acts, row.ended_on is not None)


def _hard(row: FrictionRow, *, answered: bool) -> CareRecord:
    second = _("hard for them")
    if row.mended_on:
        second = _("was hard, mended {month}").format(month=words.month_title(row.mended_on))
    elif answered:
        second = _("hard for them, made easier")
    acts = (Act("again", _("It is hard again")),) if row.mended_on else (
        Act("mend", _("It is mended")),
        Act("answer", _("What we do about it"), ((_("What we do about it"), _("What we do about it")),)))
    return CareRecord(HARD, row.id, "cloud-rain", "amber", row.text, second, acts, row.mended_on is not None)


class Agreed(CareSection):
    """What both sides expect of each other."""

    def __init__(self, place: Place) -> None:
        super().__init__(place, title=_("What we agreed"), add_name=_("Add what was agreed"),
                         placeholder=_("What was agreed, in kind words"))

    def records(self) -> list[CareRecord]:
        return list(map(_agreed, agreements.of(self.customer)))

    def keep(self, text: str) -> None:
        with self.place.act("agreement.add", field=self.line):
            agreements.add(text, customer=self.customer, on=self.place.desk.today())

    def reword(self, record: CareRecord, text: str, field: SavingLine) -> None:
        with self.place.act("agreement.change", field=field):
            agreements.change(record.id, text)

    def do(self, record: CareRecord, key: str, texts: list[str], field: SavingLine) -> None:
        match key:
            case "since":
                with self.place.act("agreement.change", field=field):
                    agreements.set_day(record.id, self.read_day(texts[0]))
            case "both" | "ours" | "theirs":
                with self.place.act("agreement.change"):
                    agreements.set_side(record.id, key)
            case "end":
                with self.place.act("agreement.end", words=_("It holds no more")):
                    agreements.end(record.id, on=self.place.desk.today())
            case "again":
                with self.place.act("agreement.renew"):
                    agreements.renew(record.id)
            case "bin":
                with self.place.act("agreement.trash", words=_("Deleted")):
                    agreements.trash(record.id)


def _agreed(row: AgreementRow) -> CareRecord:
    second = agreements.side_word(row.side)
    if row.ended_on:
        second = _("held until {month}").format(month=words.month_title(row.ended_on))
    elif row.agreed_on:
        second = _("{side}, {month}").format(side=second, month=words.month_title(row.agreed_on))
    sides = {"both": _("Both sides’ word"), "ours": _("Our word"), "theirs": _("Their word")}
    acts = (Act("again", _("It holds again")),) if row.ended_on else (
        _since(), *(Act(side, word) for side, word in sides.items() if side != row.side),
        Act("end", _("It holds no more")))
    return CareRecord("agreement", row.id, "handshake", "ink2", row.text, second, acts, row.ended_on is not None)
