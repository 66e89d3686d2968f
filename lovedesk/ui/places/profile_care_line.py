"""A line of what stands between us and a customer: read as it is painted; pressed, it is changed where it stands."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from lovedesk.ui import icons, theme
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.enter_line import EnterLine
from lovedesk.ui.parts.flow import Flow
from lovedesk.ui.parts.labels import wrap
from lovedesk.ui.parts.pressable import Pressable
from lovedesk.ui.parts.saving_field import SavingLine
from lovedesk.ui.places.profile_form import Form
from lovedesk.words import _

LEFT = 25
GAP = 2
BIN = "bin"


class Act(NamedTuple):
    """What can be done with a line; `asks` are the names and placeholders of the words that it wants first, of which
    only the first are needed."""

    key: str
    words: str
    asks: tuple[tuple[str, str], ...] = ()


class CareRecord(NamedTuple):
    """A line: `kind` and `id` say whose words they are, `second` stands in small print below."""

    kind: str
    id: int
    icon: str
    token: str
    text: str
    second: str
    acts: tuple[Act, ...]
    over: bool = False          # it stands no more


class CareLine(Pressable):
    """A line as it is painted. Pressed or F2, it opens; Delete takes it away."""

    bin_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.record: CareRecord | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_record(self, record: CareRecord) -> None:
        """Show a line."""
        self.record = record
        self.setAccessibleName(record.text)
        self.setAccessibleDescription(_("{words}. Press to change it, Delete to take it away").format(
            words=record.second))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self.record is None:
            return 0
        room = max(width - LEFT, 60)
        second = wrap(self.record.second, theme.font("small"), room)[1] if self.record.second else 0
        return round(wrap(self.record.text, theme.font("body"), room)[1] + GAP + second) + 6

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.click()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.bin_wanted.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.record is None:
            return
        t, record = theme.tokens(), self.record
        painter = QPainter(self)
        line = QFontMetricsF(theme.font("body")).height()
        icons.paint(painter, QRectF(0, 3 + (line - 16) / 2, 16, 16), record.icon,
                    t.ink3 if record.over else t.colour(record.token))
        room = max(self.width() - LEFT, 60)
        painter.setPen(t.accent if self.underMouse() else t.ink2 if record.over else t.ink)
        words, height = wrap(record.text, theme.font("body"), room)
        words.draw(painter, QPointF(LEFT, 3))
        if record.second:
            painter.setPen(t.ink2)
            wrap(record.second, theme.font("small"), room)[0].draw(painter, QPointF(LEFT, 3 + height + GAP))


class CareForm(Form):
    """The words of a line, what can be done with it, and what an act asks for. `acted(key, texts)`, `worded(text)`."""

    acted = Signal(str, object)
    worded = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.line = SavingLine(name=_("In other words"))
        self.fields = [EnterLine(name=""), EnterLine(name="")]
        self.flow = Flow()
        self.links: list[Link] = []
        self.acts: tuple[Act, ...] = ()
        self.asking: Act | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(LEFT, 2, 0, 6)
        column.setSpacing(4)
        for widget in (self.line, self.flow, *self.fields):
            column.addWidget(widget)
        self.line.left.connect(self.worded)
        for field in self.fields:
            field.entered.connect(self._entered)
            field.given_up.connect(self._asked_enough)

    def show_record(self, record: CareRecord) -> None:
        """Show the words and what can be done."""
        self.line.show_text(record.text)
        self.acts = (*record.acts, Act(BIN, _("Delete")))
        for place, act in enumerate(self.acts):
            if place == len(self.links):
                self.links.append(Link(""))
                self.links[-1].clicked.connect(self._pressed)
            self.links[place].setText(act.words)
        self.flow.show_widgets(self.links[:len(self.acts)])
        if self.asking not in self.acts:
            self._ask(None)

    def begin(self) -> None:
        """Put the cursor into the words."""
        self._ask(None)
        self.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()

    def field(self) -> SavingLine:
        """Where a refusal is said."""
        return self.fields[0] if self.asking is not None else self.line

    def _pressed(self) -> None:
        act = next(act for link, act in zip(self.links, self.acts, strict=False) if link is self.sender())
        if act.asks:
            self._ask(act)
            self.fields[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.acted.emit(act.key, [])

    def _ask(self, act: Act | None) -> None:
        self.asking = act
        asks = act.asks if act is not None else ()
        for place, field in enumerate(self.fields):
            field.setVisible(place < len(asks))
            field.clear()
            field.forgive()
            if place < len(asks):
                field.setAccessibleName(asks[place][0])
                field.setPlaceholderText(asks[place][1])

    def _asked_enough(self) -> None:
        self._ask(None)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _entered(self) -> None:
        if self.asking is None:
            return
        if len(self.asking.asks) > 1 and self.fields[0].hasFocus():
            self.fields[1].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.acted.emit(self.asking.key, [field.text() for field in self.fields[:len(self.asking.asks)]])


class CareRow(QWidget):
    """A line and, when it is wanted, its form. `worded(record, text)` and `acted(record, key, texts)`."""

    worded = Signal(object, str)
    acted = Signal(object, str, object)

    def __init__(self) -> None:
        super().__init__()
        self.record: CareRecord | None = None
        self.line = CareLine()
        self.form: CareForm | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.line)
        self.setFocusProxy(self.line)
        self.line.clicked.connect(self.open)
        self.line.bin_wanted.connect(self._throw_away)

    def show_record(self, record: CareRecord) -> None:
        """Show a line; another one puts the form away."""
        if self.form is not None and self.record is not None and self.record[:2] != record[:2]:
            self._close()
        self.record = record
        self.line.show_record(record)
        if self.form is not None and self.form.isVisibleTo(self):
            self.form.show_record(record)

    def open(self) -> None:
        """Change it where it stands."""
        if self.record is None:
            return
        if self.form is None:
            self.form = CareForm()
            self.form.hide()
            self.form.worded.connect(self._worded)
            self.form.acted.connect(self._acted)
            self.form.closed.connect(self.close_up)
            self.form.left.connect(self._close)
            self.column.addWidget(self.form)
        self.form.show_record(self.record)
        self.line.hide()
        self.form.begin()

    def close_up(self) -> None:
        """Put the form away, by a key."""
        self._close()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _close(self) -> None:
        if self.form is not None:
            self.line.show()
            self.form.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._close()       # the next record that it shows is read first

    def _worded(self, text: str) -> None:
        self.worded.emit(self.record, text)

    def _acted(self, key: str, texts: object) -> None:
        self.acted.emit(self.record, key, texts)

    def _throw_away(self) -> None:
        self.acted.emit(self.record, BIN, [])
