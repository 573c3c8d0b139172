"""Polygons: self-crossing, outside, a million points, no numbers."""

import time

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from labeling.painting import OutlineTrouble, box_mask, polygon_mask

WIDTH, HEIGHT = 30, 24
CENTRES = shapely.points(*(np.mgrid[:WIDTH, :HEIGHT].T + 0.5).reshape(-1, 2).T)


@given(st.lists(st.tuples(st.integers(-10, 40), st.integers(-10, 40)), min_size=3, max_size=9, unique=True))
def test_a_polygon_marks_the_centres_that_it_encloses_by_the_even_odd_rule(corners: list[tuple[int, int]]) -> None:
    made = polygon_mask(corners, width=WIDTH, height=HEIGHT).on(HEIGHT, WIDTH)
    area = shapely.make_valid(shapely.Polygon(corners), method="linework")
    inside = shapely.contains(area, CENTRES).reshape(HEIGHT, WIDTH)
    on_edge = shapely.distance(area.boundary, CENTRES).reshape(HEIGHT, WIDTH) < 1e-6
    if area.geom_type in ("Polygon", "MultiPolygon"):
        assert np.array_equal(made[~on_edge], inside[~on_edge])


def test_a_star_that_crosses_itself_has_a_hole() -> None:
    star = [(50 + 45 * np.sin(4 * np.pi * k / 5), 50 - 45 * np.cos(4 * np.pi * k / 5)) for k in range(5)]
    made = polygon_mask(star, width=100, height=100).on(100, 100)
    assert not made[50, 50]
    assert made[10, 50]


def test_neighbours_that_share_an_edge_neither_overlap_nor_leave_a_gap() -> None:
    left = polygon_mask([(0, 0), (13.5, 0), (7.25, 24), (0, 24)], width=WIDTH, height=HEIGHT).on(HEIGHT, WIDTH)
    right = polygon_mask([(13.5, 0), (30, 0), (30, 24), (7.25, 24)], width=WIDTH, height=HEIGHT).on(HEIGHT, WIDTH)
    assert np.array_equal(left, ~right)


def test_a_box_is_drawn_from_any_corner_and_clipped() -> None:
    box = box_mask(40, 20, 20.6, -5, width=WIDTH, height=HEIGHT)
    assert (box.left, box.top, box.pixels.shape) == (21, 0, (20, 9))
    assert box.pixels.all()


@pytest.mark.parametrize("corners", [[], [(1, 1)], [(1, 1), (9, 9)], [(100, 100), (120, 100), (110, 120)]])
def test_what_encloses_nothing_marks_nothing(corners: list[tuple[float, float]]) -> None:
    assert polygon_mask(corners, width=WIDTH, height=HEIGHT).area_px == 0


def test_a_contour_of_a_million_points_is_filled() -> None:
    angle = np.linspace(0, 2 * np.pi, 1_000_000, endpoint=False)
    contour = np.stack([3000 + 1900 * np.cos(angle), 2000 + 1900 * np.sin(angle)], axis=1)
    begun = time.perf_counter()
    circle = polygon_mask(contour, width=6000, height=4000)
    assert time.perf_counter() - begun < 10
    assert circle.area_px == pytest.approx(np.pi * 1900**2, rel=1e-4)


def test_a_million_points_at_random_are_refused_in_words() -> None:
    tangle = np.random.default_rng(0).random((1_000_000, 2)) * (6000, 4000)
    with pytest.raises(OutlineTrouble, match="too often"):
        polygon_mask(tangle, width=6000, height=4000)


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), 1e300])
def test_a_point_that_is_no_place_is_named(bad: float) -> None:
    with pytest.raises(OutlineTrouble, match="Point 2 of a polygon"):
        polygon_mask([(0, 0), (5, bad), (5, 5)], width=WIDTH, height=HEIGHT)
