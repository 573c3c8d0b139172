"""Work in a thread of its own, answers in the window's: the shape that presenters ask for."""

from collections.abc import Callable
from typing import Any

from app.workers import Worker


def in_background(
    work: Callable[[], Any], returned: Callable[[Any], None], errored: Callable[[Exception], None]
) -> None:
    """Start `work`; exactly one of `returned` and `errored` follows, unless the application closes first."""
    worker = Worker(lambda _worker: work())
    worker.returned.connect(returned)
    worker.errored.connect(errored)
    worker.start()
