"""Parts from a dataset: what they are is what their finished annotation says."""

from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest

from labeling.annotation import Annotation, Defect, LabelState, PlacedMask
from labeling.datasets.service import Datasets
from labeling.records.datasets import Dataset, NewAnnotation
from labeling.records.studies import GOOD, NOT_GOOD
from labeling.storage import AnnotationBook, CatalogBook, DatasetBook, prepare
from labeling.study.sources import LabelledImages, class_names
from vision.inspection import Trouble
from vision.storage import Home, Store

SIDE = 32


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(Home(tmp_path / "home")) as opened:
        prepare(opened.database)
        yield opened


@pytest.fixture
def dataset(store: Store, tmp_path: Path) -> Dataset:
    """Five images: good, crack, fray, both, and one that nobody has looked at."""
    folder = tmp_path / "Bilder"
    folder.mkdir()
    for number in range(5):
        cv2.imwrite(str(folder / f"{number}.png"), np.full((SIDE, SIDE), 40 * number, np.uint8))
    made, _ = Datasets(store.home, store.database).create("tiles", folder, "Ada")
    catalog = CatalogBook(store.database)
    crack, fray = (catalog.add("tiles", name, "Ada").id for name in ("crack", "fray"))
    marks = [(), (crack,), (fray,), (crack, fray)]
    images = DatasetBook(store.database).page(made.id)
    news = [
        NewAnnotation(image_id=image.id, annotation=_annotation(classes), base=0)
        for image, classes in zip(images, marks, strict=False)
    ]
    AnnotationBook(store.database).save_all(news, "Ada", "brush")
    return made


def _annotation(classes: tuple[str, ...]) -> Annotation:
    mask = PlacedMask(left=3, top=3, pixels=np.ones((4, 4), np.bool_))
    defects = tuple(Defect(class_id=class_id, mask=mask) for class_id in classes)
    return Annotation(width=SIDE, height=SIDE, defects=defects, state=LabelState.DONE)


def source(store: Store, dataset: Dataset, *, by_class: bool) -> LabelledImages:
    names = class_names(CatalogBook(store.database), dataset.product)
    return LabelledImages(
        dataset=dataset,
        book=DatasetBook(store.database),
        home=store.home.root,
        classes=names if by_class else None,
    )


def references(parts: LabelledImages) -> dict[str, str | None]:
    return {one.name: one.reference for one in parts.candidates()}


def test_ok_or_ng(store: Store, dataset: Dataset) -> None:
    found = references(source(store, dataset, by_class=False))
    assert list(found.values()) == [GOOD, NOT_GOOD, NOT_GOOD, NOT_GOOD, None]


def test_defect_classes_and_none_where_there_are_two(store: Store, dataset: Dataset) -> None:
    assert list(references(source(store, dataset, by_class=True)).values()) == [GOOD, "crack", "fray", None, None]


def test_a_merged_class_is_called_by_the_one_that_took_it_over(store: Store, dataset: Dataset) -> None:
    book = CatalogBook(store.database)
    crack, fray = book.catalog("tiles").current
    book.merge("tiles", fray.id, crack.id, "Ada")
    assert list(references(source(store, dataset, by_class=True)).values()) == [GOOD, "crack", "crack", "crack", None]


def test_the_image_is_the_file(store: Store, dataset: Dataset) -> None:
    parts = source(store, dataset, by_class=False)
    third = parts.candidates()[2]
    assert np.all(parts.image(third).frame.pixels == 80)
    (dataset.folder / third.name).unlink()
    with pytest.raises(Trouble, match="does not exist"):
        parts.image(third)
