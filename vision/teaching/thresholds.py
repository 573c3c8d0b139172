"""T1 and T2 from the scores of good images that the model had not seen.

The rule, in one place; `PROMISE.md` has the measurements behind it:

* **Both lines are conformal order statistics** as soon as there are enough scores: T1 at rank ceil((n + 1)(1 - review)),
  T2 likewise for overkill, and from where n supports it (299 for 1 %) at the rank that keeps the rate with 95 %
  confidence instead of on average. A wrong NG stops a line, so T2 takes the safer one; a wrong REVIEW costs a glance.
* **T1 never rests on the highest score alone.** Below 39 scores the 5 % rank is the highest score, and one odd part
  among the good ones then lifts T1 over defects (half of them in one development set). There T1 is the tail limit
  below, which takes no notice of how high the highest is, or the highest score if that is lower; the promise then
  says that it is not yet guaranteed.
* **Tail limit:** above the median the scores are taken to thin out exponentially (peaks over threshold with a
  generalized Pareto tail of shape 0: Pickands, Annals of Statistics 3, 1975), with the prediction limit that follows for
  so few, which is one of a Lomax distribution. T2 without enough scores is that limit or the highest score.
  A normal limit kept the rates as well but let an odd part weigh more; a multiple of the 95th percentile (1.42 in SuperADD)
  kept them on every set, but depends on where the scores have their zero and moved half of the NG to REVIEW.
* Few or nearly equal images understate the spread: the mean excess counts as at least 2 % of the median.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vision.inspection import Thresholds
from vision.teaching.promise import Promise, Promises, Rates, average_rank, confident_rank, parts_needed

_LEAST_EXCESS = 0.02
_MOST_EXCESSES = 8.0
"""With two to five scores the prediction limit would explode."""
_SPARE_ABOVE_T1 = 1
_DIGITS = 1e4

Scores = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class Calibration:
    """Two lines and what they stand for."""

    thresholds: Thresholds
    promises: Promises


def calibrate(scores: Sequence[float], rates: Rates | None = None) -> Calibration:
    """Lines for at least two held-aside scores, each finite and not negative; `ValueError` for fewer."""
    if len(scores) < 2:
        raise ValueError("thresholds need at least two held-aside scores")
    asked = rates or Rates()
    values = np.sort(np.asarray(scores, np.float64))
    t1 = _rounded_up(_review_line(values, asked.review))
    t2 = _rounded_up(max(_overkill_line(values, asked.overkill), t1 + _least_excess(values) / 2))
    review, overkill = parts_needed(asked.review, _SPARE_ABOVE_T1), parts_needed(asked.overkill)
    promises = Promises(
        review=_promise(values, t1, rate=asked.review, needed=review),
        overkill=_promise(values, t2, rate=asked.overkill, needed=overkill),
    )
    return Calibration(thresholds=Thresholds(t1=t1, t2=t2), promises=promises)


def thresholds_from(scores: Sequence[float], rates: Rates | None = None) -> Thresholds:
    """The lines alone; see `calibrate`."""
    return calibrate(scores, rates).thresholds


def _review_line(values: Scores, rate: float) -> float:
    n, rank = len(values), average_rank(len(values), rate)
    if rank <= n - _SPARE_ABOVE_T1:
        return float(values[rank - 1])
    limit = _tail_limit(values, rate, unseen=_SPARE_ABOVE_T1)
    return min(limit, float(values[-1])) if rank == n else limit


def _overkill_line(values: Scores, rate: float) -> float:
    n = len(values)
    rank = confident_rank(n, rate) or average_rank(n, rate)
    return float(values[rank - 1]) if rank <= n else max(_tail_limit(values, rate), float(values[-1]))


def _tail_limit(values: Scores, rate: float, unseen: int = 0) -> float:
    """The score that one more draw exceeds with `rate` when the upper half thins out exponentially.

    Of the `unseen` highest scores only that they are high is used (a censored sample): one odd part moves nothing.
    """
    n = len(values)
    m = max(1, n // 2)
    start = float(values[n - m - 1])
    seen = max(1, m - unseen)
    excesses = values[n - m : n - m + seen] - start
    total = float(excesses.sum()) + (m - seen) * float(excesses[-1])
    mean_excess = max(total / seen, _least_excess(values))
    reach = seen * (math.pow(m / (n + 1) / rate, 1 / seen) - 1)
    return start + mean_excess * min(reach, _MOST_EXCESSES)


def _least_excess(values: Scores) -> float:
    return max(_LEAST_EXCESS * float(np.median(values)), 1e-3)


def _promise(values: Scores, line: float, *, rate: float, needed: int) -> Promise:
    return Promise(rate=rate, n=len(values), above=int((values > line).sum()), needed=needed)


def _rounded_up(value: float) -> float:
    """Four digits after the point, above the value: people read and type thresholds, and a score at T1 is REVIEW."""
    return (math.floor(value * _DIGITS) + 1) / _DIGITS
