"""Full, read-only, locked, newer, damaged, in use: plain words, and nothing half-written."""

import errno
import os
import socket
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from io import FileIO
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from tests.vision.storage.parts import Line, frame
from vision.inspection import ManualClock
from vision.storage import Home, Owner, StorageCause, StorageTrouble, Store, default_home, open_reader, owner_of
from vision.storage.database import open_for_writing
from vision.storage.trouble import translate_errors

Mount = Callable[[str], None]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[tuple[Path, Mount]]:
    """A disk of 4 MB of its own, and a way to mount it again with other options."""
    folder = tmp_path / "disk"
    folder.mkdir()

    def mount(options: str) -> None:
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], capture_output=True, text=True
        )
        if done.returncode != 0:
            pytest.skip(f"a small disk needs the right to mount: {done.stderr.strip()}")

    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("a small disk needs Linux and the right to mount")
    mount("size=4m")
    try:
        yield folder, mount
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(folder: Path) -> Path:
    """Take the rest of the disk, byte by byte at the end."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as out:
        for size in (1 << 16, 512):
            with pytest.raises(OSError, match="No space left"):
                write_for_ever(out, b"x" * size)
    return ballast


def write_for_ever(out: FileIO, block: bytes) -> None:
    while True:
        out.write(block)


def inspect_for_ever(line: Line) -> None:
    while True:
        line.inspect(views=())


def test_a_full_disk_loses_nothing_and_the_line_can_go_on(small_disk: tuple[Path, Mount], clock: ManualClock) -> None:
    disk, _ = small_disk
    with Store(Home(disk / "home")) as store:
        line = Line(store, clock)
        good = line.inspect()
        waiting = line.intent()
        sequence = store.begin(waiting)
        ballast = fill(disk)
        with pytest.raises(StorageTrouble, match="is full") as caught:
            store.save_frame(waiting.inspection_id, sequence, "top", frame(size=64), "L7")
        assert caught.value.cause is StorageCause.DISK_FULL
        with pytest.raises(StorageTrouble, match="is full"):
            inspect_for_ever(line)
        assert list((store.home.frames / ".incoming").iterdir()) == []
        ballast.unlink()
        done = store.complete(line.record(waiting, sequence, views=(line.see(waiting, sequence, "top"),)))
        after = line.inspect()
        assert store.get(good.inspection_id) == good
        assert store.get(done.inspection_id) == done
        assert store.integrity() == []
        assert after.sequence == store.latest(1)[0].sequence


def test_a_full_database_is_told_and_undone(line: Line, store: Store) -> None:
    def limit(pages: int) -> None:
        store.database.write(lambda db: db.conn.execute(f"PRAGMA max_page_count = {pages}").fetchall())

    limit(1)
    with pytest.raises(StorageTrouble, match="is full"):
        inspect_for_ever(line)
    count = store.count()
    limit(1_000_000)
    assert line.inspect(views=()).sequence > count
    store.close()
    with Store(store.home) as again:
        again.recover()
        assert again.integrity() == []


def test_a_read_only_home_is_told_and_can_still_be_read(small_disk: tuple[Path, Mount], clock: ManualClock) -> None:
    disk, mount = small_disk
    home = Home(disk / "home")
    with Store(home) as store:
        record = Line(store, clock).inspect()
    mount("remount,ro")
    with pytest.raises(StorageTrouble, match="read-only") as caught:
        Store(home)
    assert caught.value.cause is StorageCause.READ_ONLY
    assert str(home.root) in caught.value.what
    with open_reader(home) as reader:
        assert reader.records() == [record]
        assert reader.read_frame(record, "top").width == 16


@pytest.mark.skipif(
    sys.platform == "win32" or (os.name == "posix" and os.geteuid() == 0), reason="root may write anywhere"
)
def test_a_forbidden_home_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(StorageTrouble, match="read-only or belongs to another user"):
        Store(Home(tmp_path / "home"))


def test_a_home_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("x", encoding="utf-8")
    with pytest.raises(StorageTrouble, match="is a file, not a folder"):
        Store(Home(tmp_path / "home"))


def test_a_second_station_on_one_home_is_refused(store: Store) -> None:
    with pytest.raises(StorageTrouble, match=rf"Another Loupe uses .*\(process {os.getpid()} on ") as caught:
        Store(store.home)
    assert caught.value.cause is StorageCause.IN_USE
    store.close()
    Store(store.home).close()


def test_whoever_looks_learns_who_works_in_a_home_and_since_when(store: Store) -> None:
    owner, note = owner_of(store.home), store.home.root / "station.lock.json"
    assert owner is not None
    assert (owner.pid, owner.host) == (os.getpid(), socket.gethostname())
    assert owner.since is not None
    assert abs(datetime.now(UTC) - owner.since) < timedelta(minutes=1)
    note.write_text('{"pid": 7, "host": "line-2"}')  # as older ones wrote it
    assert owner_of(store.home) == Owner(pid=7, host="line-2", since=None)
    for broken in ("", "[]", '{"pid": 7}', '{"pid": "x", "host": "y"}', '{"pid": 7, "host": "y", "since": "z"}'):
        note.write_text(broken)
        assert owner_of(store.home) is None
    store.close()
    assert owner_of(store.home) is None


def test_a_store_may_be_closed_by_another_thread(store: Store) -> None:
    closer = threading.Thread(target=store.close)
    closer.start()
    closer.join()
    Store(store.home).close()


def test_the_lock_of_a_killed_station_is_free(home: Home) -> None:
    code = f"""
