"""Even light: every picture is brought to the brightness of the taught ones, so that an ageing lamp is no defect."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.inspection import PixelMask

Picture = NDArray[np.uint8]
_DARK = 8.0
"""Grey levels added to both brightnesses: pictures that are nearly black are not torn up into noise."""
_GAINS = (1 / 4, 4.0)
_MIDDLE = 110.0
"""Grey level at which the backbone sees most: brightness of its training pictures."""
_HIGHLIGHTS = 98.0
"""Percentile."""
_WHITE = 250.0


def brightness(picture: Picture, told: PixelMask | None = None) -> float:
    """Interquartile mean of all channels, 0..255: neither highlights nor a black background move it much.

    Args:
        told: (H, W) which pixels of the (H, W) or (H, W, 3) picture are asked, at least one; None for all.
    """
    half = picture.reshape(len(picture), -1)[::2]
    asked = None if told is None else np.repeat(told, half.shape[1] // told.shape[1], axis=1)[::2].view(np.uint8)
    counts = cv2.calcHist([half], [0], asked, [256], [0, 256]).ravel().astype(np.float64)
    upto = np.cumsum(counts)
    low, high = 0.25 * upto[-1], 0.75 * upto[-1]
    inside = (np.minimum(upto, high) - np.maximum(upto - counts, low)).clip(0)
    return float((inside * np.arange(256)).sum() / inside.sum())


@dataclass(frozen=True, kw_only=True)
class Light:
    """The brightness that pictures are brought to."""

    reference: float | None
    """None leaves them as they are."""
    where_it_counts: bool = True
    """Only pixels that count are asked how bright a picture is. False in models taught before it was so."""

    @classmethod
    def of(cls, pictures: Sequence[Picture], told: Sequence[PixelMask | None]) -> Self:
        """The middle of the scale, or as much of the taught pictures' own brightness as keeps their highlights apart.

        Args:
            told: for each of them what `even` takes.
        """
        asked = list(zip(pictures, told, strict=True))
        usual = float(np.median([brightness(*one) for one in asked]))
        highlights = float(np.median([_highlights(*one) for one in asked]))
        room = _WHITE / max(highlights, 1.0)
        return cls(reference=min(_MIDDLE, (usual + _DARK) * room - _DARK))

    def even(self, picture: Picture, told: PixelMask | None = None) -> Picture:
        """The picture at the reference brightness, by one gain between 1/4 and 4.

        Args:
            told: (H, W) which pixels are asked how bright it is, at least one; None for all.
        """
        if self.reference is None:
            return picture
        usual = brightness(picture, told if self.where_it_counts else None)
        gain = np.clip((self.reference + _DARK) / (usual + _DARK), *_GAINS)
        levels = (np.arange(256) * gain).round().clip(0, 255).astype(np.uint8)
        return np.asarray(cv2.LUT(picture, levels), np.uint8)


def _highlights(picture: Picture, told: PixelMask | None) -> float:
    few = picture[::2, ::2]
    if told is not None and told[::2, ::2].any():
        few = few[told[::2, ::2]]
    return float(np.percentile(few, _HIGHLIGHTS))
