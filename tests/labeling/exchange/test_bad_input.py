"""Every bad entry is named with its place and a way out, and the good ones around it are read."""

import base64
import json
import math
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from labeling.annotation import LabelState
from labeling.exchange import FORMATS, ExchangeTrouble, KnownImage, KnownImages, Reading, read_labels
from labeling.exchange import files as exchange_files
from vision.images import encode_png
from vision.inspection import Trouble

WIDTH, HEIGHT = 64, 48
KNOWN = KnownImages(
    KnownImage(path=path, width=WIDTH, height=HEIGHT, sha256=path)
    for path in ("test/crack/001.png", "test/good/001.png", "test/good/002.png")
)
GOOD = "test/good/002.png"
BOX = [10, 10, 30, 10, 30, 20, 10, 20]
BOMB = (
    """<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;&b;">]><annotation><a>&c;</a></annotation>"""
)


def read(name: str, source: Path) -> Reading:
    return read_labels(source, FORMATS[name], KNOWN)


def where(reading: Reading) -> list[str]:
    return [bad.where for bad in reading.bad]


def assert_told(reading: Reading) -> None:
    """Every bad entry has a place and says what is wrong; a person finds a way out."""
    assert all(bad.where and bad.trouble.what for bad in reading.bad)
    assert all(bad.trouble.remedy or bad.trouble.meaning for bad in reading.bad)


def coco(folder: Path, *annotations: dict[str, Any], **more: Any) -> Path:
    """A COCO file of two images: the first with these annotations, the second with a good one."""
    images = [
        {"id": 1, "file_name": "test/crack/001.png"},
        {"id": 2, "file_name": GOOD, "width": WIDTH, "height": HEIGHT},
    ]
    marks = [
        {"id": n, "image_id": 1, "category_id": 1, "segmentation": [BOX]} | one for n, one in enumerate(annotations, 1)
    ]
    good = {"id": 99, "image_id": 2, "category_id": 1, "segmentation": [BOX]}
    content = {"images": images, "categories": [{"id": 1, "name": "crack"}], "annotations": [*marks, good]} | more
    (folder / "c.json").write_text(json.dumps(content))
    return folder / "c.json"


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


@pytest.mark.parametrize("name", ["coco", "yolo"])
def test_a_million_points_take_seconds(name: str, tmp_path: Path) -> None:
    angles = np.linspace(0, 2 * np.pi, 1_000_000, endpoint=False)
    points = np.stack([32 + 20 * np.cos(angles), 24 + 20 * np.sin(angles)], axis=1)
    if name == "coco":
        source = coco(tmp_path, {"segmentation": [points.round(6).ravel().tolist()]})
    else:
        source = yolo(tmp_path, "0 " + " ".join(map(str, (points / (WIDTH, HEIGHT)).round(8).ravel())))
    started = time.perf_counter()
    marks = read(name, source).images[0].marks
    assert time.perf_counter() - started < 60  # about 3 s on an idle machine
    assert marks is not None
    assert marks[0].mask.area_px == pytest.approx(np.pi * 400, rel=0.03)


def yolo(folder: Path, *lines: str, names: str = "names: [crack]") -> Path:
    """Labels of two images: the first with these lines, the second with a good one."""
    for name in ("test/crack/001", "test/good/002"):
        (folder / "labels" / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / "labels/test/crack/001.txt").write_text("\n".join(lines))
    (folder / "labels/test/good/002.txt").write_text("0 0.5 0.5 0.5 0.5\n")
    (folder / "data.yaml").write_text(names)
    return folder


@pytest.mark.parametrize(
    "line",
    [
        "7 0.5 0.5 0.1 0.1",
        "-1 0.5 0.5 0.1 0.1",
        "crack 0.5 0.5 0.1 0.1",
        "0 nan 0.5 0.1 0.1",
        "0 inf 0.5 0.1 0.1",
        "0 0.5 0.5 0.1",
        "0 0.5 0.5 0.1 0.1 0.9",
        "0 0.1 0.1 0.2 0.2 0.3 0.1 0.7",
        "0 320 240 10 10",
        "0 0.5 0.5 0 0",
        "0 a b c d",
        "0",
    ],
)
def test_a_bad_yolo_line_is_named(line: str, tmp_path: Path) -> None:
    reading = read("yolo", yolo(tmp_path, "0 0.5 0.5 0.25 0.25", "", line))
    assert where(reading) == ["labels/test/crack/001.txt, line 3"]
    assert_told(reading)
    assert [(image.state, len(image.marks or ())) for image in reading.images] == [
        (LabelState.OPEN, 1),
        (LabelState.DONE, 1),
    ]


