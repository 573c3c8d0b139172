"""A line that is killed: forks a station for every line on standard input and tells what the station acknowledged.

Importing takes far longer than an inspection, so one process imports and its children are killed. Input: the name of a
point at which the child kills itself, or `random` to be killed from outside. Output, one line each, flushed at once:
`pid N`, `begun ID`, `ack ID VERDICT`, `gone`.
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.vision.storage.parts import Line, frame
from vision.inspection import ManualClock, Verdict, ViewRecord
from vision.storage import Home, Store, store

LONGEST_RUN = 2000
AFTER_PARTS = 3
"""A named point is reached this many times before it kills."""


def tell(*words: object) -> None:
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def run_line(home: Path, point: str) -> None:
    opened = Store(Home(home))
    opened.recover()
    line = Line(opened, ManualClock())
    deadly = POINTS[point]()
    for number in range(LONGEST_RUN):
        intent = line.intent()
        sequence = opened.begin(intent)
        tell("begun", intent.inspection_id)
        deadly("begun")
        stored = opened.save_frame(intent.inspection_id, sequence, "top", frame(number, size=200), "L7")
        deadly("saved")
        seen = ViewRecord(view="top", verdict=Verdict.OK, image=stored.path, image_hash=stored.sha256)
        record = opened.complete(line.record(intent, sequence, views=(seen,)))
        deadly("completed")
        tell("ack", intent.inspection_id, record.verdict)


class Deadly:
    """Kills this process when `place` comes for the `AFTER_PARTS`-th time."""

    def __init__(self, place: str = "") -> None:
        self.place = place
        self.count = 0

    def __call__(self, place: str) -> None:
        self.count += place == self.place
        if self.count >= AFTER_PARTS and place == self.place:
            os.kill(os.getpid(), signal.SIGKILL)


def around(owner: Any, name: str, *, before: bool) -> Deadly:
    """A point inside the storage: just before or just after one of the calls it makes."""
    true_call: Callable[..., Any] = getattr(owner, name)
    deadly = Deadly(name)

    def call(*arguments: Any, **named: Any) -> Any:
        if before:
            deadly(name)
        value = true_call(*arguments, **named)
        if not before:
            deadly(name)
        return value

    setattr(owner, name, call)
    return deadly


POINTS: dict[str, Callable[[], Deadly]] = {
    "random": Deadly,
    "begun": lambda: Deadly("begun"),
    "before the rename": lambda: around(os, "replace", before=True),
    "after the rename": lambda: around(os, "replace", before=False),
    "saved": lambda: Deadly("saved"),
    "before the commit": lambda: around(store, "insert_record", before=False),
    "completed": lambda: Deadly("completed"),
}


def main() -> None:
    home = Path(sys.argv[1])
    for point in sys.stdin:
        child = os.fork()
        if child == 0:
            run_line(home, point.strip())
            os._exit(0)
        tell("pid", child)
        os.waitpid(child, 0)
        tell("gone")


if __name__ == "__main__":
    main()
