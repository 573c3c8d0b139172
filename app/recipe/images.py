"""Images of parts for the Teach screen: whole, and small enough to keep one for every part."""

from pathlib import Path

from vision.images import read_image, shrunk
from vision.inspection import Frame

_SMALL_SIDE = 320


def read_part(path: Path) -> Frame:
    """The frame of an image file. Raises `ImageTrouble`."""
    pixels, bit_depth = read_image(path)
    return Frame(pixels=pixels, bit_depth=bit_depth, camera=str(path))


def read_small(path: Path) -> Frame:
    """The same with a shorter side of at most 320 pixels. Raises `ImageTrouble`."""
    frame = read_part(path)
    scale = min(1.0, _SMALL_SIDE / min(frame.width, frame.height))
    size = (max(1, round(frame.width * scale)), max(1, round(frame.height * scale)))
    return Frame(pixels=shrunk(frame.pixels, size), bit_depth=frame.bit_depth, camera=frame.camera)
