"""An image with its part's name on it, and a magnifier that shows what is under the pointer or the finger."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen

from app.theme import Weight, font, tokens
from app.widgets.image_view import ImageShown, ImageView
from app.widgets.overlay import to_8_bits
from app.widgets.pixmaps import qimage
from vision.inspection import Frame

TIMES = 3
"""How much larger than the image the lens shows."""
_SIDE, _MARGIN = 196.0, 18.0
_PLATE_OPACITY = 0.85


class LensImage(ImageView):
    """The lens stands in a lower corner, so that neither hand nor pointer is in its way."""

    def __init__(self) -> None:
        super().__init__()
        self.setMouseTracking(True)
        self._title = ""
        self._frame: Frame | None = None
        self._peak: tuple[float, float] | None = None
        self._under: QPointF | None = None
        self._lens_on = False

    def show_titled(self, shown: ImageShown, title: str) -> None:
        """Show a frame under its title."""
        self._title, self._frame = title, shown.frame
        self._peak = _peak_of(shown)
        self.show_image(shown)

    def set_lens(self, on: bool) -> None:
        """Show or hide the magnifier; until the pointer comes it shows the highest place."""
        self._lens_on, self._under = on, None
        self.update()

    @property
    def is_lens_on(self) -> bool:
        """True while the magnifier is shown."""
        return self._lens_on

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._look_under(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._look_under(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._frame is None or self.frame_size is None:
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if self._title:
            _paint_plate(painter, self._title, QPointF(12, 12), 18)
        if self._lens_on:
            self._paint_lens(painter, self._frame)

    def _look_under(self, event: QMouseEvent) -> None:
        if self._lens_on:
            self._under = event.position()
            self.update()

    def _paint_lens(self, painter: QPainter, frame: Frame) -> None:
        x, y = self._focus(frame)
        at_x = self.place.origin[0] + x * self.place.scale
        is_left = at_x > self.width() / 2
        left = _MARGIN if is_left else self.width() - _MARGIN - _SIDE
        circle = QRectF(left, self.height() - _MARGIN - _SIDE, _SIDE, _SIDE)
        clip = QPainterPath()
        clip.addEllipse(circle)
        painter.save()
        painter.setClipPath(clip)
        painter.fillRect(circle, QColor(tokens().img))
        scale = TIMES * self.place.scale
        half = _SIDE / 2 / scale
        x0, x1 = max(0, int(x - half) - 1), min(frame.width, int(x + half) + 2)
        y0, y1 = max(0, int(y - half) - 1), min(frame.height, int(y + half) + 2)
        cut = qimage(to_8_bits(frame.pixels[y0:y1, x0:x1], frame.bit_depth))
        middle = circle.center()
        where = QPointF(middle.x() + (x0 - x) * scale, middle.y() + (y0 - y) * scale)
        painter.drawImage(QRectF(where.x(), where.y(), (x1 - x0) * scale, (y1 - y0) * scale), cut)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((tokens().contour_back, 7.0), (tokens().contour, 3.0)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawEllipse(circle)
        _paint_plate(painter, f"{TIMES}×", QPointF(middle.x() - 22, circle.bottom() - 34), 16)

    def _focus(self, frame: Frame) -> tuple[float, float]:
        """The frame point in the middle of the lens."""
        if self._under is not None:
            x, y = self.place.to_frame(self._under.x(), self._under.y())
            return min(max(x, 0.0), frame.width - 1.0), min(max(y, 0.0), frame.height - 1.0)
        return self._peak or (frame.width / 2, frame.height / 2)


def _peak_of(shown: ImageShown) -> tuple[float, float] | None:
    if shown.anomaly_map is None:
        return None
    rows, columns = shown.anomaly_map.shape
    row, column = divmod(int(shown.anomaly_map.argmax()), columns)
    return (column + 0.5) / columns * shown.frame.width, (row + 0.5) / rows * shown.frame.height


def _paint_plate(painter: QPainter, words: str, corner: QPointF, size: int) -> None:
    painter.setFont(font(size, Weight.SEMIBOLD, serial=True))
    width = QFontMetricsF(painter.font()).horizontalAdvance(words) + 24
    plate = QRectF(corner.x(), corner.y(), width, size + 18)
    ground = QColor(tokens().img)
    ground.setAlphaF(_PLATE_OPACITY)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(plate, 4, 4)
    painter.setPen(QColor(tokens().contour))
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, words)
