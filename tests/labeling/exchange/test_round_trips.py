"""What a format can hold comes back pixel for pixel; what it cannot is told before."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pycocotools.coco import COCO

from labeling.annotation import LabelState, PlacedMask
from labeling.exchange import FORMATS, ExchangeTrouble, LabelledImage, Mark, Trait, losses, write_labels
from tests.labeling.exchange.sets import by_path, drawn, mark, overlapping_set, round_trip, simple_set, union
from vision.evaluation import read_mask
from vision.images import find_images, read_image

WITH_MASKS = [name for name, each in FORMATS.items() if Trait.MASKS in each.holds]
EXACT = [name for name in WITH_MASKS if Trait.OVERLAPS in FORMATS[name].holds]


@pytest.mark.parametrize("name", WITH_MASKS)
def test_one_mark_an_image_comes_back_whole(name: str, tmp_path: Path) -> None:
    images = simple_set(tmp_path / "images")
    reading = round_trip(images, name, tmp_path / "labels")
    assert reading.bad == ()
    assert reading.remarks == ()
    assert by_path(reading.images) == by_path(images)
    assert all(image.state is LabelState.DONE for image in reading.images)
    assert losses(images, FORMATS[name]) == []


@pytest.mark.parametrize("name", EXACT)
def test_pixels_that_touch_by_a_corner_are_no_crossing(name: str, tmp_path: Path) -> None:
    images = [drawn(tmp_path / "images", "1.png", mark("crack", (10, 10, 20, 20), (20, 20, 33, 37), (33, 37, 40, 41)))]
    reading = round_trip(images, name, tmp_path / "labels")
    assert by_path(reading.images) == by_path(images)
    assert reading.remarks == ()


@pytest.mark.parametrize("name", EXACT)
def test_overlapping_defects_come_back_apart(name: str, tmp_path: Path) -> None:
    images = overlapping_set(tmp_path / "images")
    reading = round_trip(images, name, tmp_path / "labels")
    assert reading.bad == ()
    assert by_path(reading.images) == by_path(images)


@pytest.mark.parametrize("name", ["coco", "labelme", "csv"])
def test_tags_come_back(name: str, tmp_path: Path) -> None:
    images = overlapping_set(tmp_path / "images")
    reading = round_trip(images, name, tmp_path / "labels")
    assert {image.path: image.tags for image in reading.images} == {image.path: image.tags for image in images}


def test_no_tag_is_a_formula_for_a_spreadsheet(tmp_path: Path) -> None:
    tags = frozenset({"=cmd()", "@x", "'=y", "-3", "'quoted"})
    images = [drawn(tmp_path / "images", "=1.png", tags=tags)]
    reading = round_trip(images, "csv", tmp_path / "tags.csv")
    assert [(image.path, image.tags) for image in reading.images] == [("=1.png", tags)]
    cells = {cell for line in (tmp_path / "tags.csv").read_text().splitlines() for cell in line.split(",")}
    assert {cell for cell in cells if cell[:1] in "=+-@"} == {"-3"}


def test_labels_for_a_place_that_takes_none_are_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ExchangeTrouble, match="cannot be written") as told:
        write_labels(overlapping_set(tmp_path / "images"), (), FORMATS["csv"], tmp_path / "file" / "tags.csv")
    assert "folder" in told.value.remedy


@pytest.mark.parametrize("name", ["coco", "labelme"])
def test_an_unfinished_image_stays_so(name: str, tmp_path: Path) -> None:
    images = [replace(image, state=LabelState.OPEN) for image in overlapping_set(tmp_path / "images")]
    reading = round_trip(images, name, tmp_path / "labels")
    assert {image.state for image in reading.images} == {LabelState.OPEN}


@pytest.mark.parametrize("name", WITH_MASKS)
def test_an_unfinished_image_without_marks_never_returns_as_a_good_part(name: str, tmp_path: Path) -> None:
    fresh = replace(drawn(tmp_path / "images", "test/good/3.png"), state=LabelState.OPEN)
    images = [*simple_set(tmp_path / "images"), fresh]
    states = {image.path: image.state for image in round_trip(images, name, tmp_path / "labels").images}
    assert states.get("test/good/3.png", LabelState.OPEN) is LabelState.OPEN


def test_a_table_of_tags_says_nothing_of_marks(tmp_path: Path) -> None:
    reading = round_trip(overlapping_set(tmp_path / "images"), "csv", tmp_path / "tags.csv")
    assert (tmp_path / "tags.csv").is_file()
    assert all(image.marks is None for image in reading.images)


def test_a_class_mask_shows_the_later_of_two(tmp_path: Path) -> None:
    images = overlapping_set(tmp_path / "images")
    back = {image.path: image for image in round_trip(images, "mask", tmp_path / "labels").images}["a/1.png"]
    pixels = {one.class_name: one.mask.on(60, 90) for one in back.marks or ()}
    first, second, inner = (one.mask.on(60, 90) for one in images[0].marks or ())
    assert np.array_equal(pixels["Lunker"], inner)
    assert np.array_equal(pixels["crack"], (first | second) & ~inner)


def test_object_masks_keep_defects_of_one_class_apart(tmp_path: Path) -> None:
    images = [drawn(tmp_path / "images", "1.png", mark("crack", (1, 1, 5, 5)), mark("crack", (5, 1, 9, 5)))]
    assert by_path(round_trip(images, "voc", tmp_path / "labels").images) == by_path(images)


@pytest.mark.parametrize(
    ("name", "lost"),
    [
        ("coco", set()),
        ("labelme", set()),
        ("yolo", {Trait.TAGS}),
        ("voc", {Trait.TAGS, Trait.OVERLAPS}),
        ("mask", {Trait.TAGS, Trait.OVERLAPS, Trait.INSTANCES}),
        ("mvtec", {Trait.TAGS, Trait.OVERLAPS, Trait.INSTANCES, Trait.CLASSES}),
        ("csv", {Trait.MASKS}),
    ],
)
def test_what_a_format_cannot_hold_is_counted(name: str, lost: set[Trait], tmp_path: Path) -> None:
    told = losses(overlapping_set(tmp_path), FORMATS[name])
    assert {loss.trait for loss in told} == lost
    assert {loss.trait: loss.count for loss in told}.get(Trait.OVERLAPS, 1) == 1
    assert all(str(loss.count) in loss.what for loss in told)


def test_more_than_255_classes_need_16_bits(tmp_path: Path) -> None:
    marks = [
        mark(f"kind {number}", (number % 90, number // 90, number % 90 + 1, number // 90 + 1)) for number in range(300)
    ]
    images = [drawn(tmp_path / "images", "1.png", *marks)]
    assert by_path(round_trip(images, "mask", tmp_path / "labels").images) == by_path(images)
    with pytest.raises(ExchangeTrouble, match="too many"):
        round_trip(images, "voc", tmp_path / "voc")
    assert not (tmp_path / "voc").exists()


def test_pycocotools_reads_every_pixel_of_coco(tmp_path: Path) -> None:
    images = overlapping_set(tmp_path / "images")
    file = write_labels(images, ("crack", "Lunker"), FORMATS["coco"], tmp_path / "out.json")
    coco = COCO(str(file))
    assert [category["name"] for category in coco.loadCats(coco.getCatIds())] == ["crack", "Lunker"]
    for image in coco.loadImgs(coco.getImgIds()):
        ours = {one.path: one for one in images}[image["file_name"]]
        found = [
            (coco.cats[one["category_id"]]["name"], PlacedMask.of(coco.annToMask(one) > 0))
            for one in coco.imgToAnns[image["id"]]
        ]
        assert found == [(one.class_name, one.mask) for one in ours.marks or ()]


def test_mvtec_folders_are_those_that_loupe_evaluates(tmp_path: Path) -> None:
    from vision.evaluation import read_mvtec

    images = simple_set(tmp_path / "images")
    folder = write_labels(images, ("crack", "Lunker", "傷 №2"), FORMATS["mvtec"], tmp_path / "set")
    items = read_mvtec(folder)
    assert {item.defect for item in items} == {None, "crack", "Lunker", "傷 №2"}
    assert all((item.mask is None) == (item.defect is None) for item in items)


def test_names_that_meet_in_one_folder_are_told_apart_by_content(tmp_path: Path) -> None:
    images = [
        drawn(tmp_path / "images", f"{folder}/1.png", mark("crack", (place, 1, 9, 9)))
        for place, folder in enumerate("abc")
    ]
    assert by_path(round_trip(images, "mvtec", tmp_path / "set").images) == by_path(images)


@pytest.mark.parametrize("name", ["mvtec", "yolo", "voc", "mask", "labelme"])
def test_names_that_differ_by_their_suffix_alone_stay_apart(name: str, tmp_path: Path) -> None:
    images = [
        drawn(tmp_path / "images", f"1.{kind}", mark("crack", (1, 1, 9, 9 + at)))
        for at, kind in enumerate(["png", "bmp"])
    ]
    assert by_path(round_trip(images, name, tmp_path / "labels").images) == by_path(images)


@pytest.mark.parametrize("name", WITH_MASKS)
def test_real_tiles_come_back_pixel_for_pixel(name: str, dev_data: Path, tmp_path: Path) -> None:
    images = tiles(dev_data / "magnetic_tile" / "tile", 4)
    reading = round_trip(images, name, tmp_path / "labels")
    assert reading.bad == ()
    assert {image.path: union(image).tobytes() for image in reading.images} == {
        image.path: union(image).tobytes() for image in images
    }


def tiles(folder: Path, each: int) -> list[LabelledImage]:
    """Some real tiles of every class."""
    found = [tile for kind in sorted((folder / "test").iterdir()) for tile in find_images(kind)[:each]]
    return [_tile(folder, path) for path in found]


def _tile(folder: Path, path: Path) -> LabelledImage:
    kind = path.parent.name
    mask = None if kind == "good" else read_mask(folder / "ground_truth" / kind / f"{path.stem}_mask.png")
    height, width = read_image(path)[0].shape[:2]
    marks = () if mask is None else (Mark(class_name=kind, mask=PlacedMask.of(mask)),)
    name = path.relative_to(folder).as_posix()
    return LabelledImage(path=name, width=width, height=height, marks=marks, state=LabelState.DONE, source=path)
