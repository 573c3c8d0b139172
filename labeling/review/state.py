"""What the entries on one part amount to."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from labeling.records.reviews import Act, Decision, ReviewEntry


class Standing(StrEnum):
    """How far the review of a part is."""

    WAITING = "waiting"
    SECOND = "second"
    """Somebody could not tell: another person decides."""
    DECIDED = "decided"


@dataclass(frozen=True, kw_only=True)
class PartState:
    """One part's review so far."""

    entries: tuple[ReviewEntry, ...] = ()
    """Oldest first."""

    @property
    def standing_entries(self) -> tuple[ReviewEntry, ...]:
        """The decisions that nobody took back."""
        gone = {entry.withdraws for entry in self.entries}
        return tuple(entry for entry in self.entries if entry.act is Act.DECIDED and entry.number not in gone)

    @property
    def standing(self) -> Standing:
        """The last decision counts."""
        decision = self.decision
        if decision is None:
            return Standing.WAITING
        return Standing.DECIDED if decision.is_final else Standing.SECOND

    @property
    def decision(self) -> Decision | None:
        """The decision that holds; while a second person is waited for, that the first could not tell."""
        return self.last.decision if self.last else None

    @property
    def last(self) -> ReviewEntry | None:
        """The entry of that decision."""
        return self.standing_entries[-1] if self.standing_entries else None

    @property
    def undecided_by(self) -> frozenset[str]:
        """Who could not tell, and so cannot be the one who decides after all."""
        return frozenset(
            entry.who for entry in self.standing_entries if entry.decision is not None and not entry.decision.is_final
        )

    @property
    def was_seen(self) -> bool:
        """True when somebody had seen score and verdict before the decision that holds.

        Only a decision can be blind: a look is not, and an undo comes after the verdict was shown.
        """
        return not all(entry.is_blind for entry in self.entries)


NOT_REVIEWED = PartState()
"""A part that nobody has touched."""


def state_of(entries: Sequence[ReviewEntry]) -> PartState:
    """The state that some entries on one part, oldest first, amount to."""
    return PartState(entries=tuple(entries)) if entries else NOT_REVIEWED
