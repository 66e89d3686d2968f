"""What was asked and what they answered: each answer becomes a detail of a topic, about someone, for some eyes."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from lovedesk.shop import items, prepsheets, topics, visits
from lovedesk.shop.builtin import OWN_PATH
from lovedesk.shop.items import Item
from lovedesk.shop.visits import Met, VisitPage
from lovedesk.ui import icons, theme
from lovedesk.ui.parts.chips import Chip
from lovedesk.ui.parts.flow import Flow
from lovedesk.ui.parts.labels import Section, Small, WrappedLabel
from lovedesk.ui.parts.rows import Rows
from lovedesk.ui.place import Place
from lovedesk.ui.places.debrief_fields import Answer
from lovedesk.ui.places.profile_new_detail import SeenChip
from lovedesk.words import _

LONGEST = 220       # pixels of a name on a chip


class Becomes(Small):
    """"becomes", behind a bent arrow."""

    def __init__(self) -> None:
        super().__init__(_("becomes"))
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + 20, 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        icons.paint(QPainter(self), QRectF(0, (self.height() - 13) / 2, 13, 13), "arrow-elbow-down-right",
                    theme.tokens().ink3)
        super().paintEvent(event)


class AnswerRow(QWidget):
    """A question, the answer, and what becomes of it."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.item: Item | None = None
        self.people: list[Met] = []
        self.host = ""
        self.question = WrappedLabel(role="strong")
        self.answer = Answer(name="")
        self.topic = Chip("", pressable=True)
        self.whom = Chip("", "user", pressable=True)
        self.seen = SeenChip()
        self.chips = Flow()
        self.chips.show_widgets([Becomes(), self.topic, self.whom, self.seen])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 10)
        column.setSpacing(5)
        for widget in (self.question, self.answer, self.chips):
            column.addWidget(widget)
        self.answer.left.connect(self._answered)
        self.topic.clicked.connect(self.choose_topic)
        self.whom.clicked.connect(self.choose_person)
        self.seen.clicked.connect(self._seen_by)

    def show_record(self, record: tuple[Item, VisitPage, list[Met]]) -> None:
        """Show a question with those whom its answer can be about."""
        item, page, self.people = record
        self.item = item
        self.host = page.whom if len(page.customers) < 2 else page.customers[0].name
        self.question.setText(item.text)
        self.answer.setAccessibleName(item.text)
        self.answer.show_text(item.answer)
        self.chips.setVisible(bool(page.customers))
        self._show_topic(item)
        person = next((person for person in self.people if person.id == item.person), None)
        business = any(host.kind == "business" for host in page.customers[:1])
        self.whom.icon_name = "user" if person or not business else "storefront"
        _say(self.whom, person.name if person else self.host, _("Whom it is about"))
        self.whom.setVisible(business or len(self.people) > 1)
        self.seen.show_seen_by(item.seen_by, on_paper=topics.get(item.topic or "note").paper)

    def _show_topic(self, item: Item) -> None:
        self.topic.icon_name = "cake" if item.topic == "birthday" else topics.get(item.topic or "note").icon
        _say(self.topic, prepsheets.topic_word(item.topic or "note"), _("What it is about"))

    def _answered(self, text: str) -> None:
        if self.item is not None:
            with self.place.act("item.answer", field=self.answer):
                items.answer(self.item.id, text, now=self.place.desk.now())

    def _seen_by(self) -> None:
        if self.item is not None:
            with self.place.act("item.change"):
                items.set_answer_seen_by(self.item.id, self.seen.seen_by)

    def choose_topic(self) -> None:
        """Open the menu of topics."""
        group = _menu(self.topic, [(topic.label, topic.icon, topic.slug) for topic in topics.everything()],
                      self.item.topic or "note" if self.item else "")
        group.triggered.connect(self._topic_chosen)

    def _topic_chosen(self, action: QAction) -> None:
        if self.item is not None:
            with self.place.act("item.change"):
                items.set_topic(self.item.id, str(action.data()))

    def choose_person(self) -> None:
        """Open the menu of those whom it can be about."""
        choices: list[tuple[str, str, object]] = [(person.name, "user", person.id) for person in self.people]
        group = _menu(self.whom, [*choices, (self.host, "storefront", None)], self.item.person if self.item else None)
        group.triggered.connect(self._person_chosen)

    def _person_chosen(self, action: QAction) -> None:
        if self.item is not None:
            with self.place.act("item.change"):
                items.set_answer_person(self.item.id, action.data())


class Answers(QWidget):
    """All questions of a visit, in their order."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.rows: Rows[tuple[Item, VisitPage, list[Met]]] = Rows(self._make, _key)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.head = Section(_("Ask"))
        column.addWidget(self.head)
        column.addWidget(self.rows)

    def _make(self) -> AnswerRow:
        return AnswerRow(self.place)

    def show_page(self, page: VisitPage) -> None:
        """Show the questions of a visit."""
        aside = _("each answer is kept with them")
        if page.checklist == OWN_PATH and not page.customers:
            aside = _("what was hard is ours to mend, and stands in “What makes it hard”")
        elif not page.customers:
            aside = _("each answer is kept here")
        self.head.set_texts(_("Ask"), aside)
        asked = prepsheets.own_first(page)      # in the order of the sheet
        people = visits.people_choices(page.id) if asked else []
        self.rows.show_records([(item, page, people) for item in asked])
        self.setVisible(bool(asked))


def _key(record: tuple[Item, VisitPage, list[Met]]) -> int:
    return record[0].id


def _say(chip: Chip, text: str, what: str) -> None:
    words = QFontMetricsF(theme.font("small")).elidedText(text, Qt.TextElideMode.ElideRight, LONGEST)
    if chip.text() != words:
        chip.setText(words)
        chip.setAccessibleName(_("{what}: {value}").format(what=what, value=text))
        chip.setToolTip(what)
        chip.updateGeometry()


def _menu(chip: Chip, choices: list[tuple[str, str, object]], chosen: object) -> QActionGroup:
    """A menu below a chip; the group tells which was chosen."""
    menu = QMenu(chip)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    group = QActionGroup(menu)
    for word, icon, key in choices:
        action = QAction(icons.icon(icon), word.replace("&", "&&"), group)
        action.setCheckable(True)
        action.setChecked(key == chosen)
        action.setData(key)
        menu.addAction(action)
    menu.popup(chip.mapToGlobal(QPoint(0, chip.height() + 2)))
    return group
