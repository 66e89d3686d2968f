"""Words on a page. One line elides and shows the rest as a tool tip; wrapped text has air between its lines."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from lovedesk.ui import theme

TEXT_COLUMN = 530  # about 75 characters
KEPT_HEIGHTS = 64
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
LEFT, RIGHT = _LINE | Qt.AlignmentFlag.AlignLeft, _LINE | Qt.AlignmentFlag.AlignRight


class ElidedLabel(QLabel):
    """One line of text in a role and a colour; what does not fit is cut with an ellipsis and told by the tool tip."""

    role: theme.Role = "body"
    token = "ink"

    def __init__(self, text: str = "", *, role: theme.Role | None = None, token: str | None = None,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.token = token or self.token
        self.setFont(theme.font(role or self.role))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if text:
            self.setText(text)

    def set_token(self, token: str) -> None:
        """Paint in another colour."""
        self.token = token
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        return QSize(ceil(metrics.horizontalAdvance(self.text())) + 1, ceil(metrics.height()))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), 40), hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(theme.tokens().colour(self.token))
        shown = self._shown()
        painter.drawText(QRectF(self.rect()), self.alignment() | Qt.TextFlag.TextSingleLine, shown)
        cut = self.text() if shown != self.text() else ""
        if cut != self.toolTip():
            self.setToolTip(cut)

    def _shown(self) -> str:
        return QFontMetricsF(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())


class Title(ElidedLabel):
    """The one title of a page."""

    role: theme.Role = "title"


class Small(ElidedLabel):
    """Small print in the second ink."""

    role: theme.Role = "small"
    token = "ink2"


class Section(ElidedLabel):
    """The title of a section, with quiet words beside it on the same line."""

    role: theme.Role = "section"

    def __init__(self, text: str = "", aside: str = "", *, parent: QWidget | None = None) -> None:
        self.aside = aside
        super().__init__(text, parent=parent)
        self._say()

    def set_texts(self, text: str, aside: str = "") -> None:
        """Other words, and other quiet words."""
        self.aside = aside
        self.setText(text)
        self._say()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if not self.aside:
            return hint
        return QSize(hint.width() + 10 + ceil(_small().horizontalAdvance(self.aside)), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.aside:
            return
        own = QFontMetricsF(self.font())
        left = own.horizontalAdvance(self.text()) + 9
        painter = QPainter(self)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.tokens().ink2)
        words = _small().elidedText(self.aside, Qt.TextElideMode.ElideRight, self.width() - left)
        painter.drawText(QPointF(left, (self.height() - own.height()) / 2 + own.ascent()), words)

    def _say(self) -> None:
        self.setAccessibleName(f"{self.text()}, {self.aside}" if self.aside else self.text())


class WrappedLabel(QLabel):
    """Text over as many lines as it needs, never wider than `column`, its height following its width."""

    def __init__(self, text: str = "", *, role: theme.Role = "body", token: str = "ink", centred: bool = False,
                 column: int = TEXT_COLUMN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.token, self.column = token, column
        self.centred = centred
        self.heights: dict[tuple[str, int], int] = {}       # by text and width; layouts ask for the same ones often
        self.setFont(theme.font(role))
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMaximumWidth(column)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        if text:
            self.setText(text)

    def set_token(self, token: str) -> None:
        """Paint in another colour."""
        self.token = token
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        asked = self.text(), min(width, self.column)
        if asked not in self.heights:
            if len(self.heights) >= KEPT_HEIGHTS:
                self.heights.clear()
            self.heights[asked] = ceil(wrap(asked[0], self.font(), asked[1])[1])
        return self.heights[asked]

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        longest = max((metrics.horizontalAdvance(line) for line in self.text().split("\n")), default=0.0)
        width = min(ceil(longest) + 1, self.column)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 80), ceil(QFontMetricsF(self.font()).height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme.tokens().colour(self.token))
        layout, height = wrap(self.text(), self.font(), self.width(), centred=self.centred)
        spare = self.height() - height if self.alignment() & Qt.AlignmentFlag.AlignVCenter else 0.0
        layout.draw(painter, QPointF(0, spare / 2))


def wrap(text: str, font: QFont, width: float, *, centred: bool = False) -> tuple[QTextLayout, float]:
    """The text laid out in lines of `width` with the look's air between them, and the height that takes. No line ends
    or begins with the dot between two parts."""
    whole = text.replace("\n", "\N{LINE SEPARATOR}").replace(" · ", "\N{NO-BREAK SPACE}·\N{NO-BREAK SPACE}")
    layout = QTextLayout(whole, font)
    option = QTextOption(Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    natural = QFontMetricsF(font).height()
    top = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += natural * theme.LINE_HEIGHT
    layout.endLayout()
    return layout, max(top - natural * (theme.LINE_HEIGHT - 1), natural)


def _small() -> QFontMetricsF:
    return QFontMetricsF(theme.font("small"))


def paint_line(painter: QPainter, room: QRectF, text: str, role: theme.Role, colour: QColor, *,
               right: bool = False) -> float:
    """Paint one line, elided; returns the width it took with the air beside it, 0 for nothing."""
    if not text:
        return 0.0
    words, wide = _fitted(text, role, room.width())
    painter.setFont(theme.font(role))
    painter.setPen(colour)
    painter.drawText(room, RIGHT if right else LEFT, words)
    return wide + 10


@lru_cache(maxsize=4096)
def _fitted(text: str, role: theme.Role, room: float) -> tuple[str, float]:
    """What of a text fits, and how wide that is; kept, as lists paint the same lines again and again."""
    metrics = QFontMetricsF(theme.font(role))
    words = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    return words, metrics.horizontalAdvance(words)
