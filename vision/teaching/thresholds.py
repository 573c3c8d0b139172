"""T1 and T2 from the scores of good images that the model had not seen.

The rule, in one place:

* T1 is the score below which 95 of 100 held-aside good parts fall (interpolated). One odd part among the good ones must
  not move it: a conformal order statistic does just that below a few hundred images, and on one development set it let
  three of four defects pass. A good part too many in REVIEW costs a glance, an escape costs a recall.
* T2 is the higher of the highest held-aside score and the prediction limit of a normal distribution below which 999 of
  1,000 good parts fall (which widens for few images), and at least half a deviation above T1. A wrong NG stops a line,
  a part in REVIEW costs a glance, so what is not sure is left between the lines.
* Few or nearly equal images understate the spread: the deviation counts as at least 3 % of the mean. With very few
  the prediction limit would explode; it stops at 6 deviations above the mean.
"""

import math
from collections.abc import Sequence

import numpy as np
from scipy.stats import t as student_t

from vision.inspection import Thresholds

REVIEW_SHARE = 0.05
"""Share of good parts that may reach T1."""
REJECT_SHARE = 0.001
"""Share of good parts that the prediction limit for T2 allows."""
_LEAST_SPREAD = 0.03
_LEAST_DEVIATIONS = 0.5
_MOST_DEVIATIONS = 6.0


def thresholds_from(scores: Sequence[float]) -> Thresholds:
    """Thresholds for at least two held-aside scores, each finite and not negative."""
    if len(scores) < 2:
        raise ValueError("thresholds need at least two held-aside scores")
    values = np.sort(np.asarray(scores, np.float64))
    mean = float(values.mean())
    spread = max(float(values.std(ddof=1)), _LEAST_SPREAD * mean, 1e-3)
    n = len(values)
    t1 = max(float(np.quantile(values, 1 - REVIEW_SHARE)), mean + _LEAST_DEVIATIONS * spread)
    t2 = max(float(values[-1]), mean + _deviations(n) * spread, t1 + 0.5 * spread)
    return Thresholds(t1=_rounded_up(t1), t2=_rounded_up(t2))


def _deviations(n: int) -> float:
    """Deviations above the mean that one more draw from the same normal distribution exceeds with `REJECT_SHARE`."""
    limit = float(student_t.ppf(1 - REJECT_SHARE, n - 1)) * math.sqrt(1 + 1 / n)
    return min(limit, _MOST_DEVIATIONS)


def _rounded_up(value: float) -> float:
    """Four digits after the point, never below the value: thresholds are read and typed by people."""
    return math.ceil(value * 1e4) / 1e4
