"""Frames as files: lossless, whole or not there, and durable before anyone hears of them.

A frame is written to a temporary name, synced, renamed into its place, and the folder is synced. The temporary names
live in one folder of the same disk, so that what a crash leaves behind is found without a walk over all frames.
A sensor's true bit depth (10 or 12 of 16) travels in the file itself: see `vision.images.depth`.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote

from vision.durable import make_folder, write_durably
from vision.images import ImageTrouble, encode_frame, read_image
from vision.images.damage import Damage
from vision.images.depth import HEAD_BYTES, noted_depth
from vision.inspection import Frame, say
from vision.storage.home import Home
from vision.storage.trouble import StorageCause, StorageTrouble, translate_errors

SEQUENCES_PER_FOLDER = 1000
"""Keeps a folder below 10,000 files with up to nine views a part."""

_INCOMING = ".incoming"
_FILE_NAME = re.compile(r"^(\d+)_(.+)_([0-9a-z]{8})\.png$")


@dataclass(frozen=True, kw_only=True)
class StoredFrame:
    """Where a frame lies, relative to the home with forward slashes, and the SHA-256 of its file."""

    path: str
    sha256: str


@dataclass(frozen=True, kw_only=True)
class FrameFile:
    """What the file itself tells."""

    bit_depth: int
    byte_count: int


class FrameFiles:
    """The frames below a home. Thread-safe."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._incoming = home.frames / _INCOMING

    def remove_leftovers(self) -> int:
        """Remove half-written files of a process that died. Only for the holder of the station's lock."""
        with translate_errors(self._home.frames):
            leftovers = list(self._incoming.glob("*.tmp"))
            for path in leftovers:
                path.unlink(missing_ok=True)
        return len(leftovers)

    def save(self, path: str, frame: Frame) -> StoredFrame:
        """Write a frame to `path` (relative to the home). When this returns, the file survives a power cut.

        Raises:
            StorageTrouble: disk full, read-only, or failing. Nothing is left under the final name then.
        """
        data = encode_frame(frame)
        target = self._home.root / path
        with translate_errors(target):
            make_folder(target.parent)
            make_folder(self._incoming)
            write_durably(target, data, self._incoming / f"{target.name}.tmp")
        return StoredFrame(path=path, sha256=hashlib.sha256(data).hexdigest())

    def load(self, path: str, sha256: str | None) -> Frame:
        """Read a stored frame back, pixel for pixel, checked against its hash (None: unchecked).

        Raises:
            StorageTrouble: missing, changed since it was stored, or unreadable.
        """
        file = self._home.root / path
        with translate_errors(file):
            data = file.read_bytes()
        if sha256 is not None and hashlib.sha256(data).hexdigest() != sha256:
            raise _changed(file)
        try:
            pixels, bit_depth = read_image(file)
        except ImageTrouble as error:
            raise _changed(file) from error
        return Frame(pixels=pixels, bit_depth=bit_depth, camera="stored frame")

    def verify(self, path: str) -> str:
        """SHA-256 of a stored file that decodes as a whole image.

        Raises:
            StorageTrouble: missing or unreadable.
        """
        self.load(path, None)
        with translate_errors(self._home.root / path):
            return hashlib.sha256((self._home.root / path).read_bytes()).hexdigest()

    def look(self, path: str) -> FrameFile | None:
        """What a stored file tells of itself, None when it is not there or its head is damaged."""
        file = self._home.root / path
        try:
            with file.open("rb") as stream:
                head = stream.read(HEAD_BYTES)
            bit_depth = noted_depth(head) or (head[24] if len(head) > 24 else 0)
            return FrameFile(bit_depth=bit_depth, byte_count=file.stat().st_size)
        except (OSError, Damage):
            return None

    def find(self, time: datetime, sequence: int, inspection_id: str) -> Iterator[tuple[str, str]]:
        """The (view, path) of the files that an inspection left, whatever its lot."""
        day = self._home.frames / time.strftime("%Y/%m/%d")
        for file in sorted(day.glob(f"*/{_bucket(sequence)}/{sequence}_*_{inspection_id[:8]}.png")):
            match = _FILE_NAME.match(file.name)
            if match:
                yield unquote(match[2]), file.relative_to(self._home.root).as_posix()

    def remove(self, path: str) -> None:
        """Delete a stored file; fine when it is gone already."""
        with translate_errors(self._home.root / path):
            (self._home.root / path).unlink(missing_ok=True)


def frame_path(*, time: datetime, lot: str | None, sequence: int, view: str, inspection_id: str) -> str:
    """`frames/YYYY/MM/DD/<lot or _>/<thousands>/<sequence>_<view>_<id8>.png`, safe on every file system."""
    name = f"{sequence}_{_safe(view)}_{inspection_id[:8]}.png"
    folder = PurePosixPath(
        "frames",
        time.strftime("%Y/%m/%d"),
        _safe(lot) if lot else "_",
        _bucket(sequence),
    )
    return str(folder / name)


def _bucket(sequence: int) -> str:
    return f"{sequence // SEQUENCES_PER_FOLDER:06d}"


def _safe(text: str) -> str:
    """Percent-escaped, so that it can be read back; long or reserved names end in a hash instead."""
    escaped = quote(text, safe=" ").replace(".", "%2E").replace("~", "%7E")
    if (
        len(escaped) <= 80
        and escaped == escaped.strip()
        and not re.match(r"(?i)(con|prn|aux|nul|com\d|lpt\d)$", escaped)
    ):
        return escaped
    return f"{escaped[:60].strip().rstrip('%')}-{hashlib.sha256(text.encode()).hexdigest()[:8]}"


def _changed(file: Path) -> StorageTrouble:
    return StorageTrouble(
        say("The stored frame {file} is damaged or was changed.", file=file),
        "The inspection cannot be replayed from it; its record stands.",
        "Restore the file from a backup.",
        cause=StorageCause.DAMAGED,
    )
