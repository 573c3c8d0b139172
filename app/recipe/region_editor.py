"""A good part on which the region of interest and the ignore regions are drawn, by mouse, finger and keyboard."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen

from app.i18n import translate
from app.recipe.regions import INTEREST, Drawn, Grip, pulled, spanned
from app.theme import Weight, font, tokens
from app.widgets.image_view import ImageView
from app.widgets.score_bar import paint_zone_hatch
from vision.recipe import Region

REACH_PX = 24
"""A handle is taken this far from its middle: 48 px across, for a finger."""
_HANDLE_PX = 14
_DIM = 0.5
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_LONG_STEP = 10


@dataclass(frozen=True, kw_only=True)
class _Drag:
    """What a hand is doing now, in frame pixels."""

    start: tuple[float, float]
    key: int
    grip: Grip | None = None
    """None draws a new region."""
    region: Region | None = None
    """As it was when the drag began; None for a new one."""


class RegionEditor(ImageView):
    """Drag on the image to draw, drag a region or a handle to change it, arrow keys to move the chosen one.

    One drag is one change: it is told when the hand lets go.
    """

    drawn = Signal(object)
    """A new `Region` of the kind the tool draws."""
    changed = Signal(int, object)
    """Key and `Region`."""
    chosen = Signal(object)
    """Key of a region that was touched, None beside all."""
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._regions = Drawn()
        self._chosen: int | None = None
        self._draws_interest = True
        self._drag: _Drag | None = None
        self._pulled: Region | None = None
        self.setMouseTracking(True)

    def show_regions(self, regions: Drawn, chosen: int | None) -> None:
        """All regions, and the key of the one with handles."""
        self._regions, self._chosen = regions, chosen
        self.setAccessibleDescription(_in_words(regions))
        self.update()

    def set_tool(self, *, interest: bool) -> None:
        """Whether a drag draws the region of interest or an ignore region."""
        self._draws_interest = interest

    # ---- what a hand does

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self.frame_size is None:
            super().mousePressEvent(event)
            return
        at = event.position()
        key, grip = self._hit(at)
        region = None if key is None else self._regions.by_key[key]
        new = INTEREST if self._draws_interest else len(self._regions.ignored)
        self._drag = _Drag(start=self._to_frame(at), key=new if key is None else key, grip=grip, region=region)
        self.chosen.emit(key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is None:
            super().mouseMoveEvent(event)
            self._show_cursor(event.position())
            return
        self._pulled = self._after(event.position())
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, self._drag = self._drag, None
        region, self._pulled = self._pulled, None
        if drag is None:
            super().mouseReleaseEvent(event)
        elif region is not None and region != drag.region:
            if drag.grip is None:
                self.drawn.emit(region)
            else:
                self.changed.emit(drag.key, region)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, size = self._chosen, self.frame_size
        step = _STEPS.get(Qt.Key(event.key()))
        if key is None or size is None:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif step is None:
            super().keyPressEvent(event)
        else:
            times = _LONG_STEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            by = (step[0] * times, step[1] * times)
            self.changed.emit(key, pulled(self._regions.by_key[key], Grip.INSIDE, by, size))

    # ---- geometry

    def handle_at(self, key: int, grip: Grip) -> QPointF:
        """The middle of a handle, in the widget."""
        box, (across, down) = self._box(self._regions.by_key[key]), grip.place
        return QPointF(box.left() + across * box.width(), box.top() + down * box.height())

    def _to_frame(self, at: QPointF) -> tuple[float, float]:
        return self.place.to_frame(at.x(), at.y())

    def _box(self, region: Region) -> QRectF:
        (left, top), scale = self.place.origin, self.place.scale
        return QRectF(left + region.x * scale, top + region.y * scale, region.width * scale, region.height * scale)

    def _hit(self, at: QPointF) -> tuple[int | None, Grip | None]:
        """The region and where it would be held: handles of the chosen one first, then the newest region below."""
        if self._chosen is not None:
            near = {grip: _distance(at, self.handle_at(self._chosen, grip)) for grip in Grip if grip is not Grip.INSIDE}
            nearest = min(near, key=near.__getitem__)
            if near[nearest] <= REACH_PX:
                return self._chosen, nearest
        for key, region in reversed(self._regions.by_key.items()):
            # the region of interest lies below everything: while ignore regions are drawn it must not be caught
            if self._box(region).contains(at) and (key != INTEREST or self._draws_interest):
                return key, Grip.INSIDE
        return None, None

    def _after(self, at: QPointF) -> Region | None:
        drag, size = self._drag, self.frame_size
        if drag is None or size is None:
            return None
        now = self._to_frame(at)
        if drag.grip is None or drag.region is None:
            return spanned(drag.start, now, size)
        return pulled(drag.region, drag.grip, (now[0] - drag.start[0], now[1] - drag.start[1]), size)

    def _show_cursor(self, at: QPointF) -> None:
        _, grip = self._hit(at) if self.frame_size is not None else (None, None)
        self.setCursor(Qt.CursorShape.CrossCursor if grip is None else Qt.CursorShape.SizeAllCursor)

    # ---- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.frame_size is None:
            return
        regions = self._regions
        if self._drag is not None and self._pulled is not None:
            regions = regions.with_region(self._drag.key, self._pulled)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if regions.interest is not None:
            self._paint_interest(painter, regions.interest)
        for number, region in enumerate(regions.ignored, 1):
            self._paint_ignored(painter, region, str(number))
        chosen = None if self._chosen is None else regions.by_key.get(self._chosen)
        if chosen is not None:
            self._paint_handles(painter, self._box(chosen))

    def _paint_interest(self, painter: QPainter, region: Region) -> None:
        """What lies outside is not judged: it is dimmed."""
        outside = QPainterPath()
        width, height = self.frame_size or (1, 1)
        outside.addRect(self._box(Region(x=0, y=0, width=width, height=height)))
        outside.addRect(self._box(region))
        dim = QColor(tokens().contour_back)
        dim.setAlphaF(_DIM)
        painter.fillPath(outside, dim)
        _paint_frame(painter, self._box(region))

    def _paint_ignored(self, painter: QPainter, region: Region, number: str) -> None:
        box = self._box(region)
        veil = QColor(tokens().contour_back)
        veil.setAlphaF(_DIM)
        painter.fillRect(box, veil)
        paint_zone_hatch(painter, box, tokens().contour, 12)
        _paint_frame(painter, box)
        painter.setFont(font(16, Weight.SEMIBOLD))
        plate = QRectF(box.left(), box.top(), painter.fontMetrics().horizontalAdvance(number) + 14, 24)
        painter.fillRect(plate, QColor(tokens().contour))
        painter.setPen(QColor(tokens().contour_back))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, number)

    def _paint_handles(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(QPen(QColor(tokens().contour_back), 2))
        painter.setBrush(QColor(tokens().contour))
        for grip in Grip:
            if grip is not Grip.INSIDE:
                across, down = grip.place
                handle = QRectF(0, 0, _HANDLE_PX, _HANDLE_PX)
                handle.moveCenter(QPointF(box.left() + across * box.width(), box.top() + down * box.height()))
                painter.drawRect(handle)


def _paint_frame(painter: QPainter, box: QRectF) -> None:
    """White on black: seen on any image."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((tokens().contour_back, 5.0), (tokens().contour, 2.0)):
        painter.setPen(QPen(QColor(colour), width))
        painter.drawRect(box)


def _distance(first: QPointF, second: QPointF) -> float:
    away = first - second
    return max(abs(away.x()), abs(away.y()))


def _in_words(regions: Drawn) -> str:
    interest = (
        translate("Teach", "Whole frame") if regions.interest is None else translate("Teach", "Region of interest")
    )
    count = len(regions.ignored)
    return interest if not count else f"{interest}, " + translate("Teach", "{count} ignored").format(count=count)
