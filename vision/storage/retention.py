"""Which frames stay on the disk. Records are never removed; a frame may be, by rule, and its row says when and why.

The row lets go of the file before the file is deleted, and remembers it until it is gone: a crash in between leaves a
file that the next sweep deletes, never a row that names a frame which is not there.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlite_utils import Database

from vision.inspection import Verdict, say
from vision.storage.disk import GB, stored_bytes
from vision.storage.records import Row, query_rows
from vision.storage.store import Store
from vision.storage.values import time_text

_AGE = say("older than the days to keep")
_QUOTA = say("disk quota")
_STEP = 100
"""Rows per transaction: the line's own records wait no longer than such a step takes."""


@dataclass(frozen=True, kw_only=True)
class RetentionRules:
    """What may be removed."""

    quota_gb: float
    """Gigabytes (10^9 bytes) that frames may take; above it the oldest removable frames go."""
    keep_days: float
    """Frames younger than this go only for the quota."""
    ok_share: float
    """Share of older frames kept as a sample, 0 to 1, chosen by the sequence number; gone last for the quota."""
    keep_verdicts: frozenset[Verdict] = frozenset(Verdict) - {Verdict.OK}
    """Frames of parts with these verdicts are never removed."""


@dataclass(frozen=True, kw_only=True)
class SweepReport:
    """What a sweep did."""

    removed: int
    freed_bytes: int
    used_bytes: int
    """What frames take now."""
    over_quota_bytes: int
    """What is above the quota and may not be removed by rule: a person has to act."""


def sweep(store: Store, rules: RetentionRules, now: datetime, protected: Callable[[str], bool]) -> SweepReport:
    """Apply the rules once. Safe to run again at any time, also after a crash, and beside a running line.

    Args:
        protected: True for the path (relative to the home) of a frame that a label or a golden set uses.
    """
    _finish_deletions(store)
    used_bytes = stored_bytes(store.database)
    run = _Run(store, rules, time_text(now), protected)
    oldest_kept = time_text(now - timedelta(days=rules.keep_days))
    run.remove(_AGE, lambda row: row["time"] < oldest_kept and not run.is_sample(row))
    for reason, may_go in ((_QUOTA, run.is_no_sample), (_QUOTA, run.is_sample)):
        excess_bytes = used_bytes - run.freed_bytes - round(rules.quota_gb * GB)
        if excess_bytes > 0:
            run.remove(reason, may_go, excess_bytes)
    used_bytes -= run.freed_bytes
    over_bytes = max(0, used_bytes - round(rules.quota_gb * GB))
    return SweepReport(
        removed=run.removed, freed_bytes=run.freed_bytes, used_bytes=used_bytes, over_quota_bytes=over_bytes
    )


def is_sample(sequence: int, share: float) -> bool:
    """Whether a part belongs to the sample that is kept; the same answer for ever, all views of a part together."""
    place = int.from_bytes(hashlib.sha256(str(sequence).encode()).digest()[:8], "big") / 2**64
    return place < share


class _Run:
    """One sweep at work."""

    def __init__(self, store: Store, rules: RetentionRules, now: str, protected: Callable[[str], bool]) -> None:
        self._store = store
        self._rules = rules
        self._now = now
        self._protected = protected
        self.removed = 0
        self.freed_bytes = 0

    def is_sample(self, row: Row) -> bool:
        return is_sample(row["sequence"], self._rules.ok_share)

    def is_no_sample(self, row: Row) -> bool:
        return not self.is_sample(row)

    def remove(self, reason: str, may_go: Callable[[Row], bool], enough_bytes: int | None = None) -> None:
        """Remove the oldest frames that may go, until `enough_bytes` are free (None: all of them)."""
        freed_before = self.freed_bytes
        for rows in self._removable():
            chosen = []
            for row in rows:
                if enough_bytes is not None and self.freed_bytes - freed_before >= enough_bytes:
                    break
                if may_go(row) and not self._protected(row["image"]):
                    chosen.append(row)
                    self.freed_bytes += row["image_bytes"] or 0
            self._let_go(chosen, reason)
            if enough_bytes is not None and self.freed_bytes - freed_before >= enough_bytes:
                return

    def _removable(self) -> Iterator[list[Row]]:
        kept = [verdict.value for verdict in sorted(self._rules.keep_verdicts)]
        sql = f"""
            SELECT views.sequence, views.position, views.image, views.image_bytes, inspections.time
            FROM views JOIN inspections ON inspections.sequence = views.sequence
            WHERE views.image IS NOT NULL AND (views.sequence, views.position) > (?, ?)
                AND inspections.verdict NOT IN ({", ".join("?" for _ in kept)})
            ORDER BY views.sequence, views.position LIMIT {_STEP}
        """
        place = (0, -1)
        while rows := self._read(sql, [*place, *kept]):
            place = (rows[-1]["sequence"], rows[-1]["position"])
            yield rows

    def _read(self, sql: str, arguments: list[Any]) -> list[Row]:
        return self._store.database.read(lambda db: query_rows(db, sql, arguments))

    def _let_go(self, rows: list[Row], reason: str) -> None:
        if not rows:
            return
        places = [(self._now, reason, row["sequence"], row["position"]) for row in rows]
        self._store.database.write(lambda db: _release(db, places))
        _finish_deletions(self._store)
        self.removed += len(rows)


def _release(db: Database, places: list[tuple[str, str, int, int]]) -> None:
    sql = """
        UPDATE views SET image_to_delete = image, image = NULL, image_removed = ?, image_removed_reason = ?
        WHERE sequence = ? AND position = ? AND image IS NOT NULL
    """
    db.conn.executemany(sql, places)


def _finish_deletions(store: Store) -> None:
    sql = "SELECT image_to_delete AS path FROM views WHERE image_to_delete IS NOT NULL"
    paths = [row["path"] for row in store.database.read(lambda db: query_rows(db, sql))]
    for path in paths:
        store.frames.remove(path)
    if paths:
        done = "UPDATE views SET image_to_delete = NULL WHERE image_to_delete = ?"
        store.database.write(lambda db: db.conn.executemany(done, [(path,) for path in paths]).rowcount)
