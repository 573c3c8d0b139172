"""How many bits of a deep pixel count: what the file notes of it, and the one place that notes it.

A camera of 12 bits fills the lower 12 of 16. Its frames keep those values, and PNG's own chunk sBIT holds the 12. PNG
itself wants pixels moved up to the whole range beside that chunk; files of other software are, so that pixels above
what the note allows tell that they use all 16 bits. OpenCV moves TIFFs of 10, 12 or 14 packed bits up as well. A TIFF of
16 bits may note its range in SMaxSampleValue (MaxSampleValue is only the brightest pixel), PGM and PPM in their header.

A file without a note is taken by its word: a dark picture of 16 bits looks like one of 12, so nothing is guessed here.
Where a whole set is seen, `vision.teaching` tells of it.
"""

import re
import struct
import zlib
from collections.abc import Callable
from io import BytesIO

import numpy as np
from tifffile import TiffFile

from vision.images.damage import Damage
from vision.inspection import Frame, PixelArray

HEAD_BYTES = 49
"""Enough of a PNG that `mark_depth` wrote for `noted_depth` to find the note."""
_PNG_START = b"\x89PNG\r\n\x1a\n"
_AFTER_HEADER = 33
"""PNG signature (8) and IHDR chunk (25); sBIT has to follow before the first IDAT."""
_SMAX_SAMPLE_VALUE = 341
_NETPBM = re.compile(rb"P[56](?:\s|#[^\n]*\n)+\d+(?:\s|#[^\n]*\n)+\d+(?:\s|#[^\n]*\n)+(\d{1,5})\s")


def depth_of(pixels: PixelArray, file: bytes) -> int:
    """Significant bits per channel of the pixels that a whole file holds: 8 for uint8, 8 to 16 for uint16.

    Raises:
        Damage: the note is damaged.
    """
    whole = 8 * pixels.itemsize
    noted = noted_depth(file) if pixels.dtype == np.uint16 else None
    return noted if noted and not pixels.max() >> noted else whole


def noted_depth(file: bytes) -> int | None:
    """Bits per channel, 8 to 16, that a file of deep pixels notes; None for no note, or one of something else.

    Raises:
        Damage: the note is damaged.
    """
    noted = next((note(file) for start, note in _NOTES.items() if file.startswith(start)), None)
    return noted if noted and 8 <= noted <= 16 else None


def mark_depth(png: bytes, frame: Frame) -> bytes:
    """The PNG of a frame with its bit depth noted, when its pixels use fewer bits than they take."""
    if frame.bit_depth == 8 * frame.pixels.itemsize:
        return png
    body = b"sBIT" + bytes([frame.bit_depth] * (1 if frame.pixels.ndim == 2 else 3))
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return png[:_AFTER_HEADER] + chunk + png[_AFTER_HEADER:]


def _png_note(file: bytes) -> int | None:
    """Of its colours; an alpha channel, the second or fourth, has a depth of its own."""
    start, kind = len(_PNG_START), b""
    while kind != b"IDAT" and start + 12 <= len(file):
        length, kind = struct.unpack_from(">I4s", file, start)
        end = start + 8 + length
        if kind == b"sBIT":
            if file[end : end + 4] != struct.pack(">I", zlib.crc32(file[start + 4 : end])):
                raise Damage("sBIT: wrong checksum")
            return max(file[start + 8 : end][: 3 if length > 2 else 1], default=0)
        start = end + 4
    return None


def _tiff_note(file: bytes) -> int | None:
    try:
        with TiffFile(BytesIO(file)) as tiff:
            most = tiff.pages.first.tags.valueof(_SMAX_SAMPLE_VALUE)
    except Exception as error:  # as in `vision.images.damage`
        raise Damage(repr(error)) from error
    most = max(most, default=0) if isinstance(most, tuple) else most
    bits = most.bit_length() if isinstance(most, int) else 0
    return bits if most == (1 << bits) - 1 else None


def _netpbm_note(file: bytes) -> int | None:
    header = _NETPBM.match(file)
    return int(header[1]).bit_length() if header else None


_NOTES: dict[bytes, Callable[[bytes], int | None]] = {
    _PNG_START: _png_note,
    b"II": _tiff_note,
    b"MM": _tiff_note,
    b"P5": _netpbm_note,
    b"P6": _netpbm_note,
}
"""By the first bytes of a file."""
