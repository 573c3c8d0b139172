"""Files that survive a power cut: written whole or not at all, and on disk when a call returns.

The order is what makes it so: content to a temporary name, fsync, rename over the target, fsync of the folder. A rename
alone can reach the disk before the content it names.
"""

import os
from pathlib import Path


def write_durably(target: Path, data: bytes, temporary: Path | None = None) -> None:
    """Write `data` so that `target` is either whole and durable or untouched.

    Args:
        temporary: the name used meanwhile, on the same disk; by default a hidden neighbour of the target.
    """
    temporary = temporary or target.with_name(f".{target.name}.tmp")
    try:
        write_synced(temporary, data)
        os.replace(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def write_synced(path: Path, data: bytes) -> None:
    """Write a file and wait until its content is on disk; its name is not yet."""
    with path.open("wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())


def make_folder(folder: Path) -> None:
    """Create a folder and its parents so that they survive a power cut; does nothing when it is there."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Make renames in a folder durable; Windows has no such call and needs none for NTFS metadata."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
