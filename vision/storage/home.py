"""A station's home: the one folder that holds everything the station knows, and the lock that keeps it single."""

import json
import os
import socket
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

import platformdirs
from filelock import FileLock, Timeout

from vision.inspection import say
from vision.storage.trouble import StorageCause, StorageTrouble, translate_errors

HOME_VARIABLE = "LOUPE_HOME"
OWNER = "station.lock.json"
SWAPPING = ".swapping"
"""The mark of a restore that is moving things; a station does not start while it is there."""


@dataclass(frozen=True)
class Home:
    """The station's data directory. Only names paths; `prepare` creates them."""

    root: Path

    def __post_init__(self) -> None:
        object.__setattr__(self, "root", Path(self.root).expanduser().absolute())

    @property
    def database(self) -> Path:
        return self.root / "loupe.db"

    @property
    def frames(self) -> Path:
        return self.root / "frames"

    @property
    def recipes(self) -> Path:
        return self.root / "recipes"

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    @property
    def exports(self) -> Path:
        return self.root / "exports"

    @property
    def labels(self) -> Path:
        """What people said about images and is no row: images kept for datasets, unsaved work."""
        return self.root / "labels"

    @property
    def cache(self) -> Path:
        """What is made again when it is missing, such as thumbnails; safe to delete."""
        return self.root / "cache"

    @property
    def settings(self) -> Path:
        return self.root / "settings.json"

    def prepare(self) -> Self:
        """Create the folders and prove that they can be written. Safe while a station runs here.

        Raises:
            StorageTrouble: a folder cannot be created or written.
        """
        with translate_errors(self.root):
            for folder in (
                self.root,
                self.frames,
                self.recipes,
                self.logs,
                self.exports,
            ):
                if folder.exists() and not folder.is_dir():
                    raise _not_a_folder(folder)
                folder.mkdir(parents=True, exist_ok=True)
            for folder in (self.root, self.frames):
                _prove_writable(folder)
        return self


def default_home() -> Home:
    """`LOUPE_HOME` when set, otherwise the platform's user data directory."""
    chosen = os.environ.get(HOME_VARIABLE)
    return Home(Path(chosen) if chosen else platformdirs.user_data_path("Loupe", appauthor=False))


def check_whole(home: Home) -> None:
    """Raise `StorageTrouble` when a restore into this home did not finish."""
    if (home.root / SWAPPING).exists():
        raise StorageTrouble(
            say("A restore into {home} did not finish.", home=home.root),
            "Its data is only partly in place, so the station does not start. Nothing is lost.",
            "Run loupe restore again with --replace; what was there before is in the folder set-aside.",
            cause=StorageCause.DAMAGED,
        )


def _not_a_folder(path: Path) -> StorageTrouble:
    return StorageTrouble(
        say("{path} is a file, not a folder.", path=path),
        "Loupe cannot keep its data there.",
        "Choose another home with --home.",
        cause=StorageCause.REFUSED,
    )


def _prove_writable(folder: Path) -> None:
    """Permission bits do not tell the truth on read-only mounts or for administrators; writing does."""
    try:
        handle, name = tempfile.mkstemp(prefix=".write-test-", dir=folder)
    except OSError as error:  # a person knows the folder, not the name of our probe
        raise OSError(error.errno, error.strerror, str(folder)) from error
    try:
        os.write(handle, b"loupe")
    finally:
        os.close(handle)
        os.unlink(name)


@dataclass(frozen=True, kw_only=True)
class Owner:
    """The Loupe that writes to a home."""

    pid: int
    host: str
    """Name of its computer."""
    since: datetime | None
    """When it took the home, UTC; None when an older Loupe has left no time."""


def owner_of(home: Home) -> Owner | None:
    """Who writes to a home, by the note beside its lock; None without one. A Loupe that died leaves its note behind."""
    try:
        about = json.loads((home.root / OWNER).read_text(encoding="utf-8"))
        since = datetime.fromisoformat(about["since"]) if "since" in about else None
        return Owner(pid=int(about["pid"]), host=str(about["host"]), since=since)
    except (OSError, ValueError, KeyError, TypeError):
        return None


class StationLock:
    """Held by the one Loupe that writes to a home; the operating system releases it when the process dies."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._lock = FileLock(home.root / "station.lock", timeout=0, thread_local=False)
        self._owner = home.root / OWNER

    def __enter__(self) -> Self:
        self.acquire()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()

    def acquire(self) -> None:
        """Take the lock at once.

        Raises:
            StorageTrouble: another Loupe holds it, or the home cannot be written.
        """
        with translate_errors(self._home.root):
            try:
                self._lock.acquire()
            except Timeout as error:
                raise self._in_use() from error
        about = {"pid": os.getpid(), "host": socket.gethostname(), "since": datetime.now(UTC).isoformat()}
        with suppress(OSError):  # the note only helps the next one's message; the lock holds without it
            self._owner.write_text(json.dumps(about), encoding="utf-8")

    def release(self) -> None:
        """Give the lock back. Safe to call twice."""
        if self._lock.is_locked:
            with suppress(OSError):
                self._owner.unlink()
            self._lock.release()

    def _in_use(self) -> StorageTrouble:
        return StorageTrouble(
            self._who(),
            "Two stations on one home would mix their records, so this one does not start.",
            "Close the other Loupe, or choose another home with --home.",
            cause=StorageCause.IN_USE,
        )

    def _who(self) -> str:
        home, owner = self._home.root, owner_of(self._home)
        if owner is None:
            return say("Another Loupe uses {home}.", home=home)
        return say("Another Loupe uses {home} (process {pid} on {host}).", home=home, pid=owner.pid, host=owner.host)
