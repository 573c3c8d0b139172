"""Datasets and the files they speak of: found, changed, moved, gone, damaged, and taken from inspections."""

import hashlib
import os
import shutil
import sys
from pathlib import Path

import pytest

from labeling.catalog import NameTrouble
from labeling.datasets import Datasets, Scan
from labeling.records.datasets import DatasetTrouble, ImageQuery, ImageSource, NewAnnotation
from labeling.storage import AnnotationBook
from tests.labeling.datasets.conftest import NAMES, write_image
from tests.labeling.marks import marked
from tests.vision.storage.parts import Line
from vision.images import ImageTrouble
from vision.inspection import ManualClock, Verdict
from vision.storage import StorageTrouble, Store, backup, restore


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_dataset_finds_every_image_and_leaves_it_in_place(datasets: Datasets, folder: Path) -> None:
    before, steps = contents(folder), []
    dataset, found = datasets.create("Flange", folder, "Ada", progress=lambda *step: steps.append(step))
    images = datasets.book.page(dataset.id)
    assert [image.file.path for image in images] == NAMES
    assert (found.faults, found.masks, found.is_whole) == ([], 0, True)
    assert steps == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert contents(folder) == before
    for image in images:
        path = datasets.path(dataset, image)
        assert image.file.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
        assert (image.file.byte_count, image.file.width, image.file.height) == (path.stat().st_size, 40, 30)
        assert (image.tags, image.classes, image.version) == (frozenset(), {}, 0)  # folder names are no labels


def test_bad_files_are_named_and_the_good_ones_join(datasets: Datasets, folder: Path) -> None:
    (folder / "empty.png").write_bytes(b"")
    (folder / "text.jpg").write_text("no image")
    (folder / "cut.png").write_bytes((folder / NAMES[0]).read_bytes()[:-30])
    (folder / "notes.txt").write_text("not looked at")
    dataset, found = datasets.create("Flange", folder, "Ada")
    assert sorted(fault.path for fault in found.faults) == ["cut.png", "empty.png", "text.jpg"]
    assert all(Path(fault.path).name in fault.trouble.what for fault in found.faults)
    assert datasets.book.counts(dataset.id).images == 4


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_name_that_is_no_text_is_told(datasets: Datasets, folder: Path) -> None:
    shutil.copy(folder / NAMES[0], os.fsencode(folder) + b"/\xff.png")
    _, found = datasets.create("Flange", folder, "Ada")
    (fault,) = found.faults
    assert "is no text" in fault.trouble.what


def test_a_folder_without_a_readable_image_makes_no_dataset(datasets: Datasets, tmp_path: Path) -> None:
    (tmp_path / "bad").mkdir()
    with pytest.raises(ImageTrouble, match="no image"):
        datasets.create("Flange", tmp_path / "bad", "Ada")
    (tmp_path / "bad" / "one.png").write_bytes(b"x")
    with pytest.raises(DatasetTrouble, match="None of the 1 images"):
        datasets.create("Flange", tmp_path / "bad", "Ada")
    with pytest.raises(ImageTrouble, match="does not exist"):
        datasets.create("Flange", tmp_path / "nowhere", "Ada")
    assert datasets.book.all() == []


def test_a_name_that_cannot_be_is_told_before_anything_is_read(datasets: Datasets, folder: Path) -> None:
    datasets.create("Flange", folder, "Ada")
    with pytest.raises(DatasetTrouble, match="already"):
        datasets.create("FLANGE", folder, "Ada", progress=pytest.fail)
    with pytest.raises(NameTrouble):
        datasets.create(" ", folder, "Ada", progress=pytest.fail)


def test_masks_of_mvtec_are_no_images_of_parts(datasets: Datasets, folder: Path) -> None:
    write_image(folder / "ground_truth" / "crack" / "000_mask.png", 50)
    write_image(folder / "deep" / "ground_truth" / "000.png", 51)  # no test folder beside it: an ordinary name
    dataset, found = datasets.create("Flange", folder, "Ada")
    assert found.masks == 1
    paths = {image.file.path for image in datasets.book.page(dataset.id)}
    assert paths == {*NAMES, "deep/ground_truth/000.png"}


def test_what_was_read_until_it_was_cancelled_is_kept(datasets: Datasets, folder: Path) -> None:
    answers = iter([False, False, True])
    dataset, found = datasets.create("Flange", folder, "Ada", is_cancelled=lambda: next(answers))
    assert not found.is_whole
    assert datasets.book.counts(dataset.id).images == 2
    assert len(datasets.rescan(dataset).fresh) == 2
    with pytest.raises(DatasetTrouble, match="cancelled"):
        datasets.create("Other", folder, "Ada", is_cancelled=lambda: True)


