"""Score and map: what shows, and what light, focus and masks may do to it."""

import numpy as np
import pytest

from tests.learning import SETTINGS, good_frame, learned_once
from vision.inspection import as_pixels8
from vision.runtime.memory.file import FILE_NAME, read_model
from vision.runtime.memory.model import MOST_LEVELLED, MemoryModel, counted, levelled
from vision.runtime.memory.settings import MemorySettings


@pytest.fixture
def model(tmp_path_factory: pytest.TempPathFactory) -> MemoryModel:
    path = tmp_path_factory.mktemp("model") / FILE_NAME
    path.write_bytes(learned_once("memory").content)
    return read_model(path, MemorySettings.model_validate(SETTINGS["memory"]))[0]


@pytest.mark.parametrize("size", [(12, 16), (24, 32), (48, 64), (300, 400)])
def test_the_maps_peak_is_never_lower_than_the_score(model: MemoryModel, size: tuple[int, int]) -> None:
    for seed in range(6):
        pixels = np.random.default_rng(seed).integers(0, 255, size).astype(np.uint8)
        counts = np.ones(size, np.bool_)
        counts[: size[0] // 2 + 1] = False
        for mask in (None, counts):
            found = model.predict(pixels, mask)
            assert found.anomaly_map.max() >= np.float32(found.score)
        assert not found.anomaly_map[~counts].any()


def test_the_score_stands_in_the_map_where_it_is_highest(model: MemoryModel) -> None:
    pixels = as_pixels8(good_frame(40)).copy()
    pixels[30:36, 44:52] = 250
    found = model.predict(pixels, None).anomaly_map
    masked = model.predict(pixels, np.ones(pixels.shape, np.bool_)).anomaly_map
    highest = np.argwhere(masked == masked.max())[0]
    assert found.max() >= model.predict(pixels, None).score
    assert all(np.abs(place - highest).max() <= 4 for place in np.argwhere(found != masked))


def test_a_patch_counts_when_any_of_its_pixels_does() -> None:
    counts = np.zeros((40, 60), np.bool_)
    counts[39, 59] = True
    assert np.argwhere(counted(counts, (5, 6))).tolist() == [[4, 5]]
    assert counted(counts, (80, 120)).sum() == 4


def test_what_moves_all_patches_alike_is_evened_out_up_to_a_limit() -> None:
    patches = np.random.default_rng(0).normal(0, 1, (20, 20)).astype(np.float32)
    patches[3, 3] = 9
    level = levelled(patches, None)
    assert np.allclose(levelled(patches + np.float32(0.5), None), level, atol=1e-5)
    assert np.allclose(levelled(patches + np.float32(5), None), level + 5 - MOST_LEVELLED, atol=0.2)


def test_only_patches_that_count_say_how_calm_a_picture_is() -> None:
    patches = np.random.default_rng(0).normal(0, 1, (20, 20)).astype(np.float32)
    told = np.ones((20, 20), np.bool_)
    told[:10] = False
    odd = patches.copy()
    odd[:10] += 50
    assert np.array_equal(levelled(odd, told)[10:], levelled(patches, told)[10:])


def test_the_looks_side_by_side_see_what_they_see_one_after_the_other(model: MemoryModel) -> None:
    pixels = as_pixels8(good_frame(40))
    grids = model.sight.grids(pixels, None)
    assert model.predict(pixels, None).score == pytest.approx(model.score_without(grids, None, image=99), rel=1e-6)
