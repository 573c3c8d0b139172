"""Lucide icons in the ink of the theme."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.assets import icon_file
from app.theme.current import tokens

DISABLED_OPACITY = 0.45


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str, stroke: float) -> QSvgRenderer:
    svg = icon_file(name).read_text(encoding="utf-8")
    svg = svg.replace("currentColor", colour).replace('stroke-width="2"', f'stroke-width="{stroke}"')
    return QSvgRenderer(QByteArray(svg.encode()))


def paint_icon(painter: QPainter, name: str, rect: QRectF, colour: str, stroke: float = 2) -> None:
    """Draw an icon into a square, its lines in `colour` and `stroke` (in 24ths of the square's side)."""
    _renderer(name, colour, stroke).render(painter, rect)


def icon_pixmap(
    name: str, size: int, colour: str, *, ratio: float = 1, opacity: float = 1, stroke: float = 2
) -> QPixmap:
    """An icon as a pixmap of `size` logical pixels for a screen of that device pixel ratio."""
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setOpacity(opacity)
    paint_icon(painter, name, QRectF(0, 0, size, size), colour, stroke)
    painter.end()
    return pixmap


def icon(name: str, size: int = 24, colour: str | None = None, *, ratio: float = 1, room: int = 0) -> QIcon:
    """An icon for buttons, in the theme's ink unless told, paler when disabled; `room` widens it at the right."""
    ink = colour or tokens().tx
    made = QIcon(_widened(icon_pixmap(name, size, ink, ratio=ratio), room))
    pale = icon_pixmap(name, size, ink, ratio=ratio, opacity=DISABLED_OPACITY)
    made.addPixmap(_widened(pale, room), QIcon.Mode.Disabled)
    return made


def _widened(pixmap: QPixmap, room: int) -> QPixmap:
    ratio = pixmap.devicePixelRatio()
    wide = QPixmap(QSize(pixmap.width() + round(room * ratio), pixmap.height()))
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, pixmap)
    painter.end()
    return wide
