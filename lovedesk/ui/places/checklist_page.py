"""One checklist as a template: what it is for, and its items in their four groups, each changed where it stands."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QMenu, QWidget

from lovedesk import words
from lovedesk.shop import builtin, checklist_making, checklists, wanted_papers
from lovedesk.shop.checklists import Template
from lovedesk.ui import icons
from lovedesk.ui.parts.buttons import IconButton, Quiet
from lovedesk.ui.parts.item_rows import ItemGroup
from lovedesk.ui.parts.labels import Small, Title, WrappedLabel
from lovedesk.ui.parts.picker import Picker
from lovedesk.ui.parts.saving_field import SavingLine
from lovedesk.ui.parts.scrollpage import ScrollPage
from lovedesk.ui.place import Go, Place
from lovedesk.ui.places import checklist_ways
from lovedesk.ui.places.own_path_offer import OwnPathOffer
from lovedesk.words import _

LENGTHS = (15, 30, 45, 60, 90, 120, 180, 240)
COLUMN = 670


class ChecklistPage(ScrollPage):
    """Shows one template; all that is changed is kept at once. `made(key)` tells of a copy."""

    made = Signal(str)

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.key = ""
        self.title = Title()
        self.about = WrappedLabel(token="ink2")
        self.back = Quiet(_("Back to how it came"), "arrow-counter-clockwise",
                          tip=_("Take back all that was changed on this checklist"))
        self.bin = Quiet(_("Delete"), "trash", tip=_("Delete this checklist; visits keep their items"))
        self.print = Quiet(_("Print"), "printer", tip=_("Print it blank (Ctrl+P)"))
        self.more = IconButton("dots-three", _("More for this checklist"))
        self.offer = OwnPathOffer(place)
        self.name = SavingLine(name=_("Title of the checklist"))
        self.occasion = Picker(name=_("Occasion"))
        self.channel = Picker(name=_("By which way"))
        self.length = Picker(name=_("How long"))
        self.groups = [ItemGroup(kind, ticks=False) for kind in checklists.KINDS]
        self._fill()
        self._lay_out()
        self.back.clicked.connect(self._back_to_built_in)
        self.bin.clicked.connect(self._trash)
        self.print.clicked.connect(self.print_blank)
        self.more.clicked.connect(self.open_menu)
        self.name.left.connect(self._rename)
        self.occasion.activated.connect(self._set_occasion)
        self.channel.activated.connect(self._set_channel)
        self.length.activated.connect(self._set_length)
        for group in self.groups:
            group.added.connect(self._add)
            group.changed.connect(self._change)
            group.topic_chosen.connect(self._set_topic)
            group.pasted.connect(self.paste)
            group.moved.connect(self._move)
            group.put_under.connect(self._put_under)
            group.required_chosen.connect(self._set_required)
            group.heading_changed.connect(self._rename_heading)
            group.removed.connect(self._remove)

    def _fill(self) -> None:
        self.occasion.addItem(_("No occasion"), "")
        for occasion in builtin.occasions():
            self.occasion.addItem(icons.icon(occasion.icon), occasion.label, occasion.slug)
        for channel in builtin.channels():
            self.channel.addItem(icons.icon(channel.icon), channel.label, channel.slug)
        for minutes in LENGTHS:
            self.length.addItem(words.duration(minutes), minutes)

    def _lay_out(self) -> None:
        page = QWidget()
        page.setMaximumWidth(COLUMN)
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.back)
        head.addWidget(self.bin)
        head.addWidget(self.print)
        head.addWidget(self.more)
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.addLayout(head, 0, 0, 1, 4)
        grid.setRowMinimumHeight(0, self.bin.sizeHint().height())      # nothing moves when a button comes
        grid.addWidget(self.about, 1, 0, 1, 4)
        grid.setRowMinimumHeight(2, 10)
        fields: tuple[tuple[str, QWidget], ...] = (
            (_("Title"), self.name), (_("Occasion"), self.occasion), (_("How"), self.channel),
            (_("How long"), self.length))
        for column, (word, field) in enumerate(fields):
            label = Small(word)
            label.setBuddy(field)
            grid.addWidget(label, 3, column)
            grid.addWidget(field, 4, column)
            grid.setColumnStretch(column, 2 if field is self.name else 1)
        for row, group in enumerate(self.groups):
            grid.setRowMinimumHeight(5 + 2 * row, 14)
            grid.addWidget(group, 6 + 2 * row, 0, 1, 4)
        self.offer.setMaximumWidth(COLUMN)
        self.body.addWidget(self.offer)
        self.body.setSpacing(14)
        self.body.addWidget(page)
        self.body.addStretch(1)

    def show_template(self, template: Template) -> None:
        """Show a checklist; what is being typed in the one that is shown stays."""
        if template.key != self.key:
            self._settle()
            self.key = template.key
            self.verticalScrollBar().setValue(0)
        self.title.setText(template.title)
        self.about.setText(template.about or _("Your own checklist"))
        self.back.setVisible(template.changed)
        self.bin.setVisible(template.own)
        self.name.show_text(template.title)
        _choose(self.occasion, template.occasion, builtin.occasion_label(template.occasion))
        _choose(self.channel, template.channel, builtin.channel_label(template.channel))
        _choose(self.length, template.minutes, words.duration(template.minutes))
        self.offer.refresh()
        found = checklists.items(template.key)
        for group in self.groups:
            group.show_records(found)

    def rename(self) -> None:
        """Go to the title, to change it."""
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.name.selectAll()

    def _settle(self) -> None:
        if self.name.hasFocus():
            self.name.clearFocus()
        for group in self.groups:
            group.settle()

    def _rename(self, title: str) -> None:
        with self.place.act("checklist.change", field=self.name):
            checklists.rename(self.key, title)

    def _set_occasion(self, _row: int) -> None:
        with self.place.act("checklist.change"):
            checklists.set_occasion(self.key, str(self.occasion.currentData()))

    def _set_channel(self, _row: int) -> None:
        with self.place.act("checklist.change"):
            checklists.set_channel(self.key, str(self.channel.currentData()))

    def _set_length(self, _row: int) -> None:
        with self.place.act("checklist.change"):
            checklists.set_minutes(self.key, int(self.length.currentData()))

    def _add(self, kind: str, text: str, section: str) -> None:
        with self.place.act("checklist.change"):
            checklists.add_item(self.key, kind, text, section=section)

    def paste(self, kind: str, lines: str) -> None:
        """Add lines as items."""
        with self.place.act("checklist.paste", words=_("Lines pasted")):
            checklist_making.paste(self.key, lines, kind)

    def paste_copied(self) -> None:
        """Add what was copied elsewhere, line by line."""
        self.paste("do", QApplication.clipboard().text())

    def open_menu(self) -> None:
        """Open the menu of all else that can be done with it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("&Copy it")).triggered.connect(self._copy)
        menu.addAction(_("&Paste lines as items (Ctrl+V)")).triggered.connect(self.paste_copied)
        menu.addSeparator()
        menu.addAction(icons.icon("file-text"), _("Save &blank as PDF…")).triggered.connect(self.save_blank)
        menu.addAction(icons.icon("printer"), _("See it on paper…")).triggered.connect(self._see_on_paper)
        menu.addAction(_("&Share as a file…")).triggered.connect(self._share)
        corner = self.more.mapToGlobal(QPoint(self.more.width() - menu.sizeHint().width(), self.more.height() + 4))
        menu.popup(corner)

    def print_blank(self) -> None:
        """Print it without ticks."""
        from lovedesk.ui import paper  # printing is asked for rarely, and its libraries are heavy

        paper.print_pages(self.place, checklist_ways.blank(self.key, self.place.desk.today()))

    def save_blank(self) -> None:
        """Save it without ticks as a PDF."""
        from lovedesk.ui import paper  # as above

        paper.save_pages(self.place, checklist_ways.blank(self.key, self.place.desk.today()))

    def _see_on_paper(self) -> None:
        self.place.go.emit(Go("paper", wanted_papers.number_of_checklist(self.key)))

    def _share(self) -> None:
        checklist_ways.share(self.place, self.key, self.title.text())

    def _copy(self) -> None:
        key = ""
        with self.place.act("checklist.copy", words=_("Checklist copied")):
            key = checklist_making.copy(self.key)
        if key:
            self.made.emit(key)

    def _change(self, item: int, text: str) -> None:
        with self.place.act("checklist.change"):
            checklists.change_item(self.key, item, text)

    def _set_topic(self, item: int, topic: str) -> None:
        with self.place.act("checklist.change"):
            checklists.set_item_topic(self.key, item, topic)

    def _move(self, item: int, before: int | None, section: str) -> None:
        with self.place.act("checklist.change"):
            checklists.move_item(self.key, item, before, section)

    def _put_under(self, item: int, section: str) -> None:
        with self.place.act("checklist.change"):
            checklists.put_under(self.key, item, section)

    def _set_required(self, item: int, required: bool) -> None:
        with self.place.act("checklist.change"):
            checklists.set_required(self.key, item, required)

    def _rename_heading(self, section: str, name: str) -> None:
        with self.place.act("checklist.change"):
            checklists.rename_section(self.key, section, name)

    def _remove(self, item: int) -> None:
        with self.place.act("checklist.change", words=_("Item removed")):
            checklists.remove_item(self.key, item)

    def _back_to_built_in(self) -> None:
        with self.place.act("checklist.change", words=_("Back to how it came")):
            checklists.back_to_built_in(self.key)

    def _trash(self) -> None:
        with self.place.act("checklist.trash", words=_("Checklist deleted")):
            checklists.trash(self.key)


def _choose(picker: Picker, data: object, word: str) -> None:
    """Show a choice, also one that is not offered to others."""
    row = picker.findData(data)
    if row < 0:
        picker.addItem(word, data)
        row = picker.count() - 1
    picker.setCurrentIndex(row)
