"""Alarms that were called, and who acknowledged them. An alarm stays open until a person does."""

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from vision.inspection import Clock, SystemClock, say
from vision.storage.audit import Change, append
from vision.storage.database import StationDatabase
from vision.storage.records import Row, insert_row, query_rows
from vision.storage.trouble import StorageCause, StorageTrouble
from vision.storage.values import memo_text, sentence_value, time_text, time_value

_SENTENCES = ("what", "meaning", "remedy")


@dataclass(frozen=True, kw_only=True)
class StoredAlarm:
    """One alarm as it was called."""

    number: int
    kind: str
    """The station's word for it (`vision.station.AlarmKind`)."""
    what: str
    meaning: str
    remedy: str
    time: datetime
    acknowledged_by: str | None = None
    acknowledged_at: datetime | None = None


class AlarmBook:
    """The alarms of one station."""

    def __init__(self, database: StationDatabase, clock: Clock | None = None) -> None:
        self._database = database
        self._clock = clock or SystemClock()

    def call(self, *, kind: str, what: str, meaning: str, remedy: str, time: datetime) -> StoredAlarm:
        """Store an alarm; durable when this returns."""
        row: Row = {"kind": str(kind), "what": what, "meaning": meaning, "remedy": remedy, "time": time_text(time)}
        row |= {f"{name}_memo": memo_text(row[name]) for name in _SENTENCES}
        number = self._database.write(lambda db: insert_row(db, "alarms", row))
        return StoredAlarm(number=number, kind=str(kind), what=what, meaning=meaning, remedy=remedy, time=time)

    def open_alarms(self) -> list[StoredAlarm]:
        """The alarms that nobody has acknowledged yet, oldest first."""
        sql = "SELECT * FROM alarms WHERE acknowledged_at IS NULL ORDER BY number"
        return [_alarm(row) for row in self._database.read(lambda db: query_rows(db, sql))]

    def latest(self, count: int) -> list[StoredAlarm]:
        """The newest alarms, newest first, acknowledged or not."""
        sql = "SELECT * FROM alarms ORDER BY number DESC LIMIT ?"
        return [_alarm(row) for row in self._database.read(lambda db: query_rows(db, sql, [count]))]

    def acknowledge(self, number: int, who: str) -> StoredAlarm:
        """Note who has seen an alarm; the first person stays noted.

        Raises:
            StorageTrouble: there is no such alarm.
        """
        return self._database.write(lambda db: _acknowledge(db, number, who, self._clock.wall()))


def _acknowledge(db: Database, number: int, who: str, now: datetime) -> StoredAlarm:
    sql = "UPDATE alarms SET acknowledged_by = ?, acknowledged_at = ? WHERE number = ? AND acknowledged_at IS NULL"
    changed = db.conn.execute(sql, (who, time_text(now), number)).rowcount
    rows = query_rows(db, "SELECT * FROM alarms WHERE number = ?", [number])
    if not rows:
        raise StorageTrouble(
            say("There is no alarm {number}.", number=number), "Nothing is changed.", cause=StorageCause.REFUSED
        )
    if changed:
        append(db, now, Change(who=who, action="alarm.acknowledge", subject=str(number), after=rows[0]["kind"]))
    return _alarm(rows[0])


def _alarm(row: Row) -> StoredAlarm:
    acknowledged = row["acknowledged_at"]
    return StoredAlarm(
        number=row["number"],
        kind=row["kind"],
        **{name: sentence_value(row[name], row[f"{name}_memo"]) for name in _SENTENCES},
        time=time_value(row["time"]),
        acknowledged_by=row["acknowledged_by"],
        acknowledged_at=None if acknowledged is None else time_value(acknowledged),
    )
