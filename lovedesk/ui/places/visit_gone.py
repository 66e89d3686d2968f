"""What stands where a visit was that is not here any more."""

from __future__ import annotations

from lovedesk.ui.parts.buttons import Quiet, Second
from lovedesk.ui.parts.empty import Empty
from lovedesk.ui.place import Go, Place
from lovedesk.words import _


class Gone(Empty):
    """Says so, and leads back to where one came from, or to the trash."""

    def __init__(self, place: Place) -> None:
        self.place = place
        back = Second(_("Go back"), "arrow-left")
        trash = Quiet(_("Open the trash"), "trash")
        super().__init__(_("This visit is not here any more"),
                         _("It was deleted, or its planning was undone. What was deleted lies in the trash."),
                         primary=back, other=trash)
        back.clicked.connect(self._back)
        trash.clicked.connect(self._open_trash)

    def _back(self) -> None:
        self.place.go.emit(Go("back"))

    def _open_trash(self) -> None:
        self.place.go.emit(Go("trash"))
