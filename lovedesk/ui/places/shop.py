"""The shop's own page: its name and promise, its keepers, and how it works, in a plain column of sections."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lovedesk.ui.parts.back_link import BackLink
from lovedesk.ui.parts.labels import Title, WrappedLabel
from lovedesk.ui.parts.scrollpage import ScrollPage
from lovedesk.ui.place import Floor, Go, Place
from lovedesk.ui.places.shop_about import ShopAbout
from lovedesk.ui.places.shop_calendar import ShopCalendar
from lovedesk.ui.places.shop_hours import ShopHours
from lovedesk.ui.places.shop_keepers import ShopKeepers
from lovedesk.ui.places.shop_paper import ShopPaper
from lovedesk.ui.places.shop_reminders import ShopReminders
from lovedesk.ui.places.shop_rhythm import ShopRhythm
from lovedesk.ui.places.shop_section import ShopSection
from lovedesk.words import _

COLUMN = 720

# In the order of the page: each is made with the place, and shows what is stored when it is refreshed.
SECTIONS: tuple[Callable[[Place], ShopSection], ...] = (
    ShopAbout, ShopHours, ShopKeepers, ShopRhythm, ShopReminders, ShopCalendar, ShopPaper)


class Shop(Place):
    """What the shop says of itself, and how it works."""

    shows: ClassVar[frozenset[str]] = frozenset({"shop", "shopkeeper", "closed", "rhythm", "tag", "customer_tag"})

    def __init__(self, floor: Floor) -> None:
        super().__init__(floor)
        self.page = ScrollPage(column=COLUMN)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        back = BackLink()
        back.setText(_("Back"))
        back.clicked.connect(self._back)
        self.sections = [section(self) for section in SECTIONS]
        parts: list[QWidget] = [back, Title(_("The shop")),
                                WrappedLabel(_("Everything is kept as you leave a field."), token="ink2")]
        for widget in parts:
            self.page.body.addWidget(widget)
        for section in self.sections:
            self.page.body.addSpacing(18)
            self.page.body.addWidget(section)
        self.page.body.addStretch(1)

    def refresh(self) -> None:
        for section in self.sections:
            section.refresh()

    def _back(self) -> None:
        self.go.emit(Go("back"))
