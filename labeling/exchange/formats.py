"""The table of formats: what each is called, what it can hold, how it is read and written. One file, one line each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum, auto
from pathlib import Path

from labeling.exchange import coco, csv_tags, labelme, mask, mvtec, voc, yolo
from labeling.exchange.known import KnownImages
from labeling.exchange.labelled import LabelledImage, Reading


class Trait(StrEnum):
    """Something of labels that a format may be unable to hold."""

    MASKS = auto()
    """What is marked, at all."""
    CLASSES = auto()
    """Several defect classes on one image."""
    INSTANCES = auto()
    """Several defects of one class on one image, told apart."""
    OVERLAPS = auto()
    """Pixels that belong to several defects."""
    TAGS = auto()
    """Words about the whole image."""
    OPEN = auto()
    """That an image with labels is not finished."""


@dataclass(frozen=True, kw_only=True)
class LabelFormat:
    """A table entry."""

    name: str
    """As the command line has it."""
    title: str
    """As people write it; the same in every language."""
    holds: frozenset[Trait]
    read: Callable[[Path, KnownImages], Reading]
    """Raises `Trouble` when nothing at all can be read."""
    write: Callable[[Sequence[LabelledImage], Sequence[str], Path], None]
    """Images, the classes in their order, and an empty folder; raises `Trouble` when they cannot be written."""
    file: str | None = None
    """The one file that it writes, where it is one."""


_MASKS = frozenset({Trait.MASKS, Trait.CLASSES})
_DEFECTS = _MASKS | {Trait.INSTANCES, Trait.OVERLAPS}

FORMATS = {
    each.name: each
    for each in (
        LabelFormat(name="mvtec", title="MVTec", holds=frozenset({Trait.MASKS}), read=mvtec.read, write=mvtec.write),
        LabelFormat(
            name="coco", title="COCO", holds=frozenset(Trait), read=coco.read, write=coco.write, file=coco.FILE
        ),
        LabelFormat(name="yolo", title="YOLO", holds=_DEFECTS, read=yolo.read, write=yolo.write),
        LabelFormat(name="voc", title="Pascal VOC", holds=_MASKS | {Trait.INSTANCES}, read=voc.read, write=voc.write),
        LabelFormat(name="mask", title="PNG masks", holds=_MASKS, read=mask.read, write=mask.write),
        LabelFormat(name="labelme", title="LabelMe", holds=frozenset(Trait), read=labelme.read, write=labelme.write),
        LabelFormat(
            name="csv",
            title="CSV",
            holds=frozenset({Trait.TAGS, Trait.OPEN}),
            read=csv_tags.read,
            write=csv_tags.write,
            file=csv_tags.FILE,
        ),
    )
}
"""By name."""
