"""Snapshots and golden sets: frozen once, and any later change is told."""

import sqlite3
from contextlib import closing

import pytest

from labeling.catalog import DefectClass
from labeling.records.datasets import Dataset, DatasetTrouble, FrozenKind, NewAnnotation
from labeling.storage import AnnotationBook, CatalogBook, DatasetBook, FrozenBook
from tests.labeling.marks import marked
from vision.inspection import ManualClock
from vision.storage import Store

GOLDEN, SNAPSHOT = FrozenKind.GOLDEN, FrozenKind.SNAPSHOT


@pytest.fixture
def book(store: Store, clock: ManualClock) -> FrozenBook:
    return FrozenBook(store.database, clock)


@pytest.fixture
def ids(store: Store, dataset: Dataset, clock: ManualClock, crack: DefectClass) -> list[int]:
    """The first three are labelled: a crack, and two good ones."""
    ids = DatasetBook(store.database).ids(dataset.id)
    news = [NewAnnotation(image_id=i, annotation=a, base=0) for i, a in zip(ids, (marked(crack.id), marked(), marked()), strict=False)]  # fmt: skip
    AnnotationBook(store.database, clock).save_all(news, "Ada", "brush")
    return ids


def test_a_golden_set_is_signed_and_comes_back_as_it_was(
    book: FrozenBook, dataset: Dataset, ids: list[int], clock: ManualClock, crack: DefectClass
) -> None:
    frozen = book.freeze(GOLDEN, "Gate 1", dataset, ids[:3], "Ada")
    assert book.load("gate 1") == frozen
    assert (frozen.author, frozen.time, frozen.product) == ("Ada", clock.wall(), "flange")
    assert [image.path for image in frozen.images] == ["test/crack/000.png", "test/crack/001.png", "test/good/000.png"]
    assert frozen.classes == {crack.id: "crack"}
    assert (book.names(GOLDEN), book.names(SNAPSHOT)) == (["Gate 1"], [])


def test_later_labels_and_names_do_not_reach_it(
    book: FrozenBook, dataset: Dataset, ids: list[int], store: Store, crack: DefectClass
) -> None:
    frozen = book.freeze(GOLDEN, "Gate 1", dataset, ids[:3], "Ada")
    AnnotationBook(store.database).save(NewAnnotation(image_id=ids[0], annotation=marked(), base=1), "Bo", "eraser")
    CatalogBook(store.database).add("flange", "dent", "Bo")
    DatasetBook(store.database).note_missing(dataset.id, ["test/crack/000.png"])
    assert book.load("Gate 1") == frozen
    assert book.freeze(SNAPSHOT, "later", dataset, ids[1:], "Bo").fingerprint != frozen.fingerprint


def test_a_name_is_used_once(book: FrozenBook, dataset: Dataset, ids: list[int]) -> None:
    book.freeze(GOLDEN, "Gate 1", dataset, ids[:3], "Ada")
    for kind in FrozenKind:
        with pytest.raises(DatasetTrouble, match="GATE 1 is frozen already"):
            book.freeze(kind, "GATE 1", dataset, ids[:1], "Ada")


def test_only_what_is_labelled_becomes_golden(book: FrozenBook, dataset: Dataset, ids: list[int]) -> None:
    with pytest.raises(DatasetTrouble, match="2 of the images are not labelled to the end"):
        book.freeze(GOLDEN, "Gate 1", dataset, ids, "Ada")
    assert [image.version for image in book.freeze(SNAPSHOT, "all", dataset, ids, "Ada").images] == [1, 1, 1, 0, 0]


def test_what_is_gone_or_not_there_is_not_frozen(
    book: FrozenBook, dataset: Dataset, ids: list[int], store: Store
) -> None:
    DatasetBook(store.database).note_missing(dataset.id, ["test/good/000.png"])
    with pytest.raises(DatasetTrouble, match="1 of the images are gone"):
        book.freeze(SNAPSHOT, "all", dataset, ids, "Ada")
    with pytest.raises(DatasetTrouble, match="no image to freeze"):
        book.freeze(SNAPSHOT, "none", dataset, [999], "Ada")
    with pytest.raises(DatasetTrouble, match="Nothing is frozen under the name none"):
        book.load("none")


TAMPERING = [
    "UPDATE frozen SET author = 'Eve'",
    "UPDATE frozen SET fingerprint = 'f'",
    "UPDATE frozen SET classes = '{}'",
    "UPDATE frozen_images SET sha256 = 'f' WHERE position = 1",
    "UPDATE frozen_images SET version = 0 WHERE position = 1",
    "DELETE FROM frozen_images WHERE position = 2",
    "UPDATE annotation_versions SET content = replace(content, 'done', 'open')",
    "DELETE FROM annotation_versions",
    "DELETE FROM audit WHERE action = 'golden.freeze'",
]


@pytest.mark.parametrize("statement", TAMPERING)
def test_a_hand_in_the_database_is_noticed(
    book: FrozenBook, dataset: Dataset, ids: list[int], store: Store, statement: str
) -> None:
    book.freeze(GOLDEN, "Gate 1", dataset, ids[:3], "Ada")
    with closing(sqlite3.connect(store.home.database, isolation_level=None)) as connection:
        with pytest.raises(sqlite3.IntegrityError, match="kept as they are"):
            connection.execute(statement)
        for table in ("frozen", "frozen_images", "annotation_versions", "audit"):
            for event in ("update", "delete"):
                connection.execute(f"DROP TRIGGER {table}_no_{event}")
        connection.execute(statement)
    with pytest.raises(DatasetTrouble, match="Gate 1 was changed after it was frozen"):
        book.load("Gate 1")
