"""The checklist of one visit: what is brought, told, done and asked, changed without touching the template."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from lovedesk.shop import checklist_making, checklists, items, touchpoints
from lovedesk.shop.visits import VisitPage
from lovedesk.ui.parts.buttons import Link
from lovedesk.ui.parts.enter_line import EnterLine
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
        self.keep = Link(_("Keep as a checklist"))
        self.line = EnterLine(name=_("Title of the new checklist"), placeholder=_("Title of the new checklist"))
        self.line.hide()
        self.groups = {kind: ItemGroup(kind, ticks=True) for kind in checklists.KINDS}
        head = QHBoxLayout()
        head.addWidget(self.source)
        head.addStretch()
        head.setSpacing(14)
        head.addWidget(self.keep)
        head.addWidget(self.change)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.line)
        for group in self.groups.values():
            column.addWidget(group)
            group.ticked.connect(self._tick)
            group.changed.connect(self._change)
            group.added.connect(self._add)
            group.removed.connect(self._remove)
            group.pasted.connect(self.paste)
            group.moved.connect(self._move)
            group.put_under.connect(self._put_under)
            group.required_chosen.connect(self._set_required)
            group.heading_changed.connect(self._rename_heading)
            group.topic_chosen.connect(self._set_topic)
        self.change.clicked.connect(self.choose)
        self.keep.clicked.connect(self.offer_to_keep)
        self.line.entered.connect(self._keep_new)
        self.line.given_up.connect(self._give_up)
        QShortcut(QKeySequence("Ctrl+V"), self).activated.connect(self.paste_copied)

    def show_page(self, page: VisitPage) -> None:
        """Show the items of a visit."""
        if self.page is not None and self.page.id != page.id:
            self.line.hide()
        self.page = page
        self.keep.setVisible(bool(page.items))
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

    def _add(self, kind: str, text: str, section: str) -> None:
        assert self.page is not None
        with self.place.act("item.add"):
            items.add(self.page.id, kind, text, section=section)

    def paste(self, kind: str, lines: str) -> None:
        """Add lines as items of this visit."""
        assert self.page is not None
        with self.place.act("item.paste", words=_("Lines pasted")):
            checklist_making.paste_into_visit(self.page.id, lines, kind)

    def paste_copied(self) -> None:
        """Add what was copied elsewhere, line by line."""
        self.paste("do", QApplication.clipboard().text())

    def offer_to_keep(self) -> None:
        """Open the menu of what this list can become: a new checklist, or the one that it came from."""
        assert self.page is not None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("As a new one…")).triggered.connect(self._ask_title)
        if self._template() is not None:
            title = self.page.checklist_title.replace("&", "&&")
            menu.addAction(_("In the place of “{title}”").format(title=title)).triggered.connect(self._keep_over)
        menu.addAction(_("Paste lines as items (Ctrl+V)")).triggered.connect(self.paste_copied)
        menu.popup(self.keep.mapToGlobal(QPoint(0, self.keep.height() + 2)))

    def _template(self) -> str | None:
        """The key of the checklist that it came from, while there is one."""
        assert self.page is not None
        stored = self.page.checklist
        return next((one.key for one in checklists.all() if stored and stored in {one.key, one.title}), None)

    def _ask_title(self) -> None:
        self.line.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _give_up(self) -> None:
        self.line.clear()
        self.line.forgive()
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.hide()

    def _keep_new(self, title: str) -> None:
        assert self.page is not None
        kept = ""
        with self.place.act("checklist.keep", field=self.line):
            kept = checklist_making.of_visit(self.page.id, title)
        if kept:
            self._give_up()
            self.place.done.emit(_("Kept as a checklist"))

    def _keep_over(self) -> None:
        assert self.page is not None
        if (key := self._template()) is not None:
            with self.place.act("checklist.keep", words=_("Kept as a checklist")):
                checklist_making.over(key, self.page.id)

    def _remove(self, item: int) -> None:
        with self.place.act("item.remove", words=_("Item removed")):
            items.remove(item)

    def _move(self, item: int, before: int | None, section: str) -> None:
        with self.place.act("item.move"):
            items.move(item, before, section)

    def _put_under(self, item: int, section: str) -> None:
        assert self.page is not None
        with self.place.act("item.move"):
            items.put_under(self.page.id, item, section)

    def _set_required(self, item: int, required: bool) -> None:
        with self.place.act("item.change"):
            items.set_required(item, required)

    def _rename_heading(self, section: str, name: str) -> None:
        assert self.page is not None
        with self.place.act("item.change"):
            items.rename_section(self.page.id, section, name)

    def _set_topic(self, item: int, topic: str) -> None:
        with self.place.act("item.change"):
            items.set_topic(item, topic)
