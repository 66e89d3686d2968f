"""The one page of the first start: who you are, and how to begin. Nothing is stored before a button is pressed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from lovedesk.ui.parts.buttons import Primary, Second
from lovedesk.ui.parts.dropped import contact_files
from lovedesk.ui.parts.empty import Armchair
from lovedesk.ui.parts.labels import Small, Title, WrappedLabel
from lovedesk.words import _

FIELD, BUTTON = 230, 270
NAME_LIMIT = 200


class Start(QWidget):
    """`chosen` tells "bring", "sample" or "empty"; `dropped` tells the paths of files of contacts."""

    chosen = Signal(str)
    dropped = Signal(object)

    def __init__(self, name: str, shop: str) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.name_line, self.shop_line = QLineEdit(name), QLineEdit(shop)
        self.bring = Primary(_("&Bring your contacts"))
        self.sample = Second(_("&Look around in a sample shop"))
        self.empty = Second(_("Start &empty"))
        self._lay_out()
        self.name_line.selectAll()  # the account's name is a guess: typing replaces it
        self.name_line.textEdited.connect(self._name_shop)
        self.name_line.returnPressed.connect(self._to_shop)
        self.shop_line.returnPressed.connect(self._to_buttons)
        self.bring.clicked.connect(self._bring)
        self.sample.clicked.connect(self._sample)
        self.empty.clicked.connect(self._empty)

    @property
    def name(self) -> str:
        """The first name that stands on the page."""
        return self.name_line.text()

    @property
    def shop(self) -> str:
        """The shop's name that stands on the page."""
        return self.shop_line.text()

    def _lay_out(self) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 16, 28, 16)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(Armchair(), 0, middle)
        column.addSpacing(6)
        column.addWidget(Title(_("Welcome. Who is at this desk?")), 0, middle)
        column.addSpacing(8)
        fields = QHBoxLayout()
        fields.setSpacing(16)
        fields.addStretch()
        fields.addLayout(_labelled(_("Your first name"), self.name_line))
        fields.addLayout(_labelled(_("Your shop’s name"), self.shop_line))
        fields.addStretch()
        column.addLayout(fields)
        column.addSpacing(16)
        for button in (self.bring, self.sample, self.empty):
            button.setMinimumWidth(BUTTON)
            column.addWidget(button, 0, middle)
        column.addSpacing(8)
        column.addWidget(WrappedLabel(
            _("Or drop files of contacts here. Nothing is stored until you choose, and then all of it stays on "
              "this laptop."),
            role="small", token="ink2", centred=True, column=440), 0, middle)
        column.addStretch(3)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if contact_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.dropped.emit([str(file) for file in contact_files(event.mimeData())])

    def _name_shop(self, name: str) -> None:
        if not self.shop_line.isModified():
            self.shop_line.setText(shop_of(name))

    def _to_shop(self) -> None:
        self.shop_line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.shop_line.selectAll()

    def _to_buttons(self) -> None:
        self.bring.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _bring(self) -> None:
        self.chosen.emit("bring")

    def _sample(self) -> None:
        self.chosen.emit("sample")

    def _empty(self) -> None:
        self.chosen.emit("empty")


def shop_of(name: str) -> str:
    """What a shop is called until its keeper says otherwise."""
    return _("{name}’s shop").format(name=name.strip()) if name.strip() else ""


def _labelled(words: str, line: QLineEdit) -> QVBoxLayout:
    line.setAccessibleName(words)
    line.setFixedWidth(FIELD)
    line.setMaxLength(NAME_LIMIT)
    pair = QVBoxLayout()
    pair.setSpacing(4)
    pair.addWidget(Small(words))
    pair.addWidget(line)
    return pair
