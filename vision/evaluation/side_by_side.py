"""Times of several ways to do the same, taken in turn: whatever slows the machine meanwhile slows all of them."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Judge = Callable[[Pixels], object]
_WARM_UP = 3
_REST_S = 0.25
"""As long as torch's threads stay awake after a run, and use the processor meanwhile."""


@dataclass(frozen=True, kw_only=True)
class Timing:
    """What one of them took."""

    name: str
    min_ms: float
    median_ms: float
    p99_ms: float
    cpu_s: float
    """Of the whole process, per picture: all threads together."""

    def as_json(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "min_ms": round(self.min_ms, 3),
            "median_ms": round(self.median_ms, 3),
            "p99_ms": round(self.p99_ms, 3),
            "cpu_s": round(self.cpu_s, 5),
        }


def side_by_side(
    judges: Mapping[str, Judge], pictures: Sequence[Pixels], repeats: int, told: Callable[[int], None]
) -> list[Timing]:
    """Every judge sees every picture in turn (A B C, A B C, ...), `repeats` pictures in all; the second look is timed.

    Args:
        told: called with the number of rounds done.
    """
    for judge in judges.values():
        for _ in range(_WARM_UP):
            judge(pictures[0])
    wall: dict[str, list[float]] = {name: [] for name in judges}
    cpu: dict[str, list[float]] = {name: [] for name in judges}
    for number in range(repeats):
        for name, judge in judges.items():
            time.sleep(_REST_S)
            judge(pictures[number % len(pictures)])  # brings its own data back into the caches
            started_s, used_s = time.perf_counter(), time.process_time()
            judge(pictures[number % len(pictures)])
            wall[name].append(time.perf_counter() - started_s)
            cpu[name].append(time.process_time() - used_s)
        told(number + 1)
    return [_timing(name, wall[name], cpu[name]) for name in judges]


def _timing(name: str, wall_s: Sequence[float], cpu_s: Sequence[float]) -> Timing:
    wall_ms = np.array(wall_s) * 1000
    return Timing(
        name=name,
        min_ms=float(wall_ms.min()),
        median_ms=float(np.median(wall_ms)),
        p99_ms=float(np.quantile(wall_ms, 0.99)),
        cpu_s=float(np.mean(cpu_s)),
    )
