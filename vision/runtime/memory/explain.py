"""Which remembered patch is nearest to the most anomalous one of a region, and where it came from."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vision.detectors.explain import NearestGood, Place
from vision.inspection import PixelMask
from vision.recipe import Region
from vision.runtime.memory.coder import PATCH_PX, Codes, PatchGrid, Pixels
from vision.runtime.memory.look import Look
from vision.runtime.memory.model import MemoryModel, counted

SHOWN_PX = 48
"""Side of the squares shown, in pixels of the picture that the look sees: a patch is a point of it, but this is about
how far around it the backbone pays attention."""


@dataclass(frozen=True, eq=False, kw_only=True)
class _Found:
    """The most anomalous patch of a region to one look."""

    look: Look
    grid: PatchGrid
    patch: int
    deviation: float


def nearest_good(model: MemoryModel, pixels: Pixels, region: Region, counts: PixelMask | None) -> NearestGood:
    """See `Explains`. The look that finds the region most unusual explains it."""
    seen = zip(model.looks, model.sight.grids(pixels, counts), strict=True)
    found = max(
        (_found(look, grid, _patches_of(region, grid, pixels, counts)) for look, grid in seen),
        key=lambda one: one.deviation,
    )
    owner, centre, distance = _nearest(found.look, found.grid.codes[[found.patch]])
    row, column = divmod(found.patch, found.grid.columns)
    here = ((column + 0.5) / found.grid.columns, (row + 0.5) / found.grid.rows)
    return NearestGood(
        here=_around(here, found.grid),
        image=model.images[owner],
        there=_around(centre, found.grid),
        distance=distance,
        deviation=found.deviation,
    )


def _found(look: Look, grid: PatchGrid, patches: NDArray[np.intp]) -> _Found:
    """The most anomalous of some patches."""
    unusual = look.unusual(PatchGrid(codes=grid.codes[patches], rows=1, columns=len(patches)))[0]
    highest = int(unusual.argmax())
    return _Found(look=look, grid=grid, patch=int(patches[highest]), deviation=float(unusual[highest]))


def _patches_of(region: Region, grid: PatchGrid, pixels: Pixels, counts: PixelMask | None) -> NDArray[np.intp]:
    """Numbers of the patches that a region touches; of these the ones that count, if any do."""
    patches = grid.touched_by(region, (pixels.shape[0], pixels.shape[1]))
    if counts is None:
        return patches
    told = patches[counted(counts, (grid.rows, grid.columns)).ravel()[patches]]
    return told if len(told) else patches


def _nearest(look: Look, code: Codes) -> tuple[int, tuple[float, float], float]:
    """(image, centre as shares, distance) of the nearest patch in any of the look's memories; (1, features) codes."""
    found = zip(look.memories, look.nearest(code), strict=True)
    memory, nearest = min(found, key=lambda one: float(one[1].distance[0]))
    row = int(nearest.index[0])
    x, y = (float(share) for share in memory.places[row])
    return int(memory.owners[row]), (x, y), float(nearest.distance[0])


def _around(centre: tuple[float, float], grid: PatchGrid) -> Place:
    """The square shown for a patch, cut off at the image's border."""
    (left, width), (top, height) = (
        _stretch(middle, SHOWN_PX / (patches * PATCH_PX))
        for middle, patches in zip(centre, (grid.columns, grid.rows), strict=True)
    )
    return Place(x=left, y=top, width=width, height=height)


def _stretch(middle: float, length: float) -> tuple[float, float]:
    """(start, length) of a stretch around its middle, inside 0..1."""
    start, stop = max(0.0, middle - length / 2), min(1.0, middle + length / 2)
    return start, stop - start
