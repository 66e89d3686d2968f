"""What can be done with several customers at once: a quiet bar below the list while more than one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from lovedesk.shop import customers, rhythms, shops, tags
from lovedesk.shop.tables import NOT_CUSTOMER
from lovedesk.store.desk import Desk
from lovedesk.ui import theme
from lovedesk.ui.parts.chips import Chip
from lovedesk.ui.parts.enter_line import EnterLine
from lovedesk.ui.parts.flow import Flow
from lovedesk.ui.parts.labels import Small
from lovedesk.ui.parts.tag_line import TagLine
from lovedesk.words import _, ngettext

TAGS = 30               # in a menu; of more, typing finds sooner


class Several(QWidget):
    """Says how many are chosen and what can be done with them; `whom` are they. Each wish is a signal."""

    tag_wanted = Signal(str)
    untag_wanted = Signal(object)
    keeper_wanted = Signal(object)
    standing_wanted = Signal(str)
    rhythm_wanted = Signal(int)
    plan_wanted = Signal()
    print_wanted = Signal()
    export_wanted = Signal()
    trash_wanted = Signal()
    together_wanted = Signal(str)
    log_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.whom: list[int] = []
        self.count = Small("", token="ink")
        self.flow = Flow()
        self.tag = Chip(_("Tag…"), pressable=True)
        self.hand_over = Chip(_("Hand over…"), pressable=True)
        self.aside = Chip(_("Set aside"), pressable=True)
        self.standing = Chip(_("Standing…"), pressable=True)
        self.rhythm = Chip(_("How often…"), pressable=True)
        self.plan = Chip(_("Plan…"), pressable=True)
        self.together = Chip(_("Together…"), pressable=True)
        self.printing = Chip(_("Print…"), pressable=True)
        self.export = Chip(_("Export…"), pressable=True)
        self.trash = Chip(_("Delete"), pressable=True)
        self.one_line = EnterLine(name=_("One visit with all of them"))
        self.logs = False                   # what is typed there has been
        self.one_line.hide()
        self.line = TagLine(name=_("A tag for all of them"), placeholder=_("north"))
        self._lay_out()
        self._connect()
        self.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.count)
        column.addWidget(self.line)
        column.addWidget(self.one_line)
        column.addWidget(self.flow)
        self.aside.setToolTip(_("They are no customers: out of every list"))
        self.flow.show_widgets([self.tag, self.hand_over, self.standing, self.aside, self.rhythm, self.plan,
                                self.together, self.printing, self.export, self.trash])

    def _connect(self) -> None:
        for chip, opens in ((self.tag, self._open_tags), (self.hand_over, self._open_keepers),
                            (self.standing, self._open_standings), (self.aside, self._set_aside),
                            (self.rhythm, self._open_rhythms), (self.plan, self.plan_wanted),
                            (self.printing, self.print_wanted), (self.export, self.export_wanted),
                            (self.trash, self.trash_wanted)):
            chip.clicked.connect(opens)
        self.together.clicked.connect(self._open_together)
        self.one_line.entered.connect(self._together_typed)
        self.one_line.given_up.connect(self._leave_together)
        self.line.entered.connect(self._tag_typed)
        self.line.given_up.connect(self._leave_line)

    def show_count(self, whom: Sequence[int]) -> None:
        """Show that these are chosen; nobody puts the bar away."""
        self.whom = list(whom)
        count = len(self.whom)
        self.count.setText(ngettext("{n} chosen", "{n} chosen", count).format(n=count))
        self.setVisible(bool(self.whom))
        if not self.whom:
            self.line.hide()
            self.one_line.hide()

    def _open_together(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("&Plan one visit with all of them…")).triggered.connect(self._ask_plan)
        menu.addAction(_("&Log one visit with all of them…")).triggered.connect(self._ask_log)
        menu.popup(self.together.mapToGlobal(QPoint(0, self.together.height() + 2)))

    def _ask_plan(self) -> None:
        self._ask_together(logs=False, example=_("like “Sat 5 Dec at 14 barbecue”"))

    def _ask_log(self) -> None:
        self._ask_together(logs=True, example=_("like “yesterday: the fair”"))

    def _ask_together(self, *, logs: bool, example: str) -> None:
        self.logs = logs
        self.one_line.setPlaceholderText(example)
        self.one_line.forgive()
        self.one_line.show()
        self.one_line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _together_typed(self, line: str) -> None:
        (self.log_wanted if self.logs else self.together_wanted).emit(line)
        if self.one_line.refusal is None:
            self.one_line.clear()
            self._leave_together()

    def _leave_together(self) -> None:
        self.one_line.hide()
        self.together.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_tags(self) -> None:
        known = tags.all()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("New tag…")).triggered.connect(self.ask_tag)
        for tag in known[:TAGS]:
            menu.addAction(f"#{tag.name}").setData(tag.name)
        if known:
            off = menu.addMenu(_("Take off"))
            for tag in known[:TAGS]:
                off.addAction(f"#{tag.name}").setData(tag.id)
        menu.triggered.connect(self._tag_chosen)
        menu.popup(self.tag.mapToGlobal(QPoint(0, self.tag.height() + 2)))

    def _tag_chosen(self, action: QAction) -> None:
        match action.data():
            case str() as word:
                self.tag_wanted.emit(word)
            case int() as tag:
                self.untag_wanted.emit(tag)

    def ask_tag(self) -> None:
        """Ask for the word of a new tag."""
        self.line.open_up()

    def _tag_typed(self, word: str) -> None:
        self.tag_wanted.emit(word)
        if self.line.refusal is None:
            self._leave_line()

    def _leave_line(self) -> None:
        self.line.hide()
        self.tag.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_keepers(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for keeper in shops.keepers():
            menu.addAction(keeper.name.replace("&", "&&")).setData(keeper.id)
        menu.addAction(_("Nobody")).setData(0)
        menu.triggered.connect(self._keeper_chosen)
        menu.popup(self.hand_over.mapToGlobal(QPoint(0, self.hand_over.height() + 2)))

    def _keeper_chosen(self, action: QAction) -> None:
        self.keeper_wanted.emit(action.data() or None)

    def _open_standings(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for standing in customers.STANDINGS:
            word = customers.standing_word(standing)
            menu.addAction(word[:1].upper() + word[1:]).setData(standing)
        menu.triggered.connect(self._standing_chosen)
        menu.popup(self.standing.mapToGlobal(QPoint(0, self.standing.height() + 2)))

    def _standing_chosen(self, action: QAction) -> None:
        self.standing_wanted.emit(str(action.data()))

    def _open_rhythms(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for days in rhythms.OFFERED:
            menu.addAction(rhythms.words(days)).setData(days)
        menu.addAction(_("None of their own")).setData(0)
        menu.triggered.connect(self._rhythm_chosen)
        menu.popup(self.rhythm.mapToGlobal(QPoint(0, self.rhythm.height() + 2)))

    def _rhythm_chosen(self, action: QAction) -> None:
        self.rhythm_wanted.emit(action.data())

    def _set_aside(self) -> None:
        self.standing_wanted.emit(NOT_CUSTOMER)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(QRectF(0, 0, self.width() - 1, 1), theme.tokens().line)
