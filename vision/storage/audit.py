"""Who changed what, when, from what to what: append-only, and every entry sealed with the one before it.

Triggers refuse UPDATE and DELETE; the chain of hashes shows what a hand with its own SQL did all the same. The last
hash is kept beside the log as well, so that entries cut off at the end are noticed too.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from vision.inspection import Clock, SystemClock
from vision.storage.database import StationDatabase
from vision.storage.records import Row, insert_row, query_rows
from vision.storage.state import StateKey, read_state, write_state
from vision.storage.values import json_text, time_text, time_value

_FIRST = "0" * 64
_SEALED = ("number", "time", "who", "action", "subject", "before", "after")


@dataclass(frozen=True, kw_only=True)
class AuditEntry:
    """One change. `before` and `after` are JSON values."""

    number: int
    time: datetime
    who: str
    action: str
    """What was done, as a dotted word: recipe.thresholds, operator.add."""
    subject: str
    before: Any
    after: Any
    hash: str


class AuditLog:
    """The log of one station."""

    def __init__(self, database: StationDatabase, clock: Clock | None = None) -> None:
        self._database = database
        self._clock = clock or SystemClock()

    def add(self, who: str, action: str, subject: str, before: Any = None, after: Any = None) -> None:
        """Append one entry; durable when this returns."""
        change = Change(who=who, action=action, subject=subject, before=before, after=after)
        self._database.write(lambda db: append(db, self._clock.wall(), change))

    def entries(self, limit: int = -1) -> list[AuditEntry]:
        """Entries, newest first; -1 is all of them."""
        sql = "SELECT * FROM audit ORDER BY number DESC LIMIT ?"
        rows = self._database.read(lambda db: query_rows(db, sql, [limit]))
        return [_entry(row) for row in rows]

    def verify_chain(self) -> list[str]:
        """What is wrong with the log, one sentence each; empty when every entry is as it was written."""
        return self._database.read(_chain_faults)


@dataclass(frozen=True, kw_only=True)
class Change:
    """What an entry says, before it has a time and a number."""

    who: str
    action: str
    subject: str
    before: Any = None
    after: Any = None


def append(db: Database, time: datetime, change: Change) -> None:
    """Append inside a transaction of the caller, so that a change and its entry are stored together or not at all."""
    last = query_rows(db, "SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1")
    number, previous = (last[0]["number"] + 1, last[0]["hash"]) if last else (1, _FIRST)
    row: Row = {
        "number": number,
        "time": time_text(time),
        "who": change.who,
        "action": change.action,
        "subject": change.subject,
        "before": None if change.before is None else json_text(change.before),
        "after": None if change.after is None else json_text(change.after),
        "previous_hash": previous,
    }
    row["hash"] = _seal(row)
    insert_row(db, "audit", row)
    write_state(db, StateKey.AUDIT_HEAD, [number, row["hash"]])


def _seal(row: Row) -> str:
    content = json.dumps([row[name] for name in _SEALED], ensure_ascii=False)
    return hashlib.sha256(f"{row['previous_hash']}\n{content}".encode()).hexdigest()


def _chain_faults(db: Database) -> list[str]:
    faults = []
    number, previous = 0, _FIRST
    for row in query_rows(db, "SELECT * FROM audit ORDER BY number"):
        if row["number"] != number + 1:
            faults.append(f"Entries {number + 1} to {row['number'] - 1} of the audit log are missing.")
        elif row["previous_hash"] != previous:
            faults.append(f"Entry {row['number']} of the audit log does not follow the one before it.")
        if row["hash"] != _seal(row):
            faults.append(f"Entry {row['number']} of the audit log was changed.")
        number, previous = row["number"], row["hash"]
    head = read_state(db, StateKey.AUDIT_HEAD) or [0, _FIRST]
    if head != [number, previous]:
        faults.append(f"The end of the audit log does not match: it ends at entry {number}, {head[0]} were written.")
    return faults


def _entry(row: Row) -> AuditEntry:
    before, after = (None if row[name] is None else json.loads(row[name]) for name in ("before", "after"))
    return AuditEntry(
        number=row["number"],
        time=time_value(row["time"]),
        who=row["who"],
        action=row["action"],
        subject=row["subject"],
        before=before,
        after=after,
        hash=row["hash"],
    )
