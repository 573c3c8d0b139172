"""Where the lines are drawn and what that does: pure functions behind the histogram."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.recipe.ports import ScoredPart
from vision.inspection import Thresholds, Verdict

JUDGED = (Verdict.OK, Verdict.REVIEW, Verdict.NG)


@dataclass(frozen=True, kw_only=True)
class Effect:
    """What two lines do to the parts whose truth is known."""

    good: Mapping[Verdict, int]
    defects: Mapping[Verdict, int]

    @property
    def good_count(self) -> int:
        """How many good parts were kept aside."""
        return sum(self.good.values())

    @property
    def defect_count(self) -> int:
        """How many known defects there are."""
        return sum(self.defects.values())

    @property
    def escapes(self) -> int:
        """Defects judged OK."""
        return self.defects[Verdict.OK]

    @property
    def overkill(self) -> int:
        """Good parts judged NG."""
        return self.good[Verdict.NG]


def effect_of(parts: Iterable[ScoredPart], lines: Thresholds) -> Effect:
    """Judge every part with these lines and count."""
    good, defects = dict.fromkeys(JUDGED, 0), dict.fromkeys(JUDGED, 0)
    for part in parts:
        counts = defects if part.is_defect else good
        counts[lines.judge(part.score)] += 1
    return Effect(good=good, defects=defects)


def closest_to(parts: Sequence[ScoredPart], lines: Thresholds, count: int) -> list[ScoredPart]:
    """The parts whose verdict hangs on the smallest move of a line, nearest first."""

    def distance(part: ScoredPart) -> float:
        return min(abs(part.score - lines.t1), abs(part.score - lines.t2))

    return sorted(parts, key=distance)[:count]
