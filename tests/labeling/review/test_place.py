"""Where a map is highest, and past defects that look like it."""

import numpy as np
import pytest

from labeling.records.reviews import SeenDefect
from labeling.review.lookalikes import PlaceCoder, nearest, picture_from, picture_of
from labeling.review.place import BLIND, HIGHEST_SHARE, blind_map, peak_region, place_of
from labeling.storage import prepare
from labeling.storage.reviews import ReviewBook
from tests.labeling.review.conftest import Desk
from vision.inspection import Frame


def spot(height: int, *, second: float = 0.0) -> np.ndarray:
    y, x = np.mgrid[0:120, 0:160]
    bump = np.exp(-(((x - 120) / 6) ** 2 + ((y - 30) / 6) ** 2)) * height
    other = np.exp(-(((x - 20) / 6) ** 2 + ((y - 100) / 6) ** 2)) * height * second
    return np.asarray(0.1 + bump + other, np.float32)


def test_the_place_is_around_the_peak_and_inside_the_frame() -> None:
    place = place_of(spot(2))
    assert place.x <= 115
    assert place.x + place.width >= 125
    assert 0 <= place.y <= 25
    assert place.x + place.width <= 160
    assert place.cut(np.zeros((120, 160), np.uint8)).shape == (place.height, place.width)


@pytest.mark.parametrize("height", [1, 50])
def test_blind_maps_look_alike_whatever_the_score(height: int) -> None:
    shown = blind_map(spot(height, second=0.9))
    assert shown.max() == pytest.approx(1)
    assert shown[100, 20] == 0, "another high place would tell a bad part from a good one"
    assert set(shown[shown > 0] >= BLIND.t1) == {True}
    assert np.array_equal(shown > 0, peak_region(spot(height, second=0.9)))
    assert (shown > 0).mean() <= 2 * HIGHEST_SHARE


def test_a_flat_map_has_a_place_too() -> None:
    flat = np.zeros((40, 60), np.float32)
    assert blind_map(flat).shape == (40, 60)
    assert place_of(flat).width <= 40


def seen(name: str, shade: int, *, stripes: bool) -> SeenDefect:
    coder, cutting = PlaceCoder(), cut(shade, stripes=stripes)
    return SeenDefect(inspection_id=name, codes=coder.codes(cutting), coder=coder.name, picture=picture_of(cutting))


def cut(shade: int, *, stripes: bool) -> Frame:
    pixels = np.full((90, 90), shade, np.uint8)
    if stripes:
        pixels[:, ::12] = pixels[:, 1::12] = 255 - shade
    else:
        y, x = np.mgrid[0:90, 0:90]
        pixels[(x - 45) ** 2 + (y - 45) ** 2 < 200] = 255 - shade
    return Frame(pixels=pixels)


def test_past_defects_that_look_alike_come_first(desk: Desk) -> None:
    prepare(desk.store.database)
    book, coder = ReviewBook(desk.store.database), PlaceCoder()
    for name, shade, stripes in (("spot", 60, False), ("lines", 60, True), ("lines 2", 70, True)):
        book.remember(seen(name, shade, stripes=stripes))
    book.remember(seen("spot", 200, stripes=True))  # kept already
    known = book.remembered(coder.name)
    assert [one.inspection_id for one in nearest(coder.codes(cut(65, stripes=True)), known, 2)] in (
        ["lines", "lines 2"],
        ["lines 2", "lines"],
    )
    assert nearest(coder.codes(cut(62, stripes=False)), known, 1)[0].inspection_id == "spot"
    assert picture_from(known[0].picture).shape == (168, 168, 3)
    assert book.remembered("another coder") == []
    assert nearest(coder.codes(cut(62, stripes=False)), [], 3) == []
