"""Making inspections durable: a note when a trigger is accepted, the frames, then the one record."""

import logging
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import PurePath
from typing import Any

from vision.inspection import Clock, Frame, InspectionRecord, Part, SystemClock, Trouble, ViewRecord, new_inspection_id
from vision.recipe import recipe_hash
from vision.station.describe import map_summary, part_reason, view_reason
from vision.station.events import Inspected
from vision.station.inspector import Inspector, Outcome, ViewOutcome
from vision.storage import Intent, Store

log = logging.getLogger(__name__)

PATIENCE_S = 2.0
"""How long a part waits for the disk before the log says so; a failure ends the waiting at once after that."""


@dataclass(frozen=True, kw_only=True)
class Ticket:
    """An accepted trigger: its durable note exists, its record is owed."""

    inspection_id: str
    sequence: int
    time: datetime
    monotonic_s: float
    part: Part
    operator: str | None
    source: str


@dataclass(frozen=True, kw_only=True)
class Origin:
    """What is the same for every part of a run."""

    station: str
    lot: str | None = None
    operator: Callable[[], str | None] = lambda: None
    """Who stands at the station when a trigger is accepted; people change while a run goes on."""


class Recorder:
    """Accepts triggers and owes each exactly one record."""

    def __init__(self, store: Store, inspector: Inspector, origin: Origin, clock: Clock | None = None) -> None:
        self._store = store
        self._inspector = inspector
        self._origin = origin
        self._clock = clock or SystemClock()
        self._recipe_hash = recipe_hash(inspector.recipe)

    def accept(self, source: str) -> Ticket:
        """Note a trigger durably and allot its sequence number. Raises `Trouble` when the disk refuses."""
        recipe, origin = self._inspector.recipe, self._origin
        intent = Intent(
            inspection_id=new_inspection_id(),
            time=self._clock.wall(),
            monotonic_s=self._clock.monotonic_s(),
            part=Part(lot=origin.lot),
            operator=origin.operator(),
            station=origin.station,
            recipe=recipe.name,
            recipe_version=recipe.version,
            recipe_hash=self._recipe_hash,
            source=source,
        )
        sequence = self._store.begin(intent)
        return Ticket(
            inspection_id=intent.inspection_id,
            sequence=sequence,
            time=intent.time,
            monotonic_s=intent.monotonic_s,
            part=intent.part,
            operator=intent.operator,
            source=source,
        )

    def record(self, ticket: Ticket, outcome: Outcome, *, in_memory_s: float) -> Inspected:
        """Store frames and record; returns when they are on disk.

        Args:
            in_memory_s: monotonic time at which the decoded frames were in memory, the start of `recorded_ms`.
        """
        views = tuple(self._view_record(ticket, found) for found in outcome.views)
        reason = part_reason(outcome, {view.view: view.reason for view in views})
        record = InspectionRecord(
            inspection_id=ticket.inspection_id,
            sequence=ticket.sequence,
            time=ticket.time,
            monotonic_s=ticket.monotonic_s,
            part=replace(ticket.part, serial=self._serial(ticket, outcome)),
            operator=ticket.operator,
            station=self._origin.station,
            recipe=self._inspector.recipe.name,
            recipe_version=self._inspector.recipe.version,
            recipe_hash=self._recipe_hash,
            verdict=outcome.verdict,
            score=outcome.deciding.score,
            reason=reason,
            views=views,
            latency_ms=outcome.latency_ms,
            recorded_ms=None,
            source=ticket.source,
        )
        stored = self._timed(self._store.complete(record), in_memory_s)
        return Inspected(record=stored, frames=_frames(outcome), predictions=_predictions(outcome))

    def _timed(self, stored: InspectionRecord, in_memory_s: float) -> InspectionRecord:
        """The record with the time it took, measured now that it is durable."""
        recorded_ms = (self._clock.monotonic_s() - in_memory_s) * 1000
        self._store.note_recorded(stored.sequence, recorded_ms)
        return replace(stored, recorded_ms=recorded_ms)

    def _view_record(self, ticket: Ticket, found: ViewOutcome) -> ViewRecord:
        image = self._save(ticket, found)
        summary: dict[str, Any] | None = None
        if found.prediction is not None:
            summary = map_summary(found.prediction.anomaly_map, found.view.t1)
        return ViewRecord(
            view=found.view.name,
            verdict=found.verdict,
            score=found.score,
            t1=found.view.t1,
            t2=found.view.t2,
            model_hash=self._inspector.model_hash(found.view.name),
            image=image.path if image else None,
            image_hash=image.sha256 if image else None,
            map_summary=summary,
            reason=view_reason(found, summary),
        )

    def _save(self, ticket: Ticket, found: ViewOutcome) -> Any:
        if found.frame is None:
            return None
        return self._store.save_frame(
            ticket.inspection_id, ticket.sequence, found.view.name, found.frame, self._origin.lot
        )

    def _serial(self, ticket: Ticket, outcome: Outcome) -> str | None:
        rule = self._inspector.recipe.identity
        if rule.kind == "counter":
            return f"{rule.prefix}{ticket.sequence:0{rule.digits}d}"
        if rule.kind == "filename":
            source = next((found.frame.source for found in outcome.views if found.frame is not None), "")
            return PurePath(source).stem or None
        return None


