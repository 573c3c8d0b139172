"""PatchCore at the line: a model file in, predictions out."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel

from vision.inspection import PixelMask, Prediction, three_planes
from vision.models.patchcore.file import read_model
from vision.models.patchcore.network import PatchcoreNetwork
from vision.models.patchcore.settings import PatchcoreSettings


class PatchcorePredictor:
    """Fulfils `PixelModel`."""

    def __init__(self, network: PatchcoreNetwork, model_hash: str) -> None:
        self._network = network
        self._model_hash = model_hash

    @property
    def model_hash(self) -> str:
        return self._model_hash

    def predict_pixels(self, pixels: NDArray[np.uint8], counts: PixelMask | None) -> Prediction:
        """See `PixelModel`."""
        return self._network.predict(three_planes(pixels), counts)


def load_patchcore(path: Path, settings: BaseModel) -> PatchcorePredictor:
    """Read a model file. Raises `ModelTrouble`."""
    checked = PatchcoreSettings.model_validate(settings.model_dump())
    backbone, memory, model_hash = read_model(path, checked)
    network = PatchcoreNetwork(backbone, checked)
    network.remember(memory)
    return PatchcorePredictor(network, model_hash)
