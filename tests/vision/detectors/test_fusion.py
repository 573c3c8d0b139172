"""A second opinion: two models on one scale, the rarer finding counts, and nothing is lost of what each can see."""

import json
from collections.abc import Mapping
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from safetensors.numpy import load_file, save

from vision.detectors import FittedModel, ModelTrouble, check_settings, fit_model, load_predictor
from vision.detectors.fusion import FILE_NAME
from vision.detectors.scale import GoodScale, rarer_of
from vision.images.copies import distorted_copy
from vision.inspection import Frame, Predictor
from vision.recipe import ModelReference, View

HEIGHT, WIDTH = 96, 128
COARSE = {"kind": "template", "settings": {"copies": 20, "tolerance_px": 20, "defect_px": 30}}
FINE = {"kind": "template", "settings": {"copies": 20, "tolerance_px": 1, "defect_px": 4}}
BOTH = {"first": COARSE, "second": FINE}


def part(seed: int | None = None) -> NDArray[np.uint8]:
    """A plate with bars; with a seed one of many good ones."""
    image = np.full((HEIGHT, WIDTH), 200, np.uint8)
    for number in range(4):
        cv2.rectangle(image, (12 + 28 * number, 15 + 6 * number), (24 + 28 * number, 60), 70, -1)
    return image if seed is None else distorted_copy(image, np.random.default_rng(seed))


def scratched() -> NDArray[np.uint8]:
    image = part()
    cv2.line(image, (10, 78), (70, 84), 120, 1)
    return image


def fit(settings: Mapping[str, object], n_good: int = 8) -> FittedModel:
    frames = [Frame(pixels=part(seed)) for seed in range(n_good)]
    return fit_model("fused", settings, frames, seed=0, progress=lambda *_: None, cancelled=lambda: False)


def load(folder: Path, model: FittedModel) -> Predictor:
    reference = ModelReference(kind=model.kind, settings=model.settings, file=model.file_name, hash="0" * 64)
    return load_predictor(View(name="v", image_width=WIDTH, image_height=HEIGHT, model=reference, t1=0, t2=0), folder)


@pytest.fixture(scope="module")
def fitted() -> FittedModel:
    return fit(BOTH)


@pytest.fixture
def predictor(fitted: FittedModel, tmp_path: Path) -> Predictor:
    (tmp_path / FILE_NAME).write_bytes(fitted.content)
    return load(tmp_path, fitted)


def test_a_rarity_tells_how_many_good_parts_reach_a_score() -> None:
    good = np.random.default_rng(0).normal(10, 1, 4_000)
    scale = GoodScale.of(list(good))
    for share in (0.5, 0.1, 0.05):
        score = np.float32(np.quantile(good, 1 - share))
        assert scale.rarity(np.array([score], np.float32))[0] == pytest.approx(-np.log10(share), abs=0.02)
    assert scale.rarity(np.array([0, good.min() - 1], np.float32)) == pytest.approx([0, -np.log10(0.85)], abs=0.01)


def test_rarity_rises_with_the_score_without_end() -> None:
    values = np.linspace(0, 100, 500, dtype=np.float32)
    for n_good in (1, 2, 5, 60, 1_000):
        good = [float(score) for score in np.random.default_rng(1).normal(10, 1, n_good)]
        assert (np.diff(GoodScale.of(good).rarity(values)) > 0).all()


def test_the_highest_good_score_is_as_rare_in_every_model_and_one_odd_part_hides_nothing() -> None:
    good = [float(score) for score in np.random.default_rng(1).normal(10, 1, 60)]
    for scores in (good, [*good[:-1], 1_000.0], [score**4 for score in good]):
        highest = np.array([max(scores)], np.float32)
        assert GoodScale.of(scores).rarity(highest)[0] == pytest.approx(np.log10(61), abs=0.01)
    rare = GoodScale.of([*good[:-1], 1_000.0]).rarity(np.array([13.0], np.float32))
    assert rare[0] > -np.log10(0.05)


def test_good_parts_that_do_not_differ_at_all_still_give_a_scale() -> None:
    for value in (0.0, 3.0):
        rare = GoodScale.of([value] * 40).rarity(np.array([value, value + 1], np.float32))
        assert rare[0] < 0.13
        assert rare[0] < rare[1] < np.inf


