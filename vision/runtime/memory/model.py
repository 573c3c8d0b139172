"""What a patch memory knows, and how it turns pixels into an anomaly map."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Self

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.inspection import PixelMask, Prediction
from vision.runtime.memory.coder import PatchGrid, Pixels
from vision.runtime.memory.crew import begin
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
"""Patches whose mean is the score: as many as lie about one point of the map."""


CALM_PERCENTILE = 10
"""Of a picture's patches: hardly a defect does not leave a tenth of them alone."""
_USUALLY_CALM = -1.28
"""What that is in good pictures: the tenth percentile of a standard normal."""
MOST_LEVELLED = 1.0
"""Standard deviations: a part that is wrong all over should not be evened out."""


@dataclass(frozen=True, eq=False, kw_only=True)
class MemoryModel:
    """A taught patch memory."""

    sight: Sight
    looks: Sequence[Look]
    """Finest first, as `Sight` sees them."""
    images: Sequence[str]
    """Names of the taught images; `Remembered.owners` counts them."""
    tolerated: Sequence[str] = ()
    """Names of the tolerated places; `Tolerated.owners` counts them."""

    def predict(self, pixels: Pixels, counts: PixelMask | None) -> Prediction:
        """Score and map of (H, W) or (H, W, 3) uint8 pixels; the map has their size.

        A patch's anomaly is the weighted mean deviation of all looks from the usual, softly cut off below 0: about 0.7
        is as usual as good parts are on average, and from 2 on it equals the number of standard deviations. The score
        is the mean of the `SCORED` highest patches, and the map's peak is never lower: a part above T1 shows a region.
        """
        patches = _Patches.of(self._unusual(self.sight.pictures(pixels, counts)), counts)
        size = pixels.shape[1], pixels.shape[0]
        whole = np.asarray(cv2.resize(patches.anomaly, size, interpolation=cv2.INTER_LINEAR), np.float32)
        if counts is not None:
            whole = np.asarray(cv2.copyTo(whole, counts.view(np.uint8)), np.float32)
        score = patches.score()
        peak = patches.peak(whole.shape) if counts is None else _highest(whole)
        # patches are more than pixels in a tiny picture, or end at a region's edge
        whole[peak] = max(score, whole[peak])
        return Prediction(score, whole)

    def score_without(self, grids: Sequence[PatchGrid], counts: PixelMask | None, image: int) -> float:
        """The score of a taught image, given as its grids, as if this one had not been taught."""
        unusual = [look.unusual(grid, image) for look, grid in zip(self.looks, grids, strict=True)]
        return _Patches.of(unusual, counts).score()

    def _unusual(self, pictures: Sequence[Pixels]) -> list[NDArray[np.float32]]:
        """What each look finds unusual in its picture; one of the crew sees to a coarser one meanwhile."""

        def alone(look: Look, picture: Pixels) -> NDArray[np.float32]:
            return look.unusual(self.sight.grid(picture))

        coarser = zip(self.looks[1:], pictures[1:], strict=True)
        begun = [begin(partial(alone, look, picture)) for look, picture in coarser]
        finest = self.looks[0].unusual(self.sight.grid(pictures[0]))
        return [finest, *(one.result() for one in begun)]


@dataclass(frozen=True, eq=False, kw_only=True)
class _Patches:
    """What all looks say together, in the finest one's patches."""

    anomaly: NDArray[np.float32]
    """(rows, columns)."""
    counting: NDArray[np.bool_] | None
    """(rows, columns) which of them count; None for all."""

    @classmethod
    def of(cls, unusual: Sequence[NDArray[np.float32]], counts: PixelMask | None) -> Self:
        """The looks' weighted mean, softly cut off below 0."""
        rows, columns = unusual[0].shape
        weights = (TILES_WEIGHT,) * (len(unusual) - len(WEIGHTS)) + WEIGHTS
        counting = None if counts is None else counted(counts, (rows, columns))
        together = np.zeros((rows, columns), np.float32)
        for number, (patches, weight) in enumerate(zip(unusual, weights, strict=True), start=1):
            of_look = None if counting is None else counted(counting, patches.shape)
            level = patches if number == len(unusual) else levelled(patches, of_look)
            even = cv2.resize(smoothed(level, of_look), (columns, rows), interpolation=cv2.INTER_LINEAR)
            together += np.float32(weight) * even
        return cls(anomaly=np.logaddexp(0, together / np.float32(sum(weights)), dtype=np.float32), counting=counting)

    def peak(self, size: tuple[int, ...]) -> tuple[int, int]:
        """The pixel of a (height, width) map in the middle of the highest patch: found sooner than in the map."""
        row, column = _highest(self.anomaly)
        rows, columns = self.anomaly.shape
        return (2 * row + 1) * size[0] // (2 * rows), (2 * column + 1) * size[1] // (2 * columns)

    def score(self) -> float:
        """Mean of the highest patches that count."""
        anomaly = self.anomaly if self.counting is None else self.anomaly * self.counting
        highest = np.partition(anomaly, -min(SCORED, anomaly.size), axis=None)[-SCORED:]
        return float(highest.mean(dtype=np.float64))


def _highest(values: NDArray[np.float32]) -> tuple[int, int]:
    row, column = divmod(int(values.argmax()), values.shape[1])
    return row, column


def levelled(patches: NDArray[np.float32], counting: NDArray[np.bool_] | None) -> NDArray[np.float32]:
    """(rows, columns), less what the calm part of the picture deviates by, `MOST_LEVELLED` at most.

    A lamp that ages, a lens out of focus or a part turned a little moves all patches alike, a defect only some. So fewer
    verdicts change at fixed lines (tiles 22 % to 17 %, the rendered flange 23 % to 15 %), and few good images tell more:
    8 good tiles gained 0.9 points of image AUROC, 4 good cookies 2. The coarsest look keeps its level, since it is there
    to see what is as large as the part: levelled too, it cost 3 points on uneven tiles.

    Args:
        counting: (rows, columns) which patches count; None for all.
    """
    calm = np.percentile(patches if counting is None or not counting.any() else patches[counting], CALM_PERCENTILE)
    return patches - np.float32(np.clip(calm - _USUALLY_CALM, -MOST_LEVELLED, MOST_LEVELLED))


def smoothed(patches: NDArray[np.float32], counting: NDArray[np.bool_] | None) -> NDArray[np.float32]:
    """(rows, columns), blurred by one patch; patches that do not count lend nothing to their neighbours."""
    if counting is None:
        return np.asarray(cv2.GaussianBlur(patches, (0, 0), SMOOTHING_SIGMA), np.float32)
    weights = counting.astype(np.float32)
    blurred = cv2.GaussianBlur(patches * weights, (0, 0), SMOOTHING_SIGMA)
    return np.asarray(blurred / np.maximum(cv2.GaussianBlur(weights, (0, 0), SMOOTHING_SIGMA), 1e-6), np.float32)


def counted(counts: PixelMask, shape: tuple[int, ...]) -> PixelMask:
    """(rows, columns): whether any pixel of a patch counts."""
    starts = (np.arange(patches) * side // patches for patches, side in zip(shape, counts.shape, strict=True))
    for axis, firsts in enumerate(starts):
        counts = np.logical_or.reduceat(counts, firsts, axis=axis)
    return counts
