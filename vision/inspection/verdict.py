"""The recipe's decision on a score."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import isfinite


class Verdict(StrEnum):
    """OK, NG, REVIEW or NOT_INSPECTED. Any fault is NOT_INSPECTED, never OK."""

    OK = "OK"
    NG = "NG"
    REVIEW = "REVIEW"
    NOT_INSPECTED = "NOT_INSPECTED"


_SEVERITY = {Verdict.OK: 0, Verdict.REVIEW: 1, Verdict.NOT_INSPECTED: 2, Verdict.NG: 3}


@dataclass(frozen=True, kw_only=True)
class Thresholds:
    """Below `t1` OK, above `t2` NG, from `t1` to `t2` REVIEW. Both in the unit of the score, 0 <= t1 <= t2."""

    t1: float
    t2: float

    def __post_init__(self) -> None:
        if not (isfinite(self.t1) and isfinite(self.t2) and 0 <= self.t1 <= self.t2):
            raise ValueError(f"thresholds need 0 <= T1 <= T2, got T1 {self.t1} and T2 {self.t2}")

    def judge(self, score: float) -> Verdict:
        """The verdict for a score; a score that is no finite number is NOT_INSPECTED."""
        if not isfinite(score):
            return Verdict.NOT_INSPECTED
        if score < self.t1:
            return Verdict.OK
        return Verdict.NG if score > self.t2 else Verdict.REVIEW


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """The worst of several views: a sure defect outweighs a view that was not inspected, and both outweigh the rest.

    No verdict at all is NOT_INSPECTED.
    """
    return max(verdicts, key=_SEVERITY.__getitem__, default=Verdict.NOT_INSPECTED)