import os, signal
from pathlib import Path
from vision.storage import Home, Store
store = Store(Home(Path({str(home.root)!r})))
os.kill(os.getpid(), signal.SIGKILL)
"""
    root = Path(__file__).parents[3]
    subprocess.run([sys.executable, "-c", code], cwd=root, check=False)
    assert (home.root / "station.lock.json").exists(), "the station died with its lock"
    Store(home).close()


def test_a_database_locked_by_another_program_is_told(store: Store, home: Home) -> None:
    store.close()
    with closing(sqlite3.connect(home.database)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with (
            Store(home, busy_timeout_ms=20) as opened,
            pytest.raises(StorageTrouble, match="locked by another") as caught,
        ):
            opened.begin(Line(opened, ManualClock()).intent())
        assert caught.value.cause is StorageCause.LOCKED
        other.execute("PRAGMA user_version = 3")
        other.rollback()


def test_a_database_of_a_newer_version_is_left_untouched(store: Store, home: Home) -> None:
    store.close()
    with closing(sqlite3.connect(home.database)) as connection:
        sql = (
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('station', 'm0999_wings', '2030')"
        )
        connection.execute(sql)
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = home.database.read_bytes()
    for read_only in (False, True):
        with pytest.raises(StorageTrouble, match="newer Loupe") as caught:
            Store(home, read_only=read_only)
        assert caught.value.cause is StorageCause.NEWER
        assert "m0999_wings" in caught.value.detail
    assert home.database.read_bytes() == before


def test_another_sets_migrations_are_none_of_our_business(store: Store, home: Home) -> None:
    store.close()
    with closing(sqlite3.connect(home.database)) as connection:
        sql = "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('labeling', 'm0001', '2030')"
        connection.execute(sql)
        connection.commit()
    Store(home).close()


def test_another_package_keeps_its_own_tables_here(store: Store) -> None:
    labels = Migrations("labeling")

    @labels(name="m0001")
    def first(db: Database) -> None:
        db.execute("CREATE TABLE labels (name TEXT)")

    store.database.migrate(labels)
    store.database.migrate(labels)
    assert store.database.read(lambda db: db.conn.execute("SELECT count(*) FROM labels").fetchone()) == (0,)
    with pytest.raises(StorageTrouble, match="newer Loupe"):
        store.database.migrate(Migrations("labeling"))


def test_a_reader_of_an_older_database_is_told_what_to_do(home: Home) -> None:
    sqlite3.connect(home.database).close()
    home.database.write_bytes(b"")
    with pytest.raises(StorageTrouble, match="older Loupe") as caught:
        open_reader(home)
    assert caught.value.cause is StorageCause.OLDER


def test_reading_where_there_is_nothing(tmp_path: Path) -> None:
    with pytest.raises(StorageTrouble, match="does not exist") as caught:
        open_reader(Home(tmp_path / "none"))
    assert caught.value.cause is StorageCause.MISSING
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("content", [b"this is no database, it is a letter" * 100, os.urandom(4096)])
def test_a_file_that_is_no_database_is_told_and_kept(home: Home, content: bytes) -> None:
    home.database.write_bytes(content)
    for read_only in (False, True):
        with pytest.raises(StorageTrouble, match="damaged or is no Loupe database") as caught:
            Store(home, read_only=read_only)
        assert caught.value.cause is StorageCause.DAMAGED
    assert home.database.read_bytes() == content


def test_a_damaged_page_is_told(line: Line, store: Store, home: Home) -> None:
    for _ in range(60):
        line.inspect(views=())
    store.close()
    content = bytearray(home.database.read_bytes())
    content[4096 * 2 :] = os.urandom(len(content) - 4096 * 2)
    home.database.write_bytes(content)
    with pytest.raises(StorageTrouble, match="damaged"), Store(home) as broken:
        broken.records()


def test_a_place_where_sqlite_cannot_keep_a_log_is_refused() -> None:
    with pytest.raises(StorageTrouble, match="cannot be opened safely") as caught:
        open_for_writing(Path(":memory:"))  # a place without a write-ahead log, as some network shares are
    assert "journal_mode is memory" in caught.value.detail


def test_the_write_connection_syncs_every_commit(store: Store) -> None:
    def pragmas(db: object) -> list[object]:
        names = ("journal_mode", "synchronous", "foreign_keys")
        return [db.conn.execute(f"PRAGMA {name}").fetchone()[0] for name in names]  # type: ignore[attr-defined]

    assert store.database.write(pragmas) == ["wal", 2, 1]


@pytest.mark.parametrize(
    ("code", "cause"),
    [
        (errno.ENOSPC, StorageCause.DISK_FULL),
        (errno.EROFS, StorageCause.READ_ONLY),
        (errno.EACCES, StorageCause.READ_ONLY),
        (errno.ENOENT, StorageCause.MISSING),
        (errno.EIO, StorageCause.DEVICE),
    ],
)
def test_errors_of_the_system_become_words_that_name_the_file(code: int, cause: StorageCause) -> None:
    with pytest.raises(StorageTrouble, match="/home/frame") as caught, translate_errors(Path("/home")):
        raise OSError(code, "x", "/home/frame.png")
    assert caught.value.cause is cause
    assert caught.value.meaning
    assert caught.value.remedy


def test_a_bug_stays_a_bug() -> None:
    for bug in (OSError(errno.EBADF, "x"), sqlite3.IntegrityError("x"), ValueError("x")):
        with pytest.raises(type(bug)), translate_errors(Path("/home")):
            raise bug


def test_the_home_is_the_users_or_the_one_asked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LOUPE_HOME", str(tmp_path / "mine"))
    assert default_home().root == tmp_path / "mine"
    monkeypatch.delenv("LOUPE_HOME")
    assert default_home().root.name == "Loupe"
