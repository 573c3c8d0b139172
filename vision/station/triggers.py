"""The pace of a run: who asks for the next part, and when."""

import threading
from typing import Protocol

from vision.inspection import Clock
from vision.recipe import TriggerMode

RETRY_S = 1.0
"""Pause between two tries to reach a lost camera."""


class Pace(Protocol):
    """When the next trigger is due."""

    is_ours: bool
    """True when the station triggers the camera, False when frames arrive by themselves."""

    def wait(self, stop: threading.Event) -> bool:
        """Wait until the next trigger is due; False when stopped meanwhile."""

    def missed(self) -> int:
        """Triggers that fell due while the station was busy; each is owed a record."""

    def missed_while_lost(self, stop: threading.Event) -> int:
        """Wait a moment for a lost camera; the triggers that fell due meanwhile."""


class BackToBack:
    """The next part as soon as the last one is judged (software trigger)."""

    is_ours = True

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def wait(self, stop: threading.Event) -> bool:
        return not stop.is_set()

    def missed(self) -> int:
        return 0

    def missed_while_lost(self, stop: threading.Event) -> int:
        self._clock.wait(stop, RETRY_S)
        return 0


class Arrivals(BackToBack):
    """Frames come when the line or the camera wants (hardware line, free run)."""

    is_ours = False


class Interval:
    """A part every `interval_s`, whether or not the station keeps up."""

    is_ours = True

    def __init__(self, interval_s: float, clock: Clock) -> None:
        self._interval_s = interval_s
        self._clock = clock
        self._due_s = clock.monotonic_s()

    def wait(self, stop: threading.Event) -> bool:
        if self._clock.wait(stop, self._due_s - self._clock.monotonic_s()):
            return False
        self._due_s += self._interval_s
        return True

    def missed(self) -> int:
        """Whole intervals behind: the trigger due now can still be served, those before it cannot."""
        count = max(0, int((self._clock.monotonic_s() - self._due_s) / self._interval_s))
        self._due_s += count * self._interval_s
        return count

    def missed_while_lost(self, stop: threading.Event) -> int:
        self._clock.wait(stop, RETRY_S)
        late_s = self._clock.monotonic_s() - self._due_s
        count = 0 if late_s < 0 else 1 + int(late_s / self._interval_s)
        self._due_s += count * self._interval_s
        return count


def make_pace(mode: TriggerMode, interval_ms: float | None, clock: Clock) -> Pace:
    """The pace for a trigger mode."""
    if mode is TriggerMode.INTERVAL:
        if interval_ms is None:
            raise ValueError("interval triggering needs interval_ms")
        return Interval(interval_ms / 1000, clock)
    return BackToBack(clock) if mode is TriggerMode.SOFTWARE else Arrivals(clock)
