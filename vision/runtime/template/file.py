"""The model file: safetensors with reference and tolerance, and a header that says what they are."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vision.detectors.model_file import Header, broken, read_tensors, write_tensors
from vision.runtime.template.settings import TemplateSettings
from vision.runtime.template.template import Template

FILE_NAME = "template.safetensors"
KIND = "template"
_IMAGES = ("reference", "lower", "upper")
_NEEDED = frozenset({"spot_px", "least_correlation", "good_scores"})


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
    images = {name: getattr(taught.template, name) for name in _IMAGES}
    notes = {
        "spot_px": taught.template.spot_px,
        "least_correlation": taught.least_correlation,
        "good_scores": taught.good_scores,
    }
    return write_tensors(images, kind=KIND, settings=settings, notes=notes)


def read_model(path: Path, settings: TemplateSettings) -> Taught:
    """Read a model file.

    Raises:
        ModelTrouble: missing or broken, of a newer Loupe, or taught with other settings than the recipe's.
    """
    tensors, notes, digest = read_tensors(Header(path=path, kind=KIND, settings=settings, needed=_NEEDED))
    try:
        images = {name: tensors[name] for name in _IMAGES}
        _check(images, notes)
    except (KeyError, ValueError, TypeError) as error:
        raise broken(path, KIND, str(error)) from error
    return Taught(
        template=Template(**images, spot_px=float(notes["spot_px"])),
        least_correlation=float(notes["least_correlation"]),
        good_scores=tuple(float(score) for score in notes["good_scores"]),
        model_hash=digest,
    )


def _check(images: Mapping[str, NDArray[np.uint8]], notes: Mapping[str, Any]) -> None:
    shape = images["reference"].shape
    if any(image.dtype != np.uint8 or image.shape != shape for image in images.values()):
        raise ValueError("the images do not belong together")
    if len(shape) not in (2, 3) or 0 in shape or shape[2:] not in ((), (3,)):
        raise ValueError(f"images of shape {shape}")
    figures = [notes["spot_px"], notes["least_correlation"], *notes["good_scores"]]
    if not all(isinstance(figure, int | float) for figure in figures) or not np.isfinite(figures).all():
        raise ValueError("a figure of the header is no number")
    if not 0 < notes["spot_px"] < 100:
        raise ValueError(f"a spot of {notes['spot_px']} px")
