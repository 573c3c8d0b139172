"""One good part more or one less, without learning everything again.

A part is scored before it is learned, so its score is one of a part that the model had not seen, as those are that
teaching gave: thresholds may rest on both. Then only those of its patches are remembered that the memory does not know
yet, each as if it were as usual as the others. What was remembered before stays as it is, so taking the part out again
gives the same memory, byte for byte.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from itertools import chain, count
from operator import is_
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel

from vision.detectors.family import ModelTrouble
from vision.inspection import Frame, PixelMask, as_pixels8
from vision.recipe import Region
from vision.runtime.memory.choice import far_apart
from vision.runtime.memory.coder import PatchGrid, Pixels
from vision.runtime.memory.file import read_model, write_model
from vision.runtime.memory.fit import frame_name, places
from vision.runtime.memory.look import Look, Remembered
from vision.runtime.memory.model import MemoryModel, counted
from vision.runtime.memory.search import Nearest
from vision.runtime.memory.settings import MemorySettings
from vision.runtime.memory.sight import planned

UNUSUAL = 3.0
"""Standard deviations from which on a patch is new to a memory; about one in a hundred of a good part is."""
LARGEST = 1.5
"""How large a memory may grow, in sizes that teaching gives it: a verdict takes that much longer at most."""
_SHARE = 1 / 32
"""Of a memory, which one part may add at most: no odd part takes the room of those after it."""
_ARRAYS = tuple(field.name for field in fields(Remembered))


def added(model: MemoryModel, pixels: Pixels, counts: PixelMask | None, name: str) -> tuple[MemoryModel, float]:
    """(the model that knows one more good part, the score which that part had before).

    Args:
        pixels: (H, W) or (H, W, 3) uint8.
        counts: (H, W) bool, False where anomalies do not count and nothing is remembered; None for everywhere.
        name: how people find the image again.
    """
    number = len(model.images)
    grids = model.sight.grids(pixels, counts)
    score = model.score_without(grids, counts, number)
    looks = []
    for look, grid, plan in zip(model.looks, grids, planned(model.sight.settings), strict=True):
        most = int(LARGEST * plan.patches)
        part = _Part(number=number, grid=grid, counts=_per_patch(counts, grid))
        looks.append(part.learned_by(look, most))
    return replace(model, looks=looks, images=[*model.images, name]), score


def removed(model: MemoryModel, number: int) -> MemoryModel:
    """The model without one of its images. Raises `ModelTrouble` when a memory would be empty without it."""
    looks = [Look([_without(memory, number) for memory in look.memories], look.tolerated) for look in model.looks]
    images = [name for index, name in enumerate(model.images) if index != number]
    return replace(model, looks=looks, images=images)


def tolerating(model: MemoryModel, pixels: Pixels, counts: PixelMask | None, region: Region, name: str) -> MemoryModel:
    """The model that puts up with what a region of a picture shows, wherever it looks just like that.

    Args:
        pixels: (H, W) or (H, W, 3) uint8.
        counts: (H, W) bool, False where anomalies do not count; None for everywhere.
        region: in pixels of the picture.
        name: what the place is called when it is to be taken back.
    """
    size, looks = (pixels.shape[0], pixels.shape[1]), []
    for look, grid in zip(model.looks, model.sight.grids(pixels, counts), strict=True):
        patches = grid.touched_by(region, size)
        own = _per_patch(counts, grid)
        told = patches if own is None else patches[own.ravel()[patches]]
        unusual = look.unusual(grid).ravel()[told]
        looks.append(look.tolerating(look.tolerated.with_place(grid.codes[told], unusual, len(model.tolerated))))
    return replace(model, looks=looks, tolerated=[*model.tolerated, name])


def no_longer_tolerating(model: MemoryModel, number: int) -> MemoryModel:
    """The model without one of its tolerated places."""
    looks = [look.tolerating(look.tolerated.without_place(number)) for look in model.looks]
    names = [name for index, name in enumerate(model.tolerated) if index != number]
    return replace(model, looks=looks, tolerated=names)


class OpenMemory:
    """Fulfils `OpenModel` and `Tolerates`."""

    def __init__(self, model: MemoryModel) -> None:
        self._model = model

    @property
    def images(self) -> Sequence[str]:
        return self._model.images

    def judge(self, frame: Frame, counts: PixelMask | None) -> float:
        """See `OpenModel`."""
        return self._model.predict(as_pixels8(frame), counts).score

    def add(self, frame: Frame, counts: PixelMask | None) -> float:
        """See `OpenModel`."""
        name = _new_name(frame_name(frame, len(self.images)), self.images)
        self._model, score = added(self._model, as_pixels8(frame), counts, name)
        return score

    def remove(self, number: int) -> None:
        """See `OpenModel`."""
        self._model = removed(self._model, number)

    @property
    def tolerated(self) -> Sequence[str]:
        return self._model.tolerated

    def tolerate(self, frame: Frame, counts: PixelMask | None, region: Region, name: str) -> None:
        """See `Tolerates`."""
        self._model = tolerating(self._model, as_pixels8(frame), counts, region, name)

    def take_back(self, number: int) -> None:
        """See `Tolerates`."""
        self._model = no_longer_tolerating(self._model, number)

    def content(self) -> bytes:
        return write_model(self._model)


def open_memory(path: Path, settings: BaseModel) -> OpenMemory:
    """Read a model file. Raises `ModelTrouble`."""
    model, _ = read_model(path, MemorySettings.model_validate(settings.model_dump()))
    return OpenMemory(model)


@dataclass(frozen=True, eq=False, kw_only=True)
class _Part:
    """A good part as one look sees it."""

    number: int
    grid: PatchGrid
    counts: PixelMask | None
    """Per patch."""

    def learned_by(self, look: Look, largest: int) -> Look:
        found = zip(look.memories, look.nearest(self.grid.codes), strict=True)
        memories = [self._added_to(memory, nearest, largest) for memory, nearest in found]
        if all(map(is_, memories, look.memories)):
            return look  # a new search takes 20 ms to set up
        return Look(memories, look.tolerated)

    def _added_to(self, memory: Remembered, nearest: Nearest, largest: int) -> Remembered:
        """The memory with those of the part's patches that are new to it, far apart from each other."""
        deviation = (nearest.distance - memory.usual[nearest.index]) / memory.spread[nearest.index]
        new = np.flatnonzero((deviation > UNUSUAL) & (True if self.counts is None else self.counts.ravel()))
        room = min(max(1, int(_SHARE * len(memory.codes))), largest - len(memory.codes))
        if room <= 0 or len(new) == 0:
            return memory
        picks = far_apart(self.grid.codes[new], room, first=int(deviation[new].argmax()), told=lambda _: None)
        return _joined(memory, self._remembered(new[picks], memory))

    def _remembered(self, patches: NDArray[np.intp], memory: Remembered) -> Remembered:
        """No part tells yet how far others lie from these patches; what is usual in the whole memory stands for it."""
        size = len(patches)
        return Remembered(
            codes=self.grid.codes[patches],
            owners=np.full(size, self.number, np.int32),
            places=places(self.grid, patches),
            usual=np.full(size, memory.usual.mean(), np.float32),
            spread=np.full(size, memory.spread.mean(), np.float32),
        )


def _per_patch(counts: PixelMask | None, grid: PatchGrid) -> PixelMask | None:
    return None if counts is None else counted(counts, (grid.rows, grid.columns))


def _joined(memory: Remembered, more: Remembered) -> Remembered:
    return Remembered(**{name: np.concatenate([getattr(memory, name), getattr(more, name)]) for name in _ARRAYS})


def _without(memory: Remembered, number: int) -> Remembered:
    others = memory.owners != number
    if not others.any():
        raise ModelTrouble(
            "Nothing would be remembered without this image.",
            "It stays in the model.",
            "Add other good parts first, or teach the recipe again.",
        )
    kept = {name: getattr(memory, name)[others] for name in _ARRAYS}
    return Remembered(**kept | {"owners": kept["owners"] - (kept["owners"] > number).astype(np.int32)})


def _new_name(name: str, taken: Sequence[str]) -> str:
    """Frames of one camera are all called by it; numbered, each can be found again."""
    numbered = (f"{name} ({number})" for number in count(2))
    return next(new for new in chain([name], numbered) if new not in taken)
