"""Looking through a folder before anything is learned from it: which files are images, and which cannot be read."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from vision.images import ImageTrouble, find_images, read_image


@dataclass(frozen=True, kw_only=True)
class Found:
    """What a folder holds."""

    folder: Path
    readable: tuple[Path, ...] = ()
    unreadable: tuple[ImageTrouble, ...] = ()
    """One trouble a file, naming it."""

    @property
    def count(self) -> int:
        """Image files, readable or not."""
        return len(self.readable) + len(self.unreadable)


def look_through(folder: Path, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> Found:
    """Decode every image below `folder` once.

    Raises:
        ImageTrouble: no such folder, or no image in it.
    """
    readable: list[Path] = []
    unreadable: list[ImageTrouble] = []
    paths = find_images(folder)
    for number, path in enumerate(paths, start=1):
        if cancelled():
            break
        try:
            read_image(path)
        except ImageTrouble as trouble:
            unreadable.append(trouble)
        else:
            readable.append(path)
        progress(number, len(paths))
    return Found(folder=folder, readable=tuple(readable), unreadable=tuple(unreadable))
