"""How many threads a model may use: chosen once, since the order of sums can depend on it."""

import functools
import os

import psutil


@functools.cache
def usable_threads() -> int:
    """The physical cores this process may use, or what `OMP_NUM_THREADS` says; at least 1."""
    asked = os.environ.get("OMP_NUM_THREADS", "")
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    cores = min(allowed, psutil.cpu_count(logical=False) or allowed)
    return max(1, int(asked) if asked.isdecimal() else cores)