def test_looking_again_reads_only_what_changed(datasets: Datasets, folder: Path) -> None:
    dataset, _ = datasets.create("Flange", folder, "Ada")
    write_image(folder / NAMES[1], 77)
    write_image(folder / "new.png", 78)
    found = datasets.rescan(dataset)
    assert [file.path for file in found.fresh] == ["new.png", NAMES[1]]
    assert (found.changed, found.unchanged, found.missing, found.moved) == ([NAMES[1]], 3, [], {})
    assert datasets.rescan(dataset) == Scan(unchanged=5)


def test_a_vanished_file_is_told_and_welcome_back(datasets: Datasets, folder: Path) -> None:
    dataset, _ = datasets.create("Flange", folder, "Ada")
    data = (folder / NAMES[0]).read_bytes()
    (folder / NAMES[0]).unlink()
    assert datasets.rescan(dataset).missing == [NAMES[0]]
    (gone,) = datasets.book.page(dataset.id, ImageQuery(is_missing=True))
    assert gone.file.path == NAMES[0]
    datasets.rescan(dataset, is_cancelled=lambda: True)
    assert datasets.book.counts(dataset.id).missing == 1
    (folder / NAMES[0]).write_bytes(data)
    datasets.rescan(dataset)
    assert datasets.book.counts(dataset.id).missing == 0


def test_a_disk_that_is_not_plugged_in_loses_nothing(datasets: Datasets, folder: Path) -> None:
    dataset, _ = datasets.create("Flange", folder, "Ada")
    folder.rename(folder.with_name("away"))
    with pytest.raises(ImageTrouble, match="does not exist"):
        datasets.rescan(dataset)
    assert datasets.book.counts(dataset.id).missing == 0


def test_a_moved_image_keeps_what_was_said_about_it(datasets: Datasets, folder: Path, store: Store) -> None:
    dataset, _ = datasets.create("Flange", folder, "Ada")
    image_id = datasets.book.ids(dataset.id)[0]
    new = NewAnnotation(image_id=image_id, annotation=marked(tags=("seen",)), base=0)
    AnnotationBook(store.database).save(new, "Ada", "tags")
    (folder / NAMES[0]).rename(folder / "elsewhere.png")
    assert datasets.rescan(dataset).moved == {NAMES[0]: "elsewhere.png"}
    image = datasets.book.image(image_id)
    assert (image.file.path, image.tags, image.is_missing) == ("elsewhere.png", {"seen"}, False)
    assert datasets.book.counts(dataset.id).images == 4
    assert datasets.rescan(dataset) == Scan(unchanged=4)


def test_frames_of_inspections_join_as_copies(datasets: Datasets, folder: Path, store: Store) -> None:
    dataset, _ = datasets.create("Flange", folder, "Ada")
    line = Line(store, ManualClock())
    records = [line.inspect(Verdict.NG, views=("top", "side")), line.inspect()]
    assert datasets.add_inspections(dataset, records) == 3
    assert datasets.add_inspections(dataset, records) == 0
    taken = [image for image in datasets.book.page(dataset.id) if image.file.source is ImageSource.STATION]
    assert {image.file.inspection_id for image in taken} == {record.inspection_id for record in records}
    assert {image.file.lot for image in taken} == {"L7"}
    assert {image.file.score for image in taken} == {records[0].views[0].scaled_score}
    shutil.rmtree(store.home.frames)  # the retention rules did their work
    for image in taken:
        assert hashlib.sha256(datasets.path(dataset, image).read_bytes()).hexdigest() == image.file.sha256
    datasets.rescan(dataset)
    assert datasets.book.counts(dataset.id).missing == 0


def test_a_frame_that_was_changed_or_is_gone_does_not_join(datasets: Datasets, folder: Path, store: Store) -> None:
    dataset, _ = datasets.create("Flange", folder, "Ada")
    record = Line(store, ManualClock()).inspect()
    frame = store.home.root / str(record.views[0].image)
    write_image(frame, 5)
    with pytest.raises(DatasetTrouble, match="damaged or was changed"):
        datasets.add_inspections(dataset, [record])
    frame.unlink()
    with pytest.raises(StorageTrouble, match="does not exist"):
        datasets.add_inspections(dataset, [record])
    assert datasets.book.counts(dataset.id).images == 4


def test_a_backup_holds_the_kept_images(datasets: Datasets, folder: Path, store: Store, tmp_path: Path) -> None:
    dataset, _ = datasets.create("Flange", folder, "Ada")
    datasets.add_inspections(dataset, [Line(store, ManualClock()).inspect()])
    backup(store.home, tmp_path / "backup.zip")
    before = contents(store.home.labels)
    store.close()
    shutil.rmtree(store.home.root)
    restore(tmp_path / "backup.zip", store.home)
    assert contents(store.home.labels) == before != {}
