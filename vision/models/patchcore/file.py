"""The model file: safetensors with the memory, the backbone's weights, and a header that says what they are."""

import hashlib
import json
from pathlib import Path
from typing import Any

from safetensors.torch import save
from torch import Tensor

from vision.detectors.family import ModelTrouble
from vision.models.backbone.catalog import Backbone, build_network, read_weights
from vision.models.patchcore.settings import PatchcoreSettings

FILE_NAME = "patchcore.safetensors"
LAYOUT = 1
"""Version of this file's layout."""
_BACKBONE = "backbone."


def write_model(backbone: Backbone, settings: PatchcoreSettings, memory: Tensor) -> bytes:
    """The file's content."""
    tensors = {_BACKBONE + key: value for key, value in backbone.weights.items()} | {"memory": memory.contiguous()}
    notes = {
        "layout": LAYOUT,
        "kind": "patchcore",
        "backbone": backbone.name,
        "architecture": backbone.architecture,
        "backbone_hash": weights_hash(backbone),
        "settings": settings.model_dump(mode="json"),
    }
    return save(tensors, metadata={"loupe": json.dumps(notes, sort_keys=True)})


def read_model(path: Path, settings: PatchcoreSettings) -> tuple[Backbone, Tensor, str]:
    """(backbone, memory (M, C), SHA-256 of the file).

    Raises:
        ModelTrouble: missing or broken, of a newer Loupe, or fitted with other settings than the recipe's.
    """
    if not path.is_file():
        raise ModelTrouble(f"The model file {path} is missing.", "The recipe is not used.", "Teach the recipe again.")
    tensors, header = read_weights(path)
    notes = _notes(header, path)
    if notes["settings"] != settings.model_dump(mode="json"):
        raise ModelTrouble(
            f"The recipe's model settings are not those {path.name} was taught with.",
            "The recipe is not used.",
            "Teach the recipe again with the new settings.",
        )
    memory = tensors.pop("memory", None)
    if memory is None or memory.ndim != 2:
        raise _broken(path, "no memory")
    weights = {key.removeprefix(_BACKBONE): value for key, value in tensors.items()}
    network = build_network(notes["architecture"], weights, str(path))
    backbone = Backbone(name=notes["backbone"], architecture=notes["architecture"], network=network)
    return backbone, memory, hashlib.sha256(path.read_bytes()).hexdigest()


def weights_hash(backbone: Backbone) -> str:
    """SHA-256 over names and values of the weights, hex."""
    digest = hashlib.sha256()
    for key, value in sorted(backbone.weights.items()):
        digest.update(key.encode())
        digest.update(value.numpy().tobytes())
    return digest.hexdigest()


def _notes(header: dict[str, str], path: Path) -> dict[str, Any]:
    try:
        notes: dict[str, Any] = json.loads(header["loupe"])
        layout = int(notes["layout"])
        complete = {"backbone", "architecture", "settings"} <= set(notes)
    except (KeyError, ValueError, TypeError) as error:
        raise _broken(path, str(error)) from error
    if layout > LAYOUT:
        raise ModelTrouble(
            f"The model file {path} was written by a newer Loupe.",
            "The recipe is not used.",
            "Update Loupe on this station, or choose an older version of the recipe.",
        )
    if not complete:
        raise _broken(path, "incomplete header")
    return notes


def _broken(path: Path, detail: str) -> ModelTrouble:
    return ModelTrouble(
        f"{path} is no PatchCore model of Loupe.", "The recipe is not used.", "Teach the recipe again.", detail=detail
    )
