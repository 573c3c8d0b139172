"""Two models that look at the same frame, on one scale: how rare a score is among good parts.

A second opinion is a kind of model like any other: `fused` holds two kinds, each with its settings, and one file holds
what both learned. So a recipe switches it on by naming the kind, and whoever handles recipes and model files needs to
know nothing of it.

Scores of two models have nothing in common but this: for each one can say which share p of good parts reaches it. Score
and map are -log10 p; the rarer finding of the two counts, less log10 2, since two models get two chances to be alarmed
(Bonferroni). p comes from good frames that models of the same make had not learned from; beyond the rarest of these it
goes on as a generalised Pareto tail as wide as the upper half, which a single odd part hardly moves. T1 and T2 are set on the fused scores
of frames kept aside from both, so what they promise does not hang on that tail.

Refused: the mean of both (a defect only one model can see is halved), and the product (the two are not independent).
"""

import math
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field, model_validator

from vision.detectors.explain import Explains, NearestGood
from vision.detectors.family import (
    Cancelled,
    FitProgress,
    FitRequest,
    FitStage,
    Learned,
    ModelFamily,
    ModelTrouble,
    PixelModel,
)
from vision.detectors.model_file import Header, broken, read_tensors, write_tensors
from vision.detectors.registry import check_settings, model_family
from vision.images.copies import distorted_copy
from vision.inspection import Frame, PixelMask, Prediction, as_pixels8, say
from vision.recipe import Region

FILE_NAME = "fused.safetensors"
KIND = "fused"
SCORES = 40
"""Good scores at least from which a scale is made; frames kept aside are distorted to get as many."""
ASIDE = 4
"""Every fourth frame is kept aside for the scales, from this number on."""
_SHARES = (1.0, 0.75, 0.5, 0.25, 0.1, 0.05)
"""Of good parts, for which the score is known."""
_TAIL = 0.2
"""Shape of the generalised Pareto tail beyond them: heavier than an exponential one, as befits a guess from few parts."""
_PARTS = ("first", "second")


class ModelChoice(BaseModel):
    """A kind of model and its settings."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: str
    settings: dict[str, Any] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _complete(self) -> Self:
        """With the kind's defaults written out. Raises `ModelTrouble` for an unknown kind or a wrong setting."""
        self.settings.update(check_settings(self.kind, self.settings).model_dump(mode="json"))
        return self


class FusedSettings(BaseModel):
    """Which two models look."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    first: ModelChoice = Field(default_factory=lambda: ModelChoice(kind="memory"))
    second: ModelChoice = Field(default_factory=lambda: ModelChoice(kind="template"))


@dataclass(frozen=True, kw_only=True)
class GoodScale:
    """From a model's scores to how rare they are among good parts."""

    scores: tuple[float, ...]
    """The score that each of `_SHARES` of good parts reaches, strictly rising."""

    @classmethod
    def of(cls, good: Sequence[float], resolution: float = 0.0) -> Self:
        """The scale of good parts' scores; of fewer than 20 the upper end is a guess.

        Good parts that hardly differ make no cliff: the scale is never finer than the model's resolution.
        """
        scores = np.quantile(np.asarray(good, np.float64), [1 - share for share in _SHARES])
        apart = max(0.02 * float(scores[-1]), resolution / len(scores), 1e-6)
        steps = np.maximum(np.diff(scores), apart)
        return cls(scores=tuple(float(score) for score in scores[0] + np.cumsum([0, *steps])))

    def rarity(self, values: NDArray[np.float32]) -> NDArray[np.float32]:
        """-log10 p of scores or of a map of them, float32 of their shape; 0 for what every good part reaches."""
        rarities = -np.log10(_SHARES)
        rare = np.zeros(values.shape, np.float32)
        above = values > self.scores[0]
        told = values[above].astype(np.float64)
        half = _SHARES.index(0.5)
        decade = (self.scores[-1] - self.scores[half]) / (rarities[-1] - rarities[half])
        beyond = (told - self.scores[-1]).clip(0) / decade
        rare[above] = np.interp(told, self.scores, rarities) + np.log1p(_TAIL * math.log(10) * beyond) / (
            _TAIL * math.log(10)
        )
        return rare


