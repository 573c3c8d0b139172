"""How the canvas is painted: two kept pictures of its size, and what is drawn over them at every paint."""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF

from app.annotate.canvas.glow import MapGlow
from app.annotate.canvas.marks import LiveStroke, Mark, Rectangle, painted
from app.annotate.canvas.picture import Picture
from app.theme import font, tokens
from app.theme.tokens import RADIUS_CARD
from app.widgets.overlay import colour_map
from app.widgets.pixmaps import argb_image, qimage
from app.widgets.viewport import Viewport

_MAP_OPACITY = 0.7


@dataclass(frozen=True, eq=False, kw_only=True)
class Scene:
    """Everything that is to be seen."""

    picture: Picture
    viewport: Viewport
    marks: Sequence[Mark]
    live: LiveStroke | None
    glow: MapGlow | None
    size: QSize
    """Of the widget, in logical pixels."""
    ratio: float
    """Device pixels to a logical one."""


class Rendering:
    """The image as it is seen, and the marks; the latter are painted anew only where they were touched."""

    def __init__(self) -> None:
        self._base: QImage | None = None
        self._layer: QImage | None = None
        self._stale: QRect | None = None

    def forget(self) -> None:
        """One looks elsewhere: all is painted anew."""
        self._base = self._layer = None

    def forget_marks(self) -> None:
        """Any of the marks may differ."""
        self._layer = None

    def touch(self, box: QRect) -> None:
        """The marks in this part of the widget differ."""
        self._stale = box if self._stale is None else self._stale | box

    def pictures(self, scene: Scene) -> tuple[QImage, QImage]:
        """Image and marks, up to date."""
        base, layer = self._base, self._layer
        if base is None:
            base = self._base = _rendered(scene)
        if layer is None:
            layer = self._layer = _blank(scene, Qt.GlobalColor.transparent)
            self._stale = QRect(0, 0, scene.size.width(), scene.size.height())
        if self._stale is not None and not self._stale.isEmpty():
            _paint_marks(layer, self._stale, scene)
        self._stale = None
        return base, layer


def _blank(scene: Scene, colour: QColor | Qt.GlobalColor) -> QImage:
    image = QImage(scene.size * scene.ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(colour)
    return image


def _rendered(scene: Scene) -> QImage:
    base = _blank(scene, QColor(tokens().img))
    (left, top), pixels = scene.picture.seen(scene.viewport, scene.ratio)
    painter = QPainter(base)
    at = QPointF(round(left * scene.ratio), round(top * scene.ratio))
    painter.drawImage(at, qimage(pixels))
    if scene.glow is not None:
        painter.setOpacity(_MAP_OPACITY)
        painter.drawImage(at, _glowing(scene.glow, scene.viewport, (pixels.shape[1], pixels.shape[0])))
    painter.end()
    return base


def _glowing(glow: MapGlow, viewport: Viewport, size: tuple[int, int]) -> QImage:
    """What can be seen of the map, in colour, `size` device pixels wide and high."""
    x, y, across, down = viewport.visible()
    rows, columns = glow.anomaly_map.shape
    share_x, share_y = columns / viewport.width, rows / viewport.height
    left, top = int(x * share_x), int(y * share_y)
    right, bottom = max(left + 1, round((x + across) * share_x)), max(top + 1, round((y + down) * share_y))
    wide = cv2.resize(glow.anomaly_map[top:bottom, left:right], size, interpolation=cv2.INTER_LINEAR)
    return argb_image(colour_map(np.asarray(wide, np.float32), glow.thresholds))


def _paint_marks(layer: QImage, box: QRect, scene: Scene) -> None:
    where = Rectangle(left=box.x(), top=box.y(), width=box.width(), height=box.height())
    argb = painted(scene.marks, scene.live, scene.viewport, where, scene.ratio)
    painter = QPainter(layer)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.drawImage(QPointF(round(box.x() * scene.ratio), round(box.y() * scene.ratio)), argb_image(argb))
    painter.end()


def paint_path(painter: QPainter, path: Sequence[tuple[float, float]], viewport: Viewport) -> None:
    """The lines of a polygon or box on its way, visible on any image."""
    (left, top), scale = viewport.origin, viewport.scale
    line = QPolygonF([QPointF(left + x * scale, top + y * scale) for x, y in path])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((tokens().contour_back, 4), (tokens().contour, 2)):
        painter.setPen(QPen(QColor(colour), width))
        painter.drawPolygon(line)
        painter.drawEllipse(line.first(), 5, 5)


def paint_tip(painter: QPainter, at: QPointF, radius: float) -> None:
    """The circle of the brush."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((tokens().contour_back, 4.0), (tokens().contour, 1.8)):
        painter.setPen(QPen(QColor(colour), width))
        painter.drawEllipse(at, radius, radius)


def paint_frame(painter: QPainter, rect: QRect) -> None:
    """Round corners, and the border of a card: in small pieces, since this is done at every paint."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens().bg))
    box, side = QRectF(rect), float(RADIUS_CARD)
    for x, inwards_x in ((box.left(), side), (box.right(), -side)):
        for y, inwards_y in ((box.top(), side), (box.bottom(), -side)):
            middle = QPointF(x + inwards_x, y + inwards_y)
            corner, inside = QPainterPath(), QPainterPath()
            corner.addRect(QRectF(QPointF(x, y), middle).normalized())
            inside.addEllipse(middle, side, side)
            painter.drawPath(corner.subtracted(inside))
    painter.setPen(QColor(tokens().line))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), side, side)


def paint_absence(painter: QPainter, rect: QRect, words: str) -> None:
    """No image, and why."""
    painter.fillRect(rect, QColor(tokens().img))
    painter.setPen(QColor(tokens().img_ink2))
    painter.setFont(font(18))
    flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
    painter.drawText(rect.adjusted(48, 24, -48, -24), flags, words)
