"""The station's events as Qt signals.

The station calls from its own threads and must never wait for a window. Every record is handed over exactly once, in
order; the window hears at most once per `INTERVAL_MS` (first now, last later), with all records since and the newest
few frames to draw. So counters are exact at any line speed and drawing stays at screen rate.
"""

import threading
from collections import deque
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from vision.inspection import InspectionRecord
from vision.station.events import Alarm, Inspected, StateReport

INTERVAL_MS = 40
_KEPT_TO_DRAW = 12


@dataclass(frozen=True, eq=False, kw_only=True)
class Burst:
    """What happened since the last burst, oldest first; both never empty."""

    records: tuple[InspectionRecord, ...]
    """Every record."""
    recent: tuple[Inspected, ...]
    """The newest few, with their frames."""

    @property
    def latest(self) -> Inspected:
        """The newest part."""
        return self.recent[-1]


class StationBridge(QObject):
    """A `StationListener`; its signals are emitted in the window's thread."""

    state_changed = Signal(StateReport)
    inspected = Signal(Burst)
    alarmed = Signal(Alarm)

    _news = Signal(str, object)
    _poke = Signal()

    def __init__(self, interval_ms: int = INTERVAL_MS) -> None:
        super().__init__()
        self._lock = threading.Lock()
        self._records: list[InspectionRecord] = []
        self._recent: deque[Inspected] = deque(maxlen=_KEPT_TO_DRAW)
        self._poked = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(interval_ms)
        self._timer.timeout.connect(self._deliver)
        self._poke.connect(self._on_poke, Qt.ConnectionType.QueuedConnection)
        self._news.connect(self._on_news, Qt.ConnectionType.QueuedConnection)

    # called from the station's threads

    def on_state(self, report: StateReport) -> None:
        """A state of the station."""
        self._news.emit("state_changed", report)

    def on_alarm(self, alarm: Alarm) -> None:
        """An alarm of the station."""
        self._news.emit("alarmed", alarm)

    def on_inspected(self, inspected: Inspected) -> None:
        """A part whose record is durable."""
        with self._lock:
            self._records.append(inspected.record)
            self._recent.append(inspected)
            poke, self._poked = not self._poked, True
        if poke:
            self._poke.emit()

    # in the window's thread

    def _on_news(self, signal: str, value: object) -> None:
        if signal == "state_changed":
            self._deliver()  # a part that was judged before the state changed is shown before it, too
        getattr(self, signal).emit(value)

    def _on_poke(self) -> None:
        if not self._timer.isActive():
            self._deliver()

    def _deliver(self) -> None:
        with self._lock:
            records, self._records = tuple(self._records), []
            recent = tuple(self._recent)
            self._recent.clear()
            self._poked = bool(records)  # until the timer has passed, news wait for it
        if records:
            self._timer.start()
            self.inspected.emit(Burst(records=records, recent=recent))
