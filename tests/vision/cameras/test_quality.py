import cv2
import numpy as np
import pytest

from vision.cameras.quality import clipped_share, focus_measure, histogram
from vision.inspection import Frame


def texture(blur_px: float = 0.0) -> np.ndarray:
    pixels = np.random.default_rng(1).integers(60, 120, (64, 64), dtype=np.uint8)
    return cv2.GaussianBlur(pixels, (0, 0), blur_px) if blur_px else pixels


def test_focus_falls_with_blur():
    measures = [focus_measure(Frame(pixels=texture(blur))) for blur in (0.0, 0.8, 1.6, 3.0)]
    assert measures == sorted(measures, reverse=True)
    assert measures[0] > 10 * measures[-1]


def test_focus_does_not_follow_the_exposure():
    dark, bright = (Frame(pixels=(texture().astype(float) * gain).astype(np.uint8)) for gain in (1.0, 2.0))
    assert focus_measure(bright) == pytest.approx(focus_measure(dark), rel=0.05)


def test_a_black_frame_has_no_focus():
    assert focus_measure(Frame(pixels=np.zeros((8, 8), np.uint8))) == 0.0


def test_histogram_counts_every_pixel_in_each_depth():
    grey = np.array([[0, 0], [7, 255]], np.uint8)
    counts = histogram(Frame(pixels=grey))
    assert counts.shape == (256,)
    assert (counts[0], counts[7], counts[255], counts.sum()) == (2, 1, 1, 4)
    deep = histogram(Frame(pixels=grey.astype(np.uint16) << 4, bit_depth=12))
    assert np.array_equal(deep, counts)
    assert histogram(Frame(pixels=np.full((2, 3, 3), 9, np.uint8)))[9] == 6


def test_clipped_share_sees_one_full_channel_and_the_true_depth():
    colour = np.zeros((2, 2, 3), np.uint8)
    colour[0, 0, 2] = 255
    assert clipped_share(Frame(pixels=colour)) == 0.25
    assert clipped_share(Frame(pixels=np.full((2, 2), 4095, np.uint16), bit_depth=12)) == 1.0
    assert clipped_share(Frame(pixels=np.full((2, 2), 4094, np.uint16), bit_depth=12)) == 0.0
