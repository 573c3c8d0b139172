"""Even light: every picture is brought to the brightness of the taught ones, so that an ageing lamp is no defect."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import cv2
import numpy as np
from numpy.typing import NDArray

_DARK = 8.0
"""Grey levels added to both brightnesses: pictures that are nearly black are not torn up into noise."""
_GAINS = (1 / 4, 4.0)
_MIDDLE = 110.0
"""Grey level at which the backbone sees most: brightness of its training pictures."""
_HIGHLIGHTS = 98.0
"""Percentile."""
_WHITE = 250.0


def brightness(picture: NDArray[np.uint8]) -> float:
    """Interquartile mean of all channels, 0..255: neither highlights nor a black background move it much."""
    half = picture.reshape(len(picture), -1)[::2]
    counts = cv2.calcHist([half], [0], None, [256], [0, 256]).ravel().astype(np.float64)
    upto = np.cumsum(counts)
    low, high = 0.25 * upto[-1], 0.75 * upto[-1]
    inside = (np.minimum(upto, high) - np.maximum(upto - counts, low)).clip(0)
    return float((inside * np.arange(256)).sum() / inside.sum())


@dataclass(frozen=True, kw_only=True)
class Light:
    """The brightness that pictures are brought to; None leaves them as they are."""

    reference: float | None

    @classmethod
    def of(cls, pictures: Sequence[NDArray[np.uint8]]) -> Self:
        """The middle of the scale, or as much of the taught pictures' own brightness as keeps their highlights apart."""
        usual = float(np.median([brightness(picture) for picture in pictures]))
        highlights = float(np.median([np.percentile(picture[::2, ::2], _HIGHLIGHTS) for picture in pictures]))
        room = _WHITE / max(highlights, 1.0)
        return cls(reference=min(_MIDDLE, (usual + _DARK) * room - _DARK))

    def even(self, picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """The picture at the reference brightness, by one gain between 1/4 and 4."""
        if self.reference is None:
            return picture
        gain = np.clip((self.reference + _DARK) / (brightness(picture) + _DARK), *_GAINS)
        levels = (np.arange(256) * gain).round().clip(0, 255).astype(np.uint8)
        return np.asarray(cv2.LUT(picture, levels), np.uint8)
