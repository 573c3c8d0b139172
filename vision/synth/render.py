"""A scene in, a frame and its truth out. Pure: the same scene and exposure give the same bytes.

The order is that of the light: metal with its machining marks, defects, pose, belt and shadow, lens, sensor. The pixel
mask is measured, not drawn: the scene is developed with and without its defects, and where the two noise-free frames
differ by more than `MASK_TOLERANCE` the defect is visible.
"""

from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.inspection import PixelArray, PixelMask
from vision.synth.defects import Workpiece, draw
from vision.synth.flange import BELT_SPARE_PX, FlangeMaps, flange_maps
from vision.synth.scene import Defect, Scene
from vision.synth.sensor import Exposure, expose
from vision.synth.texture import Plane

MASK_TOLERANCE = 3.0 / 255
"""A pixel belongs to a defect when its noise-free light differs by more than this share of full scale (3 of 255)."""
LENS_BLUR_PX = 0.62
"""Standard deviation of a well set lens, in pixels of the standard frame."""
_BELT_LIGHT = 0.135
_BELT_TEXTURE = 0.17
_MARKS = 0.075


@dataclass(frozen=True, eq=False, kw_only=True)
class Rendered:
    """A frame's pixels with the truth about them."""

    pixels: PixelArray
    """(H, W) uint8, or uint16 for exposures deeper than 8 bit."""
    mask: PixelMask
    """(H, W): True where a defect shows; all False on a good part."""
    defects: tuple[Defect, ...]


def render(scene: Scene, exposure: Exposure | None = None) -> Rendered:
    """Take the frame of a scene at nominal exposure, or at the one given."""
    light, mask = develop(scene)
    pixels = expose(light, exposure or Exposure(), noise_of(scene))
    return Rendered(pixels=pixels, mask=mask, defects=scene.defects)


def noise_of(scene: Scene, repeat: int = 0) -> np.random.Generator:
    """The sensor's noise for this scene; another `repeat` is another exposure of the same scene."""
    return np.random.default_rng([scene.seed, 3, repeat])


def develop(scene: Scene) -> tuple[Plane, PixelMask]:
    """Noise-free light on the sensor, (H, W) float32 with 1 as full scale at nominal exposure, and the pixel mask."""
    maps = flange_maps(scene.width, scene.height, scene.scale)
    piece = _machined(scene, maps)
    good = _copied(piece) if scene.defects else None
    for defect in scene.defects:
        draw(piece, defect)
    light = _seen(scene, maps, piece)
    if good is None:
        return light, np.zeros(light.shape, np.bool_)
    return light, _difference(light, _seen(scene, maps, good), scene.scale)


def _copied(piece: Workpiece) -> Workpiece:
    """A workpiece that can be drawn on without touching the first."""
    return replace(piece, light=piece.light.copy(), coverage=piece.coverage.copy())


def _difference(light: Plane, good: Plane, scale: float) -> PixelMask:
    changed = (np.abs(light - good) > MASK_TOLERANCE).astype(np.uint8)
    # Where a change crosses the old value a seam drops out of the middle; it belongs to the defect all the same.
    reach = 2 * max(1, round(3 * scale)) + 1
    closed = cv2.morphologyEx(changed, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach)))
    return np.asarray(closed, np.bool_)


def _machined(scene: Scene, maps: FlangeMaps) -> Workpiece:
    """The good part at rest, with this part's own machining marks and dust."""
    rng = np.random.default_rng([scene.seed, 1])
    dress = _spun(maps.marks[int(rng.integers(len(maps.marks)))], rng)
    dress *= np.float32(_MARKS * rng.uniform(0.9, 1.1))
    dress += np.float32(1.0)
    dress += _handling(dress.shape[0], dress.shape[1], rng)
    light = maps.radiance * dress
    _dust(light, rng)
    return Workpiece(
        light=light,
        coverage=maps.coverage.copy(),
        undrilled=maps.undrilled * dress,
        undrilled_coverage=maps.undrilled_coverage,
        scale=scene.scale,
    )


def _spun(marks: Plane, rng: np.random.Generator) -> Plane:
    """Turning marks are the same all around, so a spun plane is a fresh part's."""
    height, width = marks.shape
    spin = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), rng.uniform(0, 360), 1.0)
    return np.asarray(cv2.warpAffine(marks, spin, (width, height), borderMode=cv2.BORDER_REFLECT), np.float32)


def _handling(height: int, width: int, rng: np.random.Generator) -> Plane:
    """Slow differences of a percent that no two parts share: cleaning, storage, alloy."""
    grid = rng.normal(0, 0.011, (8, 10)).astype(np.float32)
    return np.asarray(cv2.resize(grid, (width, height), interpolation=cv2.INTER_LINEAR), np.float32)


def _dust(light: Plane, rng: np.random.Generator) -> None:
    """A few harmless specks, each about a pixel, below what any drawing calls a defect."""
    height, width = light.shape
    count = int(rng.integers(6, 22))
    rows, columns = rng.integers(0, height, count), rng.integers(0, width, count)
    light[rows, columns] += rng.choice([-0.12, 0.10], count).astype(np.float32)
    np.maximum(light, 0.0, out=light)


def _seen(scene: Scene, maps: FlangeMaps, piece: Workpiece) -> Plane:
    """Put the part on the belt and look at it through the lens."""
    height, width = scene.height, scene.width
    pose = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), scene.turn_deg, 1.0)
    pose[:, 2] += np.array([scene.shift_x_px, scene.shift_y_px])
    planes = cv2.merge([piece.light, piece.coverage, maps.belt_light])
    part, coverage, belt_light = cv2.split(
        cv2.warpAffine(planes, pose, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    )
    belt = _belt(scene, maps) * belt_light
    light = belt + coverage * (part - belt)
    sigma = float(np.hypot(max(0.4, LENS_BLUR_PX * scene.scale), scene.defocus_px))
    blurred = np.asarray(cv2.GaussianBlur(light, (0, 0), sigma), np.float32)
    return np.asarray(blurred * (_vignette(height, width) * np.float32(scene.brightness)), np.float32)


def _belt(scene: Scene, maps: FlangeMaps) -> Plane:
    """The belt has moved on since the last part."""
    rng = np.random.default_rng([scene.seed, 2])
    row, column = rng.integers(0, BELT_SPARE_PX, 2)
    belt = maps.belt[row : row + scene.height, column : column + scene.width]
    return np.asarray(np.maximum(_BELT_LIGHT * (1.0 + _BELT_TEXTURE * belt), 0.005), np.float32)


def _vignette(height: int, width: int) -> NDArray[np.float32]:
    """Lenses darken towards the corners (about cos^4 of the field angle)."""
    y = ((np.arange(height, dtype=np.float32) - height / 2) / (height / 2)) ** 2
    x = ((np.arange(width, dtype=np.float32) - width / 2) / (width / 2)) ** 2
    return np.asarray(1.0 - 0.055 * (y[:, None] + x[None, :]), np.float32)
