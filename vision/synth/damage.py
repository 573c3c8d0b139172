"""Damage to any picture: lines, blobs, stains, foreign and displaced surface, without a scene or a camera.

`vision.synth.defects` renders defects on the virtual part, with light and exact masks; these only widen what the embedded
backbone has seen. Pure functions: picture and generator in, picture out.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import cv2
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
Canvas = NDArray[np.float32]
"""Of a picture (n, n, 3) in 0..1, of a mask (n, n, 1) in 0..1."""


@dataclass(frozen=True, eq=False, kw_only=True)
class _Place:
    """Where something is to happen."""

    picture: Canvas
    foreign: Canvas
    mask: Canvas


@dataclass(frozen=True, kw_only=True)
class _Kind:
    often: float
    """Share of all damage."""
    mask: Callable[[int, np.random.Generator], Canvas]
    """From the side of the picture in pixels."""
    over: Callable[[_Place, np.random.Generator], NDArray[np.floating]]
    """What the surface looks like where the mask is 1."""


def damaged(picture: Picture, foreign: Picture, rng: np.random.Generator) -> Picture:
    """A square (n, n, 3) uint8 picture with one more damage of a random kind.

    Args:
        foreign: another picture of the same shape, for surfaces that do not belong there.
    """
    kind = _KINDS[rng.choice(len(_KINDS), p=[kind.often for kind in _KINDS])]
    whole, other = (np.asarray(one / np.float32(255), np.float32) for one in (picture, foreign))
    place = _Place(picture=whole, foreign=other, mask=kind.mask(len(picture), rng))
    found = whole * (1 - place.mask) + kind.over(place, rng) * place.mask
    return np.asarray((found.clip(0, 1) * 255).astype(np.uint8))


def _between(low: float, high: float, rng: np.random.Generator) -> float:
    """Small values as often as large ones."""
    return float(np.exp(rng.uniform(np.log(low), np.log(high))))


def _softened(mask: Canvas, sigma: float) -> Canvas:
    return np.asarray(cv2.GaussianBlur(mask, (0, 0), sigma), np.float32)[:, :, None]


def _line_mask(size: int, rng: np.random.Generator) -> Canvas:
    """A walk that keeps, changes or loses its direction: a scratch or a crack."""
    mask = np.zeros((size, size), np.float32)
    for _ in range(rng.integers(1, 4) if rng.random() < 0.3 else 1):
        step_px, wobble = rng.uniform(2, 7), rng.choice([0.03, 0.25, 0.6])
        steps = max(2, int(rng.uniform(12, 130) / step_px))
        angles = rng.uniform(0, 2 * np.pi) + np.cumsum(rng.normal(rng.normal(0, 0.02), wobble, steps))
        walk = np.cumsum(step_px * np.stack([np.cos(angles), np.sin(angles)], axis=1), axis=0)
        points = rng.uniform(0.05 * size, 0.95 * size, 2) + walk
        width = max(1, round(rng.uniform(0.8, 3.2)))
        cv2.polylines(mask, [np.round(points * 16).astype(np.int32)], False, 1.0, width, cv2.LINE_8, 4)
    soft = _softened(mask, rng.uniform(0.4, 0.9))
    return np.asarray(soft / max(float(soft.max()), 1e-6), np.float32)


def _ellipse_mask(low_px: float, high_px: float, size: int, rng: np.random.Generator) -> Canvas:
    mask = np.zeros((size, size), np.float32)
    radius = _between(low_px, high_px, rng)
    axes = max(1, int(radius)), max(1, int(radius * rng.uniform(0.35, 1)))
    centre = tuple(int(v) for v in rng.integers(4, size - 4, 2))
    cv2.ellipse(mask, centre, axes, rng.uniform(0, 180), 0, 360, 1.0, -1)
    return _softened(mask, rng.uniform(0.4, max(0.5, radius / 5)))


def _stain_mask(low_px: float, high_px: float, size: int, rng: np.random.Generator) -> Canvas:
    """An ellipse with a ragged edge."""
    mask = _ellipse_mask(low_px, high_px, size, rng)[:, :, 0]
    coarse = rng.standard_normal((size // 8, size // 8)).astype(np.float32)
    rough = cv2.resize(coarse, (size, size), interpolation=cv2.INTER_CUBIC)
    inside = (mask + 0.45 * rough * (mask > 0.02)) > 0.5
    return _softened(inside.astype(np.float32), rng.uniform(0.4, 2.5))


def _dots_mask(size: int, rng: np.random.Generator) -> Canvas:
    mask = np.zeros((size, size), np.float32)
    middle = rng.uniform(0.1 * size, 0.9 * size, 2)
    for x, y in rng.normal(middle, 12, (int(rng.integers(1, 7)), 2)):
        cv2.circle(mask, (int(x), int(y)), int(rng.integers(1, 4)), 1.0, -1, cv2.LINE_AA)
    return _softened(mask, rng.uniform(0.4, 0.8))


def _shade(low: float, high: float, place: _Place, rng: np.random.Generator) -> NDArray[np.floating]:
    """Darker or brighter by a share between `low` and `high`, now and then tinted."""
    share = _between(low, high, rng) * rng.choice([-1, 1])
    tint = 1 + (rng.uniform(-0.5, 0.5, 3) if rng.random() < 0.3 else np.zeros(3))
    if share > 0 and rng.random() < 0.5:
        return np.asarray(place.picture + (1 - place.picture) * share * tint)
    return np.asarray(place.picture * (1 + share * tint) + share * (0.15 if share > 0 else 0.05))


def _foreign_surface(place: _Place, rng: np.random.Generator) -> Canvas:  # noqa: ARG001  # as the others
    return place.foreign


def _surface_from_elsewhere(place: _Place, rng: np.random.Generator) -> Canvas:
    size = len(place.picture)
    down, across = (int(v) for v in rng.integers(size // 4, 3 * size // 4, 2))
    return np.roll(np.rot90(place.picture, int(rng.integers(0, 4))), (down, across), (0, 1))


def _wear(place: _Place, rng: np.random.Generator) -> NDArray[np.floating]:
    """Rubbed smooth or made rough."""
    if rng.random() < 0.6:
        return np.asarray(cv2.GaussianBlur(place.picture, (0, 0), rng.uniform(1.5, 6)), np.float32)
    return np.asarray(place.picture + rng.normal(0, rng.uniform(0.03, 0.15), (*place.picture.shape[:2], 1)))


def _dent(place: _Place, rng: np.random.Generator) -> Canvas:
    """Pushed sideways by up to 8 px."""
    size = len(place.picture)
    y, x = np.mgrid[:size, :size].astype(np.float32)
    dx, dy = (np.float32(v) * place.mask[:, :, 0] for v in rng.uniform(-8, 8, 2))
    moved = cv2.remap(place.picture, x + dx, y + dy, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101)
    return np.asarray(moved, np.float32)


_KINDS = (
    _Kind(often=0.26, mask=_line_mask, over=partial(_shade, 0.08, 0.8)),
    _Kind(often=0.12, mask=partial(_ellipse_mask, 2, 28), over=partial(_shade, 0.06, 0.8)),
    _Kind(often=0.14, mask=partial(_stain_mask, 5, 45), over=partial(_shade, 0.05, 0.5)),
    _Kind(often=0.06, mask=partial(_stain_mask, 3, 30), over=_foreign_surface),
    _Kind(often=0.06, mask=partial(_ellipse_mask, 3, 30), over=_foreign_surface),
    _Kind(often=0.12, mask=partial(_stain_mask, 5, 30), over=_surface_from_elsewhere),
    _Kind(often=0.08, mask=_dots_mask, over=partial(_shade, 0.15, 0.9)),
    _Kind(often=0.08, mask=partial(_ellipse_mask, 5, 30), over=_wear),
    _Kind(often=0.08, mask=partial(_ellipse_mask, 6, 26), over=_dent),
)
