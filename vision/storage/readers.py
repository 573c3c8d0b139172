"""Read-only connections, lent to one caller at a time and kept for the next."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from sqlite_utils import Database

from vision.storage.trouble import StorageCause, StorageTrouble, translate_errors

T = TypeVar("T")


class Readers:
    """A small pool: as many connections as there are callers at the same moment. Thread-safe."""

    def __init__(self, open_database: Callable[[], Database], path: Path) -> None:
        self._open_database = open_database
        self._path = path
        self._idle: list[Database] = []
        self._lock = threading.Lock()
        self._closed = False

    def read(self, work: Callable[[Database], T]) -> T:
        """Run `work` in one read transaction on a connection of its own.

        Raises:
            StorageTrouble: the database cannot be read, or the pool is closed.
        """
        db = self._borrow()
        try:
            with translate_errors(self._path):
                db.execute("BEGIN")
                try:
                    return work(db)
                finally:
                    db.rollback()
        finally:
            self._give_back(db)

    def close(self) -> None:
        """Close the idle connections; a lent one is closed when it comes back."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
        for db in idle:
            db.close()

    def _borrow(self) -> Database:
        with self._lock:
            if self._closed:
                raise StorageTrouble("The station's storage is closed.", cause=StorageCause.CLOSED)
            if self._idle:
                return self._idle.pop()
        return self._open_database()

    def _give_back(self, db: Database) -> None:
        with self._lock:
            if not self._closed:
                self._idle.append(db)
                return
        db.close()
