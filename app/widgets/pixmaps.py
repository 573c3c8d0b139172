"""Numpy arrays as Qt images, without a copy more than needed."""

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPixmap

from app.widgets.overlay import to_8_bits
from vision.inspection import Frame, PixelArray


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
    small = cv2.resize(cut, (width, height), interpolation=cv2.INTER_AREA)
    pixmap = QPixmap.fromImage(qimage(to_8_bits(small, frame.bit_depth)))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
