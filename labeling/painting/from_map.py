"""Map to mask: what the model finds striking becomes a mask to accept, with a slider for how striking."""

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from labeling.annotation import PlacedMask
from labeling.painting.masks import nothing
from vision.inspection import AnomalyMap, PixelMask


class MapRegions:
    """The regions of one anomaly map. Smoothed once, so that a slider may ask often."""

    def __init__(self, anomaly_map: AnomalyMap, *, smoothing_px: float = 1.0, smallest_px: int = 4) -> None:
        """The (H, W) map of an image; regions of fewer than `smallest_px` pixels are left out."""
        finite = np.nan_to_num(anomaly_map, nan=0.0).astype(np.float32, copy=False)
        self._map = np.asarray(cv2.GaussianBlur(finite, (0, 0), smoothing_px)) if smoothing_px > 0 else finite
        self._smallest_px = smallest_px

    @property
    def highest(self) -> float:
        """Above this, no region is left: the end of a slider."""
        return float(self._map.max())

    def above(self, threshold: float, *, at: tuple[float, float] | None = None) -> PlacedMask:
        """Where the map is at least `threshold`.

        Args:
            at: (x, y): only the region there; nothing when none is there. None takes all regions.
        """
        marked = self._map >= threshold
        if not marked.any():
            return nothing()
        _, regions, figures, _ = cv2.connectedComponentsWithStats(marked.astype(np.uint8), connectivity=8)
        return _picked(np.asarray(regions), self._wanted(np.asarray(regions), np.asarray(figures), at))

    def _wanted(
        self, regions: NDArray[np.int32], figures: NDArray[np.int32], at: tuple[float, float] | None
    ) -> PixelMask:
        """(n,) bool, of each region; the first is the background."""
        wanted = figures[:, cv2.CC_STAT_AREA] >= self._smallest_px
        wanted[0] = False
        if at is not None:
            wanted &= np.arange(len(figures)) == _region_at(regions, *at)
        return np.asarray(wanted, np.bool_)


def _region_at(regions: NDArray[np.int32], x: float, y: float) -> int:
    """0 outside all regions and outside the image."""
    column, row = math.floor(x), math.floor(y)
    inside = 0 <= row < regions.shape[0] and 0 <= column < regions.shape[1]
    return int(regions[row, column]) if inside else 0


def _picked(regions: NDArray[np.int32], wanted: PixelMask) -> PlacedMask:
    return PlacedMask.of(wanted[regions])
