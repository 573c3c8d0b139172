"""What a person marked on one image."""

import uuid
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Self

import numpy as np

from vision.inspection import PixelMask


@dataclass(frozen=True, eq=False, kw_only=True)
class PlacedMask:
    """A pixel mask that holds only the rectangle it needs: what is marked is small, images are not."""

    left: int
    top: int
    pixels: PixelMask
    """(h, w) bool, not writable; its corner lies at (left, top) of the image. (0, 0) when nothing is marked."""

    def __post_init__(self) -> None:
        self.pixels.flags.writeable = False

    @classmethod
    def of(cls, whole: PixelMask, *, left: int = 0, top: int = 0) -> Self:
        """What an (H, W) bool mask holds, cut to its marked rectangle; `left` and `top` say where the mask lies."""
        rows, columns = np.flatnonzero(whole.any(axis=1)), np.flatnonzero(whole.any(axis=0))
        if not len(rows):
            return cls(left=0, top=0, pixels=np.zeros((0, 0), np.bool_))
        inside = whole[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
        return cls(left=left + int(columns[0]), top=top + int(rows[0]), pixels=inside.astype(np.bool_, copy=True))

    def on(self, height: int, width: int) -> PixelMask:
        """(height, width) bool; what lies outside is left out."""
        whole = np.zeros((height, width), np.bool_)
        top, left = max(self.top, 0), max(self.left, 0)
        part = self.pixels[top - self.top : max(0, height - self.top), left - self.left : max(0, width - self.left)]
        whole[top : top + part.shape[0], left : left + part.shape[1]] = part
        return whole

    @property
    def area_px(self) -> int:
        return int(np.count_nonzero(self.pixels))

    def __eq__(self, other: object) -> bool:
        """The same pixels of the image."""
        if not isinstance(other, PlacedMask):
            return NotImplemented
        return (self.left, self.top) == (other.left, other.top) and np.array_equal(self.pixels, other.pixels)

    def __hash__(self) -> int:
        return hash((self.left, self.top, self.pixels.shape, self.pixels.tobytes()))


def new_defect_id() -> str:
    """An id that no other defect has."""
    return uuid.uuid4().hex


@dataclass(frozen=True, kw_only=True)
class Defect:
    """One flaw, marked on an image. Flaws may overlap; on a mask that can show one class only, the later one shows."""

    class_id: str
    """The defect class's id in the catalog: it stays when the class is renamed."""
    mask: PlacedMask
    id: str = field(default_factory=new_defect_id)
    """Stays through every edit."""


class LabelState(StrEnum):
    """How far the labelling of an image is."""

    OPEN = "open"
    DONE = "done"
    """A person has looked: without a defect, the image shows a good part."""


@dataclass(frozen=True, kw_only=True)
class Annotation:
    """Everything that is marked on one image."""

    width: int
    height: int
    defects: tuple[Defect, ...] = ()
    tags: frozenset[str] = frozenset()
    """Words about the whole image."""
    state: LabelState = LabelState.OPEN


@dataclass(frozen=True, kw_only=True)
class AnnotationVersion:
    """An annotation as it was saved. Versions are never changed or removed; restoring one saves it again."""

    annotation: Annotation
    number: int
    """From 1, for each image."""
    author: str
    time: datetime
    """Aware, UTC."""
    tool: str
    """What made the change, as a person would say it: "brush, crack", "import from COCO", "restored version 3"."""
