"""What nobody has decided yet, as rows: the queue is found without a look through the whole history."""

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from enum import StrEnum

from sqlite_utils import Database

from labeling.records.reviews import ReviewEntry
from vision.inspection import InspectionRecord
from vision.storage import StationDatabase
from vision.storage.records import find_records, query_rows


class Pile(StrEnum):
    """Why a part waits; each pile is carried on to the newest part by itself."""

    FLAGGED = "flagged"
    AUDITED = "audited"


@dataclass(frozen=True, kw_only=True)
class OpenPart:
    """A part that waits for a person, as it is found again."""

    sequence: int
    inspection_id: str
    lot: str | None
    weight: float | None
    """How much a flagged part needs a person; None for a part of the audit."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Whose queue: `lot` None is the whole line; the parts that `who` could not tell are left out."""

    lot: str | None = None
    who: str = ""
    worst_first: bool = True
    limit: int = -1
    """Of each pile, the ones that come first; -1 is all."""


_ASKED = """(?1 IS NULL OR lot = ?1) AND inspection_id NOT IN (
    SELECT inspection_id FROM review_entries AS unclear WHERE who = ?2 AND finding = 'cannot_tell'
    AND NOT EXISTS (SELECT 1 FROM review_entries WHERE withdraws = unclear.number))"""

_NOTE = """
INSERT OR IGNORE INTO review_open SELECT ?1, ?2, ?3, ?4 WHERE NOT EXISTS (
    SELECT 1 FROM review_entries AS final WHERE inspection_id = ?2 AND finding IN ('defect', 'false_alarm')
    AND NOT EXISTS (SELECT 1 FROM review_entries WHERE withdraws = final.number))
"""


class OpenParts:
    """The parts of one station that wait. Thread-safe; what was noted is on disk when a call returns."""

    def __init__(self, database: StationDatabase) -> None:
        self._database = database

    def noted_up_to(self, pile: Pile) -> int:
        """The newest part of a pile that was noted; 0 before the first."""
        sql = "SELECT up_to FROM review_cursors WHERE pile = ?"
        rows = self._database.read(lambda db: query_rows(db, sql, [pile.value]))
        return int(rows[0]["up_to"]) if rows else 0

    def note(self, pile: Pile, parts: Iterable[OpenPart], up_to: int) -> None:
        """Note the parts that wait, and up to where the pile was looked through; decided ones are left out."""
        rows = [astuple(part) for part in parts]
        sql = "INSERT INTO review_cursors VALUES (?, ?) ON CONFLICT (pile) DO UPDATE SET up_to = max(up_to, excluded.up_to)"

        def work(db: Database) -> None:
            db.conn.executemany(_NOTE, rows)
            db.conn.execute(sql, (pile.value, up_to))

        self._database.write(work)

    def find(self, asked: Asked) -> tuple[list[InspectionRecord], int]:
        """The records that come first, in no order, and how many parts wait in all."""
        whose = (asked.lot, asked.who)
        first = "weight DESC, sequence" if asked.worst_first else "sequence"
        count = f"SELECT count(*) AS number FROM review_open WHERE {_ASKED}"

        def work(db: Database) -> tuple[list[InspectionRecord], int]:
            found = [
                record
                for pile, order in (("weight IS NOT NULL", first), ("weight IS NULL", "sequence"))
                for record in find_records(db, _chosen(pile, order), [*whose, asked.limit])
            ]
            return found, query_rows(db, count, whose)[0]["number"]

        return self._database.read(work)


def _chosen(pile: str, order: str) -> str:
    chosen = f"SELECT sequence FROM review_open WHERE {pile} AND {_ASKED} ORDER BY {order} LIMIT ?3"
    return f"WHERE sequence IN ({chosen})"


def follow(db: Database, entry: ReviewEntry, reopened: OpenPart | None) -> None:
    """Keep the open parts in step with an entry, in the transaction that adds it."""
    if entry.decision is not None and entry.decision.is_final:
        db.conn.execute("DELETE FROM review_open WHERE inspection_id = ?", (entry.part.inspection_id,))
    if reopened is not None:
        db.conn.execute("INSERT OR IGNORE INTO review_open VALUES (?, ?, ?, ?)", astuple(reopened))
