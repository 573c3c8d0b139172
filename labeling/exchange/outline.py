"""Outlines to pixels and back, exactly: what `trace` draws, `fill` fills again pixel for pixel.

Coordinates are in pixels, x to the right and y down, (0, 0) at the outer corner of the first pixel.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray

from labeling.annotation import PlacedMask
from vision.inspection import PixelMask

Points = NDArray[np.float64]
"""(N, 2) x and y; the last point is joined to the first."""

_CHUNK = 1_000_000
"""Crossings at a time: edges without end need time, not memory."""


def fill(rings: Sequence[Points], width: int, height: int) -> PlacedMask:
    """The pixels whose centre lies inside, by the even-odd rule; what lies outside the image is cut off.

    Crossing edges, holes and repeated points are all in the rule. Coordinates are finite, and below 1e9.
    """
    starts = np.concatenate(rings)
    ends = np.concatenate([np.roll(ring, -1, axis=0) for ring in rings])
    left, top = np.clip(np.floor(starts.min(axis=0)), 0, (width, height)).astype(int)
    right, bottom = np.clip(np.ceil(starts.max(axis=0)), 0, (width, height)).astype(int)
    size = (int(bottom - top), int(right - left))
    if min(size) == 0:
        return PlacedMask.of(np.zeros((0, 0), np.bool_))
    toggles = _toggles(starts - (left, top), ends - (left, top), size)
    inside = np.bitwise_xor.accumulate(toggles, axis=1)[:, : size[1]]
    return PlacedMask.of(inside, left=int(left), top=int(top))


def _toggles(starts: Points, ends: Points, size: tuple[int, int]) -> PixelMask:
    """(height, width + 1): True at the first pixel behind an odd number of edges that cross its row's centre line."""
    height, stride = size[0], size[1] + 1
    is_down = starts[:, 1:] <= ends[:, 1:]
    upper, lower = np.where(is_down, starts, ends), np.where(is_down, ends, starts)
    first, last = (np.clip(np.ceil(points[:, 1] - 0.5), 0, height).astype(np.int64) for points in (upper, lower))
    with np.errstate(divide="ignore", invalid="ignore"):  # level edges cross no centre line
        slope = (lower[:, 0] - upper[:, 0]) / (lower[:, 1] - upper[:, 1])
        at_zero = upper[:, 0] + (0.5 - upper[:, 1]) * slope
    toggles = np.zeros(height * stride, np.bool_)
    for chosen in _portions(last - first, max(_CHUNK, len(toggles))):
        counts = (last - first)[chosen]
        rows = np.arange(counts.sum()) + np.repeat(first[chosen] + counts - np.cumsum(counts), counts)
        x = np.repeat(at_zero[chosen], counts) + rows * np.repeat(slope[chosen], counts)
        columns = np.clip(np.ceil(x - 0.5), 0, stride - 1).astype(np.int64)
        toggles ^= np.bincount(rows * stride + columns, minlength=len(toggles)) & 1 == 1
    return toggles.reshape(height, stride)


def _portions(counts: NDArray[np.int64], most: int) -> list[slice]:
    """Neighbouring entries that add up to about `most` together."""
    total = np.cumsum(counts)
    bounds = [0, *np.searchsorted(total, np.arange(most, total[-1], most)).tolist(), len(counts)]
    return [slice(*pair) for pair in pairwise(bounds)]


def trace(mask: PlacedMask) -> list[Points]:
    """The outlines of a mask along its pixels' edges, holes among them; corners only.

    The corners of upright outlines pair off along every row and every column (O'Rourke, "Uniqueness of orthogonal
    connect-the-dots", 1988). Where two pixels touch by a corner alone, that corner counts twice.
    """
    pixels = np.pad(mask.pixels, 1)
    above, below = pixels[:-1], pixels[1:]
    is_odd = above[:, :-1] ^ above[:, 1:] ^ below[:, :-1] ^ below[:, 1:]
    is_saddle = (above[:, :-1] == below[:, 1:]) & (above[:, 1:] == below[:, :-1]) & (above[:, :-1] != above[:, 1:])
    rows, columns = np.nonzero(is_odd | is_saddle)
    corners = np.repeat(np.stack([columns, rows], axis=1), np.where(is_saddle[rows, columns], 2, 1), axis=0)
    by_column = np.lexsort((corners[:, 1], corners[:, 0]))
    partner = np.empty(len(corners), np.int64)
    partner[by_column] = by_column[np.arange(len(corners)) ^ 1]
    points = corners.astype(np.float64) + (mask.left, mask.top)
    return [points[ring] for ring in _rings(partner.tolist())]


def _rings(partner: list[int]) -> list[list[int]]:
    """Corners in turn: along the row to the neighbour in reading order, then along the column to the partner."""
    rings: list[list[int]] = []
    is_open = [True] * len(partner)
    for start in range(len(partner)):
        ring = []
        corner = start
        while is_open[corner]:
            across = corner ^ 1
            ring += [corner, across]
            is_open[corner] = is_open[across] = False
            corner = partner[across]
        if ring:
            rings.append(ring)
    return rings


def joined(rings: Sequence[Points]) -> Points:
    """One ring that fills as all of them do: each further one is reached over a bridge without width, and left by it."""
    closed = [np.concatenate([ring, ring[:1], rings[0][:1]]) for ring in rings[1:]]
    return np.concatenate([rings[0], rings[0][:1], *closed]) if closed else rings[0]


def rectangle(left: float, top: float, right: float, bottom: float) -> Points:
    """The ring of an upright box."""
    return np.array([(left, top), (right, top), (right, bottom), (left, bottom)], np.float64)


def circle(x: float, y: float, radius: float) -> Points:
    """A ring close enough to a circle that no pixel centre tells them apart, save on the line itself."""
    angles = np.linspace(0, 2 * np.pi, max(16, min(100_000, int(8 * radius))), endpoint=False)
    return np.stack([x + radius * np.cos(angles), y + radius * np.sin(angles)], axis=1)


def crosses_itself(ring: Points) -> bool:
    """Whether edges meet anywhere but at their ends, or are walked again. Bridges of `joined`, walked both ways, are none."""
    if shapely.is_valid(shapely.Polygon(ring)):
        return False
    edges = np.concatenate([ring, np.roll(ring, -1, axis=0)], axis=1)
    forth, back = ([edge.tobytes() for edge in way] for way in (edges, edges[:, [2, 3, 0, 1]]))
    bridges = set(forth) & set(back)
    kept = np.array([edge not in bridges for edge in forth])
    if kept.sum() > len(set(forth) - bridges):
        return True
    met = shapely.node(shapely.multilinestrings(shapely.linestrings(edges[kept].reshape(-1, 2, 2))))
    return not {*map(tuple, shapely.get_coordinates(met).tolist())} <= {*map(tuple, ring.tolist())}
