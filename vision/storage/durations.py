"""How long records took to become durable. That is known only after their commit, so it is stored with the next one."""

import threading
from collections.abc import Iterable, Mapping

from sqlite_utils import Database

RECORDED_MS = (
    "coalesce((SELECT recorded_ms FROM durations WHERE durations.sequence = inspections.sequence), recorded_ms)"
)
"""The duration of a row of inspections; older Loupes noted one in the row itself, measured just before the commit."""


class Durations:
    """Durations that wait for a write to go along with. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: dict[int, float] = {}

    def note(self, sequence: int, recorded_ms: float) -> None:
        """Keep one until it is stored."""
        with self._lock:
            self._waiting[sequence] = recorded_ms

    def waiting(self) -> dict[int, float]:
        """Milliseconds by sequence number, of those not stored yet."""
        with self._lock:
            return dict(self._waiting)

    def forget(self, sequences: Iterable[int]) -> None:
        """These are stored now."""
        with self._lock:
            for sequence in sequences:
                self._waiting.pop(sequence, None)


def insert_durations(db: Database, durations: Mapping[int, float]) -> None:
    """Store durations; one that is stored already stays as it is."""
    db.conn.executemany("INSERT OR IGNORE INTO durations (sequence, recorded_ms) VALUES (?, ?)", durations.items())
