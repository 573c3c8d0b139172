"""What every kind of model promises the station, whatever it is made of."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.learning import SETTINGS, SIZE, good_frame, learn, learned_once
from tests.weights import use_random_weights
from vision.detectors import MODELS, Cancelled, FitStage, FittedModel, ModelTrouble, fit_model, load_predictor
from vision.inspection import Frame, Prediction, Predictor
from vision.recipe import ModelReference, Region, View

pytestmark = pytest.mark.timeout(600)
"""A kind may train in a process of its own, which is slow to start on a busy computer."""


def spoiled(frame: Frame, row: int = 20, column: int = 40) -> Frame:
    pixels = frame.pixels.copy()
    pixels[row : row + 12, column : column + 12] = 255
    return replace(frame, pixels=pixels)


def view_of(fitted: FittedModel, **changes: object) -> View:
    reference = ModelReference(kind=fitted.kind, settings=fitted.settings, file=fitted.file_name, hash="0" * 64)
    known = {"name": "view-1", "image_width": SIZE[1], "image_height": SIZE[0], "model": reference, "t1": 1, "t2": 2}
    return View.model_validate(known | changes)


@pytest.fixture(params=sorted(SETTINGS), scope="module")
def learned(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[FittedModel]:
    with pytest.MonkeyPatch.context() as patched:
        use_random_weights(patched, tmp_path_factory.mktemp("weights"))
        yield learned_once(request.param)


@pytest.fixture
def fitted(learned: FittedModel, tmp_path: Path) -> FittedModel:
    (tmp_path / learned.file_name).write_bytes(learned.content)
    return learned


@pytest.fixture
def predictor(fitted: FittedModel, tmp_path: Path) -> Iterator[Predictor]:
    return load_predictor(view_of(fitted), tmp_path)


def test_every_kind_is_tested() -> None:
    packages = {MODELS[kind].partition(":")[0] for kind in SETTINGS}
    assert packages == {place.partition(":")[0] for place in MODELS.values()}


def test_the_map_has_the_frames_size_and_the_scores_are_finite(predictor: Predictor) -> None:
    for pixels in (np.zeros(SIZE, np.uint8), np.full((*SIZE, 3), 255, np.uint8), good_frame(0).pixels[:, :50]):
        assert_whole(predictor.predict(Frame(pixels=pixels)), pixels.shape[:2])


def test_a_frame_of_another_shape_is_predicted_or_told(predictor: Predictor) -> None:
    told = attempt(predictor, Frame(pixels=np.zeros((7, 500), np.uint8)))
    if isinstance(told, ModelTrouble):
        assert "not inspected" in told.meaning
    else:
        assert_whole(told, (7, 500))


def attempt(predictor: Predictor, frame: Frame) -> Prediction | ModelTrouble:
    try:
        return predictor.predict(frame)
    except ModelTrouble as trouble:
        return trouble


def assert_whole(prediction: Prediction, shape: tuple[int, ...]) -> None:
    assert prediction.anomaly_map.shape == shape
    assert prediction.anomaly_map.dtype == np.float32
    assert np.isfinite(prediction.anomaly_map).all()
    assert np.isfinite(prediction.score)
    assert prediction.score >= 0


def test_a_defect_scores_higher_and_stands_out_where_it_is(predictor: Predictor) -> None:
    good, bad = predictor.predict(good_frame(99)), predictor.predict(spoiled(good_frame(99)))
    assert bad.score > 1.3 * good.score
    row, column = np.unravel_index(bad.anomaly_map.argmax(), SIZE)
    assert abs(row - 26) <= 8
    assert abs(column - 46) <= 8


def test_the_same_frame_gives_the_same_prediction_again(predictor: Predictor) -> None:
    frame = spoiled(good_frame(1))
    first = predictor.predict(frame)
    predictor.predict(good_frame(2))
    again = predictor.predict(frame)
    assert again.score == first.score
    np.testing.assert_array_equal(again.anomaly_map, first.anomaly_map)


def test_a_new_process_gives_the_same_score(fitted: FittedModel, predictor: Predictor, tmp_path: Path) -> None:
    frame = spoiled(good_frame(1))
    np.save(tmp_path / "frame.npy", frame.pixels)
    (tmp_path / "view.json").write_text(view_of(fitted).model_dump_json(), encoding="utf-8")
    code = (
        "import sys; import numpy as np; from pathlib import Path; from vision.inspection import Frame;"
        "from vision.detectors import load_predictor; from vision.recipe import View; folder = Path(sys.argv[1]);"
        "view = View.model_validate_json((folder / 'view.json').read_text());"
        "frame = Frame(pixels=np.load(folder / 'frame.npy'));"
        "print(load_predictor(view, folder).predict(frame).score.hex())"
    )
    told = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == predictor.predict(frame).score.hex()


def test_learning_again_gives_the_same_file(fitted: FittedModel) -> None:
    assert learn(fitted.kind).content == fitted.content


def test_a_model_of_other_frames_has_another_hash(fitted: FittedModel, predictor: Predictor, tmp_path: Path) -> None:
    frames = [good_frame(seed) for seed in range(40, 44)]
    other = fit_model(
        fitted.kind, SETTINGS[fitted.kind], frames, seed=3, progress=lambda *_: None, cancelled=lambda: False
    )
    (tmp_path / other.file_name).write_bytes(other.content)
    assert load_predictor(view_of(other), tmp_path).model_hash != predictor.model_hash


def test_grey_and_colour_copies_of_a_frame_agree_and_deep_pixels_too(predictor: Predictor) -> None:
    grey = spoiled(good_frame(5))
    colour = replace(grey, pixels=np.repeat(grey.pixels[:, :, None], 3, axis=2))
    deep = replace(grey, pixels=grey.pixels.astype(np.uint16) << 4, bit_depth=12)
    assert predictor.predict(colour).score == predictor.predict(grey).score == predictor.predict(deep).score


def test_ignored_regions_and_the_outside_of_the_region_of_interest_do_not_count(
    fitted: FittedModel, tmp_path: Path
) -> None:
    region = Region(x=0, y=0, width=48, height=48)
    frame, bad = good_frame(9), spoiled(good_frame(9), column=50)
    inside = load_predictor(view_of(fitted, region_of_interest=region), tmp_path)
    assert inside.predict(bad).score == inside.predict(frame).score
    assert not inside.predict(bad).anomaly_map[:, 48:].any()
    ignored = load_predictor(view_of(fitted, ignore_regions=[Region(x=24, y=0, width=40, height=48)]), tmp_path)
    whole = load_predictor(view_of(fitted), tmp_path)
    assert ignored.predict(bad).score < 0.8 * whole.predict(bad).score
    assert not ignored.predict(bad).anomaly_map[:, 24:].any()


def test_a_region_outside_the_frame_is_told(fitted: FittedModel, tmp_path: Path) -> None:
    outside = view_of(fitted, region_of_interest=Region(x=60, y=0, width=10, height=10))
    with pytest.raises(ModelTrouble, match="reaches outside the image"):
        load_predictor(outside, tmp_path).predict(good_frame(0))


def test_a_missing_or_damaged_model_file_is_told_by_name(fitted: FittedModel, tmp_path: Path) -> None:
    path = tmp_path / fitted.file_name
    path.write_bytes(fitted.content[: len(fitted.content) // 2])
    with pytest.raises(ModelTrouble, match=fitted.file_name):
        load_predictor(view_of(fitted), tmp_path)
    path.unlink()
    with pytest.raises(ModelTrouble, match="is missing"):
        load_predictor(view_of(fitted), tmp_path)


def test_unknown_settings_are_refused_by_name(fitted: FittedModel) -> None:
    with pytest.raises(ModelTrouble, match="setting colour is not known"):
        fit_model(
            fitted.kind, {"colour": 1}, [good_frame(0)], seed=0, progress=lambda *_: None, cancelled=lambda: False
        )


def test_learning_tells_its_progress_and_stops_when_asked(
    fitted: FittedModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[tuple[FitStage, int, int]] = []

    def note(stage: FitStage, done: int, total: int) -> None:
        steps.append((stage, done, total))

    def ask() -> bool:
        return len(steps) >= 3

    frames = [good_frame(seed) for seed in range(6)]
    with pytest.raises(Cancelled):
        fit_model(fitted.kind, SETTINGS[fitted.kind], frames, seed=0, progress=note, cancelled=ask)
    assert len(steps) == 3
    assert all(done <= total for _, done, total in steps)
