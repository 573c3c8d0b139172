"""A station in a thread of its own: choose, start, stop and close without ever blocking the caller.

What the caller last asked for is kept as a wish, and one thread makes it true, one thing after the other: a recipe is
never half changed while a part is judged, and an order that came while models were loading is not lost. What follows
from an order comes to the listener as events.

Refused: a queue of orders. A stop or another recipe that arrived between two orders could then miss the run that was
about to begin, and the line went on with the wrong recipe.
"""

import logging
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from vision.cameras import CameraLost, CameraNotFound
from vision.inspection import Trouble
from vision.station.events import Alarm, FinishReason, Inspected, StateReport, StationListener, StationState
from vision.station.station import Station, camera_lost
from vision.station.summary import RunSummary
from vision.station.triggers import RETRY_S

log = logging.getLogger(__name__)
Choice = TypeVar("Choice")
Make = Callable[[Choice, StationListener], Station]


class StationHost(Generic[Choice]):
    """Owns at most one station at a time.

    Args:
        make: builds the station for a choice and a listener, in the host's thread; may raise `Trouble`.
        listener: told in the host's and the record thread.
    """

    def __init__(self, make: Make[Choice], listener: StationListener) -> None:
        self._make = make
        self._listener = listener
        self._wish = threading.Condition()
        self._choice: Choice | None = None
        self._is_new = False
        self._wants_to_run = False
        self._closing = False
        self._starts = 0
        self._obeyed_starts = 0
        self._station: Station | None = None
        self.last_summary: RunSummary | None = None
        self.on_inspected: Callable[[Inspected], None] = listener.on_inspected
        self.on_alarm: Callable[[Alarm], None] = listener.on_alarm
        self._thread = threading.Thread(target=self._serve, name="loupe-station", daemon=True)
        self._thread.start()

    @property
    def is_running(self) -> bool:
        """True from the order to start until the run has ended or the order to stop."""
        return self._wants_to_run

    def choose(self, choice: Choice) -> None:
        """Take another recipe, lot or camera; a run goes on with it after the part at hand."""
        with self._wish:
            self._choice, self._is_new = choice, True
            self._change()

    def start(self) -> None:
        """Begin to inspect; again after trouble."""
        with self._wish:
            if not self._wants_to_run:
                self._wants_to_run = True
                self._starts += 1
                self._change()

    def stop(self) -> None:
        """End after the part at hand."""
        with self._wish:
            self._wants_to_run = False
            self._change()

    def close(self, timeout_s: float = 20.0) -> bool:
        """Stop, close the cameras and end the thread; False when it did not end in time."""
        with self._wish:
            self._closing, self._wants_to_run = True, False
            self._change()
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    # -- what the station says, in its threads ------------------------------------------------------------------

    def on_state(self, report: StateReport) -> None:
        """Pass on; a wish that came while the run was about to begin is told to the station now."""
        with self._wish:
            if report.state is StationState.STOPPED and self._starts == self._obeyed_starts and not self._is_new:
                self._wants_to_run = False
            self._interrupt()
        self._listener.on_state(report)

    # -- inside; the first two with the lock held ---------------------------------------------------------------

    def _change(self) -> None:
        self._interrupt()
        self._wish.notify_all()

    def _interrupt(self) -> None:
        station = self._station
        if station is not None and (self._is_new or self._closing or not self._wants_to_run):
            station.stop()

    def _serve(self) -> None:
        while self._wait_for_work():
            try:
                self._obey()
            except Trouble as trouble:
                self._give_up(trouble)
            except Exception:  # fail safe: the thread must live on and the line must be told that it stands
                log.exception("the station failed")
                words = Trouble("The station failed.", "Parts passing now are not inspected.", "Start it again.")
                self._give_up(words)
        self._drop_station()

    def _wait_for_work(self) -> bool:
        with self._wish:
            self._wish.wait_for(lambda: self._closing or self._is_new or self._wants_to_run)
            return not self._closing

    def _obey(self) -> None:
        with self._wish:
            choice, is_new, self._is_new = self._choice, self._is_new, False
            self._obeyed_starts = self._starts
        if is_new:
            self._drop_station()
        if choice is None:
            raise Trouble("No recipe is chosen.", "Nothing is inspected.", "Choose a recipe and a lot first.")
        if self._station is None:
            self._build(choice)
        if self._station is not None and self._wants_to_run and not self._is_new:
            self._run()

    def _build(self, choice: Choice) -> None:
        self._listener.on_state(StateReport(state=StationState.STARTING))
        self._station = self._make(choice, self)
        while not self._prepared(self._station):
            if not self._wait_for_camera():
                self._drop_station()
                return

    def _prepared(self, station: Station) -> bool:
        """Open and test; False for a camera that does not answer while a run is wanted: it may only be slower to boot."""
        try:
            station.prepare()
        except (CameraNotFound, CameraLost) as trouble:
            if not self._wants_to_run:
                raise
            self.on_state(camera_lost(trouble))
            return False
        return True

    def _wait_for_camera(self) -> bool:
        """Pause before the next try; False when somebody wants something else meanwhile."""
        with self._wish:
            given_up = self._wish.wait_for(
                lambda: self._closing or self._is_new or not self._wants_to_run, timeout=RETRY_S
            )
        if given_up and not (self._closing or self._is_new):
            self.on_state(StateReport(state=StationState.STOPPED, finish=FinishReason.ASKED))
        return not given_up

    def _run(self) -> None:
        assert self._station is not None
        self.last_summary = self._station.run()
        if self.last_summary.finish in (FinishReason.FAULT, FinishReason.RECORD_FAILED):
            self._drop_station()

    def _give_up(self, trouble: Trouble) -> None:
        self._drop_station()
        report = StateReport(
            state=StationState.STOPPED,
            what=trouble.what,
            meaning=trouble.meaning,
            remedy=trouble.remedy,
            finish=FinishReason.FAULT,
        )
        self.on_state(report)

    def _drop_station(self) -> None:
        station, self._station = self._station, None
        try:
            if station is not None:
                station.close()
        except Exception:  # fail safe: a camera that cannot be closed must not end the thread that others wait for
            log.exception("the cameras could not be closed")
