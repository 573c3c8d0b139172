"""`Worker` in the shape the screens ask for: some work, what to do with the answer, what to do with trouble."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from app.workers.worker import Worker

Answer = TypeVar("Answer")


class Background(Protocol):
    """Runs work off the window's thread; `done` and `failed` come back on the window's thread, in order of asking."""

    def run(
        self,
        work: Callable[[], Answer],
        done: Callable[[Answer], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Queue `work`; exactly one of `done` and `failed` is called, unless the application closes first."""


class WorkerBackground(QObject):
    """Each piece of work gets a thread of its own; answers and posted calls come in the thread that made this."""

    _posted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._posted.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def run(
        self, work: Callable[[], Answer], done: Callable[[Answer], None], failed: Callable[[Exception], None]
    ) -> None:
        """Start `work`; exactly one of `done` and `failed` follows, unless the application closes first."""
        worker = Worker(lambda _worker: work())
        worker.returned.connect(done)
        worker.errored.connect(failed)
        worker.start()

    def post(self, call: Callable[[], None]) -> None:
        """From any thread: call this in the thread of this object."""
        self._posted.emit(call)

    def _call(self, call: Callable[[], None]) -> None:
        call()
