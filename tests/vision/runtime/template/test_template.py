"""The golden template: what differs from one reference is seen, what good parts may do is not."""

import json
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from safetensors.numpy import load_file, save

from vision.detectors import FittedModel, ModelTrouble, fit_model, load_predictor
from vision.images import read_image
from vision.images.copies import distorted_copy
from vision.inspection import Frame, Predictor
from vision.recipe import ModelReference, View
from vision.runtime.template.file import FILE_NAME, read_model
from vision.runtime.template.settings import TemplateSettings

HEIGHT, WIDTH = 200, 260
SETTINGS = TemplateSettings(copies=20)
Image = NDArray[np.uint8]


def board() -> Image:
    """Black tracks and pads on white."""
    image = np.full((HEIGHT, WIDTH), 255, np.uint8)
    for number in range(5):
        cv2.line(image, (20, 30 + 25 * number), (150 + 15 * number, 30 + 25 * number), 0, 7)
        cv2.circle(image, (160 + 15 * number, 30 + 25 * number), 11, 0, -1)
    cv2.rectangle(image, (30, 155), (60, 185), 0, -1)
    cv2.line(image, (90, 190), (230, 150), 0, 6)
    return image


def coloured() -> Image:
    image = cv2.cvtColor(board(), cv2.COLOR_GRAY2RGB)
    image[..., 1] = np.maximum(image[..., 1], 90)
    return image.astype(np.uint8)


def teach(folder: Path, *frames: Image, settings: TemplateSettings = SETTINGS) -> Predictor:
    model = fit(*frames, settings=settings)
    (folder / FILE_NAME).write_bytes(model.content)
    return load(folder, settings)


def fit(*frames: Image, settings: TemplateSettings = SETTINGS) -> FittedModel:
    return fit_model(
        "template",
        settings.model_dump(),
        [Frame(pixels=pixels) for pixels in frames],
        seed=0,
        progress=lambda *_: None,
        cancelled=lambda: False,
    )


def load(folder: Path, settings: TemplateSettings = SETTINGS) -> Predictor:
    model = ModelReference(kind="template", settings=settings.model_dump(), file=FILE_NAME, hash="0" * 64)
    return load_predictor(View(name="v", image_width=WIDTH, image_height=HEIGHT, model=model, t1=0, t2=0), folder)


def own_point(folder: Path) -> float:
    """The highest score of the model's own copies of good frames."""
    return max(read_model(folder / FILE_NAME, SETTINGS).good_scores)


def moved(image: Image, turn_deg: float, shift: tuple[float, float]) -> Image:
    matrix = cv2.getRotationMatrix2D((WIDTH / 2, HEIGHT / 2), turn_deg, 1)
    matrix[:, 2] += shift
    return cv2.warpAffine(image, matrix, (WIDTH, HEIGHT), borderMode=cv2.BORDER_REPLICATE).astype(np.uint8)


def short(image: Image) -> Image:
    spoiled = image.copy()
    spoiled[58:78, 100:106] = 0
    return spoiled


def test_from_one_image_a_short_an_open_and_a_pin_hole_are_seen_where_they_are(tmp_path: Path) -> None:
    predictor = teach(tmp_path, board())
    for x, y, width, height, value in ((100, 59, 5, 17, 0), (60, 50, 6, 11, 255), (42, 167, 6, 6, 255)):
        spoiled = board()
        spoiled[y : y + height, x : x + width] = value
        prediction = predictor.predict(Frame(pixels=spoiled))
        row, column = np.unravel_index(prediction.anomaly_map.argmax(), prediction.anomaly_map.shape)
        assert prediction.score > 2 * own_point(tmp_path)
        assert abs(column - (x + width / 2)) <= 6
        assert abs(row - (y + height / 2)) <= 10


