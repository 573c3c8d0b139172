"""Where a map is highest: the place that a person is shown, on flagged parts and on parts of the audit alike."""

from dataclasses import dataclass

import cv2
import numpy as np

from vision.inspection import AnomalyMap, PixelArray, PixelMask, Thresholds

HIGHEST_SHARE = 0.004
"""The place is at most this share of the frame, whatever the score: a larger outline would tell a bad part."""
BLIND = Thresholds(t1=0.8, t2=1.0)
"""Draws the outline and the colours of a `blind_map`."""
_SAMPLE_SIDE = 512
_ROOM = 3.0
"""A cutting shows so many times the place's own sides around it."""
_LEAST_SHARE = 0.18
"""And never less than this share of the frame's longer side."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """A rectangle in frame pixels, inside the frame."""

    x: int
    y: int
    width: int
    height: int

    def cut(self, pixels: PixelArray) -> PixelArray:
        """What lies there, of a frame of the same size."""
        return pixels[self.y : self.y + self.height, self.x : self.x + self.width]


def peak_region(anomaly_map: AnomalyMap) -> PixelMask:
    """(H, W) bool: the connected region around the highest point, of the highest `HIGHEST_SHARE` of all points."""
    row, column = np.unravel_index(int(anomaly_map.argmax()), anomaly_map.shape)
    above = (anomaly_map >= _low_end(anomaly_map)).astype(np.uint8)
    _, labels = cv2.connectedComponents(above, connectivity=8)
    region: PixelMask = labels == labels[row, column]
    return region


def blind_map(anomaly_map: AnomalyMap) -> AnomalyMap:
    """Only the region around the peak, from T1 to T2 of `BLIND`: it looks the same on good parts and on bad ones."""
    low, peak = _low_end(anomaly_map), float(anomaly_map.max())
    share = (anomaly_map - low) / (peak - low) if peak > low else np.ones_like(anomaly_map)
    shown = np.where(peak_region(anomaly_map), BLIND.t1 + (BLIND.t2 - BLIND.t1) * share, 0.0)
    return shown.astype(np.float32)


def _low_end(anomaly_map: AnomalyMap) -> float:
    """The value that `HIGHEST_SHARE` of the points reach; large maps are sampled."""
    step = max(1, max(anomaly_map.shape) // _SAMPLE_SIDE)
    return min(float(np.quantile(anomaly_map[::step, ::step], 1 - HIGHEST_SHARE)), float(anomaly_map.max()))


def place_of(anomaly_map: AnomalyMap) -> Place:
    """The highest place with some room around it."""
    height, width = anomaly_map.shape
    left, top, across, down = cv2.boundingRect(peak_region(anomaly_map).astype(np.uint8))
    side = min(max(_ROOM * max(across, down), _LEAST_SHARE * max(height, width)), float(min(height, width)))
    x, y = (
        int(min(max(middle - side / 2, 0), length - side))
        for middle, length in ((left + across / 2, width), (top + down / 2, height))
    )
    return Place(x=x, y=y, width=int(side), height=int(side))
