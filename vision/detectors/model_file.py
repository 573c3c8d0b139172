"""Model files: safetensors and a header that says what they are. The one place that checks such a header."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save

from vision.detectors.family import ModelTrouble
from vision.inspection import say

LAYOUT = 1
"""Version of the files' layout."""
Tensors = dict[str, NDArray[Any]]


@dataclass(frozen=True, eq=False, kw_only=True)
class Header:
    """What a reader expects of a file."""

    path: Path
    kind: str
    """Another one in the file is refused; one that the file does not name is, too, where `needed` asks for it."""
    settings: BaseModel
    """The recipe's; they must be those the model was taught with."""
    needed: frozenset[str] = frozenset()
    """Notes that must be there beside the settings."""


def write_tensors(
    tensors: Mapping[str, NDArray[Any]], *, kind: str, settings: BaseModel, notes: Mapping[str, Any]
) -> bytes:
    """The content of a model file."""
    header = {"layout": LAYOUT, "kind": kind, "settings": settings.model_dump(mode="json")} | dict(notes)
    whole = {name: np.ascontiguousarray(value) for name, value in tensors.items()}
    return save(whole, metadata={"loupe": json.dumps(header, sort_keys=True)})


def read_tensors(expected: Header) -> tuple[Tensors, dict[str, Any], str]:
    """(tensors, notes, SHA-256 of the file in hex).

    Raises:
        ModelTrouble: missing or broken, with NaN or infinity, of a newer Loupe, of another kind, or taught with other
            settings than the recipe's.
    """
    path, expected = expected.path, replace(expected, needed=expected.needed | {"kind"})
    require_file(path)
    try:
        with safe_open(path, framework="np") as file:
            notes = checked_notes(dict(file.metadata() or {}), expected)
            tensors = {key: file.get_tensor(key).copy() for key in file.keys()}  # noqa: SIM118
    except (OSError, SafetensorError) as error:
        raise broken(path, expected.kind, str(error)) from error
    require_numbers(path, [name for name, values in tensors.items() if not np.isfinite(values).all()])
    return tensors, notes, hashlib.sha256(path.read_bytes()).hexdigest()


def require_file(path: Path) -> None:
    """Raises `ModelTrouble` when a model file is not there."""
    if not path.is_file():
        what = say("The model file {path} is missing.", path=path)
        raise ModelTrouble(what, "The recipe is not used.", "Teach the recipe again.")


def require_numbers(path: Path, spoilt: Sequence[str]) -> None:
    """Raises `ModelTrouble` when tensors hold NaN or infinity: at the first part it would be too late to say so.

    Args:
        spoilt: the names of these tensors.
    """
    if spoilt:
        raise ModelTrouble(
            say("The file {path} is damaged: some of its numbers are none.", path=path),
            "The model cannot be used.",
            "Teach the recipe again, or put the file back from a backup.",
            detail=f"NaN or infinity in {', '.join(spoilt[:5])}",
        )


def checked_notes(metadata: Mapping[str, str], expected: Header) -> dict[str, Any]:
    """The header's notes. Raises `ModelTrouble` when they are not what is expected."""
    path = expected.path
    try:
        notes: dict[str, Any] = json.loads(metadata["loupe"], parse_constant=_no_number)
        layout = int(notes["layout"])
        complete = expected.needed | {"settings"} <= set(notes)
    except (KeyError, ValueError, TypeError) as error:
        raise broken(path, expected.kind, str(error)) from error
    if layout > LAYOUT:
        raise ModelTrouble(
            say("The model file {path} was written by a newer Loupe.", path=path),
            "The recipe is not used.",
            "Update Loupe on this station, or choose an older version on Teach, under Versions.",
        )
    if not complete:
        raise broken(path, expected.kind, "incomplete header")
    if notes.get("kind", expected.kind) != expected.kind:
        raise broken(path, expected.kind, f"it holds a {notes['kind']} model")
    if notes["settings"] != expected.settings.model_dump(mode="json"):
        raise ModelTrouble(
            say("The recipe's model settings are not those {file} was taught with.", file=path.name),
            "The recipe is not used.",
            "Teach the recipe again with the new settings.",
        )
    return notes


def _no_number(constant: str) -> None:
    """JSON knows no NaN and no Infinity; Python's reader does."""
    raise ValueError(f"the header says {constant}")


def broken(path: Path, kind: str, detail: str) -> ModelTrouble:
    """The trouble of a file that holds something else than its header promises."""
    return ModelTrouble(
        say("{path} is no {kind} model of Loupe.", path=path, kind=kind),
        "The recipe is not used.",
        "Teach the recipe again.",
        detail=detail,
    )
