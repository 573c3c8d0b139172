"""The threads that share one inspection.

Whoever is one of the crew works alone: it asks no other for help, so that none waits for another, and no more threads
run than there are cores. One of them sees to a picture's coarse look while all share the fine one: what the threads of
a network would wait for each other is filled so. On two cores that took 2 ms of 14 off a verdict.
"""

import functools
import os
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from vision.detectors.threads import usable_threads

T = TypeVar("T")
P = TypeVar("P")
_this_thread = threading.local()


def is_member() -> bool:
    """Whether the calling thread is one of the crew."""
    return getattr(_this_thread, "is_member", False)


def begin(work: Callable[[], T]) -> "Future[T]":
    """Have one of the crew do this; one of the crew does it at once."""
    if not is_member():
        return _crew().submit(work)
    done: Future[T] = Future()
    try:
        done.set_result(work())
    except Exception as error:  # noqa: BLE001  # told where the result is asked for, as with any other future
        done.set_exception(error)
    return done


def share(work: Callable[[P], object], pieces: Iterable[P]) -> None:
    """Do this with every piece, all of the crew together; one of the crew does it alone. Raises what `work` raises."""
    for _ in map(work, pieces) if is_member() else _crew().map(work, pieces):
        pass


@functools.cache
def _crew() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(usable_threads(), thread_name_prefix="patch-memory", initializer=_join)


def _join() -> None:
    _this_thread.is_member = True


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_crew.cache_clear)  # threads do not come along; waiting for them would never end
