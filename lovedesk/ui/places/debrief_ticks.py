"""What was brought, told and done: a box for each, and in kind words what is at the heart of it and was not."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lovedesk.shop import items
from lovedesk.shop.items import Item
from lovedesk.shop.visits import VisitPage
from lovedesk.ui.parts.labels import Section, Small, WrappedLabel
from lovedesk.ui.parts.rows import Rows
from lovedesk.ui.place import Place
from lovedesk.ui.places.debrief_fields import ItemTick
from lovedesk.words import _

TICKED = ("bring", "tell", "do")


class Ticks(QWidget):
    """What was brought, told and done, in three columns."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.head = Section()
        self.columns: dict[str, tuple[Small, Rows[Item]]] = {}
        side_by_side = self.side_by_side = QHBoxLayout()
        side_by_side.setSpacing(16)
        words_of = {"bring": _("Bring"), "tell": _("Tell"), "do": _("Do")}
        for kind in TICKED:
            word, rows = self.columns[kind] = (Small(words_of[kind]), Rows(self._make, _id))
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(word)
            column.addWidget(rows)
            column.addStretch()
            side_by_side.addLayout(column, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addLayout(side_by_side)
        self.missing = WrappedLabel(role="small", token="ink2")
        column.addWidget(self.missing)

    def _make(self) -> ItemTick:
        tick = ItemTick()
        tick.ticked.connect(self._tick)
        return tick

    def show_page(self, page: VisitPage) -> None:
        """Show the boxes of a visit."""
        boxes = [item for item in page.items if item.kind in TICKED]
        for n, (kind, (word, rows)) in enumerate(self.columns.items()):
            there = [item for item in boxes if item.kind == kind]
            self.side_by_side.setStretch(n, 1 if there else 0)
            word.setVisible(bool(there))
            rows.show_records(there)
            headed = ""
            for item, row in zip(there, rows.in_order(), strict=True):
                cast("ItemTick", row).show_heading(item.section if item.section != headed else "")
                headed = item.section
        self._show_missing(page)
        self.head.set_texts(_("Bring, tell, do"), _("{n} of {all} ticked").format(
            n=sum(item.ticked for item in boxes), all=len(boxes)))
        self.setVisible(bool(boxes))

    def _show_missing(self, page: VisitPage) -> None:
        """Say what is at the heart of it and was not ticked, once something was."""
        missing = items.missing(page.items)
        self.missing.setVisible(bool(missing) and any(item.ticked for item in page.items))
        self.missing.setText(_("At the heart of it, and not ticked: {items}. Leave it so, or take it along next time.")
                             .format(items="; ".join(item.text.rstrip(".") for item in missing)))

    def _tick(self, item: int, on: bool) -> None:
        with self.place.act("item.tick"):
            items.tick(item, on, now=self.place.desk.now())


def _id(item: Item) -> int:
    return item.id
