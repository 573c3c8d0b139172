"""What was taught, and how far a frame lies outside it."""

import math
from dataclasses import dataclass
from functools import cached_property

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.images.registration import Alignment, Registration, sample, warp_to_reference
from vision.inspection import AnomalyMap, three_planes

Pixels = NDArray[np.uint8]
"""(H, W) grey or (H, W, 3) RGB."""

_GAINS = (0.5, 2.0)
_MOST_OFFSET = 64.0
"""Lighting that differs by more is no longer evened out, and so stays visible."""
_SAMPLES = 5_000


@dataclass(frozen=True, eq=False)
class Template:
    """A reference and the tolerance around it, all of one size, (H, W) for grey parts, (H, W, 3) for coloured ones."""

    reference: Pixels
    """The mean good part."""
    lower: Pixels
    upper: Pixels
    """The darkest and the brightest value that a good part may have at this place."""
    spot_px: float
    """Standard deviation of the Gaussian spot that differences are averaged over; above 0."""

    def as_taught(self, pixels: Pixels) -> Pixels:
        """A frame in grey if the reference is grey, else in three planes; the methods below take frames like this."""
        return grey_of(pixels) if self.reference.ndim == 2 else three_planes(pixels)

    def align(self, pixels: Pixels) -> Alignment:
        """Where a frame lies."""
        return self._registration.align(grey_of(pixels))

    def lay(self, pixels: Pixels, alignment: Alignment) -> Pixels:
        """A frame laid over the reference, in the reference's brightness."""
        return warp_to_reference(self._as_bright(pixels, alignment), alignment, self.reference)

    def differences(self, pixels: Pixels, alignment: Alignment) -> AnomalyMap:
        """Grey levels outside the tolerance, averaged over a spot, as a map of the frame.

        0 where the reference does not reach. The tolerance is laid over the frame, not the frame over the reference,
        since a map would have to come back: twice the work, and thin scratches would fade on the way.
        """
        seen = self._as_bright(pixels, alignment)
        size = (seen.shape[1], seen.shape[0])
        lower = cv2.warpAffine(self.lower, alignment.matrix, size, borderValue=(0, 0, 0))
        upper = cv2.warpAffine(self.upper, alignment.matrix, size, borderValue=(255, 255, 255))
        outside = cv2.max(cv2.subtract(seen, upper), cv2.subtract(lower, seen))
        if outside.ndim == 3:
            outside = outside.max(axis=2)
        return cv2.sepFilter2D(outside, cv2.CV_32F, self._spot, self._spot).astype(np.float32, copy=False)

    def _as_bright(self, pixels: Pixels, alignment: Alignment) -> Pixels:
        """A frame in the reference's brightness."""
        return cv2.LUT(pixels, self._brightness(grey_of(pixels), alignment)).astype(np.uint8, copy=False)

    def _brightness(self, grey: Pixels, alignment: Alignment) -> Pixels:
        """(256,) table that gives a frame the reference's brightness and contrast."""
        places, values = self._samples
        moved = (places @ alignment.matrix[:, :2].T + alignment.matrix[:, 2]).astype(np.float32)
        inside = ((moved >= 0) & (moved <= (grey.shape[1] - 1, grey.shape[0] - 1))).all(axis=1)
        gain, offset = (1.0, 0.0) if not inside.any() else _line(values[inside], sample(grey, moved[inside]))
        table: Pixels = ((np.arange(256) - offset) / gain).round().clip(0, 255).astype(np.uint8)
        return table

    @cached_property
    def _spot(self) -> NDArray[np.float32]:
        """The spot's weights along one line, out to two standard deviations."""
        side = 2 * math.ceil(2 * self.spot_px) + 1
        return cv2.getGaussianKernel(side, self.spot_px, cv2.CV_32F).astype(np.float32, copy=False)

    @cached_property
    def _registration(self) -> Registration:
        return Registration(grey_of(self.reference))

    @cached_property
    def _samples(self) -> tuple[NDArray[np.float32], NDArray[np.float64]]:
        """(N, 2) x, y of places all over the reference, and (N,) its grey values there."""
        grey = grey_of(self.reference)
        step = max(1, round((grey.size / _SAMPLES) ** 0.5))
        rows, columns = np.mgrid[step // 2 : grey.shape[0] : step, step // 2 : grey.shape[1] : step]
        places = np.stack([columns.ravel(), rows.ravel()], axis=1)
        return places.astype(np.float32), grey[places[:, 1], places[:, 0]].astype(np.float64)


def grey_of(pixels: Pixels) -> Pixels:
    """(H, W) of grey or RGB pixels; equal channels stay exactly as they are."""
    return pixels if pixels.ndim == 2 else cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY).astype(np.uint8, copy=False)


def _line(reference: NDArray[np.float64], seen: NDArray[np.float32]) -> tuple[float, float]:
    """(gain, offset) with seen = gain * reference + offset, where most places agree; a defect does not pull.

    Reweighted least squares. A reference of hardly any contrast says nothing of the gain, which then stays near 1.
    """
    weights = np.ones(len(seen))
    gain, offset = 1.0, 0.0
    for _ in range(4):
        share = weights / weights.sum()  # sums, not products of matrices: BLAS calls threads together for these few
        middle, level = (share * reference).sum(), (share * seen).sum()
        spread = (share * (reference - middle) ** 2).sum()
        common = (share * (reference - middle) * (seen - level)).sum()
        gain = float(np.clip((common + 25) / (spread + 25), *_GAINS))
        offset = float(np.clip(level - gain * middle, -_MOST_OFFSET, _MOST_OFFSET))
        apart = np.abs(seen - gain * reference - offset)
        weights = np.minimum(1, (2 * np.median(apart) + 1) / np.maximum(apart, 1e-6)) ** 2
    return gain, offset
