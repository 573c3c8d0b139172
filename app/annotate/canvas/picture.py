"""An image as the canvas needs it: once at every half of its size, so that any zoom resizes only about a screenful."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

import cv2
import numpy as np
from numpy.typing import NDArray

from app.widgets.viewport import Viewport
from vision.images import read_image
from vision.inspection import Frame, as_pixels8

Pixels = NDArray[np.uint8]

_SMALLEST_PX = 512
_EXACT_FROM = 3.0
"""Screen pixels per image pixel from which pixels are shown as squares: who draws there counts them."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Picture:
    """A decoded image."""

    frame: Frame
    levels: tuple[Pixels, ...]
    """(H, W) or (H, W, 3) in RGB order; the first is as large as the image, each further one half of the one before."""

    @classmethod
    def of(cls, frame: Frame) -> Self:
        """With all its levels; takes a moment, best done beside the screen."""
        levels = [as_pixels8(frame)]
        while max(levels[-1].shape[:2]) > 2 * _SMALLEST_PX:
            size = [(side + 1) // 2 for side in levels[-1].shape[1::-1]]
            levels.append(np.asarray(cv2.resize(levels[-1], size, interpolation=cv2.INTER_AREA), np.uint8))
        return cls(frame=frame, levels=tuple(levels))

    @classmethod
    def read(cls, path: Path) -> Self:
        """From a file. Raises `ImageTrouble` when it is gone or cannot be read."""
        pixels, bit_depth = read_image(path)
        return cls.of(Frame(pixels=pixels, bit_depth=bit_depth, source=str(path)))

    @property
    def pixels(self) -> Pixels:
        """The whole image, 8 bits."""
        return self.levels[0]

    @property
    def bytes_held(self) -> int:
        """What it takes in memory."""
        return int(self.frame.pixels.nbytes + sum(level.nbytes for level in self.levels))

    def seen(self, view: Viewport, ratio: float) -> tuple[tuple[float, float], Pixels]:
        """What a viewport shows, in device pixels, and where on the screen its corner lies, in logical ones."""
        x, y, width, height = view.visible()
        scale = view.scale
        size = (max(1, round(width * scale * ratio)), max(1, round(height * scale * ratio)))
        level = self._level(scale * ratio)
        share_x, share_y = level.shape[1] / self.frame.width, level.shape[0] / self.frame.height
        left, top = int(x * share_x), int(y * share_y)
        right, bottom = max(left + 1, round((x + width) * share_x)), max(top + 1, round((y + height) * share_y))
        way = cv2.INTER_AREA if scale * ratio < 1 else cv2.INTER_NEAREST if scale > _EXACT_FROM else cv2.INTER_LINEAR
        shown = cv2.resize(level[top:bottom, left:right], size, interpolation=way)
        origin = view.origin
        return (origin[0] + x * scale, origin[1] + y * scale), np.asarray(shown, np.uint8)

    def _level(self, scale: float) -> Pixels:
        """The smallest level that is at least as fine as the screen."""
        fine = [level for level in self.levels if level.shape[1] >= scale * self.frame.width * 0.999]
        return fine[-1] if fine else self.levels[0]