def test_a_defect_is_shown_where_it_lies_in_a_moved_frame(tmp_path: Path) -> None:
    predictor = teach(tmp_path, board())
    spot = np.zeros((HEIGHT, WIDTH), np.uint8)
    spot[62:74, 100:106] = 255
    seen = predictor.predict(Frame(pixels=moved(short(board()), 2, (4.4, -3.2)))).anomaly_map
    row, column = np.unravel_index(seen.argmax(), seen.shape)
    assert moved(spot, 2, (4.4, -3.2))[row, column] > 0
    assert seen.max() > 2 * own_point(tmp_path)


def test_a_speck_is_highest_in_its_middle_and_a_single_pixel_fades(tmp_path: Path) -> None:
    predictor = teach(tmp_path, board())
    speck, pixel = board(), board()
    speck[160:163, 110:113] = 0  # on white, and smaller than the spot
    pixel[161, 111] = 0
    seen = predictor.predict(Frame(pixels=speck)).anomaly_map
    assert np.argwhere(seen == seen.max()).tolist() == [[161, 111]]
    assert predictor.predict(Frame(pixels=pixel)).score < 0.3 * seen.max()
    sharp = teach(tmp_path, board(), settings=TemplateSettings(copies=20, defect_px=1))
    assert sharp.predict(Frame(pixels=pixel)).score > 200


def test_good_parts_moved_blurred_noisy_and_otherwise_lit_stay_below_defects(tmp_path: Path) -> None:
    predictor = teach(tmp_path, board())
    rng = np.random.default_rng(77)
    good = [predictor.predict(Frame(pixels=distorted_copy(board(), rng))).score for _ in range(10)]
    bad = [predictor.predict(Frame(pixels=distorted_copy(short(board()), rng))).score for _ in range(10)]
    assert max(good) < min(bad) / 2
    dark = np.clip(board() * 0.6 + 30, 0, 255).astype(np.uint8)
    assert predictor.predict(Frame(pixels=dark)).score < 1


def test_a_large_bright_defect_under_another_lamp_shows_alone(tmp_path: Path) -> None:
    """What brightness the frame has is asked of the places that agree, not of the defect."""
    predictor = teach(tmp_path, board())
    dark = np.clip(board() * 0.5 + 20, 0, 255).astype(np.uint8)
    dark[10:90, 10:150] = 255
    seen = predictor.predict(Frame(pixels=dark)).anomaly_map
    assert seen[30:60, 40:120].max() > 2 * own_point(tmp_path)
    assert seen[120:].max() < 2


def test_what_good_parts_show_now_and_then_is_tolerated_afterwards(tmp_path: Path) -> None:
    marked = board()
    cv2.circle(marked, (210, 40), 9, 120, -1)
    before = teach(tmp_path, board()).predict(Frame(pixels=marked)).score
    after = teach(tmp_path, *[board(), marked] * 3).predict(Frame(pixels=marked)).score
    assert after < before / 10


def test_a_turned_part_another_part_and_one_out_of_place_are_told(tmp_path: Path) -> None:
    predictor = teach(tmp_path, board())
    other = np.full((HEIGHT, WIDTH), 255, np.uint8)
    for number in range(6):
        cv2.line(other, (15 + 40 * number, 10), (35 + 40 * number, 190), 0, 9)
    for wrong in (board()[::-1, ::-1].copy(), other):
        with pytest.raises(ModelTrouble, match="does not match the reference"):
            predictor.predict(Frame(pixels=wrong))
    with pytest.raises(ModelTrouble, match="does not lie where"):
        predictor.predict(Frame(pixels=np.hstack([board(), np.full((HEIGHT, 120), 255, np.uint8)])))


def test_an_empty_nest_is_judged_where_it_lies_and_everything_is_missing(tmp_path: Path) -> None:
    prediction = teach(tmp_path, board()).predict(Frame(pixels=np.full((HEIGHT, WIDTH), 255, np.uint8)))
    assert prediction.score > 2 * own_point(tmp_path)
    assert prediction.anomaly_map[170, 45] > 100


