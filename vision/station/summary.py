"""Counting one run: verdicts and latencies."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from vision.inspection import InspectionRecord, Verdict
from vision.station.events import FinishReason


@dataclass(frozen=True, kw_only=True)
class RunSummary:
    """What a run came to. `triggers` and `records` are equal unless the run ended in trouble."""

    triggers: int
    records: int
    ok: int
    ng: int
    review: int
    not_inspected: int
    latency_ms_p50: float | None
    latency_ms_p99: float | None
    finish: FinishReason = FinishReason.ASKED


class Tally:
    """Counts as records come; memory stays bounded however long the run is."""

    KEEP = 20_000

    def __init__(self) -> None:
        self.triggers = 0
        self._verdicts = dict.fromkeys(Verdict, 0)
        self._latencies_ms: list[float] = []

    def add(self, record: InspectionRecord) -> None:
        """Count one durable record."""
        self._verdicts[record.verdict] += 1
        if record.latency_ms is not None:
            self._latencies_ms.append(record.latency_ms)
            del self._latencies_ms[: -self.KEEP]

    def summary(self, finish: FinishReason = FinishReason.ASKED) -> RunSummary:
        """The figures so far."""
        return RunSummary(
            triggers=self.triggers,
            records=sum(self._verdicts.values()),
            ok=self._verdicts[Verdict.OK],
            ng=self._verdicts[Verdict.NG],
            review=self._verdicts[Verdict.REVIEW],
            not_inspected=self._verdicts[Verdict.NOT_INSPECTED],
            latency_ms_p50=percentile(self._latencies_ms, 50),
            latency_ms_p99=percentile(self._latencies_ms, 99),
            finish=finish,
        )


def percentile(values: Sequence[float], q: float) -> float | None:
    """The q-th percentile, rounded to a microsecond; None of nothing."""
    return round(float(np.percentile(values, q)), 3) if values else None
