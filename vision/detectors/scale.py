"""How rare a score is among good parts: the one scale on which scores of different models can be compared."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

_SHARES = (0.75, 0.5, 0.25, 0.1, 0.05, 0.025, 0.01)
"""Of good parts, for which the score is told where there are enough of them; and for the highest, whose share is one in
one more than there are."""
_HALF, _RARE = 0.5, 0.05
"""Shares between which the tail is measured: a single odd part hardly moves it."""
_LEAST = 0.02
"""The whole scale is at least so wide, as a share of the middle score."""
_TAIL = 0.2 * math.log(10)
"""Shape of the generalised Pareto tail beyond the highest, in decades: heavier than an exponential one, as befits a guess
from few parts."""
_TWO = np.float32(math.log10(2))


@dataclass(frozen=True, kw_only=True)
class GoodScale:
    """From a model's scores, which begin at 0, to how rare they are among good parts.

    The highest of n good scores is as rare in every model. So where lines rest on the same good parts, what lies above
    all of them in one model, as its NG does, lies above the line of any two.
    """

    shares: tuple[float, ...]
    """Of good parts, strictly falling from below 1."""
    scores: tuple[float, ...]
    """The score that each of these shares reaches, strictly rising from above 0."""

    def __post_init__(self) -> None:
        """Raises `ValueError` for what is no such scale."""
        shares, scores = np.array([1, *self.shares], np.float64), np.array([0, *self.scores], np.float64)
        if not 3 <= len(shares) == len(scores) or not np.isfinite(scores).all() or not np.isfinite(shares).all():
            raise ValueError("no scale of good scores")
        if np.diff(scores).min() <= 0 or np.diff(shares).max() >= 0 or shares[-1] <= 0:
            raise ValueError("a scale that does not rise")

    @classmethod
    def of(cls, good: Sequence[float], resolution: float = 0.0) -> Self:
        """The scale of at least one good part's scores.

        Good parts that hardly differ make no cliff: the scale is never finer than the model's resolution.
        """
        least = 1 / (len(good) + 1)
        shares = (*(share for share in _SHARES if share > least), least)
        scores = np.quantile(np.asarray(good, np.float64), [1 - share for share in shares], method="weibull")
        apart = max(_LEAST * float(np.median(good)), resolution, 1e-6) / len(scores)
        steps = np.maximum(np.diff(scores, prepend=0), apart)
        return cls(shares=shares, scores=tuple(float(score) for score in np.cumsum(steps)))

    def rarity(self, values: NDArray[np.float32]) -> NDArray[np.float32]:
        """-log10 p of scores or of a map of them, float32 of their shape, rising without end from 0 for 0.

        What nearly every good part reaches keeps its order, so that a map shows a defect down to its rim.
        """
        rarities = -np.log10(self.shares)
        rare = np.asarray(values * np.float32(rarities[0] / self.scores[0]), np.float32)
        above = values > self.scores[0]
        told = values[above].astype(np.float64)
        beyond = (told - self.scores[-1]).clip(0) / self._decade()
        rare[above] = np.interp(told, self.scores, rarities) + np.log1p(_TAIL * beyond) / _TAIL
        return rare

    def _decade(self) -> float:
        """By how much a score of the upper half rises while good parts that reach it become ten times as rare."""
        high = max(1, sum(share >= _RARE for share in self.shares) - 1)
        low = min(high - 1, sum(share > _HALF for share in self.shares))
        return (self.scores[high] - self.scores[low]) / math.log10(self.shares[low] / self.shares[high])


def rarer_of(first: NDArray[np.float32], second: NDArray[np.float32]) -> NDArray[np.float32]:
    """The rarity of the rarer of two findings, given both: two models get two chances to be alarmed (Bonferroni).

    That bound, log10 2 less, says nothing of what is not rare at all; there half the rarity keeps the order.
    """
    most = np.maximum(first, second)
    return np.asarray(np.maximum(most - _TWO, most * np.float32(0.5)), np.float32)
