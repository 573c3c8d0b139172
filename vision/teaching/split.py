"""Which good images the model learns from, and which ones judge it.

From `SPLIT_FROM` images on, a quarter is kept aside (at least four) and the model never sees it. With fewer that would
waste too much: every image is kept aside once, scored by a model that learned from the others, and the model that is
stored has learned from all of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

SPLIT_FROM = 8
_ASIDE_SHARE = 0.25
_ASIDE_AT_LEAST = 4


@dataclass(frozen=True, kw_only=True)
class Round:
    """One model: the images it learns from and those it scores, by index, ascending."""

    learn: tuple[int, ...]
    score: tuple[int, ...]


def plan_rounds(n_images: int, seed: int) -> list[Round]:
    """The rounds for `n_images`; the last one's model is stored. Every score comes from an image not learned."""
    if n_images < SPLIT_FROM:
        everything = tuple(range(n_images))
        apart = [Round(learn=_without(everything, [index]), score=(index,)) for index in everything]
        return [*apart, Round(learn=everything, score=())]
    n_aside = max(_ASIDE_AT_LEAST, round(_ASIDE_SHARE * n_images))
    order = np.random.default_rng(seed).permutation(n_images)
    aside = tuple(sorted(int(index) for index in order[:n_aside]))
    return [Round(learn=_without(range(n_images), aside), score=aside)]


def _without(indices: Sequence[int], left_out: Sequence[int]) -> tuple[int, ...]:
    return tuple(index for index in indices if index not in set(left_out))
