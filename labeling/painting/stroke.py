"""Brush and eraser: where a round tip went, as smooth as the hand meant it.

Between two touches the tip follows a quadratic curve from midpoint to midpoint, with the touch between them as its
control point: smooth, never outside the corners that the hand made, and no later touch changes what is drawn already
(with Catmull-Rom splines, refused, the curve overshoots and its last piece changes with the next touch). So every move
gives only its own new piece, at any zoom, on an image of any size.
"""

import math
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from labeling.annotation import PlacedMask
from labeling.painting.masks import joined, nothing

_SMALLEST_RADIUS_PX = math.sqrt(0.5) + 1e-4
"""A tip of this size always covers the centre of a pixel, and seldom more than one."""
_FLATNESS_PX = 0.1
_FLATNESS_SHARE = 0.005
"""Of the radius: wide tips may leave the curve a little farther, so that they follow the hand as well."""
_MOST_LINES = 64


@dataclass(frozen=True, kw_only=True)
class Touch:
    """Where the pointer was, in pixels of the image: (0.5, 0.5) is the centre of the first pixel."""

    x: float
    y: float
    pressure: float = 1.0
    """0 to 1, as pens tell it: how much of the radius is drawn. 1 for a mouse or a finger."""


class Stroke:
    """One stroke, from pointer down to pointer up."""

    def __init__(self, radius_px: float, *, width: int, height: int) -> None:
        """`width` and `height` are the image's: nothing is drawn outside."""
        self._radius_px = radius_px
        self._width, self._height = width, height
        self._touches: list[_Dot] = []
        self._pieces: list[PlacedMask] = []

    def move(self, touch: Touch) -> PlacedMask:
        """The piece that this touch adds. A touch that is no place (NaN, infinite) adds nothing, as some pens send it."""
        if not all(map(math.isfinite, (touch.x, touch.y, touch.pressure))):
            return nothing()
        dot = _Dot(touch.x, touch.y, max(_SMALLEST_RADIUS_PX, self._radius_px * min(max(touch.pressure, 0.0), 1.0)))
        self._touches = [*self._touches[-2:], dot]
        return self._draw(_newest_path(self._touches))

    def end(self) -> PlacedMask:
        """The whole stroke, up to the last touch."""
        if len(self._touches) > 1:
            before, last = self._touches[-2:]
            self._draw([before.between(last, 0.5), last])
        self._pieces = [joined(*self._pieces)]
        return self._pieces[0]

    def _draw(self, path: "list[_Dot]") -> PlacedMask:
        piece = joined(*(_line(start, end, self._width, self._height) for start, end in pairwise(path)))
        self._pieces.append(piece)
        return piece


def stroke_mask(touches: list[Touch], radius_px: float, *, width: int, height: int) -> PlacedMask:
    """A finished stroke in one call."""
    stroke = Stroke(radius_px, width=width, height=height)
    for touch in touches:
        stroke.move(touch)
    return stroke.end()


@dataclass(frozen=True)
class _Dot:
    x: float
    y: float
    radius: float

    def between(self, other: "_Dot", share: float) -> "_Dot":
        """The dot that lies `share` of the way to another."""
        return _Dot(
            self.x + share * (other.x - self.x),
            self.y + share * (other.y - self.y),
            self.radius + share * (other.radius - self.radius),
        )


def _newest_path(touches: list[_Dot]) -> list[_Dot]:
    """What the last touch makes certain: up to the middle between it and the one before."""
    if len(touches) == 1:
        return [touches[0], touches[0]]
    if len(touches) == 2:
        return [touches[0], touches[0].between(touches[1], 0.5)]
    return _curve(touches[0].between(touches[1], 0.5), touches[1], touches[1].between(touches[2], 0.5))


def _curve(start: _Dot, control: _Dot, end: _Dot) -> list[_Dot]:
    """A quadratic Bezier curve as lines that keep to it as closely as anybody sees."""
    bend = math.hypot(start.x - 2 * control.x + end.x, start.y - 2 * control.y + end.y) / 4
    lines = min(_MOST_LINES, max(1, math.ceil(math.sqrt(bend / max(_FLATNESS_PX, _FLATNESS_SHARE * control.radius)))))
    shares = [number / lines for number in range(lines + 1)]
    return [start.between(control, share).between(control.between(end, share), share) for share in shares]


def _line(start: _Dot, end: _Dot, width: int, height: int) -> PlacedMask:
    """What a tip covers on a straight way: pixels whose centre is no farther away than its radius."""
    left = max(0, math.floor(min(start.x - start.radius, end.x - end.radius)))
    top = max(0, math.floor(min(start.y - start.radius, end.y - end.radius)))
    right = min(width, math.ceil(max(start.x + start.radius, end.x + end.radius)))
    bottom = min(height, math.ceil(max(start.y + start.radius, end.y + end.radius)))
    if right <= left or bottom <= top:
        return nothing()
    across = (np.arange(left, right) + (0.5 - start.x)).astype(np.float32)[None, :]
    down = (np.arange(top, bottom) + (0.5 - start.y)).astype(np.float32)[:, None]
    dx, dy = np.float32(end.x - start.x), np.float32(end.y - start.y)
    length = dx * dx + dy * dy
    share = ((across * dx + down * dy) / length).clip(0, 1) if length > 0 else np.float32(0)
    reach = np.float32(start.radius) + share * np.float32(end.radius - start.radius)
    return PlacedMask.of((across - share * dx) ** 2 + (down - share * dy) ** 2 <= reach**2, left=left, top=top)
