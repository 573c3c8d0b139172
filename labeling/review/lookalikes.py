"""Past defects that look like a place: the embedded backbone's codes of the cutting, their mean and their highest.

One backbone for all recipes, the one that comes with Loupe: what was decided under an older recipe stays comparable.
"""

import hashlib
from collections.abc import Sequence
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from labeling.records.reviews import SeenDefect
from vision.inspection import Frame, as_pixels8
from vision.runtime.memory.coder import EMBEDDED_FILE, Coder, resized

SIDE_PX = 160
"""Cuttings are looked at in this size."""
PICTURE_PX = 168

Codes = NDArray[np.float32]


def summary(codes: NDArray[np.uint8]) -> Codes:
    """(N, F) patch codes as one vector of 2 F numbers and length 1: their mean and their maximum."""
    both = np.concatenate([codes.mean(axis=0), codes.max(axis=0)]).astype(np.float32)
    length = float(np.linalg.norm(both))
    return both / np.float32(length) if length else both


def nearest(wanted: Codes, known: Sequence[SeenDefect], count: int) -> list[SeenDefect]:
    """The most similar ones, most similar first, by the angle between summaries."""
    if not known:
        return []
    likeness = np.stack([one.codes for one in known]) @ wanted
    return [known[index] for index in np.argsort(-likeness, kind="stable")[:count]]


class PlaceCoder:
    """Makes the codes of a cutting. Not thread-safe; loaded when it is first asked."""

    @property
    def name(self) -> str:
        """Names the backbone and what is made of its codes."""
        return _loaded()[0]

    def codes(self, cutting: Frame) -> Codes:
        """The summary of one cutting; raises `ModelTrouble` when the backbone cannot be used."""
        return summary(_loaded()[1].codes(resized(as_pixels8(cutting), SIDE_PX)).codes)


def picture_of(cutting: Frame) -> bytes:
    """The cutting as a small PNG."""
    small = cv2.resize(as_pixels8(cutting), (PICTURE_PX, PICTURE_PX), interpolation=cv2.INTER_AREA)
    _, packed = cv2.imencode(".png", small if small.ndim == 2 else cv2.cvtColor(small, cv2.COLOR_RGB2BGR))
    return packed.tobytes()


def picture_from(png: bytes) -> NDArray[np.uint8]:
    """(H, W, 3) uint8 RGB of such a PNG."""
    return np.asarray(cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_COLOR_RGB), np.uint8)


@lru_cache(maxsize=1)
def _loaded() -> tuple[str, Coder]:
    graph = EMBEDDED_FILE.read_bytes()
    return f"mean-max:{SIDE_PX}:{hashlib.sha256(graph).hexdigest()[:16]}", Coder(graph)
