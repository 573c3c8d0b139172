"""A frame: one image with its camera metadata."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

PixelArray = NDArray[np.uint8] | NDArray[np.uint16]
PixelMask = NDArray[np.bool_]


@dataclass(frozen=True, eq=False, kw_only=True)
class Frame:
    """One image as the camera delivered it, lossless, with what the camera said about it."""

    pixels: PixelArray
    """(H, W) for mono or (H, W, 3) in RGB order; uint8, or uint16 for deeper sensors. Treated as read-only."""
    bit_depth: int = 8
    """Significant bits per channel: 8 for uint8; 10, 12 or 16 for uint16."""
    camera: str = ""
    """The camera's name or spec, as people see it."""
    frame_id: int = 0
    """The camera's own counter (GenICam BlockID); gaps mean frames lost on the way."""
    camera_timestamp_ns: int | None = None
    """The camera's own clock, None when it has none."""
    arrived_s: float = 0.0
    """Monotonic seconds of the station when the frame was complete."""
    wall_time: datetime = field(default_factory=lambda: datetime.now(UTC))
    """Station wall clock at arrival, UTC."""
    source: str = ""
    """File the frame was read from, empty for cameras."""

    def __post_init__(self) -> None:
        pixels = self.pixels
        if pixels.dtype not in (np.uint8, np.uint16):
            raise ValueError(f"a frame holds uint8 or uint16 pixels, not {pixels.dtype}")
        if pixels.ndim not in (2, 3) or (pixels.ndim == 3 and pixels.shape[2] != 3) or pixels.size == 0:
            raise ValueError(f"a frame is (H, W) or (H, W, 3), not {pixels.shape}")

    @property
    def height(self) -> int:
        return int(self.pixels.shape[0])

    @property
    def width(self) -> int:
        return int(self.pixels.shape[1])


def as_pixels8(frame: Frame) -> NDArray[np.uint8]:
    """The frame as (H, W) or, in RGB order, (H, W, 3) uint8: deeper pixels lose their low bits."""
    pixels = frame.pixels
    if pixels.dtype == np.uint16:
        pixels = np.minimum(pixels >> (frame.bit_depth - 8), 255).astype(np.uint8)
    return np.ascontiguousarray(pixels, dtype=np.uint8)


def as_rgb8(frame: Frame) -> NDArray[np.uint8]:
    """The frame as (H, W, 3) uint8 in RGB order: deeper pixels lose their low bits, mono is repeated."""
    return three_planes(as_pixels8(frame))


def three_planes(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """(H, W, 3) uint8 of an (H, W) or (H, W, 3) one."""
    planes = pixels if pixels.ndim == 3 else pixels[:, :, None].repeat(3, axis=2)
    return np.ascontiguousarray(planes)
