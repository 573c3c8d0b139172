"""Outlines and pixels: what is traced fills again exactly, and filling follows the even-odd rule at pixel centres."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pycocotools import mask as coco_mask

from labeling.annotation import PlacedMask
from labeling.exchange.outline import Points, circle, crosses_itself, fill, joined, rectangle, trace
from labeling.exchange.run_lengths import decode, encode
from vision.inspection import PixelMask

SIZE = 24


@st.composite
def masks(draw: st.DrawFn) -> PixelMask:
    """(24, 24) bool with something marked, from sparse dots to nearly full."""
    chance = np.random.default_rng(draw(st.integers(0, 2**32)))
    mask = chance.random((SIZE, SIZE)) < draw(st.floats(0.02, 0.98))
    mask[draw(st.integers(0, SIZE - 1)), draw(st.integers(0, SIZE - 1))] = True
    return mask


@given(masks())
@settings(max_examples=200, deadline=None)
def test_what_is_traced_fills_again(mask: PixelMask) -> None:
    placed = PlacedMask.of(mask)
    rings = trace(placed)
    assert fill(rings, SIZE, SIZE) == placed
    assert fill([joined(rings)], SIZE, SIZE) == placed
    assert not crosses_itself(joined(rings))


@given(masks())
@settings(max_examples=200, deadline=None)
def test_run_lengths_are_those_of_pycocotools(mask: PixelMask) -> None:
    placed = PlacedMask.of(mask)
    packed = encode(placed, SIZE, SIZE)
    assert packed["counts"] == coco_mask.encode(np.asfortranarray(mask.astype(np.uint8)))["counts"].decode()
    assert decode(packed["counts"], SIZE, SIZE) == placed


def test_nothing_marked_is_nothing_in_every_way() -> None:
    nothing = PlacedMask.of(np.zeros((SIZE, SIZE), np.bool_))
    assert trace(nothing) == []
    assert decode(encode(nothing, SIZE, SIZE)["counts"], SIZE, SIZE) == nothing


@pytest.mark.parametrize(
    ("ring", "area"),
    [
        (rectangle(2, 2, 6, 5), 12),
        (rectangle(2.4, 2.4, 6.4, 5.4), 12),
        (rectangle(-1e8, -1e8, 1e8, 1e8), SIZE * SIZE),
        (rectangle(-5, 3, 2, 4), 2),
        (rectangle(30, 3, 40, 4), 0),
        (rectangle(3, 3, 3, 9), 0),
        (circle(12, 12, 8), 208),
        (np.concatenate([rectangle(2, 2, 10, 10), rectangle(2, 2, 10, 10)]), 0),
    ],
)
def test_pixels_whose_centre_lies_inside(ring: Points, area: int) -> None:
    assert fill([ring], SIZE, SIZE).area_px == pytest.approx(area, abs=0.02 * area)


def test_a_hole_is_a_second_ring() -> None:
    assert fill([rectangle(2, 2, 10, 10), rectangle(4, 4, 6, 6)], SIZE, SIZE).area_px == 60


def test_edges_that_cross_are_told() -> None:
    assert crosses_itself(np.array([(0, 0), (9, 9), (9, 0), (0, 9)], np.float64))
    assert not crosses_itself(rectangle(0, 0, 9, 9))


def test_edges_that_touch_at_a_corner_do_not_cross() -> None:
    assert not crosses_itself(joined(trace(PlacedMask.of(np.eye(3, dtype=np.bool_)))))
    assert not crosses_itself(np.array([(0, 0), (2, 0), (2, 2), (4, 2), (4, 4), (2, 4), (2, 2), (0, 2)], np.float64))


def test_an_outline_walked_twice_is_told() -> None:
    assert crosses_itself(np.concatenate([rectangle(2, 2, 10, 10), rectangle(2, 2, 10, 10)]))


def test_bridges_hide_no_crossing_elsewhere() -> None:
    assert crosses_itself(joined([np.array([(0, 0), (9, 9), (9, 0), (0, 9)], np.float64), rectangle(20, 0, 24, 4)]))


def test_many_long_edges_stay_within_memory() -> None:
    zigzag = np.random.default_rng(0).random((20_000, 2)) * 2000
    assert 1_800_000 < fill([zigzag], 2000, 2000).area_px < 2_200_000
