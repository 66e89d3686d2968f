"""One more detail: a topic, a sentence, whom it is about and who may see it; Enter keeps it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lovedesk.shop import details, topics
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

NEW = "new"     # the last entry among the topics
NEXT = {PAPER: HERE, HERE: ME, ME: PAPER}
SEEN_ICONS = {PAPER: "file-text", HERE: "lock-simple", ME: "user"}


def seen_words(seen_by: str, *, on_paper: bool) -> str:
    """Who may see a detail, as a person says it; a tender topic is not `on_paper` unless it is chosen for a sheet."""
    if seen_by == PAPER and not on_paper:
        return _("kept off the sheet")
    return {PAPER: _("on paper"), HERE: _("only here"), ME: _("only me")}.get(seen_by, seen_by)


class SeenChip(Chip):
    """Who may see it: on paper, only here, only me; each press is the next."""

    def __init__(self) -> None:
        super().__init__("", pressable=True)
        self.clicked.connect(self._turn)
        self.seen_by, self.on_paper = PAPER, True
        self.own = False

    def show_seen_by(self, seen_by: str, *, on_paper: bool) -> None:
        """Show who may see a detail, whose topic is `on_paper` or not."""
        self.seen_by, self.on_paper = seen_by, on_paper
        self.icon_name = SEEN_ICONS[seen_by]
        self.tone = "neutral" if seen_by == PAPER else "accent"
        words = seen_words(seen_by, on_paper=on_paper)
        self.setText(words)
        self.setAccessibleName(_("Who may see it: {who}").format(who=words))
        self.setToolTip(_("Who may see it; press for the next"))
        self.updateGeometry()
        self.update()

    def _turn(self) -> None:
        self.own = True
        self.show_seen_by(NEXT[self.seen_by], on_paper=self.on_paper)


class NewDetail(QWidget):
    """The form; it closes when the detail is kept, or with Esc."""

    closed = Signal()

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.customer = 0
        self.topic = Picker(name=_("Topic"))
        self.topic.setIconSize(QSize(16, 16))
        self.new_topic = EnterLine(name=_("Name of the new topic"), placeholder=_("Name of the new topic"))
        self.new_topic.hide()
        self.line = EnterLine(name=_("What you learned"), placeholder=_("One sentence, as if they will read it"))
        self.about = Picker(name=_("About whom"))
        self.seen = SeenChip()
        self.keep = Second(_("Keep it"))
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.topic)
        first.addWidget(self.new_topic)
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
        self.new_topic.entered.connect(self._add_topic)
        self.new_topic.given_up.connect(self._no_new_topic)
        self.keep.clicked.connect(self._keep)

    def open_for(self, customer: int, name: str, people: list[PersonRow]) -> None:
        """Ask about a customer and its people."""
        self.customer = customer
        self._offer_topics(str(self.topic.currentData() or ""))
        self.about.clear()
        self.about.addItem(name, 0)
        for person in people:
            if person.name != name:
                self.about.addItem(person.name, person.id)
        self.seen.own = False
        self._topic_changed()
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

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

    def _offer_topics(self, chosen: str) -> None:
        """All topics, and one more to be named; `chosen` stays."""
        self.topic.blockSignals(True)
        self.topic.clear()
        for topic in topics.everything():
            self.topic.addItem(icons.icon(topic.icon), topic.label, topic.slug)
        self.topic.addItem(icons.icon("plus"), _("New topic…"), NEW)
        self.topic.setCurrentIndex(max(self.topic.findData(chosen), 0))
        self.topic.blockSignals(False)

    def _topic_changed(self) -> None:
        topic = str(self.topic.currentData())
        self.new_topic.setVisible(topic == NEW)
        if topic == NEW:
            self.new_topic.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self.seen.show_seen_by(self.seen.seen_by if self.seen.own else details.default_seen_by(topic),
                               on_paper=topics.get(topic).paper)

    def _add_topic(self, name: str) -> None:
        key = ""
        with self.place.act("topic.add", field=self.new_topic):
            key = topics.add(name)
        if key:
            self._show_topic(key)

    def _no_new_topic(self) -> None:
        self._show_topic(str(self.topic.itemData(0)))

    def _show_topic(self, key: str) -> None:
        self.new_topic.clear()
        self._offer_topics(key)
        self._topic_changed()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _keep(self) -> None:
        if self.topic.currentData() == NEW:
            self._add_topic(self.new_topic.text())
            return
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
            self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.pane if not t.dark else t.hover)
        painter.drawRoundedRect(self.rect(), 10, 10)
