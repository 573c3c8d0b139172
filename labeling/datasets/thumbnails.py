"""Small images for filmstrips, on disk, named by the content they show: never stale, and safe to delete.

Nothing here starts a thread: whoever shows thumbnails asks `find` at once and lets `make` run in the background.
"""

import os
from pathlib import Path

import cv2

from vision.durable import make_folder
from vision.images import at_most, read_image
from vision.inspection import Frame, as_rgb8
from vision.storage import Home
from vision.storage.trouble import translate_errors

LONG_SIDE_PX = 256
_QUALITY = 85


class Thumbnails:
    """The thumbnails of a home."""

    def __init__(self, home: Home) -> None:
        self._folder = home.cache / "thumbnails"

    def path(self, sha256: str) -> Path:
        """Where the thumbnail of this content lies, once it was made."""
        return self._folder / sha256[:2] / f"{sha256}.jpg"

    def find(self, sha256: str) -> Path | None:
        """The thumbnail when it was made already."""
        path = self.path(sha256)
        return path if path.is_file() else None

    def make(self, sha256: str, image: Path) -> Path:
        """Make the thumbnail of an image file unless it is there; may run in several threads.

        Raises:
            ImageTrouble: the image is gone or cannot be read.
            StorageTrouble: the disk is full or read-only.
        """
        target = self.path(sha256)
        if not target.is_file():
            pixels, bit_depth = read_image(image)
            small = as_rgb8(Frame(pixels=at_most(pixels, LONG_SIDE_PX), bit_depth=bit_depth))
            _, data = cv2.imencode(".jpg", cv2.cvtColor(small, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_JPEG_QUALITY, _QUALITY])
            _put(target, data.tobytes())
        return target


def _put(target: Path, data: bytes) -> None:
    """Whole or not there; a power cut may take it, and it is made again."""
    temporary = target.with_suffix(f".{os.getpid()}-{os.urandom(4).hex()}.tmp")
    with translate_errors(target):
        make_folder(target.parent)
        try:
            temporary.write_bytes(data)
            os.replace(temporary, target)
        finally:
            temporary.unlink(missing_ok=True)
