"""The fast choice picks what the plain greedy one picks."""

import numpy as np
import pytest

from vision.runtime.memory.choice import far_apart
from vision.runtime.memory.coder import FEATURES, Codes


def codes_of(seed: int, count: int) -> Codes:
    """Patches in clusters, some of them twice."""
    rng = np.random.default_rng(seed)
    centres = rng.integers(0, 128, (12, FEATURES))
    drawn = centres[rng.integers(0, 12, count)] + rng.normal(0, 9, (count, FEATURES))
    codes = drawn.round().clip(0, 127).astype(np.uint8)
    codes[: count // 20] = codes[-(count // 20) :]
    return codes


def plainly(pool: Codes, size: int, first: int) -> list[int]:
    """Greedy k-center: after each pick everything is measured again, in whole numbers."""
    whole = pool.astype(np.int64)
    picks = [first]
    nearest = ((whole - whole[first]) ** 2).sum(axis=1)
    while len(picks) < size and nearest.max() > 0:
        picks.append(int(nearest.argmax()))
        nearest = np.minimum(nearest, ((whole - whole[picks[-1]]) ** 2).sum(axis=1))
    return picks


def radius(pool: Codes, picks: list[int]) -> list[int]:
    """How far each pick lay from those before it, squared: equal for any choice among patches equally far."""
    whole = pool.astype(np.int64)
    nearest = ((whole - whole[picks[0]]) ** 2).sum(axis=1)
    found = []
    for pick in picks[1:]:
        found.append(int(nearest[pick]))
        assert nearest[pick] == nearest.max(), "another patch was farther"
        nearest = np.minimum(nearest, ((whole - whole[pick]) ** 2).sum(axis=1))
    return found


@pytest.mark.parametrize("count", [40, 600, 3000])
def test_every_pick_is_the_farthest_from_all_before_it(count: int) -> None:
    pool, size = codes_of(count, count), count // 2
    picks = far_apart(pool, size, first=3, told=lambda _: None).tolist()
    assert picks[0] == 3
    assert len(set(picks)) == size
    assert radius(pool, picks) == radius(pool, plainly(pool, size, first=3))


def test_alike_patches_are_picked_once_however_many_are_asked_for() -> None:
    pool = np.repeat(codes_of(7, 30), 4, axis=0)
    picks = far_apart(pool, 100, first=0, told=lambda _: None)
    assert len(picks) == len(np.unique(pool, axis=0)) == len(np.unique(pool[picks], axis=0))


def test_the_number_of_picks_is_told_on_the_way() -> None:
    told: list[int] = []
    far_apart(codes_of(2, 2000), 900, first=0, told=told.append)
    assert told == sorted(told)
    assert (told[0], told[-1]) == (1, 900)
    assert len(told) < 100
