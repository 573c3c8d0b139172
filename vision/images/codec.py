"""Decode and encode image files. Every defect of a file becomes an `ImageTrouble` that names it.

OpenCV decodes; it refuses images above its pixel limit by itself, but only after reading the header, so the file's
size is bounded here too. EXIF rotation is applied, as a person sees it. An alpha channel is dropped: cameras have none.
libpng and libjpeg may write a line of their own about a broken file to standard error; OpenCV offers no way to stop it.
"""

import os
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.inspection import PixelArray, Trouble

IMAGE_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff", ".webp", ".pgm", ".ppm"})
MAX_PIXELS = 200_000_000
MAX_BYTES = 1_000_000_000
_OPENCV_LIMITS = ("CV_IO_MAX_IMAGE_PIXELS", "CV_IO_MAX_IMAGE_WIDTH", "CV_IO_MAX_IMAGE_HEIGHT")
"""What OpenCV's message names when an image's sides or pixels are too many for it."""


class ImageTrouble(Trouble):
    """An image file that cannot be used."""


def read_image(path: Path) -> tuple[PixelArray, int]:
    """Decode one file: (pixels, bit depth).

    Pixels are (H, W) for grey files and (H, W, 3) RGB otherwise, uint8, or uint16 with bit depth 16.

    Raises:
        ImageTrouble: missing, unreadable, empty, broken, truncated, too large, or no image at all.
    """
    data = _read_bytes(path)
    try:
        image = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_ANYDEPTH | cv2.IMREAD_ANYCOLOR)
    except cv2.error as error:
        raise _not_decoded(path, str(error)) from error
    if image is None or image.size == 0 or _is_truncated(data):
        raise ImageTrouble(f"{path} holds no readable image.", "", "Repair the file or leave it out.")
    if image.shape[0] * image.shape[1] > MAX_PIXELS:
        raise _too_large(path)
    return _normal_form(image, path)


def _read_bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise ImageTrouble(f"{path} is a folder, not an image.")
        if path.exists() and not path.is_file():  # a pipe or a device may never end
            raise ImageTrouble(f"{path} is no ordinary file.", "", "Save the image as a file first.")
        if path.stat().st_size > MAX_BYTES:
            raise ImageTrouble(f"{path} is too large: {path.stat().st_size / 1e9:.1f} GB.")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise ImageTrouble(f"{path} does not exist.") from error
    except (OSError, ValueError) as error:
        raise ImageTrouble(f"{path} cannot be read.", detail=str(error)) from error
    if not data:
        raise ImageTrouble(f"{path} is empty.", "", "Repair the file or leave it out.")
    return data


def _not_decoded(path: Path, detail: str) -> ImageTrouble:
    """OpenCV looks at the size in the header first, and names its own limit when that is too much."""
    if any(limit in detail for limit in _OPENCV_LIMITS):
        return _too_large(path, detail)
    return ImageTrouble(f"{path} cannot be decoded.", "", "Repair the file or leave it out.", detail=detail)


def _too_large(path: Path, detail: str = "") -> ImageTrouble:
    what = f"{path} is too large: it has more than {MAX_PIXELS // 1_000_000} million pixels."
    return ImageTrouble(what, "", "Make it smaller or leave it out.", detail=detail)


def _is_truncated(data: bytes) -> bool:
    """OpenCV fills the missing end of a cut JPEG or PNG with grey; an inspection must not judge that."""
    if data.startswith(b"\xff\xd8"):
        return b"\xff\xd9" not in data[-65536:]
    if data.startswith(b"\x89PNG"):
        return b"IEND" not in data[-65536:]
    return False


def _normal_form(image: NDArray[np.integer[Any] | np.floating[Any]], path: Path) -> tuple[PixelArray, int]:
    if image.ndim == 3 and image.shape[2] == 1:
        image = image[:, :, 0]
    if image.ndim == 3:
        image = cv2.cvtColor(image[:, :, :3], cv2.COLOR_BGR2RGB)
    if image.dtype == np.uint8:
        return image.astype(np.uint8, copy=False), 8
    if image.dtype == np.uint16:
        return image.astype(np.uint16, copy=False), 16
    raise ImageTrouble(f"{path} holds {image.dtype} pixels.", "", "Save it with 8 or 16 bits per channel.")


def encode_png(pixels: PixelArray, level: int = 1) -> bytes:
    """Lossless PNG bytes of (H, W) or (H, W, 3) RGB pixels, uint8 or uint16."""
    image = pixels if pixels.ndim == 2 else cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR)
    done, data = cv2.imencode(".png", image, [cv2.IMWRITE_PNG_COMPRESSION, level])
    if not done:
        raise ImageTrouble("The frame cannot be encoded as PNG.")
    return data.tobytes()


def find_images(folder: Path) -> list[Path]:
    """Image files below a folder, by suffix, hidden ones left out, in sorted order.

    Raises:
        ImageTrouble: no such folder, not a folder, or no image in it.
    """
    if folder.is_dir() and not os.access(folder, os.R_OK | os.X_OK):
        raise ImageTrouble(f"{folder} cannot be read.", "", "Ask for read access to this folder.")
    if not folder.is_dir():
        raise ImageTrouble(f"{folder} is not a folder." if folder.exists() else f"{folder} does not exist.")
    found = sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in IMAGE_SUFFIXES and path.is_file() and not path.name.startswith(".")
    )
    if not found:
        raise ImageTrouble(f"There is no image in {folder}.", "", f"Loupe reads {', '.join(sorted(IMAGE_SUFFIXES))}.")
    return found
