"""Which good images the model learns from, and which ones judge it.

From `SPLIT_FROM` images on, a quarter is kept aside and the model never sees it. With fewer that would waste too much:
the images are dealt into four folds (below `FOLDS_FROM` each image is a fold of its own), every image is kept aside
once and scored by a model that learned from the other folds, and the model that is stored has learned from all of them.
Its scores are a little lower than those of the fold models, so the thresholds err towards letting a good part pass.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

import numpy as np

SPLIT_FROM = 40
FOLDS_FROM = 8
_FOLDS = 4
_ASIDE_SHARE = 0.25


@dataclass(frozen=True, kw_only=True)
class Round:
    """One model: the images it learns from and those it scores, by index, ascending."""

    learn: tuple[int, ...]
    score: tuple[int, ...]


def plan_rounds(n_images: int, seed: int) -> list[Round]:
    """The rounds for `n_images`; the last one's model is stored. Every score comes from an image not learned."""
    everything = tuple(range(n_images))
    order = [int(index) for index in np.random.default_rng(seed).permutation(n_images)]
    if n_images >= SPLIT_FROM:
        aside = tuple(sorted(order[: n_kept_aside(n_images)]))
        return [Round(learn=_without(everything, aside), score=aside)]
    n_folds = _FOLDS if n_images >= FOLDS_FROM else n_images
    folds = [tuple(sorted(order[fold::n_folds])) for fold in range(n_folds)]
    return [*(Round(learn=_without(everything, fold), score=fold) for fold in folds), Round(learn=everything, score=())]


def n_kept_aside(n_images: int) -> int:
    """How many held-aside scores so many images give."""
    return round(_ASIDE_SHARE * n_images) if n_images >= SPLIT_FROM else n_images


def images_needed(n_aside: int, n_images: int = 0) -> int:
    """The smallest number of images, `n_images` or more, that gives `n_aside` held-aside scores."""
    return next(more for more in count(n_images) if n_kept_aside(more) >= n_aside)


def _without(indices: Sequence[int], left_out: Sequence[int]) -> tuple[int, ...]:
    return tuple(index for index in indices if index not in set(left_out))
