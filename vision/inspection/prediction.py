"""What a model says of one frame, and the protocol every model fulfils."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from vision.inspection.frame import Frame

AnomalyMap = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Prediction:
    """A model's output for one frame: raw score and map on the same scale. The recipe, not the model, judges."""

    score: float
    """The part-level anomaly score, finite, higher is more anomalous; same unit as the map."""
    anomaly_map: AnomalyMap
    """(H, W) float32 of the frame's own size."""


class Predictor(Protocol):
    """Frame in; anomaly map and score out. Deterministic: the same frame gives the same score again."""

    @property
    def model_hash(self) -> str:
        """SHA-256 of everything the prediction depends on (weights, memory, settings), hex."""

    def predict(self, frame: Frame) -> Prediction:
        """Predict one frame. Raises `Trouble` when the frame cannot be predicted; never returns a guess."""
