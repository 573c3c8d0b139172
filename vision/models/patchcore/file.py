"""PatchCore's model file: the memory beside the backbone it was made with."""

import hashlib
from pathlib import Path

from torch import Tensor

from vision.detectors.model_file import broken
from vision.models.backbone.catalog import Backbone
from vision.models.model_file import read_model_file, write_model_file
from vision.models.patchcore.settings import PatchcoreSettings

FILE_NAME = "patchcore.safetensors"
_KIND = "patchcore"


def write_model(backbone: Backbone, settings: PatchcoreSettings, memory: Tensor) -> bytes:
    """The file's content."""
    notes = {"kind": _KIND, "backbone_hash": weights_hash(backbone)}
    return write_model_file(backbone, {"memory": memory}, settings, notes)


def read_model(path: Path, settings: PatchcoreSettings) -> tuple[Backbone, Tensor, str]:
    """(backbone, memory (M, C), SHA-256 of the file).

    Raises:
        ModelTrouble: missing or broken, of a newer Loupe, or fitted with other settings than the recipe's.
    """
    file = read_model_file(path, settings, kind=_KIND, needed=("kind",))
    memory = file.tensors.get("memory")
    if memory is None or memory.ndim != 2:
        raise broken(path, _KIND, "no memory")
    return file.backbone, memory, file.hash


def weights_hash(backbone: Backbone) -> str:
    """SHA-256 over names and values of the weights, hex."""
    digest = hashlib.sha256()
    for key, value in sorted(backbone.weights.items()):
        digest.update(key.encode())
        digest.update(value.numpy().tobytes())
    return digest.hexdigest()
