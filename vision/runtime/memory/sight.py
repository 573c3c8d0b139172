"""How a frame is seen: each look's picture in even light, and the codes of its patches."""

from dataclasses import dataclass

import cv2
import numpy as np

from vision.inspection import PixelMask
from vision.runtime.memory.coder import Coder, PatchGrid, Pixels, resized
from vision.runtime.memory.light import Light
from vision.runtime.memory.settings import MemorySettings
from vision.runtime.memory.tiles import tiled_codes

_GREY = 110
COARSER = (1, 2)
"""The two looks at the whole frame: how much smaller than the settings' size. The coarse one sees what is as large as
the part. With tiles there is a third look, before them."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Sight:
    """Everything that lies between a frame and its codes."""

    coder: Coder
    light: Light
    settings: MemorySettings

    def grids(self, pixels: Pixels, counts: PixelMask | None) -> list[PatchGrid]:
        """The patch codes of each look, finest first. See `pictures`."""
        return [self.grid(picture) for picture in self.pictures(pixels, counts)]

    def grid(self, picture: Pixels) -> PatchGrid:
        """The patch codes of one of the `pictures`."""
        return tiled_codes(self.coder, picture)

    def pictures(self, pixels: Pixels, counts: PixelMask | None) -> list[Pixels]:
        """What each look looks at, finest first.

        Args:
            pixels: (H, W) or (H, W, 3) uint8.
            counts: (H, W) bool, False where nobody looks: what is bright there tells nothing of the lamp. None for all.
        """
        long_side_px, detail = self.settings.long_side_px, self.settings.detail
        lit = self._lit(pixels, counts, long_side_px // COARSER[0])
        whole = [lit, *(resized(lit, long_side_px // factor) for factor in COARSER[1:])]
        if not detail:
            return whole
        return [self._lit(pixels, counts, round(detail * max(pixels.shape[:2]))), *whole]

    def _lit(self, pixels: Pixels, counts: PixelMask | None, long_side_px: int) -> Pixels:
        picture = resized(pixels, long_side_px)
        told = asked_of(picture, counts)
        lit = self.light.even(picture, told)
        return painted_over(lit, told) if told is not None and self.light.where_it_counts else lit


def painted_over(picture: Pixels, told: PixelMask) -> Pixels:
    """The picture in one grey where nobody looks: patches beside it would see what changes there.

    40 good magnetic tiles below a label that is another one each time, the label ignored: image AUROC 0.78 when patches of
    the label were remembered too, 0.86 without them and with its pixels left out of the brightness, 0.91 painted over; a
    blank label gave 0.92.
    """
    painted = picture.copy()
    painted[~told] = _GREY
    return painted


def asked_of(picture: Pixels, counts: PixelMask | None) -> PixelMask | None:
    """`counts` of a frame at the size of its picture; None when all of it counts, or nothing that is left of it.

    A pixel counts when all that it and its neighbours are made of does.
    """
    if counts is None:
        return None
    size = picture.shape[1], picture.shape[0]
    share = cv2.resize(counts.view(np.uint8) * np.uint8(255), size, interpolation=cv2.INTER_AREA)
    told = cv2.erode(share, np.ones((3, 3), np.uint8)) == 255
    return told if told[::2].any() else None


@dataclass(frozen=True, kw_only=True)
class PlannedLook:
    """What one look is to remember."""

    memories: int
    patches: int
    """In each of them."""


def planned(settings: MemorySettings) -> tuple[PlannedLook, ...]:
    """Of each look, finest first."""
    return tuple(_planned(settings, factor) for factor in ((1, *COARSER) if settings.detail else COARSER))


def _planned(settings: MemorySettings, factor: int) -> PlannedLook:
    memories = max(1, settings.memories // factor)
    return PlannedLook(memories=memories, patches=max(1, settings.memory_size // factor // memories))
