"""Damage that OpenCV passes over. What it decodes without a word may be half grey, or shifted from some block on.

JPEG: libjpeg only warns of broken codes, missing or surplus bytes; here its warnings count as errors. In progressive
files most damage still reads as valid codes, so that libjxl's stricter reader has to agree. TIFF: OpenCV ignores what
libtiff says about 8-bit strips; tifffile does not. PNG carries checksums, which OpenCV heeds.

No reader can see what a format cannot tell: bytes overwritten in a JPEG may be another valid JPEG, and pixels written
over in BMP, PGM, WebP or uncompressed TIFF are simply other pixels. Measured on photographs of parts, still accepted:
one byte changed about 6 of 10 times, 16 bytes of noise 1 of 5, 64 or more bytes of noise 0 of 80, 100 zero bytes 1 of 4,
500 zero bytes 2 of 59. PNG and deflated TIFF prove themselves: keep parts in these.
"""

from collections.abc import Callable, Iterator
from io import BytesIO

import imagecodecs
import simplejpeg
from tifffile import COMPRESSION, TiffFile, TiffPage

_PROGRESSIVE = b"\xff\xc2"
"""The marker of a progressive frame. In pixel data 0xFF is never followed by this byte; elsewhere chance does no harm."""


class Damage(Exception):
    """What a strict reader says against an image file."""


def check_whole(data: bytes) -> None:
    """Read an image file strictly; formats that nothing can be said about pass. Bound its size before.

    Raises:
        Damage: the file is cut or damaged, or of a kind that the strict reader does not know.
    """
    for start, check in _CHECKS.items():
        if data.startswith(start):
            check(data)


def _check_jpeg(data: bytes) -> None:
    try:
        # An eighth of the size: all codes are read, and the transform, half of the time, is not done.
        simplejpeg.decode_jpeg(data, "GRAY", min_height=1, min_width=1, min_factor=8, strict=True)
        if _PROGRESSIVE in data:
            imagecodecs.jpegxl_encode_jpeg(data, numthreads=1)
    except (ValueError, RuntimeError) as error:
        raise Damage(str(error)) from error


def _check_tiff(data: bytes) -> None:
    try:
        with TiffFile(BytesIO(data)) as file:
            page = file.pages.first
            page.asarray(maxworkers=1)
            inner = list(_inner_jpegs(page, data))
    except Exception as error:  # whatever the reader of so many dialects stumbles over, the file is not judged
        raise Damage(repr(error)) from error
    for jpeg in inner:
        _check_jpeg(jpeg)


def _inner_jpegs(page: TiffPage, data: bytes) -> Iterator[bytes]:
    """The strips or tiles of a JPEG-compressed page as JPEG files: the tables they share, then their own codes."""
    if page.compression == COMPRESSION.JPEG:
        for offset, count in zip(page.dataoffsets, page.databytecounts, strict=True):
            segment = data[offset : offset + count]
            yield page.jpegtables[:-2] + segment[2:] if page.jpegtables else segment


_CHECKS: dict[bytes, Callable[[bytes], None]] = {
    b"\xff\xd8": _check_jpeg,
    b"II": _check_tiff,
    b"MM": _check_tiff,
}
"""By the first bytes of a file."""
