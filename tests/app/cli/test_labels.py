"""`loupe labels`: what goes out comes in again, bad entries are named, nothing is half done."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from pycocotools.coco import COCO

from app.compose import open_station
from labeling.annotation import Annotation, AnnotationVersion
from labeling.datasets import Datasets
from labeling.storage import AnnotationBook
from tests.app.cli.calls import Loupe
from vision.images import encode_png

NAMES = ("test/crack/001.png", "test/good/001.png", "test/傷/Prüf 検査.png")
WIDTH, HEIGHT = 64, 48
BOX = [[10, 10, 30, 10, 30, 20, 10, 20]]


@pytest.fixture
def images(tmp_path: Path) -> Path:
    """Three small images, no two alike."""
    folder = tmp_path / "Bilder 画像"
    for seed, name in enumerate(NAMES):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(encode_png(np.random.default_rng(seed).integers(0, 255, (HEIGHT, WIDTH), np.uint8)))
    return folder


@pytest.fixture
def station(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, images: Path) -> Path:
    """A home with the data set "Kacheln"."""
    home = tmp_path / "Haus"
    monkeypatch.setenv("LOUPE_HOME", str(home))
    with _open(home) as datasets:
        datasets.create("Kacheln", images, "Ada")
    return home


@contextmanager
def _open(home: Path) -> Iterator[Datasets]:
    with open_station(home) as premises:
        yield Datasets(premises.home, premises.store.database)


def versions(home: Path) -> dict[str, AnnotationVersion]:
    """The current annotation of each image that has one."""
    with open_station(home) as premises:
        book = Datasets(premises.home, premises.store.database).book
        found = {image.id: image.file.path for image in book.page(book.find("Kacheln").id)}
        currents = AnnotationBook(premises.store.database).currents(found)
    return {found[image_id]: version for image_id, version in currents.items()}


def annotations(home: Path) -> dict[str, Annotation]:
    return {path: version.annotation for path, version in versions(home).items()}


def coco(path: Path, *more: dict[str, Any], names: tuple[str, ...] = NAMES[:1]) -> Path:
    """A COCO file with a box on each image; `more` are further annotations."""
    listed = [{"id": n, "file_name": name, "width": WIDTH, "height": HEIGHT} for n, name in enumerate(names, 1)]
    marks = [{"id": n, "image_id": n, "category_id": 7, "segmentation": BOX} for n, _ in enumerate(names, 1)]
    content = {"images": listed, "categories": [{"id": 7, "name": "Kratzer"}], "annotations": [*marks, *more]}
    path.write_text(json.dumps(content), "utf-8")
    return path


def test_import_makes_a_version_with_author_and_tool(loupe: Loupe, station: Path, tmp_path: Path) -> None:
    answer = loupe(
        "labels", "import", coco(tmp_path / "c.json"), "--format", "coco", "--dataset", "kacheln", "--by", "Ada"
    )
    assert answer.code == 0, answer
    assert {key: answer.one[key] for key in ("images", "changed", "defects", "new_classes", "bad")} == {
        "images": 1,
        "changed": 1,
        "defects": 1,
        "new_classes": ["Kratzer"],
        "bad": [],
    }
    ((path, version),) = versions(station).items()
    assert (path, version.tool, version.number) == (NAMES[0], "import from COCO", 1)
    assert version.author == "Ada"
    assert version.annotation.defects[0].mask.area_px == 200


def test_a_single_image_is_told_as_one(loupe: Loupe, station: Path, tmp_path: Path) -> None:
    file = coco(tmp_path / "c.json", names=(*NAMES[:1], "test/crack/nowhere.png"))
    words = ("labels", "import", file, "--format", "coco", "--dataset", "Kacheln")
    assert "1 entry is bad." in loupe(*words).err
    told = loupe(*words, "--skip-bad", json=False).out
    assert "1 image, 1 of them changed." in told
    assert "Left out: 1 bad entry." in told


def test_an_export_to_a_place_that_takes_none(loupe: Loupe, station: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    answer = loupe("labels", "export", tmp_path / "file" / "x", "--format", "coco", "--dataset", "Kacheln")
    assert "cannot be written" in answer.sentence
    assert "--home" not in answer.err


def test_the_same_again_changes_nothing(loupe: Loupe, station: Path, tmp_path: Path) -> None:
    words = ("labels", "import", coco(tmp_path / "c.json"), "--format", "coco", "--dataset", "Kacheln")
    loupe(*words)
    again = loupe(*words).one
    assert (again["images"], again["changed"], again["new_classes"]) == (1, 0, [])
    assert versions(station)[NAMES[0]].number == 1


def test_one_bad_entry_stops_all(loupe: Loupe, station: Path, tmp_path: Path) -> None:
    file = coco(tmp_path / "c.json", names=(*NAMES[:1], "test/crack/nowhere.png", "001.png"))
    answer = loupe("labels", "import", file, "--format", "coco", "--dataset", "Kacheln")
    assert answer.out == ""
    assert "c.json, images 2 (id 2)" in answer.sentence
    assert "nowhere.png" in answer.err
    assert "001.png fits 2 images" in answer.err
    assert "2 entries are bad." in answer.err
    assert versions(station) == {}


def test_skip_bad_goes_on_with_the_good_ones(loupe: Loupe, station: Path, tmp_path: Path) -> None:
    file = coco(tmp_path / "c.json", names=(*NAMES[:1], "test/crack/nowhere.png"))
    answer = loupe("labels", "import", file, "--format", "coco", "--dataset", "Kacheln", "--skip-bad")
    assert answer.code == 0
    assert "nowhere.png" in answer.err
    assert [bad["where"] for bad in answer.one["bad"]] == ["c.json, images 2 (id 2)"]
    assert [*versions(station)] == [NAMES[0]]


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("coco", "out.json"),
        ("coco", "out"),
        ("mvtec", "out"),
        ("yolo", "out"),
        ("voc", "out"),
        ("mask", "out"),
        ("labelme", "out"),
    ],
)
def test_export_and_import_into_another_dataset(
    name: str, target: str, loupe: Loupe, station: Path, images: Path, tmp_path: Path
) -> None:
    loupe("labels", "import", coco(tmp_path / "c.json", names=NAMES), "--format", "coco", "--dataset", "Kacheln")
    before = annotations(station)
    answer = loupe("labels", "export", tmp_path / target, "--format", name, "--dataset", "Kacheln")
    assert answer.code == 0, answer
    assert answer.one == {"path": str(tmp_path / target), "images": 3, "losses": {}}
    shutil.rmtree(station)
    with _open(station) as datasets:
        datasets.create("Kacheln", images, "Ada")
    assert loupe("labels", "import", tmp_path / target, "--format", name, "--dataset", "Kacheln").code == 0
    assert {path: [one.mask for one in kept.defects] for path, kept in annotations(station).items()} == {
        path: [one.mask for one in kept.defects] for path, kept in before.items()
    }


def test_a_table_of_tags_leaves_the_marks_alone(loupe: Loupe, station: Path, tmp_path: Path) -> None:
    loupe("labels", "import", coco(tmp_path / "c.json"), "--format", "coco", "--dataset", "Kacheln")
    table = tmp_path / "tags.csv"
    table.write_text("path;tag\ncrack\\001.png;matt\ntest/crack/001.png;Kante\n", "utf-8-sig")
    assert loupe("labels", "import", table, "--format", "csv", "--dataset", "Kacheln").code == 0
    kept = annotations(station)[NAMES[0]]
    assert kept.tags == {"matt", "Kante"}
    assert len(kept.defects) == 1


def test_export_tells_what_is_lost_and_never_overwrites(loupe: Loupe, station: Path, tmp_path: Path) -> None:
    second = {"id": 9, "image_id": 1, "category_id": 7, "segmentation": [[0, 0, 64, 0, 64, 48, 0, 48]]}
    loupe("labels", "import", coco(tmp_path / "c.json", second), "--format", "coco", "--dataset", "Kacheln")
    answer = loupe("labels", "export", tmp_path / "m", "--format", "mask", "--dataset", "Kacheln")
    assert answer.one["losses"] == {"instances": 1, "overlaps": 1}
    assert "overlap" in answer.err
    before = {path: path.read_bytes() for path in (tmp_path / "m").rglob("*.*")}
    again = loupe("labels", "export", tmp_path / "m", "--format", "mask", "--dataset", "Kacheln")
    assert "already" in again.sentence
    assert {path: path.read_bytes() for path in (tmp_path / "m").rglob("*.*")} == before


def test_an_export_that_fails_leaves_nothing(loupe: Loupe, station: Path, images: Path, tmp_path: Path) -> None:
    loupe("labels", "import", coco(tmp_path / "c.json", names=NAMES), "--format", "coco", "--dataset", "Kacheln")
    (images / NAMES[2]).unlink()
    there = sorted(tmp_path.iterdir())
    assert NAMES[2] in loupe("labels", "export", tmp_path / "m", "--format", "mvtec", "--dataset", "Kacheln").sentence
    assert sorted(tmp_path.iterdir()) == there


def test_real_tiles_from_mvtec_to_coco(
    loupe: Loupe, dev_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = dev_data / "magnetic_tile" / "tile"
    chosen = [*sorted((source / "test" / "crack").iterdir())[:6], *sorted((source / "test" / "good").iterdir())[:2]]
    for path in chosen:
        mask = source / "ground_truth" / "crack" / f"{path.stem}_mask.png"
        for file in (path, mask) if mask.is_file() else (path,):
            target = tmp_path / "tile" / file.relative_to(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, target)
    monkeypatch.setenv("LOUPE_HOME", str(tmp_path / "home"))
    with _open(tmp_path / "home") as datasets:
        datasets.create("tile", tmp_path / "tile" / "test", "Ada")
    answer = loupe("labels", "import", tmp_path / "tile", "--format", "mvtec", "--dataset", "tile")
    assert (answer.one["images"], answer.one["defects"]) == (8, 6)
    assert loupe("labels", "export", tmp_path / "t.json", "--format", "coco", "--dataset", "tile").code == 0
    back = COCO(str(tmp_path / "t.json"))
    assert len(back.imgs) == 8
    for one in back.anns.values():
        name = Path(back.imgs[one["image_id"]]["file_name"])
        truth = cv2.imread(str(source / "ground_truth" / "crack" / f"{name.stem}_mask.png"), cv2.IMREAD_GRAYSCALE)
        assert np.array_equal(back.annToMask(one) > 0, truth > 127)


@pytest.mark.parametrize("way", ["import", "export"])
def test_a_dataset_that_is_not_there_is_told(way: str, loupe: Loupe, station: Path, tmp_path: Path) -> None:
    answer = loupe("labels", way, coco(tmp_path / "c.json"), "--format", "coco", "--dataset", "Ziegel")
    assert "There is no dataset Ziegel." in answer.sentence


def test_usage(loupe: Loupe, station: Path) -> None:
    assert loupe("labels", "import", "x", "--format", "xls", "--dataset", "Kacheln").code == 2
    assert loupe("labels").code == 2
