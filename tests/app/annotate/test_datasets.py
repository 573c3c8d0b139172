"""Between datasets: whoever leaves one has saved it, and what ends in the background finds its own or none."""

from pathlib import Path

import pytest

from labeling.datasets import Datasets
from labeling.exchange import FORMATS
from labeling.records.datasets import Dataset
from labeling.storage import CatalogBook
from tests.app.annotate.at_work import AtWork, write_images
from tests.app.annotate.conftest import Start
from tests.app.history.background import WhenTold


@pytest.fixture
def later() -> WhenTold:
    """What is done beside the screen, when it is told."""
    return WhenTold()


@pytest.fixture
def slow(start: Start, images: Path, later: WhenTold) -> AtWork:
    """A dataset is open; what goes on beside the screen has not ended yet."""
    made = start(working=later)
    made.open(images, "Crack")
    later.work_off()
    return made


def other(work: AtWork, folder: Path) -> Dataset:
    """Another product's dataset, with one class of its own."""
    CatalogBook(work.database).add("Rings", "Dent", "Eva")
    return Datasets(work.home, work.database).create("Rings", write_images(folder, 2), "Eva")[0]


def test_an_image_of_another_dataset_opens_and_the_old_one_is_saved(work: AtWork, tmp_path: Path) -> None:
    rings = other(work, tmp_path / "rings")
    ids = Datasets(work.home, work.database).book.ids(rings.id)
    work.stroke((20, 20), (60, 20))
    work.screen.presenter.open_images(rings, ids, ids[1])
    image = work.screen.presenter.image
    assert image is not None
    assert (image.dataset, image.file.path) == (rings.id, "001.png")
    work.stroke((20, 20), (60, 20))
    assert work.strokes() == ["Brush, Dent"]
    stored = work.stored(0)
    assert stored is not None
    assert len(stored.annotation.defects) == 1


def test_another_dataset_opens_and_the_old_one_is_saved(work: AtWork, tmp_path: Path) -> None:
    other(work, tmp_path / "rings")
    work.stroke((20, 20), (60, 20))
    work.screen.start.choose("Rings")
    assert work.areas() == []
    stored = work.stored(0)
    assert stored is not None
    assert len(stored.annotation.defects) == 1


def test_who_draws_elsewhere_when_a_dataset_is_ready_stays_there(slow: AtWork, later: WhenTold, tmp_path: Path) -> None:
    start, presenter = slow.screen.start, slow.screen.presenter
    presenter.close_dataset()
    start.create("Plates 2", write_images(tmp_path / "more", 2), "Plates")
    start.choose("Plates")
    slow.stroke((20, 20), (60, 20))
    later.work_off()
    assert presenter.dataset is not None
    assert presenter.dataset.name == "Plates"
    assert len(slow.areas()) == 1
    assert "Plates 2 is ready" in slow.said[-1]


def test_a_folder_that_was_looked_through_disturbs_nobody_who_has_left(slow: AtWork, later: WhenTold) -> None:
    slow.screen.presenter.rescan()
    slow.screen.presenter.close_dataset()
    later.work_off()
    assert slow.screen.view.start.isVisible()


def test_who_drew_while_the_folder_was_looked_through_keeps_it(slow: AtWork, later: WhenTold) -> None:
    slow.screen.presenter.rescan()
    slow.stroke((20, 20), (60, 20))
    later.work_off()
    assert len(slow.areas()) == 1
    assert slow.stored(0) is not None


def test_labels_that_are_in_disturb_nobody_who_has_left(slow: AtWork, later: WhenTold, tmp_path: Path) -> None:
    file = tmp_path / "tags.csv"
    slow.screen.presenter.set_tags(frozenset({"glare"}))
    slow.screen.transfer.prepare_export(FORMATS["csv"], file)
    later.work_off()
    slow.agree()
    later.work_off()
    slow.screen.transfer.read(FORMATS["csv"], file)
    later.work_off()
    slow.agree()
    slow.screen.presenter.close_dataset()
    later.work_off()
    assert slow.screen.view.start.isVisible()
    assert "Labels imported" in slow.said[-1]
