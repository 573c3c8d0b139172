"""The patch memory at the line: a model file in, predictions out."""

from pathlib import Path

from pydantic import BaseModel

from vision.detectors.explain import NearestGood
from vision.inspection import PixelMask, Prediction
from vision.recipe import Region
from vision.runtime.memory.coder import Pixels
from vision.runtime.memory.explain import nearest_good
from vision.runtime.memory.file import read_model
from vision.runtime.memory.model import MemoryModel
from vision.runtime.memory.settings import MemorySettings


class MemoryPredictor:
    """Fulfils `PixelModel` and `Explains`."""

    def __init__(self, model: MemoryModel, model_hash: str) -> None:
        self._model = model
        self._model_hash = model_hash

    @property
    def model_hash(self) -> str:
        return self._model_hash

    def predict_pixels(self, pixels: Pixels, counts: PixelMask | None) -> Prediction:
        """See `PixelModel`."""
        return self._model.predict(pixels, counts)

    def nearest_good(self, pixels: Pixels, region: Region, counts: PixelMask | None) -> NearestGood:
        """See `Explains`."""
        return nearest_good(self._model, pixels, region, counts)


def load_memory(path: Path, settings: BaseModel) -> MemoryPredictor:
    """Read a model file. Raises `ModelTrouble`."""
    model, model_hash = read_model(path, MemorySettings.model_validate(settings.model_dump()))
    return MemoryPredictor(model, model_hash)
