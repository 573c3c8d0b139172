"""How long a part takes, for the team of a shift; no person's own figure is ever made."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from labeling.records.reviews import Act, ReviewEntry


@dataclass(frozen=True, kw_only=True)
class Pace:
    """A team's figure."""

    decisions: int = 0
    median_s: float | None = None
    """Seconds from the image on the screen to the decision; None without decisions that were timed."""


def pace_of(entries: Iterable[ReviewEntry]) -> Pace:
    """The pace of some acts; those that were taken back took their time, too."""
    decided = [entry for entry in entries if entry.act is Act.DECIDED]
    timed = [entry.seconds for entry in decided if entry.seconds is not None]
    return Pace(decisions=len(decided), median_s=median(timed) if timed else None)
