"""A golden set as the evaluation reads it: the very images that were frozen, with their masks."""

from pathlib import Path

import numpy as np
import pytest

from labeling.annotation import LabelState
from labeling.datasets import Datasets, compare_files, evaluation_items
from labeling.records.datasets import Dataset, DatasetTrouble, FrozenKind, FrozenSet, NewAnnotation
from labeling.storage import AnnotationBook, CatalogBook, FrozenBook
from tests.labeling.datasets.conftest import NAMES, write_image
from tests.labeling.marks import HEIGHT, WIDTH, marked
from vision.evaluation import EvaluationItem, read_mask
from vision.storage import Store


@pytest.fixture
def dataset(datasets: Datasets, folder: Path) -> Dataset:
    return datasets.create("Flange", folder, "Ada")[0]


@pytest.fixture
def frozen(datasets: Datasets, dataset: Dataset, store: Store) -> FrozenSet:
    """Two defects of dent and one of crack; good; not labelled to the end; not labelled at all."""
    catalogs = CatalogBook(store.database)
    crack, dent = (catalogs.add("Flange", name, "Ada").id for name in ("crack", "dent"))
    ids = datasets.book.ids(dataset.id)
    contents = [marked(crack, dent, dent), marked(), marked(dent, state=LabelState.OPEN)]
    news = [NewAnnotation(image_id=one, annotation=said, base=0) for one, said in zip(ids, contents, strict=False)]
    AnnotationBook(store.database).save_all(news, "Ada", "brush")
    return FrozenBook(store.database).freeze(FrozenKind.SNAPSHOT, "first", dataset, ids, "Ada")


def items(frozen: FrozenSet, datasets: Datasets, store: Store) -> list[EvaluationItem]:
    return evaluation_items(frozen, datasets, AnnotationBook(store.database), store.home)


def test_the_items_have_the_class_and_every_marked_pixel(
    frozen: FrozenSet, datasets: Datasets, store: Store, folder: Path
) -> None:
    found = items(frozen, datasets, store)
    assert [(item.path, item.defect) for item in found] == list(
        zip((folder / name for name in NAMES), ("dent", None, "dent"), strict=False)
    )
    assert found[1].mask is None
    assert found[0].mask is not None
    annotation = AnnotationBook(store.database).version(frozen.images[0].image_id, 1).annotation
    whole = np.any([defect.mask.on(HEIGHT, WIDTH) for defect in annotation.defects], axis=0)
    assert np.array_equal(read_mask(found[0].mask), whole)


def test_classes_that_were_merged_count_together(dataset: Dataset, datasets: Datasets, store: Store) -> None:
    catalogs = CatalogBook(store.database)
    crack, fray, dent = (catalogs.add("Flange", name, "Ada").id for name in ("crack", "fray", "dent"))
    ids = datasets.book.ids(dataset.id)[:1]
    said = marked(dent, dent, dent, crack, crack, fray, fray)
    AnnotationBook(store.database).save(NewAnnotation(image_id=ids[0], annotation=said, base=0), "Ada", "brush")
    catalogs.merge("Flange", fray, crack, "Ada")
    merged = FrozenBook(store.database).freeze(FrozenKind.SNAPSHOT, "second", dataset, ids, "Ada")
    assert items(merged, datasets, store)[0].defect == "crack"


def test_a_changed_or_vanished_image_is_no_longer_the_frozen_one(
    frozen: FrozenSet, datasets: Datasets, store: Store, folder: Path
) -> None:
    write_image(folder / NAMES[1], 99)
    with pytest.raises(DatasetTrouble, match="another image than was frozen in first"):
        items(frozen, datasets, store)
    (folder / NAMES[1]).unlink()
    with pytest.raises(DatasetTrouble, match="gone or cannot be read"):
        items(frozen, datasets, store)


def test_masks_in_the_cache_are_not_trusted(frozen: FrozenSet, datasets: Datasets, store: Store) -> None:
    mask = items(frozen, datasets, store)[0].mask
    assert mask is not None
    truth = mask.read_bytes()
    write_image(mask, 3)
    assert items(frozen, datasets, store)[0].mask == mask
    assert mask.read_bytes() == truth


def test_every_changed_file_is_named(frozen: FrozenSet, datasets: Datasets, folder: Path) -> None:
    before = compare_files(frozen, datasets)
    assert (before.faults, before.is_whole) == ([], True)
    write_image(folder / NAMES[1], 99)
    (folder / NAMES[3]).unlink()
    asked: list[int] = []
    found = compare_files(frozen, datasets, progress=lambda done, total: asked.append(done))
    assert [fault.path for fault in found.faults] == [NAMES[1], NAMES[3]]
    assert "another image" in found.faults[0].trouble.what
    assert "gone" in found.faults[1].trouble.what
    assert asked == [1, 2, 3, 4]
    assert (found.compared, found.total, found.is_whole) == (4, 4, True)


@pytest.mark.parametrize("after", [0, 2, 3])
def test_a_comparison_that_was_stopped_says_how_far_it_came(
    frozen: FrozenSet, datasets: Datasets, folder: Path, after: int
) -> None:
    (folder / NAMES[3]).unlink()  # the last one: nobody has looked at it
    asked: list[int] = []
    found = compare_files(
        frozen, datasets, lambda done, total: asked.append(done), is_cancelled=lambda: len(asked) == after
    )
    assert (found.faults, found.compared, found.total, found.is_whole) == ([], after, 4, False)
