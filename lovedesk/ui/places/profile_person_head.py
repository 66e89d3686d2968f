"""A person's two lines of words: their name and how to say it, and what they do."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from lovedesk.shop import farewells
from lovedesk.shop.people import PersonRow
from lovedesk.ui import theme
from lovedesk.ui.parts.labels import paint_line
from lovedesk.ui.parts.pressable import Pressable
from lovedesk.words import _


class PersonHead(Pressable):
    """A person's two lines of words: name and how to say it, and what they do. Pressed (or F2), they open."""

    def __init__(self) -> None:
        super().__init__()
        self.person: PersonRow | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_person(self, person: PersonRow) -> None:
        """Show someone."""
        self.person = person
        say = _("say “{say}”").format(say=person.say) if person.say else ""
        self.setAccessibleName(", ".join(part for part in (person.name, say, self._second()) if part))
        self.setAccessibleDescription(_("Press to change"))
        self.updateGeometry()
        self.update()

    def _second(self) -> str:
        """What they do there and for a living, what they are called, what they speak; of those gone, that alone."""
        assert self.person is not None
        person = self.person
        called = _("called {nickname}").format(nickname=person.nickname) if person.nickname else ""
        speaks = _("speaks {language}").format(language=person.language) if person.language else ""
        gone = farewells.words(person.gone, person.gone_on)
        return ", ".join(part for part in (gone, person.role, person.work, called, speaks) if part)

    def sizeHint(self) -> QSize:
        line = QFontMetricsF(theme.font("strong")).height()
        lines = 2 if self.person and self._second() and not self._small() else 1
        return QSize(200, round(line * lines) + 2)

    def _small(self) -> bool:
        """Family stands on one line."""
        return self.person is not None and self.person.of_person is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.person is None:
            return
        t = theme.tokens()
        painter = QPainter(self)
        line = QFontMetricsF(theme.font("strong")).height()
        room = QRectF(0, 0, self.width(), line)
        ink = t.ink2 if self.person.gone else t.ink
        role: theme.Role = "strong" if self.person.of_person is None else "body"
        taken = paint_line(painter, room, self.person.name, role, t.accent if self.underMouse() else ink)
        if self.person.say:
            say = _("say “{say}”").format(say=self.person.say)
            taken += paint_line(painter, room.adjusted(taken - 2, 0, 0, 0), say, "small", t.accent)
        second = room.adjusted(taken - 2, 0, 0, 0) if self._small() else room.translated(0, line)
        paint_line(painter, second, self._second(), "small", t.ink2)
