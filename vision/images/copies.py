"""Copies of a good frame as another good part could look: moved, turned, out of focus, noisy, lit differently.

They tell what scores good parts may have when there is only one image to learn from. Pure: the same frame and generator
state give the same copy.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
"""(H, W) grey or (H, W, 3) RGB."""

MOST_SHIFT_PX = 5.0
MOST_TURN_DEG = 3.0
MOST_BLUR_PX = 1.2
MOST_NOISE = 15.0
"""Standard deviation in grey levels."""
GAINS = (0.7, 1.3)
THRESHOLDS = (80.0, 175.0)
"""Between which every other copy of a picture of black and white alone is thresholded anew."""


def distorted_copy(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """Another look of the part on (H, W) or (H, W, 3) uint8."""
    moved = cv2.GaussianBlur(_moved(pixels, rng), (0, 0), rng.uniform(0.3, MOST_BLUR_PX))
    noisy = moved + rng.uniform(0, MOST_NOISE) * rng.standard_normal(pixels.shape, np.float32)
    if is_black_and_white(pixels) and rng.random() < 0.5:
        return np.where(noisy > rng.uniform(*THRESHOLDS), 255, 0).astype(np.uint8)
    return (noisy * rng.uniform(*GAINS)).round().clip(0, 255).astype(np.uint8)


def is_black_and_white(pixels: Pixels) -> bool:
    """True for a picture that was thresholded: hardly a pixel lies between black and white."""
    some = pixels[::3, ::3]
    return float(np.mean((some > 32) & (some < 223))) < 0.02


def _moved(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    height, width = pixels.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), rng.uniform(-MOST_TURN_DEG, MOST_TURN_DEG), 1)
    shift = np.array([[0, 0, 1]]) * rng.uniform(-MOST_SHIFT_PX, MOST_SHIFT_PX, (2, 1))
    return cv2.warpAffine(pixels, matrix + shift, (width, height), borderMode=cv2.BORDER_REPLICATE).astype(np.uint8)
