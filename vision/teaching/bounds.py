"""What counts support: exact bounds on rates, and what a choice of thresholds would have done."""

from collections.abc import Sequence
from dataclasses import dataclass

from scipy.stats import beta

from vision.inspection import Sentence, Thresholds, Verdict, say


def upper_bound(k: int, n: int, confidence: float = 0.95) -> float:
    """What the rate behind `k` cases in `n` is at most: the exact one-sided bound (Clopper and Pearson, Biometrika 1934).

    One-sided, since "at most" says nothing of the other end; an interval "from .. to" has a wider upper end. 1.0 when n
    is 0.
    """
    if not 0 <= k <= n or not 0 < confidence < 1:
        raise ValueError(f"no bound for {k} of {n} at confidence {confidence}")
    return 1.0 if k == n else float(beta.ppf(confidence, k + 1, n - k))


def rate_in_words(k: int, n: int) -> Sentence:
    """`0 of 48, at most 6.1 %`: a count with its upper 95 % bound."""
    return say("{k} of {n}, at most {bound} %", k=k, n=n, bound=round(100 * upper_bound(k, n), 1))


@dataclass(frozen=True, kw_only=True)
class Consequence:
    """What thresholds do to one kind of parts."""

    n: int
    ok: int
    review: int
    ng: int
    wrong_bound: float
    """`upper_bound` on the wrong verdicts: good parts judged NG, or defective ones judged OK; 1.0 without parts."""


@dataclass(frozen=True, kw_only=True)
class Consequences:
    """What a choice of T1 and T2 would have done to scores that are known."""

    good: Consequence
    defect: Consequence


def consequences(scores_good: Sequence[float], scores_defect: Sequence[float], t1: float, t2: float) -> Consequences:
    """Judge known scores with T1 and T2. Raises `ValueError` unless 0 <= T1 <= T2."""
    thresholds = Thresholds(t1=t1, t2=t2)
    return Consequences(
        good=_consequence(scores_good, thresholds, Verdict.NG),
        defect=_consequence(scores_defect, thresholds, Verdict.OK),
    )


def _consequence(scores: Sequence[float], thresholds: Thresholds, wrong: Verdict) -> Consequence:
    verdicts = [thresholds.judge(score) for score in scores]
    counts = {verdict: verdicts.count(verdict) for verdict in Verdict}
    return Consequence(
        n=len(verdicts),
        ok=counts[Verdict.OK],
        review=counts[Verdict.REVIEW],
        ng=counts[Verdict.NG],
        wrong_bound=upper_bound(counts[wrong], len(verdicts)),
    )
