"""What is not known yet about a customer: questions worth asking, answered where they stand (practice A3)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from lovedesk.shop import after_jobs, birthdays, details, discretion, people, questions, special_days, topics
from lovedesk.shop.questions import Offer
from lovedesk.ui import icons, theme
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.enter_line import EnterLine
from lovedesk.ui.parts.labels import Section, paint_line, wrap
from lovedesk.ui.parts.pressable import Pressable
from lovedesk.ui.parts.rows import Rows
from lovedesk.ui.place import Place
from lovedesk.words import _

OFFERED = 5
LEFT = 25


class Unknown(Pressable):
    """A question as it is painted; pressed, it asks for the answer."""

    def __init__(self) -> None:
        super().__init__()
        self.offer: Offer | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_offer(self, offer: Offer) -> None:
        """Show a question."""
        self.offer = offer
        self.setAccessibleName(offer.text)
        self.setAccessibleDescription(_("Press to answer"))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        text = self.offer.text if self.offer else ""
        height = wrap(text, theme.font("body"), max(width - LEFT, 60))[1]
        return round(height + 3 + QFontMetricsF(theme.font("small")).height()) + 6

    def sizeHint(self) -> QSize:
        return QSize(200, 40)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.offer is None:
            return
        t = theme.tokens()
        painter = QPainter(self)
        line = QFontMetricsF(theme.font("body")).height()
        icons.paint(painter, QRectF(0, 3 + (line - 16) / 2, 16, 16), "chat-teardrop-text", t.accent)
        painter.setPen(t.accent if self.underMouse() else t.ink)
        layout, height = wrap(self.offer.text, theme.font("body"), max(self.width() - LEFT, 60))
        layout.draw(painter, QRectF(LEFT, 3, 0, 0).topLeft())
        small = QFontMetricsF(theme.font("small")).height()
        paint_line(painter, QRectF(LEFT, 6 + height, self.width() - LEFT, small), topic_words(self.offer.topic),
                   "small", t.ink2)


def topic_words(topic: str) -> str:
    """What the answer will be about, in small print below a question."""
    return _("so that we can wish them well") if topic == "birthday" else topics.get(topic).label


class Question(QWidget):
    """A question with the line for its answer, and "not for them"."""

    def __init__(self, section: NotKnown) -> None:
        super().__init__()
        self.section = section
        self.offer: Offer | None = None
        self.asked = Unknown()
        self.line: EnterLine | None = None
        self.never: Link | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2)
        self.column.addWidget(self.asked)
        self.asked.clicked.connect(self.open)

    def show_record(self, offer: Offer) -> None:
        """Show a question."""
        if offer != self.offer and self.line is not None:
            self._show_line(False)
            self.line.clear()
        self.offer = offer
        self.asked.show_offer(offer)

    def open(self) -> None:
        """Ask for the answer."""
        if self.line is None:
            self.line = EnterLine(name=_("Answer"), placeholder=_("What they said; Enter keeps it"))
            self.never = Link(_("Not for them"), tip=_("Never ask them this"))
            answer = QVBoxLayout()
            answer.setContentsMargins(LEFT, 0, 0, 4)
            answer.setSpacing(2)
            answer.addWidget(self.line)
            answer.addWidget(self.never)
            self.column.addLayout(answer)
            self.line.entered.connect(self._answer)
            self.line.given_up.connect(self.close_up)
            self.never.clicked.connect(self._decline)
        elif self.line.isVisibleTo(self):
            self.close_up()
            return
        self._show_line(True)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_up(self) -> None:
        """Put the line away."""
        if self.line is not None:
            self.line.clear()
            self.line.forgive()
            self.asked.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._show_line(False)

    def _show_line(self, on: bool) -> None:
        assert self.line is not None and self.never is not None
        self.line.setVisible(on)
        self.never.setVisible(on)

    def _answer(self, text: str) -> None:
        assert self.offer is not None and self.line is not None
        self.section.keep(self.offer, text, self.line)

    def _decline(self) -> None:
        assert self.offer is not None
        self.section.decline(self.offer)


class NotKnown(QWidget):
    """Questions worth asking; an answer becomes a detail."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.customer = 0
        self.rows: Rows[Offer] = Rows(self._make, _question_key, spacing=2, reuse=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Section(_("Not known yet")))
        column.addWidget(self.rows)

    def _make(self) -> Question:
        return Question(self)

    def show_questions(self, customer: int) -> None:
        """Show what is worth asking a customer."""
        self.customer = customer
        offers = discretion.offers(questions.offers(customer, self.place.desk.today(), count=OFFERED),
                                   looking=self.place.floor.settings.looking)
        self.rows.show_records(offers)
        self.setVisible(bool(offers))

    def keep(self, offer: Offer, text: str, line: EnterLine) -> None:
        """Keep an answer: a birthday as a day, how to say a name with the person, all else as a detail."""
        day = birthdays.read(text) if offer.topic == "birthday" else None
        if offer.topic == "birthday" and day is None:
            line.show_refusal(_("No day can be read here. Try “7 March” or “7 March 1974”."))
            return
        if day is not None:
            with self.place.act("day.add", field=line):
                special_days.add("birthday", day.month, day.day, year=day.year, person=offer.person,
                                 customer=self.customer if offer.person is None else None)
        elif offer.job is not None and text.strip():
            with self.place.act("job.answer", field=line):
                after_jobs.answer(offer.job, text, today=self.place.desk.today())
        elif offer.after is not None:
            with self.place.act("detail.correct", field=line):
                details.tell_after(offer.after, text, on=self.place.desk.today())
        elif offer.topic == "say" and offer.person is not None and text.strip():
            with self.place.act("person.change", field=line):
                people.set_say(offer.person, text)
        else:
            with self.place.act("detail.add", field=line):
                details.add(text, topic=offer.topic, learned_on=self.place.desk.today(), person=offer.person,
                            customer=self.customer if offer.person is None else None)

    def decline(self, offer: Offer) -> None:
        """Never offer a question again for this customer."""
        with self.place.act("question.decline", words=_("Question taken away")):
            questions.decline(self.customer, offer.slug)


def _question_key(offer: Offer) -> tuple[str, int | None]:
    return offer.slug, offer.person
