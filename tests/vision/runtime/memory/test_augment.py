"""Support copies: other looks of a good part, and what is learned from them when there are few images."""

import numpy as np
import pytest

from vision.detectors import fit_model
from vision.inspection import Frame
from vision.runtime.memory.augment import FEW, copies_for, support_copies
from vision.synth.dataset import good_frames

SIZE = (160, 120)


def copies(pixels: np.ndarray, n: int = 3, seed: int = 5) -> list[np.ndarray]:
    return [copy.pixels for copy in support_copies(pixels, None, np.random.default_rng(seed), n)]


@pytest.mark.parametrize("shape", [(90, 120), (90, 120, 3)])
def test_copies_keep_size_and_channels_and_differ(shape: tuple[int, ...]) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, shape, np.uint8)
    found = copies(pixels)
    assert [copy.shape for copy in found] == [shape] * 3
    assert {copy.dtype for copy in found} == {np.dtype(np.uint8)}
    assert not np.array_equal(found[0], found[1])
    assert not np.array_equal(found[0], pixels)


def test_the_same_generator_gives_the_same_copies() -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (90, 120), np.uint8)
    assert all(np.array_equal(one, other) for one, other in zip(copies(pixels), copies(pixels), strict=True))


def test_no_edge_comes_in_at_the_border() -> None:
    for copy in copies(np.full((90, 120), 150, np.uint8), n=20):
        assert np.ptp(copy) == 0


def test_a_part_stays_nearly_where_it_lies() -> None:
    pixels = np.zeros((300, 400), np.uint8)
    pixels[20:29, 30:39] = 200
    for copy in copies(pixels, n=20):
        rows, columns = np.nonzero(copy > 60)
        assert np.hypot(rows.mean() - 24, columns.mean() - 34) < 25


def test_copies_are_turned_grown_and_shifted_a_little_either_way() -> None:
    pixels = np.zeros((300, 400), np.uint8)
    middle = np.array([199.5, 149.5, 1.0])
    moves = [copy.moved for copy in support_copies(pixels, None, np.random.default_rng(5), 60)]
    turns = np.degrees([np.arctan2(move[0, 1], move[0, 0]) for move in moves])
    growths = np.array([np.hypot(move[0, 0], move[0, 1]) - 1 for move in moves])
    shifts = np.array([move @ middle - middle[:2] for move in moves])
    for found, most in ((turns, 3), (growths, 0.01), (shifts[:, 0], 4.8), (shifts[:, 1], 4.8)):
        assert -most <= found.min() < -most / 2 < most / 2 < found.max() <= most


def test_a_turned_copy_shows_the_part_turned() -> None:
    pixels = np.zeros((300, 400), np.uint8)
    pixels[146:155, 20:29] = pixels[146:155, 371:380] = 200
    found = []
    for copy in support_copies(pixels, None, np.random.default_rng(5), 20):
        left, right = (np.nonzero(half > 60)[0].mean() for half in np.split(copy.pixels, 2, axis=1))
        found.append(np.degrees(np.arctan2(right - left, 351)))
    assert min(found) < -1
    assert max(found) > 1


def test_a_place_in_a_copy_is_found_again_in_the_image() -> None:
    pixels = np.zeros((300, 400), np.uint8)
    pixels[20:29, 30:39] = 200
    for copy in support_copies(pixels, None, np.random.default_rng(5), 20):
        rows, columns = np.nonzero(copy.pixels > 60)
        seen = np.array([[(columns.mean() + 0.5) / 400, (rows.mean() + 0.5) / 300]], np.float32)
        np.testing.assert_allclose(copy.origins(seen) * (400, 300), [[34.5, 24.5]], atol=1)


def test_only_few_images_are_copied() -> None:
    assert copies_for(1) > 0
    assert copies_for(FEW) == 0


def test_an_odd_image_does_not_know_itself_from_its_copies() -> None:
    frames = [frame.copy() for frame in good_frames(3, 5, size=SIZE)]
    frames[2][40:80, 60:100] = 255
    fitted = fit_model(
        "memory",
        {"long_side_px": 160},
        [Frame(pixels=frame) for frame in frames],
        seed=0,
        progress=lambda *_: None,
        cancelled=lambda: False,
    )
    others = [score for number, score in enumerate(fitted.good_scores) if number != 2]
    assert fitted.good_scores[2] > 5 * max(others)
