"""Is everything there that should be? For `loupe doctor` and after a restore."""

from pathlib import Path

from sqlite_utils import Database

from vision.storage.home import Home
from vision.storage.records import query_rows

_SHOWN = 5


def find_faults(db: Database, home: Home) -> list[str]:
    """One sentence per kind of fault: the database file, gaps in the numbers, frames missing or unknown."""
    return [
        *_database_faults(db),
        *_gaps(db),
        *_frame_faults(db, home.root, home.frames),
    ]


def _database_faults(db: Database) -> list[str]:
    found = [str(row["integrity_check"]) for row in query_rows(db, "PRAGMA integrity_check")]
    broken = [f"The database is damaged: {line}." for line in found if line != "ok"]
    links = len(query_rows(db, "PRAGMA foreign_key_check"))
    return broken + ([f"{links} rows of views belong to no inspection."] if links else [])


def _gaps(db: Database) -> list[str]:
    sql = """
        WITH numbers AS (SELECT sequence FROM inspections UNION SELECT sequence FROM intents)
        SELECT count(*) AS number, coalesce(max(sequence), 0) AS last FROM numbers
    """
    row = query_rows(db, sql)[0]
    missing = row["last"] - row["number"]
    return [f"{missing} of {row['last']} sequence numbers have no record."] if missing else []


def _frame_faults(db: Database, root: Path, frames: Path) -> list[str]:
    sql = "SELECT image FROM views WHERE image IS NOT NULL"
    named = {row["image"] for row in query_rows(db, sql)}
    stored = {path.relative_to(root).as_posix() for path in frames.rglob("*.png")}
    open_notes = {str(row["inspection_id"])[:8] for row in query_rows(db, "SELECT inspection_id FROM intents")}
    unknown = {path for path in stored - named if path[-12:-4] not in open_notes}
    return [
        *_listed("frames of records are missing", named - stored),
        *_listed("frames belong to no record", unknown),
    ]


def _listed(what: str, paths: set[str]) -> list[str]:
    if not paths:
        return []
    shown = ", ".join(sorted(paths)[:_SHOWN])
    return [f"{len(paths)} {what}: {shown}{' and more' if len(paths) > _SHOWN else ''}."]
