"""The image under the hand: drawn at the size in which it is seen, and painted on with mouse, pen or finger.

Two pictures of the size of the widget are kept: the image as it is seen, made anew when one looks elsewhere, and the
marks, of which only the touched rectangle is made anew. Painting copies the two. So neither the size of the image nor
the number of marks is felt in the hand.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTabletEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

from app.annotate.canvas.glow import MapGlow
from app.annotate.canvas.marks import LiveStroke, Mark
from app.annotate.canvas.picture import Picture
from app.annotate.canvas.rendering import Rendering, Scene, paint_absence, paint_frame, paint_path, paint_tip
from app.annotate.canvas.sketches import Sketch
from app.i18n import translate
from app.widgets.viewport import Viewport
from labeling.annotation import PlacedMask
from labeling.painting import Touch

_WHEEL_STEP = 1.25
_RIM = 6
"""Logical pixels around a touched rectangle that outlines may change."""
_REACH_PX = 12
"""Logical pixels around a polygon's first corner that close it."""


class Canvas(QWidget):
    """Wheel and pinch zoom; middle button, or Space and drag, moves. Setters in, signals out."""

    drawn = Signal(object)
    """A finished `PlacedMask`."""
    pointed = Signal(float, float, bool)
    """A place, and False for the right button: for the tools that take a point."""
    menu_wanted = Signal(float, float)
    """The right button at a place of the image."""
    looked = Signal()
    """Another zoom."""

    def __init__(self) -> None:
        super().__init__()
        self._picture: Picture | None = None
        self._viewport = Viewport(width=1, height=1, view_width=1, view_height=1)
        self._marks: tuple[Mark, ...] = ()
        self._sketch: Sketch | None = None
        self._sketch_colour, self._erases, self._tip_px = "#FFFFFF", False, 0.0
        self._takes_points = False
        self._glow: MapGlow | None = None
        self._rendering = Rendering()
        self._words = ""
        self._pointer: QPointF | None = None
        self._pan_from: QPointF | None = None
        self._is_down = self._space = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(240, 200)
        self.setAccessibleName(translate("Annotate", "Image to mark"))
        self.grabGesture(Qt.GestureType.PinchGesture)

    def sizeHint(self) -> QSize:
        return QSize(668, 616)

    # ---- setters

    def show_picture(self, picture: Picture | None, words: str = "") -> None:
        """Another image, or why there is none; how one looks at it is kept while the size stays."""
        self._picture, self._words = picture, words
        frame = picture.frame if picture is not None else None
        if frame is None:
            self.setAccessibleDescription(words)
        elif (frame.width, frame.height) != (self._viewport.width, self._viewport.height):
            self._viewport = Viewport(
                width=frame.width,
                height=frame.height,
                view_width=max(1, self.width()),
                view_height=max(1, self.height()),
            )
        self._marks, self._glow = (), None
        self.cancel_sketch()
        self._refresh()
        self.looked.emit()

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """What is marked; only the surroundings of what differs are painted anew."""
        before, self._marks = self._marks, tuple(marks)
        for mark in _differing(before, self._marks):
            self._touch(mark.mask)

    def show_glow(self, glow: MapGlow | None) -> None:
        """The model's map below the marks."""
        if glow is not self._glow:
            self._glow = glow
            self._refresh()

    def set_sketch(self, sketch: Sketch | None, *, colour: str, erases: bool = False, tip_px: float = 0.0) -> None:
        """The tool that draws (None without); `tip_px` is the radius of the circle at the pointer, in image pixels."""
        self.cancel_sketch()
        self._sketch, self._sketch_colour, self._erases, self._tip_px = sketch, colour, erases, tip_px
        shape = Qt.CursorShape.BlankCursor if tip_px else Qt.CursorShape.CrossCursor
        self.setCursor(shape if sketch is not None or self._takes_points else Qt.CursorShape.ArrowCursor)
        self.update()

    def set_takes_points(self, takes: bool) -> None:
        """The tool takes a place instead of a stroke."""
        self._takes_points = takes

    def cancel_sketch(self) -> bool:
        """Forget what is being drawn; False when nothing was."""
        sketch = self._sketch
        if sketch is None or not (self._is_down or sketch.path):
            return False
        sketch.cancel()
        self._is_down = False
        self._rendering.forget_marks()
        self.update()
        return True

    def close_sketch(self) -> bool:
        """Finish what is being drawn, as Enter does; False when there is nothing to finish."""
        return self._finish(self._sketch.close()) if self._sketch else False

    def take_back(self) -> bool:
        """Undo the last corner of what is being drawn; False when there is none."""
        is_open = self._sketch is not None and self._sketch.take_back()
        self.update()
        return is_open

    def fit(self) -> None:
        """The whole image."""
        self._look(self._viewport.zoomed(0, 0, 0))

    def show_pixels(self) -> None:
        """1:1 around the pointer, or the middle."""
        at = self._pointer or QPointF(self.width() / 2, self.height() / 2)
        self._look(self._viewport.zoomed(1.0, at.x(), at.y()))

    @property
    def percent(self) -> int:
        """The zoom now."""
        return round(100 * self._viewport.scale)

    @property
    def place(self) -> Viewport:
        """Where the image lies in this widget."""
        return self._viewport

    @property
    def has_picture(self) -> bool:
        """True when an image is shown."""
        return self._picture is not None

    # ---- what a person does

    def wheelEvent(self, event: QWheelEvent) -> None:
        steps, at = event.angleDelta().y() / 120, event.position()
        self._look(self._viewport.zoomed(self._viewport.scale * _WHEEL_STEP**steps, at.x(), at.y()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.MiddleButton or self._space:
            self._pan_from = event.position()
        elif event.button() is Qt.MouseButton.RightButton:
            self._point(event.position(), is_inside=False)
        elif event.button() is Qt.MouseButton.LeftButton:
            self._press(event.position(), 1.0)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pan_from is not None:
            by, self._pan_from = event.position() - self._pan_from, event.position()
            self._look(self._viewport.moved(by.x(), by.y()))
        else:
            self._move(event.position(), 1.0)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pan_from = None
        if event.button() is Qt.MouseButton.LeftButton:
            self._release()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or not self.close_sketch():
            self.mousePressEvent(event)

    def tabletEvent(self, event: QTabletEvent) -> None:
        """A pen: as a mouse, with its pressure."""
        kind, at = event.type(), event.position()
        if kind == QEvent.Type.TabletPress:
            self._press(at, event.pressure())
        elif kind == QEvent.Type.TabletMove:
            self._move(at, event.pressure() if self._is_down else 1.0)
        elif kind == QEvent.Type.TabletRelease:
            self._release()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._space = True
            self.update()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self.update()
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._space = False  # its release goes to somebody else
        super().focusOutEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)
        super().leaveEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self.cancel_sketch()  # the first finger had begun to draw
                at = self.mapFromGlobal(pinch.centerPoint())
                by = pinch.centerPoint() - pinch.lastCenterPoint()
                self._look(self._zoomed(pinch.scaleFactor(), at).moved(by.x(), by.y()))
                return True
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self._look(self._zoomed(1 + event.value(), event.position()))
            return True
        return super().event(event)

    # ---- drawing with the hand

    def _press(self, at: QPointF, pressure: float) -> None:
        if self._picture is None:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if self._takes_points:
            self._point(at, is_inside=True)
        elif self._sketch is not None:
            self._is_down = True
            self._finish(self._sketch.press(self._touch_at(at, pressure), _REACH_PX / self._viewport.scale))
            self._move(at, pressure)

    def _move(self, at: QPointF, pressure: float) -> None:
        self._hover(at)
        if self._sketch is None or self._picture is None:
            return
        piece = self._sketch.move(self._touch_at(at, pressure), is_down=self._is_down)
        if piece.pixels.size:
            self._touch(piece)
        elif self._sketch.path:
            self.update()

    def _release(self) -> None:
        if self._is_down and self._sketch is not None:
            self._is_down = False
            self._finish(self._sketch.release())

    def _finish(self, mask: PlacedMask | None) -> bool:
        if mask is None:
            return False
        self._is_down = False
        self._touch(mask)  # what the stroke showed beyond what is kept of it goes
        self.drawn.emit(mask)
        self.update()
        return True

    def _point(self, at: QPointF, *, is_inside: bool) -> None:
        x, y = self._viewport.to_frame(at.x(), at.y())
        if self._takes_points:
            self.pointed.emit(x, y, is_inside)
        elif not is_inside:
            self.menu_wanted.emit(x, y)

    def _touch_at(self, at: QPointF, pressure: float) -> Touch:
        x, y = self._viewport.to_frame(at.x(), at.y())
        return Touch(x=x, y=y, pressure=pressure)

    def _hover(self, at: QPointF | None) -> None:
        for place in (self._pointer, at):
            if place is not None and self._tip_px:
                reach = self._tip_px * self._viewport.scale + 4
                self.update(QRectF(place.x() - reach, place.y() - reach, 2 * reach, 2 * reach).toAlignedRect())
        self._pointer = at

    # ---- looking

    def _zoomed(self, factor: float, at: QPointF) -> Viewport:
        return self._viewport.zoomed(self._viewport.scale * factor, at.x(), at.y())

    def _look(self, viewport: Viewport) -> None:
        if self._picture is not None and viewport != self._viewport:
            self._viewport = viewport
            self._refresh()
            self.looked.emit()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._viewport = self._viewport.resized(self.width(), self.height())
        self._refresh()
        self.looked.emit()

    # ---- painting

    def _refresh(self) -> None:
        self._rendering.forget()
        self.update()

    def _touch(self, mask: PlacedMask) -> None:
        """The marks around this one are to be painted anew."""
        height, width = mask.pixels.shape
        if not width:
            return
        (left, top), scale = self._viewport.origin, self._viewport.scale
        box = QRectF(left + mask.left * scale, top + mask.top * scale, width * scale, height * scale).toAlignedRect()
        box = box.adjusted(-_RIM, -_RIM, _RIM, _RIM) & self.rect()
        self._rendering.touch(box)
        self.update(box)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._picture is None:
            paint_absence(painter, self.rect(), self._words)
        else:
            self._paint_picture(painter, self._picture, event)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_frame(painter, self.rect())

    def _paint_picture(self, painter: QPainter, picture: Picture, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        base, layer = self._rendering.pictures(self._scene(picture))
        for part in event.region():  # type: ignore[attr-defined]  # Qt's stubs do not know that regions are sequences
            source = QRectF(part.x() * ratio, part.y() * ratio, part.width() * ratio, part.height() * ratio)
            painter.drawImage(QRectF(part), base, source)
            if not self._space:
                painter.drawImage(QRectF(part), layer, source)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._sketch is not None and self._sketch.path:
            paint_path(painter, self._sketch.path, self._viewport)
        if self._sketch is not None and self._pointer is not None and self._tip_px and not self._space:
            paint_tip(painter, self._pointer, max(1.5, self._tip_px * self._viewport.scale))

    def _scene(self, picture: Picture) -> Scene:
        pixels = self._sketch.live if self._sketch is not None else None
        live = None
        if pixels is not None:
            live = LiveStroke(pixels=pixels, colour=self._sketch_colour, erases=self._erases)
        return Scene(
            picture=picture,
            viewport=self._viewport,
            marks=self._marks,
            live=live,
            glow=self._glow,
            size=self.size(),
            ratio=self.devicePixelRatioF(),
        )


def _differing(before: Sequence[Mark], after: Sequence[Mark]) -> list[Mark]:
    """Marks that came, went or look otherwise."""
    kept = {_look_of(mark) for mark in before} & {_look_of(mark) for mark in after}
    return [mark for mark in (*before, *after) if _look_of(mark) not in kept]


def _look_of(mark: Mark) -> tuple[int, str, bool, bool]:
    """Masks are never changed, so the same object is the same mask."""
    return id(mark.mask), mark.colour, mark.is_chosen, mark.is_proposed
