"""Why a region stands out: the good patch that is most like it, and where that one came from.

Not on the way to a verdict: it is asked when a person looks at a part again.
"""

from dataclasses import dataclass
from typing import Protocol, Self, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from vision.inspection import PixelMask
from vision.recipe import Region


@dataclass(frozen=True, kw_only=True)
class Place:
    """A rectangle as shares of an image's width and height, 0..1, so that it fits images of any size."""

    x: float
    y: float
    width: float
    height: float

    @classmethod
    def of(cls, region: Region, width_px: int, height_px: int) -> Self:
        """Where a region lies in an image of this size."""
        return cls(
            x=region.x / width_px,
            y=region.y / height_px,
            width=region.width / width_px,
            height=region.height / height_px,
        )

    def within(self, outer: "Place") -> "Place":
        """The same place where these shares are not of the image but of one of its rectangles."""
        return Place(
            x=outer.x + self.x * outer.width,
            y=outer.y + self.y * outer.height,
            width=self.width * outer.width,
            height=self.height * outer.height,
        )


@dataclass(frozen=True, kw_only=True)
class NearestGood:
    """The most anomalous patch of a region beside the remembered one that is nearest to it."""

    here: Place
    """The patch, in the frame that was asked about."""
    image: str
    """The taught image as the model knows it: its file, its camera, or "frame 7" for the seventh."""
    there: Place
    """The nearest patch of good parts, in that image."""
    distance: float
    """Between the two, in the model's own unit; the same frame and model give the same again."""
    deviation: float
    """Standard deviations by which that is farther than good patches are there; the finding itself."""


@runtime_checkable
class Explains(Protocol):
    """What a `PixelModel` may fulfil besides: it remembers good patches and can show them."""

    def nearest_good(self, pixels: NDArray[np.uint8], region: Region, counts: PixelMask | None) -> NearestGood | None:
        """The nearest good patch to the most anomalous one that a region touches; None when there is none to show.

        Args:
            pixels: as for `PixelModel.predict_pixels`.
            region: inside these pixels.
            counts: as for `PixelModel.predict_pixels`; where a region counts in parts, only these are looked at.

        Places are shares of these pixels, and of the taught ones, which were cropped alike.
        """


def overlap(region: Region, outer: Region) -> Region | None:
    """The part of a region that lies in another, relative to that one's corner; None when they lie apart."""
    left, top = max(region.x, outer.x), max(region.y, outer.y)
    right = min(region.x + region.width, outer.x + outer.width)
    bottom = min(region.y + region.height, outer.y + outer.height)
    if left >= right or top >= bottom:
        return None
    return Region(x=left - outer.x, y=top - outer.y, width=right - left, height=bottom - top)
