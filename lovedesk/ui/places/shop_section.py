"""A section of the shop's page: its title, a sentence, and its fields below each other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lovedesk.ui.parts.flow import Flow
from lovedesk.ui.parts.labels import ElidedLabel, Section, WrappedLabel
from lovedesk.ui.place import Place

LABEL = 190


class ShopSection(QWidget):
    """Builds itself once on the page `place` and shows in `refresh` what is stored; what is being typed stays."""

    def __init__(self, place: Place, title: str, sentence: str = "") -> None:
        super().__init__()
        self.place = place
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(8)
        self.body.addWidget(Section(title))
        if sentence:
            self.body.addWidget(WrappedLabel(sentence, token="ink2"))

    def add_field(self, word: str, field: QWidget) -> None:
        """One more line: a word, and the field that it names."""
        label = ElidedLabel(word, token="ink2")
        label.setFixedWidth(LABEL)
        label.setBuddy(field)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop if isinstance(field, Flow) else Qt.AlignmentFlag(0))
        grows = field.sizePolicy().horizontalPolicy() != QSizePolicy.Policy.Fixed
        line.addWidget(field, int(grows))
        if not grows:
            line.addStretch(1)
        self.body.addLayout(line)

    def refresh(self) -> None:
        """Show what is stored now."""
