"""Kept pictures as they are painted: read aside when one is first wanted, those on screen now first."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from lovedesk.ui.parts import photos
from lovedesk.ui.signals import Aside, Progress


class Thumbs(QObject):
    """Pictures by their keys, no side longer than `most`, the last `keep` of them; `came` says that one is ready."""

    came = Signal()

    def __init__(self, aside: Aside, most: int, keep: int, parent: QObject) -> None:
        super().__init__(parent)
        self.aside, self.most, self.keep = aside, most, keep
        self.ready: OrderedDict[str, QImage] = OrderedDict()
        self.wanted: list[str] = []
        self.reading = ""

    def of(self, key: str) -> QImage | None:
        """The picture if it is ready, null where it cannot be shown; else None, and it is on its way."""
        if (image := self.ready.get(key)) is not None:
            self.ready.move_to_end(key)
            return image
        if key != self.reading:
            if key in self.wanted:
                self.wanted.remove(key)
            self.wanted.append(key)
            self._go_on()
        return None

    def _go_on(self) -> None:
        if self.reading or not self.wanted:
            return
        key = self.reading = self.wanted.pop()
        del self.wanted[:-self.keep]        # what was scrolled past long ago asks again when it is painted

        def work(_progress: Progress) -> QImage:
            return photos.small(key, self.most)

        self.aside.run("", work, self._came, self._failed)

    def _failed(self, _sentence: str) -> None:
        self._came(QImage())

    def _came(self, image: QImage) -> None:
        self.ready[self.reading], self.reading = image, ""
        while len(self.ready) > self.keep:
            self.ready.popitem(last=False)
        self.came.emit()
        self._go_on()
