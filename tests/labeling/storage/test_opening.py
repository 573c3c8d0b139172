"""Labeling's tables beside the station's: made when they are wanted, and never by a reader."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from labeling.storage import CatalogBook, has_labels, prepare
from vision.storage import Home, StorageCause, StorageTrouble, Store, open_reader


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Of a station that never labelled."""
    home = Home(tmp_path / "home")
    with Store(home):
        return home


def test_tables_come_once_and_stay(home: Home) -> None:
    for _ in range(2):
        with Store(home) as store:
            prepare(store.database)
            assert has_labels(store.database)
            CatalogBook(store.database).add("flange", "crack" if _ else "dent", "Ada")
    with open_reader(home) as reader:
        prepare(reader.database)
        assert [one.name for one in CatalogBook(reader.database).catalog("flange").classes] == ["dent", "crack"]


def test_a_reader_of_an_older_home_is_told(home: Home) -> None:
    with open_reader(home) as reader:
        assert not has_labels(reader.database)
        with pytest.raises(StorageTrouble, match="older Loupe") as caught:
            prepare(reader.database)
        assert caught.value.cause is StorageCause.OLDER


def test_a_newer_loupes_labels_are_left_alone(home: Home) -> None:
    with Store(home) as store:
        prepare(store.database)
    with closing(sqlite3.connect(home.database)) as connection:
        connection.execute("UPDATE _sqlite_migrations SET name = 'm9999_later' WHERE name = 'm0001_datasets'")
        connection.commit()
    with Store(home) as store, pytest.raises(StorageTrouble, match="newer Loupe"):
        prepare(store.database)
