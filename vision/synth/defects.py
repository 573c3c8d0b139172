"""Defects drawn into a part: each a small function of a workpiece, a generator and a strength, in one table.

They change light and coverage of the part at rest, before pose, lens and sensor, so that they look like part of the
metal and not like something painted on the photograph. Lengths are pixels of the standard 1280 x 960 frame. A new kind
is a new `DefectKind`, a function, and a line in `_DRAW`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import cos, hypot, pi, sin

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.synth.flange import (
    BORE_RADIUS,
    CODE_CENTRE,
    FACE_INNER,
    FACE_OUTER,
    HOLE_CHAMFER,
    HOLE_RADIUS,
    HUB_RADIUS,
    OUTER_RADIUS,
    hole_centres,
    pin_centre,
)
from vision.synth.scene import Defect, DefectKind
from vision.synth.texture import Plane, smooth_noise

_TO_LAMP = (-0.67, -0.74)
"""Direction of the main lamp in the frame: slopes that face it are bright."""


@dataclass(eq=False)
class Workpiece:
    """A part at rest while it is being drawn. Planes are (H, W) float32 and are changed in place."""

    light: Plane
    coverage: Plane
    undrilled: Plane
    """Light with machining marks as if no bolt hole had been drilled."""
    undrilled_coverage: Plane
    scale: float

    def pixel(self, x: float, y: float) -> tuple[float, float]:
        """(column, row) in the planes for a place relative to the part's centre."""
        height, width = self.light.shape
        return x * self.scale + (width - 1) / 2, y * self.scale + (height - 1) / 2

    def around(self, x: float, y: float, reach: float) -> "Window":
        """The square window of `reach` around a place, cut off at the frame's border."""
        column, row = self.pixel(x, y)
        height, width = self.light.shape
        reach_px = max(3.0, reach * self.scale)
        rows = slice(max(0, round(row - reach_px)), min(height, round(row + reach_px) + 1))
        columns = slice(max(0, round(column - reach_px)), min(width, round(column + reach_px) + 1))
        row_index, column_index = np.mgrid[rows, columns].astype(np.float32)
        return Window((rows, columns), (column_index - column) / self.scale, (row_index - row) / self.scale)


@dataclass(frozen=True, eq=False)
class Window:
    """A piece of the planes: where it lies, and each pixel's distance from the window's middle in both directions."""

    at: tuple[slice, slice]
    dx: Plane
    dy: Plane


def draw(piece: Workpiece, defect: Defect) -> None:
    """Draw one defect into the workpiece, in place."""
    _DRAW[defect.kind](piece, np.random.default_rng(defect.seed), defect.strength)


def _place(rng: np.random.Generator, margin: float) -> tuple[float, float]:
    """A place on the face or the hub whose distance from every edge, bolt hole and code is at least `margin`, if it can."""
    x = y = 0.0
    keep_out = [*hole_centres(), pin_centre(), CODE_CENTRE]
    for _ in range(60):
        inner, outer = (FACE_INNER, FACE_OUTER) if rng.random() < 0.7 else (BORE_RADIUS + 9, HUB_RADIUS)
        radius = rng.uniform(min(inner + margin, (inner + outer) / 2), max(outer - margin, (inner + outer) / 2))
        angle = rng.uniform(0, 2 * pi)
        x, y = radius * cos(angle), radius * sin(angle)
        clearance = HOLE_RADIUS + HOLE_CHAMFER + margin
        if all(hypot(x - other_x, y - other_y) > clearance for other_x, other_y in keep_out):
            break
    return x, y


def _stroke(piece: Workpiece, points: NDArray[np.float64], width: float) -> Plane:
    """A smooth line through (N, 2) places as (H, W) float32 in 0..1, `width` wide and never thinner than a hair."""
    columns_rows = np.array([piece.pixel(float(x), float(y)) for x, y in points])
    canvas = np.zeros(piece.light.shape, np.uint8)
    shifted = np.round(columns_rows * 16).astype(np.int32).reshape(-1, 1, 2)
    thickness = max(1, int(width * piece.scale))
    cv2.polylines(canvas, [shifted], False, 255, thickness, cv2.LINE_AA, shift=4)
    soft = cv2.GaussianBlur(canvas, (0, 0), max(0.45, 0.4 * width * piece.scale))
    return np.asarray(soft, np.float32) / np.float32(255)


def _shifted(plane: Plane, dx: float, dy: float) -> Plane:
    move = np.array([[1, 0, dx], [0, 1, dy]], np.float32)
    return np.asarray(cv2.warpAffine(plane, move, (plane.shape[1], plane.shape[0])), np.float32)


