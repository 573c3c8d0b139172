"""Counting a lot as its records come: verdicts, latency, parts per minute. No Qt."""

from collections import deque

import numpy as np

from app.live.station_control import LotCounts
from vision.inspection import InspectionRecord, Verdict

_LATENCIES = 2000
_WINDOW_S = 60.0


class LotTally:
    """Every record counts once: those in the store when counting began are not counted again, another lot's never."""

    def __init__(self, lot: str | None, so_far: LotCounts) -> None:
        self.lot = lot
        self.counts = {verdict: so_far.counts.get(verdict, 0) for verdict in Verdict}
        self._counted_to = so_far.up_to_sequence
        self._latencies_ms: deque[float] = deque(maxlen=_LATENCIES)
        self._times_s: deque[float] = deque()

    def add(self, record: InspectionRecord) -> None:
        """Count one record; of one that was counted before only the times are new."""
        if record.part.lot != self.lot:
            return
        if record.sequence > self._counted_to:
            self._counted_to = record.sequence
            self.counts[record.verdict] += 1
        if record.latency_ms is not None:
            self._latencies_ms.append(record.latency_ms)
        self._times_s.append(record.monotonic_s)

    def latency_ms(self, percent: float) -> float | None:
        """A percentile of the last latencies; None before the first."""
        return float(np.percentile(self._latencies_ms, percent)) if self._latencies_ms else None

    def parts_per_minute(self, now_s: float) -> float | None:
        """Parts of the last minute, extrapolated while less than a minute has passed; None before the second part."""
        while self._times_s and self._times_s[0] < now_s - _WINDOW_S:
            self._times_s.popleft()
        if len(self._times_s) < 2:
            return 0.0 if self._latencies_ms else None
        span_s = min(_WINDOW_S, max(1e-3, now_s - self._times_s[0]))
        return (len(self._times_s) - 1) * 60.0 / span_s
