"""Matching columns: each column of a table with live values and what it becomes, changed by hand and remembered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from lovedesk.formats import dates, meanings
from lovedesk.formats.contacts import How
from lovedesk.formats.survey import ColumnSurvey
from lovedesk.shop.import_files import Source
from lovedesk.shop.import_survey import Survey
from lovedesk.ui import icons
from lovedesk.ui.parts.buttons import Link, Primary, Second
from lovedesk.ui.parts.labels import ElidedLabel, Small
from lovedesk.ui.parts.picker import Picker
from lovedesk.ui.parts.rows import Rows
from lovedesk.ui.parts.scrollpage import SIDE, TOP, ScrollPage, stop_for
from lovedesk.ui.parts.strip import Strip
from lovedesk.ui.places.bring_card import Look
from lovedesk.ui.places.bring_head import bring_head
from lovedesk.ui.places.bring_how import COLUMN, steps
from lovedesk.ui.places.bring_tally import Tally
from lovedesk.words import _, day_of_month, ngettext

WIDTHS = {"narrow": 300, "middle": 400, "wide": 440}
PICKER, SIDEWORDS = 200, 186
LABEL = "label"         # a column that says what its neighbour is
NOTHING = frozenset({meanings.KEEP, meanings.IGNORE, LABEL})


class ColumnRow(QWidget):
    """A column: its words, values, what it becomes; `becomes(words, slug)`, `turned(words, day_first)`."""

    becomes = Signal(str, str)
    turned = Signal(str, bool)

    def __init__(self, offered: QStandardItemModel) -> None:
        super().__init__()
        self.words, self.samples = ElidedLabel(role="strong"), Small()
        self.what = Picker(name="")
        self.count, self.days = Small(), Link("")
        self.column: ColumnSurvey | None = None
        told = QVBoxLayout()
        told.setSpacing(1)
        for label in (self.words, self.samples):
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            told.addWidget(label)
        arrow = QLabel()
        arrow.setPixmap(icons.icon("arrow-right", "ink3").pixmap(16, 16))
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.count)
        right.addWidget(self.days)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 5, 0, 5)
        row.setSpacing(12)
        row.addLayout(told, 1)
        row.addWidget(arrow)
        row.addWidget(self.what)
        side = QWidget()
        side.setFixedWidth(SIDEWORDS)
        side.setLayout(right)
        right.setContentsMargins(0, 0, 0, 0)
        row.addWidget(side)
        self.what.setFixedWidth(PICKER)
        self.what.setModel(offered)
        self.what.activated.connect(self._picked)
        self.days.clicked.connect(self._turn)

    def show_record(self, record: tuple[ColumnSurvey, int]) -> None:
        """Show a column among so many rows."""
        column, rows = record
        self.column = column
        self.words.setText(column.words)
        self.samples.setText(", ".join(" ".join(sample.split()) for sample in column.samples))
        self.what.setAccessibleName(_("{column} becomes").format(column=column.words))
        at = self.what.findData(column.meaning)
        if at < 0:
            self.what.addItem(meanings.words_of(column.meaning), column.meaning)
            at = self.what.count() - 1
        self.what.setCurrentIndex(at)
        self.count.setText(_("{n} of {all}").format(n=column.filled, all=rows))
        self.count.set_token("ink3" if column.meaning in NOTHING else "green")
        self.days.setVisible(column.day_first is not None)
        if column.day_first is not None:
            self._show_days(column)

    def _show_days(self, column: ColumnSurvey) -> None:
        order = _("day first") if column.day_first else _("month first")
        self.days.setText(order)
        for sample in column.samples:
            if day := dates.read(sample, day_first=bool(column.day_first)):
                self.days.setText(_("{text} is {day}").format(text=sample, day=day_of_month(day[0], day[1])))
                break
        self.days.setToolTip(_("No date in this column says which it is: press to turn it.") if column.day_doubtful
                             else _("Press to turn day and month."))
        self.days.setAccessibleName(_("{column}: {order}").format(column=column.words, order=order))

    def _picked(self, _at: int) -> None:
        if self.column is not None and self.what.currentData() != self.column.meaning:
            self.becomes.emit(self.column.words, str(self.what.currentData()))

    def _turn(self) -> None:
        if self.column is not None:
            self.turned.emit(self.column.words, not self.column.day_first)


class Columns(QWidget):
    """`agreed` tells the wish to go on, `left` the wish for other files, `changed(number, how)` another reading."""

    agreed = Signal()
    left = Signal()
    changed = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self.sources: Sequence[Source] = []
        self.survey: Survey | None = None
        self.at = 0
        self.files = Small()
        self.next, self.other = Primary(_("&Next")), Second(_("&Other files"))
        self.file, self.codec, self.sheet = (
            Picker(name=_("File")), Picker(name=_("How its letters are written")), Picker(name=_("Sheet")))
        self.choices = QGridLayout()
        self.said: dict[Picker, Small] = {}
        self.notices = QVBoxLayout()
        self.rows: Rows[tuple[ColumnSurvey, int]] = Rows(self._row, _key)
        self.offered = QStandardItemModel(self)     # one for all rows: thirty times fifty words take their time
        for slug, meaning in meanings.choices():
            item = QStandardItem(meaning)
            item.setData(slug, Qt.ItemDataRole.UserRole)
            self.offered.appendRow(item)
        self.page, self.side = ScrollPage(top=0), ScrollPage(top=0)
        self.tally, self.look = Tally(), Look()
        self.shown = -1
        self.top, self.both = QVBoxLayout(), QHBoxLayout()
        self._lay_out()
        self.next.clicked.connect(self.agreed)
        self.other.clicked.connect(self.left)
        self.file.activated.connect(self._show_file)
        self.codec.activated.connect(self._pick_codec)
        self.sheet.activated.connect(self._pick_sheet)
        self.look.turned.connect(self._turn)

    def _lay_out(self) -> None:
        head = bring_head(self.files, self.other, self.next)
        self.top.setSpacing(8)
        self.top.addLayout(head)
        self.top.addSpacing(6)
        self.top.addWidget(steps(1, table=True))
        self.choices.setColumnStretch(2, 1)
        for number, picker in enumerate((self.file, self.codec, self.sheet)):
            self.said[picker] = Small(picker.accessibleName())
            picker.setMinimumWidth(PICKER)
            self.choices.addWidget(self.said[picker], number, 0)
            self.choices.addWidget(picker, number, 1)
        self.page.body.setContentsMargins(SIDE, 0, 4, TOP)
        self.page.body.addLayout(self.notices)
        self.page.body.addLayout(self.choices)
        self.page.body.addWidget(self.rows)
        self.page.body.addStretch()
        self.side.body.setContentsMargins(4, 0, SIDE, TOP)
        self.side.body.addWidget(self.look)
        self.side.body.addSpacing(14)
        self.side.body.addWidget(self.tally)
        self.side.body.addStretch(1)
        self.both.setSpacing(24)
        self.both.addWidget(self.page, 1)
        self.both.addWidget(self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(self.top)
        column.addLayout(self.both, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        spare = max(self.width() - 2 * SIDE - COLUMN, 0)
        self.top.setContentsMargins(SIDE, TOP, SIDE + spare, 0)
        self.both.setContentsMargins(0, 0, spare, 0)
        self.side.setFixedWidth(WIDTHS[stop_for(self.window().width())])

    def show_sources(self, sources: Sequence[Source], survey: Survey, files: str) -> None:
        """Show how tables were read, and what that gives; a file with columns or letters in doubt first."""
        same = [source.path for source in sources] == [source.path for source in self.sources]
        self.sources, self.survey = sources, survey
        self.files.setText(files)
        self.file.clear()
        for number, source in enumerate(sources):
            if asks(source):
                self.file.addItem(source.path.name, number)
        self.at = self.at if same else int(self.file.itemData(0))
        self.file.setCurrentIndex(self.file.findData(self.at))
        self._show_source()
        self.tally.show_survey(survey)
        self.shown = max(min(self.shown, len(survey.plan) - 1), 0)
        self._turn(0)
        count = len(survey.plan)
        self.next.setEnabled(count > 0)
        self.next.setText(ngettext("&Next, look at it", "&Next, look at all {n}", count).format(n=count)
                          if count else _("Nothing to look at yet"))

    def _show_source(self) -> None:
        source = self.sources[self.at]
        survey = source.survey
        self._offer(self.file, self.file.count() > 1)
        self.codec.clear()
        for choice in survey.codec_choices:
            self.codec.addItem(_("{letters}  ({codec})").format(letters=choice.sample[:60], codec=choice.codec),
                               choice.codec)
        self.codec.setCurrentIndex(max(self.codec.findData(survey.codec), 0))
        self._offer(self.codec, len(survey.codec_choices) > 1)
        self.sheet.clear()
        self.sheet.addItems(survey.sheets)
        self.sheet.setCurrentText(survey.sheet)
        self._offer(self.sheet, len(survey.sheets) > 1)
        self._say(source)
        self.rows.show_records([(column, survey.rows) for column in survey.columns
                                if column.filled and column.meaning != LABEL])

    def _offer(self, picker: Picker, offered: bool) -> None:
        picker.setVisible(offered)
        self.said[picker].setVisible(offered)

    def _say(self, source: Source) -> None:
        """What is wrong with the file as a whole."""
        while (item := self.notices.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for sentence in filter(None, [source.survey.reason, *source.reading.remarks]):
            strip = Strip(sentence, icon="warning-circle", ground="amber")
            self.notices.addWidget(strip)
            strip.show()

    def _row(self) -> ColumnRow:
        row = ColumnRow(self.offered)
        row.becomes.connect(self._becomes)
        row.turned.connect(self._turn_days)
        return row

    def _becomes(self, words: str, slug: str) -> None:
        how = self.sources[self.at].how
        self._change(how._replace(mapping={**how.mapping, words: slug}))

    def _turn_days(self, words: str, day_first: bool) -> None:
        how = self.sources[self.at].how
        self._change(how._replace(day_orders={**how.day_orders, words: day_first}))

    def _pick_codec(self, _at: int) -> None:
        self._change(self.sources[self.at].how._replace(codec=str(self.codec.currentData())))

    def _pick_sheet(self, _at: int) -> None:
        self._change(How(sheet=self.sheet.currentText()))

    def _change(self, how: How) -> None:
        self.changed.emit(self.at, how)

    def _show_file(self, _at: int) -> None:
        self.at = int(self.file.currentData())
        self._show_source()

    def _turn(self, by: int) -> None:
        survey = self.survey
        self.look.setVisible(survey is not None and bool(survey.plan.keys))
        if survey is not None and survey.plan.keys:
            self.shown = max(0, min(self.shown + by, len(survey.plan) - 1))
            key = survey.plan.keys[self.shown]
            self.look.show_unit(survey.plan.units[key], survey.plan.row(key), self.shown, len(survey.plan))
            self.look.only_look()


def _key(record: tuple[ColumnSurvey, int]) -> str:
    return record[0].words


def asks(source: Source) -> bool:
    """Whether there is anything to match in a file: columns, or how its letters are written."""
    survey = source.survey
    return (survey.kind == "table" and bool(survey.columns) and survey.rows > 0) or survey.codec_doubtful


def worth_asking(source: Source) -> bool:
    """Whether a person should look at the columns before anything else: not where they did so already."""
    return asks(source) and (not source.chosen or not source.survey.fits)
