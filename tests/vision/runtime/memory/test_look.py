"""What is usual at each remembered patch, told from the other images alone."""

import numpy as np
import pytest

from vision.runtime.memory.coder import FEATURES, PatchGrid
from vision.runtime.memory.look import PRIOR, Look, Pool, calibrated


def pool_of(images: int, *, rough: float, seed: int = 0) -> Pool:
    """Of each image 40 patches of a polished face and 40 of an edge that differs `rough` times as much."""
    rng = np.random.default_rng(seed)
    noise = rng.normal(0, 1, (images, 80, FEATURES))
    noise[:, 40:] *= rough
    each = np.repeat([30, 90], 40)[:, None] + noise
    codes = each.reshape(-1, FEATURES).round().clip(0, 127).astype(np.uint8)
    owners = np.repeat(np.arange(images, dtype=np.int32), 80)
    return Pool(codes=codes, owners=owners, places=np.zeros((len(codes), 2), np.float32))


def test_usual_and_spread_are_those_of_patches_from_other_images() -> None:
    pool = pool_of(6, rough=8)
    memory = calibrated(pool, np.array([0, 40], np.intp))  # a face and an edge, both of the first image
    far = np.linalg.norm(pool.codes[:, None].astype(float) - memory.codes[None].astype(float), axis=2)
    others = far[pool.owners > 0]
    nearest, distance = others.argmin(axis=1), others.min(axis=1)
    for patch in range(2):
        own = distance[nearest == patch]
        mean = (own.sum() + PRIOR * distance.mean()) / (len(own) + PRIOR)
        spread = np.sqrt((((own - mean) ** 2).sum() + PRIOR * distance.var()) / (len(own) + PRIOR))
        assert memory.usual[patch] == pytest.approx(mean, rel=1e-5)
        assert memory.spread[patch] == pytest.approx(spread, rel=1e-5)
    assert memory.usual[1] > 1.5 * memory.usual[0]


def test_a_rough_place_may_differ_more_than_a_polished_one() -> None:
    pool = pool_of(6, rough=8)
    look = Look([calibrated(pool, np.array([0, 40, 80, 120], np.intp))])
    rng = np.random.default_rng(5)
    step = rng.normal(0, 8, FEATURES)
    codes = np.stack([30 + step, 90 + step]).round().clip(0, 127).astype(np.uint8)
    polished, rough = look.unusual(PatchGrid(codes=codes, rows=1, columns=2))[0]
    assert polished > rough + 1


def test_images_that_are_all_alike_divide_by_nothing() -> None:
    pool = pool_of(1, rough=0)
    same = Pool(codes=np.repeat(pool.codes[:1], 50, axis=0), owners=pool.owners[:50], places=pool.places[:50])
    memory = calibrated(same, np.array([0], np.intp))
    assert np.isfinite(memory.usual).all()
    assert (memory.spread > 0).all()
