"""The part: a turned flange with a hub, a seal groove, a bored centre, six bolt holes and a dot-peened code.

Everything that no two parts differ in is computed once per frame size and kept: radiance without machining marks, with
and without bolt holes, coverage, and the shade the part throws on the belt. Lengths are pixels of the standard frame.
"""

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.synth.lighting import Facets, lit
from vision.synth.texture import Plane, belt, turned_marks

BORE_RADIUS = 120.0
HUB_RADIUS = 205.0
FACE_INNER = 262.0
FACE_OUTER = 386.0
OUTER_RADIUS = 398.0
PITCH_RADIUS = 325.0
HOLE_RADIUS = 28.0
HOLE_CHAMFER = 6.0
HOLES = 6
PIN_RADIUS = 9.0
BELT_SPARE_PX = 300

_PROFILE: tuple[tuple[float, float, float], ...] = (
    (0.0, -0.75, 1.0),
    (127.0, -0.75, 1.0),
    (128.5, 0.0, 1.0),
    (203.0, 0.0, 1.0),
    (204.0, 0.72, 1.0),
    (211.0, 0.78, 0.95),
    (212.0, 1.10, 0.35),
    (216.0, 0.90, 0.30),
    (224.0, 0.10, 0.62),
    (228.0, 0.0, 0.80),
    (238.0, 0.0, 0.97),
    (239.0, 0.85, 0.55),
    (243.0, 0.60, 0.38),
    (245.0, 0.0, 0.42),
    (252.0, 0.0, 0.45),
    (254.0, -0.60, 0.55),
    (257.0, -0.80, 1.0),
    (258.5, 0.0, 1.0),
    (388.0, 0.0, 1.0),
    (389.0, 0.62, 1.0),
    (396.0, 0.80, 0.9),
    (400.0, 1.25, 0.4),
    (5000.0, 1.25, 0.4),
)
"""(radius, tilt outwards in radians, share of the light that gets there) from the centre outwards."""

CODE_CENTRE = (0.0, PITCH_RADIUS)
"""Middle of the dot-peened code, between two bolt holes."""
_CODE_DOTS = 14
_CODE_PITCH = 4.6


@dataclass(frozen=True, eq=False)
class FlangeMaps:
    """Planes (H, W) float32 of the part at rest in the middle of the frame, and textures to dress it in."""

    radiance: Plane
    undrilled: Plane
    """Radiance as if no bolt hole had been drilled."""
    coverage: Plane
    """1 on metal, 0 where the belt is seen."""
    undrilled_coverage: Plane
    belt_light: Plane
    """Share of the lamps' light that reaches the belt around, below and through the part."""
    marks: tuple[Plane, ...]
    belt: Plane
    """Larger than the frame by `BELT_SPARE_PX` both ways, so that a moving belt never shows a seam."""


def hole_centres() -> NDArray[np.float64]:
    """(6, 2) centres of the bolt holes relative to the part's centre."""
    angles = np.deg2rad(30.0 + 360.0 / HOLES * np.arange(HOLES) + 30.0)
    return np.stack([PITCH_RADIUS * np.cos(angles), PITCH_RADIUS * np.sin(angles)], axis=1)


def pin_centre() -> tuple[float, float]:
    """Centre of the locating pin's hole, which tells how the part lies."""
    angle = np.deg2rad(-90.0)
    return PITCH_RADIUS * float(np.cos(angle)), PITCH_RADIUS * float(np.sin(angle))


def _grid(width: int, height: int, scale: float) -> tuple[Plane, Plane]:
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    return (x - (width - 1) / 2) / scale, (y - (height - 1) / 2) / scale


def _disc(distance: Plane, radius: float, edge: float) -> Plane:
    return np.asarray(np.clip((radius - distance) / edge + 0.5, 0.0, 1.0), np.float32)


def _turned_body(x: Plane, y: Plane) -> Plane:
    radius = np.sqrt(x**2 + y**2) + np.float32(1e-3)
    radii, tilts, open_shares = np.array(_PROFILE).T
    tilt = np.interp(radius, radii, tilts).astype(np.float32)
    share = np.interp(radius, radii, open_shares).astype(np.float32)
    body = lit(Facets(x, y, x / radius, y / radius, tilt)) * share
    # The hub stands above the face and shades the side turned away from the main lamp.
    behind = np.clip((x * 0.67 + y * 0.74) / radius, 0.0, 1.0)
    shade = np.exp(-np.clip(radius - HUB_RADIUS - 8.0, 0.0, None) / 16.0) * (radius > HUB_RADIUS + 7.0)
    return np.asarray(body * (1.0 - 0.45 * behind * shade), np.float32)


def _drill(radiance: Plane, coverage: Plane, x: Plane, y: Plane, centre: tuple[float, float], radius: float) -> None:
    """Drill one hole with its chamfer into both planes, in place; only the neighbourhood is touched."""
    reach = radius + HOLE_CHAMFER + 4.0
    columns = np.flatnonzero(np.abs(x[0] - centre[0]) < reach)
    rows = np.flatnonzero(np.abs(y[:, 0] - centre[1]) < reach)
    window = (slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1))
    dx, dy = x[window] - np.float32(centre[0]), y[window] - np.float32(centre[1])
    distance = np.sqrt(dx**2 + dy**2) + np.float32(1e-3)
    edge = float(x[0, 1] - x[0, 0])
    tilt = np.full_like(distance, -0.70)
    chamfer = lit(Facets(x[window], y[window], dx / distance, dy / distance, tilt))
    rim = _disc(distance, radius + HOLE_CHAMFER, edge)
    radiance[window] = radiance[window] * (1 - rim) + chamfer * rim
    coverage[window] *= 1 - _disc(distance, radius, edge)


