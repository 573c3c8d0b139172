"""COCO: every bad entry is named with its place and a way out, and the good ones around it are read."""

import math
from pathlib import Path
from typing import Any

import pytest

from labeling.annotation import LabelState
from tests.labeling.exchange.readings import BOX, GOOD, HEIGHT, WIDTH, assert_told, coco, read, where

BAD_ANNOTATIONS: dict[str, dict[str, Any]] = {
    "unknown category": {"category_id": 77},
    "category of another kind": {"category_id": [1]},
    "NaN": {"segmentation": [[math.nan, *BOX[1:]]]},
    "infinity": {"segmentation": [[math.inf, *BOX[1:]]]},
    "absurdly far": {"segmentation": [[1e300, *BOX[1:]]]},
    "odd count": {"segmentation": [BOX[:-1]]},
    "two points": {"segmentation": [BOX[:4]]},
    "words": {"segmentation": [["a", "b"] * 4]},
    "nested": {"segmentation": [[[1], [2, 3]]]},
    "number": {"segmentation": 7},
    "outside": {"segmentation": [[x + 1000 for x in BOX]]},
    "no area": {"segmentation": [[5, 5, 5, 5, 5, 5]]},
    "runs too short": {"segmentation": {"size": [HEIGHT, WIDTH], "counts": [5, 5]}},
    "runs too long": {"segmentation": {"size": [HEIGHT, WIDTH], "counts": [5, 10**12]}},
    "runs backwards": {"segmentation": {"size": [HEIGHT, WIDTH], "counts": [5000, -1928]}},
    "runs of words": {"segmentation": {"size": [HEIGHT, WIDTH], "counts": ["5"]}},
    "runs of nothing": {"segmentation": {"size": [HEIGHT, WIDTH], "counts": None}},
    "runs of another size": {"segmentation": {"size": [WIDTH, HEIGHT], "counts": [0, WIDTH * HEIGHT]}},
    "runs without size": {"segmentation": {"counts": [0, WIDTH * HEIGHT]}},
    "text cut off": {"segmentation": {"size": [HEIGHT, WIDTH], "counts": "PQ~"}},
    "text of other letters": {"segmentation": {"size": [HEIGHT, WIDTH], "counts": "\u00e4 \x00"}},
    "endless number": {"segmentation": {"size": [HEIGHT, WIDTH], "counts": "o" * 1000 + "0"}},
    "no text": {"segmentation": {"size": [HEIGHT, WIDTH], "counts": ""}},
    "neither mask nor box": {"segmentation": []},
    "box of three": {"segmentation": [], "bbox": [1, 2, 3]},
    "same id again": {"id": 99},
}


@pytest.mark.parametrize("name", BAD_ANNOTATIONS)
def test_a_bad_coco_annotation_is_named_and_its_image_left_open(name: str, tmp_path: Path) -> None:
    reading = read("coco", coco(tmp_path, {}, BAD_ANNOTATIONS[name]))
    assert_told(reading)
    is_last = name == "same id again"
    assert where(reading) == ["c.json, annotations 3 (id 99)" if is_last else "c.json, annotations 2 (id 2)"]
    by_path = {image.path: image for image in reading.images}
    hurt, whole = ("test/crack/001.png", GOOD)[:: -1 if is_last else 1]
    assert by_path[hurt].state is LabelState.OPEN
    assert by_path[whole].state is LabelState.DONE
    assert by_path["test/crack/001.png"].marks


def test_coco_entries_that_are_no_objects(tmp_path: Path) -> None:
    file = coco(tmp_path, categories=[{"id": 1, "name": "crack"}, 5, {"id": 3}, {"name": "x"}, {"id": 4, "name": " "}])
    assert where(read("coco", file)) == [f"c.json, categories {n}" for n in ("2", "3 (id 3)", "4", "5 (id 4)")]
    images = [[], {"id": 1}, {"id": {}, "file_name": GOOD}, {"id": 5, "file_name": 3}, {"id": 2, "file_name": GOOD}]
    reading = read("coco", coco(tmp_path, images=images))
    assert where(reading) == [f"c.json, images {n}" for n in ("1", "2 (id 1)", "3", "4 (id 5)")]
    assert [image.path for image in reading.images] == [GOOD]
    assert_told(reading)


def test_an_annotation_of_an_unlisted_image(tmp_path: Path) -> None:
    assert where(read("coco", coco(tmp_path, {"image_id": 50}))) == ["c.json, annotations 1 (id 1)"]


