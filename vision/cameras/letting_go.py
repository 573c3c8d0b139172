"""Vendors' objects must not live on in the traceback of a trouble that somebody keeps.

A traceback holds the local variables of every function that failed. A camera object kept so is never destroyed: its
buffers stay reserved, and pylon, which arms its time-outs anew with the first camera of a process only, may wait for
ever on the next one.
"""

import sys
import traceback
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")


def lets_go(work: Callable[Arguments, Answer]) -> Callable[Arguments, Answer]:
    """Decorator: whatever `work` raises is raised, holding lines and text but no local variables."""

    @wraps(work)
    def letting_go(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Answer:
        handled_before = sys.exception()
        try:
            return work(*args, **kwargs)
        except Exception as error:  # also a bug's traceback would hold the camera
            _forget(error, handled_before)
            raise

    return letting_go


def _forget(error: BaseException | None, outer: BaseException | None) -> None:
    """Empty the frames of the error and of those it came from, up to the one that the caller handles."""
    while error is not None and error is not outer:
        traceback.clear_frames(error.__traceback__)
        error = error.__context__
