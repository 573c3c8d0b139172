"""Sums and differences of placed masks: only the rectangles they lie in are touched, however large the image is."""

import math

import numpy as np

from labeling.annotation import PlacedMask
from vision.inspection import PixelMask


def nothing() -> PlacedMask:
    """A mask with nothing marked."""
    return PlacedMask(left=0, top=0, pixels=np.zeros((0, 0), np.bool_))


def joined(*masks: PlacedMask) -> PlacedMask:
    """What any of them marks."""
    canvas = _Canvas(*masks)
    for mask in masks:
        canvas.under(mask)[...] |= mask.pixels
    return canvas.mask()


def toggled(mask: PlacedMask, other: PlacedMask) -> PlacedMask:
    """What exactly one of the two marks. Toggled twice by the same, a mask is as before."""
    canvas = _Canvas(mask, other)
    canvas.under(mask)[...] = mask.pixels
    canvas.under(other)[...] ^= other.pixels
    return canvas.mask()


def common(mask: PlacedMask, other: PlacedMask) -> PlacedMask:
    """What both mark."""
    return PlacedMask.of(mask.pixels & window(other, of=mask), left=mask.left, top=mask.top)


def without(mask: PlacedMask, other: PlacedMask) -> PlacedMask:
    """What the first marks and the second does not."""
    return PlacedMask.of(mask.pixels & ~window(other, of=mask), left=mask.left, top=mask.top)


def clipped(mask: PlacedMask, width: int, height: int) -> PlacedMask:
    """The part inside an image."""
    left, top = max(0, mask.left), max(0, mask.top)
    inside = mask.pixels[
        top - mask.top : max(0, height - mask.top),
        left - mask.left : max(0, width - mask.left),
    ]
    return mask if inside.shape == mask.pixels.shape else PlacedMask.of(inside, left=left, top=top)


def marks(mask: PlacedMask, x: float, y: float) -> bool:
    """Whether the pixel at a place of the image is marked."""
    row, column = math.floor(y) - mask.top, math.floor(x) - mask.left
    height, width = mask.pixels.shape
    return 0 <= row < height and 0 <= column < width and bool(mask.pixels[row, column])


def window(mask: PlacedMask, *, of: PlacedMask) -> PixelMask:
    """What a mask marks inside the rectangle of another, as large as that rectangle."""
    moved = PlacedMask(left=mask.left - of.left, top=mask.top - of.top, pixels=mask.pixels)
    return moved.on(*of.pixels.shape)


class _Canvas:
    """The smallest rectangle around some masks."""

    def __init__(self, *masks: PlacedMask) -> None:
        marked = [mask for mask in masks if mask.pixels.size]
        self._left = min((mask.left for mask in marked), default=0)
        self._top = min((mask.top for mask in marked), default=0)
        right = max((mask.left + mask.pixels.shape[1] for mask in marked), default=0)
        bottom = max((mask.top + mask.pixels.shape[0] for mask in marked), default=0)
        self._pixels = np.zeros((bottom - self._top, right - self._left), np.bool_)

    def under(self, mask: PlacedMask) -> PixelMask:
        """The part of the canvas where a mask lies, to be written."""
        if not mask.pixels.size:
            return self._pixels[:0, :0]
        top, left = mask.top - self._top, mask.left - self._left
        height, width = mask.pixels.shape
        return self._pixels[top : top + height, left : left + width]

    def mask(self) -> PlacedMask:
        return PlacedMask.of(self._pixels, left=self._left, top=self._top)
