"""Find where a part lies: the affine transform, in fractions of a pixel, that lays a frame over a reference.

A coarse-to-fine search. On the smallest level phase correlation finds the shift (Kuglin & Hines 1975); then, level by
level, inverse-compositional Gauss-Newton (Baker & Matthews 2004) refines it on the strongest edges of the reference
only, with weights that fall off for large residuals, so that a defect does not pull. Brightness and contrast are
matched in every step. Since everything of the reference is prepared once, a step costs a few thousand samples however
large the frame is.

Refused: OpenCV's `findTransformECC` (every pixel in every step, no robust weights: 20 times slower here, and pulled by
large defects) and key points (nothing to hold on to on parallel traces or plain castings).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

GreyImage = NDArray[np.uint8]
Matrix = NDArray[np.float64]
_Scaled = tuple[NDArray[np.float32], Matrix]
"""An image at one level, smoothed, and (3, 3): full-size pixel -> pixel of the level."""

COARSEST_PX = 96
"""Long side of the smallest level at most; three degrees move its corners by less than three pixels."""
FINEST_PX = 512
"""Long side of the finest level at most, unless that would take more than two halvings."""
FINEST_HALVINGS = 2
"""At a quarter of the size a settled step is still a tenth of a full-size pixel."""
SHORTEST_PX = 12
"""Short side of the smallest level at least."""
TURNS_DEG = (0.0, -3.0, 3.0, -6.0, 6.0)
"""Turns to start from; the others are tried only when the first one does not lead to a good match."""
GOOD_MATCH = 0.7
"""Correlation from which on no other start is tried."""
_POINTS = 2_000
_STEPS = 12
_FEWEST_POINTS = 12
_SETTLED_PX = 0.02
_BLUR_PX = 1.0
_TILES = 10
"""Along each side, for the correlation."""
_FLAT_GREY_LEVELS = 2.0
"""Standard deviation below which an image shows nothing to hold on to."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Alignment:
    """Where a frame lies on the reference."""

    matrix: Matrix
    """(2, 3) float64: (x, y, 1) of the reference -> (x, y) of the frame, pixel centres at whole numbers."""
    correlation: float
    """Of frame and reference, mean over tiles, -1 to 1; 0 when one of them is flat."""
    covered: float
    """Share of the frame that the reference covers, 0 to 1."""
    is_held: bool
    """False when frame or reference show nothing to hold on to; then the matrix leaves everything in its place."""


@dataclass(frozen=True, eq=False)
class _Level:
    """The reference at one size, with the points that take part and how each moves with the six parameters."""

    image: NDArray[np.float32]
    scale: Matrix
    """(3, 3): full-size pixel -> pixel of this level."""
    points: NDArray[np.float32]
    """(N, 2) x, y."""
    values: NDArray[np.float32]
    """(N,) of the image at the points."""
    slopes: NDArray[np.float64]
    """(N, 6) change of value with each parameter of an affine step in units of `radius`."""
    radius: float
    centre: NDArray[np.float64]


class Registration:
    """Lays frames over one reference."""

    def __init__(self, reference: GreyImage) -> None:
        """Prepare a reference, (H, W) uint8."""
        self._size = (reference.shape[1], reference.shape[0])
        self._halvings = _halvings(self._size)
        self._levels = [_level(image, scale) for image, scale in _pyramid(reference, self._halvings)]

    def align(self, frame: GreyImage) -> Alignment:
        """Where a frame, (H, W) uint8 of the reference's scale, lies. Always answers; the correlation tells how well.

        A frame or a reference without structure is taken to lie where the reference does, with correlation 0.
        """
        size = (frame.shape[1], frame.shape[0])
        images = _pyramid(frame, self._halvings) if min(size) >> self._halvings[0] >= 2 else []
        is_held = bool(images and min(images[0][0].std(), self._levels[0].image.std()) >= _FLAT_GREY_LEVELS)
        matrix, correlation = self._search(images) if is_held else (np.eye(3), 0.0)
        covered = _covered(matrix[:2], self._size, size)
        return Alignment(matrix=matrix[:2], correlation=correlation, covered=covered, is_held=is_held)

    def _search(self, images: Sequence[_Scaled]) -> tuple[Matrix, float]:
        """The best matrix over the starts, and its correlation."""
        best, most = np.eye(3), -1.0
        for turn in TURNS_DEG:
            matrix = self._refine(images, turn)
            correlation = _correlation(self._levels[-1], images[-1], matrix)
            if correlation > most:
                best, most = matrix, correlation
            if most >= GOOD_MATCH:
                break
        return best, most

    def _refine(self, images: Sequence[_Scaled], turn_deg: float) -> Matrix:
        matrix = _start(self._levels[0], images[0], turn_deg)
        for number, (level, scaled) in enumerate(zip(self._levels, images)):
            matrix = _settle(level, scaled, matrix, affine=number > 0)
        return matrix


