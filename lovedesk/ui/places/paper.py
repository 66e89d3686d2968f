"""Paper: which one, what goes on it, and beside that the pages as they will be printed (practice H1)."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lovedesk.shop import wanted_papers
from lovedesk.ui import icons
from lovedesk.ui.parts.back_link import BackLink
from lovedesk.ui.parts.buttons import IconButton, SplitButton
from lovedesk.ui.parts.labels import Small, Title, WrappedLabel
from lovedesk.ui.parts.scrollpage import SIDE, TOP, ScrollPage
from lovedesk.ui.parts.sheet_view import SheetView
from lovedesk.ui.place import Floor, Go, Place
from lovedesk.ui.places.paper_choices import ChoicesPane
from lovedesk.ui.places.paper_wanted import WantedPane
from lovedesk.ui.signals import Progress
from lovedesk.words import _, ngettext, paper

LEFT = 380
SHOWN = 20          # pages that are drawn for looking; the others are only counted
PAUSE = 60          # ms after a change before the pages are drawn anew


class Drawn(NamedTuple):
    """Pages as pictures with their words; `turn` says for which asking, `pages` how many there are in all."""

    turn: int
    pictures: list[QImage]
    words: list[str]
    pages: int


class Paper(Place):
    """Choose at the left, see at the right, print."""

    shows = frozenset({"touchpoint", "touchpoint_customer", "touchpoint_person", "touchpoint_item", "customer",
                       "person", "membership", "contact_point", "special_day", "detail", "follow_up", "shopkeeper",
                       "shop", "checklist", "checklist_item", "topic", "job", "agreement", "accommodation", "request",
                       "sheet_choice", "series", "closed"})

    def __init__(self, floor: Floor) -> None:
        super().__init__(floor)
        self.turn = 0
        self.drawn = Drawn(0, [], [], 0)
        self.page_now = 0
        self.back = BackLink()
        self.back.setText(_("Back"))
        self.printing = SplitButton(_("Print"), "printer", tip=_("Print (Ctrl+P)"))
        self.wanted = WantedPane(self)
        self.choices = ChoicesPane(self)
        self.view = SheetView(name=_("The page as it will be printed"))
        self.before = IconButton("caret-left", _("Page before (Page Up)"))
        self.after = IconButton("caret-right", _("Next page (Page Down)"))
        self.count = Small("")
        self.refused = WrappedLabel(token="ink2")
        self.later = QTimer(self, singleShot=True, interval=PAUSE)
        self._lay_out()
        self._connect()
        self._show_page()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(Title(_("Paper")))
        top.addStretch(1)
        top.addWidget(self.printing)
        self.left = ScrollPage(top=4)
        self.left.body.setSpacing(14)
        self.left.body.setContentsMargins(SIDE, 4, 12, TOP)
        for widget in (self.wanted, self.choices):
            self.left.body.addWidget(widget)
        self.left.body.addStretch(1)
        self.left.setFixedWidth(LEFT)
        leaf = QHBoxLayout()
        for part in (self.before, self.count, self.after):
            leaf.addWidget(part)
        leaf.addStretch(1)
        sheet = QWidget()
        right = QVBoxLayout(sheet)
        right.setContentsMargins(12, 4, SIDE, 12)
        right.addLayout(leaf)
        right.addWidget(self.refused)
        right.addWidget(self.view, 1)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.left)
        below.addWidget(sheet, 1)
        head = QVBoxLayout()
        head.setContentsMargins(SIDE, TOP, SIDE, 4)
        head.addWidget(self.back)
        head.addLayout(top)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addLayout(below, 1)

    def _connect(self) -> None:
        pdf = self.printing.choices.addAction(icons.icon("file-text"), _("Save as &PDF…"))
        pdf.setShortcut(QKeySequence("Ctrl+Shift+P"))
        pdf.triggered.connect(self.save)
        self.printing.clicked.connect(self.print)
        for keys, slot in (("Ctrl+P", self.print), ("Ctrl+Shift+P", self.save)):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
        self.back.clicked.connect(self._back)
        self.before.clicked.connect(self._leaf_back)
        self.after.clicked.connect(self._leaf_on)
        self.wanted.changed.connect(self._other_paper)
        self.later.timeout.connect(self._ask)

    def open(self, what: int) -> None:
        """Show the paper of a number, see `wanted_papers.of_number`; 0 is as it was, today's pack at first."""
        if what:
            self.wanted.show_wanted(wanted_papers.of_number(what, self.desk.today()))
            self.page_now = 0
            self._stale = True
            self._refresh_if_seen()

    def open_now(self) -> int:
        wanted = self.wanted.wanted
        return wanted.touchpoint or (wanted.customer if wanted.kind == wanted_papers.WHOLE else 0)

    def refresh(self) -> None:
        self.wanted.refresh()
        self.choices.show_choices(self.wanted.wanted)
        self.later.start()

    def _other_paper(self) -> None:
        self.page_now = 0
        self.choices.show_choices(self.wanted.wanted)
        self.later.start()

    def _ask(self) -> None:
        """Read and draw the pages aside; what was asked for before is not waited for."""
        self.turn += 1
        self.printing.setEnabled(self.wanted.ready())
        if not self.wanted.ready():
            self._show(Drawn(self.turn, [], [], 0))
            self._say(_("Say at the left what it is of."))
            return
        turn, wanted, now, size = self.turn, self.wanted.wanted, self.desk.now(), paper()
        width, ratio = max(self.view.width_for(self.view.height()), 200), self.devicePixelRatioF()

        def work(_progress: Progress) -> Drawn:
            return drawn(turn, wanted_papers.read(wanted, now=now), size, width, ratio)

        self.floor.aside.run("", work, self._came, self._failed)

    def _came(self, found: Drawn) -> None:
        if found.turn == self.turn:
            self._say("" if found.pages else _("Nothing is planned on these days."))
            self._show(found)

    def _failed(self, sentence: str) -> None:
        self._show(Drawn(self.turn, [], [], 0))
        self._say(sentence)

    def _say(self, sentence: str) -> None:
        self.refused.setText(sentence)
        self.refused.setVisible(bool(sentence))

    def _show(self, found: Drawn) -> None:
        self.drawn = found
        self.page_now = min(self.page_now, max(len(found.pictures) - 1, 0))
        self._show_page()

    def _show_page(self) -> None:
        found, n = self.drawn, self.page_now
        if found.pictures:
            self.view.show_drawn(found.pictures[n], found.words[n])
        else:
            self.view.show_drawn(QImage(), "")
        if found.pages > len(found.pictures):
            self.count.setText(_("Page {n} of {count}, the first {shown} are shown").format(
                n=n + 1, count=found.pages, shown=len(found.pictures)))
        else:
            self.count.setText(ngettext("{n} page", "Page {page} of {n}", found.pages).format(n=found.pages, page=n + 1)
                               if found.pages else "")
        for button, there in ((self.before, n > 0), (self.after, n + 1 < len(found.pictures))):
            button.setEnabled(there)
            button.setVisible(len(found.pictures) > 1)

    def _leaf_back(self) -> None:
        self._leaf(-1)

    def _leaf_on(self) -> None:
        self._leaf(1)

    def _leaf(self, by: int) -> None:
        self.page_now = min(max(self.page_now + by, 0), max(len(self.drawn.pictures) - 1, 0))
        self._show_page()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._leaf(1 if event.key() == Qt.Key.Key_PageDown else -1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.left.setFixedWidth(min(LEFT, max(self.width() // 2 - 40, 280)))
        if self.drawn.pictures:
            self.later.start()

    def print(self) -> None:
        """Ask for a printer and print."""
        from lovedesk.ui.paper import print_wanted  # printing's libraries are heavy, and most days there is none

        if self.wanted.ready():
            print_wanted(self, self.wanted.wanted, self.wanted.title())

    def save(self) -> None:
        """Ask where, and write the paper there as a PDF."""
        from lovedesk.ui.paper import save_wanted  # as above

        if self.wanted.ready():
            save_wanted(self, self.wanted.wanted, self.wanted.title())

    def _back(self) -> None:
        self.go.emit(Go("back"))


def drawn(turn: int, record: wanted_papers.Record, size: str, width: int, ratio: float) -> Drawn:
    """The first pages of a paper as pictures, drawn in the thread that asks."""
    from lovedesk.sheets import printing  # with the libraries of paper
    from lovedesk.sheets.any_paper import count_and_pages

    count, pages = count_and_pages(record, size)
    pictures, words = [], []
    for page, _n in zip(pages, range(SHOWN), strict=False):
        pictures.append(printing.to_image(page, width, ratio))
        words.append(" ".join(page.words()))
    return Drawn(turn, pictures, words, count)
