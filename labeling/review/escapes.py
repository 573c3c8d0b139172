"""How often a part judged OK was defective, estimated from the blind audit."""

from collections.abc import Iterable
from dataclasses import dataclass

from labeling.records.reviews import Finding, ReviewEntry
from labeling.review.state import PartState, Standing, state_of
from vision.teaching.bounds import upper_bound


@dataclass(frozen=True, kw_only=True)
class EscapeEstimate:
    """Of the parts judged OK that people looked at blind: how many were defective, and what that supports."""

    escapes: int = 0
    n: int = 0
    """Parts of the audit that were decided blind."""
    unclear: int = 0
    """Parts of the audit that nobody could tell so far: not in `n`, and any of them may be an escape."""
    seen: int = 0
    """Parts of the audit whose score was seen before the decision: not in `n`."""

    @property
    def rate(self) -> float | None:
        """Escapes among the audited parts; None without any."""
        return self.escapes / self.n if self.n else None

    @property
    def bound(self) -> float:
        """What the rate is at most, with 95 % confidence: exact and one-sided, see `upper_bound`."""
        return upper_bound(self.escapes, self.n)


def estimate_escapes(entries: Iterable[ReviewEntry]) -> EscapeEstimate:
    """From everything done on audited parts, oldest first.

    Only parts judged OK and drawn by lot count, each once: flagged parts say nothing about what passes, and a part that
    somebody picked is no sample. It is one binomial for all rates of the audit, which is exact as long as the rate was
    not set by what the parts showed.
    """
    by_part: dict[str, list[ReviewEntry]] = {}
    for entry in entries:
        by_part.setdefault(entry.part.inspection_id, []).append(entry)
    states = [state_of(acts) for acts in by_part.values()]
    blind = [state for state in states if state.standing is Standing.DECIDED and not state.was_seen]
    return EscapeEstimate(
        escapes=sum(map(_is_escape, blind)),
        n=len(blind),
        unclear=sum(state.standing is Standing.SECOND and not state.was_seen for state in states),
        seen=sum(state.was_seen for state in states),
    )


def _is_escape(state: PartState) -> bool:
    return state.decision is not None and state.decision.judgement.finding is Finding.DEFECT