def test_one_odd_frame_among_the_good_ones_is_left_out_and_many_are_told(tmp_path: Path) -> None:
    turned = board()[::-1, ::-1].copy()
    with_odd = teach(tmp_path, board(), turned, board(), board()).predict(Frame(pixels=short(board())))
    assert with_odd.score > 2 * own_point(tmp_path)
    rng = np.random.default_rng(1)
    noise = [cv2.GaussianBlur(rng.integers(0, 256, (HEIGHT, WIDTH)).astype(np.uint8), (0, 0), 6) * 3 for _ in range(4)]
    with pytest.raises(ModelTrouble, match="1 of 4 images show the same part"):
        fit(*(image.astype(np.uint8) for image in noise))
    with pytest.raises(ModelTrouble, match="2 of 4 images show the same part"):
        fit(board(), board(), *(image.astype(np.uint8) for image in noise[:2]))


def test_a_defect_of_colour_alone_is_seen_on_a_coloured_part(tmp_path: Path) -> None:
    predictor = teach(tmp_path, coloured())
    spoiled = coloured()
    spoiled[160:172, 36:48] = (170, 10, 60)  # as bright as before
    assert predictor.predict(Frame(pixels=spoiled)).score > 20
    assert predictor.predict(Frame(pixels=coloured())).score < 1


def test_a_file_with_images_that_do_not_belong_together_or_odd_figures_is_refused(tmp_path: Path) -> None:
    teach(tmp_path, board())
    path = tmp_path / FILE_NAME
    whole, images = path.read_bytes(), load_file(path)
    length = int.from_bytes(whole[:8], "little")
    notes = json.loads(json.loads(whole[8 : 8 + length])["__metadata__"]["loupe"])
    spoilt = [
        (images | {"lower": images["lower"][:-1]}, notes),
        (images | {"upper": images["upper"].astype(np.float32)}, notes),
        (images, notes | {"least_correlation": float("nan")}),
        (images, notes | {"spot_px": 0}),
        (images, {key: value for key, value in notes.items() if key != "spot_px"}),
        (images, {key: value for key, value in notes.items() if key != "good_scores"}),
    ]
    for tensors, header in spoilt:
        path.write_bytes(save(tensors, metadata={"loupe": json.dumps(header)}))
        with pytest.raises(ModelTrouble, match="is no template model"):
            load(tmp_path)
    path.write_bytes(save(images, metadata={"loupe": json.dumps(notes | {"layout": 2})}))
    with pytest.raises(ModelTrouble, match="newer Loupe"):
        load(tmp_path)
    path.write_bytes(whole)
    with pytest.raises(ModelTrouble, match="not those"):
        load(tmp_path, TemplateSettings(copies=20, tolerance_px=1))


def test_boxed_defects_of_real_boards_are_hit_and_their_good_copies_are_quiet(tmp_path: Path, dev_data: Path) -> None:
    folder = dev_data / "deeppcb" / "board"
    rng = np.random.default_rng(4)
    hit, false = [], 0
    paths = sorted((folder / "test" / "mixed").glob("*.jpg"))[::12]
    for path in paths:
        reference, _ = read_image(folder / "reference" / "mixed" / path.name)
        predictor = teach(tmp_path, reference)
        point = own_point(tmp_path)
        seen = predictor.predict(Frame(pixels=read_image(path)[0])).anomaly_map
        boxes = np.loadtxt(folder / "boxes" / "mixed" / f"{path.stem}.txt", dtype=np.int64, ndmin=2)[:, :4]
        hit += [bool(seen[top:bottom, left:right].max() > point) for left, top, right, bottom in boxes]
        quiet = predictor.predict(Frame(pixels=distorted_copy(reference, rng))).anomaly_map
        false += cv2.connectedComponents((quiet > point).astype(np.uint8))[0] - 1
    assert np.mean(hit) >= 0.95
    assert false <= 0.5 * len(paths)
