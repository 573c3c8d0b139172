"""Support copies: what a good part looks like when it lies a little differently or the lamp is another."""

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

FEW = 100
"""Good images below which copies are learned as well."""
COPIES = 1
"""Of each image, when there are few."""
MOST_TURN_DEG = 3.0
MOST_SHIFT = 0.012
"""Share of the longer side: 5 px of 448."""
MOST_GROWTH = 0.01
GAINS = (0.75, 1.35)
GAMMAS = (0.8, 1.25)

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, eq=False, kw_only=True)
class SupportCopy:
    """Another look of an image."""

    pixels: Pixels
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


def support_copies(pixels: Pixels, rng: np.random.Generator, n: int) -> Iterator[SupportCopy]:
    """`n` other looks of (H, W) or (H, W, 3) uint8 pixels; the same generator state gives the same ones."""
    for _ in range(n):
        copy = _moved(pixels, rng)
        yield SupportCopy(pixels=_lit(copy.pixels, rng), moved=copy.moved)


def _moved(pixels: Pixels, rng: np.random.Generator) -> SupportCopy:
    """Turned, grown and shifted; what comes in at the border is mirrored, so that no edge is learned that none has."""
    height, width = pixels.shape[:2]
    turn_deg, growth = rng.uniform(-MOST_TURN_DEG, MOST_TURN_DEG), rng.uniform(1 - MOST_GROWTH, 1 + MOST_GROWTH)
    matrix = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), turn_deg, growth)
    matrix[:, 2] += rng.uniform(-MOST_SHIFT, MOST_SHIFT, 2) * max(height, width)
    moved = cv2.warpAffine(pixels, matrix, (width, height), borderMode=cv2.BORDER_REFLECT_101)
    return SupportCopy(pixels=np.asarray(moved, np.uint8), moved=np.asarray(matrix, np.float64))


def _lit(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """Another gain and gamma. The gain matters although light is evened later: highlights that it cut off stay cut off."""
    gain, gamma = rng.uniform(*GAINS), float(np.exp(rng.uniform(*np.log(GAMMAS))))
    levels = 255 * gain * (np.arange(256) / 255) ** gamma
    return np.asarray(cv2.LUT(pixels, levels.round().clip(0, 255).astype(np.uint8)), np.uint8)
