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

from vision.detectors.family import ModelTrouble
from vision.inspection import say
from vision.models.backbone.catalog import Backbone, build_network, read_weights

LAYOUT = 1
"""Version of the files' layout."""
_BACKBONE = "backbone."
_NEEDED = frozenset({"backbone", "architecture", "settings"})


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
        kind: as people call it, for messages.
        needed: notes the header must hold beside the usual ones.

    Raises:
        ModelTrouble: missing or broken, of a newer Loupe, or fitted with other settings than the recipe's.
    """
    if not path.is_file():
        what = say("The model file {path} is missing.", path=path)
        raise ModelTrouble(what, "The recipe is not used.", "Teach the recipe again.")
    tensors, header = read_weights(path)
    notes = _notes(header, path, kind, _NEEDED.union(needed))
    if notes["settings"] != settings.model_dump(mode="json"):
        raise ModelTrouble(
            say("The recipe's model settings are not those {file} was taught with.", file=path.name),
            "The recipe is not used.",
            "Teach the recipe again with the new settings.",
        )
    weights = {key.removeprefix(_BACKBONE): tensors.pop(key) for key in list(tensors) if key.startswith(_BACKBONE)}
    network = build_network(notes["architecture"], weights, str(path))
    backbone = Backbone(name=notes["backbone"], architecture=notes["architecture"], network=network)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return ModelFile(backbone=backbone, tensors=tensors, notes=notes, hash=digest)


def broken(path: Path, kind: str, detail: str) -> ModelTrouble:
    """The trouble of a file that holds something else than its header promises."""
    return ModelTrouble(
        say("{path} is no {kind} model of Loupe.", path=path, kind=kind),
        "The recipe is not used.",
        "Teach the recipe again.",
        detail=detail,
    )


def _notes(header: dict[str, str], path: Path, kind: str, needed: frozenset[str]) -> dict[str, Any]:
    try:
        notes: dict[str, Any] = json.loads(header["loupe"])
        layout = int(notes["layout"])
        complete = needed <= set(notes)
    except (KeyError, ValueError, TypeError) as error:
        raise broken(path, kind, str(error)) from error
    if layout > LAYOUT:
        raise ModelTrouble(
            say("The model file {path} was written by a newer Loupe.", path=path),
            "The recipe is not used.",
            "Update Loupe on this station, or choose an older version of the recipe.",
        )
    if not complete:
        raise broken(path, kind, "incomplete header")
    return notes
