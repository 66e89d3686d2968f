"""Checklists: all templates at the left, the built-in ones first; the chosen one at the right, changed in place."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar, NamedTuple

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lovedesk.shop import builtin, checklists
from lovedesk.shop.checklists import Template
from lovedesk.ui import icons, theme
from lovedesk.ui.parts.buttons import IconButton
from lovedesk.ui.parts.chips import Tone, tone_colours
from lovedesk.ui.parts.enter_line import EnterLine
from lovedesk.ui.parts.labels import Small, Title, paint_line
from lovedesk.ui.parts.recordlist import RecordList, Row, RowDelegate
from lovedesk.ui.parts.scrollpage import stop_for
from lovedesk.ui.place import Floor, Place
from lovedesk.ui.places import checklist_ways
from lovedesk.ui.places.checklist_page import ChecklistPage
from lovedesk.words import _, ngettext

SHORT, LONG = 272, 300
TONES: dict[str, Tone] = {"green": "green", "amber": "amber"}
DISC, SIGN = 32, 17


class Listed(NamedTuple):
    """A template as a row of the list: `id` stands for its key."""

    id: int
    template: Template


class TemplateDelegate(RowDelegate):
    """Paints the sign of its occasion, the title, and what kind of checklist it is."""

    def paint_row(self, painter: QPainter, room: QRectF, record: Listed) -> None:
        """Paint a template."""
        t = theme.tokens()
        occasion = builtin.occasion(record.template.occasion)
        ground, ink = tone_colours(TONES.get(occasion.tone, "neutral"))
        middle = room.center().y()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawEllipse(QRectF(room.left(), middle - DISC / 2, DISC, DISC))
        icon = occasion.icon if record.template.occasion else "check-square-offset"
        icons.paint(painter, QRectF(room.left() + (DISC - SIGN) / 2, middle - SIGN / 2, SIGN, SIGN), icon, ink)
        row = self.look(record)
        words = room.adjusted(DISC + 10, 0, 0, 0)
        paint_line(painter, QRectF(words.left(), middle - 20, words.width(), 20), row.name, "strong", t.ink)
        paint_line(painter, QRectF(words.left(), middle, words.width(), 19), row.second, "small", t.ink2)


class TemplateList(QWidget):
    """`chosen(id)` tells which row a person moves to, `opened(id)` Enter on it, `wanted(title)` a new one."""

    chosen = Signal(object)
    opened = Signal(object)
    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.plus = IconButton("plus", _("New checklist (Ctrl+Shift+N)"))
        self.bring = IconButton("file-arrow-down", _("Checklists from a file"))
        self.line = EnterLine(name=_("Title of the new checklist"), placeholder=_("Title of the new checklist"))
        self.hint = Small(_("Enter keeps it, Esc leaves it"))
        self.rows = RecordList(TemplateDelegate(_look), name=_("Checklists"))
        top = QHBoxLayout()
        top.addWidget(Title(_("Checklists")))
        top.addStretch()
        top.addWidget(self.bring)
        top.addWidget(self.plus)
        head = QVBoxLayout()
        head.setContentsMargins(16, 18, 10, 0)
        head.setSpacing(8)
        head.addLayout(top)
        head.addWidget(self.line)
        head.addWidget(self.hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.rows, 1)
        self.close_up()
        self.plus.clicked.connect(self.add)
        self.line.entered.connect(self.wanted)
        self.line.given_up.connect(self._given_up)
        self.rows.chosen.connect(self.chosen)
        self.rows.opened.connect(self.opened)

    def add(self) -> None:
        """Ask for the title of a new checklist."""
        self.line.show()
        self.hint.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_up(self) -> None:
        """Put the line away."""
        self.line.clear()
        self.line.forgive()
        self.line.hide()
        self.hint.hide()

    def _given_up(self) -> None:
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        self.close_up()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.tokens().pane)
        painter.fillRect(QRectF(self.width() - 1, 0, 1, self.height()), theme.tokens().line)


class Checklists(Place):
    """The place: the list, and the checklist that is chosen in it."""

    shows: ClassVar[frozenset[str]] = frozenset({"checklist", "checklist_item", "touchpoint"})

    def __init__(self, floor: Floor) -> None:
        super().__init__(floor)
        self.key = ""
        self.list = TemplateList()
        self.page = ChecklistPage(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(self.page, 1)
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self._opened)
        self.list.wanted.connect(self._add)
        self.list.bring.clicked.connect(self._choose_files)
        self.page.made.connect(self._show_new)
        self.setAcceptDrops(True)
        for keys, slot in (("Ctrl+Shift+N", self.list.add), ("Ctrl+P", self.page.print_blank),
                           ("Ctrl+V", self.page.paste_copied)):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    def refresh(self) -> None:
        """Read the list and the chosen checklist anew; one that is gone gives way to the first."""
        found = {checklists.number(template.key): template for template in checklists.all()}
        self.list.rows.show_records([Listed(number, template) for number, template in found.items()])
        self.list.rows.viewport().update()
        chosen = next((template for template in found.values() if template.key == self.key),
                      next(iter(found.values()), None))
        self.page.setVisible(chosen is not None)
        if chosen is not None:
            self.key = chosen.key
            self.list.rows.select(checklists.number(chosen.key))
            self.page.show_template(chosen)

    def open(self, what: int) -> None:
        """Show the checklist of a number; 0 leaves it as it was."""
        key = next((template.key for template in checklists.all() if checklists.number(template.key) == what), "")
        if key:
            self.key, self._stale = key, True
            self._refresh_if_seen()

    def _chosen(self, number: int) -> None:
        record = self.list.rows.held.get(number)
        if record is not None:
            self.key = record.template.key
            self.page.show_template(record.template)

    def _opened(self, _number: int) -> None:
        self.page.rename()

    def _add(self, title: str) -> None:
        before = self.key
        with self.act("checklist.add", field=self.list.line):
            self.key = checklists.add(title)
        if self.key != before:
            self.list.close_up()
            self.page.groups[0].start_adding()

    def _show_new(self, key: str) -> None:
        self.key = key
        self.refresh()
        self.page.rename()

    def _choose_files(self) -> None:
        self.bring_in(checklist_ways.chosen_files(self))

    def bring_in(self, files: list[Path]) -> None:
        """Keep the checklists of these files, and show the last one."""
        key = checklist_ways.bring_in(self, files)
        if key:
            self.key = key
            self.refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.bring_in(_files(event.mimeData()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.list.setFixedWidth(LONG if stop_for(self.window().width()) == "wide" else SHORT)


def _files(data: QMimeData) -> list[Path]:
    """The files among what is dropped that may hold checklists."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [file for file in files if file.suffix.lower() in checklist_ways.FILES]


def _look(record: Listed) -> Row:
    template = record.template
    occasion = builtin.occasion_label(template.occasion) if template.occasion else ""
    parts = ["" if occasion == template.title else occasion,
             ngettext("{n} item", "{n} items", template.size).format(n=template.size),
             _("your own") if template.own else _("changed") if template.changed else ""]
    return Row(template.title, second=" · ".join(part for part in parts if part))
