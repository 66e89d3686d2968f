"""The icons of the look: one family, coloured by token when painted, so light and dark need no second file."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap

from lovedesk import paths
from lovedesk.ui import theme


def icon(name: str, token: str = "ink2") -> QIcon:
    """An icon for a button or an action, painted in the colour that `token` has at that moment."""
    return QIcon(_Engine(name, token))


def paint(painter: QPainter, rect: QRectF, name: str, colour: QColor) -> None:
    """Paint an icon into the middle of `rect`, as large as its shorter side."""
    side = min(rect.width(), rect.height())
    ratio = painter.device().devicePixelRatio()
    corner = QPointF(rect.center().x() - side / 2, rect.center().y() - side / 2)
    painter.drawPixmap(corner, pixmap(name, colour.rgba(), round(side), ratio))


@lru_cache(maxsize=1024)
def pixmap(name: str, rgba: int, side: int, ratio: float) -> QPixmap:
    """An icon of `side` points, drawn for a screen of `ratio`; kept."""
    from PySide6.QtSvg import QSvgRenderer  # a library of its own: loaded when the first icon is painted

    colour = QColor.fromRgba(rgba)
    svg = _source(name).replace(b"currentColor", colour.name().encode())
    made = QPixmap(round(side * ratio), round(side * ratio))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setOpacity(colour.alphaF())
    QSvgRenderer(svg).render(painter)
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


@lru_cache(maxsize=256)
def _source(name: str) -> bytes:
    return (paths.resources() / "icons" / f"{name}.svg").read_bytes()


class _Engine(QIconEngine):
    """Paints the icon in its token's colour of now; fainter where it cannot be pressed."""

    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self.name, self.token = name, token

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        paint(painter, QRectF(rect), self.name, self._colour(mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        return pixmap(self.name, self._colour(mode).rgba(), min(size.width(), size.height()), 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        side = min(size.width(), size.height())
        return pixmap(self.name, self._colour(mode).rgba(), side, scale)

    def clone(self) -> QIconEngine:
        return _Engine(self.name, self.token)

    def _colour(self, mode: QIcon.Mode) -> QColor:
        token = "ink3" if mode == QIcon.Mode.Disabled else self.token
        return theme.tokens().colour(token)
