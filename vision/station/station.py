"""The inspection cycle as a small state machine.

    STOPPED -> STARTING -> READY -> INSPECTING <-> CAMERA_LOST
                                    INSPECTING -> STOPPED (asked, parts done, source empty, record failed, fault)

`DISK_LOW` is INSPECTING with a warning. `prepare` and `run` block their caller; `stop` may come from any thread.
"""

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from vision.cameras import Camera, CameraLost, CameraTrouble, GrabStrategy, SourceEmpty
from vision.inspection import Clock, Frame, Predictor, SystemClock, Trouble, Verdict, say
from vision.recipe import Recipe, TriggerMode
from vision.station.alarms import DISK_LOW_MEANING, DISK_LOW_REMEDY, AlarmRules, AlarmWatch
from vision.station.events import FinishReason, Inspected, StateReport, StationListener, StationState
from vision.station.eye import Eye, Look
from vision.station.inspector import Inspector, Outcome
from vision.station.recorder import Origin, Recorder, RecordThread, Ticket
from vision.station.summary import RunSummary, Tally
from vision.station.triggers import Pace, make_pace
from vision.storage import StorageTrouble, Store

log = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False, kw_only=True)
class StationPlan:
    """Everything a run needs, chosen by the composition."""

    recipe: Recipe
    predictors: Mapping[str, Predictor]
    """By view name."""
    cameras: Mapping[str, Camera]
    """By the recipe's camera names."""
    store: Store
    origin: Origin
    trigger_mode: TriggerMode = TriggerMode.SOFTWARE
    interval_ms: float | None = None
    frame_timeout_s: float = 2.0
    alarms: AlarmRules = field(default_factory=AlarmRules)
    disk_is_low: Callable[[], str] = str
    """Says in one sentence that the disk is low; empty while it is not."""
    self_test: Callable[[], object] = str
    """Replays stored frames before READY; raises `Trouble` when a score changed."""


