"""The whole station in one file, and back again.

A backup is made while the station runs: the database is copied in one consistent read, then the frames its rows name.
A restore looks at everything before it touches anything, and sets what was there aside instead of deleting it.
"""

import hashlib
import json
import os
import shutil
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO

from sqlite_utils import Database

from vision.durable import sync_folder
from vision.inspection import say
from vision.storage.database import check_not_newer, open_read_only
from vision.storage.disk import disk_space
from vision.storage.home import SWAPPING, Home, StationLock
from vision.storage.schema import STATION
from vision.storage.trouble import StorageCause, StorageTrouble, storage_trouble, translate_errors
from vision.storage.values import json_text

FORMAT = 1
"""Layout of a backup file; a newer one is refused."""

_MANIFEST = "manifest.json"
_DATABASE = "loupe.db"
_PARTS = (_DATABASE, "recipes", "labels", "frames", "settings.json")
"""What a backup may hold, by first path part; also the order in which a restore sets things aside."""
_BLOCK = 1 << 20


def backup(home: Home, file: Path) -> None:
    """Write a backup of `home` to `file`, whole and durable or not at all.

    Raises:
        StorageTrouble: nothing to save, no room, or the target cannot be written.
    """
    file = file.absolute()
    if file.is_dir():
        raise StorageTrouble(
            say("{file} is a folder.", file=file), "Nothing is saved.", "Name a file.", cause=StorageCause.REFUSED
        )
    if not file.parent.is_dir():
        raise StorageTrouble(
            say("The folder {folder} does not exist.", folder=file.parent),
            "Nothing is saved.",
            "Make it, or name a file in another folder.",
            cause=StorageCause.MISSING,
        )
    part = file.with_name(f"{file.name}.part")
    with translate_errors(file.parent), tempfile.TemporaryDirectory(prefix="loupe-", dir=file.parent) as work:
        copy = Path(work) / _DATABASE
        _copy_database(home.database, copy)
        try:
            with part.open("wb") as out:
                _write_archive(out, home, copy)
                out.flush()
                os.fsync(out.fileno())
            os.replace(part, file)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        sync_folder(file.parent)


def _copy_database(source: Path, target: Path) -> None:
    with closing(open_read_only(source)) as db, closing(sqlite3.connect(target)) as copy, translate_errors(target):
        db.conn.backup(copy)  # all pages in one read transaction: consistent, and the writer is not held up
        copy.execute("PRAGMA journal_mode = DELETE")


def _write_archive(out: BinaryIO, home: Home, database: Path) -> None:
    files: dict[str, dict[str, Any]] = {}
    missing = []
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        files[_DATABASE] = _add(archive, _DATABASE, database)
        for name in _names(home, database):
            try:
                files[name] = _add(archive, name, home.root / name)
            except FileNotFoundError:  # the retention rules may remove a frame while the backup runs
                missing.append(name)
        about = {"format": FORMAT, "created": datetime.now(UTC).isoformat(), "files": files, "missing": missing}
        archive.writestr(_MANIFEST, json_text(about))


def _names(home: Home, database: Path) -> Iterator[str]:
    if home.settings.is_file():
        yield home.settings.name
    for path in sorted([*home.recipes.rglob("*"), *home.labels.rglob("*")]):
        name = path.relative_to(home.root)
        if path.is_file() and not any(part.startswith(".") for part in name.parts):
            yield name.as_posix()
    with closing(sqlite3.connect(database)) as connection:
        for (image,) in connection.execute("SELECT image FROM views WHERE image IS NOT NULL ORDER BY sequence"):
            yield image


def _add(archive: zipfile.ZipFile, name: str, path: Path) -> dict[str, Any]:
    """Stream one file in; frames are compressed already and are stored as they are."""
    entry = zipfile.ZipInfo(name, datetime.now(UTC).timetuple()[:6])
    entry.compress_type = zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED
    with path.open("rb") as source, archive.open(entry, "w", force_zip64=True) as target:
        return _copy(source, target)


def _copy(source: Any, target: Any) -> dict[str, Any]:
    digest, count = hashlib.sha256(), 0
    while block := source.read(_BLOCK):
        target.write(block)
        digest.update(block)
        count += len(block)
    return {"sha256": digest.hexdigest(), "bytes": count}


def restore(file: Path, home: Home, *, replace: bool = False) -> Path | None:
    """Put a backup back. With `replace`, what the home holds is set aside first.

    Returns the folder where the old data is now, None when there was none.

    Raises:
        StorageTrouble: the file is no whole backup, the home holds data (without `replace`), is in use, or has no room.
    """
    with translate_errors(file), _open_archive(file) as archive:
        files = _checked_manifest(archive, file)
        with StationLock(home.prepare()):
            if _present(home) and not replace:
                raise _not_empty(home)
            return _restore(archive, files, home, file)


