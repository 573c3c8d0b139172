"""Which good images the model learns from, and which ones judge it.

Few images are too good to be kept from learning. A kind of model that can leave one image out of what it knows
(`ModelFamily.leaves_out`) learns from all of them once and scores each as if it had not seen it. Other kinds learn
several times: the images are dealt into four folds (below `FOLDS_FROM` each image is a fold of its own), every image is
scored by a model that learned from the other folds, and the model that is stored has learned from all of them. Either
way the stored model knows a little more than the one that scored, so the thresholds err towards letting a good part pass.

From `SPLIT_FROM` images on (`SLOW_SPLIT_FROM` for kinds that would have to learn several times) a quarter is enough to
judge by; it is kept aside and the model never sees it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

import numpy as np

SPLIT_FROM = 400
SLOW_SPLIT_FROM = 40
FOLDS_FROM = 8
_FOLDS = 4
_ASIDE_SHARE = 0.25


@dataclass(frozen=True, kw_only=True)
class Round:
    """One model: the images it learns from and those it scores, by index, ascending."""

    learn: tuple[int, ...]
    score: tuple[int, ...]
    leaves_out: bool = False
    """The model itself scores every image it learned from, each as if it had not."""


def plan_rounds(n_images: int, seed: int, *, leaves_out: bool = False) -> list[Round]:
    """The rounds for `n_images`; the last one's model is stored. Every score comes from an image not learned."""
    everything = tuple(range(n_images))
    order = [int(index) for index in np.random.default_rng(seed).permutation(n_images)]
    if n_images >= split_from(leaves_out=leaves_out):
        aside = tuple(sorted(order[: round(_ASIDE_SHARE * n_images)]))
        return [Round(learn=_without(everything, aside), score=aside)]
    if leaves_out:
        return [Round(learn=everything, score=everything, leaves_out=True)]
    n_folds = _FOLDS if n_images >= FOLDS_FROM else n_images
    folds = [tuple(sorted(order[fold::n_folds])) for fold in range(n_folds)]
    return [*(Round(learn=_without(everything, fold), score=fold) for fold in folds), Round(learn=everything, score=())]


def split_from(*, leaves_out: bool) -> int:
    """Images from which on a quarter is kept aside."""
    return SPLIT_FROM if leaves_out else SLOW_SPLIT_FROM


def n_kept_aside(n_images: int, *, leaves_out: bool = True) -> int:
    """How many held-aside scores so many images give."""
    return round(_ASIDE_SHARE * n_images) if n_images >= split_from(leaves_out=leaves_out) else n_images


def images_needed(n_aside: int, n_images: int = 0, *, leaves_out: bool = True) -> int:
    """The smallest number of images, `n_images` or more, that gives `n_aside` held-aside scores."""
    return next(more for more in count(n_images) if n_kept_aside(more, leaves_out=leaves_out) >= n_aside)


def _without(indices: Sequence[int], left_out: Sequence[int]) -> tuple[int, ...]:
    return tuple(index for index in indices if index not in set(left_out))
