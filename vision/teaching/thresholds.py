"""T1 and T2 from the scores of good images that the model had not seen.

The rule, in one place:

* T1 is the higher of two limits below which 95 of 100 good parts should fall: the split-conformal order statistic
  (from 19 images on, no assumption about the distribution) and the prediction limit of a normal distribution with the
  scores' mean and deviation (which widens for few images).
* T2 is the higher of the highest held-aside score and the same prediction limit for 995 of 1,000 good parts, and at
  least half a deviation above T1, so that there is room for REVIEW.
* Few or nearly equal images understate the spread: the deviation counts as at least 3 % of the mean. With very few
  the prediction limit would explode; it stops at 3 deviations above the mean for T1 and 6 for T2.
"""

import math
from collections.abc import Sequence

import numpy as np
from scipy.stats import t as student_t

from vision.inspection import Thresholds

REVIEW_SHARE = 0.05
"""Share of good parts that may reach T1."""
REJECT_SHARE = 0.005
"""Share of good parts that the prediction limit for T2 allows."""
_LEAST_SPREAD = 0.03
_MOST_DEVIATIONS = {REVIEW_SHARE: 3.0, REJECT_SHARE: 6.0}


def thresholds_from(scores: Sequence[float]) -> Thresholds:
    """Thresholds for at least two held-aside scores, each finite and not negative."""
    if len(scores) < 2:
        raise ValueError("thresholds need at least two held-aside scores")
    values = np.sort(np.asarray(scores, np.float64))
    mean = float(values.mean())
    spread = max(float(values.std(ddof=1)), _LEAST_SPREAD * mean, 1e-3)
    n = len(values)
    t1 = max(_order_statistic(values), mean + _deviations(REVIEW_SHARE, n) * spread)
    t2 = max(float(values[-1]), mean + _deviations(REJECT_SHARE, n) * spread, t1 + 0.5 * spread)
    return Thresholds(t1=_rounded_up(t1), t2=_rounded_up(t2))


def _order_statistic(ascending: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> float:
    """The k-th smallest score, k = ceil((n + 1) 0.95): a new good part exceeds it with at most 5 %; 0 when n < 19."""
    n = len(ascending)
    k = math.ceil((n + 1) * (1 - REVIEW_SHARE))
    return float(ascending[k - 1]) if k <= n else 0.0


def _deviations(share: float, n: int) -> float:
    """Deviations above the mean that one more draw from the same normal distribution exceeds with `share`."""
    limit = float(student_t.ppf(1 - share, n - 1)) * math.sqrt(1 + 1 / n)
    return min(limit, _MOST_DEVIATIONS[share])


def _rounded_up(value: float) -> float:
    """Four digits after the point, never below the value: thresholds are read and typed by people."""
    return math.ceil(value * 1e4) / 1e4
