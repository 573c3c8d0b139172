"""Which image of the dataset a label file means: by relative path, then by its tail, then by content.

Names repeat across folders, so that a name alone decides only where it fits one image. A path in a file is words, never
a place: roots, drives and `..` are left out before it is compared, and nothing outside the labels' folder is opened.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from labeling.exchange.labelled import ExchangeTrouble
from vision.inspection import say

Parts = tuple[str, ...]
_DRIVE = re.compile("[A-Za-z]:")


@dataclass(frozen=True, kw_only=True)
class KnownImage:
    """An image of the dataset."""

    path: str
    """Relative to the dataset's folder, with slashes."""
    width: int
    height: int
    sha256: str
    """Of the file's bytes, in hexadecimal digits; empty where unknown."""
    source: Path | None = None


def parts_of(name: str) -> Parts:
    """A path's folders and name, in Unicode's composed form, for Windows' and other slashes."""
    words = unicodedata.normalize("NFC", name).replace("\\", "/").split("/")
    return tuple(word for word in words if word not in ("", ".", "..") and not _DRIVE.fullmatch(word))


def bare(parts: Parts) -> Parts:
    """Without the name's suffix."""
    return (*parts[:-1], parts[-1].rpartition(".")[0] or parts[-1]) if parts else parts


class _Index:
    """Images by their whole path and by every tail of it."""

    def __init__(self, images: Iterable[tuple[Parts, KnownImage]]) -> None:
        self._whole: dict[Parts, list[KnownImage]] = {}
        self._tails: dict[Parts, list[KnownImage]] = {}
        for parts, image in images:
            self._whole.setdefault(parts, []).append(image)
            for start in range(len(parts)):
                self._tails.setdefault(parts[start:], []).append(image)

    def fitting(self, parts: Parts) -> list[KnownImage]:
        """The image of this path; else those whose path ends like this; else the one that this path ends in."""
        found = self._whole.get(parts) or self._tails.get(parts)
        if found:
            return found
        endings = (self._whole.get(parts[start:]) for start in range(1, len(parts)))
        return next((ending for ending in endings if ending), [])


class KnownImages:
    """The images of a dataset, found by what label files call them."""

    def __init__(self, images: Iterable[KnownImage]) -> None:
        self.images = tuple(images)
        self._literal = {image.path: image for image in self.images}
        named = [(parts_of(image.path), image) for image in self.images]
        self._named = _Index(named)
        self._bare = _Index((bare(parts), image) for parts, image in named)
        self._by_content: dict[str, list[KnownImage]] = {}
        for image in self.images:
            self._by_content.setdefault(image.sha256, []).append(image)

    def find(self, *names: str, beside: Iterable[Path] = ()) -> KnownImage:
        """The image that is meant.

        Args:
            names: what the label file calls it, the most telling first.
            beside: folders in which the image's file may lie; read only when no name decides.

        Raises:
            ExchangeTrouble: the dataset lacks the image, or several fit.
        """
        return self._find(names, [self.fitting(name) for name in names], beside)

    def find_bare(self, *names: str, beside: Iterable[Path] = ()) -> KnownImage:
        """As `find`, for a label file of its own: its suffix says nothing about the image's."""
        plain = ["/".join(bare(parts_of(name))) for name in names]
        return self._find(names, [self.fitting(name) or self._bare.fitting(parts_of(name)) for name in plain], beside)

    def fitting(self, name: str) -> list[KnownImage]:
        """Every image that a path may mean; none where the dataset lacks it."""
        literal = self._literal.get(name)
        return [literal] if literal else self._named.fitting(parts_of(name))

    def _find(self, names: tuple[str, ...], fitting: list[list[KnownImage]], beside: Iterable[Path]) -> KnownImage:
        single = [found[0] for found in fitting if len(found) == 1]
        if single:
            return single[0]
        same = next((found for file in _files(beside, names) if (found := self._of_content(file))), [])
        if len(same) == 1:
            return same[0]
        several = same or next((found for found in fitting if found), [])
        raise _ambiguous(names[0], several) if several else _missing(names[0])

    def _of_content(self, file: Path) -> list[KnownImage]:
        try:
            with file.open("rb") as data:
                return self._by_content.get(hashlib.file_digest(data, "sha256").hexdigest(), [])
        except OSError:  # an image that cannot be read decides nothing
            return []


def _files(folders: Iterable[Path], names: tuple[str, ...]) -> Iterator[Path]:
    """Files that names may mean, in the folders given: as they are called, or with another suffix."""
    for folder, parts in product(folders, dict.fromkeys(parts_of(name) for name in names)):
        file = folder.joinpath(*parts)
        if file.is_file():
            yield file


def _missing(name: str) -> ExchangeTrouble:
    what = say("The dataset has no image {name}.", name=name or "without a name")
    return ExchangeTrouble(
        what, "Its labels are not imported.", "Add the image to the dataset, or leave its labels out."
    )


def _ambiguous(name: str, fitting: list[KnownImage]) -> ExchangeTrouble:
    what = say("{name} fits {count} images, {first} among them.", name=name, count=len(fitting), first=fitting[0].path)
    return ExchangeTrouble(what, "Its labels are not imported.", "Write the folder before the name in the labels.")
