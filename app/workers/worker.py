"""Work off the window's thread: one class, four signals, late answers dropped, all awaited at exit.

The public signals are always emitted in the thread of the worker object (the window's), because the thread hands its
news over through one queued signal: a plain function or a lambda may be connected without thinking about threads.
"""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QDeadlineTimer, QObject, Qt, QThread, Signal

Work = Callable[["Worker"], Any]

_alive: set["Worker"] = set()


class _Thread(QThread):
    news = Signal(str, object)

    def __init__(self, worker: "Worker", work: Work) -> None:
        super().__init__()
        self._worker, self._work = worker, work

    def run(self) -> None:
        try:
            answer = self._work(self._worker)
        except Exception as error:  # noqa: BLE001 (everything comes home and is told there)
            self.news.emit("errored", error)
        else:
            self.news.emit("returned", answer)


class Worker(QObject):
    """Runs `work(worker)` once in a thread. `work` may call `worker.report(value)` and look at `worker.is_cancelled`.

    Order of signals: `started`, any number of `reported`, `returned` or `errored`, `finished`.
    """

    started = Signal()
    reported = Signal(object)
    returned = Signal(object)
    errored = Signal(object)
    """The exception: a `Trouble` to be told, or a bug."""
    finished = Signal()

    def __init__(self, work: Work, *, on_cancel: Callable[[], None] | None = None) -> None:
        """`on_cancel` is called by `cancel`, for work that is ended by a call and not by looking at `is_cancelled`."""
        super().__init__()
        self._cancelled = threading.Event()
        self._on_cancel = on_cancel
        self._thread = _Thread(self, work)
        self._thread.news.connect(self._on_news, Qt.ConnectionType.QueuedConnection)
        self._thread.finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    def start(self) -> "Worker":
        """Begin; returns itself."""
        _alive.add(self)
        self.started.emit()
        self._thread.start()
        return self

    def cancel(self) -> None:
        """Ask the work to end; it looks at `is_cancelled` when it can."""
        self._cancelled.set()
        if self._on_cancel is not None:
            self._on_cancel()

    @property
    def cancelled(self) -> threading.Event:
        """Set when the work should end."""
        return self._cancelled

    @property
    def is_cancelled(self) -> bool:
        """True when the work should end."""
        return self._cancelled.is_set()

    @property
    def is_running(self) -> bool:
        """True from `start` until `finished`."""
        return self in _alive

    def report(self, value: object) -> None:
        """Called by the work, in its thread: `reported` follows in the window's thread."""
        self._thread.news.emit("reported", value)

    def wait(self, timeout_s: float) -> bool:
        """Wait for the thread to end, without running the window meanwhile; True when it did."""
        return self._thread.wait(QDeadlineTimer(round(timeout_s * 1000)))

    def _on_news(self, kind: str, value: object) -> None:
        getattr(self, kind).emit(value)

    def _on_finished(self) -> None:
        self._thread.wait()  # "finished" comes a moment before the thread is gone
        _alive.discard(self)
        self.finished.emit()


class LatestOnly:
    """Runs work whose answer is only wanted while nothing newer was asked: late answers are dropped by generation."""

    def __init__(self) -> None:
        self._generation = 0
        self._worker: Worker | None = None

    def run(
        self, work: Work, on_returned: Callable[[Any], None], on_errored: Callable[[Exception], None] | None = None
    ) -> Worker:
        """Cancel what runs, start `work`; the callbacks are called only if nothing newer was started."""
        self.drop()
        generation = self._generation
        worker = Worker(work)
        worker.returned.connect(lambda answer: self._if_latest(generation, on_returned, answer))
        if on_errored is not None:
            worker.errored.connect(lambda error: self._if_latest(generation, on_errored, error))
        self._worker = worker.start()
        return worker

    def drop(self) -> None:
        """Forget what was asked before."""
        self._generation += 1
        if self._worker is not None:
            self._worker.cancel()
            self._worker = None

    def _if_latest(self, generation: int, then: Callable[[Any], None], value: Any) -> None:
        if generation == self._generation:
            then(value)


def wait_for_all(timeout_s: float = 10.0) -> list[Worker]:
    """Cancel and await everything that runs; returns what did not end in time. Called once, before the app exits."""
    for worker in list(_alive):
        worker.cancel()
    late = [worker for worker in list(_alive) if not worker.wait(timeout_s)]
    _alive.intersection_update(late)
    return late
