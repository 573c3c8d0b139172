"""Fit, zoom and pan."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.widgets.viewport import Viewport

FIT = Viewport(width=2448, height=2048, view_width=712, view_height=500)


def test_fit_shows_the_whole_frame_in_the_middle() -> None:
    assert FIT.visible() == (0, 0, 2448, 2048)
    left, top = FIT.origin
    assert top == pytest.approx(0)
    assert left == pytest.approx((712 - 2448 * 500 / 2048) / 2)


@given(x=st.floats(60, 650), y=st.floats(10, 490), zoom=st.floats(1.0, 8.0))
def test_zooming_keeps_the_point_under_the_finger_or_the_frame_in_view(x: float, y: float, zoom: float) -> None:
    before = FIT.to_frame(x, y)
    zoomed = FIT.zoomed(zoom, x, y)
    after = zoomed.to_frame(x, y)
    seen_x, seen_y, width, height = zoomed.visible()
    assert seen_x >= 0
    assert seen_x + width <= 2448
    assert seen_y + height <= 2048
    moved = abs(after[0] - before[0]) + abs(after[1] - before[1])
    at_edge = seen_x <= 1 or seen_y <= 1 or seen_x + width >= 2447 or seen_y + height >= 2047
    assert moved < 1e-6 or at_edge


def test_zooming_out_ends_at_fit() -> None:
    assert FIT.zoomed(2, 300, 200).zoomed(0.01, 0, 0).zoom is None


def test_dragging_never_leaves_the_frame() -> None:
    assert FIT.zoomed(2, 300, 200).moved(1e6, 1e6).visible()[:2] == (0, 0)