def _curve(rng: np.random.Generator, start: tuple[float, float], length: float, bend: float) -> NDArray[np.float64]:
    """(N, 2) places along a line that wanders: `bend` is the deviation of its change of heading, in radians."""
    steps = max(8, int(length / 4))
    turns = np.interp(np.linspace(0, 5, steps), np.arange(6), rng.normal(0, 2.2 * bend / steps, 6))
    heading = rng.uniform(0, 2 * pi) + np.cumsum(turns)
    moves = np.stack([np.cos(heading), np.sin(heading)], axis=1) * (length / steps)
    path = np.cumsum(moves, axis=0)
    return np.asarray(path - path[steps // 2] + np.asarray(start), np.float64)


def _scratch(piece: Workpiece, rng: np.random.Generator, strength: float) -> None:
    points = _curve(rng, _place(rng, 20), rng.uniform(80, 240), rng.uniform(0.05, 0.5))
    width = rng.uniform(1.4, 3.2)
    line = _stroke(piece, points, width) * piece.coverage
    # A groove throws light everywhere: it brightens dark metal and dulls a highlight; one flank shines, one is dark.
    flank = 0.8 * width * piece.scale
    relief = _shifted(line, flank * 0.67, flank * 0.74) - _shifted(line, -flank * 0.67, -flank * 0.74)
    piece.light += line * (0.42 - piece.light) * np.float32(0.25 + 0.45 * strength)
    piece.light += relief * np.float32(0.05 + 0.16 * strength) * (piece.light + np.float32(0.15))


def _dent(piece: Workpiece, rng: np.random.Generator, strength: float) -> None:
    radius = rng.uniform(10, 25)
    window = piece.around(*_place(rng, radius + 3), 2.6 * radius)
    angle, squeeze = rng.uniform(0, pi), rng.uniform(0.6, 1.0)
    u = window.dx * cos(angle) + window.dy * sin(angle)
    v = (window.dy * cos(angle) - window.dx * sin(angle)) / squeeze
    bowl = np.exp(-(((u**2 + v**2) / radius**2) ** 1.6))
    rim = np.exp(-(((np.sqrt(u**2 + v**2) - 1.08 * radius) / (0.16 * radius)) ** 2))
    facing = -(window.dx * _TO_LAMP[0] + window.dy * _TO_LAMP[1]) / radius
    change = bowl * (1.25 * facing - 0.18) - 0.35 * rim * facing
    piece.light[window.at] *= np.clip(1.0 + (0.30 + 0.60 * strength) * change, 0.1, 2.2)


def _stain(piece: Workpiece, rng: np.random.Generator, strength: float) -> None:
    radius = rng.uniform(20, 52)
    window = piece.around(*_place(rng, radius * 0.6), 2.0 * radius)
    height, width = window.dx.shape
    wobble = smooth_noise(height, width, max(2.0, 0.8 * radius * piece.scale), rng)
    level = 1.0 - np.sqrt(window.dx**2 + window.dy**2) / radius + 0.22 * wobble
    film = np.clip(level / 0.10, 0, 1)
    border = np.exp(-(((level - 0.08) / 0.07) ** 2))
    patch = piece.light[window.at]
    # Oil fills the grooves: the marks fade and less light comes back; the film is thickest along its border.
    calm = cv2.GaussianBlur(patch, (0, 0), max(0.8, 3.0 * piece.scale))
    wet = (0.45 * patch + 0.55 * calm) * (1.0 - (0.12 + 0.30 * strength) * (0.75 + 0.25 * wobble.clip(-1, 1)))
    wet *= 1.0 - (0.10 + 0.20 * strength) * border
    weight = film * piece.coverage[window.at]
    patch += weight * (wet - patch)


def _chip(piece: Workpiece, rng: np.random.Generator, strength: float) -> None:
    outside = rng.random() < 0.65
    edge_radius, outwards = (OUTER_RADIUS, 1.0) if outside else (BORE_RADIUS, -1.0)
    angle, radius = rng.uniform(0, 2 * pi), rng.uniform(13, 20) + 18 * strength
    centre = edge_radius * cos(angle), edge_radius * sin(angle)
    window = piece.around(*centre, 2.0 * radius)
    height, width = window.dx.shape
    jag = smooth_noise(height, width, max(2.0, 0.5 * radius * piece.scale), rng)
    along = window.dy * cos(angle) - window.dx * sin(angle)
    depth = (window.dx * cos(angle) + window.dy * sin(angle)) * outwards
    distance = np.sqrt((along / 1.5) ** 2 + depth**2) / radius + 0.12 * jag
    broken = np.clip((0.85 - distance) * radius * piece.scale / 1.5 + 0.5, 0, 1)
    gone = np.clip((0.50 - distance) * radius * piece.scale / 1.5 + 0.5, 0, 1)
    grain = smooth_noise(height, width, max(1.0, 1.6 * piece.scale), rng)
    facing = (window.dx * _TO_LAMP[0] + window.dy * _TO_LAMP[1]) / radius
    fracture = np.clip(0.30 + 0.055 * grain + 0.05 * jag - 0.22 * facing, 0.04, 0.9)
    piece.light[window.at] += broken * (fracture - piece.light[window.at])
    piece.coverage[window.at] *= 1.0 - gone


def _pit(piece: Workpiece, rng: np.random.Generator, strength: float) -> None:
    middle_x, middle_y = _place(rng, 24)
    for _ in range(int(rng.integers(2, 7))):
        radius = rng.uniform(2.2, 4.2) + 4.0 * strength * rng.random()
        window = piece.around(middle_x + rng.normal(0, 13), middle_y + rng.normal(0, 13), 3 * radius + 3)
        squeeze = rng.uniform(0.7, 1.4)
        distance = np.sqrt(window.dx**2 * squeeze + window.dy**2 / squeeze)
        hollow = np.clip((radius - distance) / 1.4 + 0.5, 0, 1)
        lip = np.exp(-(((distance - radius - 0.6) / 1.1) ** 2))
        facing = -(window.dx * _TO_LAMP[0] + window.dy * _TO_LAMP[1]) / (distance + 0.5)
        patch = piece.light[window.at]
        patch += hollow * (0.05 + 0.10 * np.clip(facing, 0, 1) - patch) * (0.55 + 0.45 * strength)
        patch *= 1.0 + 0.35 * lip * np.clip(-facing, -0.4, 1)


def _missing_hole(piece: Workpiece, rng: np.random.Generator, strength: float) -> None:
    centres = hole_centres()
    x, y = centres[int(rng.integers(len(centres)))]
    window = piece.around(float(x), float(y), HOLE_RADIUS + HOLE_CHAMFER + 5)
    piece.light[window.at] = piece.undrilled[window.at]
    piece.coverage[window.at] = piece.undrilled_coverage[window.at]
    # The drill has touched: a faint centre mark stays, deeper the stronger the defect.
    mark = np.exp(-(window.dx**2 + window.dy**2) / 9.0)
    piece.light[window.at] *= 1.0 - 0.5 * strength * mark


def _burr(piece: Workpiece, rng: np.random.Generator, strength: float) -> None:
    centres = hole_centres()
    x, y = centres[int(rng.integers(len(centres)))]
    window = piece.around(float(x), float(y), HOLE_RADIUS + HOLE_CHAMFER + 8)
    angle = np.arctan2(window.dy, window.dx)
    middle, half = rng.uniform(-pi, pi), rng.uniform(0.6, 1.4)
    apart = np.abs((angle - middle + pi) % (2 * pi) - pi) / half
    teeth = np.interp(angle, np.linspace(-pi, pi, 60), rng.random(60)).astype(np.float32)
    height = np.clip(1 - apart**2, 0, 1) * (6.0 + 11.0 * strength) * (0.35 + 0.65 * teeth)
    inward = HOLE_RADIUS + 2.0 - np.sqrt(window.dx**2 + window.dy**2)
    sliver = np.clip(inward / 1.2 + 0.5, 0, 1) * np.clip((height - inward) / 1.2 + 0.5, 0, 1) * (height > 0.4)
    shine = 0.22 + 0.60 * teeth + 0.15 * np.cos(angle - 0.8)
    piece.light[window.at] += sliver * (shine - piece.light[window.at])
    piece.coverage[window.at] = np.maximum(piece.coverage[window.at], sliver)


def _fibre(piece: Workpiece, rng: np.random.Generator, strength: float) -> None:
    points = _curve(rng, _place(rng, 14), rng.uniform(60, 170), rng.uniform(1.2, 2.6))
    thread = _stroke(piece, points, rng.uniform(1.3, 2.6))
    lifted = rng.uniform(2.0, 4.5) * piece.scale
    shadow = cv2.GaussianBlur(_shifted(thread, lifted, lifted * 1.1), (0, 0), max(0.6, 1.4 * piece.scale))
    piece.light *= 1.0 - np.float32(0.15 + 0.30 * strength) * shadow
    shade = np.float32(0.07 if rng.random() < 0.6 else 0.85)
    piece.light += thread * (shade - piece.light) * np.float32(0.45 + 0.5 * strength)


_DRAW: dict[DefectKind, Callable[[Workpiece, np.random.Generator, float], None]] = {
    DefectKind.SCRATCH: _scratch,
    DefectKind.DENT: _dent,
    DefectKind.STAIN: _stain,
    DefectKind.CHIP: _chip,
    DefectKind.PIT: _pit,
    DefectKind.MISSING_HOLE: _missing_hole,
    DefectKind.BURR: _burr,
    DefectKind.FIBRE: _fibre,
}
