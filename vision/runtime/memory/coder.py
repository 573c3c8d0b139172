"""From pixels to patch codes: resize, even light, the quantised backbone."""

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.detectors.threads import usable_threads
from vision.images import shrunk
from vision.recipe import Region
from vision.runtime.memory.crew import is_member
from vision.runtime.session import Session, unusable

EMBEDDED_FILE = Path(__file__).resolve().parents[3] / "assets" / "backbone" / "embedded.onnx"
FEATURES = 192
"""Of a patch: 64 of stride 8 and 128 of stride 16."""
LARGEST_CODE = 127
"""Codes have 7 bits: products of two of them add up in pairs without overflow on CPUs that lack VNNI."""
PATCH_PX = 8
"""Side of the square in the resized picture that one patch stands for; each sees about 100 px around it."""
STRIDE_PX = 16
"""A picture's sides are multiples of it."""
BEYOND_PX = 16
"""Of mean colour, seen below and to the right of a picture. The network's strides place patches 2 and 6 px up and to the
left of what they see: without it a line 3 px wide at the right border scored 2.6 where one at the left scored 16 (good
parts up to 3.4); with it 13. It cost no set more than a teaching's spread (four teachings: flange 0.924 to 0.920 image AUROC,
magnetic tile 0.916, boards 0.783 to 0.763)."""
_MEAN_COLOUR = (124, 116, 104)
"""Of ImageNet: 0 for the network, once normalised."""

Pixels = NDArray[np.uint8]
Codes = NDArray[np.uint8]


@dataclass(frozen=True, eq=False, kw_only=True)
class PatchGrid:
    """The codes of one picture."""

    codes: Codes
    """(rows * columns, FEATURES) uint8, at most LARGEST_CODE, row by row."""
    rows: int
    columns: int

    def touched_by(self, region: Region, size: tuple[int, int]) -> NDArray[np.intp]:
        """Numbers of the patches that a region of a (height, width) frame touches, at least one."""
        rows = _touched(region.y, region.height, size[0], self.rows)
        columns = _touched(region.x, region.width, size[1], self.columns)
        return np.asarray((rows[:, None] * self.columns + columns).ravel(), np.intp)


def _touched(start_px: int, length_px: int, side_px: int, patches: int) -> NDArray[np.intp]:
    """Numbers of the patches along one side that a stretch of it touches."""
    first = min(patches - 1, start_px * patches // side_px)
    last = min(patches, -(-(start_px + length_px) * patches // side_px))
    return np.arange(first, max(first + 1, last))


class Coder:
    """The backbone's quantised graph."""

    def __init__(self, graph: bytes, beyond_px: int = 0) -> None:
        """Raises `ModelTrouble` for a graph that cannot be used.

        Args:
            beyond_px: 0 or `BEYOND_PX`.
        """
        self.graph, self.beyond_px = graph, beyond_px
        self._by_all = Session(graph)
        self._alone = self._by_all if usable_threads() == 1 else Session(graph, threads=1)
        self._square_px = _square_px(self._by_all)

    def codes(self, picture: Pixels) -> PatchGrid:
        """Codes of an (H, W) or (H, W, 3) uint8 picture whose sides are multiples of 16."""
        session = self._alone if is_member() else self._by_all
        seen = squares_of(framed(picture, self._square_px, self.beyond_px), self._square_px)
        codes = self.inside(np.asarray(session.run(squares=seen[None]), np.uint8), picture)
        rows, columns = picture.shape[0] // PATCH_PX, picture.shape[1] // PATCH_PX
        return PatchGrid(codes=np.minimum(codes, np.uint8(LARGEST_CODE), out=codes), rows=rows, columns=columns)

    def inside(self, codes: NDArray[Any], picture: Pixels) -> NDArray[Any]:
        """Of (patches, FEATURES) codes of all that was seen, those of the picture."""
        height, width = picture.shape[:2]
        whole = codes.reshape((height + self.beyond_px) // PATCH_PX, (width + self.beyond_px) // PATCH_PX, FEATURES)
        return whole[: height // PATCH_PX, : width // PATCH_PX].reshape(-1, FEATURES)


def _square_px(session: Session) -> int:
    """Side of the squares in which a graph wants its picture. Raises `ModelTrouble` for a graph of something else."""
    shape = session.inputs.get("squares", (None,))
    side_px = math.isqrt((shape[-1] or 0) // 3)
    if side_px not in (2, 4):
        raise unusable(f"inputs {dict(session.inputs)}")
    return side_px


def framed(picture: Pixels, square_px: int, beyond_px: int = 0) -> Pixels:
    """(H + beyond + square, W + beyond + square, 3) RGB of an (H, W) or (H, W, 3) picture.

    The border in the mean colour is the first convolution's zero padding.
    """
    rgb = picture if picture.ndim == 3 else cv2.cvtColor(picture, cv2.COLOR_GRAY2RGB)
    px = square_px // 2
    after = px + beyond_px
    return np.asarray(cv2.copyMakeBorder(rgb, px, after, px, after, cv2.BORDER_CONSTANT, value=_MEAN_COLOUR), np.uint8)


def squares_of(picture: Pixels, side_px: int) -> Pixels:
    """(H, W, 3) to (H / side, W / side, 3 * side^2): squares of pixels, row by row."""
    words = picture.reshape(picture.shape[0], -1, 3 * side_px).view(f"i{side_px}")  # OpenCV merges few words sooner
    return np.asarray(cv2.merge([words[row::side_px] for row in range(side_px)])).view(np.uint8)


def resized(pixels: Pixels, long_side_px: int) -> Pixels:
    """Aspect kept, the longer side at `long_side_px`, both sides multiples of 16 and at least 32; without aliasing."""
    scale = long_side_px / max(pixels.shape[:2])
    height, width = (max(2, round(side * scale / STRIDE_PX)) * STRIDE_PX for side in pixels.shape[:2])
    if height * width < pixels.shape[0] * pixels.shape[1]:
        return shrunk(pixels, (width, height))
    return np.asarray(cv2.resize(pixels, (width, height), interpolation=cv2.INTER_LINEAR), np.uint8)
