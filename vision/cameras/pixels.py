"""From the bytes of a GenICam pixel format to the pixels of a frame, keeping every bit the sensor gave."""

import re

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.inspection import PixelArray

_BAYER = {
    "RG": cv2.COLOR_BayerRGGB2RGB,
    "GR": cv2.COLOR_BayerGRBG2RGB,
    "GB": cv2.COLOR_BayerGBRG2RGB,
    "BG": cv2.COLOR_BayerBGGR2RGB,
}
_GREY = re.compile(r"(?:Mono|Bayer(RG|GR|GB|BG))(8|10|12|16)")
_COLOURS = {"RGB8": (3, (0, 1, 2)), "BGR8": (3, (2, 1, 0)), "RGBa8": (4, (0, 1, 2)), "BGRa8": (4, (2, 1, 0))}
"""Channels in memory, and where red, green and blue are."""

_OLD_NAMES = {"RGB8Packed": "RGB8", "BGR8Packed": "BGR8", "RGBA8Packed": "RGBa8", "BGRA8Packed": "BGRa8"}


def sfnc_name(pixel_format: str) -> str:
    """The name SFNC gives a format that older cameras call otherwise."""
    return _OLD_NAMES.get(pixel_format, pixel_format)


def is_convertible(pixel_format: str) -> bool:
    """True for formats (SFNC names) that `to_pixels` reads."""
    return pixel_format in _COLOURS or _GREY.fullmatch(pixel_format) is not None


def to_pixels(data: NDArray[np.generic], size: tuple[int, int], pixel_format: str) -> tuple[PixelArray, int]:
    """Pixels and bit depth from a buffer.

    Args:
        data: any shape, uint8, or uint16 (low bits significant) for formats deeper than 8 bits.
        size: (height, width) in pixels.
        pixel_format: SFNC name.

    Returns:
        A copy: (H, W) for mono, (H, W, 3) in RGB order otherwise; and the significant bits.

    Raises:
        ValueError: the format is not convertible, or the buffer is too small for the size.
    """
    if pixel_format in _COLOURS:
        channels, order = _COLOURS[pixel_format]
        return data.reshape(*size, channels)[:, :, order].astype(np.uint8), 8
    grey = _GREY.fullmatch(pixel_format)
    if grey is None:
        raise ValueError(f"the pixel format {pixel_format} is not known")
    pattern, bits = grey[1], int(grey[2])
    image: PixelArray = data.reshape(size).astype(np.uint8) if bits == 8 else data.reshape(size).astype(np.uint16)
    return (image if pattern is None else _demosaic(image, pattern)), bits


def _demosaic(image: PixelArray, pattern: str) -> PixelArray:
    colour = cv2.cvtColor(image, _BAYER[pattern])
    return colour.astype(np.uint8, copy=False) if image.dtype == np.uint8 else colour.astype(np.uint16, copy=False)
