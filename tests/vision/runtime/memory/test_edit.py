"""One good part more or less: what is remembered of it, and how little else moves."""

from pathlib import Path

import numpy as np
import pytest

from tests.learning import SETTINGS, good_frame, learned_once
from vision.detectors import ModelTrouble
from vision.inspection import as_pixels8
from vision.runtime.memory.edit import LARGEST, UNUSUAL, added, removed
from vision.runtime.memory.file import FILE_NAME, read_model, write_model
from vision.runtime.memory.model import MemoryModel
from vision.runtime.memory.settings import MemorySettings

ODD = (slice(16, 32), slice(30, 46))
MEMORY = MemorySettings.model_validate(SETTINGS["memory"])


@pytest.fixture
def model(tmp_path: Path) -> MemoryModel:
    path = tmp_path / FILE_NAME
    path.write_bytes(learned_once("memory").content)
    return read_model(path, MEMORY)[0]


def odd_pixels(seed: int = 30, grey: int = 250) -> np.ndarray:
    pixels = as_pixels8(good_frame(seed)).copy()
    pixels[ODD] = grey
    return pixels


def sizes(model: MemoryModel) -> list[int]:
    return [len(memory.codes) for look in model.looks for memory in look.memories]


def test_only_what_the_memory_did_not_know_is_remembered_and_where_it_was(model: MemoryModel) -> None:
    more, _ = added(model, odd_pixels(), None, "odd.png")
    assert more.images == [*model.images, "odd.png"]
    for look, grid in zip(more.looks, model.sight.grids(odd_pixels(), None), strict=True):
        for memory in look.memories:
            new = memory.owners == len(model.images)
            assert 0 < new.sum() <= max(1, len(memory.codes) // 32)
            columns, rows = (memory.places[new] * (grid.columns, grid.rows)).astype(int).T
            assert (grid.codes[rows * grid.columns + columns] == memory.codes[new]).all()
    fine = more.looks[0].memories[0]
    x, y = fine.places[fine.owners == len(model.images)][0]
    assert abs(x - 38 / 64) < 0.3
    assert abs(y - 24 / 48) < 0.4


def test_a_usual_part_adds_next_to_nothing(model: MemoryModel) -> None:
    pixels = as_pixels8(good_frame(0))  # learned already
    more = added(model, pixels, None, "same.png")[0]
    assert sum(sizes(more)) <= sum(sizes(model)) + 1
    odd = added(model, odd_pixels(), None, "odd.png")[0]
    assert sum(sizes(odd)) > sum(sizes(model)) + 1


def test_the_score_is_the_one_before(model: MemoryModel) -> None:
    more, score = added(model, odd_pixels(), None, "odd.png")
    assert score == pytest.approx(model.predict(odd_pixels(), None).score, rel=1e-6)
    assert more.predict(odd_pixels(31), None).score < 0.8 * model.predict(odd_pixels(31), None).score


def test_nothing_is_remembered_where_nothing_counts(model: MemoryModel) -> None:
    counts = np.zeros((48, 64), np.bool_)
    assert sizes(added(model, odd_pixels(), counts, "odd.png")[0]) == sizes(model)


def test_however_many_parts_are_added_the_memory_stays_small(model: MemoryModel) -> None:
    grown = model
    for seed in range(90):
        rng = np.random.default_rng(seed)
        grown, _ = added(grown, rng.integers(0, 256, (48, 64)).astype(np.uint8), None, f"{seed}.png")
    fine, coarse = sizes(grown)
    assert fine == int(LARGEST * MEMORY.memory_size)
    assert MEMORY.memory_size // 2 < coarse <= LARGEST * (MEMORY.memory_size // 2)


def test_taking_parts_out_in_any_order_gives_back_the_same_file(model: MemoryModel) -> None:
    more = model
    for number in range(3):
        more, _ = added(more, odd_pixels(number, 90 * number), None, f"{number}.png")
    first = len(model.images)
    for number in (first + 1, first + 1, first):
        more = removed(more, number)
    assert write_model(more) == write_model(model)


def test_the_owners_of_what_stays_are_counted_anew(model: MemoryModel) -> None:
    less = removed(model, 2)
    assert less.images == [name for number, name in enumerate(model.images) if number != 2]
    for before, after in zip(model.looks[0].memories, less.looks[0].memories, strict=True):
        names = [model.images[owner] for owner in before.owners if owner != 2]
        assert [less.images[owner] for owner in after.owners] == names


def test_a_memory_is_never_emptied(model: MemoryModel) -> None:
    alone = model
    for _ in range(len(model.images) - 1):
        alone = removed(alone, 0)
    with pytest.raises(ModelTrouble, match="Nothing would be remembered"):
        removed(alone, 0)


def test_what_is_new_is_unusual(model: MemoryModel) -> None:
    more, _ = added(model, odd_pixels(), None, "odd.png")
    before, after = model.looks[0].memories[0], more.looks[0].memories[0]
    codes = after.codes[len(before.codes) :]
    nearest = model.looks[0].nearest(codes)[0]
    assert ((nearest.distance - before.usual[nearest.index]) / before.spread[nearest.index] > UNUSUAL).all()
