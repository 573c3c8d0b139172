"""The wand: everything around a place that looks like it."""

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from labeling.annotation import PlacedMask
from labeling.painting.masks import nothing


def wand_mask(pixels: NDArray[np.uint8], x: float, y: float, tolerance: int) -> PlacedMask:
    """Pixels connected to the one at (x, y) that differ from it by at most `tolerance` grey levels in every channel.

    Args:
        pixels: (H, W), or (H, W, 3), uint8.
        x, y: in pixels of the image; outside of it, nothing is marked.
    """
    column, row = math.floor(x), math.floor(y)
    height, width = pixels.shape[:2]
    if not (0 <= column < width and 0 <= row < height):
        return nothing()
    found = np.zeros((height + 2, width + 2), np.uint8)
    levels = (float(tolerance),) * 3
    how = 4 | cv2.FLOODFILL_MASK_ONLY | cv2.FLOODFILL_FIXED_RANGE | 1 << 8
    seen = np.ascontiguousarray(pixels)
    _, _, _, (left, top, across, down) = cv2.floodFill(seen, found, (column, row), 0, levels, levels, how)
    return PlacedMask.of(found[top + 1 : top + 1 + down, left + 1 : left + 1 + across] > 0, left=left, top=top)
