"""Tiny images of plates: taught, added to and taken out."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np

from vision.detectors import load_predictor
from vision.inspection import Frame
from vision.recipe import RecipeLibrary
from vision.teaching import (
    AddRequest,
    ChangeRequest,
    LearnedPart,
    RemoveRequest,
    Taught,
    TeachRequest,
    add_parts,
    learned_parts,
    remove_parts,
    teach,
)

SETTINGS = {"long_side_px": 64, "memory_size": 60, "memories": 2, "pool_size": 600}
SIZE = (48, 64)


def picture(folder: Path, name: str, *, seed: int, size: tuple[int, int] = SIZE, dot: int | None = None) -> Path:
    """A noisy grey image file, with a dot of another grey level when asked."""
    pixels = np.random.default_rng(seed).integers(90, 130, size).astype(np.uint8)
    if dot is not None:
        cv2.circle(pixels, (40, 24), 8, dot, -1)
    path = folder / name
    path.write_bytes(cv2.imencode(".png", pixels)[1].tobytes())
    return path


def run_teach(request: TeachRequest) -> Taught:
    settings = request.model_settings or (SETTINGS if request.kind == "memory" else {})
    return teach(replace(request, model_settings=settings), progress=lambda _: None, cancelled=lambda: False)


def add(library: RecipeLibrary, images: Sequence[Path | Frame], **changes: object) -> Taught:
    request = AddRequest(recipes=library, recipe="plate", images=images, even_if_ng=True)
    request = replace(request, **changes)  # type: ignore[arg-type]
    return add_parts(request, progress=lambda _: None, cancelled=lambda: False)


def remove(library: RecipeLibrary, *names: str) -> Taught:
    return remove_parts(RemoveRequest(recipes=library, recipe="plate", images=names))


def score(taught: Taught, path: Path) -> float:
    pixels = cv2.imread(str(path), cv2.IMREAD_GRAYSCALE)
    predictor = load_predictor(taught.recipe.views[0], taught.folder)
    return predictor.predict(Frame(pixels=np.asarray(pixels, np.uint8))).score


def learned(library: RecipeLibrary, version: int) -> Sequence[LearnedPart]:
    """What a version has learned, made active to ask."""
    library.release("plate", version, by="Ada", time=library.load("plate", version).created)
    return learned_parts(ChangeRequest(recipes=library, recipe="plate"))
