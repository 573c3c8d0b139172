"""Click to mask: one click on a defect gives its mask, more clicks correct it.

Two implementations behind one door: `FeatureClick`, which comes with Loupe, and `labeling.painting.sam.SamFile`, a
segmentation network that a user brings along.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, Self

import cv2
import numpy as np
from numpy.typing import NDArray

from labeling.annotation import PlacedMask
from labeling.painting.masks import nothing
from vision.inspection import PixelMask, three_planes
from vision.runtime.memory.coder import EMBEDDED_FILE, Coder, resized

Pixels = NDArray[np.uint8]

_WINDOW_PX = 320
"""Side of what is looked at; a wider window is seen at a smaller scale."""
_FEATURES_WEIGH = 0.3
"""Against brightness. On development images 0 and 0.6 are as good on one kind of defect and worse on another."""
_LEVELS = np.linspace(0.15, 0.95, 17)
_MOST_FILLED = 0.4
"""A region that fills more of its window is looked at in a wider one."""
_LEAST_PX = 9
_FOUND_NOTHING_PX = 3
"""Radius of the dab around a click where nothing stands out."""


@dataclass(frozen=True, kw_only=True)
class Click:
    """A place in the image, in pixels."""

    x: float
    y: float
    is_inside: bool = True
    """False: this place does not belong to the defect."""


class SeenImage(Protocol):
    """An image that is ready to be clicked on."""

    def mask_at(self, clicks: Sequence[Click]) -> PlacedMask:
        """The mask that the clicks on one defect mean, first to last; nothing when none lies inside. Takes a moment."""


class ClickToMask(Protocol):
    """Something that turns clicks into masks."""

    def see(self, pixels: Pixels) -> SeenImage:
        """Prepare an (H, W) or, in RGB order, (H, W, 3) uint8 image; may take seconds, best done beside the screen."""


class FeatureClick:
    """Region growing on the embedded backbone's features and on brightness; nothing to install.

    A region is grown around the click at seventeen tolerances, and the one whose edge has the highest contrast is
    taken (the idea of maximally stable regions, Matas et al. 2002, with contrast in place of stability). Only the
    surroundings of the click are looked at, wider until the region fits: small flaws on large images are seen at full
    scale, and an image needs no preparation. GrabCut afterwards, tried, made no kind of defect much better.
    """

    def __init__(self, coder: Coder) -> None:
        self._coder = coder

    @classmethod
    def embedded(cls) -> Self:
        """With the backbone that comes with Loupe. Raises `ModelTrouble` when it cannot be used."""
        return cls(Coder(EMBEDDED_FILE.read_bytes()))

    def see(self, pixels: Pixels) -> SeenImage:
        return _SeenByFeatures(self._coder, pixels)


class _SeenByFeatures:
    def __init__(self, coder: Coder, pixels: Pixels) -> None:
        self._coder = coder
        self._pixels = pixels

    def mask_at(self, clicks: Sequence[Click]) -> PlacedMask:
        height, width = self._pixels.shape[:2]
        known = [click for click in clicks if 0 <= click.x < width and 0 <= click.y < height]
        if not any(click.is_inside for click in known):
            return nothing()
        side = _WINDOW_PX
        while True:
            window = _Window.around(known, side, self._pixels)
            region, fits = _standing_out(_cost(self._coder, window), window)
            if fits or window.is_whole:
                return window.placed(region)
            side *= 2


@dataclass(frozen=True, eq=False, kw_only=True)
class _Window:
    """The surroundings of some clicks, at most `_WINDOW_PX` wide and high."""

    left: int
    top: int
    width: int
    height: int
    """In pixels of the image."""
    picture: Pixels
    inside: Sequence[tuple[int, int]]
    """Row and column in the picture of each click."""
    outside: Sequence[tuple[int, int]]
    is_whole: bool
    """There is no wider one."""

    @classmethod
    def around(cls, clicks: Sequence[Click], side: int, pixels: Pixels) -> Self:
        """The window of this side that has the middle of the clicks in its own; wider when they lie farther apart."""
        xs, ys = [click.x for click in clicks], [click.y for click in clicks]
        side = max(side, math.ceil(1.5 * max(max(xs) - min(xs), max(ys) - min(ys))))
        height, width = (min(side, length) for length in pixels.shape[:2])
        left = _from((min(xs) + max(xs)) / 2, width, pixels.shape[1])
        top = _from((min(ys) + max(ys)) / 2, height, pixels.shape[0])
        scale = min(1.0, _WINDOW_PX / max(height, width))
        size = (max(1, round(width * scale)), max(1, round(height * scale)))
        cut = np.ascontiguousarray(pixels[top : top + height, left : left + width])
        seeds = [(int((c.y - top) / height * size[1]), int((c.x - left) / width * size[0])) for c in clicks]

        return cls(
            left=left,
            top=top,
            width=width,
            height=height,
            picture=np.asarray(cv2.resize(cut, size, interpolation=cv2.INTER_AREA), np.uint8),
            inside=[seed for seed, click in zip(seeds, clicks) if click.is_inside],
            outside=[seed for seed, click in zip(seeds, clicks) if not click.is_inside],
            is_whole=(height, width) == pixels.shape[:2],
        )

    def placed(self, region: PixelMask) -> PlacedMask:
        full = cv2.resize(region.astype(np.float32), (self.width, self.height), interpolation=cv2.INTER_LINEAR)
        return PlacedMask.of(np.asarray(full) >= 0.5, left=self.left, top=self.top)


def _from(middle: float, side: int, length: int) -> int:
    """Where a window begins that keeps its middle as far as the image reaches."""
    return int(min(max(0.0, middle - side / 2), length - side))


def _cost(coder: Coder, window: _Window) -> NDArray[np.float32]:
    """(h, w): how little a pixel is like those clicked on, about 1 for the usual surroundings."""
    grid = coder.codes(resized(window.picture, _WINDOW_PX))
    features = grid.codes.reshape(grid.rows, grid.columns, -1).astype(np.float32)
    grey = _grey(window.picture)
    costs = [_cost_of(seed, features, grey) for seed in window.inside]
    return np.asarray(np.min(costs, axis=0), np.float32)


def _cost_of(seed: tuple[int, int], features: NDArray[np.float32], grey: NDArray[np.float32]) -> NDArray[np.float32]:
    row, column = seed
    height, width = grey.shape
    patch = features[row * features.shape[0] // height, column * features.shape[1] // width]
    coarse = np.linalg.norm(features - patch, axis=2)
    fine = np.abs(grey - np.median(grey[max(0, row - 1) : row + 2, max(0, column - 1) : column + 2]))
    unlike = np.asarray(cv2.resize(coarse, (width, height), interpolation=cv2.INTER_LINEAR), np.float32)
    weights = np.float32(_FEATURES_WEIGH), np.float32(1 - _FEATURES_WEIGH)
    scales = np.float32(max(1.0, np.median(coarse))), np.float32(max(1.0, np.median(fine)))
    return np.asarray(weights[0] * unlike / scales[0] + weights[1] * fine / scales[1], np.float32)


def _grey(picture: Pixels) -> NDArray[np.float32]:
    grey = cv2.cvtColor(three_planes(picture), cv2.COLOR_RGB2GRAY)
    return np.asarray(cv2.GaussianBlur(grey.astype(np.float32), (0, 0), 1.0), np.float32)


def _standing_out(cost: NDArray[np.float32], window: _Window) -> tuple[PixelMask, bool]:
    """The region around the clicks with the sharpest edge, and whether the window is wide enough for it."""
    grey = _grey(window.picture)
    steep = np.hypot(np.asarray(cv2.Sobel(grey, cv2.CV_32F, 1, 0)), np.asarray(cv2.Sobel(grey, cv2.CV_32F, 0, 1)))
    best, contrast, fits = _dabs(window), -1.0, True
    for level in _LEVELS:
        region = _around(window.inside, cost < level)
        if np.count_nonzero(region) < _LEAST_PX or any(region[seed] for seed in window.outside):
            continue
        if np.count_nonzero(region) > _MOST_FILLED * region.size:
            break
        found = _edge_mean(steep, region)
        if found > contrast:
            best, contrast, fits = region, found, not _reaches_border(region)
    return best, fits


def _around(seeds: Sequence[tuple[int, int]], alike: PixelMask) -> PixelMask:
    """The connected regions that hold the seeds."""
    for seed in seeds:
        alike[seed] = True
    _, regions = cv2.connectedComponents(alike.astype(np.uint8))
    return np.isin(np.asarray(regions), [regions[seed] for seed in seeds])


def _edge_mean(steep: NDArray[np.float32], region: PixelMask) -> float:
    """Mean steepness on both sides of a region's edge."""
    ring = np.asarray(cv2.morphologyEx(region.astype(np.uint8), cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8))) > 0
    return float(steep[ring].mean()) if ring.any() else 0.0


def _reaches_border(region: PixelMask) -> bool:
    return bool(region[[0, -1]].any() or region[:, [0, -1]].any())


def _dabs(window: _Window) -> PixelMask:
    """A dab around each click inside: something to go on from where nothing stands out."""
    canvas = np.zeros(window.picture.shape[:2], np.uint8)
    for row, column in window.inside:
        cv2.circle(canvas, (column, row), _FOUND_NOTHING_PX, 1, cv2.FILLED)
    return canvas > 0
