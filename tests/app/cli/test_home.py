"""Backup and restore, and homes that cannot be used: each gets a plain message, and nothing is lost."""

import hashlib
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.app.cli.calls import RECIPE, Loupe, environment
from tests.disk import full_disk, needs_full_disk
from vision.storage import Home, Store


@pytest.fixture
def used(loupe: Loupe, home: Home, dataset: Path) -> list[dict[str, object]]:
    """Two records in the home."""
    paths = sorted((dataset / "test").rglob("*.png"))[:2]
    return loupe("inspect", *paths, "--recipe", RECIPE).objects


def content(root: Path) -> dict[str, str]:
    """What is in the home, but for the lock and SQLite's own working files."""
    return {
        str(path.relative_to(root)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not path.name.startswith(("station.lock", "loupe.db-"))
    }


def test_a_backup_comes_back_whole(loupe: Loupe, home: Home, used: list[dict[str, object]], tmp_path: Path) -> None:
    file = tmp_path / "Sicherung 1.zip"
    saved = loupe("backup", file)
    assert saved.code == 0
    assert saved.one["backup"] == str(file)
    assert file.is_file()
    other = tmp_path / "other"
    restored = loupe("restore", file, "--home", other)
    assert (restored.code, restored.one["set_aside"]) == (0, None)
    assert loupe("records", "--home", other).objects == loupe("records").objects
    for one in used:
        assert loupe("replay", str(one["inspection_id"]), "--home", other).one["score"] == one["score"]
    assert loupe("inspect", "nowhere.png", "--recipe", RECIPE, "--home", other).code == 1
    assert [record["sequence"] for record in loupe("records", "--home", other).objects] == [1, 2, 3]


def test_a_home_with_data_is_replaced_only_when_asked(
    loupe: Loupe, home: Home, used: list[dict[str, object]], tmp_path: Path
) -> None:
    file = tmp_path / "backup.zip"
    loupe("backup", file)
    loupe("inspect", "nowhere.png", "--recipe", RECIPE)
    before = content(home.root)
    assert "--replace" in loupe("restore", file).sentence
    assert content(home.root) == before
    answer = loupe("restore", file, "--replace")
    assert answer.code == 0
    assert len(loupe("records").objects) == 2
    aside = Path(answer.one["set_aside"])
    assert aside.is_relative_to(home.root)
    with closing(sqlite3.connect(aside / "loupe.db")) as old:
        assert old.execute("SELECT count(*) FROM inspections").fetchone() == (3,)


@pytest.mark.parametrize("share", [0.0, 0.3, 0.99])
def test_a_truncated_backup_changes_nothing(
    loupe: Loupe, home: Home, used: list[dict[str, object]], tmp_path: Path, share: float
) -> None:
    file = tmp_path / "backup.zip"
    loupe("backup", file)
    data = file.read_bytes()
    file.write_bytes(data[: int(len(data) * share)])
    before = content(home.root)
    assert "backup.zip" in loupe("restore", file, "--replace").sentence
    assert content(home.root) == before


def test_backups_that_cannot_be_are_told(
    loupe: Loupe, home: Home, used: list[dict[str, object]], tmp_path: Path
) -> None:
    assert "missing.zip" in loupe("restore", tmp_path / "missing.zip").sentence
    assert "nowhere" in loupe("backup", tmp_path / "nowhere" / "b.zip").sentence
    assert "folder" in loupe("backup", tmp_path).sentence
    assert loupe("backup", tmp_path / "b.zip", "--home", tmp_path / "no-home").sentence
    assert not (tmp_path / "b.zip").exists()


def test_a_second_loupe_on_one_home_is_refused_and_the_first_goes_on(
    loupe: Loupe, home: Home, used: list[dict[str, object]], dataset: Path, tmp_path: Path
) -> None:
    loupe("backup", tmp_path / "b.zip")
    with Store(home):
        for words in (
            ("inspect", "a.png", "--recipe", RECIPE),
            ("run", "--recipe", RECIPE, "--camera", f"folder:{dataset}", "--parts", "1"),
            ("restore", tmp_path / "b.zip", "--replace"),
            ("demo", "--headless"),
        ):
            answer = loupe(*words)
            assert f"Another Loupe uses {home.root}" in answer.sentence
            assert str(os.getpid()) in answer.err
            assert answer.out == ""
        assert len(loupe("records").objects) == 2
        assert loupe("replay", str(used[0]["inspection_id"])).code == 0
        assert loupe("backup", tmp_path / "again.zip").code == 0
    assert len(loupe("inspect", "a.png", "--recipe", RECIPE).objects) == 1
    assert len(loupe("records").objects) == 3


def test_a_database_of_a_newer_version_is_left_alone(loupe: Loupe, home: Home, used: list[dict[str, object]]) -> None:
    with closing(sqlite3.connect(home.database)) as db:
        (table,) = db.execute("SELECT name FROM sqlite_master WHERE name LIKE '%migrations%'").fetchone()
        row = db.execute(f"SELECT migration_set, applied_at FROM {table}").fetchone()
        sql = f"INSERT INTO {table} (migration_set, name, applied_at) VALUES (?, '9999_of_tomorrow', ?)"
        db.execute(sql, row)
        db.commit()
    before = content(home.root)
    for words in (("records",), ("inspect", "a.png", "--recipe", RECIPE), ("replay", "x")):
        assert "newer" in loupe(*words).sentence
    assert content(home.root) == before


def test_a_database_that_is_none_is_left_alone(loupe: Loupe, home: Home) -> None:
    home.database.write_bytes(b"no database at all, but long enough to be looked at" * 40)
    before = content(home.root)
    for words in (("records",), ("inspect", "a.png", "--recipe", RECIPE)):
        assert "loupe.db" in loupe(*words).sentence
    assert content(home.root) == before


def test_a_database_locked_by_another_program_is_told(
    loupe: Loupe, home: Home, used: list[dict[str, object]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vision.storage.store.BUSY_TIMEOUT_MS", 50)
    monkeypatch.setattr(Store.__init__, "__kwdefaults__", {"read_only": False, "busy_timeout_ms": 50})
    with closing(sqlite3.connect(home.database)) as db:
        db.execute("BEGIN EXCLUSIVE")
        assert "locked" in loupe("inspect", "a.png", "--recipe", RECIPE).sentence
        db.rollback()
    assert len(loupe("records").objects) == 2


@pytest.mark.parametrize("verb", ["inspect", "teach", "run", "demo", "restore"])
def test_a_home_that_is_a_file_is_told(
    loupe: Loupe, home: Home, verb: str, dataset: Path, tmp_path: Path, used: list[dict[str, object]]
) -> None:
    file = tmp_path / "no folder"
    file.write_text("mine")
    loupe("backup", tmp_path / "b.zip")
    more = {
        "inspect": ("a.png", "--recipe", RECIPE),
        "teach": (dataset / "train", "--recipe", RECIPE),
        "run": ("--recipe", RECIPE, "--camera", "virtual"),
        "demo": ("--headless",),
        "restore": (tmp_path / "b.zip",),
    }
    assert str(file) in loupe(verb, *more[verb], "--home", file).sentence
    assert file.read_text() == "mine"


@needs_full_disk
def test_a_full_disk_is_told_and_nothing_is_half_written(
    loupe: Loupe, home: Home, used: list[dict[str, object]], dataset: Path, tmp_path: Path
) -> None:
    image = next((dataset / "test" / "good").iterdir())
    recipes = content(home.recipes)
    with full_disk():
        assert "disk" in loupe("inspect", image, "--recipe", RECIPE).sentence
        assert "disk" in loupe("backup", tmp_path / "b.zip").sentence
        for asked in (
            (dataset / "test" / "good", "--recipe", "Neu"),
            ("--add", dataset / "test" / "good", "--recipe", RECIPE),
        ):
            told = loupe("teach", *asked).sentence
            assert "is full" in told
            assert "Nothing is taught; the running recipe stays." in told
            assert "Free space on this disk or lower the disk quota, then try again." in told
            assert "not inspected" not in told
    assert content(home.recipes) == recipes
    assert list(tmp_path.glob("b.zip*")) == []
    assert loupe("inspect", image, "--recipe", RECIPE).code == 0
    records = loupe("records").objects
    assert [record["sequence"] for record in records] == list(range(1, len(records) + 1))
    assert [record["inspection_id"] for record in records[:2]] == [one["inspection_id"] for one in used]
    assert all(record["verdict"] == "NOT_INSPECTED" for record in records[2:-1])


def test_a_broken_or_changed_recipe_is_told(loupe: Loupe, home: Home) -> None:
    folder = home.recipes / RECIPE / "v0001"
    text = (folder / "recipe.json").read_text(encoding="utf-8")
    (folder / "recipe.json").write_text(text[: len(text) // 2], encoding="utf-8")
    assert "recipe.json" in loupe("inspect", "a.png", "--recipe", RECIPE).sentence
    (folder / "recipe.json").write_text(text, encoding="utf-8")
    model = next(path for path in folder.iterdir() if path.suffix != ".json")
    model.write_bytes(model.read_bytes()[:-1])
    assert model.name in loupe("run", "--recipe", RECIPE, "--camera", "virtual").sentence


READ_ONLY = """
set -e
mount --bind "$LOUPE_HOME" "$LOUPE_HOME"
mount -o remount,bind,ro "$LOUPE_HOME"
"$PYTHON" -m app inspect a.png --recipe "$RECIPE" --json || echo "exit $?" >&2
"$PYTHON" -m app teach "$IMAGES" --recipe "$RECIPE" --json || echo "exit $?" >&2
"$PYTHON" -m app records --json || echo "exit $?" >&2
"""


@pytest.mark.skipif(sys.platform != "linux", reason="mount namespaces are Linux")
def test_a_read_only_home_is_told_and_still_read(
    loupe: Loupe, home: Home, used: list[dict[str, object]], dataset: Path
) -> None:
    """On a read-only mount, which binds administrators as well."""
    more = {"PYTHON": sys.executable, "RECIPE": RECIPE, "IMAGES": str(dataset / "train"), "LC_ALL": "C.UTF-8"}
    if subprocess.run(["unshare", "-m", "true"], capture_output=True).returncode:
        pytest.skip("this user has no mount namespaces")
    done = subprocess.run(
        ["unshare", "-m", "bash", "-c", READ_ONLY],
        env=environment(home.root, more),
        cwd=dataset,
        capture_output=True,
        text=True,
    )
    assert "Traceback" not in done.stderr
    assert done.stderr.count("cannot be written: it is read-only") == 2
    assert done.stderr.count("Nothing is taught; the running recipe stays.") == 1
    assert done.stderr.count("exit 1") == 2
    assert done.stdout.count("\n") == 2
