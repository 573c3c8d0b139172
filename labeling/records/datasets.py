"""Datasets, their images, and what was frozen of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from labeling.annotation import Annotation, LabelState
from vision.inspection import Trouble


class DatasetTrouble(Trouble):
    """A dataset, an image of it, or something frozen that cannot be used as asked."""


class ConflictTrouble(DatasetTrouble):
    """Somebody else has saved the annotation of this image meanwhile."""


class ImageSource(StrEnum):
    """Where an image of a dataset lies."""

    FOLDER = "folder"
    """In the dataset's folder, where it was found; its path is relative to that."""
    STATION = "station"
    """Taken from an inspection and kept in the home; its path is relative to that."""


@dataclass(frozen=True, kw_only=True)
class Dataset:
    """A working collection of images of one product."""

    id: int
    name: str
    product: str
    """Whose defect catalog counts: a recipe's name."""
    folder: Path
    """Where the images lie."""
    created: datetime
    author: str


@dataclass(frozen=True, kw_only=True)
class DatasetCounts:
    """How far a dataset is."""

    images: int
    done: int
    missing: int
    """Images whose files were gone when the folder was last looked through."""


@dataclass(frozen=True, kw_only=True)
class ImageFile:
    """An image as it was found."""

    path: str
    """Relative, with forward slashes."""
    source: ImageSource = ImageSource.FOLDER
    sha256: str
    """Of the file's content."""
    byte_count: int
    modified_ns: int
    """The file's time stamp; with the same size and stamp it is not read again."""
    width: int
    height: int
    look: str
    """Perceptual hash, 256 bits in hexadecimal (`labeling.datasets.looks`)."""
    inspection_id: str | None = None
    lot: str | None = None
    score: float | None = None
    """The model's, from 0 to 100 as screens show it; None where no model has looked."""


@dataclass(frozen=True, kw_only=True)
class DatasetImage:
    """An image of a dataset, with what its current annotation says."""

    id: int
    dataset: int
    file: ImageFile
    is_missing: bool = False
    version: int = 0
    """Number of the current annotation version; 0 while there is none."""
    state: LabelState = LabelState.OPEN
    author: str | None = None
    changed: datetime | None = None
    tags: frozenset[str] = frozenset()
    classes: Mapping[str, int] = field(default_factory=dict)
    """How many defects of each class id are marked."""
    suspicion: float | None = None
    """From 0 to 1: how much speaks against the label (`labeling.datasets.suspects`)."""


class ImageOrder(StrEnum):
    """What comes first."""

    PATH = "path"
    SCORE = "score"
    """The highest score."""
    SUSPICION = "suspicion"
    """The most suspect label."""
    CHANGED = "changed"
    """What was labelled last."""


@dataclass(frozen=True, kw_only=True)
class ImageQuery:
    """Which images. Every field narrows; the empty query is all of them."""

    text: str | None = None
    """Found anywhere in path, lot, author or a tag; upper and lower case alike."""
    lot: str | None = None
    class_id: str | None = None
    """At least one defect of this class, or of one that was merged into it."""
    author: str | None = None
    tag: str | None = None
    state: LabelState | None = None
    has_defects: bool | None = None
    is_missing: bool | None = None
    least_score: float | None = None
    most_score: float | None = None
    order: ImageOrder = ImageOrder.PATH


@dataclass(frozen=True, kw_only=True)
class FilterChoices:
    """What there is to filter by in a dataset, each sorted."""

    lots: tuple[str, ...]
    tags: tuple[str, ...]
    authors: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class NewAnnotation:
    """An annotation that is to become an image's next version."""

    image_id: int
    annotation: Annotation
    base: int
    """Number of the version it was made from; 0 when there was none."""


class FrozenKind(StrEnum):
    """What was frozen for what."""

    SNAPSHOT = "snapshot"
    """What training uses."""
    GOLDEN = "golden"
    """The gate for releasing a recipe or a model."""


@dataclass(frozen=True, kw_only=True)
class FrozenImage:
    """One line of a frozen list."""

    image_id: int
    path: str
    sha256: str
    version: int
    """Number of the annotation version; 0 where there was none."""
    truth: str
    """SHA-256 of the annotation's content."""


@dataclass(frozen=True, kw_only=True)
class FrozenSet:
    """A snapshot or golden set: signed, hashed, and never changed."""

    name: str
    kind: FrozenKind
    dataset: str
    product: str
    time: datetime
    author: str
    classes: Mapping[str, str]
    """What each class id was called then."""
    images: tuple[FrozenImage, ...]
    fingerprint: str
    """SHA-256 over all of the above."""
