"""Pictures of a customer: a chair, a swatch, the door; those of their jobs and visits too, each saying where it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lovedesk.shop import papers
from lovedesk.ui.parts import photos, picture_keeping
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.labels import Section
from lovedesk.ui.parts.picture_tile import Shown
from lovedesk.ui.parts.pictures import Pictures
from lovedesk.ui.parts.tab_order import put_in_order
from lovedesk.ui.place import Place
from lovedesk.words import _, date_short


class ProfilePictures(QWidget):
    """The section: what is kept, and the ways to add more."""

    def __init__(self, place: Place, profile: QWidget) -> None:
        super().__init__()
        self.place = place
        self.title = Section(_("Pictures"))
        self.add = Link(_("Add a picture"), "camera", tip=_("Or drop it anywhere on this page, or paste it (Ctrl+V)"))
        self.pictures = Pictures(place)
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.pictures)
        self.add.clicked.connect(self._ask)
        self.pictures.emptied.connect(self._emptied)
        profile.setAcceptDrops(True)
        profile.installEventFilter(self)    # what is dropped or pasted beside all fields

    def show_pictures(self, customer: int) -> None:
        """Show what is kept with a customer."""
        today = self.place.desk.today()
        found = [Shown(picture.id, picture.name or _("Picture"), picture.key, picture.kind,
                       picture.where.words or (date_short(picture.day, today) if picture.day else ""))
                 for picture in papers.of_customer(customer)]
        self.title.set_texts(_("Pictures"), "" if found else _("a chair, a swatch, the door: drop them here"))
        self.pictures.show_pictures("customer", customer, found, customer=customer)
        self.pictures.setVisible(bool(found))
        put_in_order(self)

    def _ask(self) -> None:
        picture_keeping.ask(self.place, "customer", self.pictures.row, self)

    def _emptied(self) -> None:
        self.add.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent):       # a QDragEnterEvent is one too
            if sources := photos.all_brought(event.mimeData()):
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self.pictures.keep(sources)
                return True
        elif (isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
                and event.matches(QKeySequence.StandardKey.Paste) and (copied := picture_keeping.copied())):
            self.pictures.keep(copied)
            return True
        return super().eventFilter(watched, event)
