"""The anomaly map's colours and outlines: pure functions, numpy in, numpy out; no widget.

The scale is tied to the thresholds, never to the single image, so one colour means one score on every part and a good
part stays grey. The colours are the upper part of inferno: lightness rises strictly in normal and in all three
colour-deficient visions, and no colour comes near a grey.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.images import shrunk
from vision.inspection import AnomalyMap, Thresholds

LOW, HIGH = 0.6, 1.3
"""The scale runs from LOW * T1 to HIGH * T2."""
STRENGTH = 0.9
SATURATION_BENEATH = 0.3
_STEPS = 256
_TRACE_SIDE = 1024
_SMOOTH = 5

Argb = NDArray[np.uint32]


@dataclass(frozen=True, eq=False, kw_only=True)
class Outline:
    """One closed region at or above T1, its points (N, 2) float32 as x, y in 0..1 of the map's width and height."""

    points: NDArray[np.float32]


def scale_ends(thresholds: Thresholds) -> tuple[float, float]:
    """Scores at which the colour scale begins and ends; always apart."""
    low, high = LOW * thresholds.t1, HIGH * thresholds.t2
    return low, max(high, low + 1e-6)


def scale_position(score: float, thresholds: Thresholds) -> float:
    """Where a score lies on the colour scale, 0 to 1."""
    low, high = scale_ends(thresholds)
    return min(1.0, max(0.0, (score - low) / (high - low)))


@lru_cache(maxsize=1)
def colour_table() -> NDArray[np.uint8]:
    """(256, 4) uint8: red, green, blue and alpha at full opacity, along the scale."""
    t = np.linspace(0, 1, _STEPS)
    inferno = cv2.applyColorMap(np.arange(256, dtype=np.uint8)[:, None], cv2.COLORMAP_INFERNO)[:, 0, ::-1]
    index = 255 * (0.55 + 0.40 * t)
    rgb = np.stack([np.interp(index, np.arange(256), inferno[:, channel]) for channel in range(3)], axis=1)
    alpha = 255 * STRENGTH * t * t * (3 - 2 * t)
    return np.column_stack([rgb, alpha]).round().astype(np.uint8)


@lru_cache(maxsize=1)
def _argb_table() -> Argb:
    red, green, blue, alpha = colour_table().astype(np.uint32).T
    red, green, blue = (((c * alpha + 127) // 255) for c in (red, green, blue))
    return ((alpha << 24) | (red << 16) | (green << 8) | blue).astype(np.uint32)


def colour_map(anomaly_map: AnomalyMap, thresholds: Thresholds) -> Argb:
    """The map in colour: (H, W) premultiplied ARGB32, transparent where nothing is unusual."""
    low, high = scale_ends(thresholds)
    factor = (_STEPS - 1) / (high - low)
    index = cv2.convertScaleAbs(np.maximum(anomaly_map, low), alpha=factor, beta=-low * factor)
    coloured: Argb = _argb_table()[index]
    return coloured


def outlines(anomaly_map: AnomalyMap, threshold: float) -> list[Outline]:
    """The regions at or above `threshold` as smooth closed lines, the holes in them included."""
    if anomaly_map.size == 0 or float(anomaly_map.max()) < threshold:
        return []
    height, width = anomaly_map.shape
    scale = min(4.0, _TRACE_SIDE / max(height, width))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    traced = cv2.resize(anomaly_map, size, interpolation=cv2.INTER_LINEAR) if scale > 1 else shrunk(anomaly_map, size)
    mask = (traced >= threshold).astype(np.uint8)
    if not mask.any():  # a single hot pixel vanished while shrinking: trace it at full size
        size, mask = (width, height), (anomaly_map >= threshold).astype(np.uint8)
    found, _ = cv2.findContours(mask, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    extent = np.array(size, dtype=np.float32)
    return [Outline(points=(_smooth(line[:, 0]) + 0.5) / extent) for line in found]


def _smooth(points: NDArray[Any]) -> NDArray[np.float32]:
    """A moving average along the closed line takes the pixel steps out; short lines stay as they are."""
    line = points.astype(np.float32)
    if len(line) <= 2 * _SMOOTH:
        return line
    rounded = np.mean([np.roll(line, shift, axis=0) for shift in range(-_SMOOTH // 2 + 1, _SMOOTH // 2 + 1)], axis=0)
    kept = cv2.approxPolyDP(rounded.astype(np.float32)[:, None], 0.3, closed=True)
    smooth: NDArray[np.float32] = kept[:, 0].astype(np.float32)
    return smooth


def beneath(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """How a colour image looks under the map: at 30 % saturation. Mono stays as it is. (H, W, 3) uint8, RGB."""
    if pixels.ndim == 2:
        return pixels
    grey = cv2.cvtColor(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB)
    return np.asarray(cv2.addWeighted(pixels, SATURATION_BENEATH, grey, 1 - SATURATION_BENEATH, 0), dtype=np.uint8)


def to_8_bits(pixels: NDArray[Any], bit_depth: int) -> NDArray[np.uint8]:
    """Pixels for a screen: deeper sensors lose their low bits."""
    if pixels.dtype == np.uint8:
        return pixels
    return np.minimum(pixels >> (bit_depth - 8), 255).astype(np.uint8)
