"""The search against plain arithmetic: distances are exact, and hardly ever is another patch nearer."""

import numpy as np
import pytest

from vision.runtime.memory.coder import Codes
from vision.runtime.memory.search import Search

FEATURES = 192


def codes_of(rng: np.random.Generator, count: int) -> Codes:
    """Codes that vary in 30 directions and a little in all, as those of one product do."""
    main = np.random.default_rng(9).standard_normal((30, FEATURES))
    drawn = 40 + 3 * rng.standard_normal((count, 30)) @ main + rng.standard_normal((count, FEATURES))
    return np.asarray(drawn.round().clip(0, 127), np.uint8)


def distances(codes: Codes, remembered: Codes) -> np.ndarray:
    return np.asarray(np.linalg.norm(codes[:, None].astype(float) - remembered[None].astype(float), axis=2))


def test_each_memory_answers_for_itself() -> None:
    rng = np.random.default_rng(0)
    memories, codes = [codes_of(rng, 70), codes_of(rng, 41)], codes_of(rng, 300)
    for found, remembered in zip(Search(memories).nearest(codes), memories, strict=True):
        true = distances(codes, remembered)
        assert np.allclose(found.distance, true[np.arange(300), found.index], rtol=1e-6), "the distance is exact"
        assert (found.index == true.argmin(axis=1)).mean() > 0.95
        assert (found.distance / true.min(axis=1)).max() < 1.1


def test_what_is_remembered_is_found_at_distance_nothing() -> None:
    codes = codes_of(np.random.default_rng(1), 200)
    [found] = Search([codes]).nearest(codes)
    assert (found.distance == 0).all()


def test_many_patches_are_searched_in_pieces_that_fit_together() -> None:
    rng = np.random.default_rng(2)
    search, codes = Search([codes_of(rng, 900)]), codes_of(rng, 3001)
    [whole], [part] = search.nearest(codes), search.nearest(codes[2500:2600])
    assert (whole.index[2500:2600] == part.index).all()
    assert len(whole.index) == 3001


def test_a_patch_left_out_is_never_found() -> None:
    rng = np.random.default_rng(3)
    memory = codes_of(rng, 50)
    out = np.arange(50) % 2 == 0
    [found] = Search([memory]).nearest(memory, [out])
    assert not out[found.index].any()


def test_the_own_image_is_not_asked_and_alone_it_is_infinitely_far() -> None:
    rng = np.random.default_rng(4)
    memory, codes = codes_of(rng, 40), codes_of(rng, 20)
    of = np.repeat(np.array([0, 1], np.int32), 20)
    [found] = Search([memory]).nearest_of_others(codes, np.zeros(20, np.int32), [of])
    assert (of[found.index] == 1).all()
    [alone] = Search([memory[:20]]).nearest_of_others(codes, np.zeros(20, np.int32), [of[:20]])
    assert np.isinf(alone.distance).all()


@pytest.mark.parametrize("size", [1, 3])
def test_a_memory_of_hardly_anything_is_searched_too(size: int) -> None:
    codes = np.full((size, FEATURES), 7, np.uint8)
    far = np.full((2, FEATURES), 8, np.uint8)
    [found] = Search([codes]).nearest(far)
    assert np.allclose(found.distance, np.sqrt(FEATURES))
