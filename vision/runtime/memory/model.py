"""What a patch memory knows, and how it turns pixels into an anomaly map."""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.inspection import PixelMask, Prediction
from vision.runtime.memory.coder import PatchGrid, Pixels
from vision.runtime.memory.look import Look
from vision.runtime.memory.sight import Sight

WEIGHTS = (2, 1)
"""Of the looks at the whole frame, finest first. Equal ones gained 0.3 points of image AUROC on magnetic tile, whose
uneven parts the coarse look sees, and lost 5 on boards, 2 points of AUPRO on all sets."""
TILES_WEIGHT = sum(WEIGHTS)
"""On rendered frames of 5 megapixels the mean of all three found short scratches less well (0.86 image AUROC against
0.90), and the highest of tiles and whole let the noise of 80,000 patches speak on good parts (their scores doubled)."""
SMOOTHING_SIGMA = 1.0
"""Patches."""
SCORED = 4
"""Patches whose mean is the score: as many as lie about one point of the map, whose peak is never lower."""


@dataclass(frozen=True, eq=False, kw_only=True)
class MemoryModel:
    """A taught patch memory."""

    sight: Sight
    looks: Sequence[Look]
    """Finest first, as `Sight` sees them."""
    images: Sequence[str]
    """Names of the taught images; `Remembered.owners` counts them."""

    def predict(self, pixels: Pixels, counts: PixelMask | None) -> Prediction:
        """Score and map of (H, W) or (H, W, 3) uint8 pixels; the map has their size.

        A patch's anomaly is the weighted mean deviation of all looks from the usual, softly cut off below 0: about 0.7
        is as usual as good parts are on average, and from 2 on it equals the number of standard deviations. The score
        is the mean of the `SCORED` highest patches: a part above T1 shows the region that put it there.
        """
        patches = self._patches(self.sight.grids(pixels), counts)
        whole = cv2.resize(patches, (pixels.shape[1], pixels.shape[0]), interpolation=cv2.INTER_LINEAR)
        if counts is not None:
            whole = whole * counts
        return Prediction(_score(patches, counts), np.asarray(whole, np.float32))

    def score_without(self, grids: Sequence[PatchGrid], counts: PixelMask | None, image: int) -> float:
        """The score of a taught image, given as its grids, as if this one had not been taught."""
        return _score(self._patches(grids, counts, without=image), counts)

    def _patches(
        self, grids: Sequence[PatchGrid], counts: PixelMask | None, without: int | None = None
    ) -> NDArray[np.float32]:
        """(rows, columns) of the finest look."""
        rows, columns = grids[0].rows, grids[0].columns
        weights = (TILES_WEIGHT,) * (len(grids) - len(WEIGHTS)) + WEIGHTS
        together = np.zeros((rows, columns), np.float32)
        for look, grid, weight in zip(self.looks, grids, weights, strict=True):
            unusual = smoothed(look.unusual(grid, without), counts)
            together += np.float32(weight) * cv2.resize(unusual, (columns, rows), interpolation=cv2.INTER_LINEAR)
        return np.asarray(np.logaddexp(0, together / np.float32(sum(weights))), np.float32)


def smoothed(patches: NDArray[np.float32], counts: PixelMask | None) -> NDArray[np.float32]:
    """(rows, columns), blurred by one patch; patches that do not count lend nothing to their neighbours."""
    if counts is None:
        return np.asarray(cv2.GaussianBlur(patches, (0, 0), SMOOTHING_SIGMA), np.float32)
    weights = counted(counts, patches.shape)
    blurred = cv2.GaussianBlur(patches * weights, (0, 0), SMOOTHING_SIGMA)
    return np.asarray(blurred / np.maximum(cv2.GaussianBlur(weights, (0, 0), SMOOTHING_SIGMA), 1e-6), np.float32)


def _score(patches: NDArray[np.float32], counts: PixelMask | None) -> float:
    """Mean of the highest patches that count."""
    told = patches if counts is None else patches * counted(counts, patches.shape)
    highest = np.partition(told, -min(SCORED, told.size), axis=None)[-SCORED:]
    return float(highest.mean(dtype=np.float64))


def counted(counts: PixelMask, shape: tuple[int, ...]) -> NDArray[np.float32]:
    """(rows, columns): 1 where any pixel of a patch counts, else 0."""
    share = cv2.resize(counts.astype(np.float32), shape[::-1], interpolation=cv2.INTER_AREA)
    return (share > 0).astype(np.float32)
