"""Map to mask: what the model finds striking becomes a mask to accept, with a slider for how striking."""

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from labeling.annotation import PlacedMask
from labeling.painting.masks import nothing
from vision.inspection import AnomalyMap

_WORKING_PX = 2048
"""Larger maps are looked at in a smaller copy: a slider does not wait, and no model sees as finely."""


class MapRegions:
    """The regions of one anomaly map. Smoothed once, so that a slider may ask often."""

    def __init__(self, anomaly_map: AnomalyMap, *, smoothing_px: float = 1.0, smallest_px: int = 4) -> None:
        """The (H, W) map of an image; regions of fewer than `smallest_px` pixels are left out."""
        self._height, self._width = anomaly_map.shape
        self._scale = min(1.0, _WORKING_PX / max(anomaly_map.shape))
        self._map = _smooth(_small(anomaly_map, self._scale), smoothing_px * self._scale)
        self._smallest_px = smallest_px * self._scale**2

    @property
    def highest(self) -> float:
        """Above this, no region is left: the end of a slider."""
        return float(self._map.max())

    def above(self, threshold: float, *, at: tuple[float, float] | None = None) -> PlacedMask:
        """Where the map is at least `threshold`.

        Args:
            at: (x, y): only the region there; nothing when none is there. None takes all regions.
        """
        marked = PlacedMask.of(self._map >= threshold)
        if not marked.pixels.size:
            return nothing()
        _, regions, figures, _ = cv2.connectedComponentsWithStats(marked.pixels.astype(np.uint8), connectivity=8)
        wanted = np.asarray(figures)[:, cv2.CC_STAT_AREA] >= self._smallest_px
        wanted[0] = False  # the background
        if at is not None:
            place = (at[0] * self._scale - marked.left, at[1] * self._scale - marked.top)
            wanted &= np.arange(len(wanted)) == _region_at(np.asarray(regions), *place)
        return self._full(PlacedMask.of(wanted[regions], left=marked.left, top=marked.top))

    def _full(self, mask: PlacedMask) -> PlacedMask:
        """A mask of the smaller copy, in the image."""
        if self._scale == 1 or not mask.pixels.size:
            return mask
        rows, columns = mask.pixels.shape
        left, top = round(mask.left / self._scale), round(mask.top / self._scale)
        right = min(self._width, round((mask.left + columns) / self._scale))
        bottom = min(self._height, round((mask.top + rows) / self._scale))
        share = cv2.resize(mask.pixels * np.uint8(255), (right - left, bottom - top), interpolation=cv2.INTER_LINEAR)
        return PlacedMask.of(np.asarray(share) >= 128, left=left, top=top)


def _small(anomaly_map: AnomalyMap, scale: float) -> NDArray[np.float32]:
    """Without NaN, at a scale of at most 1."""
    finite = np.nan_to_num(anomaly_map, nan=0.0).astype(np.float32, copy=False)
    size = [max(1, round(side * scale)) for side in finite.shape[::-1]]
    return finite if scale == 1 else np.asarray(cv2.resize(finite, size, interpolation=cv2.INTER_AREA), np.float32)


def _smooth(scores: NDArray[np.float32], sigma_px: float) -> NDArray[np.float32]:
    return np.asarray(cv2.GaussianBlur(scores, (0, 0), sigma_px), np.float32) if sigma_px > 0 else scores


def _region_at(regions: NDArray[np.int32], x: float, y: float) -> int:
    """0 outside all regions and outside the image."""
    column, row = math.floor(x), math.floor(y)
    inside = 0 <= row < regions.shape[0] and 0 <= column < regions.shape[1]
    return int(regions[row, column]) if inside else 0
