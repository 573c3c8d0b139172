"""What a hand is drawing right now, for each tool that draws. No Qt; places are in pixels of the image."""

import math
from typing import Protocol

import numpy as np

from labeling.annotation import PlacedMask
from labeling.painting import Stroke, Touch, box_mask, nothing, polygon_mask
from vision.inspection import PixelMask

Path = list[tuple[float, float]]


class Sketch(Protocol):
    """From the first touch to a finished mask. Every call may return the mask, which ends the sketch."""

    @property
    def live(self) -> PixelMask | None:
        """(H, W) what is painted so far; None when only lines are drawn."""

    @property
    def path(self) -> Path:
        """Lines to be shown, closed by the one who shows them."""

    def press(self, touch: Touch, reach_px: float) -> PlacedMask | None:
        """The pointer went down; what is nearer than `reach_px` counts as hit."""

    def move(self, touch: Touch, *, is_down: bool) -> PlacedMask:
        """The pointer moved; returns what came to `live`."""

    def release(self) -> PlacedMask | None:
        """The pointer went up."""

    def close(self) -> PlacedMask | None:
        """Double click or Enter."""

    def take_back(self) -> bool:
        """Undo the last corner; False where there is none to undo."""

    def cancel(self) -> None:
        """Forget what was drawn."""


class BrushSketch:
    """Brush and eraser."""

    path: Path = []

    def __init__(self, radius_px: float, width: int, height: int) -> None:
        self._radius_px, self._size = radius_px, (width, height)
        self._stroke: Stroke | None = None
        self._live: PixelMask | None = None

    @property
    def live(self) -> PixelMask | None:
        return self._live

    def press(self, touch: Touch, reach_px: float) -> PlacedMask | None:
        width, height = self._size
        self._stroke = Stroke(self._radius_px, width=width, height=height)
        self._live = np.zeros((height, width), np.bool_)
        return None

    def move(self, touch: Touch, *, is_down: bool) -> PlacedMask:
        if self._stroke is None or self._live is None or not is_down:
            return nothing()
        piece = self._stroke.move(touch)
        rows, columns = piece.pixels.shape
        self._live[piece.top : piece.top + rows, piece.left : piece.left + columns] |= piece.pixels
        return piece

    def release(self) -> PlacedMask | None:
        stroke, self._stroke, self._live = self._stroke, None, None
        return stroke.end() if stroke else None

    def close(self) -> PlacedMask | None:
        return None

    def take_back(self) -> bool:
        return False

    def cancel(self) -> None:
        self._stroke, self._live = None, None


class BoxSketch:
    """From one corner to the opposite one."""

    live: PixelMask | None = None

    def __init__(self, width: int, height: int) -> None:
        self._size = (width, height)
        self._corners: list[Touch] = []

    @property
    def path(self) -> Path:
        if len(self._corners) < 2:
            return []
        (x0, y0), (x1, y1) = ((corner.x, corner.y) for corner in self._corners)
        return [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]

    def press(self, touch: Touch, reach_px: float) -> PlacedMask | None:
        self._corners = [touch]
        return None

    def move(self, touch: Touch, *, is_down: bool) -> PlacedMask:
        if is_down and self._corners:
            self._corners = [self._corners[0], touch]
        return nothing()

    def release(self) -> PlacedMask | None:
        path, self._corners = self.path, []
        width, height = self._size
        return box_mask(*path[0], *path[2], width=width, height=height) if path else None

    def close(self) -> PlacedMask | None:
        return None

    def take_back(self) -> bool:
        return False

    def cancel(self) -> None:
        self._corners = []


class PolygonSketch:
    """A corner with every press; the first corner, a double click or Enter closes it."""

    live: PixelMask | None = None

    def __init__(self, width: int, height: int) -> None:
        self._size = (width, height)
        self._corners: Path = []
        self._next: tuple[float, float] | None = None

    @property
    def path(self) -> Path:
        return [*self._corners, self._next] if self._corners and self._next else list(self._corners)

    def press(self, touch: Touch, reach_px: float) -> PlacedMask | None:
        at = (touch.x, touch.y)
        if len(self._corners) >= 3 and math.dist(at, self._corners[0]) <= reach_px:
            return self.close()
        if not self._corners or math.dist(at, self._corners[-1]) > 0:
            self._corners.append(at)
        return None

    def move(self, touch: Touch, *, is_down: bool) -> PlacedMask:
        self._next = (touch.x, touch.y)
        return nothing()

    def release(self) -> PlacedMask | None:
        return None

    def close(self) -> PlacedMask | None:
        if len(self._corners) < 3:
            return None
        corners, (width, height) = self._corners, self._size
        self.cancel()
        return polygon_mask(corners, width=width, height=height)

    def take_back(self) -> bool:
        is_open = bool(self._corners)
        self._corners = self._corners[:-1]
        return is_open

    def cancel(self) -> None:
        self._corners, self._next = [], None
