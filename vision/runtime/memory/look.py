"""One look at a picture: what was remembered at one size, and how usual each distance to it is.

A look may have several memories, each chosen by itself from other random patches, and averages what they say: which odd
patch happened to be remembered weighs less, but each has room for fewer places of a part. Image AUROC, mean of six
teachings with other seeds and orders of the images (standard deviation of one: 0.01, boards 0.03), before frames were seen
beyond their border:

| fine look | flange | boards | tile | flange, 4 images | tile, 8 images |
| --- | --- | --- | --- | --- | --- |
| one of 1,400 (kept) | 0.920 | 0.777 | 0.922 | 0.882 | 0.900 |
| two of 700 | 0.909 | 0.761 | 0.924 | 0.876 | 0.901 |
| three of 467 | 0.899 | 0.769 | 0.923 | 0.870 | 0.901 |
| one of 1,000 | 0.905 | 0.757 | 0.920 | 0.874 | 0.902 |
| one of 2,000 | 0.924 | 0.785 | 0.919 | 0.888 | 0.901 |

Tried and left (one teaching): distances in the directions in which good patches vary little about the remembered ones
(pooled covariance, for the fine look, averaged with the plain distance) gave the flange 0.4 points and boards 5, took 0.8
from magnetic tile (4 from its cracks).
"""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vision.runtime.memory.coder import Codes, PatchGrid
from vision.runtime.memory.search import Nearest, Search
from vision.runtime.memory.tolerate import Tolerated

PRIOR = 40
"""How many patches the average of all weighs against those of one remembered patch. 20 gave magnetic tile 0.2 points more,
150 the rendered flange 0.5."""


Usual = tuple[NDArray[np.float32], NDArray[np.float32]]
"""(M,) mean distance and (M,) standard deviation."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Measured:
    """How far good patches lay from the nearest remembered one of another image."""

    owners: NDArray[np.int32]
    """(P,) image of each patch."""
    distance: NDArray[np.float32]
    """(P,) finite."""
    index: NDArray[np.intp]
    """(P,) rows of the memory."""
    size: int
    """Rows of the memory."""

    def usual(self, without: int | None = None) -> Usual:
        """Per remembered patch, drawn towards those of all where few patches tell.

        Args:
            without: an image whose patches are not asked, unless there are no others.
        """
        told = self.owners != without
        if without is None or not told.any():
            told = np.ones(len(self.owners), np.bool_)
        distance, index = self.distance[told].astype(np.float64), self.index[told]
        count = np.bincount(index, minlength=self.size)
        mean = (np.bincount(index, distance, self.size) + PRIOR * distance.mean()) / (count + PRIOR)
        squared = np.bincount(index, (distance - mean[index]) ** 2, self.size)
        least = (0.02 * distance.mean() + 1e-3) ** 2  # identical images must not divide by nothing
        deviation = np.sqrt((squared + PRIOR * max(float(distance.var()), least)) / (count + PRIOR))
        return mean.astype(np.float32), deviation.astype(np.float32)


@dataclass(frozen=True, eq=False, kw_only=True)
class Remembered:
    """Patches of good parts at one size, with where they come from."""

    codes: Codes
    """(M, features) uint8."""
    owners: NDArray[np.int32]
    """(M,) number of the image each comes from."""
    places: NDArray[np.float32]
    """(M, 2) its centre there, x and y as shares of the image's width and height."""
    usual: NDArray[np.float32]
    """(M,) mean distance of good patches that are nearest to it."""
    spread: NDArray[np.float32]
    """(M,) standard deviation of the same."""

    def usual_without(self, image: int | None) -> Usual:  # noqa: ARG002  # what a model file holds cannot tell
        """`usual` and `spread`, as if an image had not been seen where that can be told."""
        return self.usual, self.spread


@dataclass(frozen=True, eq=False, kw_only=True)
class Calibrated(Remembered):
    """As it is while learning, with what `usual` and `spread` were made of."""

    measured: Measured

    def usual_without(self, image: int | None) -> Usual:
        """As if an image had not been seen: an odd good part finds its own oddities usual.

        Left in, that made 1.7 % of fresh good tiles exceed a line that had promised 1 %; so it is 1.0 % (30 reseeds).
        """
        return (self.usual, self.spread) if image is None else self.measured.usual(image)


@dataclass(frozen=True, eq=False, kw_only=True)
class Pool:
    """Random patches of good parts, ordered by image."""

    codes: Codes
    owners: NDArray[np.int32]
    places: NDArray[np.float32]


class Look:
    """Judges patch grids by what is remembered."""

    def __init__(self, memories: Sequence[Remembered], tolerated: Tolerated | None = None) -> None:
        self.memories = tuple(memories)
        self.tolerated = tolerated or Tolerated.none()
        self._search = Search([remembered.codes for remembered in memories])
        self._overall = (
            float(np.mean([remembered.usual.mean() for remembered in memories])),
            float(np.mean([remembered.spread.mean() for remembered in memories])),
        )

    def nearest(self, codes: Codes, without: int | None = None) -> list[Nearest]:
        """For every memory the nearest remembered patch of each of (P, features) codes.

        Args:
            without: number of an image whose patches are left out, unless a memory holds nothing else.
        """
        left_out = None if without is None else [of_image(memory, without) for memory in self.memories]
        return self._search.nearest(codes, left_out)

    def unusual(self, grid: PatchGrid, without: int | None = None) -> NDArray[np.float32]:
        """(rows, columns) float32: standard deviations by which each patch lies farther off than good ones do there.

        Good patches differ more in some places (a rough edge) than in others (a polished face), and so do the distances
        of good patches to what is remembered of these places; a distance only tells something beside them. On the
        development sets this gained 2 to 4 points of image AUROC over the bare distance.
        """
        deviations = []
        for memory, nearest in zip(self.memories, self.nearest(grid.codes, without), strict=True):
            usual, spread = memory.usual_without(without)
            deviations.append((nearest.distance - usual[nearest.index]) / spread[nearest.index])
        unusual = np.asarray(np.mean(deviations, axis=0), np.float32)
        return self.tolerated.lowered(grid.codes, unusual, self._overall).reshape(grid.rows, grid.columns)

    def tolerating(self, tolerated: Tolerated) -> "Look":
        """This look, putting up with other places; what it remembers is not searched anew."""
        other = copy(self)
        other.tolerated = tolerated
        return other


def of_image(memory: Remembered, image: int) -> NDArray[np.bool_]:
    """(M,): what comes from an image; nothing when all of it does, since a memory cannot be empty."""
    own = memory.owners == image
    return np.asarray(own & ~own.all(), np.bool_)


def calibrated(pool: Pool, picks: NDArray[np.intp]) -> Calibrated:
    """The picked patches of a pool, with the distances of the others measured as if their own image were not known."""
    codes, owners = pool.codes[picks], pool.owners[picks]
    search = Search([codes])
    [nearest] = search.nearest_of_others(pool.codes, pool.owners, [owners])
    told = np.isfinite(nearest.distance)
    if not told.any():  # a single image, or all of them alike
        [nearest], told = search.nearest(pool.codes), np.ones(len(pool.codes), np.bool_)
    measured = Measured(
        owners=pool.owners[told], distance=nearest.distance[told], index=nearest.index[told], size=len(picks)
    )
    usual, spread = measured.usual()
    return Calibrated(
        codes=codes, owners=owners, places=pool.places[picks], usual=usual, spread=spread, measured=measured
    )
