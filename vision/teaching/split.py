"""Which good images the model learns from, and which ones judge it.

Few images are too good to be kept from learning. A kind of model that can leave one image out of what it knows
(`ModelFamily.leaves_out`) learns from all of them once and scores each as if it had not seen it, or `MOST_LEFT_OUT` of
them drawn at random. Other kinds learn several times: the images that are scored, at most `SLOW_SCORES`, are dealt into
four folds (below `FOLDS_FROM` each image is a fold of its own), every image is scored by a model that learned from all
but its fold, and the model that is stored has learned from all of them. Either way the stored model knows a little more
than the one that scored, so the thresholds err towards letting a good part pass.

With many images some are simply kept aside and the model never sees them: a quarter as soon as that is no fewer scores,
and with slow kinds `SLOW_SCORES` as soon as as many are left to learn from, since five trainings then take too long.
One more image never gives fewer scores.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from vision.detectors import MOST_LEFT_OUT

SLOW_SCORES = 40
"""One more than 5 % needs: scores that kinds give which learn anew for each fold."""
FOLDS_FROM = 8
_FOLDS = 4
_MANY = 4
"""One image of so many is kept aside when there are enough."""


@dataclass(frozen=True, kw_only=True)
class Round:
    """One model: the images it learns from and those it scores, by index."""

    learn: tuple[int, ...]
    """Ascending, but for those that the model itself scores: they come last."""
    score: tuple[int, ...]
    """Ascending."""
    leaves_out: bool = False
    """The model itself scores the images, each as if it had not learned from it."""


def plan_rounds(n_images: int, seed: int, *, leaves_out: bool = False) -> list[Round]:
    """The rounds for `n_images`; the last one's model is stored. Every score comes from an image not learned."""
    everything = tuple(range(n_images))
    order = [int(index) for index in np.random.default_rng(seed).permutation(n_images)]
    scored = order[: n_kept_aside(n_images, leaves_out=leaves_out)]
    others = _without(everything, scored)
    if n_images >= (_MANY * MOST_LEFT_OUT if leaves_out else 2 * SLOW_SCORES):
        return [Round(learn=others, score=tuple(sorted(scored)))]
    if leaves_out:
        last = tuple(sorted(scored))
        return [Round(learn=(*others, *last), score=last, leaves_out=True)]
    n_folds = _FOLDS if n_images >= FOLDS_FROM else n_images
    folds = [tuple(sorted(scored[fold::n_folds])) for fold in range(n_folds)]
    return [*(Round(learn=_without(everything, fold), score=fold) for fold in folds), Round(learn=everything, score=())]


def n_kept_aside(n_images: int, *, leaves_out: bool = True) -> int:
    """How many held-aside scores so many images give; more images never give fewer."""
    return min(n_images, max(_most_of_few(leaves_out=leaves_out), n_images // _MANY))


def images_needed(n_aside: int, n_images: int = 0, *, leaves_out: bool = True) -> int:
    """The smallest number of images, `n_images` or more, that gives `n_aside` held-aside scores."""
    return max(n_images, n_aside if n_aside <= _most_of_few(leaves_out=leaves_out) else _MANY * n_aside)


def _most_of_few(*, leaves_out: bool) -> int:
    """Up to so many images each one gives a score."""
    return MOST_LEFT_OUT if leaves_out else SLOW_SCORES


def _without(indices: Sequence[int], left_out: Sequence[int]) -> tuple[int, ...]:
    out = set(left_out)
    return tuple(index for index in indices if index not in out)
