"""The way from the rendered sensor to the station: what is under way, what waits, and what was lost."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace

from vision.cameras.camera import GrabStrategy, StreamStatistics
from vision.synth.faults import Damage, Shot

BUFFERED_FRAMES = 16
"""Frames kept for a station that is busy; the next ones are dropped and counted."""
SAME_MOMENT_S = 1e-9
"""Times closer than this are one moment: sums of floats do not meet exactly."""


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """A frame at the station's door, not yet rendered."""

    frame_id: int
    due_s: float
    shot: Shot


class VirtualStream:
    """Frames between sensor and station since `start`. `frame_ids` outlives it, so that no id is given twice."""

    def __init__(self, strategy: GrabStrategy, frame_ids: Iterator[int]) -> None:
        self._strategy = strategy
        self._frame_ids = frame_ids
        self._coming: list[tuple[float, Shot]] = []
        self._ready: deque[Arrival] = deque()
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
            due_s, shot = self._coming.pop(0)
            self._arrive(Arrival(frame_id=next(self._frame_ids), due_s=due_s, shot=shot))

    def _arrive(self, arrival: Arrival) -> None:
        if self._strategy is GrabStrategy.LATEST_ONLY:
            self.counts = replace(self.counts, skipped=self.counts.skipped + len(self._ready))
            self._ready.clear()
        if len(self._ready) >= BUFFERED_FRAMES:
            self.counts = replace(self.counts, dropped=self.counts.dropped + 1)
        else:
            self._ready.append(arrival)

    def take(self) -> Arrival | None:
        """The next frame that has arrived, counted as delivered or failed."""
        if not self._ready:
            return None
        arrival = self._ready.popleft()
        if arrival.shot.damage is Damage.NONE:
            self.counts = replace(self.counts, delivered=self.counts.delivered + 1)
        else:
            self.counts = replace(self.counts, failed=self.counts.failed + 1)
        return arrival
