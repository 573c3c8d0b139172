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


def brightness(picture: Picture, counts: PixelMask | None = None) -> float:
    """Interquartile mean of all channels, 0..255: neither highlights nor a black background move it much.

    Args:
        counts: (H, W) which pixels of the (H, W) or (H, W, 3) picture are asked, at least one; None for every other row.
    """
    flat = picture.reshape(len(picture), -1)
    asked = None if counts is None else np.repeat(counts, flat.shape[1] // counts.shape[1], axis=1).view(np.uint8)
    seen = flat[::2] if counts is None else flat
    histogram = cv2.calcHist([seen], [0], asked, [256], [0, 256]).ravel().astype(np.float64)
    upto = np.cumsum(histogram)
    low, high = 0.25 * upto[-1], 0.75 * upto[-1]
    inside = (np.minimum(upto, high) - np.maximum(upto - histogram, low)).clip(0)
    return float((inside * np.arange(256)).sum() / inside.sum())


@dataclass(frozen=True, kw_only=True)
class Light:
    """The brightness that pictures are brought to."""

    reference: float | None
    """None leaves them as they are."""

    @classmethod
    def of(cls, pictures: Sequence[Picture], counts: Sequence[PixelMask | None]) -> Self:
        """The middle of the scale, or as much of the taught pictures' own brightness as keeps their highlights apart.

        Args:
            counts: for each of them what `even` takes.
        """
        asked = list(zip(pictures, counts, strict=True))
        usual = float(np.median([brightness(*one) for one in asked]))
        highlights = float(np.median([_highlights(*one) for one in asked]))
        room = _WHITE / max(highlights, 1.0)
        return cls(reference=min(_MIDDLE, (usual + _DARK) * room - _DARK))

    def even(self, picture: Picture, counts: PixelMask | None = None) -> Picture:
        """The picture at the reference brightness, by one gain between 1/4 and 4.

        Args:
            counts: (H, W) which pixels are asked how bright it is, at least one; None for all.
        """
        if self.reference is None:
            return picture
        gain = np.clip((self.reference + _DARK) / (brightness(picture, counts) + _DARK), *_GAINS)
        levels = (np.arange(256) * gain).round().clip(0, 255).astype(np.uint8)
        return np.asarray(cv2.LUT(picture, levels), np.uint8)


def _highlights(picture: Picture, counts: PixelMask | None) -> float:
    asked = picture[::2, ::2] if counts is None else picture[counts]
    return float(np.percentile(asked, _HIGHLIGHTS))
