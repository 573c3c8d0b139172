"""Fill holes, grow, shrink."""

import numpy as np

from labeling.annotation import PlacedMask
from labeling.painting import grown, holes_filled, nothing, shrunk

SIZE = {"width": 40, "height": 30}


def block(left: int, top: int, width: int, height: int) -> PlacedMask:
    return PlacedMask(left=left, top=top, pixels=np.ones((height, width), np.bool_))


def test_holes_are_filled_bays_are_not() -> None:
    pixels = np.ones((9, 9), np.bool_)
    pixels[2:4, 2:4] = False
    pixels[6, 5:] = False
    filled = holes_filled(PlacedMask.of(pixels, left=3, top=4)).on(30, 40)
    assert filled[6:8, 5:7].all()
    assert not filled[10, 8:12].any()


def test_a_hole_behind_a_diagonal_gap_counts_as_closed() -> None:
    pixels = np.array([[0, 1, 0], [1, 0, 1], [0, 1, 0]], np.bool_)
    assert holes_filled(PlacedMask.of(pixels)).area_px == 5


def test_growing_is_round_and_stops_at_the_image() -> None:
    assert grown(block(10, 10, 1, 1), 2, **SIZE).area_px == 13
    assert grown(block(0, 0, 1, 1), 2, **SIZE).area_px == 6
    assert grown(nothing(), 2, **SIZE) == nothing()


def test_shrinking_undoes_growing_of_a_block() -> None:
    assert shrunk(grown(block(10, 10, 8, 5), 3, **SIZE), 3, **SIZE) == block(10, 10, 8, 5)


def test_the_images_border_takes_nothing_away() -> None:
    assert shrunk(block(0, 0, 10, 30), 2, **SIZE) == block(0, 0, 8, 30)
    assert shrunk(block(0, 0, 40, 30), 5, **SIZE) == block(0, 0, 40, 30)
    assert shrunk(block(5, 5, 3, 3), 2, **SIZE).area_px == 0
