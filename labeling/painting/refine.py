"""Refine: a rough stroke becomes the shape that the image shows there.

GrabCut (Rother, Kolmogorov and Blake 2004, OpenCV's) on the surroundings of the stroke only, at most `_WORKING_PX`
wide: its cost grows with the pixels it looks at, and a hand does not wait. What is larger is cut at a smaller scale and
brought back.
"""

from dataclasses import dataclass
from typing import Self

import cv2
import numpy as np
from numpy.typing import NDArray

from labeling.annotation import PlacedMask
from labeling.painting.masks import clipped, nothing
from vision.inspection import PixelMask, three_planes

_WORKING_PX = 256
_LEAST_MARGIN_PX = 24
_ROUNDS = 2
_CORE = 0.6
"""What lies deeper in the stroke than this share of its greatest depth stays marked, whatever the colours say."""
_UNUSED_BOX = (0, 0, 1, 1)


def refined(pixels: NDArray[np.uint8], rough: PlacedMask) -> PlacedMask:
    """The shape in the image that a rough mask means: its core is kept, its edge moves to the image's.

    Args:
        pixels: (H, W), or (H, W, 3) in RGB order, uint8.
        rough: a stroke along the defect, or a generous outline of it.

    Returns:
        Never larger than the rough mask's rectangle with a margin of half its size, at least 24 px; never empty for a
        mask inside the image. The same for the same input.
    """
    height, width = pixels.shape[:2]
    rough = clipped(rough, width, height)
    if not rough.pixels.size:
        return nothing()
    crop = _Crop.around(rough, width, height)
    picture = crop.resized(pixels[crop.top : crop.bottom, crop.left : crop.right], cv2.INTER_AREA)
    marked = crop.resized(crop.cut(rough) * np.uint8(255), cv2.INTER_AREA) > 0
    return crop.placed(_cut(three_planes(picture), marked)) if marked.any() else rough


@dataclass(frozen=True, kw_only=True)
class _Crop:
    """The surroundings of a mask."""

    left: int
    top: int
    right: int
    bottom: int

    @classmethod
    def around(cls, mask: PlacedMask, width: int, height: int) -> Self:
        rows, columns = mask.pixels.shape
        margin = max(_LEAST_MARGIN_PX, max(rows, columns) // 2)
        return cls(
            left=max(0, mask.left - margin),
            top=max(0, mask.top - margin),
            right=min(width, mask.left + columns + margin),
            bottom=min(height, mask.top + rows + margin),
        )

    def cut(self, mask: PlacedMask) -> PixelMask:
        moved = PlacedMask(left=mask.left - self.left, top=mask.top - self.top, pixels=mask.pixels)
        return moved.on(self.bottom - self.top, self.right - self.left)

    def resized(self, picture: NDArray[np.uint8], how: int) -> NDArray[np.uint8]:
        """At most `_WORKING_PX` wide and high."""
        scale = min(1.0, _WORKING_PX / max(picture.shape[:2]))
        size = [max(1, round(side * scale)) for side in picture.shape[1::-1]]
        return picture if scale == 1 else np.asarray(cv2.resize(picture, size, interpolation=how), np.uint8)

    def placed(self, found: PixelMask) -> PlacedMask:
        """A mask of the working size, back in the image; its edge is smooth where it was cut at a smaller scale."""
        size = (self.right - self.left, self.bottom - self.top)
        full = cv2.resize(found.astype(np.float32), size, interpolation=cv2.INTER_LINEAR)
        return PlacedMask.of(np.asarray(full) >= 0.5, left=self.left, top=self.top)


def _cut(picture: NDArray[np.uint8], marked: PixelMask) -> PixelMask:
    """(h, w) bool. Everything marked leaves no background to learn from: then the mark itself is the answer."""
    depth = np.asarray(cv2.distanceTransform(np.pad(marked, 1).astype(np.uint8), cv2.DIST_L2, 5))[1:-1, 1:-1]
    roles = np.full(marked.shape, cv2.GC_PR_BGD, np.uint8)
    roles[[0, -1], :] = roles[:, [0, -1]] = cv2.GC_BGD
    roles[marked] = cv2.GC_PR_FGD
    roles[depth >= max(1.0, _CORE * float(depth.max()))] = cv2.GC_FGD
    if not np.isin(roles, (cv2.GC_BGD, cv2.GC_PR_BGD)).any():
        return marked
    cv2.setRNGSeed(0)
    cv2.grabCut(picture, roles, _UNUSED_BOX, np.zeros((1, 65)), np.zeros((1, 65)), _ROUNDS, cv2.GC_INIT_WITH_MASK)
    return _connected(np.isin(roles, (cv2.GC_FGD, cv2.GC_PR_FGD)), marked)


def _connected(found: PixelMask, marked: PixelMask) -> PixelMask:
    """The regions that touch the stroke: what merely has its colours is left out."""
    _, regions = cv2.connectedComponents(found.astype(np.uint8), connectivity=8)
    touched = np.unique(np.asarray(regions)[marked & found])
    return np.isin(np.asarray(regions), touched[touched > 0])
