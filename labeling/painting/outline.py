"""Polygon and box: a pixel is marked when its centre lies inside.

Polygons follow the even-odd rule: where an outline crosses itself, what is enclosed twice is outside, as in SVG and in
most labelling tools. That needs no mending of the outline (shapely's `make_valid`, refused, gives the same area at many
times the cost), and a contour of a million points is filled in one pass over its edges.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from labeling.annotation import PlacedMask
from labeling.painting.masks import nothing
from vision.inspection import Trouble, say

_MOST_CROSSINGS = 30_000_000
_FARTHEST_PX = 1e9


class OutlineTrouble(Trouble):
    """A polygon that cannot be filled."""


def polygon_mask(points: ArrayLike, *, width: int, height: int) -> PlacedMask:
    """What a closed polygon encloses, as far as it lies in the image.

    Args:
        points: (n, 2) x and y in pixels of the image; the last point need not repeat the first. Fewer than three
            enclose nothing.

    Raises:
        OutlineTrouble: a coordinate is no finite number, or the outline is so tangled that filling it takes minutes.
    """
    corners = _checked(points)
    if len(corners) < 3:
        return nothing()
    left, top, right, bottom = _frame(corners, width, height)
    if right <= left or bottom <= top:
        return nothing()
    flips = _flips(corners - (left, top), right - left, bottom - top)
    return PlacedMask.of(np.bitwise_xor.accumulate(flips, axis=1)[:, :-1], left=left, top=top)


def box_mask(x0: float, y0: float, x1: float, y1: float, *, width: int, height: int) -> PlacedMask:
    """A box between two opposite corners, as far as it lies in the image."""
    return polygon_mask([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], width=width, height=height)


def _checked(points: ArrayLike) -> NDArray[np.float64]:
    corners = np.asarray(points, np.float64).reshape(-1, 2)
    bad = np.flatnonzero(~np.isfinite(corners).all(axis=1) | (np.abs(corners) > _FARTHEST_PX).any(axis=1))
    if len(bad):
        raise OutlineTrouble(
            say("Point {number} of a polygon is no place in an image.", number=int(bad[0]) + 1),
            "The polygon is not drawn.",
            "Draw it again, or correct it in the file it comes from.",
            detail=f"{len(bad)} of {len(corners)} points, first {corners[bad[0]]}",
        )
    return corners


def _frame(corners: NDArray[np.float64], width: int, height: int) -> tuple[int, int, int, int]:
    """Left, top, right, bottom of what can be marked."""
    low, high = np.floor(corners.min(axis=0)), np.ceil(corners.max(axis=0))
    return max(0, int(low[0])), max(0, int(low[1])), min(width, int(high[0])), min(height, int(high[1]))


def _flips(corners: NDArray[np.float64], width: int, height: int) -> NDArray[np.bool_]:
    """(height, width + 1) bool: True where a row, read from the left, passes from outside to inside or back."""
    start, end = corners, np.roll(corners, -1, axis=0)
    upper, lower = np.where((start[:, 1] <= end[:, 1])[:, None], (start, end), (end, start))
    first = np.ceil(upper[:, 1] - 0.5).clip(0, height).astype(np.int64)
    rows = np.ceil(lower[:, 1] - 0.5).clip(0, height).astype(np.int64) - first
    total = int(rows.sum())
    if total > _MOST_CROSSINGS:
        raise _tangled(len(corners))
    edge = np.repeat(np.arange(len(corners)), rows)
    row = np.arange(total) - np.repeat(np.cumsum(rows) - rows, rows) + first[edge]
    slope = (lower[:, 0] - upper[:, 0]) / np.maximum(lower[:, 1] - upper[:, 1], 1e-12)
    x = upper[edge, 0] + (row + 0.5 - upper[edge, 1]) * slope[edge]
    column = np.ceil(x - 0.5).clip(0, width).astype(np.int64)
    places, times = np.unique(row * (width + 1) + column, return_counts=True)
    flips = np.zeros((height, width + 1), np.bool_)
    flips.flat[places[times % 2 == 1]] = True
    return flips


def _tangled(points: int) -> OutlineTrouble:
    return OutlineTrouble(
        say("A polygon of {points} points crosses the image too often to be filled.", points=points),
        "The polygon is not drawn.",
        "Draw it with fewer points, or bring it in as a mask.",
    )
