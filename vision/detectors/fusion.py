"""Two models that look at the same frame, on one scale: how rare a score is among good parts.

A second opinion is a kind of model like any other: `fused` holds two kinds, each with its settings, and one file holds
what both learned. So a recipe switches it on by naming the kind, and whoever handles recipes and model files needs to
know nothing of it.

Scores of two models have nothing in common but this: for each one can say which share p of good parts reaches it. Score
and map are -log10 p; the rarer finding of the two counts, less log10 2, since two models get two chances to be alarmed
(Bonferroni). So the fused score rises with either model's, and the rarest of the good parts is as rare in both: what one
of them would judge NG by itself is not OK for both together. REVIEW alone may become OK, as the two share one rate.

p comes from real good frames that models of the same make had not learned from (`vision.detectors.opinion`), and only
where they count; beyond the highest of their scores it goes on as a generalised Pareto tail. T1 and T2 are set on the
fused scores of the same frames: for either model alone the scale changes no order among them, so the lines keep what
they promise and do not hang on that tail.

Refused: the mean of both (a defect only one model can see is halved), the product (the two are not independent), and
scales from distorted copies of good frames. A memory found copies made for the template up to six times as odd as any
real part; on the rendered flange it then saw none of twelve blurred spots that it judged NG alone.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field

from vision.detectors.explain import Explains, NearestGood
from vision.detectors.family import FitProgress, FitRequest, Learned, ModelFamily, PixelModel
from vision.detectors.model_file import Header, broken, read_tensors, write_tensors
from vision.detectors.opinion import ModelChoice, Opining, Opinion
from vision.detectors.scale import GoodScale, rarer_of
from vision.inspection import PixelMask, Prediction
from vision.recipe import Region

FILE_NAME = "fused.safetensors"
KIND = "fused"
_PARTS = ("first", "second")


class FusedSettings(BaseModel):
    """Which two models look."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    first: ModelChoice = Field(default_factory=lambda: ModelChoice(kind="memory"))
    second: ModelChoice = Field(default_factory=lambda: ModelChoice(kind="template"))


@dataclass(frozen=True, eq=False, kw_only=True)
class _Half:
    """One of the two models."""

    model: PixelModel
    scale: GoodScale

    def predict(self, pixels: NDArray[np.uint8], counts: PixelMask | None) -> Prediction:
        """See `PixelModel.predict_pixels`, as rarities."""
        found = self.model.predict_pixels(pixels, counts)
        score = self.scale.rarity(np.array([found.score], np.float32))
        return Prediction(float(score[0]), self.scale.rarity(found.anomaly_map))


class FusedModel:
    """Fulfils `PixelModel`."""

    def __init__(self, halves: Sequence[_Half], model_hash: str) -> None:
        self._halves = tuple(halves)
        self._model_hash = model_hash

    @property
    def model_hash(self) -> str:
        return self._model_hash

    def predict_pixels(self, pixels: NDArray[np.uint8], counts: PixelMask | None) -> Prediction:
        """See `PixelModel`; what one of the two cannot predict is not predicted."""
        found = [half.predict(pixels, counts) for half in self._halves]
        [score] = rarer_of(*(np.array([one.score], np.float32) for one in found))
        return Prediction(float(score), rarer_of(*(one.anomaly_map for one in found)))

    def nearest_good(self, pixels: NDArray[np.uint8], region: Region, counts: PixelMask | None) -> NearestGood | None:
        """See `Explains`; told by the model that found the region, None when that one remembers no patches.

        The other would show a patch that it finds usual, which explains nothing.
        """
        rows, columns = slice(region.y, region.y + region.height), slice(region.x, region.x + region.width)
        rare = [half.predict(pixels, counts).anomaly_map[rows, columns].max() for half in self._halves]
        finder = self._halves[int(np.argmax(rare))].model
        return finder.nearest_good(pixels, region, counts) if isinstance(finder, Explains) else None


def fit_fused(request: FitRequest, progress: FitProgress, cancelled: Callable[[], bool]) -> Learned:
    """A model file, and the last frames' scores as if neither model had learned them."""
    settings = FusedSettings.model_validate(request.settings.model_dump())
    opinions = [Opining(getattr(settings, name), request, progress, cancelled).opinion() for name in _PARTS]
    named = dict(zip(_PARTS, opinions, strict=True))
    parts = {name: np.frombuffer(opinion.content, np.uint8) for name, opinion in named.items()}
    notes = {"scales": {name: asdict(opinion.scale) for name, opinion in named.items()}}
    return Learned(
        content=write_tensors(parts, kind=KIND, settings=settings, notes=notes),
        good_scores=_good_scores(opinions),
    )


def load_fused(path: Path, settings: BaseModel) -> FusedModel:
    """Read a model file. Raises `ModelTrouble`."""
    checked = FusedSettings.model_validate(settings.model_dump())
    parts, notes, digest = read_tensors(Header(path=path, kind=KIND, settings=checked, needed=frozenset({"scales"})))
    try:
        scales = {name: _scale(notes["scales"][name]) for name in _PARTS}
        contents = {name: parts[name].tobytes() for name in _PARTS}
    except (KeyError, ValueError, TypeError) as error:
        raise broken(path, KIND, str(error)) from error
    halves = [_Half(model=_choice(checked, name).load(contents[name]), scale=scales[name]) for name in _PARTS]
    return FusedModel(halves, model_hash=digest)


FUSED = ModelFamily(settings=FusedSettings, file_name=FILE_NAME, fit=fit_fused, load=load_fused, leaves_out=True)


def _scale(told: Mapping[str, Sequence[float]]) -> GoodScale:
    """Raises `ValueError`, `TypeError` or `KeyError` for what is none."""
    shares, scores = (tuple(map(float, told[name])) for name in ("shares", "scores"))
    return GoodScale(shares=shares, scores=scores)


def _choice(settings: FusedSettings, name: str) -> ModelChoice:
    choice: ModelChoice = getattr(settings, name)
    return choice


def _good_scores(opinions: Sequence[Opinion]) -> tuple[float, ...]:
    """See `Learned`. Of a frame that one model cannot predict the other tells; one that neither can raises no line."""
    good = [np.nan_to_num(np.array([*one.good.values()], np.float32), nan=0.0) for one in opinions]
    rare = [one.scale.rarity(scores) for one, scores in zip(opinions, good, strict=True)]
    return tuple(float(score) for score in rarer_of(*rare))
