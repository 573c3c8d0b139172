"""The model file: safetensors with reference and tolerance, and a header that says what they are."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save

from vision.detectors.family import ModelTrouble
from vision.inspection import say
from vision.runtime.template.settings import TemplateSettings
from vision.runtime.template.template import Template

FILE_NAME = "template.safetensors"
LAYOUT = 1
"""Version of this file's layout."""
_IMAGES = ("reference", "lower", "upper")
_NEEDED = frozenset({"settings", "least_correlation", "good_scores"})


@dataclass(frozen=True, eq=False, kw_only=True)
class Taught:
    """What a model file holds."""

    template: Template
    least_correlation: float
    """With the reference; below it a frame shows something else."""
    good_scores: tuple[float, ...]
    """Of distorted copies of the good frames, as they were drawn."""
    model_hash: str = ""
    """SHA-256 of the file, hex; empty before it is written."""


def write_model(taught: Taught, settings: TemplateSettings) -> bytes:
    """The file's content."""
    notes = {
        "layout": LAYOUT,
        "kind": "template",
        "settings": settings.model_dump(mode="json"),
        "least_correlation": taught.least_correlation,
        "good_scores": taught.good_scores,
    }
    images = {name: np.ascontiguousarray(getattr(taught.template, name)) for name in _IMAGES}
    return save(images, metadata={"loupe": json.dumps(notes, sort_keys=True)})


def read_model(path: Path, settings: TemplateSettings) -> Taught:
    """Read a model file.

    Raises:
        ModelTrouble: missing or broken, of a newer Loupe, or taught with other settings than the recipe's.
    """
    if not path.is_file():
        what = say("The model file {path} is missing.", path=path)
        raise ModelTrouble(what, "The recipe is not used.", "Teach the recipe again.")
    try:
        images, notes = _read(path)
    except (OSError, SafetensorError, KeyError, ValueError, TypeError) as error:
        raise _broken(path, str(error)) from error
    if notes["settings"] != settings.model_dump(mode="json"):
        raise ModelTrouble(
            say("The recipe's model settings are not those {file} was taught with.", file=path.name),
            "The recipe is not used.",
            "Teach the recipe again with the new settings.",
        )
    return Taught(
        template=Template(**images, defect_px=settings.defect_px),
        least_correlation=float(notes["least_correlation"]),
        good_scores=tuple(float(score) for score in notes["good_scores"]),
        model_hash=hashlib.sha256(path.read_bytes()).hexdigest(),
    )


def _read(path: Path) -> tuple[dict[str, NDArray[np.uint8]], dict[str, Any]]:
    """The images and the header, checked. Raises KeyError, ValueError or TypeError besides what the libraries raise."""
    with safe_open(path, framework="np") as file:
        notes: dict[str, Any] = json.loads(dict(file.metadata() or {})["loupe"])
        if int(notes["layout"]) > LAYOUT:
            raise _newer(path)
        images = {name: file.get_tensor(name) for name in _IMAGES}
    _check(images, notes)
    return images, notes


def _check(images: Mapping[str, NDArray[np.uint8]], notes: Mapping[str, Any]) -> None:
    shape = images["reference"].shape
    if any(image.dtype != np.uint8 or image.shape != shape for image in images.values()):
        raise ValueError("the images do not belong together")
    if len(shape) not in (2, 3) or 0 in shape or shape[2:] not in ((), (3,)):
        raise ValueError(f"images of shape {shape}")
    if not notes.keys() >= _NEEDED:
        raise ValueError("incomplete header")
    figures = [notes["least_correlation"], *notes["good_scores"]]
    if not all(isinstance(figure, int | float) for figure in figures) or not np.isfinite(figures).all():
        raise ValueError("a figure of the header is no number")


def _newer(path: Path) -> ModelTrouble:
    return ModelTrouble(
        say("The model file {path} was written by a newer Loupe.", path=path),
        "The recipe is not used.",
        "Update Loupe on this station, or choose an older version of the recipe.",
    )


def _broken(path: Path, detail: str) -> ModelTrouble:
    return ModelTrouble(
        say("{path} is no {kind} model of Loupe.", path=path, kind="template"),
        "The recipe is not used.",
        "Teach the recipe again.",
        detail=detail,
    )
