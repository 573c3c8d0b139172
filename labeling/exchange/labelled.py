"""What every format is read into and written from: the marks of one image, with classes by name."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from labeling.annotation import LabelState, PlacedMask
from vision.inspection import Sentence, Trouble, say


class ExchangeTrouble(Trouble):
    """Labels that cannot be read or written."""


def unknown_class(number: object) -> ExchangeTrouble:
    """A class number that the labels' own list of names lacks."""
    what = say("No class has the number {number}.", number=str(number))
    return ExchangeTrouble(
        what, "Nobody can tell what is marked.", "Add its name to the list of classes of these labels."
    )


@dataclass(frozen=True, kw_only=True)
class Mark:
    """One flaw, with the name of its class as the file or the catalog says it."""

    class_name: str
    mask: PlacedMask


@dataclass(frozen=True, kw_only=True)
class LabelledImage:
    """What is said about one image. None means that nothing is said: what was known stays."""

    path: str
    """The dataset's relative path, with slashes."""
    width: int
    height: int
    marks: tuple[Mark, ...] | None = None
    tags: frozenset[str] | None = None
    state: LabelState = LabelState.OPEN
    """DONE with no marks is a good part."""
    source: Path | None = None
    """The image's file, for formats that carry the images along."""


@dataclass(frozen=True, kw_only=True)
class BadEntry:
    """An entry that cannot be imported."""

    where: str
    """File and index, for example "instances.json, annotation 17"."""
    trouble: Trouble


@dataclass(frozen=True, kw_only=True)
class Remark:
    """An entry that was imported otherwise than it stands in the file."""

    where: str
    what: Sentence


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What a file or a folder of labels holds."""

    images: tuple[LabelledImage, ...]
    """Of images with a bad entry what is good of them, in state OPEN: something is missing there."""
    bad: tuple[BadEntry, ...] = ()
    remarks: tuple[Remark, ...] = ()
    classes: tuple[str, ...] = ()
    """Every class that the labels name, also those without a mark."""


@dataclass(kw_only=True)
class Gathering:
    """Collects a reading entry by entry: a bad one is noted and the others go on."""

    images: dict[str, LabelledImage] = field(default_factory=dict)
    bad: list[BadEntry] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    @contextmanager
    def entry(self, where: str) -> Iterator[None]:
        """What is troubled inside becomes a bad entry."""
        try:
            yield
        except Trouble as trouble:
            self.bad.append(BadEntry(where=where, trouble=trouble))

    def remark(self, where: str, what: Sentence) -> None:
        """Note that an entry was taken otherwise than it stands."""
        self.remarks.append(Remark(where=where, what=what))

    @contextmanager
    def image(self, image: LabelledImage, where: str) -> Iterator[list[Mark]]:
        """Collect the marks of one image; what is bad among them leaves the image OPEN.

        Raises:
            ExchangeTrouble: the image is in the labels already.
        """
        self.refuse_twice(image.path)
        marks: list[Mark] = []
        before = len(self.bad)
        yield marks
        kept = self._without_copies(marks, where)
        state = image.state if len(self.bad) == before else LabelState.OPEN
        self.add(replace(image, marks=kept, state=state))

    def add(self, image: LabelledImage) -> None:
        """Take an image that is whole.

        Raises:
            ExchangeTrouble: the image is in the labels already.
        """
        self.refuse_twice(image.path)
        self.images[image.path] = image

    def refuse_twice(self, path: str) -> None:
        """Raises `ExchangeTrouble` when the image is in the labels already."""
        if path in self.images:
            what = say("{path} is in these labels twice.", path=path)
            raise ExchangeTrouble(what, "The first entry counts.", "Leave one of the two out.")

    def _without_copies(self, marks: list[Mark], where: str) -> tuple[Mark, ...]:
        kept = tuple(dict.fromkeys(marks))
        if len(kept) < len(marks):
            self.remark(where, say("{count} marks stood there twice.", count=len(marks) - len(kept)))
        return kept

    def reading(self, classes: tuple[str, ...] = ()) -> Reading:
        """What was gathered. `classes`: the file's own list, in its order."""
        used = (mark.class_name for image in self.images.values() for mark in image.marks or ())
        return Reading(
            images=tuple(self.images.values()),
            bad=tuple(self.bad),
            remarks=tuple(self.remarks),
            classes=tuple(dict.fromkeys((*classes, *used))),
        )
