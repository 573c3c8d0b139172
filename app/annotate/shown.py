"""What the Annotate screen shows, as values, and the setters that presenters speak to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from app.annotate.canvas.glow import MapGlow
from app.annotate.canvas.marks import Mark
from app.annotate.canvas.picture import Picture
from app.annotate.tools import Tool
from labeling.annotation import AnnotationVersion
from labeling.catalog import DefectClass
from labeling.datasets.labels import Imported
from labeling.exchange import LabelFormat, Loss, Reading
from labeling.records.datasets import Dataset, DatasetCounts, FilterChoices, ImageQuery
from vision.inspection import Trouble


@dataclass(frozen=True, kw_only=True)
class DatasetRow:
    """A dataset of the start page."""

    dataset: Dataset
    counts: DatasetCounts


@dataclass(frozen=True, kw_only=True)
class ClassRow:
    """A defect class, and how often it is marked on the image in hand."""

    one: DefectClass
    count: int


@dataclass(frozen=True, kw_only=True)
class ClassChange:
    """Something that happened to a defect class."""

    time: datetime
    who: str
    words: str
    """In the station's language."""


@dataclass(frozen=True, kw_only=True)
class StrokeRow:
    """One stroke."""

    number: int
    name: str
    """In the station's language."""
    time: datetime


@dataclass(frozen=True, kw_only=True)
class StrokesShown:
    """The last strokes of this image, newest first, and how safe they are."""

    strokes: tuple[StrokeRow, ...] = ()
    saved: datetime | None = None
    """When the last stroke came to the disk; None when nothing was ever marked."""
    is_safe: bool = True
    can_undo: bool = False
    can_redo: bool = False
    is_done: bool = False
    """The image is done already."""


@dataclass(frozen=True, kw_only=True)
class ProposalShown:
    """An open proposal; the slider is left out where there is nothing to move."""

    title: str
    line: str
    share: float | None = None
    """Where the slider stands, 0 to 1."""


@dataclass(frozen=True, kw_only=True)
class PlaceShown:
    """Which image is in hand."""

    number: int
    total: int
    name: str
    tags: tuple[str, ...] = ()


class BenchView(Protocol):
    """What `Bench` and `Proposing` set."""

    def show_picture(self, picture: Picture | None, words: str) -> None: ...
    def show_marks(self, marks: Sequence[Mark]) -> None: ...
    def show_strokes(self, shown: StrokesShown) -> None: ...
    def show_classes(self, rows: Sequence[ClassRow], chosen: str | None) -> None: ...
    def show_tool(self, tool: Tool, size: int) -> None: ...
    def show_proposal(self, shown: ProposalShown | None, glow: MapGlow | None) -> None: ...
    def set_sketch(self, tool: Tool, size: tuple[int, int] | None, radius_px: float, colour: str) -> None: ...
    def show_reason(self, reason: str) -> None: ...
    def show_saving_trouble(self, trouble: Trouble | None) -> None: ...
    def ask_recipe(self, names: Sequence[str], take: Callable[[str], None]) -> None: ...
    def ask_defect(self, classes: Sequence[DefectClass], take: Callable[[str | None], None]) -> None: ...
    def ask_class(self, known: DefectClass | None, classes: Sequence[DefectClass]) -> None: ...
    def tell(self, trouble: Trouble) -> None: ...
    def say(self, text: str) -> None: ...


class AnnotateView(BenchView, Protocol):
    """What `AnnotatePresenter` and `TransferPresenter` set besides."""

    def show_datasets(self, rows: Sequence[DatasetRow], refused: str) -> None: ...
    def show_creating(self, what: str, done: int, total: int) -> None: ...
    def show_work(self) -> None: ...
    def show_images(self, dataset: Dataset, ids: Sequence[int], *, is_filtered: bool) -> None: ...
    def show_place(self, place: PlaceShown | None, at: int) -> None: ...
    def image_changed(self, image_id: int) -> None: ...
    def ask_name(self, folder: Path, offered: str, products: Sequence[str]) -> None: ...
    def ask_filter(self, query: ImageQuery, choices: FilterChoices, classes: Sequence[DefectClass]) -> None: ...
    def ask_tags(self, tags: frozenset[str], known: Sequence[str]) -> None: ...
    def ask_version(self, versions: Sequence[AnnotationVersion], classes: Sequence[DefectClass]) -> None: ...
    def ask_export(self, format_: LabelFormat, losses: Sequence[Loss], target: Path) -> None: ...
    def ask_import(self, reading: Reading, new_classes: Sequence[str]) -> None: ...
    def say_imported(self, imported: Imported) -> None: ...
