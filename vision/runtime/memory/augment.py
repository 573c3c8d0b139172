"""Support copies: what a good part looks like when it lies a little differently or the lamp is another.

Learned beside the images when there are few. Image AUROC by number of images, mean of three draws (2 for the flange at
16; the cookies' differences are those of one or two pairs of images):

| copies of each image | tile 4 | 16 | 90 | cookie 4 | 8 | flange 4 | 8 | 16 |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
| none | 0.806 | 0.875 | 0.904 | 0.942 | 0.942 | 0.805 | 0.840 | 0.864 |
| one, moved | 0.801 | 0.872 | 0.911 | 0.949 | 0.943 | 0.845 | 0.873 | 0.863 |
| one, moved and lit (kept) | 0.801 | 0.881 | 0.911 | 0.949 | 0.943 | 0.830 | 0.852 | 0.890 |
| two, moved | 0.779 | 0.867 | 0.902 | 0.945 | | 0.847 | | 0.899 |
| one, moved, lit and blurred | | | 0.906 | | | 0.844 | | 0.887 |

Light alone gained nothing on unchanged images (tile 90: 0.901) but it is what makes another gain harmless: the drop at
0.7 and 1.3 falls from 5.1 points to 1.1 (`bench_light`). Three to six copies of any sort cost the tiles 1 to 2 points at 4
images; mirroring and blur changed no set for the better throughout. Remembering only patches of the images themselves,
or measuring usual distances on them alone, did not win back what copies cost there.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.inspection import PixelMask

FEW = 100
"""Good images below which copies are learned as well."""
COPIES = 1
"""Of each image, when there are few."""
MOST_TURN_DEG = 3.0
MOST_SHIFT = 0.012
"""Share of the longer side: 6 px of 512."""
MOST_GROWTH = 0.01
GAINS = (0.75, 1.35)
GAMMAS = (0.8, 1.25)

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, eq=False, kw_only=True)
class SupportCopy:
    """Another look of an image."""

    pixels: Pixels
    counts: PixelMask | None
    """(H, W) bool, False where nobody looks; None for everywhere."""
    moved: NDArray[np.float64]
    """(2, 3) matrix from places in the image to places in the copy, in pixels."""

    def origins(self, places: NDArray[np.float32]) -> NDArray[np.float32]:
        """Where (P, 2) places of the copy lie in the image; x and y as shares of width and height, as `places` are."""
        size = np.array(self.pixels.shape[1::-1])
        back = cv2.invertAffineTransform(self.moved)
        found = (places * size - 0.5) @ back[:, :2].T + back[:, 2]
        return np.asarray(((found + 0.5) / size).clip(0, 1), np.float32)


def copies_for(images: int) -> int:
    """How many copies of each image are learned beside it."""
    return COPIES if images < FEW else 0


def support_copies(pixels: Pixels, counts: PixelMask | None, rng: np.random.Generator, n: int) -> Iterator[SupportCopy]:
    """`n` other looks of (H, W) or (H, W, 3) uint8 pixels; the same generator state gives the same ones.

    Args:
        counts: (H, W) bool, False where nobody looks; None for everywhere.
    """
    for _ in range(n):
        copy = _moved(pixels, counts, rng)
        yield replace(copy, pixels=_lit(copy.pixels, rng))


def _moved(pixels: Pixels, counts: PixelMask | None, rng: np.random.Generator) -> SupportCopy:
    """Turned, grown and shifted; what comes in at the border is mirrored, so that no edge is learned that none has."""
    height, width = pixels.shape[:2]
    turn_deg, growth = rng.uniform(-MOST_TURN_DEG, MOST_TURN_DEG), rng.uniform(1 - MOST_GROWTH, 1 + MOST_GROWTH)
    matrix = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), turn_deg, growth)
    matrix[:, 2] += rng.uniform(-MOST_SHIFT, MOST_SHIFT, 2) * max(height, width)
    return SupportCopy(
        pixels=_warped(pixels, matrix, cv2.INTER_LINEAR),
        counts=None if counts is None else _warped(counts.view(np.uint8), matrix, cv2.INTER_NEAREST).view(np.bool_),
        moved=np.asarray(matrix, np.float64),
    )


def _warped(pixels: Pixels, matrix: NDArray[Any], how: int) -> Pixels:
    size = pixels.shape[1], pixels.shape[0]
    return np.asarray(cv2.warpAffine(pixels, matrix, size, flags=how, borderMode=cv2.BORDER_REFLECT_101), np.uint8)


def _lit(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """Another gain and gamma. The gain matters although light is evened later: highlights that it cut off stay cut off."""
    gain, gamma = rng.uniform(*GAINS), float(np.exp(rng.uniform(*np.log(GAMMAS))))
    levels = 255 * gain * (np.arange(256) / 255) ** gamma
    return np.asarray(cv2.LUT(pixels, levels.round().clip(0, 255).astype(np.uint8)), np.uint8)
