"""Which image of the dataset a label file means: by relative path, then by its tail, then by content.

Names repeat across folders, so that a name alone decides only where it fits one image. A path longer than the dataset's
decides only where its further folders agree with all other paths of the labels: `labeling.exchange.place`. A path in a
file is words, never a place: roots, drives and `..` are left out before it is compared, and nothing outside the labels'
folder is opened.
"""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from labeling.exchange.labelled import ExchangeTrouble
from labeling.exchange.place import NEIGHBOUR, Parts, Place, place_of
from vision.inspection import Sentence, say

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


@dataclass(frozen=True, kw_only=True)
class _Fit:
    """The images that a path may mean."""

    images: tuple[KnownImage, ...]
    surplus: Parts = ()
    """The folders that the path has in front of the images' own."""


class _Index:
    """Images by their whole path and by every tail of it."""

    def __init__(self, images: Iterable[tuple[Parts, KnownImage]]) -> None:
        self._whole: dict[Parts, list[KnownImage]] = {}
        self._tails: dict[Parts, list[KnownImage]] = {}
        for parts, image in images:
            self._whole.setdefault(parts, []).append(image)
            for start in range(len(parts)):
                self._tails.setdefault(parts[start:], []).append(image)

    def fitting(self, parts: Parts) -> _Fit | None:
        """The image of this path; else those whose path ends like this; else the one that this path ends in."""
        found = self._whole.get(parts) or self._tails.get(parts)
        if found:
            return _Fit(images=tuple(found))
        endings = ((start, self._whole.get(parts[start:])) for start in range(1, len(parts)))
        return next((_Fit(images=tuple(ending), surplus=parts[:start]) for start, ending in endings if ending), None)


class KnownImages:
    """The images of a dataset, found by what label files call them.

    Args:
        images: all of them.
        folder: where the dataset lies; its last folders tell which of several long paths are its own.
        place: where the dataset lies among the labels; None judges every path by itself.
    """

    def __init__(self, images: Iterable[KnownImage], folder: Path | None = None, place: Place | None = None) -> None:
        self.images = tuple(images)
        self._folder, self._place = folder, place
        self._root = parts_of(str(folder or ""))
        self._literal = {image.path: image for image in self.images}
        named = [(parts_of(image.path), image) for image in self.images]
        self._named = _Index(named)
        self._bare = _Index((bare(parts), image) for parts, image in named)
        self._by_content: dict[str, list[KnownImage]] = {}
        for image in self.images:
            self._by_content.setdefault(image.sha256, []).append(image)

    def placed(self, read: Callable[["KnownImages"], object]) -> "KnownImages":
        """The same images, for labels that are read once before, so that every name is heard before one is judged."""
        listener = _Listener(self.images, self._folder)
        read(listener)
        return KnownImages(self.images, self._folder, place_of(listener.surpluses, self._root))

    @property
    def remark(self) -> Sentence | None:
        """What a person should know of how the labels' folder was taken; None where it is beyond doubt."""
        if self._place is None or self._place.is_sure or self._place.folder is None:
            return None
        said = {"labels": "/".join(self._place.folder), "dataset": str(self._folder or "")}
        return say("The folder {labels} of the labels was taken for the dataset's folder {dataset}.", **said)

    def find(self, *names: str, said: str = "", beside: Iterable[Path] = ()) -> KnownImage:
        """The image that is meant.

        Args:
            names: what the label file calls it, the most telling first; troubles speak of the last.
            said: less than a name, for a label file that may lie in a folder of its own; used where no name fits.
            beside: folders in which the image's file may lie; read only when no name decides.

        Raises:
            ExchangeTrouble: the dataset lacks the image, several fit, or its folders are others.
        """
        fits = [fit for name in names if (fit := self._fit(name))]
        return self._find(names, fits or self._neighbours(names[0], said), beside)

    def find_bare(self, *names: str, beside: Iterable[Path] = ()) -> KnownImage:
        """As `find`, for a label file of its own: its suffix says nothing about the image's."""
        plain = ["/".join(bare(parts_of(name))) for name in names]
        fits = [fit for name in plain if (fit := self._fit(name) or self._bare.fitting(parts_of(name)))]
        return self._find(names, fits, beside)

    def _fit(self, name: str) -> _Fit | None:
        literal = self._literal.get(name)
        return _Fit(images=(literal,)) if literal else self._named.fitting(parts_of(name))

    def _neighbours(self, name: str, said: str) -> list[_Fit]:
        """The images that a few words mean, as seen from the label file's own folder."""
        fit = self._fit(said) if said else None
        if fit is None:
            return []
        here, there = parts_of(name)[:-1], parts_of(fit.images[0].path)[:-1]
        while here and there and here[-1] == there[-1]:
            here, there = here[:-1], there[:-1]
        return [_Fit(images=fit.images, surplus=(NEIGHBOUR, *here))]

    def _find(self, names: tuple[str, ...], fits: list[_Fit], beside: Iterable[Path]) -> KnownImage:
        single = [fit for fit in fits if len(fit.images) == 1]
        place = self._place or place_of([[fit.surplus for fit in single]], self._root)
        named = next((fit.images[0] for fit in single if fit.surplus == place.folder), None)
        if named and place.is_sure:
            return named
        lying = [*_files(beside, names)]
        same = next((found for file in lying if (found := self._of_content(file))), [])
        if len(same) == 1:
            return same[0]
        if named and (named in same or not lying or not named.sha256):
            return named
        raise _undecided(names[-1], same or next((list(fit.images) for fit in fits), []))

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


def _undecided(name: str, fitting: list[KnownImage]) -> ExchangeTrouble:
    if len(fitting) == 1:
        return _elsewhere(name, fitting[0])
    return _ambiguous(name, fitting) if fitting else _missing(name)


def _elsewhere(name: str, image: KnownImage) -> ExchangeTrouble:
    what = say("{name} ends as {image} does, but its folders are others.", name=name, image=image.path)
    remedy = say("Write the image's path in the labels as it is in the dataset, or leave its labels out.")
    return ExchangeTrouble(what, "Its labels are not imported: they may be another image's.", remedy)


def _missing(name: str) -> ExchangeTrouble:
    what = say("The dataset has no image {name}.", name=name or "without a name")
    return ExchangeTrouble(
        what, "Its labels are not imported.", "Add the image to the dataset, or leave its labels out."
    )


def _ambiguous(name: str, fitting: list[KnownImage]) -> ExchangeTrouble:
    what = say("{name} fits {count} images, {first} among them.", name=name, count=len(fitting), first=fitting[0].path)
    return ExchangeTrouble(what, "Its labels are not imported.", "Write the folder before the name in the labels.")


class _Listener(KnownImages):
    """Knows no image for anybody, and notes what each name would come to."""

    def __init__(self, images: Iterable[KnownImage], folder: Path | None) -> None:
        super().__init__(images, folder)
        self.surpluses: set[tuple[Parts, ...]] = set()

    def _find(self, names: tuple[str, ...], fits: list[_Fit], beside: Iterable[Path]) -> KnownImage:  # noqa: ARG002
        self.surpluses.add(tuple(fit.surplus for fit in fits if len(fit.images) == 1))
        raise _missing(names[0])
