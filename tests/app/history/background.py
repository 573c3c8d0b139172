"""Background work for tests: done at once, or when told, so that late answers can be played through."""

from collections.abc import Callable
from typing import Any


class AtOnce:
    """Runs the work where it is asked for."""

    def run(self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]) -> None:
        try:
            answer = work()
        except Exception as trouble:  # noqa: BLE001 - the port hands every failure to `failed`
            failed(trouble)
        else:
            done(answer)

    def post(self, call: Callable[[], None]) -> None:
        call()


class WhenTold(AtOnce):
    """Keeps the work until `work_off`."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run(self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]) -> None:
        at_once = super().run
        self.waiting.append(lambda: at_once(work, done, failed))

    def work_off(self, *, newest_first: bool = False) -> None:
        """Do what waits, in the order of asking or the other way round."""
        jobs, self.waiting = self.waiting, []
        for job in reversed(jobs) if newest_first else jobs:
            job()