@pytest.mark.parametrize("names", ["names: {0: crack}", "names:\n- crack\n", "names:\n  0: crack\nnc: 1"])
def test_yolo_names_in_every_way_of_writing(names: str, tmp_path: Path) -> None:
    assert read("yolo", yolo(tmp_path, "0 0.5 0.5 0.25 0.25", names=names)).classes == ("crack",)


@pytest.mark.parametrize(
    "names", ["", "- 1", "names: 3", "names: {a: b}", "{", "names: !!python/object/apply:os.getcwd []"]
)
def test_yolo_without_usable_names(names: str, tmp_path: Path) -> None:
    with pytest.raises(ExchangeTrouble):
        read("yolo", yolo(tmp_path, names=names))


def labelme(folder: Path, **more: Any) -> Path:
    """A LabelMe file of a good polygon and one more shape."""
    shape = {"label": "crack", "shape_type": "polygon", "points": np.reshape(BOX, (-1, 2)).tolist()}
    shapes = [shape, shape | {"points": [[1, 1], [9, 1], [9, 9]]} | more]
    (folder / "l.json").write_text(json.dumps({"shapes": shapes, "imagePath": f"..\\x\\{GOOD}", "imageData": "!" * 99}))
    return folder / "l.json"


def png(pixels: np.ndarray[Any, np.dtype[np.uint8]]) -> str:
    return base64.b64encode(encode_png(pixels)).decode()


@pytest.mark.parametrize(
    "shape",
    [
        {"label": ""},
        {"label": None},
        {"label": "a\u0000b"},
        {"label": "x" * 500},
        {"points": [[1, 2]]},
        {"points": None},
        {"shape_type": "line", "points": [[1, 1], [5, 5]]},
        {"shape_type": "point", "points": [[1, 1]]},
        {"shape_type": ["polygon"]},
        {"shape_type": "circle", "points": [[5, 5], [5, 5]]},
        {"shape_type": "mask", "points": [[1, 1], [5, 5]]},
        {"shape_type": "mask", "points": [[1, 1], [5, 5]], "mask": "no PNG"},
        {"shape_type": "mask", "points": [[1, 1], [5, 5]], "mask": png(np.ones((5, 5), np.uint8))[:60]},
        {"shape_type": "mask", "points": [[1, 1], [5, 5]], "mask": png(np.ones((500, 500), np.uint8))},
        {"shape_type": "mask", "points": [[1e8, 1e8], [5e8, 5e8]], "mask": png(np.ones((5, 5), np.uint8))},
        {"shape_type": "mask", "points": [[-900, 1], [-890, 5]], "mask": png(np.ones((5, 5), np.uint8))},
    ],
)
def test_a_bad_labelme_shape_is_named(shape: dict[str, Any], tmp_path: Path) -> None:
    reading = read("labelme", labelme(tmp_path, **shape))
    assert where(reading) == ["l.json, shape 2"]
    assert_told(reading)
    assert [(image.path, len(image.marks or ()), image.state) for image in reading.images] == [
        (GOOD, 1, LabelState.OPEN)
    ]


@pytest.mark.parametrize(
    ("shape", "area"),
    [
        ({"shape_type": "rectangle", "points": [[30, 20], [10, 12]]}, 160),
        ({"shape_type": "circle", "points": [[32, 24], [42, 24]]}, 316),
        ({"shape_type": "mask", "points": [[60, 1], [69, 10]], "mask": png(np.ones((10, 10), np.uint8))}, 40),
    ],
)
def test_other_labelme_shapes(shape: dict[str, Any], area: int, tmp_path: Path) -> None:
    (image,) = read("labelme", labelme(tmp_path, **shape)).images
    assert image.marks is not None
    assert image.marks[1].mask.area_px == pytest.approx(area, abs=4)


