"""Good parts whose score stands apart from that of the others: a few of them can lift T1 over real defects.

They are named, never left out by themselves: a part that stands apart may be a variation that the line will see again.

The rule is the generalized extreme studentized deviate test for several outliers (Rosner, Technometrics 25, 1983), for
high scores alone and on their logarithm, since scores of good parts are skewed. At most one teaching in a hundred
without an odd part names one (log-normal scores, 20 to 200 of them). Of the 48 rendered parts of the demo it names the
two that T1 rested on. Tukey's far-out fence (1977) names one of those two and, with 20 scores, no fewer by mistake.
"""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.stats import t as student

from vision.teaching.request import HeldAside

MOST = 0.05
"""Share of the good parts that may be named, and left out, at most."""
_BY_MISTAKE = 0.01
_LEAST = 1e-9


def odd_parts(held_aside: Sequence[HeldAside], n_left_out: int = 0) -> tuple[HeldAside, ...]:
    """Those whose scores stand apart, highest first.

    Args:
        held_aside: good parts with the score each has from a model that had not seen it.
        n_left_out: parts left out before: with them no more than `MOST` of all are named.
    """
    ranked = sorted(held_aside, key=lambda part: part.score, reverse=True)
    most = math.floor(MOST * (len(ranked) + n_left_out)) - n_left_out
    scores = np.log(np.maximum([part.score for part in ranked], _LEAST))
    beyond = [rank for rank in range(most) if _deviate(scores[rank:]) > _limit(len(scores) - rank)]
    return tuple(ranked[: beyond[-1] + 1]) if beyond else ()


def _deviate(scores: NDArray[np.float64]) -> float:
    """How many standard deviations the highest lies above the mean."""
    spread = float(scores.std(ddof=1))
    return float(scores[0] - scores.mean()) / spread if spread > 0 else 0.0


def _limit(n: int) -> float:
    """What the highest of `n` normal values exceeds by chance once in a hundred times."""
    quantile = float(student.ppf(1 - _BY_MISTAKE / n, n - 2))
    return (n - 1) * quantile / math.sqrt((n - 2 + quantile**2) * n)