def test_the_rarer_finding_counts_and_keeps_its_order_where_nothing_is_rare() -> None:
    rare = np.linspace(0, 3, 100, dtype=np.float32)
    common = np.full(100, 0.001, np.float32)
    assert (np.diff(rarer_of(rare, common)[1:]) > 0).all()
    assert rarer_of(rare, common) == pytest.approx(rarer_of(common, rare))
    assert rarer_of(rare, common)[-1] == pytest.approx(3 - np.log10(2))


def test_what_only_one_model_sees_is_seen_and_good_parts_are_not(predictor: Predictor, tmp_path: Path) -> None:
    good = [predictor.predict(Frame(pixels=part(seed))).score for seed in range(100, 120)]
    bad = predictor.predict(Frame(pixels=scratched()))
    assert bad.score > 1.5 * max(good)
    row, column = np.unravel_index(bad.anomaly_map.argmax(), bad.anomaly_map.shape)
    assert abs(row - 81) <= 4
    assert 8 <= column <= 72
    blind = fit({"first": COARSE, "second": COARSE})
    (tmp_path / FILE_NAME).write_bytes(blind.content)
    assert load(tmp_path, blind).predict(Frame(pixels=scratched())).score < bad.score / 2


def test_scores_of_good_parts_are_about_as_rare_as_they_say(predictor: Predictor) -> None:
    scores = np.array([predictor.predict(Frame(pixels=part(seed))).score for seed in range(200, 260)])
    assert np.mean(scores > 1) <= 0.25  # one in ten at most, were there more than eight good frames to learn from
    assert np.mean(scores > 2) <= 0.1


def test_what_one_of_them_cannot_predict_is_not_predicted(predictor: Predictor) -> None:
    with pytest.raises(ModelTrouble, match="does not match the reference"):
        predictor.predict(
            Frame(pixels=np.repeat(np.arange(HEIGHT, dtype=np.uint8) // 9 % 2 * 130 + 60, WIDTH).reshape(HEIGHT, WIDTH))
        )


def test_one_image_is_enough(tmp_path: Path) -> None:
    model = fit(BOTH, n_good=1)
    (tmp_path / FILE_NAME).write_bytes(model.content)
    assert load(tmp_path, model).predict(Frame(pixels=scratched())).score > 1


def test_settings_are_completed_and_wrong_ones_told_by_name() -> None:
    complete = check_settings("fused", BOTH).model_dump()
    assert complete["second"]["settings"]["tolerance_px"] == 1
    assert complete["first"]["settings"].keys() == complete["second"]["settings"].keys()
    with pytest.raises(ModelTrouble, match="setting colour is not known"):
        check_settings("fused", {"second": {"kind": "template", "settings": {"colour": 1}}})
    with pytest.raises(ModelTrouble, match="kind magic is not known"):
        check_settings("fused", {"second": {"kind": "magic"}})


def test_a_damaged_scale_is_refused(fitted: FittedModel, tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    path.write_bytes(fitted.content)
    parts = load_file(path)
    length = int.from_bytes(fitted.content[:8], "little")
    notes = json.loads(json.loads(fitted.content[8 : 8 + length])["__metadata__"]["loupe"])
    rising = {"shares": [0.5, 0.1], "scores": [1.0, 2.0]}
    for wrong in ({"scores": [1.0, 1.0]}, {"scores": [1.0, float("nan")]}, {"shares": [0.1, 0.5]}, {"scores": [1.0]}):
        scale = rising | wrong
        path.write_bytes(
            save(parts, metadata={"loupe": json.dumps(notes | {"scales": {"first": scale, "second": scale}})})
        )
        with pytest.raises(ModelTrouble, match="is no fused model"):
            load(tmp_path, fitted)
    path.write_bytes(save(parts, metadata={"loupe": json.dumps(notes | {"layout": 9})}))
    with pytest.raises(ModelTrouble, match="newer Loupe"):
        load(tmp_path, fitted)


def test_of_many_frames_the_last_are_scored(monkeypatch: pytest.MonkeyPatch) -> None:
    few = fit(BOTH, n_good=10).good_scores
    assert len(few) == 10
    for module in ("opinion", "family"):
        monkeypatch.setattr(f"vision.detectors.{module}.MOST_LEFT_OUT", 9)
    assert len(fit(BOTH, n_good=10).good_scores) == 9
    assert fit(BOTH, n_good=1).good_scores == ()
