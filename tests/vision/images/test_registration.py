"""Registration finds where a part lies, to a fraction of a pixel, and says when it cannot."""

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from vision.images.registration import Registration, warp_to_frame, warp_to_reference

SIZE = (320, 240)


def plate(*, binary: bool = False, seed: int = 3) -> NDArray[np.uint8]:
    """A part with holes, bars and soft shading, (240, 320)."""
    rng = np.random.default_rng(seed)
    image = np.full((SIZE[1], SIZE[0]), 200.0, np.float32)
    image += 0 if binary else 30 * np.sin(np.arange(SIZE[0]) / 50)
    for _ in range(14):
        x, y = (int(v) for v in rng.integers(20, (SIZE[0] - 20, SIZE[1] - 20)))
        cv2.circle(image, (x, y), int(rng.integers(4, 14)), float(rng.integers(20, 120)), -1)
        cv2.rectangle(image, (y, x // 2), (y + 18, x // 2 + 5), 60.0, -1)
    return np.where(image > 150, 255, 0).astype(np.uint8) if binary else image.astype(np.uint8)


def pose(turn_deg: float = 0, shift: tuple[float, float] = (0, 0), scale: float = 1) -> NDArray[np.float64]:
    matrix = cv2.getRotationMatrix2D((SIZE[0] / 2, SIZE[1] / 2), turn_deg, scale)
    matrix[:, 2] += shift
    return np.asarray(matrix)


def moved(image: NDArray[np.uint8], matrix: NDArray[np.float64]) -> NDArray[np.uint8]:
    return cv2.warpAffine(image, matrix, SIZE, borderMode=cv2.BORDER_REPLICATE).astype(np.uint8)


def error_px(found: NDArray[np.float64], true: NDArray[np.float64]) -> float:
    """The largest error at the corners."""
    corners = np.array([(0, 0, 1), (SIZE[0], 0, 1), (0, SIZE[1], 1), (*SIZE, 1)]).T
    return float(np.abs((found - true) @ corners).max())


@pytest.mark.parametrize("binary", [False, True])
@pytest.mark.parametrize(
    "true", [pose(), pose(shift=(4.6, -3.3)), pose(3), pose(-3, (-5, 5), 1.005), pose(shift=(25, 18)), pose(7, (3, -4))]
)
def test_a_moved_and_turned_part_is_found_to_a_fraction_of_a_pixel(true: NDArray[np.float64], *, binary: bool) -> None:
    part = plate(binary=binary)
    found = Registration(part).align(moved(part, true))
    assert error_px(found.matrix, true) < 0.25
    assert found.is_held
    assert found.correlation > 0.9


def test_stretch_along_one_axis_is_followed_as_a_line_scan_shows_it() -> None:
    part, true = plate(), np.array([[1.015, 0, -2.0], [0, 1, 1.0]])
    assert error_px(Registration(part).align(moved(part, true)).matrix, true) < 0.25


def test_noise_other_light_and_a_large_defect_pull_by_less_than_half_a_pixel() -> None:
    part, true = plate(), pose(1.5, (2.4, -1.7))
    seen = moved(part, true) * 0.7 + 20 + np.random.default_rng(1).normal(0, 8, part.shape)
    seen[60:120, 100:180] = 250
    found = Registration(part).align(seen.clip(0, 255).astype(np.uint8))
    assert error_px(found.matrix, true) < 0.5
    assert found.correlation > 0.6


def test_glare_over_a_third_of_the_frame_does_not_carry_the_part_away() -> None:
    part, true = plate(), pose(1.5, (2.4, -1.7))
    seen = moved(part, true)
    seen[:, 200:] = 250
    assert error_px(Registration(part).align(seen).matrix, true) < 5


def test_another_part_and_a_turned_one_do_not_correlate() -> None:
    registration = Registration(plate())
    assert registration.align(plate(seed=8)).correlation < 0.45
    assert registration.align(np.ascontiguousarray(plate()[::-1, ::-1])).correlation < 0.45


@pytest.mark.parametrize("shape", [(240, 320), (7, 500), (1, 1)])
def test_a_blank_frame_stays_in_its_place(shape: tuple[int, int]) -> None:
    found = Registration(plate()).align(np.full(shape, 128, np.uint8))
    np.testing.assert_array_equal(found.matrix, np.eye(3)[:2])
    assert not found.is_held
    assert found.correlation == 0


def test_the_share_of_the_frame_on_the_reference_is_told() -> None:
    part = plate()
    assert Registration(part).align(part).covered == pytest.approx(1, abs=0.01)
    assert Registration(part).align(moved(part, pose(shift=(32, 0)))).covered == pytest.approx(0.9, abs=0.01)
    assert Registration(part).align(np.zeros((240, 640), np.uint8)).covered == pytest.approx(0.5, abs=0.01)


def test_a_frame_laid_over_the_reference_and_values_laid_back_meet() -> None:
    part, true = plate(), pose(2, (3.5, -2.5))
    alignment = Registration(part).align(moved(part, true))
    laid = warp_to_reference(moved(part, true), alignment, part)
    assert np.abs(laid[20:-20, 20:-20].astype(int) - part[20:-20, 20:-20]).mean() < 2
    spot = np.zeros(part.shape, np.float32)
    spot[100, 200] = 1
    row, column = np.unravel_index(
        warp_to_frame(cv2.GaussianBlur(spot, (0, 0), 1), alignment, SIZE).argmax(), spot.shape
    )
    assert np.abs(true @ (200, 100, 1) - (column, row)).max() <= 1


def test_where_the_frame_does_not_reach_the_reference_stands() -> None:
    part = plate()
    alignment = Registration(part).align(moved(part, pose(shift=(30, 0))))
    laid = warp_to_reference(np.full(part.shape, 7, np.uint8), alignment, part)
    np.testing.assert_array_equal(laid[:, -25:], part[:, -25:])
    assert (laid[:, :280] == 7).all()


def test_the_same_frame_lies_in_the_same_place_again() -> None:
    part = plate()
    registration, seen = Registration(part), moved(part, pose(2, (3, 1)))
    first = registration.align(seen)
    registration.align(plate(seed=5))
    np.testing.assert_array_equal(registration.align(seen).matrix, first.matrix)
