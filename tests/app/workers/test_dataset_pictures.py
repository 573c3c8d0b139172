"""Pictures of a dataset's images, from real files and real thumbnails."""

from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.workers.background import Background
from app.workers.dataset_pictures import WAITING, DatasetPictures
from labeling.datasets import Thumbnails
from labeling.records.datasets import DatasetImage, ImageFile
from tests.app.history.background import AtOnce, WhenTold
from vision.storage import Home

GREY = np.full((30, 40), 90, np.uint8)


class Folder:
    """A few images on disk, and pictures of them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.wished: list[str] = []
        self.thumbnails = Thumbnails(Home(root / "home"))

    def image(self, number: int) -> DatasetImage:
        look = f"{number:064x}"
        file = ImageFile(path=f"{number}.png", sha256=look, byte_count=1, modified_ns=1, width=40, height=30, look=look)
        return DatasetImage(id=number, dataset=1, file=file)

    def write(self, number: int) -> DatasetImage:
        cv2.imwrite(str(self.root / f"{number}.png"), GREY)
        return self.image(number)

    def path(self, image: DatasetImage) -> Path:
        self.wished.append(image.file.path)
        return self.root / image.file.path

    def pictures(self, background: Background) -> DatasetPictures:
        return DatasetPictures(self.thumbnails, self.path, background)


@pytest.fixture
def folder(tmp_path: Path, qtbot: QtBot) -> Folder:
    return Folder(tmp_path)


def test_a_picture_is_made_once_and_a_file_that_is_gone_is_known(folder: Folder) -> None:
    pictures = folder.pictures(AtOnce())
    there, gone = folder.write(1), folder.image(2)
    for _ in range(3):
        pictures.get(there)
        pictures.get(gone)
    assert folder.wished == ["1.png", "2.png"]
    shown = pictures.get(there)
    assert shown is not None
    assert (shown.width(), shown.height()) == (40, 30)
    assert not pictures.is_unreadable(there)
    assert pictures.is_unreadable(gone)


def test_a_list_may_want_another_part_of_it(folder: Folder) -> None:
    def left_half(picture: QImage) -> QImage:
        return picture.copy(0, 0, picture.width() // 2, picture.height())

    pictures = DatasetPictures(folder.thumbnails, folder.path, AtOnce(), left_half)
    image = folder.write(1)
    pictures.get(image)
    shown = pictures.get(image)
    assert shown is not None
    assert (shown.width(), shown.height()) == (20, 30)


def test_the_newest_wish_comes_first_and_old_wishes_are_dropped(folder: Folder) -> None:
    background = WhenTold()
    pictures = folder.pictures(background)
    for number in range(WAITING + 10):
        pictures.get(folder.image(number))
    while background.waiting:
        background.work_off()
    assert folder.wished[:2] == ["0.png", f"{WAITING + 9}.png"]
    assert len(folder.wished) == 1 + WAITING


def test_after_the_end_no_more_are_made(folder: Folder) -> None:
    background = WhenTold()
    pictures = folder.pictures(background)
    for number in range(5):
        pictures.get(folder.image(number))
    pictures.stop()
    while background.waiting:
        background.work_off()
    assert folder.wished == ["0.png"]
