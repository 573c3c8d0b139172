"""Wand, refine, map to mask, copy, click: masks that come from images and models."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from labeling.annotation import Annotation, Defect, PlacedMask
from labeling.painting import (
    Click,
    FeatureClick,
    MapRegions,
    Touch,
    copied,
    refined,
    stroke_mask,
    wand_mask,
)

HEIGHT, WIDTH = 200, 260


def scratched() -> tuple[np.ndarray, np.ndarray]:
    """A grey, noisy part with a dark bar across it, and the bar."""
    truth = np.zeros((HEIGHT, WIDTH), np.uint8)
    cv2.line(truth, (60, 60), (200, 140), 1, 13)
    noise = np.random.default_rng(0).normal(0, 5, truth.shape)
    return np.clip(150 - 70 * truth + noise, 0, 255).astype(np.uint8), truth > 0


def overlap(mask: PlacedMask, truth: np.ndarray) -> float:
    made = mask.on(*truth.shape)
    return float((made & truth).sum() / (made | truth).sum())


def test_the_wand_takes_what_is_connected_and_alike() -> None:
    pixels = np.full((50, 60, 3), 100, np.uint8)
    pixels[10:20, 10:30] = (140, 100, 100)
    pixels[30:40, 10:30] = (140, 100, 100)
    assert wand_mask(pixels, 15, 15, 39) == PlacedMask(left=10, top=10, pixels=np.ones((10, 20), np.bool_))
    assert wand_mask(pixels, 15, 15, 40).area_px == 50 * 60
    assert wand_mask(pixels, -1, 15, 40).area_px == 0


def test_refine_finds_the_edge_from_a_rough_stroke() -> None:
    pixels, truth = scratched()
    rough = stroke_mask([Touch(x=60, y=60), Touch(x=200, y=140)], 13, width=WIDTH, height=HEIGHT)
    assert overlap(rough, truth) < 0.6
    found = refined(pixels, rough)
    assert overlap(found, truth) > 0.9
    assert refined(pixels, rough) == found, "the same for the same stroke"


def test_refine_of_a_large_stroke_looks_at_a_small_copy_and_keeps_its_place() -> None:
    pixels, truth = scratched()
    large = cv2.resize(pixels, None, fx=8, fy=8)
    rough = stroke_mask([Touch(x=480, y=480), Touch(x=1600, y=1120)], 100, width=8 * WIDTH, height=8 * HEIGHT)
    assert overlap(refined(large, rough), np.kron(truth, np.ones((8, 8), np.bool_))) > 0.85


@pytest.mark.parametrize(
    "rough", [PlacedMask.of(np.ones((HEIGHT, WIDTH), np.bool_)), PlacedMask.of(np.ones((1, 1), np.bool_))]
)
def test_refine_never_empties_a_mask(rough: PlacedMask) -> None:
    flat = np.full((HEIGHT, WIDTH), 90, np.uint8)
    assert refined(flat, rough).area_px > 0


def test_refine_outside_the_image_marks_nothing() -> None:
    outside = PlacedMask(left=-50, top=0, pixels=np.ones((10, 10), np.bool_))
    assert refined(np.zeros((HEIGHT, WIDTH), np.uint8), outside).area_px == 0


def test_the_map_gives_its_regions_above_a_threshold() -> None:
    scores = np.zeros((80, 100), np.float32)
    scores[10:30, 10:30], scores[50:60, 60:90], scores[70, 5] = 0.9, 0.5, 1.0
    regions = MapRegions(scores, smoothing_px=0)
    assert regions.above(0.4).area_px == 400 + 300
    assert regions.above(0.6) == PlacedMask(left=10, top=10, pixels=np.ones((20, 20), np.bool_))
    assert regions.above(0.4, at=(70, 55)).area_px == 300
    assert regions.above(0.4, at=(0, 0)).area_px == regions.above(0.4, at=(500, -3)).area_px == 0
    assert regions.above(regions.highest + 0.1).area_px == 0


def test_a_higher_threshold_never_marks_more() -> None:
    scores = cv2.GaussianBlur(np.random.default_rng(0).random((120, 120), np.float32), (0, 0), 6)
    regions = MapRegions(scores, smallest_px=0)
    areas = [regions.above(level).area_px for level in np.linspace(0.3, 0.7, 30)]
    assert areas == sorted(areas, reverse=True)


def test_regions_of_a_large_map_lie_where_they_are_in_the_image() -> None:
    scores = np.zeros((3000, 5000), np.float32)
    cv2.circle(scores, (3456, 1234), 300, 1.0, cv2.FILLED)
    scores[2500:2600, 100:300] = 1.0
    assert (
        overlap(MapRegions(scores).above(0.5, at=(3456, 1234)), cv2.circle(scores * 0, (3456, 1234), 300, 1, -1) > 0)
        > 0.98
    )
    assert overlap(MapRegions(scores).above(0.5), scores > 0) > 0.97


def test_a_map_with_nan_marks_nothing_there() -> None:
    scores = np.full((20, 20), np.nan, np.float32)
    assert MapRegions(scores).above(0.1).area_px == 0


def test_a_copy_from_a_larger_image_is_clipped_and_says_so() -> None:
    defects = [
        Defect(class_id="crack", mask=PlacedMask(left=left, top=10, pixels=np.ones((4, 20), np.bool_)))
        for left in (5, 90, 150)
    ]
    previous = Annotation(width=200, height=100, defects=tuple(defects))
    here = copied(previous, width=100, height=100)
    assert [defect.mask.area_px for defect in here.defects] == [80, 40]
    assert {defect.id for defect in here.defects}.isdisjoint(defect.id for defect in defects)
    assert "2 of its defects reach outside" in str(here.note)
    assert copied(previous, width=200, height=100).note is None


@pytest.fixture(scope="module")
def clicks() -> FeatureClick:
    return FeatureClick.embedded()


def test_one_click_marks_the_defect_at_any_size(clicks: FeatureClick) -> None:
    pixels, truth = scratched()
    assert overlap(clicks.see(pixels).mask_at([Click(x=130, y=100)]), truth) > 0.8
    large, whole = cv2.resize(pixels, None, fx=6, fy=6), np.kron(truth, np.ones((6, 6), np.bool_))
    assert overlap(clicks.see(large).mask_at([Click(x=780, y=600)]), whole) > 0.75


def test_a_click_outside_keeps_that_place_free(clicks: FeatureClick) -> None:
    pixels, _ = scratched()
    seen = clicks.see(pixels)
    both = [Click(x=130, y=100), Click(x=180, y=128, is_inside=False)]
    assert seen.mask_at(both[:1]).on(HEIGHT, WIDTH)[128, 180]
    assert not seen.mask_at(both).on(HEIGHT, WIDTH)[128, 180]
    assert seen.mask_at(both).on(HEIGHT, WIDTH)[100, 130]
    assert seen.mask_at(both[1:]).area_px == seen.mask_at([Click(x=-5, y=3)]).area_px == 0


@pytest.mark.parametrize("size", [(1, 1), (3, 400), (17, 16)])
def test_a_click_on_any_image_marks_something(clicks: FeatureClick, size: tuple[int, int]) -> None:
    assert clicks.see(np.full(size, 80, np.uint8)).mask_at([Click(x=0.5, y=0.5)]).area_px > 0


def test_a_click_on_real_blowholes_comes_near_their_masks(clicks: FeatureClick, dev_data: Path) -> None:
    tile, found = dev_data / "magnetic_tile" / "tile", []
    for mask_file in sorted((tile / "ground_truth" / "blowhole").glob("*.png"))[:20]:
        truth = cv2.imread(str(mask_file), cv2.IMREAD_GRAYSCALE) > 0
        image = next((tile / "test" / "blowhole").glob(mask_file.name.replace("_mask.png", ".*")))
        _, regions, figures, _ = cv2.connectedComponentsWithStats(truth.astype(np.uint8))
        truth = regions == 1 + figures[1:, cv2.CC_STAT_AREA].argmax()
        depth = cv2.distanceTransform(np.pad(truth, 1).astype(np.uint8), cv2.DIST_L2, 5)[1:-1, 1:-1]
        row, column = np.unravel_index(depth.argmax(), depth.shape)
        seen = clicks.see(cv2.imread(str(image), cv2.IMREAD_GRAYSCALE))
        found.append(overlap(seen.mask_at([Click(x=column + 0.5, y=row + 0.5)]), truth))
    assert np.median(found) > 0.5
