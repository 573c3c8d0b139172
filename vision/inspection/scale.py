"""Scores as people read them: 0 to 100, T1 at 50 and T2 at 70 for every recipe.

Raw scores are distances whose size differs from model to model, so nobody can tell whether 3.1 is much. On this scale
below 50 is OK and above 70 is NG, always. It is for eyes only: records, thresholds and verdicts keep raw scores.
"""

import math

from vision.inspection.verdict import Thresholds

T1_AT = 50
T2_AT = 70
FULL = 100


def scaled(score: float, thresholds: Thresholds) -> float:
    """A raw score (finite, not negative) on the scale: continuous, strictly rising, from 0 to below 100.

    Straight from 0 to T1 and from T1 to T2; above T2 ever slower (85 at twice T2). Two lines at one
    place leave no room between: T1 itself is then at 50 and what is above it above 70.
    """
    t1, t2 = thresholds.t1, thresholds.t2
    if score < t1:
        return T1_AT * (max(score, 0.0) / t1)
    if score <= t2:
        return T1_AT + (T2_AT - T1_AT) * ((score - t1) / (t2 - t1) if t2 > t1 else 0.0)
    unit = t2 or 1.0
    excess = (score - t2) / unit
    return min(T2_AT + (FULL - T2_AT) * (excess / (1 + excess)), math.nextafter(FULL, 0))


def score_at(value: float, thresholds: Thresholds) -> float:
    """The raw score at a place of the scale, 0 up to below 100: `scaled` backwards."""
    t1, t2 = thresholds.t1, thresholds.t2
    if value <= T1_AT:
        return t1 * value / T1_AT
    if value <= T2_AT:
        return t1 + (t2 - t1) * (value - T1_AT) / (T2_AT - T1_AT)
    share = (value - T2_AT) / (FULL - T2_AT)
    return t2 + (t2 or 1.0) * share / (1 - share)


def points(score: float, thresholds: Thresholds) -> int:
    """The scale in whole points, 0 to 99, rounded so that it never tells another verdict than the thresholds do."""
    value = scaled(score, thresholds)
    if score < thresholds.t1:
        return min(math.floor(value), T1_AT - 1)
    if score > thresholds.t2:
        return min(max(math.ceil(value), T2_AT + 1), FULL - 1)
    return round(value)
