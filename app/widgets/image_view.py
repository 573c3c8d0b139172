"""The image of a part with its anomaly map and outlines.

Any numpy frame is drawn quickly because only what is in sight is resized, to screen size, before it is coloured: a
5-megapixel frame costs the same as a small one. Opacity and outlines are drawn by Qt and need no new colours.
"""

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

from app.i18n import translate
from app.theme import tokens
from app.theme.tokens import RADIUS_CARD
from app.widgets.image_paint import NoImage, paint_colour_bar, paint_no_image, paint_note, paint_outlines
from app.widgets.overlay import Outline, beneath, colour_map, outlines, to_8_bits
from app.widgets.pixmaps import argb_image, qimage, thumbnail
from app.widgets.viewport import Viewport
from vision.images import shrunk
from vision.inspection import AnomalyMap, Frame, PixelArray, Thresholds

_DRAG_PX = 6
_WHEEL_STEP = 1.25
_SQUARES_FROM = 3


@dataclass(frozen=True, eq=False, kw_only=True)
class ImageShown:
    """A frame and what the model said of it; without `anomaly_map` or `thresholds` the frame is drawn alone."""

    frame: Frame
    anomaly_map: AnomalyMap | None = None
    """Any size; stretched over the frame."""
    thresholds: Thresholds | None = None
    with_scale: bool = True
    """False leaves the colour bar out: T1 and T2 beside the colours would tell the score."""
    name: str = ""
    """Accessible name, for example "Part 1 285, camera 1"."""


