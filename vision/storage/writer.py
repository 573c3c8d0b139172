"""One thread owns the one write connection; everyone else hands it work and waits.

So there is never a fight for the write lock inside the program, and the order of commits is the order of asking.
"""

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any, TypeVar

from sqlite_utils import Database

from vision.storage.trouble import StorageCause, StorageTrouble, translate_errors

T = TypeVar("T")
_Work = Callable[[Database], Any]
_Order = tuple[_Work, "Future[Any]"]


class Writer:
    """The writer thread and its queue."""

    def __init__(self, open_database: Callable[[], Database], path: Path) -> None:
        """Start the thread and wait until it has the database open; what opening raises is raised here."""
        self._path = path
        self._orders: queue.SimpleQueue[_Order | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._closed = False
        opened: Future[None] = Future()
        self._thread = threading.Thread(target=self._serve, args=(open_database, opened), name="storage-writer")
        self._thread.start()
        opened.result()

    def run(self, work: Callable[[Database], T]) -> T:
        """Run `work` in one transaction on the writer thread and return what it returned, after the commit.

        Raises:
            StorageTrouble: it could not be stored (then nothing of it is), or the writer is closed.
        """
        done: Future[T] = Future()
        with self._lock:
            if self._closed:
                raise StorageTrouble("The station's storage is closed.", cause=StorageCause.CLOSED)
            self._orders.put((work, done))
        return done.result()

    def close(self) -> None:
        """Finish what was asked so far, close the connection, end the thread. Safe to call twice."""
        with self._lock:
            if not self._closed:
                self._closed = True
                self._orders.put(None)
        self._thread.join()

    def _serve(self, open_database: Callable[[], Database], opened: "Future[None]") -> None:
        try:
            db = open_database()
        except BaseException as error:  # noqa: BLE001 - not lost: it is raised again in the caller's thread
            opened.set_exception(error)
            return
        opened.set_result(None)
        while (order := self._orders.get()) is not None:
            self._carry_out(db, *order)
        db.close()

    def _carry_out(self, db: Database, work: _Work, done: "Future[Any]") -> None:
        try:
            with translate_errors(self._path):
                done.set_result(_in_transaction(db, work))
        except BaseException as error:  # noqa: BLE001 - not lost: raised again in the caller's thread; the writer lives on
            done.set_exception(error)


def _in_transaction(db: Database, work: Callable[[Database], T]) -> T:
    db.execute("BEGIN IMMEDIATE")
    try:
        value = work(db)
        db.commit()
    except BaseException:
        db.rollback()
        raise
    return value
