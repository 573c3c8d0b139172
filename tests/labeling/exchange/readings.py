"""Three known images, what is read for them, and a COCO file to spoil."""

import json
from pathlib import Path
from typing import Any

from labeling.exchange import FORMATS, KnownImage, KnownImages, Reading, read_labels

WIDTH, HEIGHT = 64, 48
KNOWN = KnownImages(
    KnownImage(path=path, width=WIDTH, height=HEIGHT, sha256=path)
    for path in ("test/crack/001.png", "test/good/001.png", "test/good/002.png")
)
GOOD = "test/good/002.png"
BOX = [10, 10, 30, 10, 30, 20, 10, 20]


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
