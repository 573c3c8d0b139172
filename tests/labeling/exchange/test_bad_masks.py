"""PNG masks, Pascal VOC and MVTec: every bad entry is named with its place and a way out, and the good ones around it are read."""

from pathlib import Path

import numpy as np
import pytest

from tests.labeling.exchange.readings import GOOD, HEIGHT, WIDTH, assert_told, read, where
from vision.images import encode_png
from vision.inspection import Trouble


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


BOMB = (
    """<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;&b;">]><annotation><a>&c;</a></annotation>"""
)
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
