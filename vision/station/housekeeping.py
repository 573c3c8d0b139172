"""The background sweep that keeps the disk within its quota while the line runs."""

import logging
import threading
from collections.abc import Callable

from vision.inspection import Clock, SystemClock, Trouble
from vision.storage import RetentionRules, Store, sweep

log = logging.getLogger(__name__)

EVERY_S = 600.0
FIRST_AFTER_S = 30.0


class Housekeeping:
    """Sweeps every ten minutes in a thread of its own, as a context manager.

    Args:
        rules: asked before each sweep, so that a changed setting counts at once.
        protected: True for the path of a frame that a label or a golden set uses; it is never removed.
    """

    def __init__(
        self,
        store: Store,
        rules: Callable[[], RetentionRules],
        protected: Callable[[str], bool],
        clock: Clock | None = None,
    ) -> None:
        self._store = store
        self._rules = rules
        self._protected = protected
        self._clock = clock or SystemClock()
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, name="loupe-housekeeping", daemon=True)

    def __enter__(self) -> "Housekeeping":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ending.set()
        self._thread.join()

    def _run(self) -> None:
        pause_s = FIRST_AFTER_S
        while not self._clock.wait(self._ending, pause_s):
            try:
                self.sweep_once()
            except Exception:  # fail safe: without the next sweep the disk would fill until the line stops
                log.exception("the sweep failed")
            pause_s = EVERY_S

    def sweep_once(self) -> None:
        """One sweep; trouble is logged and met again by the next one."""
        try:
            report = sweep(self._store, self._rules(), self._clock.wall(), self._stays)
        except Trouble as trouble:
            log.warning("the sweep failed: %s", trouble)
            return
        if report.removed:
            log.info("the sweep removed %d images, %.1f MB", report.removed, report.freed_bytes / 1e6)

    def _stays(self, path: str) -> bool:
        """Every frame once the sweep is to end: the app must close without waiting for a full disk to be tidied."""
        return self._ending.is_set() or self._protected(path)
