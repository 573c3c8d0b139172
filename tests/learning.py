"""Small models of every kind, learned once for all tests that only look at them."""

from functools import cache

import numpy as np

from tests.weights import TINY
from vision.detectors import FittedModel, fit_model
from vision.inspection import Frame

SETTINGS = {
    "memory": {"long_side_px": 128, "memory_size": 60, "pool_size": 400},
    "patchcore": TINY,
    "template": {"copies": 20},
    "padim": {"long_side_px": 64, "n_features": 20},
    "fused": {
        "first": {"kind": "patchcore", "settings": TINY},
        "second": {"kind": "template", "settings": {"copies": 20}},
    },
}
"""Small settings per kind; a new kind needs a line here. Kinds of one package differ in a line of its table alone."""
SIZE = (48, 64)


def good_frame(seed: int) -> Frame:
    """Waves with noise of its own, `SIZE` large."""
    rng = np.random.default_rng(seed)
    waves = 110 + 30 * np.sin(np.arange(SIZE[1]) / 3)[None, :] + rng.normal(0, 4, SIZE)
    return Frame(pixels=waves.clip(0, 255).astype(np.uint8))


def learn(kind: str) -> FittedModel:
    """A model of six good frames, learned now."""
    frames = [good_frame(seed) for seed in range(6)]
    return fit_model(kind, SETTINGS[kind], frames, seed=3, progress=lambda *_: None, cancelled=lambda: False)


@cache
def learned_once(kind: str) -> FittedModel:
    """The same, learned at the first call: some kinds train in a process of their own, which is slow to start.

    The caller uses `use_random_weights`, which are the same everywhere.
    """
    return learn(kind)
