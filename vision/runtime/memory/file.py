"""The model file: safetensors with what is remembered, the backbone's graph, and a header that says what they are."""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vision.detectors.family import ModelTrouble
from vision.detectors.model_file import Header, broken, read_tensors, write_tensors
from vision.inspection import say
from vision.runtime.memory.coder import BEYOND_PX, FEATURES, Coder
from vision.runtime.memory.light import Light
from vision.runtime.memory.look import Look, Remembered
from vision.runtime.memory.model import MemoryModel
from vision.runtime.memory.settings import MemorySettings
from vision.runtime.memory.sight import REVISION, Sight, planned
from vision.runtime.memory.tolerate import Tolerated

FILE_NAME = "memory.safetensors"
KIND = "memory"
_NEEDED = frozenset({"images", "light", "memories"})
_SHAPES: dict[str, tuple[type, tuple[int, ...]]] = {
    "codes": (np.uint8, (FEATURES,)),
    "owners": (np.int32, ()),
    "places": (np.float32, (2,)),
    "usual": (np.float32, ()),
    "spread": (np.float32, ()),
}
"""Of each tensor its type and its shape after the first axis."""
_TOLERATED = ("codes", "owners")


def write_model(model: MemoryModel) -> bytes:
    """The file's content."""
    tensors: dict[str, NDArray[Any]] = {"backbone": np.frombuffer(model.sight.coder.graph, np.uint8)}
    for place, look in enumerate(model.looks):
        for number, memory in enumerate(look.memories):
            tensors |= {f"{name}.{place}.{number}": getattr(memory, name) for name in _SHAPES}
        if model.tolerated:
            tensors |= {f"tolerated.{name}.{place}": getattr(look.tolerated, name) for name in _TOLERATED}
    memories = [len(look.memories) for look in model.looks]
    notes = {
        "images": list(model.images),
        "tolerated": list(model.tolerated),
        "light": model.sight.light.reference,
        "sight": REVISION,
        "memories": memories,
    }
    return write_tensors(tensors, kind=KIND, settings=model.sight.settings, notes=notes)


def read_model(path: Path, settings: MemorySettings) -> tuple[MemoryModel, str]:
    """(model, SHA-256 of the file).

    Raises:
        ModelTrouble: missing or broken, of a newer Loupe, taught with other settings than the recipe's, or by a Loupe
            that looks at frames in another way.
    """
    header = Header(path=path, kind=KIND, settings=settings, needed=_NEEDED)
    tensors, notes, digest = read_tensors(header)
    if notes.get("sight") != REVISION:
        raise _seen_otherwise(path)
    try:
        images, tolerated = _names(notes["images"]), _names(notes.get("tolerated", []))
        looks = [
            Look(
                [_remembered(tensors, f"{place}.{number}", len(images)) for number in range(count)],
                _tolerated(tensors, place, len(tolerated)),
            )
            for place, count in enumerate(_counts(notes["memories"], settings))
        ]
        light = Light(reference=None if notes["light"] is None else float(notes["light"]))
        graph = tensors["backbone"].tobytes()
    except (KeyError, ValueError, TypeError) as error:
        raise broken(path, KIND, str(error)) from error
    sight = Sight(coder=Coder(graph, BEYOND_PX), light=light, settings=settings)
    return MemoryModel(sight=sight, looks=looks, images=images, tolerated=tolerated), digest


def _seen_otherwise(path: Path) -> ModelTrouble:
    return ModelTrouble(
        say("The model {path} was taught by a Loupe that looks at frames in another way.", path=path),
        "The recipe is not used.",
        "Teach the recipe again.",
    )


def _names(told: object) -> list[str]:
    """Raises `ValueError` for anything but a list of names."""
    if not isinstance(told, list) or not all(isinstance(name, str) for name in told):
        raise ValueError("no list of names")
    return told


def _counts(told: object, settings: MemorySettings) -> list[int]:
    """How many memories each look has, as the settings say. Raises `ValueError` when the file tells others."""
    counts = [look.memories for look in planned(settings)]
    if told != counts:
        raise ValueError(f"{told} memories instead of {counts}")
    return counts


def _remembered(tensors: dict[str, NDArray[Any]], part: str, images: int) -> Remembered:
    """Checked, since a wrong shape or a number that is none would surface only at the line. Raises `ValueError`."""
    found = {name: tensors[f"{name}.{part}"] for name in _SHAPES}
    size = _checked(found)
    if size == 0 or found["spread"].min() <= 0 or found["owners"].min() < 0 or found["owners"].max() >= images:
        raise ValueError("what is remembered does not fit together")
    return Remembered(**found)


def _tolerated(tensors: dict[str, NDArray[Any]], place: int, names: int) -> Tolerated:
    """Of one look, checked. Raises `ValueError`."""
    if not names:
        return Tolerated.none()
    found = {name: tensors[f"tolerated.{name}.{place}"] for name in _TOLERATED}
    if _checked(found) and (found["owners"].min() < 0 or found["owners"].max() >= names):
        raise ValueError("what is tolerated does not fit together")
    return Tolerated(**found)


def _checked(found: dict[str, NDArray[Any]]) -> int:
    """How many rows all of some tensors have. Raises `ValueError`."""
    size = len(found["codes"])
    for name, tensor in found.items():
        kind, rest = _SHAPES[name]
        if tensor.dtype != kind or tensor.shape != (size, *rest) or not np.isfinite(tensor).all():
            raise ValueError(f"{name} is damaged")
    return size
