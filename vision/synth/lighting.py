"""How machined metal answers the lamps.

Turning leaves fine grooves, so the surface is a bundle of tiny facets that spread widely across the groove and hardly
along it (the idea behind Ward's anisotropic reflection, ACM SIGGRAPH 1992). Under a bar light that gives the bright
"bow tie" every turned face shows, and it follows from geometry here instead of being painted.

Lengths are pixels of the standard 1280 x 960 frame, origin at its centre, x to the right, y down; the camera looks
straight down (telecentric lens). Light is relative: 1 fills the sensor at the nominal exposure.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Plane = NDArray[np.float32]


@dataclass(frozen=True, kw_only=True)
class Lamp:
    """A bar light above the line."""

    x: float
    y: float
    z: float
    strength: float
    spread_along: float
    """Width of the highlight along the groove; grows with the length of the bar."""
    spread_across_rad: float
    """Width of the facets' tilt across the groove."""


LAMPS = (
    Lamp(x=-760.0, y=-840.0, z=950.0, strength=0.80, spread_along=0.16, spread_across_rad=0.50),
    Lamp(x=900.0, y=620.0, z=1000.0, strength=0.40, spread_along=0.20, spread_across_rad=0.55),
    Lamp(x=620.0, y=-980.0, z=1100.0, strength=0.16, spread_along=0.11, spread_across_rad=0.45),
)
RING_LEVEL = 0.29
RING_EDGE = 0.38


@dataclass(frozen=True, eq=False)
class Facets:
    """A piece of surface. All arrays (H, W) float32: place, unit direction across the grooves, tilt along that."""

    x: Plane
    y: Plane
    across_x: Plane
    across_y: Plane
    tilt_rad: Plane


def lit(facets: Facets) -> Plane:
    """Light returned to the camera, (H, W) float32: the ring light alike from all sides, the bars by direction."""
    edge = np.exp(-(((np.abs(facets.tilt_rad) - 0.62) / 0.27) ** 2))
    total = np.asarray(RING_LEVEL + RING_EDGE * edge, np.float32)
    for lamp in LAMPS:
        total += _answer(lamp, facets)
    return total


def _answer(lamp: Lamp, facets: Facets) -> Plane:
    to_x, to_y = lamp.x - facets.x, lamp.y - facets.y
    distance = np.sqrt(to_x**2 + to_y**2 + lamp.z**2)
    # The half vector between lamp and camera: a facet that faces it mirrors the lamp into the lens.
    half_x, half_y, half_z = to_x / distance, to_y / distance, lamp.z / distance + 1.0
    length = np.sqrt(half_x**2 + half_y**2 + half_z**2)
    along = (half_y * facets.across_x - half_x * facets.across_y) / length
    across_rad = np.arctan2(half_x * facets.across_x + half_y * facets.across_y, half_z)
    exponent = (along / lamp.spread_along) ** 2 + ((across_rad - facets.tilt_rad) / lamp.spread_across_rad) ** 2
    falloff = (1300.0 / distance) ** 2
    return np.asarray(lamp.strength * falloff * np.exp(-exponent), np.float32)
