"""How marked pixels look on the screen: filled in the class's colour, with an outline that any image leaves visible.

Pure functions, numpy in, numpy out. A rectangle of the screen is painted at the screen's own resolution, whatever the
image's: so a stroke costs as much as the rectangle it touches. Lines a pixel thin stay visible when zoomed out.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from app.widgets.viewport import Viewport
from labeling.annotation import PlacedMask
from vision.inspection import PixelMask

Argb = NDArray[np.uint32]

_FILL, _FILL_CHOSEN, _HALO = 0.4, 0.55, 0.7
_RIM = 3
"""Device pixels that an outline reaches beyond what it encloses, and rectangles overlap."""
_ALPHA = 3 if sys.byteorder == "little" else 0
_ROUND = np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (5, 5)), np.uint8)


@dataclass(frozen=True, eq=False, kw_only=True)
class Mark:
    """One defect as it is drawn."""

    mask: PlacedMask
    colour: str
    """`#RRGGBB`."""
    is_chosen: bool = False
    is_proposed: bool = False
    """Not marked yet: outlined only."""


@dataclass(frozen=True, eq=False, kw_only=True)
class LiveStroke:
    """A stroke on its way."""

    pixels: PixelMask
    """(H, W), as large as the image."""
    colour: str
    erases: bool


@dataclass(frozen=True, kw_only=True)
class Rectangle:
    """Of the screen, in logical pixels."""

    left: int
    top: int
    width: int
    height: int


def painted(
    marks: Sequence[Mark], live: LiveStroke | None, view: Viewport, where: Rectangle, ratio: float = 1.0
) -> Argb:
    """(h, w) premultiplied ARGB32 of a rectangle of the screen, in device pixels."""
    grid = _Grid(view, where, ratio)
    layers = [(mark.colour, mark, grid.of(mark.mask)) for mark in marks]
    if live is not None:
        layers = _with_live(layers, live, grid.of(PlacedMask(left=0, top=0, pixels=live.pixels.view())))
    canvas = np.zeros(grid.shape, np.uint32)
    for colour, mark, mask in layers:
        if mask is not None:
            _paint(canvas, mask, colour, mark)
    return canvas[_RIM:-_RIM, _RIM:-_RIM]


Layer = tuple[str, Mark, PixelMask | None]


def _with_live(layers: list[Layer], live: LiveStroke, drawn: PixelMask | None) -> list[Layer]:
    """An eraser takes pixels out of every mark; a brush joins the mark of its colour that it touches."""
    if drawn is None:
        return layers
    if live.erases:
        return [(colour, mark, None if mask is None else mask & ~drawn) for colour, mark, mask in layers]
    for place, (colour, mark, mask) in enumerate(layers):
        if colour == live.colour and mask is not None and (mask & drawn).any():
            return [*layers[:place], (colour, mark, mask | drawn), *layers[place + 1 :]]
    return [*layers, (live.colour, Mark(mask=PlacedMask.of(drawn[:0]), colour=live.colour, is_chosen=True), drawn)]


class _Grid:
    """The device pixels of a rectangle of the screen, with a rim for outlines, over the pixels of the image."""

    def __init__(self, view: Viewport, where: Rectangle, ratio: float) -> None:
        rim = _RIM / ratio
        (x, y), scale = view.to_frame(where.left - rim, where.top - rim), view.scale * ratio
        self.shape = (round(where.height * ratio) + 2 * _RIM, round(where.width * ratio) + 2 * _RIM)
        self._scale = scale
        self._xs, self._ys = x + np.arange(self.shape[1] + 1) / scale, y + np.arange(self.shape[0] + 1) / scale

    def of(self, mask: PlacedMask) -> PixelMask | None:
        """What a mask marks here; None when it lies elsewhere."""
        height, width = mask.pixels.shape
        if not self._meets(mask.left, width, self._xs) or not self._meets(mask.top, height, self._ys):
            return None
        return self._exact(mask) if self._scale >= 1 else self._shrunk(mask)

    @staticmethod
    def _meets(start: int, length: int, places: NDArray[np.float64]) -> bool:
        return length > 0 and start < places[-1] and start + length > places[0]

    def _exact(self, mask: PlacedMask) -> PixelMask:
        """Each device pixel shows the image pixel below its middle."""
        rows, row_there = _below(self._ys, mask.top, mask.pixels.shape[0])
        columns, column_there = _below(self._xs, mask.left, mask.pixels.shape[1])
        found = mask.pixels[rows[:, None], columns[None, :]]
        return np.asarray(found & row_there[:, None] & column_there[None, :], np.bool_)

    def _shrunk(self, mask: PlacedMask) -> PixelMask:
        """Each device pixel shows whether anything below it is marked: running counts, differences at the edges."""
        rows = np.clip(np.floor(self._ys).astype(int) - mask.top, 0, mask.pixels.shape[0])
        columns = np.clip(np.floor(self._xs).astype(int) - mask.left, 0, mask.pixels.shape[1])
        top, left = int(rows[0]), int(columns[0])
        cut = np.ascontiguousarray(mask.pixels[top : rows[-1], left : columns[-1]]).view(np.uint8)
        if not cut.size:
            return np.zeros(self.shape, np.bool_)
        counts = np.asarray(cv2.integral(cut))[rows - top][:, columns - left]
        return np.asarray(np.diff(np.diff(counts, axis=0), axis=1) > 0, np.bool_)


def _below(places: NDArray[np.float64], start: int, length: int) -> tuple[NDArray[np.intp], PixelMask]:
    """The index into a mask below the middle of each device pixel, and whether there is one."""
    middle = np.floor((places[:-1] + places[1:]) / 2).astype(np.intp) - start
    return middle.clip(0, length - 1), (middle >= 0) & (middle < length)


def _paint(canvas: Argb, mask: PixelMask, colour: str, mark: Mark) -> None:
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not len(rows):
        return
    part = (
        slice(max(0, rows[0] - _RIM), rows[-1] + 1 + _RIM),
        slice(max(0, columns[0] - _RIM), columns[-1] + 1 + _RIM),
    )
    filled = mask[part].view(np.uint8)
    wide, inner = np.asarray(cv2.dilate(filled, _ROUND), np.uint8), np.asarray(cv2.erode(filled, _ROUND), np.uint8)
    over = _table(colour, mark)[wide + 2 * filled - inner]
    under = canvas[part]
    canvas[part] = _blended(over, under) if under.any() else over


def _table(colour: str, mark: Mark) -> Argb:
    """What is painted outside, on the halo around, inside, and on the line at the edge."""
    ink = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)], np.float64)
    line = (ink + 255) / 2 if mark.is_chosen else ink
    alpha = 0.0 if mark.is_proposed else _FILL_CHOSEN if mark.is_chosen else _FILL
    return np.array([0, _argb(np.zeros(3), _HALO), _argb(ink, alpha), _argb(line, 1.0)], np.uint32)


def _argb(ink: NDArray[np.float64], alpha: float) -> int:
    red, green, blue = (round(value * alpha) for value in ink)
    return round(255 * alpha) << 24 | red << 16 | green << 8 | blue


def _blended(over: Argb, under: Argb) -> Argb:
    """Two premultiplied pictures, one above the other."""
    upper, lower = (np.ascontiguousarray(one).view(np.uint8).reshape(*one.shape, 4) for one in (over, under))
    share = (255 - upper[..., _ALPHA].astype(np.uint16))[..., None]
    return np.asarray(upper + (lower * share + 127) // 255, np.uint8).view(np.uint32)[..., 0]
