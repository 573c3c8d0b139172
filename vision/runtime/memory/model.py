"""What a patch memory knows, and how it turns pixels into an anomaly map."""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.inspection import AnomalyMap, PixelMask
from vision.runtime.memory.coder import Coder, PatchGrid, Pixels, resized
from vision.runtime.memory.light import Light
from vision.runtime.memory.look import Look

COARSER = (1, 2)
"""The two looks: how much smaller than the settings' size. The coarse one sees what is as large as the part."""
SMOOTHING_SIGMA = 1.0
"""Patches."""


@dataclass(frozen=True, eq=False, kw_only=True)
class MemoryModel:
    """A taught patch memory."""

    coder: Coder
    light: Light
    long_side_px: int
    looks: Sequence[Look]
    """One per entry of `COARSER`."""
    images: Sequence[str]
    """Names of the taught images; `Remembered.owners` counts them."""

    def anomaly_map(self, pixels: Pixels, counts: PixelMask | None) -> AnomalyMap:
        """(H, W) float32 of the pixels' size: mean deviation of both looks from the usual, softly cut off below 0.

        About 0.7 is as usual as good parts are on average; from 2 on it equals the number of standard deviations.
        """
        grids = self.grids(pixels)
        fine = smoothed(self.looks[0].unusual(grids[0]), counts)
        both = fine.copy()
        for look, grid in zip(self.looks[1:], grids[1:], strict=True):
            both += cv2.resize(smoothed(look.unusual(grid), counts), fine.shape[::-1], interpolation=cv2.INTER_LINEAR)
        soft = np.logaddexp(0, both / len(grids)).astype(np.float32)
        whole = cv2.resize(soft, (pixels.shape[1], pixels.shape[0]), interpolation=cv2.INTER_LINEAR)
        return np.asarray(whole if counts is None else whole * counts, np.float32)

    def grids(self, pixels: Pixels) -> list[PatchGrid]:
        """The patch codes of each look; (H, W) or (H, W, 3) uint8."""
        return [self.coder.codes(picture) for picture in pictures(pixels, self.long_side_px, self.light)]


def pictures(pixels: Pixels, long_side_px: int, light: Light) -> list[Pixels]:
    """The pixels as each look sees them, in even light."""
    fine = resized(pixels, long_side_px // COARSER[0])
    lit = light.even(fine)
    return [lit, *(resized(lit, long_side_px // factor) for factor in COARSER[1:])]


def smoothed(patches: NDArray[np.float32], counts: PixelMask | None) -> NDArray[np.float32]:
    """(rows, columns), blurred by one patch; patches that do not count lend nothing to their neighbours."""
    if counts is None:
        return np.asarray(cv2.GaussianBlur(patches, (0, 0), SMOOTHING_SIGMA), np.float32)
    share = cv2.resize(counts.astype(np.float32), patches.shape[::-1], interpolation=cv2.INTER_AREA)
    weights = (share > 0).astype(np.float32)
    blurred = cv2.GaussianBlur(patches * weights, (0, 0), SMOOTHING_SIGMA)
    return np.asarray(blurred / np.maximum(cv2.GaussianBlur(weights, (0, 0), SMOOTHING_SIGMA), 1e-6), np.float32)