class ImageView(QWidget):
    """Fit by default; wheel and pinch zoom, double tap 1:1, drag moves. Pressing or holding Space hides map and outline."""

    zoom_changed = Signal(bool)
    """True while the frame is magnified."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: ImageShown | None = None
        self._missing: NoImage | None = None
        self._outlines: list[Outline] = []
        self._viewport = Viewport(width=1, height=1, view_width=1, view_height=1)
        self._base: QImage | None = None
        self._coloured: QImage | None = None
        self._painted_rect = QRectF()
        self._map_on, self._outline_on, self._opacity = True, True, 0.7
        self._held_off = False
        self._note = ""
        self._press: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("ImageView", "Image"))
        self.setMinimumSize(160, 120)
        self.grabGesture(Qt.GestureType.PinchGesture)

    def sizeHint(self) -> QSize:
        return QSize(712, 500)

    # ---- setters

    def show_image(self, shown: ImageShown) -> None:
        """Show a frame with its map; magnification is kept while the frame size stays."""
        size_kept = self._shown is not None and _size(self._shown.frame) == _size(shown.frame)
        self._shown, self._missing = shown, None
        self._outlines = _outlines_of(shown)
        if not size_kept:
            self._viewport = _fitted(shown.frame, self)
        self.setAccessibleName(shown.name or translate("ImageView", "Image"))
        self._refresh()

    def show_no_image(self, what: str, *, title: str = "", last: Frame | None = None, caption: str = "") -> None:
        """Say that there is no live image, or `title`; the last frame is small and dated, it never fills the view."""
        self._missing = NoImage(what=what, title=title, last=last, caption=caption)
        self._shown, self._base, self._coloured = None, None, None
        self.setAccessibleName(title or translate("ImageView", "No live image"))
        self.update()

    def set_map_visible(self, visible: bool) -> None:
        """Show or hide the colours."""
        self._map_on = visible
        self._refresh()

    def set_outline_visible(self, visible: bool) -> None:
        """Show or hide the outline at T1."""
        self._outline_on = visible
        self.update()

    def set_opacity(self, opacity: float) -> None:
        """Opacity of the colours, 0 to 1."""
        self._opacity = min(1.0, max(0.0, opacity))
        self.update()

    def set_note(self, note: str) -> None:
        """An amber note on the image, such as "View held"; empty takes it away."""
        self._note = note
        self.update()

    def magnify(self, on: bool) -> None:
        """1:1 at the highest place of the map (or the middle), or back to fit."""
        if self._shown is None:
            return
        view = _fitted(self._shown.frame, self)
        if on:
            x, y = _peak(self._shown)
            at = view.origin[0] + x * view.scale, view.origin[1] + y * view.scale
            view = view.zoomed(max(1.0, 2 * view.fit), *at).moved(self.width() / 2 - at[0], self.height() / 2 - at[1])
        self._look(view)

    @property
    def is_magnified(self) -> bool:
        """True when the view is not fitted."""
        return self._viewport.zoom is not None

    @property
    def is_map_drawn(self) -> bool:
        """True while the colours can be seen."""
        return self._map_on and not self._held_off and self._has_map()

    @property
    def place(self) -> Viewport:
        """Where the frame lies in this widget."""
        return self._viewport

    @property
    def frame_size(self) -> tuple[int, int] | None:
        """Width and height of the frame in pixels; None while there is no image."""
        return None if self._shown is None else _size(self._shown.frame)

    # ---- what a person does

    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = event.angleDelta().y() / 120
        at = event.position()
        self._look(self._viewport.zoomed(self._viewport.scale * _WHEEL_STEP**steps, at.x(), at.y()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        self._look(self._viewport.zoomed(0 if self.is_magnified else max(1.0, 2 * self._viewport.fit), at.x(), at.y()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._press = event.position()
        self._hold_off(True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._press is None:
            return
        by = event.position() - self._press
        if self.is_magnified and by.manhattanLength() >= _DRAG_PX:
            self._hold_off(False)
            self._press = event.position()
            self._look(self._viewport.moved(by.x(), by.y()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._press = None
        self._hold_off(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._hold_off(True)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._hold_off(False)
        else:
            super().keyReleaseEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                at = self.mapFromGlobal(pinch.centerPoint())
                self._look(self._viewport.zoomed(self._viewport.scale * pinch.scaleFactor(), at.x(), at.y()))
                return True
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            at = event.position()
            self._look(self._viewport.zoomed(self._viewport.scale * (1 + event.value()), at.x(), at.y()))
            return True
        return super().event(event)

    # ---- drawing

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._viewport = self._viewport.resized(self.width(), self.height())
        self._refresh()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CARD, RADIUS_CARD)
        painter.setClipPath(clip)
        painter.fillRect(self.rect(), QColor(tokens().img))
        if self._shown is not None:
            self._paint_image(painter)
        else:
            missing = self._missing or NoImage(what=translate("ImageView", "No part was looked at yet."))
            paint_no_image(painter, QRectF(self.rect()), missing, thumbnail)
        if self._note:
            paint_note(painter, QRectF(self.rect()), self._note)
        painter.setClipping(False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(tokens().line))
        painter.drawPath(clip)

    def _paint_image(self, painter: QPainter) -> None:
        if self._base is None:
            self._render()
        shown = self._shown
        if self._base is None or shown is None:
            return
        painter.drawImage(self._painted_rect, self._base)
        if self.is_map_drawn and self._coloured is not None:
            painter.setOpacity(self._opacity)
            painter.drawImage(self._painted_rect, self._coloured)
            painter.setOpacity(1)
        if self._outline_on and not self._held_off:
            paint_outlines(painter, self._outlines, self._viewport)
        if shown.with_scale and shown.thresholds is not None and shown.anomaly_map is not None:
            paint_colour_bar(painter, QRectF(self.rect()), shown.thresholds, self._opacity)

    def _render(self) -> None:
        """Resize what is in sight to screen size, then colour it."""
        shown = self._shown
        if shown is None:
            return
        x, y, width, height = self._viewport.visible()
        left, top = self._viewport.origin
        scale = self._viewport.scale
        ratio = self.devicePixelRatioF()
        size = (max(1, round(width * scale * ratio)), max(1, round(height * scale * ratio)))
        # whole pixels, so that Qt copies instead of resampling once more
        self._painted_rect = QRectF(round(left + x * scale), round(top + y * scale), size[0] / ratio, size[1] / ratio)
        cut = shown.frame.pixels[y : y + height, x : x + width]
        seen = to_8_bits(_scaled(cut, size, scale * ratio), shown.frame.bit_depth)
        self._base = qimage(beneath(seen) if self.is_map_drawn else seen)
        self._coloured = self._colours((x, y, width, height), size) if self.is_map_drawn else None

    def _colours(self, sight: tuple[int, int, int, int], size: tuple[int, int]) -> QImage | None:
        shown = self._shown
        if shown is None or shown.anomaly_map is None or shown.thresholds is None:
            return None
        rows, columns = shown.anomaly_map.shape
        across, down = columns / shown.frame.width, rows / shown.frame.height
        x, y, width, height = sight
        x0, y0 = int(x * across), int(y * down)
        x1, y1 = max(x0 + 1, round((x + width) * across)), max(y0 + 1, round((y + height) * down))
        cut = shown.anomaly_map[y0:y1, x0:x1]
        stretched = np.asarray(cv2.resize(cut, size, interpolation=cv2.INTER_LINEAR), dtype=np.float32)
        return argb_image(colour_map(stretched, shown.thresholds))

    def _refresh(self) -> None:
        self._base, self._coloured = None, None
        self.update()

    def _look(self, viewport: Viewport) -> None:
        if self._shown is None or viewport == self._viewport:
            return
        was = self.is_magnified
        self._viewport = viewport
        self._refresh()
        if was != self.is_magnified:
            self.zoom_changed.emit(self.is_magnified)

    def _hold_off(self, off: bool) -> None:
        if off != self._held_off:
            self._held_off = off
            self._refresh()

    def _has_map(self) -> bool:
        return self._shown is not None and self._shown.anomaly_map is not None and self._shown.thresholds is not None


def _size(frame: Frame) -> tuple[int, int]:
    return frame.width, frame.height


def _fitted(frame: Frame, view: QWidget) -> Viewport:
    return Viewport(
        width=frame.width, height=frame.height, view_width=max(1, view.width()), view_height=max(1, view.height())
    )


def _scaled(pixels: PixelArray, size: tuple[int, int], scale: float) -> NDArray[Any]:
    """Without aliasing when it shrinks, in plain squares when single pixels are to be seen."""
    if scale < 1:
        return shrunk(pixels, size)
    way = cv2.INTER_NEAREST if scale > _SQUARES_FROM else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(pixels, size, interpolation=way))


def _outlines_of(shown: ImageShown) -> list[Outline]:
    if shown.anomaly_map is None or shown.thresholds is None:
        return []
    return outlines(shown.anomaly_map, shown.thresholds.t1)


def _peak(shown: ImageShown) -> tuple[float, float]:
    """The frame point where the map is highest; the middle without a map."""
    if shown.anomaly_map is None:
        return shown.frame.width / 2, shown.frame.height / 2
    rows, columns = shown.anomaly_map.shape
    row, column = divmod(int(shown.anomaly_map.argmax()), columns)
    return (column + 0.5) / columns * shown.frame.width, (row + 0.5) / rows * shown.frame.height


if __name__ == "__main__":
    from app.widgets.alone import show_alone
    from app.widgets.examples import example_image

    def _example() -> ImageView:
        view = ImageView()
        view.show_image(example_image())
        return view

    show_alone(_example)
