"""Fill holes, grow and shrink: what a mask becomes by itself, whatever the image shows."""

import cv2
import numpy as np

from labeling.annotation import PlacedMask
from labeling.painting.masks import clipped
from vision.inspection import PixelMask


def holes_filled(mask: PlacedMask) -> PlacedMask:
    """With everything that is enclosed, diagonal gaps counting as closed."""
    if not mask.pixels.size:
        return mask
    framed = np.pad(mask.pixels, 1).astype(np.uint8)
    cv2.floodFill(framed, None, (0, 0), 2, flags=4)
    return PlacedMask.of(framed[1:-1, 1:-1] != 2, left=mask.left, top=mask.top)


def grown(mask: PlacedMask, by_px: float, *, width: int, height: int) -> PlacedMask:
    """With every pixel of the image whose centre is no farther than `by_px` from that of a marked one."""
    if not mask.pixels.size:
        return mask
    rim = int(np.ceil(by_px))
    near = _distance(~np.pad(mask.pixels, rim)) <= by_px
    return clipped(PlacedMask.of(near, left=mask.left - rim, top=mask.top - rim), width, height)


def shrunk(mask: PlacedMask, by_px: float, *, width: int, height: int) -> PlacedMask:
    """Without the pixels whose centre is no farther than `by_px` from that of an unmarked one.

    The image's border takes nothing away: a defect that goes on outside the image does not begin there.
    """
    if not mask.pixels.size:
        return mask
    rows, columns = mask.pixels.shape
    open_at = (mask.top > 0, mask.top + rows < height), (mask.left > 0, mask.left + columns < width)
    ring = [(int(before), int(after)) for before, after in open_at]
    inside = _distance(np.pad(mask.pixels, ring)) > by_px
    kept = inside[ring[0][0] : ring[0][0] + rows, ring[1][0] : ring[1][0] + columns]
    return PlacedMask.of(kept, left=mask.left, top=mask.top)


def _distance(mask: PixelMask) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """From each marked pixel to the nearest unmarked one, exact; infinite when there is none."""
    if mask.all():
        return np.full(mask.shape, np.inf, np.float32)
    return np.asarray(cv2.distanceTransform(mask.astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE), np.float32)
