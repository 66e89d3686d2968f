"""Kept pictures side by side, newest few first: looked at, named, taken away; more are dropped on them or pasted."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from lovedesk.shop import papers
from lovedesk.shop.papers import Where
from lovedesk.ui import icons
from lovedesk.ui.parts import photos, picture_keeping
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.flow import Flow
from lovedesk.ui.parts.picture_tile import WIDTH, PictureTile, Shown
from lovedesk.ui.parts.picture_view import PictureView
from lovedesk.ui.parts.saving_field import SavingLine
from lovedesk.ui.parts.tab_order import put_in_order
from lovedesk.ui.parts.thumbs import Thumbs
from lovedesk.ui.place import Place
from lovedesk.words import _, ngettext

FEW, MORE = 8, 40
READY = 60                  # small pictures that are kept painted
SHARP = 2 * WIDTH           # also on a screen of twice the points, and where a tall one is cut


class Pictures(QWidget):
    """The pictures of one thing; new ones are kept with it. `emptied` tells that the last one was taken away."""

    emptied = Signal()

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.table, self.row, self.customer = "", 0, 0
        self.pictures: list[Shown] = []
        self.count = FEW
        self.thumbs = Thumbs(place.floor.aside, SHARP, READY, self)
        self.tiles: list[PictureTile] = []
        self.view: PictureView | None = None
        self.flow = Flow()
        self.more = Link("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.flow)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.setAcceptDrops(True)
        self.more.clicked.connect(self._show_more)

    def show_pictures(self, table: str, row: int, pictures: list[Shown], *, customer: int = 0) -> None:
        """Show the pictures of a "customer" or "touchpoint"; those of a `customer` can be kept with their jobs too."""
        if (table, row) != (self.table, self.row):
            self.count = FEW
        self.table, self.row, self.customer = table, row, customer
        self.pictures = pictures
        if self.view is not None:
            self.view.show_pictures(pictures)
        self._show()

    def _show(self) -> None:
        shown = self.pictures[:self.count]
        while len(self.tiles) < len(shown):
            self.tiles.append(self._tile())
        focused = next((n for n, tile in enumerate(self.tiles) if tile.hasFocus()), -1)
        for tile, picture in zip(self.tiles, shown, strict=False):
            tile.show_picture(picture)
        if focused >= len(shown):       # what was deleted stood last
            self._focus(len(shown) - 1)
        self.flow.show_widgets(self.tiles[:len(shown)])
        self.flow.setVisible(bool(shown))
        older = len(self.pictures) - len(shown)
        self.more.setVisible(older > 0)
        self.more.setText(ngettext("{n} older picture", "{n} older pictures", older).format(n=older))

    def _tile(self) -> PictureTile:
        tile = PictureTile(self.thumbs, self.flow)
        tile.opened.connect(self.open)
        tile.renamed.connect(self._rename)
        tile.bin_wanted.connect(self._trash)
        tile.menu_wanted.connect(self._open_menu)
        tile.stepped.connect(self._step)
        return tile

    def _show_more(self) -> None:
        first = self.count
        self.count += MORE
        self._show()
        put_in_order(self)
        self._focus(first)

    def _focus(self, n: int) -> None:
        if n < 0:
            self.emptied.emit()
        else:
            self.tiles[n].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _step(self, tile: PictureTile, by: int) -> None:
        n = self.tiles.index(tile) + by
        if 0 <= n < min(len(self.pictures), self.count):
            self._focus(n)

    def open(self, picture: int) -> None:
        """Show a picture large over the window."""
        if self.view is None:
            self.view = PictureView(self.place, self.thumbs)
            self.view.rename_wanted.connect(self._rename)
            self.view.bin_wanted.connect(self._trash)
        self.view.open_at(self.pictures, picture)

    def _rename(self, picture: int, words: str, field: SavingLine) -> None:
        with self.place.act("paper.rename", field=field):
            papers.rename(picture, words)

    def _trash(self, picture: int) -> None:
        with self.place.act("paper.trash", words=_("Picture deleted")):
            papers.trash(picture)

    def _open_menu(self, tile: PictureTile, at: QPoint) -> None:
        if tile.shown is None:
            return
        picture = tile.shown.id
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("See it large")).triggered.connect(partial(self.open, picture))
        menu.addAction(icons.icon("pencil-line"), _("Rename\tF2")).triggered.connect(tile.rename)
        if self.customer:
            kept_with = menu.addMenu(_("Keep it with"))
            for where in papers.places(self.customer):
                words = where.words.replace("&", "&&") or _("The customer")
                kept_with.addAction(words).triggered.connect(partial(self._move, picture, where))
        menu.addAction(icons.icon("trash"), _("Delete\tDel")).triggered.connect(partial(self._trash, picture))
        menu.popup(at)

    def _move(self, picture: int, where: Where) -> None:
        words = (_("Picture kept with {what}").format(what=where.words) if where.words
                 else _("Picture kept with the customer"))
        with self.place.act("paper.move", words=words):
            papers.move(picture, **{where.table: where.id})

    def keep(self, sources: list[photos.Source]) -> None:
        """Keep pictures with what is shown."""
        picture_keeping.keep(self.place, self.table, self.row, sources)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if photos.all_brought(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.keep(photos.all_brought(event.mimeData()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste) and (sources := picture_keeping.copied()):
            self.keep(sources)
            return
        super().keyPressEvent(event)
