"""anomalib's models at the line: a model file in, predictions out."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel

from vision.inspection import PixelMask, Prediction, three_planes
from vision.models.model_file import ModelFile, broken, read_model_file
from vision.models.zoo.kinds import Kind
from vision.models.zoo.network import ZooNetwork, build_module, take_up
from vision.models.zoo.settings import ZooSettings


class ZooPredictor:
    """Fulfils `PixelModel`."""

    def __init__(self, network: ZooNetwork, model_hash: str) -> None:
        self._network = network
        self._model_hash = model_hash

    @property
    def model_hash(self) -> str:
        return self._model_hash

    def predict_pixels(self, pixels: NDArray[np.uint8], counts: PixelMask | None) -> Prediction:
        """See `PixelModel`."""
        return self._network.predict(three_planes(pixels), counts)


def load_model(kind: Kind, path: Path, settings: BaseModel) -> ZooPredictor:
    """Read a model file. Raises `ModelTrouble`."""
    checked = kind.settings.model_validate(settings.model_dump())
    file = read_model_file(path, checked, kind=kind.title, needed=("model", "input_size"))
    return ZooPredictor(_network(kind, path, file, checked), file.hash)


def _network(kind: Kind, path: Path, file: ModelFile, settings: ZooSettings) -> ZooNetwork:
    if file.notes["model"] != kind.model:
        raise broken(path, kind.title, f"it holds {file.notes['model']}")
    model = build_module(kind, settings, file.backbone).model
    try:
        height, width = (int(side) for side in file.notes["input_size"])
        take_up(model, file.backbone, file.tensors)
    except (ValueError, RuntimeError, TypeError) as error:
        raise broken(path, kind.title, str(error)) from error
    return ZooNetwork(kind, model, (height, width))
