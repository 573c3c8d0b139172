"""On rendered parts, none of which is a copy of another: a second opinion takes nothing away from the first."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from vision.detectors import FittedModel, ViewPredictor, fit_model, load_predictor
from vision.inspection import Frame, PixelMask, Thresholds
from vision.recipe import ModelReference, Region, View
from vision.synth.dataset import good_frames
from vision.teaching import calibrate

SIZE = (320, 240)
N_GOOD, N_FRESH = 32, 16
MEMORY = {"long_side_px": 320, "memory_size": 800, "pool_size": 8_000}
FIRST = {"kind": "memory", "settings": MEMORY}
SECOND = {"kind": "template", "settings": {"copies": 20, "tolerance_px": 20, "defect_px": 101}}
"""The second is all but blind here."""
IGNORED = Region(x=0, y=0, width=SIZE[0], height=60)


@cache
def parts() -> tuple[Sequence[NDArray[np.uint8]], Sequence[NDArray[np.uint8]]]:
    """Good parts to learn from, and others."""
    rendered = list(good_frames(3, N_GOOD + N_FRESH, size=SIZE))
    return rendered[:N_GOOD], rendered[N_GOOD:]


def spotted(pixels: NDArray[np.uint8], seed: int) -> NDArray[np.uint8]:
    """With a rough spot, 28 px wide, somewhere on the part."""
    rng = np.random.default_rng(seed)
    spot = np.zeros(SIZE[::-1], np.float32)
    cv2.circle(spot, (int(rng.integers(130, 190)), int(rng.integers(90, 150))), 14, 1, -1)
    rough = 150 * cv2.GaussianBlur(rng.standard_normal(spot.shape, np.float32), (0, 0), 1.5) * spot
    return np.asarray((pixels + rough).clip(0, 255), np.uint8)


@cache
def fitted(kind: str) -> FittedModel:
    return fit(kind, MEMORY if kind == "memory" else {"first": FIRST, "second": SECOND}, [*parts()[0]])


def fit(
    kind: str, settings: Mapping[str, object], good: Sequence[NDArray[np.uint8]], counts: PixelMask | None = None
) -> FittedModel:
    frames = [Frame(pixels=pixels) for pixels in good]
    return fit_model(
        kind,
        settings,
        frames,
        seed=0,
        progress=lambda *_: None,
        cancelled=lambda: False,
        counts=lambda _frame: counts,
    )


def loaded(model: FittedModel, **changes: object) -> ViewPredictor:
    reference = ModelReference(kind=model.kind, settings=model.settings, file=model.file_name, hash="0" * 64)
    known = {"name": "v", "image_width": SIZE[0], "image_height": SIZE[1], "model": reference, "t1": 0, "t2": 0}
    with TemporaryDirectory() as folder:
        Path(folder, model.file_name).write_bytes(model.content)
        return load_predictor(View.model_validate(known | changes), Path(folder))


def scores(model: FittedModel, images: Sequence[NDArray[np.uint8]]) -> NDArray[np.float64]:
    predictor = loaded(model)
    return np.array([predictor.predict(Frame(pixels=pixels)).score for pixels in images])


def lines(model: FittedModel) -> Thresholds:
    """T1 and T2 as teaching sets them."""
    return calibrate(model.good_scores).thresholds


def test_what_is_ng_alone_is_not_ok_with_a_second_opinion() -> None:
    bad = [spotted(pixels, seed) for seed, pixels in enumerate(parts()[1][:12])]
    alone, both = scores(fitted("memory"), bad), scores(fitted("fused"), bad)
    is_ng = alone > lines(fitted("memory")).t2
    assert is_ng.sum() >= 8
    assert (both[is_ng] >= lines(fitted("fused")).t1).all()


def test_the_memorys_map_is_told_down_to_its_rim() -> None:
    frame = Frame(pixels=spotted(parts()[1][0], 0))
    alone = loaded(fitted("memory")).predict(frame).anomaly_map
    both = loaded(fitted("fused")).predict(frame).anomaly_map
    rim = (alone > 0.6 * alone.max()) & (alone < 0.8 * alone.max())
    assert both[rim].min() > 0
    assert np.median(both[rim]) > np.median(both)


def test_scores_of_the_learned_are_those_of_parts_never_seen() -> None:
    model = fitted("fused")
    fresh = scores(model, parts()[1])
    assert len(model.good_scores) == N_GOOD
    assert np.median(fresh) == pytest.approx(np.median(model.good_scores), abs=0.35)
    assert np.mean(fresh > calibrate(model.good_scores).thresholds.t1) <= 0.2


def test_what_does_not_count_does_not_count_in_the_scales() -> None:
    """Each good part bears another print where anomalies are ignored; a template sees nothing else there."""
    printed = [stamped(pixels, seed) for seed, pixels in enumerate(parts()[0][:12])]
    counts = np.ones(SIZE[::-1], np.bool_)
    counts[: IGNORED.height] = False
    fine = {"kind": "template", "settings": {"copies": 20}}
    told, untold = (fit("fused", {"first": fine, "second": fine}, printed, mask) for mask in (counts, None))
    bad = Frame(pixels=spotted(stamped(parts()[1][0], 99), 0))
    ignoring = {"ignore_regions": [IGNORED]}
    assert loaded(told, **ignoring).predict(bad).score > 1.5 * loaded(untold, **ignoring).predict(bad).score


def stamped(pixels: NDArray[np.uint8], seed: int) -> NDArray[np.uint8]:
    printed = pixels.copy()
    place = (10 + 7 * seed % 200, 40)
    cv2.putText(printed, f"{seed * 7919 % 9973:04}", place, cv2.FONT_HERSHEY_SIMPLEX, 1.2, 255, 4)
    return printed


def test_a_region_is_explained_by_the_model_that_found_it_or_not_at_all() -> None:
    bad = spotted(parts()[1][0], 0)
    row, column = np.unravel_index(loaded(fitted("memory")).predict(Frame(pixels=bad)).anomaly_map.argmax(), bad.shape)
    region = Region(x=int(column) - 8, y=int(row) - 8, width=16, height=16)
    found = loaded(fitted("fused")).explain(Frame(pixels=bad), region)
    alone = loaded(fitted("memory")).explain(Frame(pixels=bad), region)
    assert found is not None
    assert alone is not None
    assert (found.image, found.there) == (alone.image, alone.there)
    fine = {"kind": "template", "settings": {"copies": 20, "tolerance_px": 1, "defect_px": 3}}
    other = loaded(fit("fused", {"first": FIRST, "second": fine}, parts()[0][:6]))
    dotted = parts()[1][0].copy()
    dotted[120:123, 160:163] = 255 - dotted[120:123, 160:163]
    assert other.explain(Frame(pixels=dotted), Region(x=158, y=118, width=7, height=7)) is None