@dataclass(frozen=True, eq=False, kw_only=True)
class _Half:
    """One of the two models."""

    model: PixelModel
    scale: GoodScale


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
        found = [(half.scale, half.model.predict_pixels(pixels, counts)) for half in self._halves]
        rare = np.maximum(*(scale.rarity(prediction.anomaly_map) for scale, prediction in found))
        most = max(float(scale.rarity(np.array([prediction.score], np.float32))[0]) for scale, prediction in found)
        two = math.log10(2)
        return Prediction(max(0.0, most - two), np.maximum(rare - np.float32(two), 0))

    def nearest_good(self, pixels: NDArray[np.uint8], region: Region, counts: PixelMask | None) -> NearestGood | None:
        """See `Explains`; told by the first of the two that can."""
        for half in self._halves:
            if isinstance(half.model, Explains):
                return half.model.nearest_good(pixels, region, counts)
        return None


def fit_fused(request: FitRequest, progress: FitProgress, cancelled: Callable[[], bool]) -> Learned:
    """A model file. With four frames or more every model learns twice: once for its scale, once for good."""
    settings = FusedSettings.model_validate(request.settings.model_dump())
    parts: dict[str, NDArray[np.uint8]] = {}
    scales: dict[str, Any] = {}
    for name in _PARTS:
        choice: ModelChoice = getattr(settings, name)
        scales[name] = list(_scale(choice, request, progress, cancelled))
        parts[name] = np.frombuffer(_fit(choice, request, request.frames, progress, cancelled), np.uint8)
    return Learned(content=write_tensors(parts, kind=KIND, settings=settings, notes={"scales": scales}))


def load_fused(path: Path, settings: BaseModel) -> FusedModel:
    """Read a model file. Raises `ModelTrouble`."""
    checked = FusedSettings.model_validate(settings.model_dump())
    parts, notes, digest = read_tensors(Header(path=path, kind=KIND, settings=checked, needed=frozenset({"scales"})))
    try:
        scales = {name: GoodScale(scores=_rising(notes["scales"][name])) for name in _PARTS}
        contents = {name: parts[name].tobytes() for name in _PARTS}
    except (KeyError, ValueError, TypeError) as error:
        raise broken(path, KIND, str(error)) from error
    halves = [_Half(model=_load(getattr(checked, name), contents[name]), scale=scales[name]) for name in _PARTS]
    return FusedModel(halves, model_hash=digest)


FUSED = ModelFamily(settings=FusedSettings, file_name=FILE_NAME, fit=fit_fused, load=load_fused)


def _fit(
    choice: ModelChoice,
    request: FitRequest,
    frames: Sequence[Frame],
    progress: FitProgress,
    cancelled: Callable[[], bool],
) -> bytes:
    """The file of one of the two, learned from these frames."""
    settings = check_settings(choice.kind, choice.settings)
    asked = replace(request, settings=settings, frames=frames)
    return model_family(choice.kind).fit(asked, progress, cancelled).content


def _load(choice: ModelChoice, content: bytes) -> PixelModel:
    """One of the two, from its own file's content."""
    family = model_family(choice.kind)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, family.file_name)
        path.write_bytes(content)
        return family.load(path, check_settings(choice.kind, choice.settings))


def _scale(
    choice: ModelChoice, request: FitRequest, progress: FitProgress, cancelled: Callable[[], bool]
) -> tuple[float, ...]:
    """The good scores' scale of one of the two, from frames that it had not learned from, and copies of them.

    Below `ASIDE` frames every one is needed for learning, and all that is new to the model are the copies.
    """
    total = len(request.frames)
    aside = list(range(0, total, ASIDE)) if total >= ASIDE else []
    frames = [request.frames[index] for index in range(total) if index not in aside]
    model = _load(choice, _fit(choice, request, frames, progress, cancelled))
    good = [request.frames[index] for index in aside or range(total)]
    rng = np.random.default_rng(request.seed)
    scores: list[float] = []
    wanted = max(SCORES, len(aside))
    for number in range(wanted):
        if cancelled():
            raise Cancelled
        pixels = as_pixels8(good[number % len(good)])
        is_new = bool(aside) and number < len(good)
        with suppress(ModelTrouble):  # one odd good frame says nothing of the scale
            scores.append(model.predict_pixels(pixels if is_new else distorted_copy(pixels, rng), None).score)
        progress(FitStage.MEMORY, number + 1, wanted)
    if 2 * len(scores) < wanted:
        raise ModelTrouble(
            say("The model kind {kind} cannot predict most of the good images.", kind=choice.kind),
            "The recipe cannot be taught with it.",
            "Fix the parts in one place, or choose another second opinion.",
        )
    return GoodScale.of(scores, model_family(choice.kind).resolution).scores


def _rising(scores: Sequence[float]) -> tuple[float, ...]:
    if len(scores) != len(_SHARES) or not np.isfinite(scores).all() or not (np.diff(scores) > 0).all():
        raise ValueError("no scale of good scores")
    return tuple(float(score) for score in scores)
