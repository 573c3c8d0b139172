"""What is painted over and instead of an image: outlines, colour bar, amber note, and "No live image"."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPolygonF,
)

from app.i18n import translate
from app.theme import Weight, font, paint_icon, tokens
from app.widgets.overlay import Outline, colour_table, scale_position
from app.widgets.verdict_panel import paint_hatch
from app.widgets.viewport import Viewport
from vision.inspection import Frame, Thresholds

_TINY_PX = 12
_RING_PX = 14
_BACK_PX, _LINE_PX = 6.0, 2.5
_BAR = QSize(16, 150)
_LABEL_HEIGHT = 17.0


@dataclass(frozen=True, eq=False, kw_only=True)
class NoImage:
    """Why there is no image, and the last frame, kept small and dated."""

    what: str
    title: str = ""
    """In large letters; "" is "No live image"."""
    last: Frame | None = None
    caption: str = ""
    """ "Last frame, 14:32:08", and a second line for the part."""


def paint_outlines(painter: QPainter, lines: list[Outline], view: Viewport) -> None:
    """White on black, the same width on screen at any zoom; a region too small to see gets a ring."""
    path = QPainterPath()
    left, top = view.origin
    across, down = view.width * view.scale, view.height * view.scale
    for line in lines:
        corners = [QPointF(left + x * across, top + y * down) for x, y in line.points.tolist()]
        polygon = QPolygonF(corners)
        box = polygon.boundingRect()
        if max(box.width(), box.height()) < _TINY_PX:
            path.addEllipse(box.center(), _RING_PX, _RING_PX)
        else:
            path.addPolygon(polygon)
            path.closeSubpath()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    back = QColor(tokens().contour_back)
    back.setAlphaF(0.75)
    for colour, width in ((back, _BACK_PX), (QColor(tokens().contour), _LINE_PX)):
        painter.setPen(QPen(colour, width, j=Qt.PenJoinStyle.RoundJoin))
        painter.drawPath(path)


def paint_colour_bar(painter: QPainter, rect: QRectF, thresholds: Thresholds, opacity: float) -> None:
    """The scale at the image's upper right, with T1 and T2."""
    bar = QRectF(rect.right() - 12 - _BAR.width(), rect.top() + 14, _BAR.width(), _BAR.height())
    outline = QColor(tokens().contour)
    outline.setAlpha(112)
    painter.setPen(QPen(outline, 1))
    painter.setBrush(QColor(tokens().map_grey))
    painter.drawRoundedRect(bar.adjusted(-1, -1, 1, 1), 4, 4)
    gradient = QLinearGradient(bar.bottomLeft(), bar.topLeft())
    for index in range(0, 256, 15):
        red, green, blue, alpha = colour_table()[index].tolist()
        gradient.setColorAt(index / 255, QColor(red, green, blue, round(alpha * opacity)))
    painter.setPen(QColor(tokens().contour_back))
    painter.setBrush(gradient)
    painter.drawRoundedRect(bar, 3, 3)
    painter.setFont(font(14, Weight.SEMIBOLD))
    t1, t2 = (bar.bottom() - scale_position(t, thresholds) * bar.height() for t in (thresholds.t1, thresholds.t2))
    apart = max(0.0, _LABEL_HEIGHT - (t1 - t2)) / 2  # close lines keep their places, only the words make room
    _paint_tick(painter, bar, "T1", (t1, t1 + apart))
    _paint_tick(painter, bar, "T2", (t2, t2 - apart))


def _paint_tick(painter: QPainter, bar: QRectF, name: str, heights: tuple[float, float]) -> None:
    y, label_y = heights
    painter.setPen(QPen(QColor(tokens().contour), 2))
    painter.drawLine(QPointF(bar.left() - 4, y), QPointF(bar.right(), y))
    metrics = QFontMetricsF(painter.font())
    path = QPainterPath()
    at = QPointF(bar.left() - 8 - metrics.horizontalAdvance(name), label_y + metrics.capHeight() / 2)
    path.addText(at, painter.font(), name)
    shadow = QColor(tokens().contour_back)
    shadow.setAlphaF(0.8)
    painter.strokePath(path, QPen(shadow, 3, j=Qt.PenJoinStyle.RoundJoin))
    painter.fillPath(path, QColor(tokens().contour))


def paint_note(painter: QPainter, rect: QRectF, note: str) -> None:
    """An amber plate at the image's upper left."""
    painter.setFont(font(18, Weight.SEMIBOLD))
    width = QFontMetricsF(painter.font()).horizontalAdvance(note) + 32
    plate = QRectF(rect.left() + 12, rect.top() + 12, min(width, rect.width() - 120), 44)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens().hold))
    painter.drawRoundedRect(plate, 4, 4)
    painter.setPen(QColor(tokens().hold_ink))
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, note)


def paint_no_image(
    painter: QPainter, rect: QRectF, missing: NoImage, shrink: Callable[[Frame, QSize], QPixmap]
) -> None:
    """The hatched surround that says there is nothing live; the last frame small at the left."""
    theme = tokens()
    paint_hatch(painter, rect, (theme.img_hatch[1], theme.img_hatch[0]), 22)
    left = 210.0 if missing.last is not None and rect.width() > 500 else 0.0
    middle = QPointF(rect.left() + left + (rect.width() - left) / 2, rect.center().y())
    paint_icon(painter, "camera-off", QRectF(middle.x() - 42, middle.y() - 102, 84, 84), theme.img_ink, 1.6)
    title = missing.title or translate("ImageView", "No live image")
    _centred(painter, middle, 2, font(28, Weight.SEMIBOLD), theme.img_ink, title)
    _centred(painter, middle, 54, font(18), theme.img_ink2, missing.what)
    if left:
        _paint_last(painter, QRectF(rect.left() + 24, rect.center().y() - 70, 208, 138), missing, shrink)


def _centred(painter: QPainter, middle: QPointF, drop: float, face: QFont, ink: str, text: str) -> None:
    painter.setFont(face)
    painter.setPen(QColor(ink))
    box = QRectF(middle.x() - 240, middle.y() + drop, 480, 110)
    painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, text)


def _paint_last(painter: QPainter, plate: QRectF, missing: NoImage, shrink: Callable[[Frame, QSize], QPixmap]) -> None:
    if missing.last is None:
        return
    theme = tokens()
    painter.setPen(QPen(QColor(theme.ctl), 1))
    painter.setBrush(QColor(theme.img))
    painter.drawRoundedRect(plate, 6, 6)
    picture = QRectF(plate.left() + 1, plate.top() + 1, plate.width() - 2, 84)
    painter.setOpacity(0.6)
    painter.drawPixmap(picture.toRect(), shrink(missing.last, picture.size().toSize()))
    painter.setOpacity(1)
    painter.setFont(font(16))
    painter.setPen(QColor(theme.img_ink))
    painter.drawText(plate.adjusted(10, 90, -6, -4), Qt.AlignmentFlag.AlignLeft, missing.caption)
