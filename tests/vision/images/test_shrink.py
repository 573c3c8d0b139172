"""Shrinking."""

import cv2
import numpy as np
import pytest

from vision.images import shrunk


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16, np.float32])
@pytest.mark.parametrize(("shape", "off"), [((640, 800), 3), ((641, 803, 3), 7), ((90, 1000), 0)])
def test_it_is_nearly_as_shrinking_at_once(shape: tuple[int, ...], off: int, dtype: type) -> None:
    rows, columns = np.ogrid[: shape[0], : shape[1]]
    waves = 125 + 60 * np.sin(rows / 40) + 60 * np.cos(columns / 50)
    pixels = (waves if len(shape) == 2 else np.dstack([waves] * shape[2])).astype(dtype)
    found = shrunk(pixels, (77, 60))
    assert (found.shape[:2], found.dtype) == ((60, 77), pixels.dtype)
    at_once = cv2.resize(pixels, (77, 60), interpolation=cv2.INTER_AREA).astype(np.float32)
    assert np.abs(found.astype(np.float32) - at_once).max() <= off


def test_every_pixel_counts_alike() -> None:
    """No pixel is passed over, which would make fine stripes a pattern that is not there."""
    stripes = np.tile(np.array([0, 200], np.uint8), (480, 320))
    assert np.ptp(shrunk(stripes, (50, 40))) <= 20
    spot = np.zeros((512, 512), np.float32)
    spot[301, 77] = 64.0
    assert shrunk(spot, (64, 64)).sum() == pytest.approx(1.0)


def test_the_same_size_stays_as_it_is() -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (30, 40)).astype(np.uint8)
    assert np.array_equal(shrunk(pixels, (40, 30)), pixels)


@pytest.mark.parametrize("side_px", [330, 400, 420, 450, 570, 700])
def test_hardly_more_noise_stays_than_in_means_of_what_is_covered(side_px: int) -> None:
    noise = np.random.default_rng(0).normal(128, 20, (side_px, side_px)).clip(0, 255).astype(np.uint8)
    means = cv2.resize(noise, (300, 300), interpolation=cv2.INTER_AREA)
    assert shrunk(noise, (300, 300)).std() < 1.18 * means.std()