def test_an_image_of_another_size(tmp_path: Path) -> None:
    images = [{"id": 1, "file_name": "test/crack/001.png", "width": 65, "height": 48}, {"id": 2, "file_name": GOOD}]
    reading = read("coco", coco(tmp_path, {}, images=images))
    assert where(reading) == ["c.json, images 1 (id 1)"]
    assert "64 x 48" in reading.bad[0].trouble.what


def test_an_image_named_twice(tmp_path: Path) -> None:
    images = [{"id": 1, "file_name": GOOD}, {"id": 2, "file_name": f"./{GOOD}"}]
    assert where(read("coco", coco(tmp_path, {}, images=images))) == ["c.json, images 2 (id 2)"]


def test_two_coco_images_of_one_id_are_both_bad(tmp_path: Path) -> None:
    images = [{"id": 1, "file_name": "test/crack/001.png"}, {"id": 1, "file_name": "test/good/001.png"}]
    good = {"id": 2, "file_name": GOOD}
    reading = read("coco", coco(tmp_path, {}, images=[*images, good]))
    assert where(reading) == [f"c.json, images {n} (id 1)" for n in (1, 2)]
    assert [image.path for image in reading.images] == [GOOD]
    assert_told(reading)


def test_two_coco_categories_of_one_id_are_both_bad(tmp_path: Path) -> None:
    categories = [{"id": 1, "name": "crack"}, {"id": 2, "name": "fray"}, {"id": 2, "name": "hole"}]
    reading = read("coco", coco(tmp_path, {"category_id": 2}, categories=categories))
    assert where(reading) == [
        "c.json, categories 2 (id 2)",
        "c.json, categories 3 (id 2)",
        "c.json, annotations 1 (id 1)",
    ]
    assert [(image.path, image.state) for image in reading.images] == [
        ("test/crack/001.png", LabelState.OPEN),
        (GOOD, LabelState.DONE),
    ]
    assert_told(reading)


def test_a_coco_image_without_annotations_says_nothing(tmp_path: Path) -> None:
    images = {image.path: image for image in read("coco", coco(tmp_path)).images}
    assert images["test/crack/001.png"].marks is None
    assert images["test/crack/001.png"].state is LabelState.OPEN


def test_coco_reads_polygons_and_run_lengths_as_numbers(tmp_path: Path) -> None:
    runs = {"size": [HEIGHT, WIDTH], "counts": [HEIGHT, HEIGHT, (WIDTH - 2) * HEIGHT]}
    marks = {image.path: image.marks for image in read("coco", coco(tmp_path, {}, {"segmentation": runs})).images}[
        "test/crack/001.png"
    ]
    assert marks is not None
    assert [(one.mask.left, one.mask.top, *one.mask.pixels.shape) for one in marks] == [(10, 10, 10, 20), (1, 0, 48, 1)]


REMARKS: dict[str, tuple[dict[str, Any], int, str]] = {
    "beyond the image": ({"segmentation": [[-20, -20, 30, -20, 30, 20, -20, 20]]}, 600, "beyond"),
    "crossing itself": ({"segmentation": [[10, 10, 30, 30, 30, 10, 10, 30]]}, 200, "crosses itself"),
    "a box alone": ({"segmentation": [], "bbox": [10, 10, 20, 10]}, 200, "rectangle"),
    "endless": ({"segmentation": [[-9e8, -9e8, 9e8, -9e8, 9e8, 9e8, -9e8, 9e8]]}, WIDTH * HEIGHT, "beyond"),
}


@pytest.mark.parametrize("name", REMARKS)
def test_what_is_taken_otherwise_is_told(name: str, tmp_path: Path) -> None:
    annotation, area, word = REMARKS[name]
    reading = read("coco", coco(tmp_path, annotation))
    assert reading.bad == ()
    assert reading.images[0].marks is not None
    assert reading.images[0].marks[0].mask.area_px == pytest.approx(area, abs=20)
    assert [remark.where for remark in reading.remarks if word in remark.what] == ["c.json, annotations 1 (id 1)"]


def test_the_same_mark_twice_is_one(tmp_path: Path) -> None:
    reading = read("coco", coco(tmp_path, {}, {}))
    assert len(reading.images[0].marks or ()) == 1
    assert "twice" in reading.remarks[0].what
