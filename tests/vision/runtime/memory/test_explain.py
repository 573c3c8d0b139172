"""The nearest good patch: it looks like the one asked about, and it lies where the answer says."""

from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from vision.detectors import NearestGood, Place, ViewPredictor, fit_model, load_predictor
from vision.inspection import Frame
from vision.recipe import ModelReference, Region, View

HEIGHT, WIDTH = 240, 320
SETTINGS = {"long_side_px": 320, "memory_size": 400, "memories": 2, "pool_size": 4000}
SPECIAL = Place(x=0.6, y=0.2, width=0.3, height=0.4)
"""Where one of the taught images shows a checkerboard."""
Pixels = NDArray[np.uint8]


def part(seed: int) -> Pixels:
    """Stripes on the left, grains on the right."""
    rng = np.random.default_rng(seed)
    stripes = 110 + 50 * np.sin((np.arange(WIDTH) + rng.uniform(0, 9)) / 2)[None, :].repeat(HEIGHT, axis=0)
    grains = 110 + 9 * cv2.GaussianBlur(rng.normal(0, 40, (HEIGHT, WIDTH)), (0, 0), 3)
    pixels = np.where(np.arange(WIDTH) < WIDTH // 2, stripes, grains) + rng.normal(0, 2, (HEIGHT, WIDTH))
    return pixels.clip(0, 255).astype(np.uint8)


def with_board(pixels: Pixels, place: Place) -> Pixels:
    """A checkerboard of 10 px squares at a place."""
    rows, columns = np.mgrid[:HEIGHT, :WIDTH]
    inside = (abs(rows / HEIGHT - place.y - place.height / 2) < place.height / 2) & (
        abs(columns / WIDTH - place.x - place.width / 2) < place.width / 2
    )
    board = np.where((rows // 10 + columns // 10) % 2, 40, 210)
    return np.where(inside, board, pixels).astype(np.uint8)


def named(pixels: Pixels, name: str) -> Frame:
    return Frame(pixels=pixels, source=name)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of a memory of four images, one of which is special."""
    frames = [named(part(seed), f"{seed}.png") for seed in range(3)]
    frames.append(named(with_board(part(3), SPECIAL), "special.png"))
    fitted = fit_model("memory", SETTINGS, frames, seed=0, progress=lambda *_: None, cancelled=lambda: False)
    made = tmp_path_factory.mktemp("memory")
    (made / fitted.file_name).write_bytes(fitted.content)
    return made


def predictor(folder: Path, kind: str = "memory", file: str = "memory.safetensors", **view: object) -> ViewPredictor:
    model = ModelReference(kind=kind, settings=SETTINGS if kind == "memory" else {}, file=file, hash="0" * 64)
    known = {"name": "view-1", "image_width": WIDTH, "image_height": HEIGHT, "model": model, "t1": 1, "t2": 2}
    return load_predictor(View.model_validate(known | view), folder)


def explained(asked: ViewPredictor, pixels: Pixels, region: Region) -> NearestGood:
    found = asked.explain(Frame(pixels=pixels), region)
    assert found is not None
    return found


def middle(place: Place) -> tuple[float, float]:
    return place.x + place.width / 2, place.y + place.height / 2


def lies_in(place: Place, outer: Place) -> bool:
    x, y = middle(place)
    return outer.x <= x <= outer.x + outer.width and outer.y <= y <= outer.y + outer.height


def region_of(place: Place) -> Region:
    return Region(
        x=round(place.x * WIDTH),
        y=round(place.y * HEIGHT),
        width=round(place.width * WIDTH),
        height=round(place.height * HEIGHT),
    )


def test_what_one_image_alone_showed_is_found_there_wherever_it_lies_now(folder: Path) -> None:
    here = Place(x=0.05, y=0.5, width=0.3, height=0.4)
    found = explained(
        predictor(folder), with_board(part(9), here), region_of(Place(x=0.15, y=0.62, width=0.1, height=0.16))
    )
    assert found.image == "special.png"
    assert lies_in(found.there, SPECIAL)
    assert lies_in(found.here, here)


def test_each_half_is_explained_by_the_same_half_of_taught_images(folder: Path) -> None:
    asked, pixels = predictor(folder), part(9)
    left = explained(asked, pixels, Region(x=20, y=60, width=80, height=80))
    right = explained(asked, pixels, Region(x=220, y=60, width=80, height=80))
    assert middle(left.there)[0] < 0.5 < middle(right.there)[0]


def test_the_defect_of_a_region_is_what_is_explained_and_its_deviation_told(folder: Path) -> None:
    pixels = part(9)
    cv2.circle(pixels, (80, 120), 9, 255, -1)
    asked = predictor(folder)
    found = explained(asked, pixels, Region(x=40, y=60, width=90, height=120))
    good = explained(asked, part(9), Region(x=40, y=60, width=90, height=120))
    x, y = middle(found.here)
    assert abs(x * WIDTH - 80) <= 32  # two patches of the coarse look
    assert abs(y * HEIGHT - 120) <= 32
    assert found.deviation > 3 > good.deviation
    assert found.distance > good.distance


def test_a_region_of_interest_shifts_both_places(folder: Path) -> None:
    """The frame is a margin of 80 px larger on two sides; the memory is of what lies inside."""
    frame = np.zeros((HEIGHT + 80, WIDTH + 80), np.uint8)
    frame[80:, 80:] = with_board(part(9), SPECIAL)
    interest = Region(x=80, y=80, width=WIDTH, height=HEIGHT)
    asked = predictor(folder, image_width=WIDTH + 80, image_height=HEIGHT + 80, region_of_interest=interest)
    found = explained(asked, frame, Region(x=80 + 210, y=80 + 70, width=50, height=50))
    outer = Place(x=(80 + 192) / 400, y=(80 + 48) / 320, width=96 / 400, height=96 / 320)
    assert found.image == "special.png"
    assert lies_in(found.here, outer)
    assert lies_in(found.there, outer)
    assert asked.explain(Frame(pixels=frame), Region(x=0, y=0, width=70, height=70)) is None


def test_an_ignored_part_of_a_region_explains_nothing(folder: Path) -> None:
    pixels = part(9)
    cv2.circle(pixels, (60, 120), 12, 255, -1)
    asked = predictor(folder, ignore_regions=[Region(x=0, y=0, width=110, height=HEIGHT)])
    found = explained(asked, pixels, Region(x=30, y=60, width=120, height=120))
    assert middle(found.here)[0] * WIDTH > 100


def test_a_kind_that_remembers_no_patches_says_so(tmp_path: Path) -> None:
    fitted = fit_model(
        "template", {}, [named(part(0), "0.png")], seed=0, progress=lambda *_: None, cancelled=lambda: False
    )
    (tmp_path / fitted.file_name).write_bytes(fitted.content)
    asked = predictor(tmp_path, kind="template", file=fitted.file_name)
    assert asked.explain(Frame(pixels=part(1)), Region(x=0, y=0, width=9, height=9)) is None
