"""Labels of a whole set for a dataset that is a part of it: never another image's labels, however alike the names."""

import json
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest

from labeling.exchange import FORMATS, KnownImage, KnownImages, LabelledImage, Reading, Trait, read_labels, write_labels
from tests.labeling.exchange.sets import CLASSES, SIZE, by_path, drawn, known, mark

WITH_MASKS = [name for name, each in FORMATS.items() if Trait.MASKS in each.holds]
CARRIES_IMAGES = "mvtec"
WITHOUT_IMAGES = [name for name in WITH_MASKS if name != CARRIES_IMAGES]


def whole_set(folder: Path) -> list[LabelledImage]:
    """Three images of each kind, called the same; the blowholes come first in every format."""
    kinds = {"Lunker": 10, "crack": 40}
    return [
        drawn(folder, f"test/{kind}/00{number}.png", mark(kind, (at, number, at + 9, number + 9)))
        for kind, at in kinds.items()
        for number in (1, 2, 3)
    ]


def subset(images: list[LabelledImage], folder: str) -> list[LabelledImage]:
    """Those of one folder, as a dataset of that folder calls them."""
    inner = [(image, PurePosixPath(image.path)) for image in images]
    return [replace(image, path=path.name) for image, path in inner if path.parent == PurePosixPath(folder)]


def read(name: str, source: Path, images: list[LabelledImage], folder: Path) -> Reading:
    return read_labels(source, FORMATS[name], KnownImages(known(images).images, folder))


@pytest.mark.parametrize("name", WITH_MASKS)
def test_the_datasets_own_folders_tell_which_labels_are_meant(name: str, tmp_path: Path) -> None:
    images = whole_set(tmp_path / "set")
    cracks = subset(images, "test/crack")
    source = write_labels(images, CLASSES, FORMATS[name], tmp_path / "labels")
    reading = read(name, source, cracks, tmp_path / "set" / "test" / "crack")
    assert by_path(reading.images) == by_path(cracks)
    assert len(reading.bad) == 3
    assert all("Lunker" in bad.where or "Lunker" in bad.trouble.what for bad in reading.bad)
    assert reading.remarks == ()


@pytest.mark.parametrize("name", WITHOUT_IMAGES)
def test_of_several_folders_none_is_taken_when_nothing_tells_them_apart(name: str, tmp_path: Path) -> None:
    images = whole_set(tmp_path / "set")
    source = write_labels(images, CLASSES, FORMATS[name], tmp_path / "labels")
    reading = read(name, source, subset(images, "test/crack"), tmp_path / "renamed")
    assert reading.images == ()
    assert len(reading.bad) == 6
    assert all(bad.trouble.remedy for bad in reading.bad)


def test_images_beside_their_labels_tell_which_are_meant(tmp_path: Path) -> None:
    images = whole_set(tmp_path / "set")
    cracks = subset(images, "test/crack")
    source = write_labels(images, CLASSES, FORMATS[CARRIES_IMAGES], tmp_path / "labels")
    reading = read(CARRIES_IMAGES, source, cracks, tmp_path / "renamed")
    assert by_path(reading.images) == by_path(cracks)
    assert len(reading.bad) == 3


@pytest.mark.parametrize("name", WITHOUT_IMAGES)
def test_a_folder_under_another_name_is_taken_and_told(name: str, tmp_path: Path) -> None:
    images = whole_set(tmp_path / "set")[3:]
    cracks = subset(images, "test/crack")
    reading = read(name, write_labels(images, CLASSES, FORMATS[name], tmp_path / "labels"), cracks, tmp_path / "Risse")
    assert by_path(reading.images) == by_path(cracks)
    assert ["test/crack" in remark.what for remark in reading.remarks] == [True]


def test_another_image_beside_the_labels_is_no_match(tmp_path: Path) -> None:
    drawn(tmp_path / "set", "other/001.png")
    root = drawn(tmp_path / "dataset", "001.png")
    source = tmp_path / "set" / "c.json"
    source.write_text(json.dumps({"images": [{"id": 1, "file_name": "other/001.png", "state": "done"}]}))
    reading = read("coco", source, [root], tmp_path / "dataset")
    assert reading.images == ()
    assert ["folders" in bad.trouble.what for bad in reading.bad] == [True]


def tagged(folder: Path, paths: list[str], *dataset: str, root: str) -> dict[str, str]:
    """Which path each image of a dataset got its tag from."""
    content = "path,tag\n" + "".join(f"{path},{path.replace('/', ' ')}\n" for path in paths)
    (folder / "t.csv").write_text(content)
    images = [KnownImage(path=path, width=SIZE[0], height=SIZE[1], sha256="") for path in dataset]
    reading = read_labels(folder / "t.csv", FORMATS["csv"], KnownImages(images, Path(root)))
    return {image.path: " ".join(sorted(image.tags or ())) for image in reading.images}


@pytest.mark.parametrize(
    ("paths", "root", "found"),
    [
        (["train/good/1.png", "test/good/1.png"], "/x/test/good", "test good 1.png"),
        (["train/good/1.png", "test/bad/1.png"], "/x/test/good", None),
        (["1.png", "old/1.png"], "/x/parts", "1.png"),
        (["old/1.png"], "/x/parts", "old 1.png"),
        (["set/parts/1.png", "set/old/1.png"], "/x/set/parts", "set parts 1.png"),
    ],
)
def test_one_folder_of_the_labels_is_the_datasets(
    paths: list[str], root: str, found: str | None, tmp_path: Path
) -> None:
    assert tagged(tmp_path, paths, "1.png", root=root).get("1.png") == found


def test_the_longest_of_a_datasets_paths_is_the_one(tmp_path: Path) -> None:
    found = tagged(tmp_path, ["set/a/1.png", "set/1.png"], "1.png", "a/1.png", root="/x/set")
    assert found == {"1.png": "set 1.png", "a/1.png": "set a 1.png"}


def test_a_labelme_file_may_lie_in_a_folder_of_its_own(tmp_path: Path) -> None:
    images = [drawn(tmp_path / "set", f"pics/{number}.png") for number in (1, 2)]
    for number in (1, 2):
        file = tmp_path / "labels" / "ann" / f"{number}.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps({"shapes": [], "state": "done", "imagePath": f"{number}.png"}))
    reading = read("labelme", tmp_path / "labels", images, tmp_path / "set")
    assert [image.path for image in reading.images] == ["pics/1.png", "pics/2.png"]
    assert len(reading.remarks) == 1
    (tmp_path / "labels" / "other").mkdir()
    (tmp_path / "labels" / "ann" / "2.json").rename(tmp_path / "labels" / "other" / "2.json")
    assert read("labelme", tmp_path / "labels", images, tmp_path / "set").images == ()


def test_good_parts_of_the_training_set_are_taken_where_the_dataset_has_them(tmp_path: Path) -> None:
    images = [*whole_set(tmp_path / "set"), drawn(tmp_path / "set", "train/good/001.png")]
    source = write_labels(images, CLASSES, FORMATS["mvtec"], tmp_path / "labels")
    assert len(read("mvtec", source, images, tmp_path / "set").images) == 7
    reading = read("mvtec", source, subset(images, "test/crack"), tmp_path / "set" / "test" / "crack")
    assert [bool(image.marks) for image in reading.images] == [True] * 3
    assert not any("good" in bad.where for bad in reading.bad)