def _peen_code(radiance: Plane, x: Plane, y: Plane) -> None:
    """A square code of dots between two holes: solid along two sides, as readers want it, the rest fixed noise."""
    rng = np.random.default_rng(40)
    dots = rng.random((_CODE_DOTS, _CODE_DOTS)) < 0.5
    dots[:, 0] = dots[-1, :] = True
    dots[0, :] = np.arange(_CODE_DOTS) % 2 == 0
    dots[:, -1] = np.arange(_CODE_DOTS) % 2 == 1
    left = CODE_CENTRE[0] - _CODE_PITCH * (_CODE_DOTS - 1) / 2
    top = CODE_CENTRE[1] - _CODE_PITCH * (_CODE_DOTS - 1) / 2
    for row, column in np.argwhere(dots):
        _peen_dot(radiance, x, y, left + column * _CODE_PITCH, top + row * _CODE_PITCH)


def _peen_dot(radiance: Plane, x: Plane, y: Plane, centre_x: float, centre_y: float) -> None:
    column = int(np.searchsorted(x[0], centre_x))
    row = int(np.searchsorted(y[:, 0], centre_y))
    reach = max(2, round(4.0 / float(x[0, 1] - x[0, 0])))
    window = (slice(row - reach, row + reach + 1), slice(column - reach, column + reach + 1))
    dx, dy = x[window] - np.float32(centre_x), y[window] - np.float32(centre_y)
    bowl = np.exp(-(dx**2 + dy**2) / 1.5**2)
    slope = (dx * 0.6 + dy * 0.7) * bowl
    radiance[window] *= 1.0 - 0.55 * bowl
    radiance[window] += (0.17 * slope).astype(np.float32)


def _belt_light(coverage: Plane, x: Plane, y: Plane, scale: float) -> Plane:
    solid = (np.sqrt(x**2 + y**2) < OUTER_RADIUS).astype(np.float32)
    shift = np.array([[1, 0, 11.0 * scale], [0, 1, 13.0 * scale]], np.float32)
    size = (solid.shape[1], solid.shape[0])
    cast = cv2.GaussianBlur(cv2.warpAffine(solid, shift, size), (0, 0), max(0.6, 13.0 * scale))
    contact = cv2.GaussianBlur(solid, (0, 0), max(0.6, 5.0 * scale))
    through = cv2.GaussianBlur(np.asarray(1.0 - coverage, np.float32), (0, 0), max(0.6, 24.0 * scale))
    inside = 0.22 + 0.75 * np.clip(through - 0.2, 0, 1) * np.clip(0.5 + (x + y) / 240.0, 0, 1.3)
    around = (1.0 - 0.55 * cast) * (1.0 - 0.45 * contact)
    return np.asarray(np.where(solid > 0, inside, around) * _belt_glow(x, y), np.float32)


def _belt_glow(x: Plane, y: Plane) -> Plane:
    """The bars light the belt unevenly."""
    return np.asarray(
        1.0 + 0.30 * np.exp(-((x + 560) ** 2 + (y + 520) ** 2) / 520.0**2) - 0.00012 * (x + y), np.float32
    )


def _halved(plane: Plane, size: tuple[int, int]) -> Plane:
    return np.asarray(cv2.resize(plane, size, interpolation=cv2.INTER_AREA), np.float32)


@lru_cache(maxsize=3)
def flange_maps(width: int, height: int, scale: float) -> FlangeMaps:
    """The planes for one frame size, computed at twice the size so that every edge is smooth; about a second, once."""
    x, y = _grid(2 * width, 2 * height, 2 * scale)
    radius = np.sqrt(x**2 + y**2)
    edge = 0.5 / scale
    undrilled = _turned_body(x, y)
    whole = _disc(radius, OUTER_RADIUS, edge) * (1 - _disc(radius, BORE_RADIUS, edge))
    _drill(undrilled, whole, x, y, pin_centre(), PIN_RADIUS)
    _peen_code(undrilled, x, y)
    radiance, coverage = undrilled.copy(), whole.copy()
    for centre in hole_centres():
        _drill(radiance, coverage, x, y, (float(centre[0]), float(centre[1])), HOLE_RADIUS)
    size = (width, height)
    rngs = [np.random.default_rng([7, index]) for index in range(5)]
    return FlangeMaps(
        radiance=_halved(radiance, size),
        undrilled=_halved(undrilled, size),
        coverage=_halved(coverage, size),
        undrilled_coverage=_halved(whole, size),
        belt_light=_belt_light(_halved(coverage, size), *_grid(width, height, scale), scale),
        marks=tuple(turned_marks(height, width, rng) for rng in rngs[:4]),
        belt=belt(height + BELT_SPARE_PX, width + BELT_SPARE_PX, scale, rngs[4]),
    )
