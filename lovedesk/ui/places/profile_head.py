"""The head of a profile: who it is, where they stand with us, when we were and will be in touch, what can be done."""

from __future__ import annotations

import datetime as dt
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from lovedesk import words
from lovedesk.shop import customers, farewells, handing_over, shops
from lovedesk.shop.customers import Head
from lovedesk.shop.tables import NOT_CUSTOMER
from lovedesk.ui import icons, theme
from lovedesk.ui.parts import photos
from lovedesk.ui.parts.buttons import IconButton, Link, Primary, Quiet
from lovedesk.ui.parts.chips import Chip
from lovedesk.ui.parts.date_field import DateField
from lovedesk.ui.parts.face import Face
from lovedesk.ui.parts.labels import ElidedLabel
from lovedesk.ui.parts.saving_field import SavingLine
from lovedesk.ui.place import Go, Place
from lovedesk.ui.places.profile_name import Name
from lovedesk.ui.places.profile_photo import keep_photo
from lovedesk.ui.places.profile_tags import ProfileTags
from lovedesk.words import _

STANDING_ICONS = {"customer": "storefront", "enquiring": "hand-waving", "one-off": "check-circle", "gone": "door",
                  NOT_CUSTOMER: "minus-circle"}


def standing_words(head: Head) -> str:
    """"Customer since March 2021", "enquiring", "one-off"."""
    if head.standing == "customer" and head.since:
        return _("Customer since {month}").format(month=words.month_title(head.since))
    if head.standing == "gone" and head.gone_on:
        return _("Gone since {month}").format(month=words.month_title(head.gone_on))
    word = customers.standing_word(head.standing)
    return word[:1].upper() + word[1:]