class Station:
    """One station under one recipe version: opened once, run as often as asked, closed once."""

    def __init__(self, plan: StationPlan, listener: StationListener, clock: Clock | None = None) -> None:
        self.plan = plan
        self._listener = listener
        self._clock = clock or SystemClock()
        self._inspector = Inspector(plan.recipe, plan.predictors, self._clock)
        self._recorder = Recorder(plan.store, self._inspector, plan.origin, self._clock)
        settings = {
            name: asked.model_copy(update={"trigger_mode": plan.trigger_mode})
            for name, asked in plan.recipe.cameras.items()
        }
        self._eye = Eye(plan.cameras, settings, plan.recipe.views, self._clock)
        self._stop = threading.Event()
        self._tally = Tally()
        self._alarms = AlarmWatch(plan.alarms, self._clock, listener, plan.recipe)
        self._record_thread: RecordThread | None = None
        self.state = StationState.STOPPED

    # -- life ---------------------------------------------------------------------------------------------------

    def prepare(self) -> None:
        """Open the cameras and run the self-test. Raises `Trouble`; the station is then STOPPED."""
        self._show(StateReport(state=StationState.STARTING))
        try:
            self._eye.open()
            self.plan.self_test()
        except Trouble:
            self._eye.close()
            self.state = StationState.STOPPED  # whoever prepares says so, or tries again
            raise
        self._show(StateReport(state=StationState.READY))

    def run(self, parts: int | None = None) -> RunSummary:
        """Inspect until stopped, until `parts` triggers are done, or until the source is empty.

        Returns the summary of this run; a record that could not be written ends it with RECORD_FAILED.
        """
        self._stop.clear()
        self._tally = Tally()
        self._record_thread = RecordThread(self._recorder, self._publish)
        finish, trouble = FinishReason.FAULT, None
        try:
            self.plan.store.recover(own=True)  # what a run that ended in trouble still owes
            self._eye.start(GrabStrategy.ONE_BY_ONE)
            self._show(StateReport(state=StationState.INSPECTING))
            finish = self._cycle(parts)
        except SourceEmpty:
            finish = FinishReason.SOURCE_EMPTY
        except Trouble as caught:
            trouble = caught
        finally:
            try:
                self._eye.stop()
            finally:
                self._record_thread.close()
        return self._end(finish, self._record_thread.failure or trouble)

    def stop(self) -> None:
        """Ask the run to end after the part at hand; returns at once."""
        self._stop.set()

    def close(self) -> None:
        """Close the cameras."""
        self._eye.close()

    def _end(self, finish: FinishReason, trouble: Trouble | None) -> RunSummary:
        self._settle_debts()
        if isinstance(trouble, StorageTrouble) or (self._record_thread and self._record_thread.has_failed):
            finish = FinishReason.RECORD_FAILED
        report = StateReport(state=StationState.STOPPED, finish=finish)
        self._show(_stopped(trouble, finish) if trouble else report)
        return self._tally.summary(finish)

    def _settle_debts(self) -> None:
        """Triggers that a failed recording left without a record get it now, when the disk allows; else at the next run."""
        try:
            for record in self.plan.store.recover(own=True):
                self._publish(Inspected(record=record))
        except Trouble as trouble:
            log.warning("records are still owed: %s", trouble)

    # -- the cycle ----------------------------------------------------------------------------------------------

    def _cycle(self, parts: int | None) -> FinishReason:
        pace = make_pace(self.plan.trigger_mode, self.plan.interval_ms, self._clock)
        while not self._stop.is_set():
            if parts is not None and self._tally.triggers >= parts:
                return FinishReason.PARTS_DONE
            if self._record_thread is not None and self._record_thread.has_failed:
                return FinishReason.RECORD_FAILED
            self._watch()
            if not self._missed_all(pace, parts):
                self._one_part(pace)
        return FinishReason.ASKED

    def _missed_all(self, pace: Pace, parts: int | None) -> bool:
        """Record the triggers that passed meanwhile; True when these were the last ones wanted."""
        for _ in range(pace.missed()):
            if self._tally.triggers == parts:
                return True
            self._miss(say("The station was still busy with the part before."))
        return self._tally.triggers == parts

    def _one_part(self, pace: Pace) -> None:
        if not self._eye.is_connected and not self._reconnect(pace):
            return
        try:
            if pace.is_ours:
                self._asked_part(pace)
            else:
                self._arriving_part()
        except CameraLost as lost:
            self._lose_camera(lost)

    def _asked_part(self, pace: Pace) -> None:
        """A trigger of our own: note it, ask the cameras, judge what comes."""
        if not pace.wait(self._stop):
            return
        self._eye.check_source()
        if unexpected := self._eye.flush():
            self._alarms.unexpected_frames(unexpected)
        ticket = self._accept()
        self._look_and_judge(ticket, lambda: self._eye.look(self._timeout_s()))

    def _look_and_judge(self, ticket: Ticket, look: Callable[[], Look]) -> None:
        """Judge what the cameras give for an accepted trigger; whatever breaks, it gets its one record."""
        try:
            frames, missing = look()
        except CameraTrouble as trouble:
            self._judge(ticket, {}, _all_views(self.plan.recipe, trouble.sentence))
            raise CameraLost(trouble.what, trouble.meaning, trouble.remedy) from trouble
        except Exception as bug:  # fail safe: an accepted trigger is owed its record whatever breaks in an adapter
            log.exception("the camera adapter failed")
            reason = say("The camera failed ({kind}).", kind=type(bug).__name__)
            self._judge(ticket, {}, _all_views(self.plan.recipe, reason))
            raise CameraLost(say("{camera}: {what}", camera=self._eye.name, what=reason)) from bug
        self._judge(ticket, frames, missing)

    def _arriving_part(self) -> None:
        """A trigger of the line: a frame arrives, or is known to be lost."""
        for _ in range(self._eye.resync()):
            self._miss(say("The cameras had to be brought back into step with each other."))
        arrival = self._eye.wait_for_first(0.2)
        for _ in range(self._eye.newly_dropped()):
            self._miss(say("A frame was lost between camera and station."))
        if arrival is None:
            return
        ticket = self._accept()
        self._look_and_judge(ticket, lambda: self._eye.complete(arrival, self._timeout_s()))

    def _accept(self) -> Ticket:
        ticket = self._recorder.accept(self._eye.name)
        self._tally.triggers += 1
        self._alarms.triggered()
        return ticket

    def _judge(self, ticket: Ticket, frames: Mapping[str, Frame], missing: Mapping[str, str]) -> None:
        in_memory_s = self._clock.monotonic_s()
        outcome = self._in_time(ticket, self._inspector.inspect(frames, missing))
        assert self._record_thread is not None
        self._record_thread.submit(ticket, outcome, in_memory_s)

    def _in_time(self, ticket: Ticket, outcome: Outcome) -> Outcome:
        deadline_ms = self.plan.recipe.takt_deadline_ms
        took_ms = (self._clock.monotonic_s() - ticket.monotonic_s) * 1000
        if deadline_ms is None or took_ms <= deadline_ms:
            return outcome
        overruled = say(
            "The verdict came {took} ms after the trigger, later than the {allowed} ms allowed.",
            took=round(took_ms),
            allowed=round(deadline_ms),
        )
        return replace(outcome, verdict=Verdict.NOT_INSPECTED, overruled=overruled)

    def _miss(self, reason: str) -> None:
        """A trigger that brought no frame at all: its record says so."""
        ticket = self._accept()
        self._judge(ticket, {}, _all_views(self.plan.recipe, reason))

    def _timeout_s(self) -> float:
        deadline_ms = self.plan.recipe.takt_deadline_ms
        return self.plan.frame_timeout_s if deadline_ms is None else min(self.plan.frame_timeout_s, deadline_ms / 1000)

    # -- trouble ------------------------------------------------------------------------------------------------

    def _lose_camera(self, lost: CameraLost) -> None:
        log.warning("camera lost: %s", lost)
        self._eye.disconnect()
        self._show(camera_lost(lost))

    def _reconnect(self, pace: Pace) -> bool:
        """One try; while the camera is away, each trigger of a fixed interval is recorded as not inspected."""
        try:
            self._eye.reconnect()
        except CameraTrouble as trouble:
            log.info("still no camera: %s", trouble)
            for _ in range(pace.missed_while_lost(self._stop)):
                self._miss(say("No frame from {camera}.", camera=self._eye.name))
            return False
        self._show(StateReport(state=StationState.INSPECTING))
        return True

    def _watch(self) -> None:
        self._alarms.look()
        sentence = self.plan.disk_is_low() if self._alarms.time_for_disk() else None
        if sentence is None or self.state is StationState.CAMERA_LOST:
            return
        if sentence and self.state is StationState.INSPECTING:
            self._alarms.disk_low(sentence)
            state, meaning, remedy = StationState.DISK_LOW, DISK_LOW_MEANING, DISK_LOW_REMEDY
            self._show(StateReport(state=state, what=sentence, meaning=meaning, remedy=remedy))
        elif not sentence and self.state is StationState.DISK_LOW:
            self._show(StateReport(state=StationState.INSPECTING))

    # -- telling ------------------------------------------------------------------------------------------------

    def _publish(self, inspected: Inspected) -> None:
        self._tally.add(inspected.record)
        self._alarms.recorded(inspected.record)
        self._listener.on_inspected(inspected)

    def _show(self, report: StateReport) -> None:
        self.state = report.state
        self._listener.on_state(report)


def camera_lost(trouble: CameraTrouble) -> StateReport:
    """The words for a camera that does not answer; the trouble names it."""
    return StateReport(
        state=StationState.CAMERA_LOST,
        what=say("Camera lost. Parts passing now are not inspected."),
        meaning=say("{what} Hold the parts that pass and check them by hand.", what=trouble.what),
        remedy=say("Check the cable and the camera's lamp. Loupe reconnects by itself."),
    )


def _all_views(recipe: Recipe, reason: str) -> dict[str, str]:
    return {view.name: reason for view in recipe.views}


def _stopped(trouble: Trouble, finish: FinishReason) -> StateReport:
    what = (
        say("The record could not be written. Inspection has stopped.")
        if finish is FinishReason.RECORD_FAILED
        else trouble.what
    )
    meaning = trouble.meaning or say("Parts passing now are not inspected.")
    if finish is FinishReason.RECORD_FAILED:
        meaning = say(
            "Parts without a record count as not inspected. All parts recorded before are safe. {what}",
            what=trouble.what,
        )
    return StateReport(state=StationState.STOPPED, what=what, meaning=meaning, remedy=trouble.remedy, finish=finish)
