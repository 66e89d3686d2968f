"""The head that the steps of bringing contacts in share: the title, what is brought, and the buttons at its right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lovedesk.ui.parts.labels import Title
from lovedesk.words import _


def bring_head(files: QWidget, *buttons: QWidget) -> QHBoxLayout:
    """The title over the names of the files, and the buttons, the primary one last."""
    title = QVBoxLayout()
    title.setSpacing(1)
    title.addWidget(Title(_("Bring in your contacts")))
    title.addWidget(files)
    head = QHBoxLayout()
    head.setSpacing(8)
    head.addLayout(title)
    head.addStretch(1)
    for button in buttons:
        head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
    return head
