"""One of two models that are to be compared: what it learned, and what it says of good parts that it had not learned."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, model_validator

from vision.detectors.family import (
    MOST_LEFT_OUT,
    Cancelled,
    FitProgress,
    FitRequest,
    FitStage,
    Learned,
    ModelTrouble,
    PixelModel,
)
from vision.detectors.registry import check_settings, model_family
from vision.detectors.scale import GoodScale
from vision.images.copies import distorted_copy
from vision.inspection import Frame, as_pixels8, say

COPIES = 40
"""Distorted copies that stand for good parts when there is a single frame."""
FOLDS_FROM, HALVES_FROM = 8, 40
"""Frames from which on they are dealt into four folds, and into two. With fewer each frame is a fold of its own."""


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

    def load(self, content: bytes) -> PixelModel:
        """The model, from its own file's content. Raises `ModelTrouble`."""
        family = model_family(self.kind)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, family.file_name)
            path.write_bytes(content)
            return family.load(path, check_settings(self.kind, self.settings))


@dataclass(frozen=True, eq=False, kw_only=True)
class Opinion:
    """What one model made of the good frames."""

    content: bytes
    """Its model file, whole."""
    scale: GoodScale
    good: dict[int, float]
    """The scores of the last `MOST_LEFT_OUT` frames as if each had not been learned, by number, rising; NaN for one that
    the model cannot predict. None of a single frame."""


class Opining:
    """One model learns. Raises `Cancelled` as asked."""

    def __init__(
        self, choice: ModelChoice, request: FitRequest, progress: FitProgress, cancelled: Callable[[], bool]
    ) -> None:
        self._choice = choice
        self._request = replace(request, settings=check_settings(choice.kind, choice.settings))
        self._progress, self._cancelled = progress, cancelled
        self._family = model_family(choice.kind)

    def opinion(self) -> Opinion:
        """Learned from all frames; its scale comes from real good parts alone wherever there are two of them.

        Copies are no measure beside real parts: one that is moved and noisy lies far from all that a memory knows, and
        a scale of such scores calls every defect usual.
        """
        learned = self._fit(self._request.frames)
        good = dict(zip(self._scored, learned.good_scores, strict=False)) or dict(sorted(self._held_out()))
        scores = np.array([*good.values()] or [*self._of_copies(learned.content)])
        told = scores[np.isfinite(scores)]
        if 2 * len(told) < len(scores):
            raise ModelTrouble(
                say("The model kind {kind} cannot predict most of the good images.", kind=self._choice.kind),
                "The recipe cannot be taught with it.",
                "Fix the parts in one place, or choose another second opinion.",
            )
        return Opinion(content=learned.content, scale=GoodScale.of(told, self._family.resolution), good=good)

    @property
    def _scored(self) -> range:
        total = len(self._request.frames)
        return range(max(0, total - MOST_LEFT_OUT), total)

    def _fit(self, frames: Sequence[Frame]) -> Learned:
        return self._family.fit(replace(self._request, frames=frames), self._progress, self._cancelled)

    def _held_out(self) -> Iterator[tuple[int, float]]:
        """Frames and their scores, fold by fold, each from a model that learned the other folds."""
        frames = self._request.frames
        done = 0
        for fold in folds_of(self._scored):
            others = [frames[number] for number in range(len(frames)) if number not in fold]
            model = self._choice.load(self._fit(others).content)
            for number in fold:
                yield number, self._score(model, frames[number])
                done += 1
                self._progress(FitStage.SCORING, done, len(self._scored))

    def _of_copies(self, content: bytes) -> Iterator[float]:
        """The only frame is needed for learning: new to the model are copies of it."""
        model, frame = self._choice.load(content), self._request.frames[0]
        rng = np.random.default_rng(self._request.seed)
        for number in range(COPIES):
            yield self._score(model, replace(frame, pixels=distorted_copy(as_pixels8(frame), rng), bit_depth=8))
            self._progress(FitStage.SCORING, number + 1, COPIES)

    def _score(self, model: PixelModel, frame: Frame) -> float:
        """NaN for a frame that the model cannot predict: one odd good frame says nothing of the scale."""
        if self._cancelled():
            raise Cancelled
        try:
            return model.predict_pixels(as_pixels8(frame), self._request.counts(frame)).score
        except ModelTrouble:
            return float("nan")


def folds_of(scored: range) -> list[range]:
    """Numbers of frames, dealt so that every model learns from the others; none of a single frame."""
    total = len(scored)
    n_folds = total if total < FOLDS_FROM else 4 if total < HALVES_FROM else 2
    return [scored[fold::n_folds] for fold in range(n_folds)] if total > 1 else []
