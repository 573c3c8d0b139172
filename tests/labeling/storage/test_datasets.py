"""Datasets: every filter, every order, pages, and what is gone."""

from dataclasses import replace
from pathlib import Path

import pytest

from labeling.annotation import LabelState
from labeling.catalog import DefectClass
from labeling.records.datasets import (
    Dataset,
    DatasetCounts,
    DatasetTrouble,
    FilterChoices,
    ImageOrder,
    ImageQuery,
    NewAnnotation,
)
from labeling.storage import AnnotationBook, CatalogBook, DatasetBook
from tests.labeling.marks import image_file, marked
from vision.inspection import ManualClock
from vision.storage import Store

PATHS = ["test/crack/000.png", "test/crack/001.png", "test/good/000.png", "train/good/000.png", "ÜBER.png"]


@pytest.fixture
def book(store: Store, clock: ManualClock) -> DatasetBook:
    return DatasetBook(store.database, clock)


@pytest.fixture
def labelled(book: DatasetBook, dataset: Dataset, store: Store, clock: ManualClock, crack: DefectClass) -> Dataset:
    """Image 0: a crack, by Ada. Image 1: a dent that became a crack, by Bo. Image 2: good, tagged, by Bo."""
    catalogs, annotations = CatalogBook(store.database), AnnotationBook(store.database, clock)
    dent = catalogs.add("flange", "dent", "Ada")
    contents = [("Ada", marked(crack.id)), ("Bo", marked(dent.id, dent.id)), ("Bo", marked(tags=("Öl", "shift 2")))]
    for image_id, (author, annotation) in zip(book.ids(dataset.id), contents, strict=False):
        clock.advance(1)
        annotations.save(NewAnnotation(image_id=image_id, annotation=annotation, base=0), author, "brush")
    catalogs.merge("flange", dent.id, crack.id, "Ada")
    return dataset


def test_a_dataset_names_its_product_by_default_its_own_name(book: DatasetBook) -> None:
    made = book.create("  Tür e\u0301 ", Path("/images"), "Ada")
    assert (made.name, made.product, made.folder, made.author) == ("Tür é", "Tür é", Path("/images"), "Ada")
    assert book.all() == [made]
    assert book.find("tÜR É") == made
    with pytest.raises(DatasetTrouble, match="dataset TÜR É already"):
        book.create("TÜR É", Path("/other"), "Bo")
    with pytest.raises(DatasetTrouble, match="no dataset elsewhere"):
        book.find("elsewhere")


FILTERS = [
    (ImageQuery(), [0, 1, 2, 3, 4]),
    (ImageQuery(lot="L1"), [2, 3]),
    (ImageQuery(author="Bo"), [1, 2]),
    (ImageQuery(tag="Öl"), [2]),
    (ImageQuery(state=LabelState.DONE), [0, 1, 2]),
    (ImageQuery(state=LabelState.OPEN), [3, 4]),
    (ImageQuery(has_defects=True), [0, 1]),
    (ImageQuery(has_defects=False), [2, 3, 4]),
    (ImageQuery(least_score=0.3), [0, 1, 2]),
    (ImageQuery(least_score=0.15, most_score=0.35), [2, 3]),
    (ImageQuery(text="CRACK/"), [0, 1]),
    (ImageQuery(text="über"), [4]),
    (ImageQuery(text="öL"), [2]),
    (ImageQuery(text="l2"), [4]),
    (ImageQuery(text="%"), []),
    (ImageQuery(text="good", author="Bo"), [2]),
    (ImageQuery(is_missing=True), []),
    (ImageQuery(order=ImageOrder.CHANGED), [2, 1, 0, 3, 4]),
]


@pytest.mark.parametrize(("query", "expected"), FILTERS, ids=lambda value: str(value)[:90])
def test_filters_and_orders(book: DatasetBook, labelled: Dataset, query: ImageQuery, expected: list[int]) -> None:
    everything = book.ids(labelled.id)
    assert book.ids(labelled.id, query) == [everything[n] for n in expected]
    assert [image.id for image in book.page(labelled.id, query)] == [everything[n] for n in expected]


