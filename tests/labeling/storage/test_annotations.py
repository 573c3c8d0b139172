"""Annotation versions: kept pixel for pixel, never overwritten, and told when two people meet."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from labeling.annotation import Annotation, Defect, LabelState, PlacedMask
from labeling.catalog import CatalogTrouble, DefectClass
from labeling.records.datasets import ConflictTrouble, Dataset, DatasetTrouble, NewAnnotation
from labeling.storage import AnnotationBook, CatalogBook, DatasetBook
from labeling.storage.annotation_text import annotation_text, read_annotation
from tests.labeling.marks import HEIGHT, WIDTH, marked
from vision.inspection import ManualClock
from vision.storage import Store


@pytest.fixture
def book(store: Store, clock: ManualClock) -> AnnotationBook:
    return AnnotationBook(store.database, clock)


@pytest.fixture
def ids(store: Store, dataset: Dataset) -> list[int]:
    return DatasetBook(store.database).ids(dataset.id)


def new(image_id: int, annotation: Annotation, base: int = 0) -> NewAnnotation:
    return NewAnnotation(image_id=image_id, annotation=annotation, base=base)


def test_a_saved_annotation_comes_back_with_author_time_and_tool(
    book: AnnotationBook, ids: list[int], crack: DefectClass, clock: ManualClock
) -> None:
    annotation = marked(crack.id, crack.id, tags=("köpa", "検査"))
    saved = book.save(new(ids[0], annotation), "Ada", "brush, crack")
    assert book.current(ids[0]) == saved
    assert saved.annotation == annotation
    assert (saved.number, saved.author, saved.tool, saved.time) == (1, "Ada", "brush, crack", clock.wall())
    assert book.current(ids[1]) is None


@settings(deadline=None)  # two cores, many tests
@given(arrays(np.bool_, st.tuples(st.integers(0, 12), st.integers(0, 12))))
def test_masks_of_any_shape_keep_every_pixel(pixels: np.ndarray) -> None:
    mask = PlacedMask(left=3, top=4, pixels=pixels.copy())
    annotation = Annotation(width=40, height=30, defects=(Defect(class_id="a", mask=mask),))
    assert read_annotation(annotation_text(annotation)) == annotation


def test_each_version_stays_and_can_be_restored(book: AnnotationBook, ids: list[int], crack: DefectClass) -> None:
    first, second = marked(crack.id), marked()
    book.save(new(ids[0], first), "Ada", "brush, crack")
    book.save(new(ids[0], second, base=1), "Bo", "eraser")
    third = book.restore(ids[0], 1, "Cy", base=2)
    assert (third.annotation, third.number, third.tool) == (first, 3, "restored version 1")
    assert [version.author for version in book.history(ids[0])] == ["Cy", "Bo", "Ada"]
    assert book.version(ids[0], 2).annotation == second
    with pytest.raises(DatasetTrouble, match="no annotation version 4"):
        book.restore(ids[0], 4, "Ada", base=3)


def test_the_second_of_two_people_is_told_and_overwrites_nothing(book: AnnotationBook, ids: list[int]) -> None:
    book.save(new(ids[0], marked()), "Ada", "eraser")
    with pytest.raises(ConflictTrouble, match=r"Ada has saved test/crack/000\.png meanwhile"):
        book.save(new(ids[0], marked(tags=("mine",))), "Bo", "tags")
    assert [version.author for version in book.history(ids[0])] == ["Ada"]


def test_saving_the_same_again_makes_no_version(book: AnnotationBook, ids: list[int], crack: DefectClass) -> None:
    annotation = marked(crack.id)
    book.save(new(ids[0], annotation), "Ada", "brush, crack")
    assert book.save(new(ids[0], annotation, base=1), "Bo", "brush, crack").number == 1


def test_of_several_all_are_saved_or_none(book: AnnotationBook, ids: list[int]) -> None:
    bad = replace(marked(), width=WIDTH + 1)
    with pytest.raises(DatasetTrouble, match="40 x 30 pixels, the annotation 41 x 30"):
        book.save_all([new(ids[0], marked()), new(ids[1], bad)], "Ada", "import from COCO")
    assert book.currents(ids) == {}
    saved = book.save_all([new(image_id, marked()) for image_id in ids], "Ada", "import from COCO")
    assert book.currents(ids) == dict(zip(ids, saved, strict=True))


@pytest.mark.parametrize(("left", "top"), [(-1, 0), (0, -1), (WIDTH - 4, 0), (0, HEIGHT - 4)])
def test_a_defect_outside_of_the_image_is_refused(
    book: AnnotationBook, ids: list[int], crack: DefectClass, left: int, top: int
) -> None:
    mask = PlacedMask(left=left, top=top, pixels=np.ones((5, 5), np.bool_))
    outside = replace(marked(), defects=(Defect(class_id=crack.id, mask=mask),))
    with pytest.raises(DatasetTrouble, match=r"outside of test/crack/000\.png"):
        book.save(new(ids[0], outside), "Ada", "box")


def test_an_unknown_class_image_or_author_is_refused(
    book: AnnotationBook, ids: list[int], store: Store, crack: DefectClass
) -> None:
    of_another_product = CatalogBook(store.database).add("tile", "crack", "Ada")
    for class_id in ("nowhere", of_another_product.id):
        with pytest.raises(CatalogTrouble, match="not in the catalog"):
            book.save(new(ids[0], marked(class_id)), "Ada", "brush")
    with pytest.raises(DatasetTrouble, match="no image 999"):
        book.save(new(999, marked()), "Ada", "brush")
    with pytest.raises(DatasetTrouble, match="author"):
        book.save(new(ids[0], marked()), "  ", "brush")


def test_versions_of_a_merged_class_stay_readable_and_can_be_saved(
    book: AnnotationBook, ids: list[int], store: Store, crack: DefectClass
) -> None:
    catalogs = CatalogBook(store.database)
    hair = catalogs.add("flange", "hair", "Ada")
    book.save(new(ids[0], marked(hair.id)), "Ada", "brush, hair")
    catalogs.merge("flange", hair.id, crack.id, "Ada")
    current = book.current(ids[0])
    assert current is not None
    assert catalogs.catalog("flange").find(current.annotation.defects[0].class_id) == crack
    assert book.save(new(ids[0], marked(hair.id, tags=("x",)), base=1), "Ada", "tags").number == 2


def test_bulk_tags_are_versions_that_keep_what_is_marked(
    book: AnnotationBook, ids: list[int], crack: DefectClass
) -> None:
    book.save(new(ids[0], marked(crack.id, tags=("old",))), "Ada", "brush, crack")
    assert book.tag(ids[:3], "Bo", add=["new"], remove=["old"]) == 3
    assert book.tag(ids[:3], "Bo", add=["new"]) == 0
    first, second = book.current(ids[0]), book.current(ids[1])
    assert first is not None
    assert second is not None
    assert (first.number, first.author, first.tool, first.annotation.tags) == (2, "Bo", "tags", {"new"})
    assert first.annotation.defects[0].class_id == crack.id
    assert first.annotation.state is LabelState.DONE
    assert second.annotation == Annotation(width=WIDTH, height=HEIGHT, tags=frozenset({"new"}))


def test_no_hand_changes_a_version(book: AnnotationBook, ids: list[int], store: Store) -> None:
    book.save(new(ids[0], marked()), "Ada", "brush")
    with closing(sqlite3.connect(store.home.database)) as connection:
        for statement in ("UPDATE annotation_versions SET author = 'Eve'", "DELETE FROM annotation_versions"):
            with pytest.raises(sqlite3.IntegrityError, match="kept as they are"):
                connection.execute(statement)


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"size": [1]}', '{"size":[4,4],"state":"open","tags":[],"defects":[{"id":"a","class":"b","at":[0,0],"size":[9,9],"counts":"2"}]}'])  # fmt: skip
def test_a_damaged_text_is_told(text: str) -> None:
    with pytest.raises(DatasetTrouble, match="damaged"):
        read_annotation(text)