def _open_archive(file: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(file)
    except zipfile.BadZipFile as error:
        raise _broken(file, str(error)) from error


def _checked_manifest(archive: zipfile.ZipFile, file: Path) -> dict[str, dict[str, Any]]:
    """The files of a backup, when the archive holds exactly those and none of them leaves the home."""
    try:
        about = json.loads(archive.read(_MANIFEST))
        number, files = about["format"], about["files"]
        names = sorted(entry.filename for entry in archive.infolist())
    except (KeyError, ValueError, TypeError, zipfile.BadZipFile, OSError) as error:
        raise _broken(file, repr(error)) from error
    if number != FORMAT:
        what = say("{file} was made by another version of Loupe.", file=file)
        raise StorageTrouble(what, "Nothing is changed.", "Use that version.", cause=StorageCause.NEWER)
    if names != sorted([*files, _MANIFEST]) or _DATABASE not in files or not all(map(_is_inside, files)):
        raise _broken(file, "the manifest does not name exactly what the file holds")
    return dict(files)


def _is_inside(name: str) -> bool:
    """Paths that stay inside a home on Linux and on Windows."""
    parts = PurePosixPath(name).parts
    return bool(parts) and parts[0] in _PARTS and ".." not in parts and not set(name) & set("\\:\0")


def _restore(archive: zipfile.ZipFile, files: dict[str, dict[str, Any]], home: Home, file: Path) -> Path | None:
    if sum(int(about["bytes"]) for about in files.values()) > disk_space(home).free_bytes:
        raise storage_trouble(StorageCause.DISK_FULL, home.root)
    staged = Path(tempfile.mkdtemp(prefix=".restoring-", dir=home.root))
    try:
        for name, about in files.items():
            _extract(archive, name, about, staged / name, file)
        _check_database(staged / _DATABASE)
        return _swap(staged, home)
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def _extract(archive: zipfile.ZipFile, name: str, about: dict[str, Any], target: Path, file: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        if archive.getinfo(name).file_size != about["bytes"]:
            raise _broken(file, f"{name} has another size than the manifest says")
        with archive.open(name) as source, target.open("wb") as out:
            found = _copy(source, out)
            out.flush()
            os.fsync(out.fileno())
    except (zipfile.BadZipFile, EOFError, RuntimeError) as error:  # RuntimeError: encrypted, or packed in a way unknown
        raise _broken(file, f"{name}: {error}") from error
    if found != about:
        raise _broken(file, f"{name} is not what the manifest says")


def _check_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, translate_errors(path):
        check_not_newer(Database(connection, execute_plugins=False), STATION, path)
        if connection.execute("PRAGMA quick_check").fetchone()[0] != "ok":
            raise storage_trouble(StorageCause.DAMAGED, path)


def _swap(staged: Path, home: Home) -> Path | None:
    """Set the old aside, move the new in. The mark `SWAPPING` keeps a station from starting on a half-swapped home."""
    aside = home.root / "set-aside" / f"{datetime.now(UTC):%Y%m%d-%H%M%S-%f}"
    mark = home.root / SWAPPING
    old = _present(home)
    mark.write_text(aside.name, encoding="utf-8")
    sync_folder(home.root)
    aside.mkdir(parents=True)
    for path in old:
        os.rename(path, aside / path.name)
    for empty in (home.frames, home.recipes, home.labels):
        shutil.rmtree(empty, ignore_errors=True)  # only what `_present` found empty is still there
    for path in sorted(staged.iterdir()):
        os.rename(path, home.root / path.name)
    sync_folder(home.root)
    mark.unlink()
    home.prepare()
    if old:
        return aside
    shutil.rmtree(aside)
    return None


def _present(home: Home) -> list[Path]:
    """What of a home is data: files that are there and folders that hold something."""
    database = [home.database.with_name(home.database.name + end) for end in ("", "-wal", "-shm")]
    candidates = [home.settings, home.recipes, home.labels, home.frames, *database]
    return [path for path in candidates if path.is_file() or (path.is_dir() and any(_files(path)))]


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def _broken(file: Path, detail: str) -> StorageTrouble:
    return StorageTrouble(
        say("{file} is no whole Loupe backup.", file=file),
        "Nothing is changed.",
        "Choose another backup, or copy this one again from where it was made.",
        cause=StorageCause.DAMAGED,
        detail=detail,
    )


def _not_empty(home: Home) -> StorageTrouble:
    return StorageTrouble(
        say("{home} already holds a station's data.", home=home.root),
        "Nothing is changed.",
        "Restore with --replace to set it aside, or choose another home with --home.",
        cause=StorageCause.REFUSED,
    )
