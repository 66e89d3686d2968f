"""One more detail: a topic, a sentence, whom it is about and who may see it; Enter keeps it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lovedesk.shop import builtin, details
from lovedesk.shop.details import HERE, ME, PAPER
from lovedesk.shop.people import PersonRow
from lovedesk.ui import icons, theme
from lovedesk.ui.parts.buttons import Second
from lovedesk.ui.parts.chips import Chip
from lovedesk.ui.parts.enter_line import EnterLine
from lovedesk.ui.parts.labels import Small
from lovedesk.ui.parts.picker import Picker
from lovedesk.ui.place import Place
from lovedesk.words import _

NEXT = {PAPER: HERE, HERE: ME, ME: PAPER}
SEEN_ICONS = {PAPER: "file-text", HERE: "lock-simple", ME: "user"}


def seen_words(seen_by: str, topic: str) -> str:
    """Who may see a detail of a topic, as a person says it; tender topics stand on no sheet unless chosen for it."""
    if seen_by == PAPER and not builtin.topic(topic).paper:
        return _("kept off the sheet")
    return {PAPER: _("on paper"), HERE: _("only here"), ME: _("only me")}.get(seen_by, seen_by)


class SeenChip(Chip):
    """Who may see it: on paper, only here, only me; each press is the next."""

    def __init__(self) -> None:
        super().__init__("", pressable=True)
        self.clicked.connect(self._turn)
        self.seen_by, self.topic = PAPER, ""
        self.own = False

    def show_seen_by(self, seen_by: str, topic: str) -> None:
        """Show who may see a detail of a topic."""
        self.seen_by, self.topic = seen_by, topic
        self.icon_name = SEEN_ICONS[seen_by]
        self.tone = "neutral" if seen_by == PAPER else "accent"
        self.setText(seen_words(seen_by, topic))
        self.setAccessibleName(_("Who may see it: {who}").format(who=seen_words(seen_by, topic)))
        self.setToolTip(_("Who may see it; press for the next"))
        self.updateGeometry()
        self.update()

    def _turn(self) -> None:
        self.own = True
        self.show_seen_by(NEXT[self.seen_by], self.topic)


class NewDetail(QWidget):
    """The form; it closes when the detail is kept, or with Esc."""

    closed = Signal()

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.customer = 0
        self.topic = Picker(name=_("Topic"))
        for topic in builtin.topics():
            self.topic.addItem(icons.icon(topic.icon), topic.label, topic.slug)
        self.topic.setIconSize(QSize(16, 16))
        self.line = EnterLine(name=_("What you learned"), placeholder=_("One sentence, as if they will read it"))
        self.about = Picker(name=_("About whom"))
        self.seen = SeenChip()
        self.keep = Second(_("Keep it"))
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.topic)
        first.addWidget(self.line, 1)
        second = QHBoxLayout()
        second.setSpacing(8)
        second.addWidget(Small(_("About")))
        second.addWidget(self.about)
        second.addWidget(self.seen)
        second.addStretch()
        second.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.addLayout(first)
        column.addLayout(second)
        self.hide()
        self.topic.currentIndexChanged.connect(self._topic_changed)
        self.line.entered.connect(self._keep)
        self.line.given_up.connect(self.close_up)
        self.keep.clicked.connect(self._keep)

    def open_for(self, customer: int, name: str, people: list[PersonRow]) -> None:
        """Ask about a customer and its people."""
        self.customer = customer
        self.about.clear()
        self.about.addItem(name, 0)
        for person in people:
            if person.name != name:
                self.about.addItem(person.name, person.id)
        self.seen.own = False
        self._topic_changed()
        self.show()
        self.line.setFocus(Qt.FocusReason.TabFocusReason)

    def close_up(self) -> None:
        """Put the form away."""
        self.line.clear()
        self.line.forgive()
        self.hide()
        self.closed.emit()

    def settle(self) -> None:
        """Keep the words that stand in the line, and put the form away."""
        if self.line.text().strip():
            self._keep()
        self.line.clear()
        self.hide()

    def _topic_changed(self) -> None:
        topic = str(self.topic.currentData())
        self.seen.show_seen_by(self.seen.seen_by if self.seen.own else details.default_seen_by(topic), topic)

    def _keep(self) -> None:
        kept = 0
        person = int(self.about.currentData() or 0)
        keeper = self.place.floor.settings.keeper or None
        with self.place.act("detail.add", field=self.line):
            kept = details.add(
                self.line.text(), topic=str(self.topic.currentData()), customer=None if person else self.customer,
                person=person or None, learned_on=self.place.desk.today(), seen_by=self.seen.seen_by)
            if self.seen.seen_by == ME:
                details.set_seen_by(kept, ME, keeper=keeper)
        if kept:
            self.close_up()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_up()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.line.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.pane if not t.dark else t.hover)
        painter.drawRoundedRect(self.rect(), 10, 10)
