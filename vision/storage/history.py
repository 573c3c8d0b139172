"""Finding inspections again: the reading side of the store."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from sqlite_utils import Database

from vision.inspection import InspectionRecord, Sentence, Verdict, say
from vision.storage.database import StationDatabase
from vision.storage.records import RecordQuery, find_records, let_speak, order, query_rows, where
from vision.storage.trouble import StorageCause, StorageTrouble
from vision.storage.values import time_value

ALL_RECORDS = RecordQuery()
"""The query that narrows nothing."""

_PAGE = 500

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class ImageRemoval:
    """A frame that the retention rules removed."""

    time: datetime
    reason: str


class History:
    """The records of one database. Thread-safe."""

    database: StationDatabase

    def get(self, inspection_id: str) -> InspectionRecord:
        """One record. Raises `StorageTrouble` when there is none of this id."""
        found = self.database.read(lambda db: find_record(db, inspection_id))
        if found is None:
            raise StorageTrouble(
                say("There is no inspection {inspection_id}.", inspection_id=inspection_id),
                remedy="Look it up with loupe records, or choose another home with --home.",
                cause=StorageCause.REFUSED,
            )
        return found

    def records(self, query: RecordQuery = ALL_RECORDS) -> list[InspectionRecord]:
        """Every record of a query, in its order, at most `query.limit`."""
        return self.page(query, limit=-1 if query.limit is None else query.limit)

    def each(self, query: RecordQuery = ALL_RECORDS) -> Iterator[InspectionRecord]:
        """The records of a query one by one, however many, its limit left aside; new ones may join at the end."""
        after = None
        while page := self.page(query, after=after, limit=_PAGE):
            yield from page
            after = page[-1].sequence

    def page(
        self,
        query: RecordQuery,
        *,
        after: int | None = None,
        offset: int = 0,
        limit: int = 100,
    ) -> list[InspectionRecord]:
        """A page of a query. `after` is the last sequence of the page before (fast however deep); -1 is no limit."""
        clause, arguments = where(query, after)
        condition = f"{clause} {order(query)} LIMIT ? OFFSET ?"
        return self._read(query, lambda db: find_records(db, condition, [*arguments, limit, offset]))

    def latest(self, count: int) -> list[InspectionRecord]:
        """The newest records, newest first."""
        return self.page(RecordQuery(oldest_first=False), limit=count)

    def count(self, query: RecordQuery = ALL_RECORDS) -> int:
        """How many records a query has, its limit left aside."""
        return sum(self.verdict_counts(query).values())

    def verdict_counts(self, query: RecordQuery = ALL_RECORDS) -> dict[Verdict, int]:
        """How many of each verdict a query has; every verdict is a key."""
        clause, arguments = where(query)
        sql = f"SELECT verdict, count(*) AS number FROM inspections {clause} GROUP BY verdict"
        rows = self._read(query, lambda db: query_rows(db, sql, arguments))
        found = {Verdict(row["verdict"]): int(row["number"]) for row in rows}
        return {verdict: found.get(verdict, 0) for verdict in Verdict}

    def image_removal(self, record: InspectionRecord, view: str) -> ImageRemoval | None:
        """When and why the retention rules removed a view's frame; None when they did not."""
        sql = "SELECT image_removed, image_removed_reason FROM views WHERE sequence = ? AND view = ?"
        rows = self.database.read(lambda db: query_rows(db, sql, [record.sequence, view]))
        if not rows or rows[0]["image_removed"] is None:
            return None
        return ImageRemoval(time=time_value(rows[0]["image_removed"]), reason=Sentence(rows[0]["image_removed_reason"]))

    def _read(self, query: RecordQuery, work: Callable[[Database], T]) -> T:
        """Run the work, whose SQL may ask for reasons in the words of the query."""

        def run(db: Database) -> T:
            if query.spoken is not None:
                let_speak(db, query.spoken)
            return work(db)

        return self.database.read(run)


def find_record(db: Database, inspection_id: str) -> InspectionRecord | None:
    """One record inside a transaction of the caller, None when there is none of this id."""
    found = find_records(db, "WHERE inspection_id = ?", [inspection_id])
    return found[0] if found else None
