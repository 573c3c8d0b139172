"""A run that SIGINT and SIGTERM end after the part at hand, from the moment the command begins to get ready."""

import signal
import threading
from types import TracebackType
from typing import Self

from vision.station import Inspected, RunSummary, StateReport, Station, StationListener

SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Stopper:
    """Runs a station, and listens on its behalf; a context manager that holds the signals while it is entered.

    A signal that comes while models load or cameras open is remembered: `Station.run` forgets what was asked before
    it, so the wish is repeated when the station says that it inspects.
    """

    def __init__(self, listener: StationListener) -> None:
        self._listener = listener
        self._station: Station | None = None
        self._is_asked = False
        self.on_alarm = listener.on_alarm

    def __enter__(self) -> Self:
        is_main = threading.current_thread() is threading.main_thread()
        self._before = {name: signal.signal(name, lambda *_: self.stop()) for name in SIGNALS if is_main}
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for name, handler in self._before.items():
            signal.signal(name, handler)

    def stop(self) -> None:
        """End the run after the part at hand, also one that has not begun."""
        self._is_asked = True
        if self._station is not None:
            self._station.stop()

    def run(self, station: Station, parts: int | None) -> RunSummary:
        """Prepare, run and close. Raises `Trouble` when the station cannot be prepared."""
        self._station = station
        station.prepare()
        try:
            return station.run(parts)
        finally:
            station.close()

    def on_inspected(self, inspected: Inspected) -> None:
        """Pass on; a reader that went away (`loupe run | head`) ends the run."""
        try:
            self._listener.on_inspected(inspected)
        except BrokenPipeError:
            self.stop()

    def on_state(self, report: StateReport) -> None:
        """Repeat the wish to stop, then pass on."""
        if self._is_asked and self._station is not None:
            self._station.stop()
        self._listener.on_state(report)