def mask_folder(folder: Path, data: bytes, classes: str = '{"1": "crack"}') -> Path:
    (folder / "test/crack").mkdir(parents=True)
    (folder / "test/crack/001.png").write_bytes(data)
    (folder / "classes.json").write_text(classes)
    return folder


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x89PNG\r\n\x1a\n",
        bytes(range(256)),
        encode_png(np.ones((HEIGHT, WIDTH), np.uint8))[:-20],
        encode_png(np.ones((HEIGHT + 1, WIDTH), np.uint8)),
        encode_png(np.ones((WIDTH, HEIGHT), np.uint8)),
        encode_png(np.full((HEIGHT, WIDTH), 9, np.uint8)),
        encode_png(np.full((HEIGHT, WIDTH, 3), 77, np.uint8)),
    ],
    ids=["empty", "header", "noise", "cut", "size", "turned", "unknown class", "colours"],
)
def test_a_bad_png_mask_is_named(data: bytes, tmp_path: Path) -> None:
    reading = read("mask", mask_folder(tmp_path, data))
    assert where(reading) == ["test/crack/001.png"]
    assert_told(reading)


@pytest.mark.parametrize("classes", ["", "[]", '{"a": "b"}', '{"1": 5}', "{"])
def test_a_mask_folder_without_usable_classes(classes: str, tmp_path: Path) -> None:
    with pytest.raises(Trouble):
        read("mask", mask_folder(tmp_path, encode_png(np.ones((HEIGHT, WIDTH), np.uint8)), classes))


VOC = "<annotation><filename>{name}</filename><size><width>{width}</width><height>48</height></size>{objects}</annotation>"
VOC_BOX = (
    "<object><name>crack</name><bndbox><xmin>{left}</xmin><ymin>1</ymin><xmax>10</xmax><ymax>5</ymax></bndbox></object>"
)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", "001.xml"),
        ("<annotation>", "001.xml"),
        (BOMB, "001.xml"),
        (VOC.format(name="nowhere.png", width=64, objects=""), "001.xml"),
        (VOC.format(name="crack/001.png", width=63, objects=""), "001.xml"),
        (VOC.format(name="crack/001.png", width="much", objects=""), "001.xml"),
        (VOC.format(name="crack/001.png", width=64, objects="<object/>"), "001.xml, object 1"),
        (VOC.format(name="crack/001.png", width=64, objects=VOC_BOX.format(left="nan")), "001.xml, object 1"),
        (VOC.format(name="crack/001.png", width=64, objects=VOC_BOX.format(left="much")), "001.xml, object 1"),
    ],
)
def test_a_bad_voc_file_is_named(text: str, place: str, tmp_path: Path) -> None:
    (tmp_path / "001.xml").write_text(text)
    (tmp_path / "002.xml").write_text(VOC.format(name=GOOD, width=0, objects=VOC_BOX.format(left=1)))
    reading = read("voc", tmp_path)
    assert where(reading) == [place]
    assert_told(reading)
    good = {image.path: image for image in reading.images}[GOOD]
    assert [(one.mask.left, one.mask.top, *one.mask.pixels.shape) for one in good.marks or ()] == [(0, 0, 5, 10)]


@pytest.mark.parametrize(
    "data", [encode_png(np.zeros((HEIGHT, WIDTH), np.uint8)), encode_png(np.ones((9, 9), np.uint8)), b"no"]
)
def test_a_bad_mvtec_mask_is_named(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "ground_truth/crack").mkdir(parents=True)
    (tmp_path / "ground_truth/crack/001_mask.png").write_bytes(data)
    (tmp_path / "test/good").mkdir(parents=True)
    (tmp_path / "test/good/002.png").write_bytes(b"image")
    reading = read("mvtec", tmp_path)
    assert where(reading) == ["test/crack/001"]
    assert_told(reading)
    assert [image.path for image in reading.images] == [GOOD]


