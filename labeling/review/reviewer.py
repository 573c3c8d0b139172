"""The review of one station's parts: what waits, what people decide, what the audit says."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from labeling.records.reviews import Act, AuditRate, Decision, ReviewedPart, ReviewEntry
from labeling.review.audit import AuditPlan
from labeling.review.escapes import EscapeEstimate, estimate_escapes
from labeling.review.pace import Pace, pace_of
from labeling.review.queue import FLAGGED
from labeling.review.rules import check_decision
from labeling.review.state import NOT_REVIEWED, PartState, Standing, state_of
from labeling.storage.reviews import ReviewBook
from vision.inspection import Clock, InspectionRecord, SystemClock, Trouble, Verdict
from vision.storage import RecordQuery, Store
from vision.storage.history import History

WAITING_SHOWN = 2000
"""So many parts wait on the screen at most, the newest ones; nobody looks through more at a sitting."""
_PAGE = 500


class ReviewTrouble(Trouble):
    """A decision that cannot be taken like this."""


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """A part that needs a person, and what was done on it so far."""

    record: InspectionRecord
    state: PartState = NOT_REVIEWED


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

    def waiting(self, lot: str | None = None, limit: int = WAITING_SHOWN) -> list[Waiting]:
        """The newest parts that nobody has decided for good, in no order. `lot` None is the whole line."""
        self._draw()
        flagged, audited = islice(self._flagged(lot), limit), islice(self._audited(lot), limit)
        return sorted([*flagged, *audited], key=lambda part: -part.record.sequence)[:limit]

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

    def _flagged(self, lot: str | None) -> Iterator[Waiting]:
        query = RecordQuery(lot=lot, verdicts=FLAGGED, oldest_first=False)
        after = None
        while page := self._history.page(query, after=after, limit=_PAGE):
            states = self.states(page)
            for record in page:
                if (state := states[record.inspection_id]).standing is not Standing.DECIDED:
                    yield Waiting(record=record, state=state)
            after = page[-1].sequence

    def _audited(self, lot: str | None) -> Iterator[Waiting]:
        ids = self._book.drawn()
        for drawn in (ids[start : start + _PAGE] for start in range(0, len(ids), _PAGE)):
            entries = self._book.of(drawn)
            for inspection_id in drawn:
                state = state_of(entries.get(inspection_id, []))
                if state.standing is not Standing.DECIDED:
                    record = self._history.get(inspection_id)
                    if lot is None or record.part.lot == lot:
                        yield Waiting(record=record, state=state)

    def _draw(self) -> None:
        """Carry the draw on to the newest part; each part's lot was fixed when it was inspected."""
        if not self._plan.rates:
            return
        after = max(self._book.drawn_up_to(), self._plan.rates[0].after_sequence)
        query = RecordQuery(verdicts=frozenset({Verdict.OK}))
        while page := self._history.page(query, after=after, limit=_PAGE):
            drawn = [(record.sequence, record.inspection_id) for record in page if self._plan.takes(record)]
            after = page[-1].sequence
            self._book.add_drawn(drawn, after)

    # ---- what people do

    def decide(self, record: InspectionRecord, decision: Decision, by: str, timing: Timing) -> ReviewEntry:
        """Keep one person's decision.

        Raises:
            ReviewTrouble: the part is decided already, or this person could not tell it before.
            ValueError: see `check_decision`.
        """
        check_decision(decision)
        state = self.state(record)
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
        seconds, is_blind = timing.seconds, timing.is_blind
        return self._book.add(self._entry(record, Act.DECIDED, by, decision, seconds=seconds, is_blind=is_blind))

    def withdraw(self, record: InspectionRecord, entry: ReviewEntry, by: str) -> ReviewEntry:
        """Take a decision back; it stays on the part's list. Raises `ReviewTrouble` when it holds no longer."""
        last = self.state(record).last
        if last is None or last.number != entry.number:
            raise ReviewTrouble("This decision holds no longer.", "Nothing is changed.", "Look at the part again.")
        return self._book.add(self._entry(record, Act.WITHDREW, by, withdraws=entry.number))

    def look(self, record: InspectionRecord, by: str) -> ReviewEntry:
        """Note that score and verdict were shown before the decision: the part leaves the estimate of escapes."""
        return self._book.add(self._entry(record, Act.LOOKED, by))

    def set_share(self, share: float, by: str) -> None:
        """Draw this share (0 to 1) of the parts judged OK from now on; parts inspected before keep their lot."""
        newest = self.newest()
        rate = AuditRate(share=share, after_sequence=newest.sequence if newest else 0, who=by)
        self._book.set_rate(rate, self._clock.wall())
        self._plan = AuditPlan(salt=self._plan.salt, rates=self._book.rates())

    def _entry(
        self,
        record: InspectionRecord,
        act: Act,
        by: str,
        decision: Decision | None = None,
        *,
        withdraws: int | None = None,
        seconds: float | None = None,
        is_blind: bool = False,
    ) -> ReviewEntry:
        return ReviewEntry(
            part=ReviewedPart.of(record),
            act=act,
            who=by,
            time=self._clock.wall(),
            decision=decision,
            withdraws=withdraws,
            seconds=seconds,
            is_blind=is_blind,
        )

    # ---- what it says

    def escapes(self, recipe: str, versions: Sequence[int]) -> EscapeEstimate:
        """The escape rate of recipe versions that were taught alike: what judges otherwise has an audit of its own."""
        return estimate_escapes(self._book.on_ok_parts(recipe, versions))

    def pace(self, since: datetime) -> Pace:
        """The team's pace since a moment."""
        return pace_of(self._book.since(since))
