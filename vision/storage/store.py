"""The store: every accepted trigger becomes exactly one durable record, whatever happens in between.

The order is what makes it so: `begin` notes the trigger and gives it its number, `save_frame` makes the image durable,
`complete` writes the record and closes the note in one transaction. A note that a dead process left open becomes a
NOT_INSPECTED record under the same number (`recover`).
"""

import uuid
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Self, TypeVar

from sqlite_utils import Database

from vision.inspection import Frame, InspectionRecord, Verdict, ViewRecord, say
from vision.storage.database import BUSY_TIMEOUT_MS, StationDatabase
from vision.storage.durations import Durations, insert_durations
from vision.storage.frames import FrameFiles, StoredFrame, frame_path
from vision.storage.history import History, ImageRemoval, find_record
from vision.storage.home import Home, StationLock, check_whole
from vision.storage.integrity import find_faults
from vision.storage.records import (
    Intent,
    insert_intent,
    insert_record,
    intent_of,
    query_rows,
)
from vision.storage.trouble import StorageCause, StorageTrouble

T = TypeVar("T")

STOPPED_REASON = say("The station stopped while this part was inspected.")


class Store(History):
    """Records and frames of one home. Thread-safe; close it, or use it as a context manager."""

    def __init__(
        self,
        home: Home,
        *,
        read_only: bool = False,
        busy_timeout_ms: int = BUSY_TIMEOUT_MS,
    ) -> None:
        """Open the store of a home; prepares the home and takes its lock unless `read_only`.

        Raises:
            StorageTrouble: in use, locked, damaged, read-only, missing (read-only), or of another version.
        """
        self.home = home
        self.frames = FrameFiles(home)
        self._process = uuid.uuid4().hex
        self._open: dict[str, Intent] = {}
        self._durations = Durations()
        self._lock: StationLock | None = None
        if not read_only:
            self._lock = StationLock(home.prepare())
            self._lock.acquire()
        try:
            check_whole(home)
            if self._lock is not None:
                self.frames.remove_leftovers()
            self.database = StationDatabase(home.database, read_only=read_only, busy_timeout_ms=busy_timeout_ms)
        except BaseException:
            self._release()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Finish the queued writes, close the database, give the home's lock back. Safe to call twice."""
        if self._durations.waiting():
            with suppress(StorageTrouble):  # the records are safe; only how long the last of them took is lost
                self._write(lambda db: None)
        self.database.close()
        self._release()

    def _release(self) -> None:
        if self._lock is not None:
            self._lock.release()

    def begin(self, intent: Intent) -> int:
        """Note durably that a trigger was accepted; returns its sequence number (from 1, no gaps, never reused).

        Calling it again with the same inspection id returns the same number.
        """
        sequence = self._write(lambda db: self._begin(db, intent))
        self._open[intent.inspection_id] = intent
        return sequence

    def _begin(self, db: Database, intent: Intent) -> int:
        for table in ("inspections", "intents"):
            sql = f"SELECT sequence FROM {table} WHERE inspection_id = ?"
            if known := query_rows(db, sql, [intent.inspection_id]):
                return int(known[0]["sequence"])
        return insert_intent(db, intent, self._process)

    def save_frame(
        self,
        inspection_id: str,
        sequence: int,
        view: str,
        frame: Frame,
        lot: str | None,
    ) -> StoredFrame:
        """Store a frame of a begun inspection, lossless; when this returns it is durable.

        Raises:
            StorageTrouble: disk full, read-only, or failing.
            ValueError: this inspection was not begun here.
        """
        intent = self._open.get(inspection_id)
        if intent is None:
            raise ValueError(f"inspection {inspection_id} was not begun here")
        path = frame_path(
            time=intent.time,
            lot=lot,
            sequence=sequence,
            view=view,
            inspection_id=inspection_id,
        )
        return self.frames.save(path, frame)

    def read_frame(self, record: InspectionRecord, view: str) -> Frame:
        """The stored frame of a record's view, pixel for pixel, checked against its hash.

        Raises:
            StorageTrouble: none was stored, it is missing or damaged, or the retention rules removed it.
        """
        found = next((known for known in record.views if known.view == view), None)
        if found is not None and found.image is not None:
            removal = None if (self.home.root / found.image).exists() else self.image_removal(record, view)
            if removal is None:
                return self.frames.load(found.image, found.image_hash)
        raise _no_frame(record, view, self.image_removal(record, view))

    def complete(self, record: InspectionRecord) -> InspectionRecord:
        """Turn the open note into the record, in one transaction; when this returns, the record is on disk.

        Returns what is stored: calling it again for the same inspection changes nothing and returns the first record.

        Raises:
            StorageTrouble: it could not be stored; the note stays open.
            ValueError: the inspection was never begun, or under another sequence number.
        """
        files = {view.image: self.frames.look(view.image) for view in record.views if view.image}

        def work(db: Database) -> InspectionRecord:
            if stored := find_record(db, record.inspection_id):
                return stored
            _close_intent(db, record)
            insert_record(db, record, files)
            return record

        stored = self._write(work)
        self._open.pop(record.inspection_id, None)
        return stored

    def note_recorded(self, sequence: int, recorded_ms: float) -> None:
        """Keep how long a record took to become durable. It is stored with the next write, or by `close`.

        A commit of its own would cost another flush of the disk for each part; a crash before the next write loses it.
        """
        self._durations.note(sequence, recorded_ms)

    def _write(self, work: Callable[[Database], T]) -> T:
        """One transaction: `work`, and the durations that wait."""
        waiting = self._durations.waiting()

        def both(db: Database) -> T:
            insert_durations(db, waiting)
            return work(db)

        answer = self.database.write(both)
        self._durations.forget(waiting)
        return answer

    def recover(self, *, own: bool = False) -> list[InspectionRecord]:
        """Close the notes that a dead process left open: each becomes a NOT_INSPECTED record under its own number.

        Frames that were already whole are linked to it, broken ones are removed. Returns the new records.

        Args:
            own: also the notes of this process, after recording failed; only while no inspection is on its way.
        """
        sql = "SELECT * FROM intents WHERE process <> ? ORDER BY sequence"
        rows = self.database.read(lambda db: query_rows(db, sql, ["" if own else self._process]))
        return [self.complete(self._stopped(*intent_of(row))) for row in rows]

    def _stopped(self, sequence: int, intent: Intent) -> InspectionRecord:
        facts = {name: getattr(intent, name) for name in Intent.__dataclass_fields__}
        return InspectionRecord(
            sequence=sequence,
            verdict=Verdict.NOT_INSPECTED,
            score=None,
            reason=STOPPED_REASON,
            views=tuple(self._whole_frames(sequence, intent)),
            latency_ms=None,
            recorded_ms=None,
            **facts,
        )

    def _whole_frames(self, sequence: int, intent: Intent) -> list[ViewRecord]:
        found = []
        for view, path in self.frames.find(intent.time, sequence, intent.inspection_id):
            try:
                sha256 = self.frames.verify(path)
            except StorageTrouble:
                self.frames.remove(path)
                continue
            verdict, reason = Verdict.NOT_INSPECTED, STOPPED_REASON
            found.append(
                ViewRecord(
                    view=view,
                    verdict=verdict,
                    image=path,
                    image_hash=sha256,
                    reason=reason,
                )
            )
        return found

    def integrity(self) -> list[str]:
        """What is wrong with the stored data, one sentence each; empty when all is well. Walks all frames."""
        return self.database.read(lambda db: find_faults(db, self.home))


def open_reader(home: Home) -> Store:
    """The store of a home for reading only; works while a station runs there. Raises `StorageTrouble`."""
    return Store(home, read_only=True)


def _no_frame(record: InspectionRecord, view: str, removal: ImageRemoval | None) -> StorageTrouble:
    what = say(
        "Inspection {inspection_id} has no stored frame of view {view}.", inspection_id=record.inspection_id, view=view
    )
    meaning = say("The record stands; it cannot be replayed.")
    if removal is not None:
        day = f"{removal.time:%Y-%m-%d}"
        meaning = say("It was removed on {day} ({reason}). {meaning}", day=day, reason=removal.reason, meaning=meaning)
    return StorageTrouble(what, meaning, cause=StorageCause.REFUSED)


def _close_intent(db: Database, record: InspectionRecord) -> None:
    sql = "DELETE FROM intents WHERE inspection_id = ? AND sequence = ?"
    if db.conn.execute(sql, (record.inspection_id, record.sequence)).rowcount != 1:
        raise ValueError(f"inspection {record.inspection_id} was not begun under number {record.sequence}")
