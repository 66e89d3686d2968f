"""Fields that save when they are left: no button, no question. Esc gives the old text back."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from lovedesk.ui import icons, theme
from lovedesk.ui.parts.labels import wrap

PAUSE = 1500  # ms without a key, after which a long text is kept
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Refusal(QWidget):
    """Why a text was not kept, below its field; gone with the next key, and wherever the field goes."""

    def __init__(self, field: QWidget, sentence: str) -> None:
        super().__init__(_room_below(field))
        self.field = field
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(sentence)
        width = max(field.width(), 260)
        self.words, height = wrap(sentence, theme.font("small"), width - 38)
        self.resize(width, ceil(height) + 10)
        field.installEventFilter(self)
        field.destroyed.connect(self.deleteLater)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Show):
            self._place()
        elif event.type() == QEvent.Type.Hide:
            self.hide()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self.move(self.field.mapTo(self.parentWidget() or self.field, QPoint(0, self.field.height() + 2)))
        self.setVisible(self.field.isVisible())
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.redtint)
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        icons.paint(painter, QRectF(8, 5, 15, 15), "warning-circle", t.red)
        painter.setPen(t.red)
        self.words.draw(painter, QPointF(29, 5))


def _room_below(field: QWidget) -> QWidget:
    """The nearest widget around the field that has room for a sentence below it."""
    around = field.parentWidget() or field
    while field.mapTo(around, QPoint(0, field.height())).y() + 48 > around.height():
        further = around.parentWidget()
        if around.isWindow() or further is None:
            break
        around = further
    return around


def is_undo(event: QEvent) -> bool:
    """Whether a key takes something back or does it again."""
    return isinstance(event, QKeyEvent) and (
        event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo))


class _Saving:
    """What a line and a long text share: the text that is kept, and when a new one is told."""

    kept = ""
    refusal: Refusal | None = None

    def now(self) -> str:
        """The text in the field."""
        raise NotImplementedError

    def put(self, text: str) -> None:
        """Replace the text in the field."""
        raise NotImplementedError

    def show_text(self, text: str) -> None:
        """Show what is stored; a text that is being typed stays, and is told when the field is left."""
        typing = isinstance(self, QWidget) and self.hasFocus() and self.now() != self.kept
        self.kept = text
        if not typing and self.now() != text:
            self.put(text)
        if not typing:
            self.forgive()

    def changed(self) -> str | None:
        """The new text if it differs from what is kept, which it then is; else None."""
        text = self.now()
        if text == self.kept:
            return None
        self.kept = text
        return text

    def give_back(self) -> bool:
        """Put the kept text back; False if it stands there already."""
        if self.now() == self.kept:
            return False
        self.put(self.kept)
        self.forgive()
        return True

    def show_refusal(self, sentence: str) -> None:
        """Say why the text cannot be kept; it stays in the field until it is changed."""
        assert isinstance(self, QWidget)
        self.forgive()
        self.refusal = Refusal(self, sentence)
        self._mark(True, sentence)

    def forgive(self) -> None:
        """Take the sentence away."""
        if self.refusal is not None:
            self.refusal.hide()
            self.refusal.deleteLater()
            self.refusal = None
            self._mark(False, "")

    def _mark(self, refused: bool, sentence: str) -> None:
        assert isinstance(self, QWidget)
        self.setProperty("refused", refused)
        self.setAccessibleDescription(sentence)
        self.style().unpolish(self)
        self.style().polish(self)

    def passes_on(self, event: QEvent) -> bool:
        """True for Ctrl+Z and its kin while nothing new is typed: then they belong to the window."""
        return is_undo(event) and self.now() == self.kept


class SavingLine(_Saving, QLineEdit):
    """One line; `left` tells its new text when it is left or Enter is pressed."""

    left = Signal(str)

    def __init__(self, text: str = "", *, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        QLineEdit.__init__(self, text, parent)
        self.kept = text
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.textEdited.connect(self.forgive)
        self.setCursorPosition(0)

    def now(self) -> str:
        return self.text()

    def put(self, text: str) -> None:
        self.setText(text)
        if not self.hasFocus():
            self.setCursorPosition(0)

    def tell(self) -> None:
        """Tell the text if it is new."""
        text = self.changed()
        if text is not None:
            self.left.emit(text)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self.passes_on(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.tell()
            event.ignore()
        elif self.passes_on(event) or (event.key() == Qt.Key.Key_Escape and not self.give_back()):
            event.ignore()
        elif event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.tell()


class SavingText(_Saving, QPlainTextEdit):
    """A long text that grows with its words; `left` tells it when it is left, and at each pause."""

    left = Signal(str)

    def __init__(self, text: str = "", *, name: str, placeholder: str = "", lines: int = 2, most: int = 12,
                 parent: QWidget | None = None) -> None:
        QPlainTextEdit.__init__(self, text, parent)
        self.kept, self.lines, self.most = text, lines, most
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(PAUSE)
        self.pause.timeout.connect(self.tell)
        self.textChanged.connect(self._typed)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

    def now(self) -> str:
        return self.toPlainText()

    def put(self, text: str) -> None:
        at = self.textCursor().position()
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(at, len(text)))
        self.setTextCursor(cursor)

    def tell(self) -> None:
        """Tell the text if it is new."""
        self.pause.stop()
        text = self.changed()
        if text is not None:
            self.left.emit(text)

    def sizeHint(self) -> QSize:
        lines = min(max(round(self.document().size().height()), self.lines), self.most)
        line = QFontMetricsF(self.font()).lineSpacing()
        return QSize(240, ceil(lines * line + 2 * self.document().documentMargin()) + 13)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self.passes_on(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.tell()
            event.ignore()
        elif self.passes_on(event) or (event.key() == Qt.Key.Key_Escape and not self.give_back()):
            event.ignore()
        elif event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.tell()

    def _typed(self) -> None:
        self.forgive()
        if self.now() != self.kept:
            self.pause.start()
