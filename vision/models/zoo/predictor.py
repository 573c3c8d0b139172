"""anomalib's models at the line: a model file in, predictions out."""

from pathlib import Path

from pydantic import BaseModel

from vision.detectors.model_file import broken
from vision.models.model_file import ModelFile, read_model_file
from vision.models.predictor import NetworkPredictor
from vision.models.zoo.kinds import Kind
from vision.models.zoo.network import ZooNetwork, build_module, take_up
from vision.models.zoo.settings import ZooSettings


def load_model(kind: Kind, path: Path, settings: BaseModel) -> NetworkPredictor:
    """Read a model file. Raises `ModelTrouble`."""
    checked = kind.settings.model_validate(settings.model_dump())
    file = read_model_file(path, checked, kind=kind.title, needed=("model", "input_size"))
    return NetworkPredictor(_network(kind, path, file, checked), file.hash)


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
