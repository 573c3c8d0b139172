"""How the installer speaks: to standard error, in plain sentences, one line per step."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


class Stop(Exception):
    """Something is missing or in the way; the text says what, and what to do about it."""


def say(text: str) -> None:
    """One line to standard error; standard output belongs to the program that is started afterwards."""
    print(text, file=sys.stderr, flush=True)


class Steps:
    """Numbers the steps of one installation and tells how long each took."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._current = 0

    @contextmanager
    def step(self, text: str) -> Iterator[None]:
        """Announce a step; when its block ends well, say the seconds."""
        self._current += 1
        say(f"[{self._current}/{self._total}] {text}")
        started = time.monotonic()
        yield
        say(f"      done in {time.monotonic() - started:.0f} s")
