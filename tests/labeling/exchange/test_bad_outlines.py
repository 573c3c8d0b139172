"""YOLO and LabelMe: every bad entry is named with its place and a way out, and the good ones around it are read."""

import base64
import json
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from labeling.annotation import LabelState
from labeling.exchange import ExchangeTrouble
from tests.labeling.exchange.readings import BOX, GOOD, HEIGHT, WIDTH, assert_told, coco, read, where
from vision.images import encode_png


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


def test_yolo_speaks_of_an_image_as_its_label_file_does(tmp_path: Path) -> None:
    (tmp_path / "labels").mkdir()
    (tmp_path / "labels/001.txt").write_text("")
    (tmp_path / "classes.txt").write_text("crack")
    (bad,) = read("yolo", tmp_path).bad
    assert bad.trouble.what.startswith("001.txt fits 2 images")


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
