"""How much room there is, and for how long."""

import shutil
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from vision.inspection import say
from vision.storage.database import StationDatabase
from vision.storage.home import Home
from vision.storage.records import query_rows
from vision.storage.trouble import translate_errors
from vision.storage.values import time_value

GB = 1_000_000_000
FULL_BYTES = 200_000_000
"""Below this the line must stop: a record, its frame and the database's log need room to be written whole."""


@dataclass(frozen=True, kw_only=True)
class DiskSpace:
    """The disk that a home is on, in bytes."""

    free_bytes: int
    total_bytes: int


class DiskLevel(StrEnum):
    """ok, low (the line goes on, a person is called) or full (nothing can be recorded safely)."""

    OK = "ok"
    LOW = "low"
    FULL = "full"


def disk_space(home: Home) -> DiskSpace:
    """Room on the home's disk; also for a home that does not exist yet.

    Raises:
        StorageTrouble: the disk does not answer.
    """
    with translate_errors(home.root):
        usage = shutil.disk_usage(_existing(home.root))
    return DiskSpace(free_bytes=usage.free, total_bytes=usage.total)


def _existing(path: Path) -> Path:
    return next(folder for folder in (path, *path.parents) if folder.exists())


def stored_bytes(database: StationDatabase) -> int:
    """Bytes that stored frames take, by the records."""
    sql = "SELECT coalesce(sum(image_bytes), 0) AS used FROM views WHERE image IS NOT NULL"
    return int(database.read(lambda db: query_rows(db, sql))[0]["used"])


def bytes_per_day(database: StationDatabase, parts: int = 200) -> float | None:
    """The present rate, from the newest inspections; None when fewer than two tell of any time passing."""
    sql = """
        SELECT count(DISTINCT newest.sequence) AS number, min(newest.time) AS first, max(newest.time) AS last,
               coalesce(sum(views.image_bytes), 0) AS used
        FROM (SELECT sequence, time FROM inspections ORDER BY sequence DESC LIMIT ?) AS newest
        LEFT JOIN views ON views.sequence = newest.sequence
    """
    row = database.read(lambda db: query_rows(db, sql, [parts]))[0]
    if row["number"] < 2:
        return None
    seconds = (time_value(row["last"]) - time_value(row["first"])).total_seconds()
    gaps = row["number"] - 1
    return row["used"] / row["number"] * gaps / seconds * 86_400 if seconds > 0 else None


class DiskWatch:
    """Says whether the home's disk lasts."""

    def __init__(self, home: Home, low_gb: float) -> None:
        self._home = home
        self._low_bytes = low_gb * GB

    def level(self) -> DiskLevel:
        """The level now. Raises `StorageTrouble` when the disk does not answer."""
        free = disk_space(self._home).free_bytes
        if free < FULL_BYTES:
            return DiskLevel.FULL
        return DiskLevel.LOW if free < self._low_bytes else DiskLevel.OK

    def sentence(self) -> str:
        """One sentence while the disk is low or full; empty while it is not."""
        level = self.level()
        if level is DiskLevel.OK:
            return ""
        return say(
            "The disk with {home} is full: {gb} GB free."
            if level is DiskLevel.FULL
            else "The disk with {home} is nearly full: {gb} GB free.",
            home=self._home.root,
            gb=round(disk_space(self._home).free_bytes / GB, 1),
        )
