"""The sets that benchmarks judge on: the development sets and a rendered line, each a small, seeded share."""

import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

from vision.detectors import FittedModel, fit_model, load_predictor
from vision.evaluation import EvaluationItem, read_mask, read_mvtec
from vision.evaluation.pixels import PixelTally
from vision.images import find_images, read_image
from vision.inspection import Frame, PixelMask, Prediction, Predictor
from vision.recipe import ModelReference, View
from vision.synth.dataset import write_dataset

NAMES = ("magnetic_tile/tile", "aws_cookie/cookie", "virtual flange")
FLANGE_SIZE = (640, 480)
_TALLY_PX = 256

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, eq=False, kw_only=True)
class Sample:
    """One test image with its truth."""

    pixels: Pixels
    is_good: bool
    mask: PixelMask | None


@dataclass(frozen=True, eq=False, kw_only=True)
class DevSet:
    """Good images to learn from and images to judge."""

    name: str
    good: Sequence[Frame]
    test: Sequence[Sample]


def read_set(name: str, n_good: int, n_defective: int) -> DevSet:
    """One of `NAMES`, with at most so many test images of each sort; `LOUPE_DEV_DATA` says where the data lie."""
    if name in NAMES[:2]:
        return _read(name, Path(os.environ["LOUPE_DEV_DATA"], name), n_good, n_defective)
    with tempfile.TemporaryDirectory() as folder:
        write_dataset(Path(folder), train_good=64, test_good=n_good, test_defect=n_defective, size=FLANGE_SIZE)
        return _read(name, Path(folder), n_good, n_defective)


def teach(kind: str, good: Sequence[Frame], seed: int) -> Predictor:
    """A model of a kind in its default settings, as the line would load it."""
    model = fit_model(kind, {}, good, seed=seed, progress=lambda *_: None, cancelled=lambda: False)
    return loaded(model, good[0])


def loaded(model: FittedModel, like: Frame) -> Predictor:
    """A learned model as the line would load it, for frames of the size of this one."""
    view = View(
        name="bench",
        image_width=like.width,
        image_height=like.height,
        model=ModelReference(kind=model.kind, settings=model.settings, file=model.file_name, hash="0" * 64),
        t1=0,
        t2=0,
    )
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, model.file_name).write_bytes(model.content)
        return load_predictor(view, Path(folder))


def image_auroc(test: Sequence[Sample], predictions: Sequence[Prediction]) -> float:
    """Chance that a defective image has a higher score than a good one."""
    is_good = np.array([sample.is_good for sample in test])
    ranks = rankdata([prediction.score for prediction in predictions])
    n_good, n_defective = is_good.sum(), (~is_good).sum()
    return float((ranks[~is_good].sum() - n_defective * (n_defective + 1) / 2) / (n_good * n_defective))


def pixel_auroc(test: Sequence[Sample], predictions: Sequence[Prediction]) -> float:
    """Over all pixels of the images brought to a long side of 256, so that a run stays short."""
    tally = PixelTally()
    for sample, prediction in zip(test, predictions, strict=True):
        height, width = sample.pixels.shape[:2]
        scale = _TALLY_PX / max(height, width)
        size = (round(width * scale), round(height * scale))
        mask = np.zeros((height, width), np.bool_) if sample.mask is None else sample.mask
        small = cv2.resize(mask.astype(np.uint8), size, interpolation=cv2.INTER_NEAREST).astype(np.bool_)
        tally.add(np.asarray(cv2.resize(prediction.anomaly_map, size), np.float32), small)
    return tally.auroc() or 0.0


def _read(name: str, folder: Path, n_good: int, n_defective: int) -> DevSet:
    items, rng = read_mvtec(folder), np.random.default_rng(0)
    good = [item for item in items if item.defect is None]
    defective = [item for item in items if item.defect is not None]
    drawn = [*_some(good, n_good, rng), *_some(defective, n_defective, rng)]
    train = [Frame(pixels=read_image(path)[0], source=path.name) for path in find_images(folder / "train" / "good")]
    return DevSet(name=name, good=train, test=[_sample(item) for item in drawn])


def _some(items: Sequence[EvaluationItem], n: int, rng: np.random.Generator) -> list[EvaluationItem]:
    return [items[index] for index in sorted(rng.permutation(len(items))[:n])]


def _sample(item: EvaluationItem) -> Sample:
    pixels, _ = read_image(item.path)
    return Sample(
        pixels=np.asarray(pixels, np.uint8),
        is_good=item.defect is None,
        mask=None if item.mask is None else read_mask(item.mask),
    )
