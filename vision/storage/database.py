"""Opening the station's database: for the one writer, and read-only for everyone else."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from sqlite_utils import Database, Migrations

from vision.inspection import say
from vision.storage.mounts import refuse_network
from vision.storage.readers import Readers
from vision.storage.schema import STATION
from vision.storage.trouble import (
    StorageCause,
    StorageTrouble,
    storage_trouble,
    translate_errors,
)
from vision.storage.writer import Writer

BUSY_TIMEOUT_MS = 5000
"""How long a statement waits for another program's lock before it becomes trouble."""

T = TypeVar("T")


class StationDatabase:
    """The open database: `write` hands work to the one writer thread, `read` uses a read-only connection.

    Thread-safe. Work gets a `sqlite_utils.Database`, must not keep it, and must not commit: one call is one transaction.
    """

    def __init__(
        self,
        path: Path,
        *,
        read_only: bool = False,
        busy_timeout_ms: int = BUSY_TIMEOUT_MS,
    ) -> None:
        """Open, and migrate when writable.

        Raises:
            StorageTrouble: missing, locked, damaged, read-only, of a newer version, or of an older one (read-only).
        """
        self.path = path
        self._writer: Writer | None = None
        if not read_only:
            self._writer = Writer(lambda: open_for_writing(path, busy_timeout_ms), path)
        self._readers = Readers(lambda: open_read_only(path, busy_timeout_ms), path)
        try:
            self._readers.read(lambda db: check_current(db, STATION, path))
        except BaseException:
            self.close()
            raise

    @property
    def is_read_only(self) -> bool:
        """True when `write` and `migrate` are refused."""
        return self._writer is None

    def write(self, work: Callable[[Database], T]) -> T:
        """Run `work` in one transaction on the writer thread; when this returns, its changes are on disk."""
        if self._writer is None:
            raise StorageTrouble(say("{path} is open for reading only.", path=self.path), cause=StorageCause.READ_ONLY)
        return self._writer.run(work)

    def read(self, work: Callable[[Database], T]) -> T:
        """Run `work` in one read transaction: all its queries see the same state."""
        return self._readers.read(work)

    def migrate(self, migrations: Migrations) -> None:
        """Bring another package's own tables in this file up to date.

        Raises:
            StorageTrouble: the file holds migrations of this set that this Loupe does not know.
        """
        self.write(lambda db: apply_migrations(db, migrations, self.path))

    def close(self) -> None:
        """Finish the queued writes and close every connection. Safe to call twice."""
        self._readers.close()
        if self._writer is not None:
            self._writer.close()


def open_for_writing(path: Path, busy_timeout_ms: int = BUSY_TIMEOUT_MS) -> Database:
    """The write connection: WAL, every commit synced to disk, foreign keys on, migrated. Creates a missing file.

    Raises:
        StorageTrouble: locked, damaged, read-only, full disk, a network file system, or a newer version.
    """
    refuse_network(path)
    with translate_errors(path):
        connection = sqlite3.connect(
            path,
            timeout=busy_timeout_ms / 1000,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            _demand(connection, "journal_mode", "wal", path)
            _demand(connection, "synchronous", 2, path)  # FULL: a commit that returned survives a power cut
            _demand(connection, "foreign_keys", 1, path)
            db = Database(connection, execute_plugins=False)
            apply_migrations(db, STATION, path)
        except BaseException:
            connection.close()
            raise
    return db


def open_read_only(path: Path, busy_timeout_ms: int = BUSY_TIMEOUT_MS) -> Database:
    """A connection that can only read; works while the station writes, and on a read-only disk after it stopped.

    Raises:
        StorageTrouble: there is no database, it cannot be read, or it is in use on a network file system.
    """
    with translate_errors(path):
        if not path.is_file():
            raise storage_trouble(StorageCause.MISSING, path)
        if path.with_name(path.name + "-wal").exists():  # a copy at rest can be read from anywhere
            refuse_network(path)
        try:
            return _connect_read_only(path, "mode=ro", busy_timeout_ms)
        except sqlite3.OperationalError:
            # WAL needs its side files; on a read-only disk they cannot be made. Without a log nothing is missed.
            if path.with_name(path.name + "-wal").exists():
                raise
            return _connect_read_only(path, "immutable=1", busy_timeout_ms)


def _connect_read_only(path: Path, mode: str, busy_timeout_ms: int) -> Database:
    uri = f"{path.absolute().as_uri()}?{mode}"
    connection = sqlite3.connect(
        uri,
        uri=True,
        timeout=busy_timeout_ms / 1000,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return Database(connection, execute_plugins=False)


def _demand(connection: sqlite3.Connection, pragma: str, value: str | int, path: Path) -> None:
    """Set a pragma and check that it took: SQLite ignores what it cannot do without a word."""
    connection.execute(f"PRAGMA {pragma} = {value}").fetchall()
    found = connection.execute(f"PRAGMA {pragma}").fetchone()[0]
    if found != value:
        raise StorageTrouble(
            say("{path} cannot be opened safely.", path=path),
            "Records would not survive a power cut, so nothing is recorded.",
            "Keep the home on a local disk, not on a network share.",
            cause=StorageCause.REFUSED,
            detail=f"PRAGMA {pragma} is {found}, not {value}",
        )


def apply_migrations(db: Database, migrations: Migrations, path: Path) -> None:
    """Apply what is pending of one migration set; refuse a database that has seen unknown ones."""
    check_not_newer(db, migrations, path)
    if migrations.pending(db):
        migrations.apply(db)


def check_not_newer(db: Database, migrations: Migrations, path: Path) -> None:
    """Raise `StorageTrouble` when the file has seen migrations of this set that this Loupe does not know."""
    # The set names its pending ones only, so what this Loupe knows is asked of an empty database.
    known = {migration.name for migration in migrations.pending(Database(memory=True, execute_plugins=False))}
    unknown = [migration.name for migration in migrations.applied(db) if migration.name not in known]
    if unknown:
        raise StorageTrouble(
            say("{path} was written by a newer Loupe.", path=path),
            "This version cannot read it safely and leaves it untouched.",
            "Install the newer Loupe, or choose another home with --home.",
            cause=StorageCause.NEWER,
            detail=f"unknown migrations: {', '.join(unknown)}",
        )


def check_current(db: Database, migrations: Migrations, path: Path) -> None:
    """Raise `StorageTrouble` when the file has seen too many migrations of this set, or too few."""
    check_not_newer(db, migrations, path)
    if migrations.pending(db):
        raise StorageTrouble(
            say("{path} was written by an older Loupe.", path=path),
            "It can be read after it has been brought up to date.",
            "Start the station once on this home, then try again.",
            cause=StorageCause.OLDER,
        )
