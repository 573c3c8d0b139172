"""Decode and encode image files. Every defect of a file becomes an `ImageTrouble` that names it.

OpenCV decodes; it refuses images above its pixel limit by itself, but only after reading the header, so the file's
size is bounded here too. EXIF rotation is applied, as a person sees it. An alpha channel is dropped: cameras have none.
What OpenCV decodes is read a second time by a strict reader (`vision.images.damage`): a damaged image is never judged.
libpng and libjpeg may write a line of their own about a broken file to standard error; OpenCV offers no way to stop it.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.images.damage import Damage, check_whole
from vision.images.depth import depth_of, mark_depth
from vision.inspection import Frame, PixelArray, Trouble, say

IMAGE_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff", ".webp", ".pgm", ".ppm"})
MAX_PIXELS = 200_000_000
MAX_BYTES = 1_000_000_000
_CHOOSE_ANOTHER = say("Choose another one, or bring back what was moved or renamed.")
_OPENCV_LIMITS = ("CV_IO_MAX_IMAGE_PIXELS", "CV_IO_MAX_IMAGE_WIDTH", "CV_IO_MAX_IMAGE_HEIGHT")
"""What OpenCV's message names when an image's sides or pixels are too many for it."""


class ImageTrouble(Trouble):
    """An image file that cannot be used."""


def read_image(path: Path) -> tuple[PixelArray, int]:
    """Decode one file: (pixels, bit depth).

    Pixels are (H, W) for grey files and (H, W, 3) RGB otherwise, uint8, or uint16 with the bit depth that the file
    notes (`vision.images.depth`), 16 without a note.

    Raises:
        ImageTrouble: missing, unreadable, empty, broken, truncated, too large, or no image at all.
    """
    data = _read_bytes(path)
    try:
        image = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_ANYDEPTH | cv2.IMREAD_ANYCOLOR)
    except cv2.error as error:
        raise _not_decoded(path, str(error)) from error
    if image is None or image.size == 0:
        raise ImageTrouble(say("{path} holds no readable image.", path=path), "", "Repair the file or leave it out.")
    if image.shape[0] * image.shape[1] > MAX_PIXELS:
        raise _too_large(path)
    with _refusing_damage(path):
        check_whole(data)
        pixels = _normal_form(image, path)
        return pixels, depth_of(pixels, data)


@contextmanager
def _refusing_damage(path: Path) -> Iterator[None]:
    try:
        yield
    except Damage as damage:
        what = say("{path} is damaged, or of a kind whose damage cannot be seen.", path=path)
        remedy = say("Take the image again, or save it as PNG if it is whole.")
        raise ImageTrouble(what, "", remedy, detail=str(damage)) from damage


def _read_bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise ImageTrouble(say("{path} is a folder, not an image.", path=path), "", "Choose an image in it.")
        if path.exists() and not path.is_file():  # a pipe or a device may never end
            raise ImageTrouble(say("{path} is no ordinary file.", path=path), "", "Save the image as a file first.")
        if path.stat().st_size > MAX_BYTES:
            raise ImageTrouble(say("{path} is too large: {gb} GB.", path=path, gb=round(path.stat().st_size / 1e9, 1)))
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise ImageTrouble(say("{path} does not exist.", path=path), "", _CHOOSE_ANOTHER) from error
    except (OSError, ValueError) as error:
        raise ImageTrouble(say("{path} cannot be read.", path=path), detail=str(error)) from error
    if not data:
        raise ImageTrouble(say("{path} is empty.", path=path), "", "Repair the file or leave it out.")
    return data


def _not_decoded(path: Path, detail: str) -> ImageTrouble:
    """OpenCV looks at the size in the header first, and names its own limit when that is too much."""
    if any(limit in detail for limit in _OPENCV_LIMITS):
        return _too_large(path, detail)
    return ImageTrouble(
        say("{path} cannot be decoded.", path=path), "", "Repair the file or leave it out.", detail=detail
    )


def _too_large(path: Path, detail: str = "") -> ImageTrouble:
    what = say("{path} is too large: it has more than {most} million pixels.", path=path, most=MAX_PIXELS // 1_000_000)
    return ImageTrouble(what, "", "Make it smaller or leave it out.", detail=detail)


def _normal_form(image: NDArray[np.integer[Any] | np.floating[Any]], path: Path) -> PixelArray:
    if image.ndim == 3 and image.shape[2] == 1:
        image = image[:, :, 0]
    if image.ndim == 3:
        image = cv2.cvtColor(image[:, :, :3], cv2.COLOR_BGR2RGB)
    if image.dtype == np.uint8:
        return image.astype(np.uint8, copy=False)
    if image.dtype == np.uint16:
        return image.astype(np.uint16, copy=False)
    raise ImageTrouble(
        say("{path} holds {dtype} pixels.", path=path, dtype=image.dtype), "", "Save it with 8 or 16 bits per channel."
    )


def encode_png(pixels: PixelArray, level: int = 1) -> bytes:
    """Lossless PNG bytes of (H, W) or (H, W, 3) RGB pixels, uint8 or uint16."""
    image = pixels if pixels.ndim == 2 else cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR)
    done, data = cv2.imencode(".png", image, [cv2.IMWRITE_PNG_COMPRESSION, level])
    if not done:
        raise ImageTrouble("The frame cannot be encoded as PNG.")
    return data.tobytes()


def encode_frame(frame: Frame) -> bytes:
    """Lossless PNG bytes of a frame, which `read_image` reads back with its bit depth."""
    return mark_depth(encode_png(frame.pixels), frame)


def find_images(folder: Path) -> list[Path]:
    """Image files below a folder, by suffix, hidden ones left out, in sorted order.

    Raises:
        ImageTrouble: no such folder, not a folder, or no image in it.
    """
    if folder.is_dir() and not os.access(folder, os.R_OK | os.X_OK):
        raise ImageTrouble(say("{path} cannot be read.", path=folder), "", "Ask for read access to this folder.")
    if not folder.is_dir():
        what = say("{path} is not a folder." if folder.exists() else "{path} does not exist.", path=folder)
        raise ImageTrouble(what, "", _CHOOSE_ANOTHER)
    found = sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in IMAGE_SUFFIXES and path.is_file() and not path.name.startswith(".")
    )
    if not found:
        raise ImageTrouble(
            say("There is no image in {folder}.", folder=folder),
            "",
            say("Loupe reads {suffixes}.", suffixes=", ".join(sorted(IMAGE_SUFFIXES))),
        )
    return found
