"""Ten thousand images by their ids: read in blocks, kept bounded, asked for again once they were changed."""

from collections.abc import Sequence

import pytest

from app.workers.dataset_images import BLOCK, KEPT, DatasetImages
from labeling.records.datasets import DatasetImage, ImageFile

GONE = 7


class Book:
    """Ten thousand images but one, and what was asked of them."""

    def __init__(self) -> None:
        self.asked: list[Sequence[int]] = []

    def fetch(self, ids: Sequence[int]) -> list[DatasetImage]:
        self.asked.append(ids)
        return [_image(one) for one in ids if one != GONE]


def _image(number: int) -> DatasetImage:
    look = f"{number:064x}"
    file = ImageFile(path=f"{number}.png", sha256=look, byte_count=1, modified_ns=1, width=4, height=3, look=look)
    return DatasetImage(id=number, dataset=1, file=file)


@pytest.fixture
def book() -> Book:
    return Book()


@pytest.fixture
def images(book: Book) -> DatasetImages:
    made = DatasetImages(book.fetch)
    made.set_ids(range(10_000))
    return made


def _id(images: DatasetImages, number: int) -> int:
    found = images.get(number)
    assert found is not None
    return found.id


def test_a_screenful_is_asked_for_at_once(images: DatasetImages, book: Book) -> None:
    assert [_id(images, number) for number in range(640, 640 + BLOCK)] == list(range(640, 640 + BLOCK))
    assert book.asked == [range(640, 640 + BLOCK)]


def test_an_image_that_is_gone_is_none_and_its_neighbours_are_there(images: DatasetImages) -> None:
    assert images.get(GONE) is None
    assert _id(images, GONE + 1) == GONE + 1


def test_only_so_many_are_kept(images: DatasetImages, book: Book) -> None:
    for start in range(BLOCK, KEPT + 2 * BLOCK, BLOCK):
        images.get(start)
    asked = len(book.asked)
    assert _id(images, KEPT) == KEPT
    assert len(book.asked) == asked
    assert _id(images, BLOCK) == BLOCK
    assert len(book.asked) == asked + 1


def test_what_was_changed_is_asked_for_again(images: DatasetImages, book: Book) -> None:
    images.get(0)
    images.forget(3)
    images.get(1)
    assert len(book.asked) == 1
    images.get(3)
    assert len(book.asked) == 2
    images.forget_all()
    images.get(1)
    assert len(book.asked) == 3


def test_other_ids_are_other_images(images: DatasetImages) -> None:
    images.get(0)
    images.set_ids([20, 10])
    assert [_id(images, number) for number in range(2)] == [20, 10]
    assert images.ids == [20, 10]
