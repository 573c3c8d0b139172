"""The good images of a teaching: checked once, then read again one at a time, so that memory stays small."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import overload

import numpy as np

from vision.detectors import Cancelled, crop_frame
from vision.images import ImageTrouble, read_image
from vision.inspection import Frame, as_pixels8, join, say
from vision.recipe import Region
from vision.teaching.request import SkippedImage, TeachTrouble, UnreadableTrouble

MIN_IMAGES = 2
_EVEN_LEVELS = 4
"""Grey levels of 256 between which a picture that shows nothing lies; sensor noise takes as many."""
_DEEP = 16
_FAINT = 12
"""Bits below which the pixels of files said to use 16 stay when their bit depth was not noted. Nobody would teach a
camera of 16 bits on a sixteenth of its range; a quarter of it, which 14 bits in 16 look like, is a dark picture."""


class GoodImages(Sequence[Frame]):
    """Frames by index, cropped to a region of interest when there is one; files are decoded when asked for."""

    def __init__(self, images: Sequence[Path | Frame], region: Region | None = None) -> None:
        self._images = tuple(images)
        self._region = region

    def __len__(self) -> int:
        return len(self._images)

    @overload
    def __getitem__(self, index: int) -> Frame: ...
    @overload
    def __getitem__(self, index: slice) -> "GoodImages": ...
    def __getitem__(self, index: int | slice) -> "Frame | GoodImages":
        if isinstance(index, slice):
            return GoodImages(self._images[index], self._region)
        return crop_frame(read_frame(self._images[index]), self._region)

    def name(self, index: int) -> str:
        """A short name for people: the file's name, or the frame's number."""
        image = self._images[index]
        return image.name if isinstance(image, Path) else f"frame {index + 1}"

    def key(self, index: int) -> str:
        """What a model that learns part by part calls it."""
        image = self._images[index]
        return str(image) if isinstance(image, Path) else image.source or image.camera or f"frame {index + 1}"

    def pick(self, indices: Sequence[int], region: Region | None) -> "GoodImages":
        """Some of the images, cropped."""
        return GoodImages([self._images[index] for index in indices], region)


class Survey:
    """What reading every image once showed."""

    def __init__(self) -> None:
        self.readable: list[Path | Frame] = []
        """Files by whole path, however they were named."""
        self.skipped: list[SkippedImage] = []
        self.unreadable: list[ImageTrouble] = []
        """Why each file that was skipped cannot be read."""
        self.sizes: list[tuple[int, int]] = []
        self.prints: list[str] = []
        """What identifies the pixels of each readable image: see `fingerprint`."""
        self.repeats: list[str] = []
        """Images that show the same as a readable one, pixel by pixel: they would count as parts that nobody saw."""
        self.blank: dict[str, str] = {}
        """By fingerprint, those that show nothing but one grey level: black, saturated, or a covered lens."""
        self.brightest = 0
        """The highest pixel in files said to use 16 bits, as those are that note no depth; 0 without any."""
        self.faint = 0
        """How many of them show something, but only on the levels of 12 bits."""

    @property
    def n_read(self) -> int:
        """How many files could be read, repeats among them."""
        return len(self.readable) + len(self.repeats)

    def add(self, image: Path | Frame) -> None:
        """Read one image; an unreadable one is listed, and one that repeats another."""
        try:
            frame = read_frame(image)
        except ImageTrouble as trouble:
            self.skipped.append(SkippedImage(name=str(image), reason=trouble.sentence))
            self.unreadable.append(trouble)
            return
        name = image.name if isinstance(image, Path) else f"frame {self.n_read + 1}"
        seen = fingerprint(frame)
        if seen in self.prints:
            self.repeats.append(name)
            return
        self.readable.append(whole_path(image) if isinstance(image, Path) else image)
        self.sizes.append((frame.width, frame.height))
        self.prints.append(seen)
        if _is_blank(frame):
            self.blank[seen] = name
        if isinstance(image, Path) and frame.bit_depth == _DEEP:  # a camera's frame knows its depth
            self._weigh(frame)

    def _weigh(self, frame: Frame) -> None:
        """Whether 16 bits are likely. One dark picture looks like one of 12 bits; only a whole set tells."""
        brightest = int(frame.pixels.max())
        self.brightest = max(self.brightest, brightest)
        self.faint += not brightest >> _FAINT and not _is_blank(replace(frame, bit_depth=_FAINT))


def without(images: Sequence[Path | Frame], names: Sequence[str]) -> tuple[list[Path | Frame], list[str]]:
    """(the images that are not among the names, the short names of those that are).

    A name is a file's name or whole path, or "frame 3". Raises `TeachTrouble` for one that no image has, or several.
    """
    shown = GoodImages(images)
    wholes = [str(image) if isinstance(image, Path) else shown.name(index) for index, image in enumerate(images)]
    out = sorted({index_of(name, wholes) for name in names})
    return [image for index, image in enumerate(images) if index not in out], [shown.name(index) for index in out]


def whole_path(path: Path) -> Path:
    """Where a file lies whatever the working directory; its own name stays, also where it is a link to another."""
    return path.parent.resolve() / path.name


def index_of(name: str, images: Sequence[str]) -> int:
    """Which of these images has that path or that file name. Raises `TeachTrouble` for none and for several."""
    wholes = (name, str(whole_path(Path(name))))
    found = [index for index, image in enumerate(images) if image in wholes]
    found = found or [index for index, image in enumerate(images) if Path(image).name == name]
    if len(found) == 1:
        return found[0]
    if found:
        what = say("{count} images are called {name}.", count=len(found), name=name)
        remedy = say("Give the whole path, such as {path}.", path=images[found[0]])
    else:
        what = say("{name} is none of the {count} images.", name=name, count=len(images))
        remedy = say("Give a name such as {example}.", example=Path(images[-1]).name if images else "1.png")
    raise TeachTrouble(what, "Nothing is changed.", remedy)


def read_frame(image: Path | Frame) -> Frame:
    """A frame of an image file. Raises `ImageTrouble`."""
    if isinstance(image, Frame):
        return image
    pixels, bit_depth = read_image(image)
    return Frame(pixels=pixels, bit_depth=bit_depth, camera=str(image))


def survey_images(
    images: Sequence[Path | Frame],
    *,
    skip_bad: bool,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
    fewest: int = MIN_IMAGES,
) -> Survey:
    """Read every image once.

    Raises:
        UnreadableTrouble: an unreadable file, unless `skip_bad`.
        TeachTrouble: too few images, none that shows anything, or 12 bits in 16 without a note of it.
        Cancelled: asked to stop.
    """
    survey = Survey()
    for index, image in enumerate(images):
        if cancelled():
            raise Cancelled
        survey.add(image)
        progress(index + 1, len(images))
    if survey.skipped and not skip_bad:
        raise _unreadable(survey)
    if survey.faint and not survey.brightest >> _FAINT:
        raise _unknown_depth()
    if survey.n_read >= fewest and len(survey.blank) == len(survey.readable):
        raise _nothing_shown(survey.n_read)
    if len(survey.readable) < fewest:
        raise _too_few(survey, fewest)
    return survey


def fingerprint(frame: Frame) -> str:
    """SHA-256 of size, depth and pixels, hex: the same for copies of an image, wherever they lie."""
    digest = hashlib.sha256(f"{frame.pixels.shape} {frame.pixels.dtype} ".encode())
    digest.update(np.ascontiguousarray(frame.pixels).data)
    return digest.hexdigest()


def _is_blank(frame: Frame) -> bool:
    """All but the odd dead pixel within a few grey levels."""
    low, high = np.percentile(as_pixels8(frame)[::2, ::2], (0.5, 99.5))
    return bool(high - low < _EVEN_LEVELS)


def _nothing_shown(count: int) -> TeachTrouble:
    return TeachTrouble(
        say("All {count} images are black, white or of one grey: they show no part.", count=count),
        "Nothing is taught.",
        "Check the light, the exposure and the lens cap, and capture good parts again.",
    )


def _unknown_depth() -> TeachTrouble:
    return TeachTrouble(
        say(
            "No pixel of the 16-bit images is above {most} of 65535: they seem to hold 12 bits or fewer, "
            "and no note in the files says so.",
            most=(1 << _FAINT) - 1,
        ),
        "Nothing is taught.",
        "Save them with their bit depth (PNG: sBIT) or scaled to 16 bits. If they do use 16 bits, they are too dark: "
        "give more light or exposure, and capture good parts again.",
    )


def _unreadable(survey: Survey) -> UnreadableTrouble:
    first, *more = survey.unreadable
    others = say("{count} more cannot be read either.", count=len(more)) if more else ""
    return UnreadableTrouble(
        join(first.what, others),
        "Nothing is taught.",
        "Mend or remove the files, or leave them out by choice.",
        detail="\n".join(trouble.what for trouble in more),
    )


def _too_few(survey: Survey, fewest: int) -> TeachTrouble:
    left_out = len(survey.skipped)
    have = say(
        "There is no readable image of a good part."
        if not survey.readable
        else "There is only one readable image of a good part."
    )
    also = say("{count} cannot be read.", count=left_out) if left_out else ""
    same = say("{count} others repeat it.", count=len(survey.repeats)) if survey.repeats else ""
    remedy = say("Give at least {fewest}, better 20 or more.", fewest=fewest)
    return TeachTrouble(join(have, also, same), "Nothing is taught.", remedy)
