"""Why a region stands out: the good patch that is most like it, and where that one came from.

Not on the way to a verdict: it is asked when a person looks at a part again.
"""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from vision.recipe import Region


@dataclass(frozen=True, kw_only=True)
class Place:
    """A rectangle as shares of an image's width and height, 0..1, so that it fits images of any size."""

    x: float
    y: float
    width: float
    height: float


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

    def nearest_good(self, pixels: NDArray[np.uint8], region: Region) -> NearestGood:
        """The nearest good patch to the most anomalous one of a region.

        Args:
            pixels: (H, W), or (H, W, 3) in RGB order, uint8; as for `PixelModel.predict_pixels`.
            region: inside the pixels; at least the patch at its middle is looked at.

        The places are shares of these pixels and of the taught ones, which were cropped alike.
        """
