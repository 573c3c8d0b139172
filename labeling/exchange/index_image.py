"""PNG files whose pixels are class numbers: palette or grey, 8 or 16 bits; 0 is no defect.

Pillow reads and writes them: OpenCV turns a palette into colours and forgets the numbers.
"""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from labeling.annotation import PlacedMask
from labeling.exchange import files
from labeling.exchange.known import KnownImage
from labeling.exchange.labelled import ExchangeTrouble, LabelledImage, Mark, unknown_class
from vision.inspection import say

Indices = NDArray[np.uint16]
Colour = tuple[int, int, int]
VOID = 255
"""In VOC's masks: the border of an object, and what is too hard to tell."""
BROKEN = (OSError, SyntaxError, ValueError, Image.DecompressionBombError, Image.DecompressionBombWarning)
"""What Pillow raises for files that are none, cut off or too large."""
_GREY = ("P", "L", "1", "I", "I;16")


def read_indices(path: Path, image: KnownImage, colours: Sequence[Colour] = ()) -> Indices:
    """(H, W) class numbers, of the image's size.

    Args:
        colours: what a file of colours is read by; the place in the sequence is the number.

    Raises:
        ExchangeTrouble: the file is broken, of another size, or colours stand for no class.
    """
    data = files.read_bytes(path)
    try:
        with Image.open(io.BytesIO(data)) as whole:
            whole.verify()  # the checksums, which decoding stops short of
        with Image.open(io.BytesIO(data)) as opened:
            files.check_size(image, *opened.size)  # before a single pixel is decoded
            if opened.mode in _GREY:
                return np.asarray(opened).astype(np.uint16)
            pixels = np.asarray(opened.convert("RGB"))
    except BROKEN as error:
        what = say("{path} is no readable PNG mask.", path=path)
        raise ExchangeTrouble(what, "", "Repair the file or leave it out.", detail=str(error)) from error
    return _by_colour(pixels, colours, path)


def _by_colour(pixels: NDArray[np.uint8], colours: Sequence[Colour], path: Path) -> Indices:
    codes = pixels.astype(np.uint32) @ np.array([1 << 16, 1 << 8, 1], np.uint32)
    found, places = np.unique(codes, return_inverse=True)
    numbers = {
        (red << 16) + (green << 8) + blue: index for index, (red, green, blue) in reversed([*enumerate(colours)])
    }
    if not set(found.tolist()) <= numbers.keys():
        what = say("{path} is a picture in colours that stand for no class.", path=path)
        raise ExchangeTrouble(what, "", "Save it as a PNG with a palette or in grey levels, one number for each class.")
    return np.array([numbers[code] for code in found.tolist()], np.uint16)[places].reshape(codes.shape)


def write_indices(path: Path, indices: Indices) -> None:
    """Write a palette PNG in VOC's colours, or a 16-bit grey one when a number is beyond 255."""
    picture = Image.fromarray(indices if indices.max(initial=0) > 255 else indices.astype(np.uint8))
    if picture.mode == "L":
        picture.putpalette([part for colour in voc_colours(256) for part in colour])
    data = io.BytesIO()
    picture.save(data, "PNG")
    files.write_file(path, data.getvalue())


def voc_colours(count: int) -> list[Colour]:
    """VOC's palette: the bits of a number, dealt out to red, green and blue from the highest (VOC devkit, `VOClabelcolormap`)."""
    return [_colour(number) for number in range(count)]


def _colour(number: int) -> Colour:
    red, green, blue = (sum((number >> (3 * bit + part) & 1) << (7 - bit) for bit in range(8)) for part in range(3))
    return red, green, blue


def painted(image: LabelledImage, numbers: Sequence[int]) -> Indices:
    """(H, W): each mark's pixels with its number; where marks overlap the later one shows."""
    indices = np.zeros((image.height, image.width), np.uint16)
    for mark, number in zip(image.marks or (), numbers, strict=True):
        rows, columns = np.nonzero(mark.mask.pixels)
        rows, columns = rows + mark.mask.top, columns + mark.mask.left
        is_inside = (rows >= 0) & (rows < image.height) & (columns >= 0) & (columns < image.width)
        indices[rows[is_inside], columns[is_inside]] = number
    return indices


def pieces(indices: NDArray[np.integer[Any]]) -> list[tuple[int, PlacedMask]]:
    """Each number but 0 with the pixels that bear it."""
    return [(number, PlacedMask.of(indices == number)) for number in np.unique(indices[indices > 0]).tolist()]


def named_marks(indices: Indices, names: dict[int, str]) -> list[Mark]:
    """One mark for each class of an index mask.

    Raises:
        ExchangeTrouble: a number has no name.
    """
    found = pieces(indices)
    for number, _ in found:
        if number not in names:
            raise unknown_class(number)
    return [Mark(class_name=names[number], mask=mask) for number, mask in found]
