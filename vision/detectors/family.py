"""What every kind of model offers to the rest of Loupe: check settings, learn from good frames, load what was learned."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel

from vision.inspection import Frame, PixelMask, Prediction, Trouble
from vision.recipe import Region

MOST_LEFT_OUT = 400
"""Good frames that are scored as if they had not been learned, at most: each costs milliseconds."""


class ModelTrouble(Trouble):
    """A model or a weight file that cannot be used."""


class Cancelled(Exception):
    """A person asked to stop; nothing was left behind."""


class FitStage(StrEnum):
    """What a model is busy with while it learns."""

    FEATURES = "features"
    """Looking at the good frames, one after the other."""
    MEMORY = "memory"
    """Choosing what to remember."""
    SCORING = "scoring"
    """Scoring what was learned as if it had not been; only kinds that leave images out."""


class FitProgress(Protocol):
    """Told about each step, from the thread that learns."""

    def __call__(self, stage: FitStage, done: int, total: int) -> None: ...


class PixelModel(Protocol):
    """A loaded model that looks at pixels and knows nothing of recipes; `ViewPredictor` makes a Predictor of it."""

    @property
    def model_hash(self) -> str:
        """SHA-256 of everything the prediction depends on, hex."""

    def predict_pixels(self, pixels: NDArray[np.uint8], counts: PixelMask | None) -> Prediction:
        """Predict one image.

        Args:
            pixels: (H, W), or (H, W, 3) in RGB order, uint8. Grey stays grey: five megapixels are not copied for nothing.
            counts: (H, W) bool, False where anomalies do not count; None counts everything.

        Raises:
            ModelTrouble: the model gives no finite number for this image.
        """


class OpenModel(Protocol):
    """A taught model that good parts are added to and taken out of, one by one; see `open_model`."""

    @property
    def images(self) -> Sequence[str]:
        """Names of the images it learned from, in the order of learning."""

    def judge(self, frame: Frame, counts: PixelMask | None) -> float:
        """A frame's score as the model is now; nothing is learned. Arguments as for `add`."""

    def add(self, frame: Frame, counts: PixelMask | None) -> float:
        """Learn from one more good frame; returns the score that it had before.

        Args:
            frame: cropped to the region of interest.
            counts: (H, W) bool, False where anomalies do not count; None counts everything.
        """

    def remove(self, number: int) -> None:
        """Forget one of `images`. Raises `ModelTrouble` when too little would remain."""

    def content(self) -> bytes:
        """The model file as it would be now, whole."""


@runtime_checkable
class Tolerates(OpenModel, Protocol):
    """An open model that can be told of false alarms."""

    @property
    def tolerated(self) -> Sequence[str]:
        """Names of the places it tolerates, in the order of telling."""

    def tolerate(self, frame: Frame, counts: PixelMask | None, region: Region, name: str) -> None:
        """Put up with what a region of a frame shows, only where it looks just like that.

        Args:
            frame: cropped to the region of interest.
            counts: (H, W) bool, False where anomalies do not count; None counts everything.
            region: in pixels of the cropped frame.
        """

    def take_back(self, number: int) -> None:
        """No longer put up with one of `tolerated`."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Learned:
    """What a kind of model made of good frames."""

    content: bytes
    """The model file, whole."""
    good_scores: tuple[float, ...] = ()
    """The score of each of the last `MOST_LEFT_OUT` frames as if it had not been learned, in their order; empty when the
    kind cannot tell."""


@dataclass(frozen=True, eq=False, kw_only=True)
class FitRequest:
    """What a model learns from."""

    settings: BaseModel
    """The family's own settings, already checked."""
    frames: Sequence[Frame]
    """Good frames, cropped to the region of interest; may read its files lazily. Never empty."""
    counts: Callable[[Frame], PixelMask | None] = lambda _frame: None
    """Where anomalies count on a frame, (H, W) bool; None counts everything."""
    seed: int = 0
    weights_folder: Path | None = None
    """Where imported and downloaded backbones lie; None when there are none."""


@dataclass(frozen=True, eq=False, kw_only=True)
class FittedModel:
    """What was learned, ready to be stored with a recipe version."""

    kind: str
    file_name: str
    content: bytes
    """A safetensors file, whole."""
    settings: dict[str, Any]
    """JSON-ready, complete: defaults are written out so that a later Loupe reads the same."""
    good_scores: tuple[float, ...] = ()
    """See `Learned`."""


@dataclass(frozen=True, eq=False, kw_only=True)
class ModelFamily:
    """One kind of model."""

    settings: type[BaseModel]
    """Frozen, unknown keys refused, a default for every field."""
    file_name: str
    fit: Callable[[FitRequest, FitProgress, Callable[[], bool]], Learned]
    """Learn: request, progress, cancelled -> what was learned. Raises Cancelled or ModelTrouble."""
    load: Callable[[Path, BaseModel], PixelModel]
    """Read a model file; the settings are the recipe's. Raises ModelTrouble."""
    leaves_out: bool = False
    """`Learned.good_scores` are given: the kind scores what it learned as if it had not."""
    resolution: float = 0.0
    """Scores that differ by less say the same, in the unit of the score."""
    open: Callable[[Path, BaseModel], OpenModel] | None = None
    """Open a model file for good parts to be added; None when the kind learns all of them at once or not at all."""
