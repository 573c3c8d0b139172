"""Placed masks add up as whole masks do."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from labeling.annotation import PlacedMask
from labeling.painting import clipped, common, joined, marks, nothing, toggled, without

SIDE = 40


@st.composite
def placed(draw: st.DrawFn) -> PlacedMask:
    """A mask that may reach outside the image on any side."""
    left, top = draw(st.integers(-12, SIDE + 4)), draw(st.integers(-12, SIDE + 4))
    height, width = draw(st.integers(0, 12)), draw(st.integers(0, 12))
    seed = draw(st.integers(0, 2**32 - 1))
    return PlacedMask.of(np.random.default_rng(seed).random((height, width)) < 0.4, left=left, top=top)


def whole(mask: PlacedMask) -> np.ndarray:
    """On a plane that holds all of it."""
    moved = PlacedMask(left=mask.left + 20, top=mask.top + 20, pixels=mask.pixels)
    return moved.on(SIDE + 60, SIDE + 60)


@given(placed(), placed())
def test_sums_and_differences_are_those_of_the_planes(one: PlacedMask, other: PlacedMask) -> None:
    a, b = whole(one), whole(other)
    for made, wanted in (
        (joined(one, other), a | b),
        (common(one, other), a & b),
        (without(one, other), a & ~b),
        (toggled(one, other), a ^ b),
    ):
        assert np.array_equal(whole(made), wanted)
        assert made == PlacedMask.of(made.pixels, left=made.left, top=made.top), "cut to what it needs"


@given(placed(), placed())
def test_toggling_twice_changes_nothing(one: PlacedMask, other: PlacedMask) -> None:
    assert toggled(toggled(one, other), other) == PlacedMask.of(one.pixels, left=one.left, top=one.top)


@given(placed())
def test_what_is_clipped_is_what_the_image_shows(mask: PlacedMask) -> None:
    inside = clipped(mask, SIDE, SIDE)
    assert np.array_equal(inside.on(SIDE, SIDE), mask.on(SIDE, SIDE))
    assert inside.area_px == mask.on(SIDE, SIDE).sum()


@given(placed(), st.floats(-20, 60), st.floats(-20, 60))
def test_a_place_is_marked_when_its_pixel_is(mask: PlacedMask, x: float, y: float) -> None:
    assert marks(mask, x, y) == whole(mask)[int(np.floor(y)) + 20, int(np.floor(x)) + 20]


def test_nothing_joined_is_nothing() -> None:
    assert joined() == joined(nothing(), nothing()) == nothing()
