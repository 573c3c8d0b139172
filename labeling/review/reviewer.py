"""The review of one station's parts: what waits, what people decide, what the audit says."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from labeling.records.reviews import Act, AuditRate, Decision, ReviewedPart, ReviewEntry
from labeling.review.audit import AuditPlan
from labeling.review.escapes import EscapeEstimate, estimate_escapes
from labeling.review.pace import Pace, pace_of
from labeling.review.queue import FLAGGED, Order, open_part, ordered
from labeling.review.rules import check_decision
from labeling.review.state import NOT_REVIEWED, PartState, Standing, state_of
from labeling.storage.open_parts import Asked, Pile
from labeling.storage.reviews import Entries, ReviewBook
from vision.inspection import Clock, InspectionRecord, SystemClock, Trouble, Verdict
from vision.storage import RecordQuery, Store
from vision.storage.history import History

WAITING_SHOWN = 2000
"""So many parts are in the list at a time, the ones that come first; the next ones follow as they are decided."""
_FIRST = Asked(limit=WAITING_SHOWN)
_PAGE = 500
_RECHECKED = 200
"""So many parts behind the newest are looked at again: after a crash, or from two cameras, one may be recorded late."""


class ReviewTrouble(Trouble):
    """A decision that cannot be taken like this."""


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """A part that needs a person, and what was done on it so far."""

    record: InspectionRecord
    state: PartState = NOT_REVIEWED


@dataclass(frozen=True, kw_only=True)
class WaitingList:
    """The parts that come first, and how many wait behind them."""

    parts: tuple[Waiting, ...] = ()
    """In the order in which they are looked at."""
    beyond: int = 0


@dataclass(frozen=True, kw_only=True)
class Timing:
    """How a part was looked at before it was decided."""

    seconds: float | None = None
    """Since its image was on the screen; None when it was not."""
    is_blind: bool = False
    """Score and verdict were hidden."""


class Reviewer:
    """Reads records, keeps decisions. Thread-safe; every change is on disk when a call returns."""

    def __init__(self, history: History, book: ReviewBook, clock: Clock | None = None) -> None:
        self._history = history
        self._book = book
        self._clock = clock or SystemClock()
        self._plan = AuditPlan(salt=book.salt(), rates=book.rates())

    @classmethod
    def of(cls, store: Store) -> "Reviewer":
        """The review of a store whose labeling tables are prepared."""
        return cls(store, ReviewBook(store.database))

    @property
    def plan(self) -> AuditPlan:
        """The audit's draw, as it is now."""
        return self._plan

    # ---- what waits

    def needs_person(self, record: InspectionRecord) -> bool:
        """True for a flagged part and for one that the audit drew."""
        return record.verdict in FLAGGED or self._plan.takes(record)

    def waiting(self, asked: Asked = _FIRST) -> WaitingList:
        """The parts that nobody has decided for good, the ones that come first, and the number of the others."""
        self._catch_up()
        records, count = self._book.open.find(asked)
        order = Order.WORST if asked.worst_first else Order.OLDEST
        first = ordered(records, order, self._plan)
        first = first if asked.limit < 0 else first[: asked.limit]
        states = self.states(first)
        parts = tuple(Waiting(record=record, state=states[record.inspection_id]) for record in first)
        return WaitingList(parts=parts, beyond=count - len(parts))

    def state(self, record: InspectionRecord) -> PartState:
        """What was done on a part so far."""
        return state_of(self._book.of([record.inspection_id]).get(record.inspection_id, []))

    def states(self, records: Sequence[InspectionRecord]) -> dict[str, PartState]:
        """What was done on some parts so far, by inspection id; all of them are keys."""
        entries = self._book.of([record.inspection_id for record in records])
        return {record.inspection_id: state_of(entries.get(record.inspection_id, [])) for record in records}

    def newest(self) -> InspectionRecord | None:
        """The part that was recorded last."""
        return next(iter(self._history.latest(1)), None)

    def _catch_up(self) -> None:
        """Note what waits up to the newest part; the lot of each part of the audit was fixed when it was inspected."""
        self._note(Pile.FLAGGED, FLAGGED, begin=0)
        if self._plan.rates:
            self._note(Pile.AUDITED, frozenset({Verdict.OK}), begin=self._plan.rates[0].after_sequence)

    def _note(self, pile: Pile, verdicts: frozenset[Verdict], *, begin: int) -> None:
        after = max(self._book.open.noted_up_to(pile) - _RECHECKED, begin)
        query = RecordQuery(verdicts=verdicts)
        while page := self._history.page(query, after=after, limit=_PAGE):
            after = page[-1].sequence
            self._book.open.note(pile, [open_part(record) for record in page if self.needs_person(record)], after)

    # ---- what people do

    def decide(self, record: InspectionRecord, decision: Decision, by: str, timing: Timing) -> ReviewEntry:
        """Keep one person's decision.

        Raises:
            ReviewTrouble: the part is decided already, or this person could not tell it before.
            ValueError: see `check_decision`.
        """
        check_decision(decision)
        entry = self._entry(record, Act.DECIDED, by)
        entry = replace(entry, decision=decision, seconds=timing.seconds, is_blind=timing.is_blind)
        return self._book.add(entry, lambda before: _check_open(state_of(before), by))

    def withdraw(self, record: InspectionRecord, entry: ReviewEntry, by: str) -> ReviewEntry:
        """Take a decision back; it stays on the part's list. Raises `ReviewTrouble` when it holds no longer."""

        def check(before: Entries) -> None:
            last = state_of(before).last
            if last is None or last.number != entry.number:
                raise ReviewTrouble("This decision holds no longer.", "Nothing is changed.", "Look at the part again.")

        withdrawal = replace(self._entry(record, Act.WITHDREW, by), withdraws=entry.number)
        return self._book.add(withdrawal, check, open_part(record))

    def look(self, record: InspectionRecord, by: str) -> ReviewEntry:
        """Note that score and verdict were shown before the decision: the part leaves the estimate of escapes."""
        return self._book.add(self._entry(record, Act.LOOKED, by))

    def set_share(self, share: float, by: str) -> None:
        """Draw this share (0 to 1) of the parts judged OK from now on; parts inspected before keep their lot."""
        newest = self.newest()
        rate = AuditRate(share=share, after_sequence=newest.sequence if newest else 0, who=by)
        self._book.set_rate(rate, self._clock.wall())
        self._plan = AuditPlan(salt=self._plan.salt, rates=self._book.rates())

    def _entry(self, record: InspectionRecord, act: Act, by: str) -> ReviewEntry:
        return ReviewEntry(part=ReviewedPart.of(record), act=act, who=by, time=self._clock.wall())

    # ---- what it says

    def escapes(self, recipe: str, versions: Sequence[int]) -> EscapeEstimate:
        """The escape rate of recipe versions that were taught alike: what judges otherwise has an audit of its own."""
        return estimate_escapes(self._book.on_ok_parts(recipe, versions))

    def pace(self, since: datetime) -> Pace:
        """The team's pace since a moment."""
        return pace_of(self._book.since(since))


def _check_open(state: PartState, by: str) -> None:
    if state.standing is Standing.DECIDED:
        raise ReviewTrouble(
            "This part is decided already.", "Its decision stays as it is.", "Undo that decision first."
        )
    if by in state.undecided_by:
        raise ReviewTrouble(
            "You could not tell this part.",
            "It waits for a second person, who decides without seeing what the first one said.",
            "Ask a colleague to sign in and decide it.",
        )
