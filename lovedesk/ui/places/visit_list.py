"""The checklist of one visit: what is brought, told, done and asked, changed without touching the template."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from lovedesk.shop import checklists, items, touchpoints
from lovedesk.shop.items import Item
from lovedesk.shop.visits import VisitPage
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.labels import ElidedLabel, Section
from lovedesk.ui.parts.rows import Rows
from lovedesk.ui.parts.tick import Tick
from lovedesk.ui.place import Place
from lovedesk.words import _


class VisitList(QWidget):
    """Which checklist it is from, and its items in their four groups."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.page: VisitPage | None = None
        self.source = ElidedLabel(token="ink2")
        self.change = Link(_("Change"))
        self.change.setAccessibleName(_("Change the checklist"))
        self.groups = {kind: Group(place, kind) for kind in checklists.KINDS}
        head = QHBoxLayout()
        head.addWidget(self.source)
        head.addStretch()
        head.addWidget(self.change)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        for group in self.groups.values():
            column.addWidget(group)
        self.change.clicked.connect(self.choose)

    def show_page(self, page: VisitPage) -> None:
        """Show the items of a visit."""
        self.page = page
        self.source.setText(_("From the checklist “{title}”").format(title=page.checklist_title)
                            if page.checklist else _("Without a checklist"))
        for kind, group in self.groups.items():
            group.rows.show_records([item for item in page.items if item.kind == kind])

    def choose(self) -> None:
        """Open the menu of checklists."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        for title, key in [*((one.title, one.key) for one in checklists.all()), (_("No checklist"), "")]:
            action = QAction(title.replace("&", "&&"), group)
            action.setData(key)
            menu.addAction(action)
        group.triggered.connect(self._chosen)
        menu.popup(self.change.mapToGlobal(QPoint(0, self.change.height() + 2)))

    def _chosen(self, action: QAction) -> None:
        assert self.page is not None
        with self.place.act("visit.change", words=_("Checklist changed")):
            touchpoints.set_checklist(self.page.id, str(action.data()))


class ItemTick(Tick):
    """An item with its box."""

    ticked = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__("")
        self.item = 0
        self.clicked.connect(self._clicked)

    def show_record(self, item: Item) -> None:
        """Show an item."""
        self.item = item.id
        self.setText(item.text)
        self.setChecked(item.ticked)

    def _clicked(self, on: bool) -> None:
        self.ticked.emit(self.item, on)


class Group(QWidget):
    """The items of one kind."""

    def __init__(self, place: Place, kind: str) -> None:
        super().__init__()
        self.place = place
        self.rows: Rows[Item] = Rows(self._make, _id)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Section(*kind_words(kind)))
        column.addWidget(self.rows)

    def _make(self) -> ItemTick:
        row = ItemTick()
        row.ticked.connect(self._tick)
        return row

    def _tick(self, item: int, on: bool) -> None:
        with self.place.act("item.tick"):
            items.tick(item, on, now=self.place.desk.now())


def kind_words(kind: str) -> tuple[str, str]:
    """The head of a group, and the quiet words beside it."""
    return {"bring": (_("Bring"), _("take it along")), "tell": (_("Tell"), _("say it")), "do": (_("Do"), _("tick it")),
            "ask": (_("Ask"), _("the answer is kept with them"))}[kind]


def _id(item: Item) -> int:
    return item.id
