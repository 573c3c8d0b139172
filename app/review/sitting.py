"""The parts of one sitting: what waits for this person, what was decided, which one is in front. No widget, no store."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from labeling.records.reviews import ReviewEntry
from labeling.review.audit import AuditPlan
from labeling.review.queue import Order, ordered
from labeling.review.reviewer import Waiting
from labeling.review.state import PartState, Standing
from vision.inspection import InspectionRecord

DONE_KEPT = 20
"""Decided parts that stay in the list."""


@dataclass(frozen=True, kw_only=True)
class Done:
    """A part decided in this sitting; Undo takes the newest one back."""

    part: Waiting
    entry: ReviewEntry


class Sitting:
    """Changes with every part that comes and every decision."""

    def __init__(self) -> None:
        self.order = Order.WORST
        self.chosen: str | None = None
        self.early: set[str] = set()
        """Parts whose score this person had shown before deciding."""
        self.beyond = 0
        """So many parts wait behind those of the list."""
        self._waiting: dict[str, Waiting] = {}
        self._done: list[Done] = []
        self._asked: tuple[str, AuditPlan, Order] | None = None
        self._ordered: list[Waiting] = []
        """The answer to `_asked`; sorting 2,000 parts again for every decision would be felt."""

    @property
    def done(self) -> tuple[Done, ...]:
        """Decided in this sitting, oldest first."""
        return tuple(self._done)

    def take(self, parts: Iterable[Waiting], beyond: int = 0) -> None:
        """What waits, as it was found, and how many more; what was decided in this sitting stays decided."""
        done = {one.entry.part.inspection_id for one in self._done}
        self._waiting = {part.record.inspection_id: part for part in parts if part.record.inspection_id not in done}
        self.beyond, self._asked = beyond, None

    def add(self, records: Iterable[InspectionRecord]) -> bool:
        """Parts that have come; True when there was a new one."""
        known = {*self._waiting, *(one.entry.part.inspection_id for one in self._done)}
        new = {one.inspection_id: Waiting(record=one) for one in records if one.inspection_id not in known}
        if new:
            self._waiting |= new
            self._asked = None
        return bool(new)

    def queue(self, who: str, plan: AuditPlan) -> list[Waiting]:
        """What waits for this person, in order: not the parts that he or she could not tell."""
        asked = (who, plan, self.order)
        if self._asked != asked:
            mine = [part.record for part in self._waiting.values() if who not in part.state.undecided_by]
            self._ordered = [self._waiting[record.inspection_id] for record in ordered(mine, self.order, plan)]
            self._asked = asked
        return list(self._ordered)

    def find(self, key: str | None) -> Waiting | None:
        """A part of the list."""
        decided = next((one.part for one in reversed(self._done) if one.part.record.inspection_id == key), None)
        return decided or self._waiting.get(key or "")

    def is_done(self, key: str | None) -> bool:
        """True when this person has nothing to decide on it any more."""
        return any(one.part.record.inspection_id == key for one in self._done)

    def settle(self, part: Waiting, entry: ReviewEntry) -> None:
        """A decision was kept."""
        state = PartState(entries=(*part.state.entries, entry))
        self._ordered = [one for one in self._ordered if one.record is not part.record]
        part = replace(part, state=state)
        if state.standing is Standing.SECOND:
            self._waiting[part.record.inspection_id] = part
        else:
            self._waiting.pop(part.record.inspection_id, None)
        self._done = [*self._done, Done(part=part, entry=entry)][-DONE_KEPT:]

    def bring_back(self, done: Done, state: PartState) -> None:
        """A decision was taken back: the part waits again, in front."""
        self._done.remove(done)
        record = done.part.record
        self._waiting[record.inspection_id] = Waiting(record=record, state=state)
        self.chosen, self._asked = record.inspection_id, None

    def forget_person(self) -> None:
        """Somebody else is here: what the one before decided is not shown to the next."""
        self._done, self.early, self._asked = [], set(), None


def following_in(queue: list[Waiting], part: Waiting) -> str | None:
    """What comes after a part: the one below, at the end the one above; None when the part is not in the queue."""
    keys = [one.record.inspection_id for one in queue]
    if part.record.inspection_id not in keys:
        return None
    at = keys.index(part.record.inspection_id)
    rest = [*keys[at + 1 :], *reversed(keys[:at])]
    return rest[0] if rest else None