@pytest.mark.parametrize("is_coloured", [False, True])
def test_voc_masks_of_other_tools(is_coloured: bool, tmp_path: Path) -> None:
    """Borders are no defect; CVAT writes colours where others write numbers."""
    indices = np.zeros((HEIGHT, WIDTH), np.uint8)
    indices[5:15, 5:15], indices[7:13, 7:13] = 255, 1
    colours = np.zeros((256, 3), np.uint8)
    colours[1] = (10, 20, 30)
    (tmp_path / "SegmentationClass").mkdir()
    (tmp_path / "SegmentationClass/002.png").write_bytes(encode_png(colours[indices] if is_coloured else indices))
    (tmp_path / "labelmap.txt").write_text("# label:color\nbackground:0,0,0::\nKratzer: links:10,20,30::\n")
    (image,) = read("voc", tmp_path).images
    assert [(one.class_name, one.mask.area_px) for one in image.marks or ()] == [("Kratzer: links", 36)]


def test_an_mvtec_image_without_a_mask_is_named(tmp_path: Path) -> None:
    (tmp_path / "test/crack").mkdir(parents=True)
    (tmp_path / "test/crack/001.png").write_bytes(b"image")
    assert where(read("mvtec", tmp_path)) == ["test/crack/001.png"]


@pytest.mark.parametrize("tag", ["z" * 5000, "a\u200bb"])
def test_a_tag_that_cannot_be_kept_is_a_bad_row(tag: str, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(f"path,tag\n{GOOD},{tag}\ntest/crack/001.png,matt\n", "utf-8")
    reading = read("csv", tmp_path / "t.csv")
    assert where(reading) == ["t.csv, line 2"]
    assert [(image.path, image.tags) for image in reading.images] == [("test/crack/001.png", frozenset({"matt"}))]


def test_yolo_speaks_of_an_image_as_its_label_file_does(tmp_path: Path) -> None:
    (tmp_path / "labels").mkdir()
    (tmp_path / "labels/001.txt").write_text("")
    (tmp_path / "classes.txt").write_text("crack")
    (bad,) = read("yolo", tmp_path).bad
    assert bad.trouble.what.startswith("001.txt fits 2 images")


def test_bad_rows_of_a_table(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(
        f"path,tag\n{GOOD},matt\nnowhere.png,matt\n001.png,matt\n,matt\n{GOOD},nass\n", "utf-8"
    )
    reading = read("csv", tmp_path / "t.csv")
    assert where(reading) == [f"t.csv, line {n}" for n in (3, 4, 5)]
    assert [(image.path, image.tags) for image in reading.images] == [(GOOD, frozenset({"matt", "nass"}))]
    assert_told(reading)


SPOILT: dict[str, bytes] = {
    "empty": b"",
    "binary": bytes(range(256)) * 9,
    "zeros": bytes(999),
    "cut": b'{"images": [{"id": 1',
    "deep": b"[" * 200_000,
    "number": b"7",
    "long number": b'{"images": [' + b"9" * 9999 + b"]}",
    "other": b'{"images": 3, "shapes": 4}',
}


@pytest.mark.parametrize("spoilt", SPOILT)
@pytest.mark.parametrize(("name", "suffix"), [("coco", ".json"), ("labelme", ".json"), ("csv", ".csv")])
def test_a_spoilt_file_is_told(name: str, suffix: str, spoilt: str, tmp_path: Path) -> None:
    file = tmp_path / f"Datei 検{suffix}"
    file.write_bytes(SPOILT[spoilt])
    with pytest.raises(Trouble):
        read(name, file)


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_not_there_is_told(name: str, tmp_path: Path) -> None:
    for source in (tmp_path / "nowhere", tmp_path):
        with pytest.raises(Trouble):
            read(name, source)


def test_a_file_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange_files, "MAX_BYTES", 10)
    with pytest.raises(ExchangeTrouble, match="larger"):
        read("coco", coco(tmp_path))


def test_noise_never_raises_anything_but_trouble(tmp_path: Path) -> None:
    chance = np.random.default_rng(0)
    plain = coco(tmp_path, {}, {"segmentation": {"size": [HEIGHT, WIDTH], "counts": [0, WIDTH * HEIGHT]}}).read_bytes()
    for number in range(300):
        data = bytearray(plain)
        for place in chance.integers(0, len(data), number % 5 + 1):
            data[place] = chance.integers(32, 127)
        (tmp_path / "c.json").write_bytes(data)
        try:
            assert_told(read("coco", tmp_path / "c.json"))
        except Trouble:
            continue
