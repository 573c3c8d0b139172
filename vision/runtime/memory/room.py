"""Whether learning fits into the computer's memory, told before the work and not by the operating system in its midst."""

import psutil

from vision.detectors.family import ModelTrouble
from vision.inspection import say
from vision.runtime.memory.coder import FEATURES
from vision.runtime.memory.settings import MemorySettings
from vision.runtime.memory.sight import planned

_AT_ONCE = 3
"""Copies of the pool at the peak: gathered, joined, and the part that is measured."""
_FLOATS = 4
_OTHERS = 300 * 2**20
"""Bytes for the network and the distances of a few hundred patches to a memory."""


def check_room(settings: MemorySettings, n_frames: int, kept_bytes: int, choose_from: int) -> None:
    """Raises `ModelTrouble` when learning needs more memory than is free now.

    Args:
        kept_bytes: codes kept from choosing to scoring, at most.
        choose_from: patches of the pool that are looked at as floats.
    """
    pool = max(settings.pool_size, n_frames) * FEATURES * len(planned(settings)) * _AT_ONCE
    chosen = (min(choose_from, settings.pool_size) + settings.memory_size) * FEATURES * _FLOATS * 2
    needed, free = pool + chosen + kept_bytes + _OTHERS, int(psutil.virtual_memory().available)
    if needed > free:
        raise ModelTrouble(
            say(
                "Learning these images needs {needed} MB of memory, and {free} MB are free.",
                needed=needed // 2**20,
                free=free // 2**20,
            ),
            "Nothing is taught.",
            "Close other programs, or teach on a computer with more memory.",
        )
