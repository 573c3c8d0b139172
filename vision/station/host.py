"""A station in a thread of its own: choose, start, stop and close without ever blocking the caller.

One thread serves the orders one after the other, so a recipe is never half changed while a part is judged. What follows
from an order comes to the listener as events.
"""

import logging
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from vision.inspection import Trouble
from vision.station.events import FinishReason, StateReport, StationListener, StationState
from vision.station.station import Station
from vision.station.summary import RunSummary

log = logging.getLogger(__name__)
Choice = TypeVar("Choice")


@dataclass(frozen=True, kw_only=True)
class _Choose(Generic[Choice]):
    choice: Choice


class _Start:
    pass


class _Close:
    pass


class StationHost(Generic[Choice]):
    """Owns at most one station at a time.

    Args:
        make: builds the station for a choice, in the host's thread; may raise `Trouble`.
        listener: told in the host's and the record thread.
    """

    def __init__(self, make: Callable[[Choice], Station], listener: StationListener) -> None:
        self._make = make
        self._listener = listener
        self._orders: queue.Queue[_Choose[Choice] | _Start | _Close] = queue.Queue()
        self._station: Station | None = None
        self._choice: Choice | None = None
        self._wants_to_run = False
        self.last_summary: RunSummary | None = None
        self._thread = threading.Thread(target=self._serve, name="loupe-station", daemon=True)
        self._thread.start()

    @property
    def is_running(self) -> bool:
        """True from the order to start until the run has ended."""
        return self._wants_to_run

    def choose(self, choice: Choice) -> None:
        """Take another recipe, lot or camera; a run goes on with it after the part at hand."""
        resume = self._wants_to_run
        self._orders.put(_Choose(choice=choice))
        if resume:
            self._orders.put(_Start())
        self._interrupt()

    def start(self) -> None:
        """Begin to inspect; again after trouble."""
        if not self._wants_to_run:
            self._wants_to_run = True
            self._orders.put(_Start())

    def stop(self) -> None:
        """End after the part at hand."""
        self._wants_to_run = False
        self._interrupt()

    def close(self, timeout_s: float = 20.0) -> bool:
        """Stop, close the cameras and end the thread; False when it did not end in time."""
        self.stop()
        self._orders.put(_Close())
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _interrupt(self) -> None:
        station = self._station
        if station is not None:
            station.stop()

    def _serve(self) -> None:
        while not isinstance(order := self._orders.get(), _Close):
            try:
                self._obey(order)
            except Trouble as trouble:
                self._give_up(StateReport(state=StationState.STOPPED, **_sentences(trouble), finish=FinishReason.FAULT))
            except Exception as bug:  # fail safe: the thread must live on and the line must be told that it stands
                log.exception("the station failed")
                words = Trouble("The station failed.", "Parts passing now are not inspected.", "Start it again.")
                self._give_up(StateReport(state=StationState.STOPPED, **_sentences(words), finish=FinishReason.FAULT))
                del bug
        self._drop_station()

    def _obey(self, order: "_Choose[Choice] | _Start | _Close") -> None:
        if isinstance(order, _Choose):
            self._choice = order.choice
            self._drop_station()
            self._build()
        elif self._wants_to_run:
            self._run()

    def _run(self) -> None:
        if self._station is None:
            self._build()
        if self._station is None or not self._wants_to_run:
            return
        self.last_summary = self._station.run()
        if self._orders.empty():
            self._wants_to_run = False
        if self.last_summary.finish in (FinishReason.FAULT, FinishReason.RECORD_FAILED):
            self._drop_station()

    def _build(self) -> None:
        if self._choice is None:
            return
        self._listener.on_state(StateReport(state=StationState.STARTING))
        station = self._make(self._choice)
        station.prepare()
        self._station = station

    def _give_up(self, report: StateReport) -> None:
        self._wants_to_run = False
        self._drop_station()
        self._listener.on_state(report)

    def _drop_station(self) -> None:
        if self._station is not None:
            self._station.close()
            self._station = None


def _sentences(trouble: Trouble) -> dict[str, str]:
    return {"what": trouble.what, "meaning": trouble.meaning, "remedy": trouble.remedy}