def test_a_class_is_found_with_all_that_were_merged_into_it(
    book: DatasetBook, labelled: Dataset, crack: DefectClass
) -> None:
    found = book.page(labelled.id, ImageQuery(class_id=crack.id))
    assert [image.file.path for image in found] == PATHS[:2]
    assert [sum(image.classes.values()) for image in found] == [1, 2]


def test_scores_and_suspicions_order_and_none_comes_last(book: DatasetBook, labelled: Dataset) -> None:
    ids = book.ids(labelled.id)
    book.note("score", {ids[4]: 0.9, ids[0]: float("nan")})
    book.note("suspicion", {ids[3]: 0.2, ids[1]: 0.7})
    assert book.ids(labelled.id, ImageQuery(order=ImageOrder.SCORE)) == [ids[n] for n in (4, 1, 2, 3, 0)]
    assert book.ids(labelled.id, ImageQuery(order=ImageOrder.SUSPICION))[:2] == [ids[1], ids[3]]


def test_a_new_version_takes_the_suspicion_away(book: DatasetBook, labelled: Dataset, store: Store) -> None:
    image_id = book.ids(labelled.id)[0]
    book.note("suspicion", {image_id: 0.9})
    AnnotationBook(store.database).save(NewAnnotation(image_id=image_id, annotation=marked(), base=1), "Ada", "eraser")
    assert book.image(image_id).suspicion is None


def test_pages_follow_one_another_without_gap_or_overlap(book: DatasetBook, dataset: Dataset) -> None:
    pages = [book.page(dataset.id, offset=offset, limit=2) for offset in range(0, 6, 2)]
    assert [image.file.path for page in pages for image in page] == PATHS
    assert len(book.page(dataset.id, limit=-1)) == 5


def test_images_come_by_their_ids_in_the_order_asked_for(book: DatasetBook, dataset: Dataset) -> None:
    ids = book.ids(dataset.id)
    assert [image.id for image in book.images([ids[3], 999, ids[0]])] == [ids[3], ids[0]]
    assert book.images([]) == []


def test_one_image_tells_everything(book: DatasetBook, labelled: Dataset, clock: ManualClock) -> None:
    image = book.image(book.ids(labelled.id)[2])
    assert image.file == image_file(PATHS[2], score=pytest.approx(0.3), lot="L1")
    assert (image.version, image.state, image.author) == (1, LabelState.DONE, "Bo")
    assert image.changed == clock.wall()
    assert image.tags == {"Öl", "shift 2"}
    with pytest.raises(DatasetTrouble, match="no image 999"):
        book.image(999)


def test_what_there_is_to_filter_by(book: DatasetBook, labelled: Dataset) -> None:
    expected = FilterChoices(lots=("L0", "L1", "L2"), tags=("shift 2", "Öl"), authors=("Ada", "Bo"))
    assert book.choices(labelled.id) == expected
    assert book.counts(labelled.id) == DatasetCounts(images=5, done=3, missing=0)


def test_what_is_gone_is_told_until_it_is_back(book: DatasetBook, labelled: Dataset) -> None:
    book.note_missing(labelled.id, PATHS[:2])
    assert [image.file.path for image in book.page(labelled.id, ImageQuery(is_missing=True))] == PATHS[:2]
    assert book.counts(labelled.id).missing == 2
    book.note_missing(labelled.id, PATHS[1:2])
    assert book.counts(labelled.id).missing == 1


def test_a_file_put_again_keeps_its_label_its_lot_and_its_score(book: DatasetBook, labelled: Dataset) -> None:
    before = book.page(labelled.id)[0]
    book.put(labelled.id, [replace(image_file(PATHS[0]), sha256="f" * 64, byte_count=7)])
    after = book.page(labelled.id)[0]
    assert after == replace(before, file=replace(before.file, sha256="f" * 64, byte_count=7))


def test_a_moved_file_takes_its_label_along(book: DatasetBook, labelled: Dataset, crack: DefectClass) -> None:
    book.note_missing(labelled.id, PATHS[:1])
    book.move(labelled.id, {PATHS[0]: "elsewhere/000.png"})
    (image,) = book.page(labelled.id, ImageQuery(text="elsewhere"))
    assert image.classes == {crack.id: 1}
    assert not image.is_missing
