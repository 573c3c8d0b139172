"""The brush: smooth, incremental, inside the image."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from labeling.painting import Stroke, Touch, joined, stroke_mask

WIDTH, HEIGHT = 60, 50


def touches(*places: tuple[float, float]) -> list[Touch]:
    return [Touch(x=x, y=y) for x, y in places]


def near(places: list[tuple[float, float]], radius: float) -> np.ndarray:
    """Pixels whose centre is within a radius of one of the places."""
    y, x = np.mgrid[:HEIGHT, :WIDTH] + 0.5
    return np.any([(x - px) ** 2 + (y - py) ** 2 <= radius**2 for px, py in places], axis=0)


def test_a_dab_is_a_disk() -> None:
    dab = stroke_mask(touches((20.3, 30.8)), 7, width=WIDTH, height=HEIGHT)
    assert np.array_equal(dab.on(HEIGHT, WIDTH), near([(20.3, 30.8)], 7))


def test_a_straight_stroke_is_what_its_tip_covers() -> None:
    stroke = stroke_mask(touches((10, 10), (20, 15), (40, 25)), 4, width=WIDTH, height=HEIGHT)
    way = [(10 + 30 * share, 10 + 15 * share) for share in np.linspace(0, 1, 600)]
    assert (stroke.on(HEIGHT, WIDTH) ^ near(way, 4)).sum() <= 2


@given(st.floats(0.05, 0.7), st.floats(0, 59.99), st.floats(0, 49.99))
def test_the_smallest_tip_marks_the_pixel_under_it(radius: float, x: float, y: float) -> None:
    assert 1 <= stroke_mask(touches((x, y)), radius, width=WIDTH, height=HEIGHT).area_px <= 4


def test_a_corner_is_rounded_and_never_cut_off_outside() -> None:
    corner = stroke_mask(touches((10, 40), (30, 10), (50, 40)), 2, width=WIDTH, height=HEIGHT).on(HEIGHT, WIDTH)
    assert not corner[10, 30], "the hand's corner is rounded"
    rows, columns = np.nonzero(corner)
    assert rows.min() > 10
    assert (columns.min(), columns.max()) == (8, 51), "it begins and ends where the hand did"


@given(st.lists(st.tuples(st.floats(-30, 90), st.floats(-30, 80)), min_size=1, max_size=12), st.floats(0.3, 15))
def test_pieces_add_up_to_the_stroke_and_stay_inside(places: list[tuple[float, float]], radius: float) -> None:
    stroke = Stroke(radius, width=WIDTH, height=HEIGHT)
    pieces = [stroke.move(touch) for touch in touches(*places)]
    end = stroke.end()
    assert joined(*pieces, end) == end
    assert end.on(HEIGHT, WIDTH).sum() == end.area_px


def test_a_move_touches_only_its_surroundings_on_24_megapixels() -> None:
    stroke = Stroke(20, width=6000, height=4000)
    sizes = [stroke.move(Touch(x=100 + 50 * step, y=100 + 30 * step)).pixels.size for step in range(100)]
    assert max(sizes) < 130 * 110


def test_pressure_narrows_the_stroke() -> None:
    light = stroke_mask([Touch(x=20, y=20, pressure=0.5)], 10, width=WIDTH, height=HEIGHT)
    assert light == stroke_mask(touches((20, 20)), 5, width=WIDTH, height=HEIGHT)


@pytest.mark.parametrize(
    "bad", [Touch(x=float("nan"), y=1), Touch(x=1, y=float("inf")), Touch(x=1, y=1, pressure=float("nan"))]
)
def test_a_touch_that_is_no_place_is_left_out(bad: Touch) -> None:
    ends = touches((10, 10), (40, 10))
    with_bad = stroke_mask([ends[0], bad, ends[1]], 3, width=WIDTH, height=HEIGHT)
    assert with_bad == stroke_mask(ends, 3, width=WIDTH, height=HEIGHT)
