"""Time as an argument: the system's clock and a twin that only moves when it is told to.

Durations always come from `monotonic_s`; the wall clock can jump and only labels records.
"""

import threading
import time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """What the station and the virtual line need from time."""

    def monotonic_s(self) -> float:
        """Seconds from an arbitrary origin; never goes back."""

    def wall(self) -> datetime:
        """The time of day, timezone-aware, UTC."""

    def wait(self, event: threading.Event, timeout_s: float) -> bool:
        """Wait until `event` is set or `timeout_s` has passed; True when it is set."""


class SystemClock:
    """The computer's own clocks."""

    def monotonic_s(self) -> float:
        return time.monotonic()

    def wall(self) -> datetime:
        return datetime.now(UTC)

    def wait(self, event: threading.Event, timeout_s: float) -> bool:
        return event.wait(max(0.0, timeout_s))


class ManualClock:
    """A clock for tests and for simulated shifts: waiting moves it at once instead of taking time."""

    def __init__(self, start: datetime = datetime(2026, 1, 1, tzinfo=UTC)) -> None:
        self._start = start
        self._elapsed_s = 0.0
        self._lock = threading.Lock()

    def monotonic_s(self) -> float:
        return self._elapsed_s

    def wall(self) -> datetime:
        return self._start + timedelta(seconds=self._elapsed_s)

    def wait(self, event: threading.Event, timeout_s: float) -> bool:
        if event.is_set():
            return True
        self.advance(max(0.0, timeout_s))
        return event.is_set()

    def advance(self, seconds: float) -> None:
        """Move both clocks forward by `seconds` (not negative)."""
        if seconds < 0:
            raise ValueError("a monotonic clock does not go back")
        with self._lock:
            self._elapsed_s += seconds
