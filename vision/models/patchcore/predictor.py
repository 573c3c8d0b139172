"""PatchCore at the line: a model file in, predictions out."""

from pathlib import Path

from pydantic import BaseModel

from vision.models.patchcore.file import read_model
from vision.models.patchcore.network import PatchcoreNetwork
from vision.models.patchcore.settings import PatchcoreSettings
from vision.models.predictor import NetworkPredictor


def load_patchcore(path: Path, settings: BaseModel) -> NetworkPredictor:
    """Read a model file. Raises `ModelTrouble`."""
    checked = PatchcoreSettings.model_validate(settings.model_dump())
    backbone, memory, model_hash = read_model(path, checked)
    network = PatchcoreNetwork(backbone, checked)
    network.remember(memory)
    return NetworkPredictor(network, model_hash)
