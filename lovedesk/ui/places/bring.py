"""Bringing contacts in: the files, the columns of tables, a look at what will happen, what was done (journey 1)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from lovedesk import words
from lovedesk.formats import contacts
from lovedesk.shop import archive, imports
from lovedesk.shop.import_cards import Fate
from lovedesk.shop.import_files import Source
from lovedesk.shop.import_plan import Counts, NotRead
from lovedesk.shop.import_survey import Survey
from lovedesk.ui.parts.buttons import Second
from lovedesk.ui.parts.strip import Strip
from lovedesk.ui.place import Floor, Go, Place
from lovedesk.ui.places import bring_beside, bring_reading
from lovedesk.ui.places.bring_beside import Beside, Came
from lovedesk.ui.places.bring_columns import Columns, asks, worth_asking
from lovedesk.ui.places.bring_done import Done, summary
from lovedesk.ui.places.bring_how import How
from lovedesk.ui.places.bring_jobs import BringOffer, Offer, of_events, of_jobs, of_several
from lovedesk.ui.places.bring_look import LookAt
from lovedesk.ui.places.bring_reading import Export, Found
from lovedesk.ui.places.bring_words import brought_in, where
from lovedesk.ui.signals import Progress
from lovedesk.words import _, ngettext

BRING_IN, PUT_BACK = "import.bring_in", "archive.restore"
LISTED = 5      # reasons on the first page
MANY = 5_000    # rows of a table, whose reading is said

Work = Callable[[Progress], object]
Then = Callable[[object], None]


class Bring(Place):
    """The place: How, Columns for tables, LookAt, Done."""

    shows: ClassVar[frozenset[str]] = frozenset({"customer", "person", "membership", "contact_point", "special_day",
                                                 "detail"})

    def __init__(self, floor: Floor) -> None:
        super().__init__(floor)
        self.how, self.columns, self.look, self.done_page = How(), Columns(), LookAt(), Done()
        self.sources: list[Source] = []
        self.waiting: tuple[int, contacts.How] | None = None     # a change of the columns while the last one is read
        self.export: Export | None = None
        self.offers: BringOffer | None = None
        self.beside = Beside([], [], [])                # what comes in after the contacts
        self.came = Came([], 0, [])
        self.busy = False
        self.count = 0
        self.pages = QStackedWidget()
        for page in (self.how, self.columns, self.look, self.done_page):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)
        self.how.files.connect(self.take_files)
        self.columns.agreed.connect(self._to_look)
        self.columns.left.connect(self.begin_again)
        self.columns.changed.connect(self._read_again)
        self.look.agreed.connect(self.bring_in)
        self.look.left.connect(self.begin_again)
        self.look.columns.connect(self._to_columns)
        self.done_page.look.connect(self._to_customers)
        self.done_page.more.connect(self.begin_again)
        self.done_page.rows_wanted.connect(self._to_rows)

    def open(self, what: int) -> None:
        """After an import was done, the way begins anew."""
        if self.pages.currentWidget() in (self.done_page, self.offers):
            self.begin_again()

    def refresh(self) -> None:
        """What was looked at is looked at again: what is on the desk has changed."""
        if self.pages.currentWidget() is self.done_page:
            undone = self.desk.next_redo()
            self.done_page.show_standing(taken_back=undone is not None and undone[0] in (BRING_IN, PUT_BACK))
        elif self.sources and not self.busy:
            self._run(_("Looking again"), self._plan_again, self._replan)

    def begin_again(self) -> None:
        """Back to the first page; nothing was changed."""
        self.sources, self.look.splits, self.export = [], [], None
        self._clear_notices()
        self._show_how()

    def _show_how(self) -> None:
        self.pages.setCurrentWidget(self.how)
        self.how.area.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    # Reading --------------------------------------------------------------------------------------------------

    def take_files(self, files: list[Path]) -> None:
        """Read files, and show what would happen."""
        if self.busy or not files:
            return
        self.begin_again()
        sentence = ngettext("Reading {name}", "Reading {n} files", len(files))
        self.files = files
        self._run(sentence.format(name=files[0].name, n=len(files)), self._read, self._read_done)

    def _run(self, sentence: str, work: Work, done: Then) -> None:
        self.busy = True
        self._then = done
        self.pages.setEnabled(False)
        self.floor.aside.run(sentence, work, self._finished, self._failed)

    def _finished(self, result: object) -> None:
        self._rest()
        self._then(result)

    def _failed(self, sentence: str) -> None:
        self._rest()
        if sentence:
            self.said.emit(sentence)

    def _rest(self) -> None:
        self.busy = False
        self.pages.setEnabled(True)

    def _read(self, progress: Progress) -> Found:
        return bring_reading.read(self.files, progress)

    def _read_done(self, found: object) -> None:
        assert isinstance(found, Found)
        if found.export is not None:
            self._offer_export(found.export)
        elif found.jobs is not None:
            self._show_offer(of_jobs(self, found.jobs))
        elif found.events:
            self._show_offer(of_events(self, found.events))
        elif found.would is not None:
            self._show_offer(of_several(self, found.beside, found.would))
        elif not len(found.survey.plan) and not any(asks(source) for source in found.sources):
            self._tell_nothing(found.survey)
        else:
            self.sources, self.beside = found.sources, found.beside
            self._show_look(found.survey)
            if any(worth_asking(source) for source in self.sources) or not len(found.survey.plan):
                self._to_columns()

    def _to_columns(self) -> None:
        survey = self.look.survey
        if survey is not None and any(asks(source) for source in self.sources):
            self.columns.show_sources(self.sources, survey, self._files_line())
            self.pages.setCurrentWidget(self.columns)
            (self.columns.next if self.columns.next.isEnabled() else self.columns).setFocus(
                Qt.FocusReason.OtherFocusReason)

    def _to_look(self) -> None:
        if self.look.survey is not None and not self.busy:
            self._show_look(self.look.survey)

    def _read_again(self, number: int, how: object) -> None:
        """Read a table in another way; the page stays as it is meanwhile, and the last wish counts."""
        assert isinstance(how, contacts.How)
        self.waiting = (number, how)
        if not self.busy:
            self._read_waiting()

    def _read_waiting(self) -> None:
        assert self.waiting is not None
        (number, how), self.waiting = self.waiting, None
        sources = self.sources

        def work(progress: Progress) -> Found:
            return bring_reading.again(sources, number, how, progress)

        self.busy = True
        many = self.sources[number].survey.rows > MANY
        self.floor.aside.run(_("Reading again") if many else "", work, self._was_read_again, self._could_not)

    def _was_read_again(self, found: Found) -> None:
        self.busy = False
        kept = {id(source) for source in found.sources}
        self._let_go([source for source in self.sources if id(source) not in kept])
        self.sources = found.sources
        self._carry_over(found.survey)
        self.look.survey = found.survey
        self.columns.show_sources(self.sources, found.survey, self._files_line())
        if self.waiting is not None:
            self._read_waiting()

    def _could_not(self, sentence: str) -> None:
        self._failed(sentence)
        if self.look.survey is not None:
            self.columns.show_sources(self.sources, self.look.survey, self._files_line())

    def _let_go(self, sources: list[Source]) -> None:
        """What is looked at no more is freed aside."""
        surveys = [self.look.survey] if self.look.survey is not None else []

        def work(_progress: Progress) -> None:
            bring_reading.let_go(surveys, sources)

        if surveys or sources:
            self.floor.aside.run("", work, _nothing, _nothing)

    def _carry_over(self, survey: Survey) -> None:
        """What was said of the rows so far still holds."""
        before = self.look.survey
        if before is not None:
            survey.plan.standing, survey.plan.exceptions = before.plan.standing, before.plan.exceptions

    def _show_look(self, survey: Survey) -> None:
        self.look.can_match(any(asks(source) for source in self.sources))
        self.look.show_survey(survey, self._files_line())
        self.pages.setCurrentWidget(self.look)
        self.look.bring.setFocus(Qt.FocusReason.OtherFocusReason)

    def _files_line(self) -> str:
        cards = sum(len(source.reading.cards) for source in self.sources)
        names = words.joined([source.path.name for source in self.sources][:LISTED])
        return ngettext("{files}, {n} contact. Nothing is changed until you bring them in.",
                        "{files}, {n} contacts. Nothing is changed until you bring them in.",
                        cards).format(files=names, n=cards)

    def _tell_nothing(self, survey: Survey) -> None:
        unreadable = survey.plan.unreadable
        reasons = "\n".join(f"{where(bad)}: {bad.reason}" for bad in unreadable[:LISTED])
        self._notice(Strip(_("Nothing could be read, and nothing was changed."), icon="warning-circle", ground="red",
                           second=reasons))
        self._show_how()

    def _plan_again(self, progress: Progress) -> Survey:
        return bring_reading.plan(self.sources, progress)

    def _replan(self, survey: object) -> None:
        assert isinstance(survey, Survey)
        self._carry_over(survey)
        for key in self.look.splits:
            survey.look_again([key, *survey.plan.split(key)])
        if self.look.survey is not None:
            for key, row in self.look.survey.plan.answers.items():
                if key in survey.plan.units and survey.plan.units[key].fate is Fate.MAYBE:
                    survey.plan.answer(key, row)
                    survey.look_again([key])
        self._show_look(survey)

    # Bringing in ----------------------------------------------------------------------------------------------

    def bring_in(self) -> None:
        """Do what was looked at, as one action."""
        survey = self.look.survey
        if survey is None or self.busy:
            return
        self.count = survey.coming or survey.remembered
        self._run(_("Bringing in {n}").format(n=self.count), self._bring_in, self._brought_in)

    def _bring_in(self, progress: Progress) -> Counts:
        assert self.look.survey is not None
        with self.desk.long_act(BRING_IN) as recorder:
            counts = imports.bring_in(self.look.survey.plan, recorder.insert_many, progress)
            self.came = bring_beside.bring_in(self.beside, self.desk.now(), self.floor.settings.keeper or None)
            return counts

    def _brought_in(self, counts: object) -> None:
        assert isinstance(counts, Counts)
        assert self.look.survey is not None
        survey = self.look.survey
        told = "\n".join([summary(counts, survey.remembered), *self.came.lines])
        self._tell_done(brought_in(self.count), told, [*survey.plan.unreadable, *self.came.left_out])

    def _tell_done(self, sentence: str, counts: str, unreadable: list[NotRead]) -> None:
        self.done_page.show_counts(sentence, counts, unreadable)
        self._let_go(self.sources)
        self.sources, self.look.splits, self.look.survey, self.export = [], [], None, None
        self.pages.setCurrentWidget(self.done_page)
        self.done_page.see.setFocus(Qt.FocusReason.OtherFocusReason)
        self.done.emit(sentence)

    # An export of ours ----------------------------------------------------------------------------------------

    def _offer_export(self, export: Export) -> None:
        self.export = export
        put_back = Second(_("&Put it back"))
        put_back.clicked.connect(self._put_back)
        offer = Strip(
            ngettext("{name} is an export of Lovedesk with {n} customer.",
                     "{name} is an export of Lovedesk with {n} customers.",
                     export.customers).format(name=export.name, n=export.customers),
            icon="file-arrow-down", ground="green",
            second=_("What is here becomes what the file says; what is not in the file stays as it is."))
        offer.add(put_back)
        self._show_how()
        self._notice(offer)
        put_back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_offer(self, offer: Offer) -> None:
        if self.offers is None:
            self.offers = BringOffer(self)
            self.offers.left.connect(self.begin_again)
            self.pages.addWidget(self.offers)
        self.offers.show_offer(offer)
        self.pages.setCurrentWidget(self.offers)
        self.offers.begin()

    def _put_back(self) -> None:
        if self.export is not None and not self.busy:
            self._run(_("Putting back {name}").format(name=self.export.name), self._restore, self._restored)

    def _restore(self, _progress: Progress) -> int:
        assert self.export is not None
        with self.desk.long_act(PUT_BACK) as recorder:
            return archive.bring_back(self.export.data, recorder.insert_many)

    def _restored(self, held: object) -> None:
        assert isinstance(held, int)
        self._clear_notices()
        self._tell_done(ngettext("{n} customer put back as exported", "{n} customers put back as exported",
                                 held).format(n=held), "", [])

    def _notice(self, strip: Strip) -> None:
        self._clear_notices()
        self.how.notices.addWidget(strip)
        strip.show()

    def _clear_notices(self) -> None:
        while (item := self.how.notices.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _to_rows(self) -> None:
        self.go.emit(Go("last_import"))

    def _to_customers(self) -> None:
        self.go.emit(Go("customers"))


def _nothing(_result: object) -> None:
    """Nobody waits for it."""