def warp_to_reference(pixels: NDArray[Any], alignment: Alignment, reference: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """A frame laid over the reference, uint8 (H, W) or (H, W, 3) as both are; where it does not reach, the reference stands."""
    size = (reference.shape[1], reference.shape[0])
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    laid = cv2.warpAffine(
        pixels, alignment.matrix, size, dst=reference.copy(), flags=flags, borderMode=cv2.BORDER_TRANSPARENT
    )
    return laid.astype(np.uint8, copy=False)


def warp_to_frame(values: NDArray[Any], alignment: Alignment, size: tuple[int, int]) -> NDArray[np.float32]:
    """Float32 values on the reference laid over the frame; 0 where the reference does not reach. `size` is (width, height)."""
    return _as_float(cv2.warpAffine(values, alignment.matrix, size, flags=cv2.INTER_LINEAR))


def sample(image: NDArray[Any], where: NDArray[np.float32]) -> NDArray[np.float32]:
    """(N,) values of a one-channel image at (N, 2) places x, y, interpolated; beyond the border the nearest pixel's."""
    x, y = np.ascontiguousarray(where[:, :1]), np.ascontiguousarray(where[:, 1:])  # remap reads on past a strided map
    values = cv2.remap(image, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return _as_float(values[:, 0])


def _as_float(values: NDArray[Any]) -> NDArray[np.float32]:
    return values.astype(np.float32, copy=False)


def _halvings(size: tuple[int, int]) -> list[int]:
    """How often each level is halved, coarsest first."""
    finest = min(FINEST_HALVINGS, max(0, math.ceil(math.log2(max(size) / FINEST_PX))))
    small = max(0, math.ceil(math.log2(max(size) / COARSEST_PX)))
    narrow = max(0, int(math.log2(max(1, min(size) / SHORTEST_PX))))
    return list(range(max(finest, min(small, narrow)), finest - 1, -1))


def _pyramid(image: GreyImage, halvings: Sequence[int]) -> list[_Scaled]:
    """The levels of an image, smoothed, each with (3, 3): full-size pixel -> pixel of the level."""
    levels = {}
    for halving in range(halvings[0] + 1):
        if halving in halvings:
            shift = (0.5**halving - 1) / 2
            scale = np.array([[0.5**halving, 0, shift], [0, 0.5**halving, shift], [0, 0, 1]])
            levels[halving] = _as_float(cv2.GaussianBlur(image.astype(np.float32), (0, 0), _BLUR_PX)), scale
        image = _halve(image)
    return [levels[halving] for halving in halvings]


def _halve(image: GreyImage) -> GreyImage:
    """Half the size; an odd last row or column is left out, so that the scale is exact."""
    height, width = max(1, image.shape[0] // 2), max(1, image.shape[1] // 2)
    even = image[: 2 * height, : 2 * width]
    return cv2.resize(even, (width, height), interpolation=cv2.INTER_AREA).astype(np.uint8, copy=False)


def _level(image: NDArray[np.float32], scale: Matrix) -> _Level:
    across, down = cv2.Sobel(image, cv2.CV_32F, 1, 0, scale=1 / 8), cv2.Sobel(image, cv2.CV_32F, 0, 1, scale=1 / 8)
    rows, columns = _strong_points(across**2 + down**2)
    centre = np.array([image.shape[1] - 1, image.shape[0] - 1]) / 2
    radius = max(1.0, float(centre.max()))
    gx, gy = across[rows, columns].astype(float), down[rows, columns].astype(float)
    u, v = (columns - centre[0]) / radius, (rows - centre[1]) / radius
    slopes = np.stack([gx, gy, gy * u - gx * v, gx * u + gy * v, gx * u - gy * v, gx * v + gy * u], axis=1)
    points = np.stack([columns, rows], axis=1).astype(np.float32)
    return _Level(image, scale, points, image[rows, columns], slopes, radius, centre)


def _strong_points(strength: NDArray[np.float32]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Rows and columns of at most `_POINTS` edge points, spread evenly over the edges."""
    limit = max(float(strength.mean()), 1e-6)
    rows, columns = np.nonzero(strength >= limit)
    every = max(1, len(rows) // _POINTS)
    return rows[::every], columns[::every]


def _start(level: _Level, scaled: _Scaled, turn_deg: float) -> Matrix:
    """A turn about the middle and the shift that phase correlation finds, or no shift if that fits as well."""
    image, scale = scaled
    turn = np.vstack([cv2.getRotationMatrix2D(tuple(level.centre), turn_deg, 1), [0, 0, 1]])
    turned: Matrix = np.linalg.inv(scale) @ turn @ level.scale
    size = (level.image.shape[1], level.image.shape[0])
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    seen = cv2.warpAffine(image, turn[:2], size, flags=flags, borderMode=cv2.BORDER_REPLICATE)
    window = np.outer(np.hanning(size[1] + 2)[1:-1], np.hanning(size[0] + 2)[1:-1])
    (x, y), _ = cv2.phaseCorrelate((level.image - level.image.mean()) * window, (seen - seen.mean()) * window)
    shifted: Matrix = np.linalg.inv(scale) @ turn @ np.array([[1, 0, x], [0, 1, y], [0, 0, 1]]) @ level.scale
    gain = _correlation(level, scaled, shifted) - _correlation(level, scaled, turned)
    return shifted if gain > 0.01 else turned


def _settle(level: _Level, scaled: _Scaled, matrix: Matrix, *, affine: bool) -> Matrix:
    """Gauss-Newton on one level. `matrix` is (3, 3), full-size reference -> full-size frame."""
    image, scale = scaled
    local = scale @ matrix @ np.linalg.inv(level.scale)
    slopes = level.slopes if affine else level.slopes[:, :4]
    for _ in range(_STEPS):
        step = _step(level, slopes, image, local)
        local = local @ np.linalg.inv(_as_matrix(level, step))
        if np.abs(step).max() < _SETTLED_PX:
            break
    settled: Matrix = np.linalg.inv(scale) @ local @ level.scale
    return settled


def _step(level: _Level, slopes: NDArray[np.float64], image: NDArray[np.float32], local: Matrix) -> NDArray[np.float64]:
    """(6,) parameters of one step, in pixels of the level at `radius` from the middle."""
    where = (level.points @ local[:2, :2].T + local[:2, 2]).astype(np.float32)
    seen = sample(image, where)
    height, width = image.shape
    inside = np.asarray(((where >= 0) & (where <= (width - 1, height - 1))).all(axis=1))
    if inside.sum() < _FEWEST_POINTS:
        return np.zeros(6)
    residual = _match_contrast(seen, level.values, inside) - level.values
    limit = 1.5 * float(np.median(np.abs(residual[inside]))) + 1e-3
    weights = inside * np.minimum(1, limit / np.maximum(np.abs(residual), 1e-6))
    weighted = slopes * weights[:, None]
    normal = weighted.T @ slopes
    normal += (1e-4 * np.trace(normal) + 1e-6) * np.eye(len(normal))  # what the edges leave open stays where it is
    step = np.zeros(6)
    step[: slopes.shape[1]] = np.linalg.solve(normal, weighted.T @ residual)
    return step.clip(-level.radius / 8, level.radius / 8)


def _match_contrast(
    seen: NDArray[np.float32], values: NDArray[np.float32], inside: NDArray[np.bool_]
) -> NDArray[np.float32]:
    gain = float(values[inside].std()) / max(float(seen[inside].std()), 1e-3)
    return (seen - float(seen[inside].mean())) * gain + float(values[inside].mean())


def _as_matrix(level: _Level, step: NDArray[np.float64]) -> Matrix:
    """(3, 3) of an affine step about the level's middle."""
    x, y, turn, grow, stretch, shear = step
    linear = np.array([[grow + stretch, shear - turn], [shear + turn, grow - stretch]]) / level.radius
    matrix = np.eye(3)
    matrix[:2, :2] += linear
    matrix[:2, 2] = np.array([x, y]) - linear @ level.centre
    return matrix


def _correlation(level: _Level, scaled: _Scaled, matrix: Matrix) -> float:
    """Mean over the tiles in which the reference shows something, so that a defect spoils its own tiles only."""
    image, scale = scaled
    local = (scale @ matrix @ np.linalg.inv(level.scale))[:2]
    size = (level.image.shape[1], level.image.shape[0])
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    seen = cv2.warpAffine(image, local, size, flags=flags, borderMode=cv2.BORDER_REPLICATE)
    reference, seen = level.image - level.image.mean(), seen - seen.mean()
    ours, theirs = _tiles(reference**2) - _tiles(reference) ** 2, _tiles(seen**2) - _tiles(seen) ** 2
    common = _tiles(reference * seen) - _tiles(reference) * _tiles(seen)
    shows = ours >= max(ours.mean() / 4, 1)
    if not shows.any():
        return 0.0
    alike = common[shows] / np.sqrt(ours[shows] * theirs[shows].clip(1))
    return float(alike.clip(-1, 1).mean())


def _tiles(values: NDArray[Any]) -> NDArray[np.float64]:
    """Means over tiles of an image."""
    across, down = (max(1, min(_TILES, side // 6)) for side in values.shape[::-1])
    return cv2.resize(values, (across, down), interpolation=cv2.INTER_AREA).astype(np.float64)


def _covered(matrix: Matrix, reference: tuple[int, int], frame: tuple[int, int]) -> float:
    """Share of the frame's area inside the moved outline of the reference."""
    outline = cv2.transform(_outline(reference)[None], matrix)[0].astype(np.float32)
    area, _ = cv2.intersectConvexConvex(outline, _outline(frame))
    return float(area) / (frame[0] * frame[1])


def _outline(size: tuple[int, int]) -> NDArray[np.float32]:
    right, bottom = size[0] - 0.5, size[1] - 0.5
    return np.array([(-0.5, -0.5), (right, -0.5), (right, bottom), (-0.5, bottom)], np.float32)
