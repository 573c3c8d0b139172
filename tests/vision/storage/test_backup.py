"""One file holds the station; putting it back never loses what was there."""

import json
import os
import sqlite3
import threading
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.vision.storage.parts import Line
from vision.inspection import ManualClock
from vision.storage import Home, StorageCause, StorageTrouble, Store, backup, restore
from vision.storage.home import SWAPPING


@pytest.fixture
def saved(line: Line, store: Store, tmp_path: Path) -> Path:
    """A backup of three parts, a recipe and the settings, made while the station runs."""
    for _ in range(3):
        line.inspect(views=("top", "side"))
    recipe = store.home.recipes / "flange" / "v0001"
    recipe.mkdir(parents=True)
    (recipe / "recipe.json").write_text("{}", encoding="utf-8")
    (store.home.recipes / "flange" / ".draft-1").mkdir()
    (store.home.recipes / "flange" / ".draft-1" / "half").write_text("x", encoding="utf-8")
    store.home.settings.write_text('{"language": "de"}', encoding="utf-8")
    file = tmp_path / "station.zip"
    backup(store.home, file)
    return file


@pytest.fixture
def other(tmp_path: Path) -> Home:
    return Home(tmp_path / "other")


def test_there_and_back(saved: Path, store: Store, other: Home) -> None:
    assert restore(saved, other) is None
    with Store(other) as restored:
        assert restored.records() == store.records()
        assert restored.integrity() == []
        assert restored.read_frame(restored.records()[2], "side").width == 16
    assert (other.recipes / "flange" / "v0001" / "recipe.json").read_text(encoding="utf-8") == "{}"
    assert other.settings.read_bytes() == store.home.settings.read_bytes()
    assert not (other.recipes / "flange" / ".draft-1").exists()
    assert sorted(path.name for path in saved.parent.iterdir() if path.name.startswith("station")) == ["station.zip"]


def test_a_backup_beside_a_writing_line_is_consistent(line: Line, store: Store, tmp_path: Path, other: Home) -> None:
    stop = threading.Event()

    def work() -> None:
        while not stop.is_set():
            line.inspect()

    writer = threading.Thread(target=work)
    writer.start()
    try:
        while store.count() < 10:
            stop.wait(0.01)
        backup(store.home, tmp_path / "b.zip")
    finally:
        stop.set()
        writer.join()
    restore(tmp_path / "b.zip", other)
    with Store(other) as restored:
        restored.recover()
        assert restored.count() >= 10
        assert restored.integrity() == []


def test_a_home_with_data_is_not_overwritten_unless_told(saved: Path, store: Store) -> None:
    home = store.home
    before = store.records()
    store.close()
    with pytest.raises(StorageTrouble, match="already holds a station's data") as caught:
        restore(saved, home)
    assert caught.value.cause is StorageCause.REFUSED
    with Store(home) as again:
        later = Line(again, ManualClock()).inspect()
    aside = restore(saved, home, replace=True)
    assert aside is not None
    with Store(home) as restored:
        assert restored.records() == before
        assert restored.integrity() == []
    with Store(Home(aside)) as old:
        assert old.records() == [*before, later]
        assert old.integrity() == []


def test_a_running_station_is_not_pulled_from_under_itself(saved: Path, store: Store) -> None:
    with pytest.raises(StorageTrouble, match="Another Loupe uses"):
        restore(saved, store.home, replace=True)
    assert store.count() == 3


@pytest.mark.parametrize("share", [0.0, 0.3, 0.9, 0.999])
def test_a_truncated_backup_changes_nothing(saved: Path, other: Home, share: float) -> None:
    content = saved.read_bytes()
    saved.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(StorageTrouble, match="no whole Loupe backup"):
        restore(saved, other)
    assert not other.database.exists()


def test_no_file_and_foreign_files_are_told(tmp_path: Path, other: Home) -> None:
    with pytest.raises(StorageTrouble, match="does not exist"):
        restore(tmp_path / "none.zip", other)
    foreign = tmp_path / "foreign.zip"
    with zipfile.ZipFile(foreign, "w") as archive:
        archive.writestr("letter.txt", "hello")
    with pytest.raises(StorageTrouble, match="no whole Loupe backup"):
        restore(foreign, other)


Change = Callable[[dict[str, bytes]], None]


def rewrite(file: Path, change: Change) -> None:
    with zipfile.ZipFile(file) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    change(content)
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in content.items():
            archive.writestr(name, data)


