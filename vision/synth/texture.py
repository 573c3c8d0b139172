"""Textures of metal and belt: pure functions of a size and a generator. (H, W) float32, mean 0, deviation 1."""

import cv2
import numpy as np
from cv2.typing import MatLike
from numpy.typing import NDArray

Plane = NDArray[np.float32]

_TURNED_LAYERS = ((1, 0.55), (5, 0.35), (23, 0.45), (110, 0.5), (420, 0.45))
"""(patches around the circumference, weight): from full rings down to short scratches along the cut."""


def _normalised(plane: MatLike) -> Plane:
    centred = np.asarray(plane, np.float32) - np.float32(plane.mean())
    return np.asarray(centred / max(float(centred.std()), 1e-6), np.float32)


def smooth_noise(height: int, width: int, cell_px: float, rng: np.random.Generator) -> Plane:
    """Noise whose patches are about `cell_px` wide."""
    rows, columns = max(2, round(height / cell_px)), max(2, round(width / cell_px))
    grid = rng.standard_normal((rows, columns)).astype(np.float32)
    return _normalised(cv2.resize(grid, (width, height), interpolation=cv2.INTER_CUBIC))


def _polar_marks(turns: int, rings: int, rng: np.random.Generator) -> Plane:
    total = np.zeros((turns, rings), np.float32)
    for patches, weight in _TURNED_LAYERS:
        grid = rng.standard_normal((patches, rings)).astype(np.float32)
        closed = np.vstack([grid, grid[:1]])  # the circle ends where it began
        total += weight * cv2.resize(closed, (rings, turns), interpolation=cv2.INTER_LINEAR)
    ring = np.arange(rings, dtype=np.float32)
    total += 0.5 * np.sin(2 * np.pi * ring / 5.3 + 0.6 * np.sin(ring / 37.0))  # the feed of the tool
    slow = cv2.resize(rng.standard_normal((1, max(2, rings // 24))).astype(np.float32), (rings, 1))
    return np.asarray(total + 0.55 * slow, np.float32)


def turned_marks(height: int, width: int, rng: np.random.Generator) -> Plane:
    """Concentric machining marks around the centre of the plane."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    x -= width / 2
    y -= height / 2
    radius = np.sqrt(x**2 + y**2)
    rings, turns = int(radius.max()) + 2, 2048
    angle = (np.arctan2(y, x) / (2 * np.pi) % 1.0) * (turns - 1)
    marks = _polar_marks(turns, rings, rng)
    return _normalised(cv2.remap(marks, radius, angle.astype(np.float32), cv2.INTER_LINEAR, borderMode=cv2.BORDER_WRAP))


def belt(height: int, width: int, scale: float, rng: np.random.Generator) -> Plane:
    """A dark woven conveyor belt, slightly out of focus, with grain, wear and lint."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32) / max(scale, 0.35)
    warp = smooth_noise(height, width, 90 * scale, rng) * 0.8
    weave = np.sin(x * 0.62 + warp) * np.sin(y * 0.62 + warp)
    weave += 0.5 * np.sign(np.sin(x * 0.31 + warp)) * np.sin(y * 0.62)
    grain = rng.standard_normal((height, width)).astype(np.float32)
    wear = smooth_noise(height, width, 160 * scale, rng)
    streaks = cv2.resize(rng.standard_normal((height, max(2, width // 200))).astype(np.float32), (width, height))
    lint = (rng.random((height, width)) > 0.99985).astype(np.float32)
    mixed = 0.75 * weave + 0.9 * cv2.GaussianBlur(grain, (0, 0), 0.9) + 0.22 * wear + 0.10 * streaks
    mixed += 40.0 * cv2.GaussianBlur(lint, (0, 0), 1.0 * max(scale, 0.5))
    return _normalised(cv2.GaussianBlur(mixed, (0, 0), 0.9 * max(scale, 0.4)))
