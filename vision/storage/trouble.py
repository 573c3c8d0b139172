"""Everything that can go wrong with a disk or a database, in plain words.

One place turns the errors of SQLite and the operating system into sentences; what it does not know is a bug and
passes through unchanged, so that it is logged with its trace.
"""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

from vision.inspection import Trouble, say


class StorageCause(StrEnum):
    """What kind of storage trouble it is, for callers that act on it."""

    DISK_FULL = "disk_full"
    READ_ONLY = "read_only"
    """Read-only or forbidden to this user."""
    LOCKED = "locked"
    IN_USE = "in_use"
    """Another Loupe uses the same home."""
    NEWER = "newer"
    OLDER = "older"
    MISSING = "missing"
    DAMAGED = "damaged"
    DEVICE = "device"
    """The disk itself reports an error."""
    CLOSED = "closed"
    REFUSED = "refused"
    """The request itself is not possible; the storage is well."""


class StorageTrouble(Trouble):
    """The station's data cannot be read or written as asked."""

    def __init__(
        self,
        what: str,
        meaning: str = "",
        remedy: str = "",
        *,
        cause: StorageCause,
        detail: str = "",
    ) -> None:
        super().__init__(what, meaning, remedy, detail=detail)
        self.cause = cause


_Sentences = tuple[str, str, str]

_WORDS: dict[StorageCause, _Sentences] = {
    StorageCause.DISK_FULL: (
        say("The disk with {path} is full."),
        say("Nothing more can be recorded, so parts are not inspected."),
        say("Free space on this disk or lower the disk quota, then start the station again."),
    ),
    StorageCause.READ_ONLY: (
        say("{path} cannot be written: it is read-only or belongs to another user."),
        say("Nothing can be recorded, so parts are not inspected."),
        say("Give this user the right to write there, or choose another home with --home."),
    ),
    StorageCause.LOCKED: (
        say("{path} is locked by another program."),
        say("What was asked is not stored."),
        say("Close the program that has the database open, then try again."),
    ),
    StorageCause.MISSING: (
        say("{path} does not exist or cannot be opened."),
        say("There is nothing to read."),
        say("Check the home with --home, or start the station once to create it."),
    ),
    StorageCause.DAMAGED: (
        say("{path} is damaged or is no Loupe database."),
        say("Its records cannot be read and no new ones are written."),
        say("Keep the file, restore the last backup with loupe restore, and ask for help with the old file."),
    ),
    StorageCause.DEVICE: (
        say("The disk with {path} reports an error."),
        say("What was asked may not be stored."),
        say("Check the disk and its cable; make a backup to another disk before anything else."),
    ),
}

_MORE_ROOM = say("Free space on this disk or lower the disk quota, then try again.")

_BY_SQLITE = {
    "SQLITE_FULL": StorageCause.DISK_FULL,
    "SQLITE_READONLY": StorageCause.READ_ONLY,
    "SQLITE_PERM": StorageCause.READ_ONLY,
    "SQLITE_BUSY": StorageCause.LOCKED,
    "SQLITE_LOCKED": StorageCause.LOCKED,
    "SQLITE_CANTOPEN": StorageCause.MISSING,
    "SQLITE_CORRUPT": StorageCause.DAMAGED,
    "SQLITE_NOTADB": StorageCause.DAMAGED,
    "SQLITE_IOERR": StorageCause.DEVICE,
}

_BY_ERRNO = {
    errno.ENOSPC: StorageCause.DISK_FULL,
    errno.EDQUOT: StorageCause.DISK_FULL,
    errno.EFBIG: StorageCause.DISK_FULL,
    errno.EROFS: StorageCause.READ_ONLY,
    errno.EACCES: StorageCause.READ_ONLY,
    errno.EPERM: StorageCause.READ_ONLY,
    errno.ENOENT: StorageCause.MISSING,
    errno.ENOTDIR: StorageCause.MISSING,
    errno.EIO: StorageCause.DEVICE,
}


def storage_trouble(cause: StorageCause, path: Path, detail: str = "") -> StorageTrouble:
    """The trouble in words for one of the causes that have a fixed wording."""
    what, meaning, remedy = _WORDS[cause]
    return StorageTrouble(say(what, path=path), meaning, remedy, cause=cause, detail=detail)


@contextmanager
def translate_errors(path: Path) -> Iterator[None]:
    """Turn known errors of SQLite and the operating system into `StorageTrouble` that names `path`."""
    try:
        yield
    except sqlite3.Error as error:
        cause = _cause_of_sqlite(error)
        if cause is None:
            raise
        raise storage_trouble(cause, path, str(error)) from error
    except OSError as error:
        known = _BY_ERRNO.get(error.errno or 0)
        if known is None:
            raise
        raise storage_trouble(known, Path(error.filename or path), str(error)) from error


@contextmanager
def beside_the_line(path: Path, meaning: str) -> Iterator[None]:
    """As `translate_errors`, for work whose failing leaves the line as it was: teaching, releasing.

    Args:
        path: the folder that is written.
        meaning: what becomes of the work, told in place of the record that the line would lose.
    """
    try:
        with translate_errors(path):
            yield
    except StorageTrouble as trouble:
        if trouble.cause not in (StorageCause.DISK_FULL, StorageCause.READ_ONLY):
            raise
        remedy = _MORE_ROOM if trouble.cause is StorageCause.DISK_FULL else trouble.remedy
        raise StorageTrouble(trouble.what, meaning, remedy, cause=trouble.cause, detail=trouble.detail) from trouble


def _cause_of_sqlite(error: sqlite3.Error) -> StorageCause | None:
    """Extended codes such as SQLITE_IOERR_WRITE begin with their family's name."""
    name = getattr(error, "sqlite_errorname", None) or ""
    return next((cause for family, cause in _BY_SQLITE.items() if name.startswith(family)), None)
