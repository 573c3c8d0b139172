"""Damage to pictures: something changes, most stays as it was, and the same seed damages alike."""

from dataclasses import replace

import numpy as np
import pytest

from vision.synth import damage
from vision.synth.damage import damaged
from vision.synth.procedural import procedural_texture

SIDE = 96


def changed(seed: int) -> np.ndarray:
    """(n, n) by how much each pixel of an even surface changed."""
    rng = np.random.default_rng(seed)
    picture, foreign = procedural_texture(SIDE, rng), procedural_texture(SIDE, rng)
    before = picture.copy()
    after = damaged(picture, foreign, rng)
    assert (picture == before).all(), "the picture given stays whole"
    assert after.shape == picture.shape
    assert after.dtype == np.uint8
    return np.asarray(abs(after.astype(int) - before).max(axis=2))


def test_most_damage_shows_and_leaves_most_of_the_picture_alone() -> None:
    touched = np.array([(changed(seed) > 8).mean() for seed in range(80)])
    assert (touched > 0).mean() > 0.8
    assert np.median(touched) < 0.1
    assert touched.max() < 0.75


def test_the_same_seed_gives_the_same_damage_and_another_seed_another() -> None:
    assert (changed(3) == changed(3)).all()
    assert (changed(3) != changed(4)).any()


@pytest.mark.parametrize("kind", damage._KINDS, ids=range(len(damage._KINDS)))
def test_each_kind_shows_on_a_surface_with_some_structure(kind: damage._Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(damage, "_KINDS", (replace(kind, often=1.0),))
    assert np.mean([(changed(seed) > 8).any() for seed in range(24)]) > 0.4
