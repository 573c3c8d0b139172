"""Tiles: what is too small for the look at the whole frame is found, no seam shows, and any size of frame will do."""

from functools import cache
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from vision.detectors import FittedModel, ViewPredictor, fit_model, load_predictor
from vision.inspection import Frame
from vision.recipe import ModelReference, View
from vision.runtime.memory import fit
from vision.runtime.memory.coder import EMBEDDED_FILE, Coder
from vision.runtime.memory.tiles import tiled_codes

HEIGHT, WIDTH = 2048, 2448
SMALL = {"memory_size": 200, "memories": 1, "pool_size": 4000}
SCRATCH = (1500, 700)
"""Its middle, x and y."""
Pixels = NDArray[np.uint8]


def plate(seed: int, height: int = HEIGHT, width: int = WIDTH) -> Pixels:
    """Brushed, mottled metal with four holes, never quite in the same place."""
    rng = np.random.default_rng(seed)
    brushed = cv2.resize(rng.normal(0, 9, (height, 30)).astype(np.float32), (width, height))
    mottled = cv2.resize(rng.normal(0, 12, (height // 24 + 1, width // 24 + 1)).astype(np.float32), (width, height))
    grain = np.tile(rng.normal(0, 5, (256, 256)).astype(np.float32), (height // 256 + 1, width // 256 + 1))
    pixels = (120 + brushed + mottled + grain[:height, :width]).clip(0, 255).astype(np.uint8)
    for x, y in ((0.2, 0.25), (0.8, 0.25), (0.2, 0.75), (0.8, 0.75)):
        shift = rng.integers(-6, 7, 2)
        cv2.circle(pixels, (int(x * width) + int(shift[0]), int(y * height) + int(shift[1])), height // 12, 20, -1)
    return cv2.GaussianBlur(pixels, (0, 0), 0.8).astype(np.uint8)


def scratched(pixels: Pixels) -> Pixels:
    """With a scratch 4 px wide and 40 px long, half as bright as the metal."""
    marked, (x, y) = pixels.copy(), SCRATCH
    cv2.line(marked, (x - 14, y - 14), (x + 14, y + 14), 60, 4, cv2.LINE_AA)
    return marked


@cache
def fitted(detail: float) -> FittedModel:
    frames = [Frame(pixels=plate(seed)) for seed in range(4)]
    settings = SMALL | {"detail": detail}
    return fit_model("memory", settings, frames, seed=0, progress=lambda *_: None, cancelled=lambda: False)


def small_model(shape: tuple[int, int] = (96, 128)) -> FittedModel:
    frames = [Frame(pixels=plate(seed, *shape)) for seed in range(3)]
    settings = SMALL | {"detail": 0.8, "long_side_px": 128}
    return fit_model("memory", settings, frames, seed=0, progress=lambda *_: None, cancelled=lambda: False)


def load(model: FittedModel, folder: Path, width: int = WIDTH, height: int = HEIGHT) -> ViewPredictor:
    (folder / model.file_name).write_bytes(model.content)
    reference = ModelReference(kind=model.kind, settings=model.settings, file=model.file_name, hash="0" * 64)
    view = View(name="v", image_width=width, image_height=height, model=reference, t1=1, t2=2)
    return load_predictor(view, folder)


def test_a_4_px_scratch_on_5_megapixels_is_found_by_tiles_and_missed_without(tmp_path: Path) -> None:
    bad, good = Frame(pixels=scratched(plate(9))), Frame(pixels=plate(9))
    whole, tiled = load(fitted(0.0), tmp_path), load(fitted(1.0), tmp_path)
    assert whole.predict(bad).score < max(fitted(0.0).good_scores)
    seen = tiled.predict(bad)
    assert seen.score > max(fitted(1.0).good_scores)
    assert tiled.predict(good).score < max(fitted(1.0).good_scores)
    assert seen.score > 1.2 * tiled.predict(good).score
    row, column = np.unravel_index(seen.anomaly_map.argmax(), seen.anomaly_map.shape)
    assert abs(column - SCRATCH[0]) <= 20
    assert abs(row - SCRATCH[1]) <= 20


def test_tiles_give_the_codes_of_the_whole_picture() -> None:
    """At 1,040 px a side is cut in two, the first cut lies at 512."""
    picture, coder = plate(1, 1040, 976), Coder(EMBEDDED_FILE.read_bytes())
    whole, tiled = coder.codes(picture), tiled_codes(coder, picture)
    apart = abs(tiled.codes.astype(int) - whole.codes)
    assert (tiled.rows, tiled.columns) == (whole.rows, whole.columns)
    assert apart.max() <= 3
    assert (apart > 0).mean() < 0.02


@pytest.mark.parametrize("shape", [(48, 64), (7, 500), (300, 200)])
def test_frames_of_any_size_are_seen_in_tiles(shape: tuple[int, int], tmp_path: Path) -> None:
    prediction = load(small_model(shape), tmp_path, shape[1], shape[0]).predict(Frame(pixels=plate(0, *shape)))
    assert prediction.anomaly_map.shape == shape
    assert 0 <= prediction.score <= prediction.anomaly_map.max() + 1e-6


def test_frames_too_large_to_keep_are_seen_again_for_their_scores(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = small_model()
    monkeypatch.setattr(fit, "KEPT_BYTES", 0)
    assert small_model().good_scores == kept.good_scores
