"""Ignored regions: painted over in one grey before anything looks, so that nothing beside them sees what changes there.

40 good magnetic tiles below a label that is another one each time, the label ignored: image AUROC 0.78 when patches of
the label were remembered too, 0.86 without them and with its pixels left out of the brightness, 0.91 painted over;
a blank label gave 0.90 to 0.92. It is done at the frame's own size: what counts right beside a region stays to be seen.
"""

from dataclasses import dataclass

import cv2
import numpy as np

from vision.inspection import PixelMask
from vision.runtime.memory.coder import Pixels, resized
from vision.runtime.memory.light import Light

GREY = 110


@dataclass(frozen=True, eq=False, kw_only=True)
class Covered:
    """A resized picture of a frame whose ignored regions were painted over."""

    picture: Pixels
    counts: PixelMask | None
    """(H, W) pixels made of nothing but what counts; where there are none, those made of some of it, None for all."""
    ignored: PixelMask | None
    """(H, W) pixels made of nothing that counts; None for none."""

    def lit(self, light: Light) -> Pixels:
        """The picture in even light; what is ignored stays the same grey, whatever the lamp was."""
        even = light.even(self.picture, self.counts)
        if self.ignored is not None:
            even[self.ignored] = GREY
        return even


def covered(pixels: Pixels, counts: PixelMask | None, long_side_px: int) -> Covered:
    """(H, W) or (H, W, 3) uint8 pixels and their (H, W) mask, None for no ignored region, as `resized` does it."""
    if counts is None:
        return Covered(picture=resized(pixels, long_side_px), counts=None, ignored=None)
    painted = np.full_like(pixels, GREY)
    cv2.copyTo(pixels, counts.view(np.uint8), painted)
    share = resized(counts.view(np.uint8) * np.uint8(255), long_side_px)
    wholly, partly = share == 255, share > 0
    counting = next((mask for mask in (wholly, partly) if mask.any()), None)
    return Covered(picture=resized(painted, long_side_px), counts=counting, ignored=~partly)