class ProfileHead(QWidget):
    """Stands above the page and does not scroll. Signals: `plan_wanted`, `list_wanted`."""

    plan_wanted = Signal()
    list_wanted = Signal()

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.head: Head | None = None
        self.face = Face(52)
        self.name = Name()
        self.field: SavingLine | None = None
        self.standing = Chip("", pressable=True)
        self.keeper = Chip("", "user", pressable=True)
        self.address = ElidedLabel(token="ink2")
        self.last = ElidedLabel(token="ink2")
        self.next = Link("")
        self.since: DateField | None = None
        self.all = Quiet(_("All customers"), "caret-left")
        self.more = IconButton("dots-three", _("More"))
        self.plan = Primary(_("Plan a visit"), "plus", tip=_("Alt+V"))
        self.plan.setShortcut("Alt+V")
        self.tags = ProfileTags(place)
        self._lay_out()
        self.name.clicked.connect(self.rename)
        self.standing.clicked.connect(self.choose_standing)
        self.keeper.clicked.connect(self.choose_keeper)
        self.face.brought.connect(self._take_photo)
        self.face.removed.connect(self._remove_photo)
        self.next.clicked.connect(self._open_next)
        self.more.clicked.connect(self.open_menu)
        self.plan.clicked.connect(self.plan_wanted)
        self.all.clicked.connect(self.list_wanted)
        self.all.hide()

    def _lay_out(self) -> None:
        self.first_line = QHBoxLayout()
        self.first_line.setSpacing(8)
        self.first_line.addWidget(self.name)
        self.first_line.addWidget(self.standing)
        self.first_line.addWidget(self.keeper)
        self.first_line.addStretch(1)
        second = QHBoxLayout()
        second.setSpacing(8)
        second.addWidget(self.address)
        second.addWidget(self.last)
        second.addWidget(self.next)
        second.addStretch(1)
        self.words = QVBoxLayout()
        self.words.setSpacing(2)
        self.words.addLayout(self.first_line)
        self.words.addLayout(second)
        self.words.addWidget(self.tags)
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 18, 28, 8)
        row.setSpacing(4)
        row.addWidget(self.face)
        row.addSpacing(10)
        row.addLayout(self.words, 1)
        row.addWidget(self.all)
        row.addWidget(self.more)
        row.addSpacing(6)
        row.addWidget(self.plan)

    def show_head(self, head: Head, address: str) -> None:
        """Show who it is; a name that is being typed stays."""
        if self.head is None or self.head.id != head.id:
            self.settle()
        self.head = head
        today = self.place.desk.today()
        self.face.show_person(head.name, head.photo, business=head.kind == "business", faint=head.standing == "gone")
        self.name.setText(head.name)
        self.name.setAccessibleName(head.name)
        self.name.updateGeometry()
        if self.field is not None:
            self.field.show_text(head.name)
        self._show_chips(head)
        self.tags.show_tags(head.id)
        self.address.setText(address)
        self.address.setVisible(bool(address))
        last = _("last in touch {ago}").format(ago=words.ago(head.last.date(), today)) if head.last else ""
        self.last.setText(_("· {words}").format(words=last) if last and address else last)
        self.last.setVisible(bool(last))
        if head.next:
            self.next.setText(_("next on {day} at {time}").format(
                day=words.near(head.next.date(), today), time=words.time(head.next.time()))
                if head.next.date() > today else _("next today at {time}").format(time=words.time(head.next.time())))
        self.next.setVisible(head.next is not None)

    def _show_chips(self, head: Head) -> None:
        self.standing.tone = "green" if head.standing == "customer" else "neutral"
        self.standing.icon_name = STANDING_ICONS.get(head.standing, "storefront")
        self.standing.setText(standing_words(head))
        self.standing.setAccessibleName(_("Standing: {words}").format(words=standing_words(head)))
        self.standing.updateGeometry()
        self.keeper.keeper = head.keeper
        self.keeper.icon_name = "" if head.keeper else "user"
        self.keeper.setText(_("{name} looks after them").format(name=head.keeper) if head.keeper
                            else _("Who looks after them?"))
        self.keeper.setAccessibleName(self.keeper.text())
        self.keeper.updateGeometry()

    def settle(self) -> None:
        """Put the fields away; what was typed is kept by then."""
        if self.field is not None:
            self.field.hide()
        if self.since is not None:
            self.since.hide()
        self.name.show()

    # Changing ---------------------------------------------------------------------------------------------------

    def rename(self) -> None:
        """Turn the name into a field."""
        if self.head is None:
            return
        if self.field is None:
            self.field = SavingLine(name=_("Name"))
            self.field.setFont(theme.font("title"))
            self.field.setMinimumWidth(280)
            self.field.left.connect(self._renamed)
            self.field.editingFinished.connect(self._name_left)
            self.first_line.insertWidget(0, self.field)
        self.field.show_text(self.head.name)
        self.field.show()
        self.name.hide()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def _renamed(self, text: str) -> None:
        if self.head is not None:
            with self.place.act("customer.rename", field=self.field):
                customers.rename(self.head.id, text)

    def _name_left(self) -> None:
        if self.field is not None and self.field.refusal is None:
            self.field.hide()
            self.name.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            if event.key() == Qt.Key.Key_Escape and self.field is not None:
                self.field.forgive()
            at_name = self.field is not None and self.field.hasFocus()
            if self.since is not None:
                self.since.hide()
            self._name_left()
            if at_name and self.name.isVisible():
                self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)      # by a key, so the ring is shown
            return
        super().keyPressEvent(event)

    def choose_standing(self) -> None:
        """Open the menu of standings."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add_standings(menu)
        menu.addSeparator()
        menu.addAction(_("Since when…")).triggered.connect(self.ask_since)
        menu.popup(self.standing.mapToGlobal(QPoint(0, self.standing.height() + 2)))

    def _add_standings(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for standing in customers.STANDINGS:
            word = customers.standing_word(standing)
            action = QAction(icons.icon(STANDING_ICONS[standing]), word[:1].upper() + word[1:], group)
            action.setCheckable(True)
            action.setChecked(self.head is not None and self.head.standing == standing)
            action.setData(standing)
            menu.addAction(action)
        group.triggered.connect(self._standing_chosen)

    def _standing_chosen(self, action: QAction) -> None:
        if self.head is not None:
            with self.place.act("customer.set_standing"):
                customers.set_standing(self.head.id, str(action.data()))

    def choose_keeper(self) -> None:
        """Open the menu of those of us who can look after them."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        chosen = self.head.keeper_id if self.head is not None else None
        for keeper, name in [(None, _("Nobody in particular")), *shops.keepers()]:
            action = QAction(name.replace("&", "&&"), group)
            action.setCheckable(True)
            action.setChecked(keeper == chosen)
            action.setData(keeper)
            menu.addAction(action)
        group.triggered.connect(self._keeper_chosen)
        menu.popup(self.keeper.mapToGlobal(QPoint(0, self.keeper.height() + 2)))

    def _keeper_chosen(self, action: QAction) -> None:
        if self.head is not None:
            words = _("{customer} goes to {name}, with all that is open").format(
                customer=self.head.name, name=action.text().replace("&&", "&"))
            with self.place.act("customer.hand_over", words=words):
                handing_over.hand_over_customer(self.head.id, action.data())

    def _take_photo(self, source: photos.Source) -> None:
        if self.head is not None:
            keep_photo(self.place, source, partial(customers.set_photo, self.head.id), "customer.set_photo")

    def _remove_photo(self) -> None:
        if self.head is not None:
            with self.place.act("customer.set_photo", words=_("Photo taken away")):
                customers.set_photo(self.head.id, "")

    def ask_since(self) -> None:
        """Ask since when they are a customer, or gone, beside the chip."""
        if self.head is None:
            return
        if self.since is None:
            self.since = DateField(self.place.desk.today, name=_("Customer since"), past=True,
                                   placeholder=_("like “12 Mar 2021”"))
            self.since.day_left.connect(self._since_left)
            self.first_line.insertWidget(self.first_line.indexOf(self.standing) + 1, self.since)
        self.since.show_day(self.head.gone_on if self.head.standing == "gone" else self.head.since)
        self.since.show()
        self.since.setFocus(Qt.FocusReason.OtherFocusReason)
        self.since.selectAll()

    def _since_left(self, day: dt.date | None) -> None:
        if self.head is not None:
            gone = self.head.standing == "gone"
            with self.place.act("customer.gone" if gone else "customer.set_since", field=self.since):
                if gone:
                    farewells.customer_gone(self.head.id, on=day)
                else:
                    customers.set_since(self.head.id, day)
        if self.since is not None and self.since.refusal is None:
            self.since.hide()

    def open_menu(self) -> None:
        """Open the menu of all that can be done with a customer."""
        if self.head is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icons.icon("pencil-line"), _("Rename\tF2")).triggered.connect(self.rename)
        standing = menu.addMenu(_("Standing"))
        self._add_standings(standing)
        menu.addAction(_("Since when…")).triggered.connect(self.ask_since)
        menu.addSeparator()
        kinds = QActionGroup(menu)
        for kind, word in (("business", _("A business")), ("person", _("A person or household"))):
            action = QAction(word, kinds)
            action.setCheckable(True)
            action.setChecked(kind == self.head.kind)
            action.setData(kind)
            menu.addAction(action)
        kinds.triggered.connect(self._kind_chosen)
        menu.addSeparator()
        menu.addAction(icons.icon("printer"), _("On paper…")).triggered.connect(self._on_paper)
        menu.addAction(icons.icon("users"), _("Make one with…")).triggered.connect(self._make_one_with)
        menu.addAction(icons.icon("trash"), _("Delete this customer")).triggered.connect(self._trash)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 2)))

    def _on_paper(self) -> None:
        if self.head is not None:
            self.place.go.emit(Go("paper", self.head.id))

    def _make_one_with(self) -> None:
        if self.head is not None:
            self.place.go.emit(Go("duplicates", self.head.id))

    def _kind_chosen(self, action: QAction) -> None:
        if self.head is not None:
            with self.place.act("customer.set_kind"):
                customers.set_kind(self.head.id, str(action.data()))

    def _trash(self) -> None:
        if self.head is not None:
            with self.place.act("customer.trash", words=_("{name} deleted").format(name=self.head.name)):
                customers.trash(self.head.id)

    def _open_next(self) -> None:
        if self.head is not None and self.head.next_id is not None:
            self.place.go.emit(Go("visit", self.head.next_id))
