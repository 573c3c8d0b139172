"""Even light: every picture is brought to the brightness of the taught ones, so that an ageing lamp is no defect."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

import cv2
import numpy as np
from numpy.typing import NDArray

_DARK = 8.0
"""Grey levels added to both brightnesses: pictures that are nearly black are not torn up into noise."""
_GAINS = (1 / 3, 3.0)


def brightness(picture: NDArray[np.uint8]) -> float:
    """Interquartile mean of all channels, 0..255: neither highlights nor a black background move it much."""
    counts = np.bincount(picture[::2, ::2].ravel(), minlength=256).astype(np.float64)
    upto = np.cumsum(counts)
    low, high = 0.25 * upto[-1], 0.75 * upto[-1]
    inside = (np.minimum(upto, high) - np.maximum(upto - counts, low)).clip(0)
    return float((inside * np.arange(256)).sum() / inside.sum())


@dataclass(frozen=True, kw_only=True)
class Light:
    """The brightness of the taught pictures; None leaves pictures as they are."""

    reference: float | None

    @classmethod
    def of(cls, pictures: Iterable[NDArray[np.uint8]]) -> Self:
        """The usual brightness of some pictures (at least one)."""
        return cls(reference=float(np.median([brightness(picture) for picture in pictures])))

    def even(self, picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """The picture at the reference brightness, by one gain between 1/3 and 3."""
        if self.reference is None:
            return picture
        gain = np.clip((self.reference + _DARK) / (brightness(picture) + _DARK), *_GAINS)
        levels = (np.arange(256) * gain).round().clip(0, 255).astype(np.uint8)
        return np.asarray(cv2.LUT(picture, levels), np.uint8)
