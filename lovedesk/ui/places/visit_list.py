"""The checklist of one visit: what is brought, told, done and asked, changed without touching the template."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from lovedesk.shop import checklists, items, touchpoints
from lovedesk.shop.visits import VisitPage
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.item_rows import ItemGroup
from lovedesk.ui.parts.labels import ElidedLabel
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
        self.groups = {kind: ItemGroup(kind, ticks=True) for kind in checklists.KINDS}
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
            group.ticked.connect(self._tick)
            group.changed.connect(self._change)
            group.added.connect(self._add)
            group.removed.connect(self._remove)
            group.moved.connect(self._move)
            group.topic_chosen.connect(self._set_topic)
        self.change.clicked.connect(self.choose)

    def show_page(self, page: VisitPage) -> None:
        """Show the items of a visit."""
        self.page = page
        self.source.setText(_("From the checklist “{title}”").format(title=page.checklist_title)
                            if page.checklist else _("Without a checklist"))
        for group in self.groups.values():
            group.show_records(page.items)

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

    def _tick(self, item: int, on: bool) -> None:
        with self.place.act("item.tick"):
            items.tick(item, on, now=self.place.desk.now())

    def _change(self, item: int, text: str) -> None:
        with self.place.act("item.change"):
            items.change(item, text)

    def _add(self, kind: str, text: str) -> None:
        assert self.page is not None
        with self.place.act("item.add"):
            items.add(self.page.id, kind, text)

    def _remove(self, item: int) -> None:
        with self.place.act("item.remove", words=_("Item removed")):
            items.remove(item)

    def _move(self, item: int, before: int | None) -> None:
        with self.place.act("item.move"):
            items.move(item, before)

    def _set_topic(self, item: int, topic: str) -> None:
        with self.place.act("item.change"):
            items.set_topic(item, topic)
