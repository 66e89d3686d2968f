"""All that can be done with a detail, as the menu of its line."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from lovedesk.shop import details, topics
from lovedesk.shop.builtin import Topic
from lovedesk.shop.details import HERE, ME, PAPER, DetailRow
from lovedesk.shop.people import PersonRow
from lovedesk.ui import icons
from lovedesk.ui.places.profile_new_detail import SEEN_ICONS, seen_words
from lovedesk.words import _

SHOWN = 60      # letters of an earlier text in the menu


class DetailMenu(QObject):
    """Makes the menu of a detail; its signals say what was chosen, with the detail's id first."""

    asked = Signal(object, str)             # the line asks for more: text, change, day, followup, topic
    confirmed = Signal(object)
    seen_by_wanted = Signal(object, str)
    topic_wanted = Signal(object, str)
    whose_wanted = Signal(object, object)   # a person's id, 0 for the customer as a whole
    bin_wanted = Signal(object)
    topic_kept_off = Signal(str, bool)
    topic_lasts = Signal(str, bool)
    topic_bin_wanted = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.detail: DetailRow | None = None

    def of(self, detail: DetailRow, name: str, people: list[PersonRow], parent: QWidget) -> QMenu:
        """The menu of a detail of the customer `name`."""
        self.detail = detail
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ask(menu, _("Correct"), "pencil-line", "text")
        menu.addAction(icons.icon("check"), _("Still true")).triggered.connect(self._confirmed)
        self._ask(menu, _("What that changes for us…"), "repeat", "change")
        self._ask(menu, _("On a day…"), "calendar-blank", "day")
        self._ask(menu, _("Make a follow-up of it…"), "clock", "followup")
        menu.addSeparator()
        self._add_topics(menu.addMenu(_("Topic")))
        self._add_people(menu.addMenu(_("About whom")), name, people)
        menu.addMenu(_("Who may see it")).addActions(self.seen_choices(detail, menu).actions())
        self._add_earlier(menu)
        menu.addSeparator()
        menu.addAction(icons.icon("trash"), _("Delete")).triggered.connect(self._bin)
        return menu

    def seen_choices(self, detail: DetailRow, menu: QMenu) -> QActionGroup:
        """Who may see it, one of three."""
        self.detail = detail
        group = QActionGroup(menu)
        for seen_by in (PAPER, HERE, ME):
            action = _choice(group, seen_words(seen_by, on_paper=detail.paper), seen_by, on=seen_by == detail.seen_by)
            action.setIcon(icons.icon(SEEN_ICONS[seen_by]))
        group.triggered.connect(self._seen_chosen)
        return group

    def _ask(self, menu: QMenu, words: str, icon: str, what: str) -> None:
        action = menu.addAction(icons.icon(icon), words)
        action.setData(what)
        action.triggered.connect(self._asked)

    def _add_topics(self, menu: QMenu) -> None:
        assert self.detail is not None
        chosen = QActionGroup(menu)
        for topic in topics.everything():
            action = _choice(chosen, topic.label, topic.slug, on=topic.slug == self.detail.topic)
            action.setIcon(icons.icon(topic.icon))
            menu.addAction(action)
        chosen.triggered.connect(self._topic_chosen)
        menu.addSeparator()
        self._ask(menu, _("New topic…"), "plus", "topic")
        mine = next((topic for topic in topics.own() if topic.slug == self.detail.topic), None)
        if mine is not None:
            self._add_own(menu, mine)

    def _add_own(self, menu: QMenu, topic: Topic) -> None:
        menu.addSeparator()
        for words, on, slot in (
            (_("Keep “{topic}” off paper"), not topic.paper, self._kept_off),
            (_("“{topic}” cannot change"), topic.lasts, self._lasts),
        ):
            action = menu.addAction(words.format(topic=topic.label))
            action.setCheckable(True)
            action.setChecked(on)
            action.triggered.connect(slot)
        menu.addAction(_("Offer “{topic}” no more").format(topic=topic.label)).triggered.connect(self._topic_bin)

    def _add_people(self, menu: QMenu, name: str, people: list[PersonRow]) -> None:
        assert self.detail is not None
        group = QActionGroup(menu)
        menu.addAction(_choice(group, name, 0, on=self.detail.person is None))
        for person in people:
            if person.name != name:
                menu.addAction(_choice(group, person.name, person.id, on=person.id == self.detail.person))
        group.triggered.connect(self._whose_chosen)

    def _add_earlier(self, menu: QMenu) -> None:
        assert self.detail is not None
        if self.detail.earlier:
            before = menu.addMenu(_("What it said before"))
            for text in details.earlier(self.detail.id):
                line = " ".join(text.split())
                before.addAction(line if len(line) <= SHOWN else f"{line[:SHOWN]}…").setToolTip(text)
            before.setToolTipsVisible(True)

    def _asked(self) -> None:
        assert self.detail is not None
        action = self.sender()
        if isinstance(action, QAction):
            self.asked.emit(self.detail.id, str(action.data()))

    def _confirmed(self) -> None:
        assert self.detail is not None
        self.confirmed.emit(self.detail.id)

    def _seen_chosen(self, action: QAction) -> None:
        assert self.detail is not None
        self.seen_by_wanted.emit(self.detail.id, str(action.data()))

    def _topic_chosen(self, action: QAction) -> None:
        assert self.detail is not None
        self.topic_wanted.emit(self.detail.id, str(action.data()))

    def _whose_chosen(self, action: QAction) -> None:
        assert self.detail is not None
        self.whose_wanted.emit(self.detail.id, action.data())

    def _kept_off(self, on: bool) -> None:
        assert self.detail is not None
        self.topic_kept_off.emit(self.detail.topic, on)

    def _lasts(self, on: bool) -> None:
        assert self.detail is not None
        self.topic_lasts.emit(self.detail.topic, on)

    def _topic_bin(self) -> None:
        assert self.detail is not None
        self.topic_bin_wanted.emit(self.detail.topic)

    def _bin(self) -> None:
        assert self.detail is not None
        self.bin_wanted.emit(self.detail.id)


def _choice(group: QActionGroup, word: str, data: object, *, on: bool) -> QAction:
    action = QAction(word, group)
    action.setCheckable(True)
    action.setChecked(on)
    action.setData(data)
    return action
