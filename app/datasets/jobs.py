"""One long piece of work at a time, with its progress and a way to stop it."""

from collections.abc import Callable
from threading import Event
from typing import TypeVar

from app.datasets.ports import DatasetsNeeds
from app.datasets.shown import JobView
from labeling.datasets.scan import Progress
from vision.inspection import Trouble, say

Answer = TypeVar("Answer")
IsCancelled = Callable[[], bool]


class Jobs:
    """Lives in the window's thread; the work runs beside it."""

    def __init__(self, view: JobView, needs: DatasetsNeeds) -> None:
        self._view, self._needs = view, needs
        self._cancelled = Event()
        self.what = ""
        """What is being done, in the station's language; empty when nothing is."""

    def start(
        self, what: str, kept: str, work: Callable[[Progress, IsCancelled], Answer], done: Callable[[Answer], None]
    ) -> None:
        """Begin; `kept` says what Cancel leaves. While other work goes on nothing begins, and the view tells so."""
        if self.what:
            self._view.tell(_still_busy(self.what))
            return
        cancelled = self._cancelled = Event()
        self.what = what
        self._view.show_job(what, kept)
        self._needs.show_progress(0.0)

        def progress(count: int, total: int) -> None:
            self._needs.post(lambda: self._progress(cancelled, count, total))

        def finish(answer: Answer) -> None:
            self._end()
            done(answer)

        self._needs.working.run(lambda: work(progress, cancelled.is_set), finish, self._failed)

    def cancel(self) -> None:
        """Stop soon."""
        self._cancelled.set()

    def _progress(self, job: Event, count: int, total: int) -> None:
        if self.what and job is self._cancelled:
            self._view.show_job_progress(count, total)
            self._needs.show_progress(count / max(1, total))

    def _end(self) -> None:
        self.what = ""
        self._view.end_job()
        self._needs.show_progress(None)

    def _failed(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, Trouble):
            raise error
        self._view.tell(error)


def _still_busy(what: str) -> Trouble:
    what = say("Something else goes on here: {what}.", what=what)
    return Trouble(what, "This one was not begun.", "Wait until it has ended, or cancel it; then try again.")


class Gate:
    """Lets through who may change something here, and tells everybody else why not."""

    def __init__(self, view: JobView, needs: DatasetsNeeds) -> None:
        self._view, self._needs = view, needs

    def lets(self, permission: str) -> bool:
        """True when the person at the station may do it."""
        try:
            if self._needs.refused:  # before the role: signing in would not help
                raise Trouble(say("Nothing can be changed here."), "", self._needs.refused)
            self._needs.person.require(permission)
        except Trouble as trouble:
            self._view.tell(trouble)
            return False
        return True
