"""Model files: safetensors with everything a prediction depends on, and a header that says what it is."""

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from safetensors.torch import save
from torch import Tensor

from vision.detectors.model_file import LAYOUT, Header, checked_notes, require_file
from vision.models.backbone.catalog import Backbone, build_network, read_weights

_BACKBONE = "backbone."
_NEEDED = frozenset({"backbone", "architecture"})


@dataclass(frozen=True, eq=False, kw_only=True)
class ModelFile:
    """A model file, read and checked."""

    backbone: Backbone
    tensors: dict[str, Tensor]
    """What the model learned, under the names it was written with."""
    notes: dict[str, Any]
    hash: str
    """SHA-256 of the file, hex."""


def write_model_file(
    backbone: Backbone, tensors: Mapping[str, Tensor], settings: BaseModel, notes: Mapping[str, Any]
) -> bytes:
    """The content of a model file; `notes` go into its header beside what every model writes there."""
    weights = {_BACKBONE + key: value for key, value in backbone.weights.items()}
    header = {
        "layout": LAYOUT,
        "backbone": backbone.name,
        "architecture": backbone.architecture,
        "settings": settings.model_dump(mode="json"),
    }
    known = {key: value.contiguous() for key, value in tensors.items()}
    return save(weights | known, metadata={"loupe": json.dumps(header | dict(notes), sort_keys=True)})


def read_model_file(path: Path, settings: BaseModel, *, kind: str, needed: Collection[str] = ()) -> ModelFile:
    """Read a model file.

    Args:
        settings: the recipe's; they must be those the model was taught with.
        kind: as the file names it, or as people call it when the file names none.
        needed: notes the header must hold beside the usual ones.

    Raises:
        ModelTrouble: missing or broken, of a newer Loupe, of another kind, or fitted with other settings.
    """
    require_file(path)
    tensors, header = read_weights(path)
    notes = checked_notes(header, Header(path=path, kind=kind, settings=settings, needed=_NEEDED.union(needed)))
    weights = {key.removeprefix(_BACKBONE): tensors.pop(key) for key in list(tensors) if key.startswith(_BACKBONE)}
    network = build_network(notes["architecture"], weights, str(path))
    backbone = Backbone(name=notes["backbone"], architecture=notes["architecture"], network=network)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return ModelFile(backbone=backbone, tensors=tensors, notes=notes, hash=digest)
