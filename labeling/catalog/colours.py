"""Colours that stay apart on grey images: six by design, then the farthest from all that are taken.

Distance is measured in OKLab (Ottosson 2020, "A perceptual color space for image processing"), where equal steps look
about equal. The six are the design's, checked for colour-blind eyes; a key number always stands beside a colour.
"""

from collections.abc import Iterable
from functools import cache

import cv2
import numpy as np
from numpy.typing import NDArray

PALETTE = ("#56B4E9", "#F0E442", "#C44FB8", "#1A9E78", "#FFFFFF", "#D9701A")
_HUES, _SATURATIONS, _VALUES = 36, (0.45, 0.7, 1.0), (0.55, 0.8, 1.0)
_TO_CONES = np.array([[0.4122214708, 0.5363325363, 0.0514459929],
                      [0.2119034982, 0.6806995451, 0.1073969566],
                      [0.0883024619, 0.2817188376, 0.6299787005]])  # fmt: skip
_TO_LAB = np.array([[0.2104542553, 0.7936177850, -0.0040720468],
                    [1.9779984951, -2.4285922050, 0.4505937099],
                    [0.0259040371, 0.7827717662, -0.8086757660]])  # fmt: skip


def next_colour(taken: Iterable[str]) -> str:
    """The first colour of the palette that is free, then one that is far from all taken; `#RRGGBB`."""
    used = {colour.upper() for colour in taken}
    free = [colour for colour in PALETTE if colour not in used]
    if free:
        return free[0]
    colours, places = _candidates()
    distances = np.linalg.norm(places[:, None] - _oklab(_rgb(sorted(used)))[None], axis=2).min(axis=1)
    red, green, blue = (round(255 * value) for value in colours[int(distances.argmax())])
    return f"#{red:02X}{green:02X}{blue:02X}"


@cache
def _candidates() -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """(n, 3) sRGB from 0 to 1, and (n, 3) OKLab; saturated, so that grey images do not swallow them."""
    hsv = [(hue * 360 / _HUES, s, v) for hue in range(_HUES) for s in _SATURATIONS for v in _VALUES]
    rgb = cv2.cvtColor(np.array([hsv], np.float32), cv2.COLOR_HSV2RGB)[0].astype(np.float64)
    return rgb, _oklab(rgb)


def _rgb(colours: list[str]) -> NDArray[np.float64]:
    return np.array([[int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)] for colour in colours], np.float64)


def _oklab(rgb: NDArray[np.float64]) -> NDArray[np.float64]:
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    return np.asarray(np.cbrt(linear @ _TO_CONES.T) @ _TO_LAB.T, np.float64)
