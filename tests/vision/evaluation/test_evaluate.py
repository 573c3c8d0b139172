"""Evaluation on small sets whose figures are known, and pixel figures against other libraries."""

import json
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest

from vision.evaluation import Evaluation, EvaluationTrouble, evaluate, read_mvtec
from vision.evaluation.pixels import PixelTally, score_bins
from vision.inspection import Frame, Prediction, Thresholds, Trouble

SIZE = (24, 32)
THRESHOLDS = Thresholds(t1=50, t2=100)


def write(path: Path, pixels: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(cv2.imencode(".png", pixels)[1].tobytes())


def brightest(frame: Frame) -> Prediction:
    """A model whose map is the image itself."""
    anomaly_map = frame.pixels.astype(np.float32)
    return Prediction(float(anomaly_map.max()), anomaly_map)


def square(value: int, base: int = 10) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    pixels = np.full(SIZE, base, np.uint8)
    pixels[4:10, 4:12] = value
    return pixels


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    """Good parts at 10, 10, 60 and 120; scratches at 200 and 40; one dent at 255; masks are exact."""
    for number, value in enumerate((10, 10, 60, 120)):
        write(tmp_path / "test" / "good" / f"{number}.png", np.full(SIZE, value, np.uint8))
    for kind, values in {"scratch": (200, 40), "dent": (255,)}.items():
        for number, value in enumerate(values):
            write(tmp_path / "test" / kind / f"{number}.png", square(value))
            write(tmp_path / "ground_truth" / kind / f"{number}_mask.png", square(255, 0))
    return tmp_path


def figures(folder: Path, predict: Callable[[Frame], Prediction] = brightest) -> Evaluation:
    return evaluate(predict, THRESHOLDS, read_mvtec(folder))


def test_rates_count_every_item_of_their_kind(dataset: Path) -> None:
    found = figures(dataset)
    assert (found.n_good, found.n_defect) == (4, 3)
    assert (found.overkill_rate, found.review_rate_good) == (0.25, 0.25)
    assert (found.escape_rate, found.review_rate_defect) == (pytest.approx(1 / 3, abs=1e-6), 0.0)
    assert found.image_auroc == pytest.approx(10 / 12, abs=1e-6)
    assert found.per_defect["scratch"].n == 2
    assert found.per_defect["scratch"].escape_rate == 0.5
    assert found.per_defect["dent"].image_auroc == 1.0
    assert found.latency_ms_p50 is not None
    assert found.notes == ()


def test_undefined_figures_are_null_and_never_nan(dataset: Path, tmp_path: Path) -> None:
    only_good = tmp_path / "only good"
    (only_good / "test").mkdir(parents=True)
    (dataset / "test" / "good").rename(only_good / "test" / "good")
    good, defect = figures(only_good), figures(dataset)
    for found in (good, defect):
        assert (found.image_auroc, found.per_defect.get("none")) == (None, None)
        assert "NaN" not in json.dumps(found.as_json(), allow_nan=False)
    assert (good.pixel_auroc, good.aupro, good.escape_rate) == (None, None, None)
    assert (defect.n_good, defect.overkill_rate) == (0, None)
    assert defect.pixel_auroc == 1.0


def test_an_item_that_cannot_be_read_or_predicted_is_listed_and_counted(dataset: Path) -> None:
    (dataset / "test" / "good" / "0.png").write_bytes(b"broken")

    def refuses_dark(frame: Frame) -> Prediction:
        if frame.pixels.max() == 40:
            raise Trouble("The frame is too dark.")
        return brightest(frame)

    found = figures(dataset, refuses_dark)
    assert (found.n_good, found.n_defect, found.escape_rate) == (4, 3, 0.0)
    assert {Path(one.path).name: one.reason for one in found.not_inspected}["1.png"] == "The frame is too dark."
    assert len(found.not_inspected) == 2
    assert found.notes == ("2 images were not inspected; they are listed.",)


def test_images_without_a_mask_are_left_out_of_pixel_figures_and_said_so(dataset: Path) -> None:
    (dataset / "ground_truth" / "dent" / "0_mask.png").unlink()
    write(dataset / "ground_truth" / "scratch" / "1_mask.png", np.zeros(SIZE, np.uint8))
    found = figures(dataset)
    assert found.pixel_auroc is not None
    assert found.notes == ("2 defect images have no usable mask: pixel figures rest on the 1 that have one.",)


def test_a_mask_of_another_size_and_scale_is_used_at_its_own_size(dataset: Path) -> None:
    mask = np.zeros((48, 64), np.uint8)
    mask[8:20, 8:24] = 1
    for path in (dataset / "ground_truth").rglob("*.png"):
        write(path, mask)
    assert figures(dataset).per_defect["dent"].pixel_auroc == pytest.approx(1.0, abs=0.02)


@pytest.mark.parametrize("made", [(), ("train/good",), ("test/good",)])
def test_folders_that_are_no_set_are_told(tmp_path: Path, made: tuple[str, ...]) -> None:
    for folder in made:
        (tmp_path / "set" / folder).mkdir(parents=True)
    with pytest.raises(EvaluationTrouble, match=r"not a folder|no folder named test|no image"):
        read_mvtec(tmp_path / "set")


def test_progress_is_told_after_each_item(dataset: Path) -> None:
    steps: list[tuple[int, int]] = []
    evaluate(brightest, THRESHOLDS, read_mvtec(dataset), lambda done, total: steps.append((done, total)))
    assert steps == [(done, 7) for done in range(1, 8)]


def test_pixel_figures_agree_with_torchmetrics_and_anomalib() -> None:
    import torch
    from anomalib.metrics.aupro import _AUPRO
    from torchmetrics.functional.classification import binary_auroc

    rng = np.random.default_rng(0)
    masks = np.zeros((6, 40, 50), np.bool_)
    masks[0, 5:15, 5:20] = masks[1, 20:38, 2:9] = masks[1, 2:6, 30:44] = masks[2, 10:13, 10:13] = True
    maps = (rng.gamma(4, 1, masks.shape) + 3 * masks * rng.random(masks.shape)).astype(np.float32)
    tally = PixelTally()
    for anomaly_map, mask in zip(maps, masks, strict=True):
        tally.add(anomaly_map, mask if mask.any() else None)
    scores = torch.from_numpy(maps / maps.max())
    exact = float(binary_auroc(scores.flatten(), torch.from_numpy(masks).flatten().long()))
    assert tally.auroc() == pytest.approx(exact, abs=1e-4)
    other = _AUPRO(fpr_limit=0.3)
    other.update(scores, torch.from_numpy(masks).long())
    assert tally.aupro() == pytest.approx(float(other.compute()), abs=2e-3)


def test_bins_keep_the_order_of_scores() -> None:
    scores = np.sort(np.random.default_rng(1).normal(0, 50, 5000)).astype(np.float32)
    bins = score_bins(scores)
    assert (np.diff(bins) >= 0).all()
    near, apart = score_bins(np.array([10.0, 10.02], np.float32))
    assert near < apart
