"""A station's store with the labeling tables."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from labeling.catalog import DefectClass
from labeling.records.datasets import Dataset
from labeling.storage import CatalogBook, DatasetBook, prepare
from tests.labeling.marks import image_file
from vision.inspection import ManualClock
from vision.storage import Home, Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(Home(tmp_path / "home with ü")) as opened:
        prepare(opened.database)
        yield opened


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def dataset(store: Store, clock: ManualClock) -> Dataset:
    """Five images of 40 x 30 in three folders; scores fall from 0.5 to 0.1."""
    book = DatasetBook(store.database, clock)
    made = book.create("Flansche 検査", Path("/images"), "Ada", product="flange")
    paths = ("test/crack/000.png", "test/crack/001.png", "test/good/000.png", "train/good/000.png", "ÜBER.png")
    book.put(made.id, [image_file(path, score=0.5 - n / 10, lot=f"L{n // 2}") for n, path in enumerate(paths)])
    return made


@pytest.fixture
def crack(store: Store, clock: ManualClock) -> DefectClass:
    return CatalogBook(store.database, clock).add("flange", "crack", "Ada")