def _frames(outcome: Outcome) -> dict[str, Frame]:
    return {found.view.name: found.frame for found in outcome.views if found.frame is not None}


def _predictions(outcome: Outcome) -> dict[str, Any]:
    return {found.view.name: found.prediction for found in outcome.views if found.prediction is not None}


@dataclass(frozen=True, eq=False, kw_only=True)
class _Owed:
    ticket: Ticket
    outcome: Outcome
    in_memory_s: float


class RecordThread:
    """Records in the background, in order; `submit` waits when the disk is slower than the line.

    The first failure ends all: nothing after it is recorded or published, and `failure` says why.
    """

    DEPTH = 4

    def __init__(self, recorder: Recorder, publish: Callable[[Inspected], None]) -> None:
        self._recorder = recorder
        self._publish = publish
        self._queue: queue.Queue[_Owed | None] = queue.Queue(maxsize=self.DEPTH)
        self._failed = threading.Event()
        self.failure: Trouble | None = None
        self._thread = threading.Thread(target=self._run, name="loupe-record", daemon=True)
        self._thread.start()

    @property
    def has_failed(self) -> bool:
        """True once a record could not be written."""
        return self._failed.is_set()

    def submit(self, ticket: Ticket, outcome: Outcome, in_memory_s: float) -> None:
        """Queue one part; raises the failure when recording has failed."""
        owed = _Owed(ticket=ticket, outcome=outcome, in_memory_s=in_memory_s)
        while self.failure is None:
            try:
                return self._queue.put(owed, timeout=PATIENCE_S)
            except queue.Full:
                log.warning("the disk is slower than the line")
        raise self.failure

    def close(self) -> None:
        """Write what is queued and end the thread."""
        if self._thread.is_alive():
            self._queue.put(None)
            self._thread.join()

    def _run(self) -> None:
        while (owed := self._queue.get()) is not None:
            if self.has_failed:
                continue
            try:
                inspected = self._recorder.record(owed.ticket, owed.outcome, in_memory_s=owed.in_memory_s)
            except Trouble as trouble:
                self._fail(trouble)
            except Exception as bug:  # fail safe: a part that cannot be recorded must stop the line, whatever the cause
                log.exception("recording failed")
                self._fail(Trouble("The record could not be written.", detail=repr(bug)))
            else:
                self._tell(inspected)

    def _tell(self, inspected: Inspected) -> None:
        try:
            self._publish(inspected)
        except Exception:  # the part is on disk: a screen that cannot show it must not cost the next one its record
            log.exception("a listener failed on part %d", inspected.record.sequence)

    def _fail(self, trouble: Trouble) -> None:
        self.failure = trouble
        self._failed.set()
