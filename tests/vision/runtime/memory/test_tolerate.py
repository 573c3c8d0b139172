"""A tolerated place: lowered where it shows again, nowhere else, and taken back without a trace."""

from pathlib import Path

import numpy as np
import pytest

from tests.learning import SETTINGS, good_frame, learned_once
from vision.detectors import ModelTrouble
from vision.inspection import as_pixels8
from vision.recipe import Region
from vision.runtime.memory.edit import no_longer_tolerating, removed, tolerating
from vision.runtime.memory.file import FILE_NAME, read_model, write_model
from vision.runtime.memory.model import MemoryModel
from vision.runtime.memory.settings import MemorySettings

MEMORY = MemorySettings.model_validate(SETTINGS["memory"])
STAIN = Region(x=24, y=10, width=28, height=28)


@pytest.fixture
def model(tmp_path: Path) -> MemoryModel:
    path = tmp_path / FILE_NAME
    path.write_bytes(learned_once("memory").content)
    return read_model(path, MEMORY)[0]


def stained(seed: int, grey: int = 250) -> np.ndarray:
    """A part with a square of one grey in the middle."""
    pixels = as_pixels8(good_frame(seed)).copy()
    pixels[16:32, 30:46] = grey
    return pixels


def score(model: MemoryModel, pixels: np.ndarray) -> float:
    return model.predict(pixels, None).score


def test_the_place_is_lowered_on_another_part_and_what_looks_else_is_not(model: MemoryModel) -> None:
    tolerant = tolerating(model, stained(30), None, STAIN, "part 7")
    same, other = stained(31), stained(31, grey=10)
    good = score(model, as_pixels8(good_frame(31)))
    assert score(tolerant, same) - good < 0.5 * (score(model, same) - good)
    assert score(tolerant, other) > 0.9 * score(model, other)
    assert tolerant.tolerated == ["part 7"]


def test_taken_back_it_is_as_before(model: MemoryModel) -> None:
    both = tolerating(tolerating(model, stained(30), None, STAIN, "7"), stained(30, 10), None, STAIN, "8")
    first_gone = no_longer_tolerating(both, 0)
    assert score(first_gone, stained(31)) == pytest.approx(score(model, stained(31)), rel=0.1)
    assert score(first_gone, stained(31, 10)) == pytest.approx(score(both, stained(31, 10)), rel=0.1)
    assert score(first_gone, stained(31, 10)) < 0.9 * score(model, stained(31, 10))
    assert score(no_longer_tolerating(first_gone, 0), stained(31, 10)) == score(model, stained(31, 10))


def test_a_place_that_does_not_count_is_not_learned(model: MemoryModel) -> None:
    counts = np.zeros((48, 64), np.bool_)
    tolerant = tolerating(model, stained(30), counts, STAIN, "part 7")
    assert score(tolerant, stained(30)) == score(model, stained(30))


def test_the_file_keeps_it_and_so_does_the_next_change(model: MemoryModel, tmp_path: Path) -> None:
    tolerant = tolerating(model, stained(30), None, STAIN, "part 7")
    path = tmp_path / "again.safetensors"
    path.write_bytes(write_model(tolerant))
    read, _ = read_model(path, MEMORY)
    assert read.tolerated == ["part 7"]
    assert score(read, stained(31)) == score(tolerant, stained(31))
    fewer = removed(tolerant, 0)
    assert [len(look.tolerated.codes) for look in fewer.looks] == [len(look.tolerated.codes) for look in read.looks]


def test_a_file_whose_places_do_not_fit_together_is_refused(model: MemoryModel, tmp_path: Path) -> None:
    tolerant = tolerating(model, stained(30), None, STAIN, "part 7")
    for look in tolerant.looks:
        look.tolerated.owners[:] = 5
    path = tmp_path / "again.safetensors"
    path.write_bytes(write_model(tolerant))
    with pytest.raises(ModelTrouble):
        read_model(path, MEMORY)
