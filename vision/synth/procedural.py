"""Procedural pictures: noise, strokes and shapes with many scales of structure, no camera and no licence attached.

They widen the diet of the embedded backbone beyond photographs. Pure functions: size and generator in, picture out.
"""

from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
Canvas = NDArray[np.float32]


def octave_noise(size: int, rng: np.random.Generator, *, stretch: float = 1.0) -> Canvas:
    """(size, size) float32 in 0..1: noise summed over octaves; `stretch` > 1 draws it out along x (brushed metal)."""
    total = np.zeros((size, size), np.float32)
    persistence = rng.uniform(0.4, 0.8)
    for octave in range(1, 8):
        cells = 2**octave
        grid = rng.standard_normal((cells, max(2, int(cells / stretch)))).astype(np.float32)
        total += persistence**octave * cv2.resize(grid, (size, size), interpolation=cv2.INTER_CUBIC)
    return np.asarray((total - total.min()) / max(float(np.ptp(total)), 1e-6), np.float32)


def _random_shape(canvas: Canvas, rng: np.random.Generator) -> None:
    size = canvas.shape[0]
    shade = [float(v) for v in rng.uniform(0, 1, 3)]
    a, b = (tuple(int(v) for v in rng.integers(0, size, 2)) for _ in range(2))
    thickness = int(rng.choice([-1, 1, 2, 3, 6]))
    kind = rng.integers(4)
    if kind == 0:
        cv2.line(canvas, a, b, shade, max(1, thickness), cv2.LINE_AA)
    elif kind == 1:
        cv2.circle(canvas, a, int(rng.integers(2, size // 4)), shade, thickness, cv2.LINE_AA)
    elif kind == 2:
        cv2.rectangle(canvas, a, b, shade, thickness, cv2.LINE_AA)
    else:
        cv2.fillPoly(canvas, [rng.integers(0, size, (int(rng.integers(3, 7)), 2)).astype(np.int32)], shade, cv2.LINE_AA)


def _cloud(size: int, rng: np.random.Generator) -> Canvas:
    return np.stack([octave_noise(size, rng)] * 3, axis=2)


def _brushed(size: int, rng: np.random.Generator) -> Canvas:
    grey = octave_noise(size, rng, stretch=float(rng.uniform(4, 40)))
    return np.stack([grey] * 3, axis=2)


def _grating(size: int, rng: np.random.Generator) -> Canvas:
    y, x = np.mgrid[0:size, 0:size].astype(np.float32) / size
    angle, waves = rng.uniform(0, np.pi), rng.uniform(2, 60)
    wave = 0.5 + 0.5 * np.sin(2 * np.pi * waves * (x * np.cos(angle) + y * np.sin(angle)))
    return np.stack([(wave > rng.uniform(0.3, 0.7)) if rng.random() < 0.5 else wave] * 3, axis=2).astype(np.float32)


def _grains(size: int, rng: np.random.Generator) -> Canvas:
    seeds = rng.uniform(0, size, (int(rng.integers(20, 400)), 2)).astype(np.float32)
    mask = np.full((size, size), 255, np.uint8)
    points = np.clip(seeds, 0, size - 1).astype(int)
    mask[points[:, 1], points[:, 0]] = 0
    _, labels = cv2.distanceTransformWithLabels(mask, cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL)
    shades = rng.uniform(0, 1, (int(labels.max()) + 1, 3)).astype(np.float32)
    return np.asarray(shades[labels], np.float32)


_GROUNDS: tuple[Callable[[int, np.random.Generator], Canvas], ...] = (_cloud, _brushed, _grating, _grains)


def procedural_picture(size: int, rng: np.random.Generator) -> Picture:
    """One (size, size, 3) uint8 RGB picture: a textured ground, tinted, with fewer than 40 shapes and some blur and noise."""
    canvas = np.ascontiguousarray(_GROUNDS[rng.integers(len(_GROUNDS))](size, rng))
    canvas *= rng.uniform(0.5, 1.0, 3).astype(np.float32) if rng.random() < 0.7 else rng.uniform(0.3, 1.0)
    for _ in range(int(rng.integers(0, 40))):
        _random_shape(canvas, rng)
    if rng.random() < 0.5:
        canvas = np.asarray(cv2.GaussianBlur(canvas, (0, 0), float(rng.uniform(0.5, 2.0))), np.float32)
    noisy = canvas + rng.normal(0, rng.uniform(0, 0.06), canvas.shape)
    return (np.clip(noisy, 0, 1) * 255).astype(np.uint8)


def procedural_texture(size: int, rng: np.random.Generator) -> Picture:
    """One (size, size, 3) uint8 RGB picture of a ground alone, often flat, tinted, blurred and noisy: an even surface."""
    dark = rng.uniform(0.1, 0.6)
    canvas = dark + _GROUNDS[rng.integers(len(_GROUNDS))](size, rng) * np.float32(rng.uniform(0.1, 1 - dark))
    if rng.random() < 0.5:
        canvas = canvas * rng.uniform(0.6, 1.0, 3)
    if rng.random() < 0.7:
        canvas = np.asarray(cv2.GaussianBlur(canvas, (0, 0), rng.uniform(0.5, 2.5)))
    noisy = canvas + rng.normal(0, rng.uniform(0, 0.04), canvas.shape)
    return (np.clip(noisy, 0, 1) * 255).astype(np.uint8)