def smuggle(name: str) -> Change:
    """A backup whose manifest names the foreign path too, as an attacker would make it."""

    def change(content: dict[str, bytes]) -> None:
        manifest = json.loads(content["manifest.json"])
        content[name] = b""
        empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        manifest["files"][name] = {"bytes": 0, "sha256": empty}
        content["manifest.json"] = json.dumps(manifest).encode()

    return change


def change_a_frame(content: dict[str, bytes]) -> None:
    name = next(name for name in content if name.endswith(".png"))
    content[name] = content[name][:-1] + b"x"


def add_a_stranger(content: dict[str, bytes]) -> None:
    content["frames/stranger.png"] = b"x"


def remove_a_frame(content: dict[str, bytes]) -> None:
    del content[next(name for name in content if name.endswith(".png"))]


@pytest.mark.parametrize(
    "change",
    [
        change_a_frame,
        add_a_stranger,
        remove_a_frame,
        smuggle("../evil"),
        smuggle("/evil"),
        smuggle("frames/../../evil"),
        smuggle("frames\\..\\..\\evil"),
        smuggle("C:/evil"),
        smuggle("station.lock"),
    ],
)
def test_a_backup_that_is_not_what_it_says_is_refused(saved: Path, other: Home, tmp_path: Path, change: Change) -> None:
    rewrite(saved, change)
    with pytest.raises(StorageTrouble, match="no whole Loupe backup"):
        restore(saved, other)
    assert not other.database.exists()
    assert not list(tmp_path.rglob("evil"))


def test_a_backup_of_a_newer_loupe_is_refused(saved: Path, other: Home, tmp_path: Path) -> None:
    def age(content: dict[str, bytes]) -> None:
        content["manifest.json"] = content["manifest.json"].replace(b'"format": 1', b'"format": 2')

    rewrite(saved, age)
    with pytest.raises(StorageTrouble, match="another version") as caught:
        restore(saved, other)
    assert caught.value.cause is StorageCause.NEWER


def test_a_newer_database_inside_is_refused_before_anything_moves(line: Line, store: Store, tmp_path: Path) -> None:
    record = line.inspect()
    file = tmp_path / "b.zip"
    add = "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('station', 'm0999', '2030')"
    store.database.write(lambda db: db.conn.execute(add).rowcount)
    backup_of_newer = Home(tmp_path / "newer").prepare()
    with (
        closing(sqlite3.connect(backup_of_newer.database)) as copy,
        closing(sqlite3.connect(store.home.database)) as now,
    ):
        now.backup(copy)
    backup(backup_of_newer, file)
    take = "DELETE FROM _sqlite_migrations WHERE name = 'm0999'"
    store.database.write(lambda db: db.conn.execute(take).rowcount)
    store.close()
    with pytest.raises(StorageTrouble, match="newer Loupe"):
        restore(file, store.home, replace=True)
    with Store(store.home) as again:
        assert again.records() == [record]


def test_a_restore_that_was_cut_short_is_told_and_can_be_repeated(
    saved: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, before = store.home, store.records()
    store.close()
    moves: list[Path] = []
    true_rename = os.rename

    def rename(source: Path, target: Path) -> None:
        moves.append(source)
        if len(moves) == 5:
            raise KeyboardInterrupt
        true_rename(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "rename", rename)
        with pytest.raises(KeyboardInterrupt):
            restore(saved, home, replace=True)
    assert (home.root / SWAPPING).exists()
    with pytest.raises(StorageTrouble, match="did not finish"):
        Store(home)
    restore(saved, home, replace=True)
    with Store(home) as again:
        assert again.records() == before
        assert again.integrity() == []
    assert [path.name for path in home.root.iterdir() if path.name.startswith(".restoring")] == []


def test_a_backup_needs_something_to_save_and_somewhere_to_go(store: Store, other: Home, tmp_path: Path) -> None:
    with pytest.raises(StorageTrouble, match="does not exist"):
        backup(other, tmp_path / "b.zip")
    with pytest.raises(StorageTrouble, match="is a folder"):
        backup(store.home, tmp_path)
    with pytest.raises(StorageTrouble, match="does not exist"):
        backup(store.home, tmp_path / "no" / "b.zip")
    assert [path for path in tmp_path.iterdir() if path.name.startswith(("b.zip", "loupe-"))] == []
