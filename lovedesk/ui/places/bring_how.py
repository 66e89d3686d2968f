"""The first page of bringing contacts in: how to get them off a phone or Google, and where to put the files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lovedesk.ui import icons, theme
from lovedesk.ui.parts.buttons import Primary
from lovedesk.ui.parts.card import Card
from lovedesk.ui.parts.dropped import contact_files
from lovedesk.ui.parts.labels import ElidedLabel, Section, Small, Title, WrappedLabel
from lovedesk.ui.parts.scrollpage import ScrollPage
from lovedesk.ui.parts.steps import Steps
from lovedesk.words import _

PICTURE = QSize(120, 84)
COLUMN = 1180
PATTERNS = "*.vcf *.VCF *.vcard *.csv *.CSV *.tsv *.txt *.xlsx *.XLSX *.ics *.ICS *.json"


def steps(at: int, *, table: bool = False) -> Steps:
    """The way that the pages go, at one of them; tables have one more."""
    columns = [_("Match the columns")] if table else []
    way = Steps([_("Choose the files"), *columns, _("Look at them"), _("Brought in")])
    way.show_step(at)
    return way


class Picture(QWidget):
    """A phone with its list of people, or a browser's page with it; an arrow leads out of it."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.kind = kind
        self.setFixedSize(PICTURE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.hover)
        painter.drawEllipse(QRectF(0, 70, 120, 13))
        room = self._paint_browser(painter) if self.kind == "google" else self._paint_phone(painter)
        self._paint_people(painter, room)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.accent)
        painter.drawEllipse(QPointF(96, 54), 13, 13)
        icons.paint(painter, QRectF(88, 46, 16, 16), "arrow-right", t.onaccent)

    def _paint_phone(self, painter: QPainter) -> QRectF:
        t = theme.tokens()
        painter.setPen(QPen(t.ink2, 2))
        painter.setBrush(t.field)
        corner = 9 if self.kind == "iphone" else 5
        painter.drawRoundedRect(QRectF(36, 3, 46, 74), corner, corner)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.ink2)
        if self.kind == "iphone":
            painter.drawRoundedRect(QRectF(51, 7, 16, 4), 2, 2)
        else:
            painter.drawEllipse(QPointF(59, 9), 2.2, 2.2)
        return QRectF(42, 17, 34, 54)

    def _paint_browser(self, painter: QPainter) -> QRectF:
        t = theme.tokens()
        painter.setPen(QPen(t.ink2, 2))
        painter.setBrush(t.field)
        painter.drawRoundedRect(QRectF(14, 8, 88, 66), 6, 6)
        painter.drawLine(QPointF(14, 21), QPointF(102, 21))
        painter.setPen(Qt.PenStyle.NoPen)
        for x, token in ((22, "accent"), (29, "amber"), (36, "green")):
            painter.setBrush(t.colour(token))
            painter.drawEllipse(QPointF(x, 14.5), 2.2, 2.2)
        return QRectF(22, 25, 72, 46)

    def _paint_people(self, painter: QPainter, room: QRectF) -> None:
        t = theme.tokens()
        painter.setPen(Qt.PenStyle.NoPen)
        hues: tuple[QColor, ...] = (t.accentline, t.water2, t.stone)
        for number, hue in enumerate(hues):
            middle = room.top() + 8 + number * 15
            painter.setBrush(hue)
            painter.drawEllipse(QPointF(room.left() + 5, middle), 5, 5)
            painter.setBrush(t.track)
            wide = room.width() - 15 - number * 4
            painter.drawRoundedRect(QRectF(room.left() + 14, middle - 2, wide, 4), 2, 2)


class DropArea(QWidget):
    """Files are dropped here, or chosen; `files` tells them."""

    files = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.lit = False
        self.choose = Primary(_("&Choose files…"), "file-arrow-down")
        self.choose.clicked.connect(self._choose)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(ElidedLabel(_("Drop the files here"), role="strong"))
        words.addWidget(Small(_("One or several, .vcf, .csv, .xlsx or .ics, from a phone, Outlook or your own")))
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 24, 24, 24)
        row.setSpacing(16)
        row.addLayout(words)
        row.addStretch(1)
        row.addWidget(self.choose)

    def _choose(self) -> None:
        kinds = _("Contacts ({patterns})").format(patterns=PATTERNS)
        all_files = _("All files ({patterns})").format(patterns="*")
        names, _kind = QFileDialog.getOpenFileNames(self, _("Choose files of contacts"), "", f"{kinds};;{all_files}")
        if names:
            self.files.emit([Path(name) for name in names])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if contact_files(event.mimeData()):
            event.acceptProposedAction()
            self._light(on=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._light(on=False)

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._light(on=False)
        self.files.emit(contact_files(event.mimeData()))

    def _light(self, *, on: bool) -> None:
        self.lit = on
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(t.accent if self.lit else t.fieldline, 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(t.accenttint if self.lit else t.pane)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)


class How(ScrollPage):
    """How contacts get off a phone, and the place for the files; `files` tells them. What went wrong, or what is
    asked, stands in `notices`."""

    files = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        inner = QWidget()
        inner.setMaximumWidth(COLUMN)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Title(_("Bring in your contacts")))
        column.addWidget(Small(_("Nothing is changed until you have looked at them. All of it stays on this laptop.")))
        column.addSpacing(12)
        column.addWidget(steps(0))
        column.addSpacing(12)
        self.notices = QVBoxLayout()
        self.notices.setSpacing(8)
        column.addLayout(self.notices)
        self.area = DropArea()
        self.area.files.connect(self.files)
        column.addWidget(self.area)
        column.addSpacing(18)
        column.addWidget(Section(_("Where are they now?"), _("a file that you have already will do as well")))
        column.addSpacing(4)
        column.addLayout(_ways(inner))
        self.body.addWidget(inner)
        self.body.addStretch(1)


def _ways(parent: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(16)
    for kind, name, sentence in (
        ("iphone", _("On an iPhone"), _("In Contacts open Lists, hold your finger on “All Contacts”, choose Export, "
                                        "and send the file to this laptop.")),
        ("android", _("On an Android phone"), _("In the Contacts app open “Fix & manage”, choose “Export to file”, "
                                                "and send the file to this laptop.")),
        ("google", _("With Google"), _("Open contacts.google.com on this laptop, choose Export, then “vCard”, and "
                                       "drop the file here.")),
    ):
        card = Card(parent=parent)
        card.body.addWidget(Picture(kind), 0, Qt.AlignmentFlag.AlignHCenter)
        card.body.addSpacing(4)
        card.body.addWidget(Section(name))
        card.body.addWidget(WrappedLabel(sentence, token="ink2"))
        card.body.addStretch()
        row.addWidget(card, 1)
    return row
