"""Numpy arrays as Qt images, without a copy more than needed, and how small ones are painted."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPixmap

from app.theme import paint_icon, tokens
from app.widgets.overlay import to_8_bits
from vision.images import shrunk
from vision.inspection import Frame, PixelArray

_SIGN, _ROUND = 24, 4


def qimage(pixels: NDArray[np.uint8] | PixelArray) -> QImage:
    """(H, W) or (H, W, 3) RGB uint8 as a QImage that owns its memory."""
    height, width = pixels.shape[:2]
    kind = QImage.Format.Format_Grayscale8 if pixels.ndim == 2 else QImage.Format.Format_RGB888
    packed = np.ascontiguousarray(pixels)
    return QImage(packed.data, width, height, packed.strides[0], kind).copy()


def argb_image(argb: NDArray[np.uint32]) -> QImage:
    """(H, W) premultiplied ARGB32 as a QImage that owns its memory."""
    height, width = argb.shape
    packed = np.ascontiguousarray(argb)
    kind = QImage.Format.Format_ARGB32_Premultiplied
    return QImage(packed.data, width, height, packed.strides[0], kind).copy()


def thumbnail(frame: Frame, size: QSize, ratio: float = 1) -> QPixmap:
    """A frame cut to cover `size` logical pixels, middle of the part in the middle."""
    width, height = round(size.width() * ratio), round(size.height() * ratio)
    scale = max(width / frame.width, height / frame.height)
    cut_w, cut_h = min(frame.width, round(width / scale)), min(frame.height, round(height / scale))
    x, y = (frame.width - cut_w) // 2, (frame.height - cut_h) // 2
    cut = frame.pixels[y : y + cut_h, x : x + cut_w]
    small = shrunk(cut, (width, height))
    pixmap = QPixmap.fromImage(qimage(to_8_bits(small, frame.bit_depth)))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def inside(place: QRectF, picture: QPixmap) -> QRectF:
    """The whole picture, as large as the place lets it be: a defect may lie at the border."""
    scale = min(place.width() / picture.width(), place.height() / picture.height())
    found = QRectF(0, 0, picture.width() * scale, picture.height() * scale)
    found.moveCenter(place.center())
    return found


def paint_thumbnail(painter: QPainter, box: QRectF, pixels: NDArray[np.uint8] | None, *, is_missing: bool) -> None:
    """A thumbnail that fills a box with round corners; while there is none, its ground, with a sign when none comes."""
    clip = QPainterPath()
    clip.addRoundedRect(box, _ROUND, _ROUND)
    painter.save()
    painter.setClipPath(clip)
    painter.fillRect(box, QColor(tokens().s3))
    if pixels is not None:
        painter.drawPixmap(box.toRect(), QPixmap.fromImage(qimage(pixels)))
    elif is_missing:
        sign = QRectF(0, 0, _SIGN, _SIGN)
        sign.moveCenter(box.center())
        paint_icon(painter, "camera-off", sign, tokens().tx3)
    painter.restore()
