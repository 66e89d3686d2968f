"""Who keeps the shop: each one's name and picture, and the line that adds the second."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from lovedesk.shop import shops
from lovedesk.shop.shops import Keeper
from lovedesk.ui.parts import photos
from lovedesk.ui.parts.enter_line import EnterLine
from lovedesk.ui.parts.face import Face
from lovedesk.ui.parts.rows import Rows
from lovedesk.ui.parts.saving_field import SavingLine
from lovedesk.ui.place import Place
from lovedesk.ui.places.profile_photo import keep_photo
from lovedesk.ui.places.shop_section import LABEL, ShopSection
from lovedesk.words import _

FACE = 44
MOST = 2        # the shop is kept by one or two


class ShopKeepers(ShopSection):
    """The one or two of us."""

    def __init__(self, place: Place) -> None:
        super().__init__(place, _("Who keeps it"), _("Two on one laptop switch by their picture at the rail’s foot."))
        self.rows: Rows[tuple[Keeper, str]] = Rows(self._row, _key, spacing=8)
        self.add = EnterLine(name=_("Add the one who keeps it with you"),
                             placeholder=_("A name; Enter adds the one who keeps it with you"))
        self.add.entered.connect(self._add)
        self.body.addWidget(self.rows)
        self.body.addWidget(self.add)

    def refresh(self) -> None:
        keepers, faces = shops.keepers(), shops.keeper_photos()
        self.rows.show_records((keeper, faces.get(keeper.id, "")) for keeper in keepers)
        self.add.setVisible(len(keepers) < MOST)

    def _row(self) -> KeeperRow:
        return KeeperRow(self.place)

    def _add(self, name: str) -> None:
        with self.place.act("keeper.add", field=self.add):
            shops.add_keeper(name)
            self.add.setText("")


class KeeperRow(QWidget):
    """One of us: the picture is pressed, dropped on or pasted into; the name is kept when it is left."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.keeper = 0
        self.face = Face(FACE)
        self.name = SavingLine(name=_("Name"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addSpacing(LABEL - FACE)
        row.addWidget(self.face)
        row.addWidget(self.name, 1)
        self.name.left.connect(self._rename)
        self.face.brought.connect(self._take_photo)
        self.face.removed.connect(self._remove_photo)

    def show_record(self, record: tuple[Keeper, str]) -> None:
        """Show one of us, with the key of the picture."""
        keeper, photo = record
        self.keeper = keeper.id
        self.face.show_person(keeper.name, photo)
        self.name.setAccessibleName(_("Name of {name}").format(name=keeper.name))
        self.name.show_text(keeper.name)

    def _rename(self, name: str) -> None:
        with self.place.act("keeper.rename", field=self.name):
            shops.rename_keeper(self.keeper, name)

    def _take_photo(self, source: photos.Source) -> None:
        keep_photo(self.place, source, partial(shops.set_keeper_photo, self.keeper), "keeper.set_photo")

    def _remove_photo(self) -> None:
        with self.place.act("keeper.set_photo", words=_("Photo taken away")):
            shops.set_keeper_photo(self.keeper, "")


def _key(record: tuple[Keeper, str]) -> int:
    return record[0].id
