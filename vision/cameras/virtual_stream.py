"""The way from the rendered sensor to the station: what is under way, what waits, and what was lost."""

from collections import deque
from dataclasses import replace

from vision.cameras.camera import GrabStrategy, StreamStatistics
from vision.synth.faults import Damage, Shot

BUFFERED_FRAMES = 16
"""Frames kept for a station that is busy; the next ones are dropped and counted."""
SAME_MOMENT_S = 1e-9
"""Times closer than this are one moment: sums of floats do not meet exactly."""


class VirtualStream:
    """Frames between sensor and station since `start`."""

    def __init__(self, strategy: GrabStrategy) -> None:
        self._strategy = strategy
        self._coming: list[tuple[float, Shot]] = []
        self._ready: deque[tuple[float, Shot]] = deque()
        self.counts = StreamStatistics()

    def add(self, due_s: float, shot: Shot) -> None:
        """A frame is under way and arrives at `due_s`, monotonic seconds."""
        self._coming.append((due_s, shot))
        self._coming.sort(key=lambda item: item[0])

    def next_due_s(self) -> float:
        """When the next frame arrives; infinity when none is under way."""
        return self._coming[0][0] if self._coming else float("inf")

    def settle(self, now_s: float) -> None:
        """What is due by now has arrived; apply the strategy to it."""
        while self._coming and self._coming[0][0] <= now_s + SAME_MOMENT_S:
            self._arrive(self._coming.pop(0))

    def _arrive(self, item: tuple[float, Shot]) -> None:
        if self._strategy is GrabStrategy.LATEST_ONLY:
            self.counts = replace(self.counts, skipped=self.counts.skipped + len(self._ready))
            self._ready.clear()
        if len(self._ready) >= BUFFERED_FRAMES:
            self.counts = replace(self.counts, dropped=self.counts.dropped + 1)
        else:
            self._ready.append(item)

    def take(self) -> tuple[float, Shot] | None:
        """The next frame that has arrived, counted as delivered or failed."""
        if not self._ready:
            return None
        due_s, shot = self._ready.popleft()
        if shot.damage is Damage.NONE:
            self.counts = replace(self.counts, delivered=self.counts.delivered + 1)
        else:
            self.counts = replace(self.counts, failed=self.counts.failed + 1)
        return due_s, shot
