"""What the Datasets pages show, as values, and the setters that their presenters speak to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

from app.datasets.ports import PartsWanted
from labeling.catalog import DefectClass
from labeling.datasets import Comparison
from labeling.records.datasets import (
    Dataset,
    DatasetCounts,
    DatasetImage,
    FilterChoices,
    FrozenKind,
    FrozenSet,
    ImageQuery,
)
from vision.inspection import Trouble


class Page(IntEnum):
    """What fills the screen below its head."""

    IMAGES = 0
    DUPLICATES = 1
    FROZEN = 2


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One image of a grid, in words."""

    title: str
    line: str
    colours: tuple[str, ...] = ()
    """Of the defect classes that are marked."""
    is_done: bool = False
    score: str = ""
    """As screens show it; empty when no model has looked."""
    tags: str = ""
    reason: str = ""
    """Why the label is suspect; it takes the place of the title."""

    @property
    def spoken(self) -> str:
        """For the screen reader and the tooltip."""
        return ", ".join(part for part in (self.title, self.line, self.reason, self.tags, self.score) if part)


Describe = Callable[[DatasetImage], Cell]


@dataclass(frozen=True, kw_only=True)
class GroupRow:
    """Images that look nearly the same."""

    first: DatasetImage
    count: int
    is_settled: bool
    """All but one have the tag."""


@dataclass(frozen=True, kw_only=True)
class FrozenRow:
    """A snapshot or golden set of the list."""

    name: str
    kind: FrozenKind
    frozen: FrozenSet | None = None
    """None when it cannot be trusted any more."""
    trouble: Trouble | None = None
    """Why."""


@dataclass(frozen=True, kw_only=True)
class FreezeAsked:
    """What is about to be frozen."""

    kind: FrozenKind
    count: int
    is_chosen: bool
    """True: the chosen images; False: all that are shown."""
    signed_by: str | None
    """None when nobody is signed in: then the name is asked for."""
    day: str


class JobView(Protocol):
    """What `Jobs` sets."""

    def show_job(self, what: str, kept: str) -> None: ...
    def show_job_progress(self, done: int, total: int) -> None: ...
    def end_job(self) -> None: ...
    def tell(self, trouble: Trouble) -> None: ...


class DatasetsView(JobView, Protocol):
    """What the presenters of the screen set."""

    def show_page(self, page: Page) -> None: ...
    def show_datasets(self, names: Sequence[str], chosen: str | None) -> None: ...
    def show_filter(self, query: ImageQuery, choices: FilterChoices, classes: Sequence[DefectClass]) -> None: ...
    def show_images(self, ids: Sequence[int], counts: DatasetCounts, query: ImageQuery) -> None: ...
    def images_changed(self) -> None: ...
    def hand_over(self, dataset: Dataset, ids: Sequence[int], image_id: int) -> None: ...
    def ask_tags(self, count: int, known: Sequence[str]) -> None: ...
    def ask_recipe(self, recipes: Sequence[str], chosen: str | None, count: int) -> None: ...
    def ask_parts(self, recipes: Sequence[str], wanted: PartsWanted) -> None: ...
    def ask_freeze(self, asked: FreezeAsked) -> None: ...
    def say(self, text: str) -> None: ...


class DuplicatesView(Protocol):
    """What `DuplicatesPresenter` sets."""

    def show_looking(self) -> None: ...
    def show_groups(self, rows: Sequence[GroupRow], chosen: int) -> None: ...
    def show_group(self, ids: Sequence[int], kept: int) -> None: ...


class FrozenView(Protocol):
    """What `FrozenPresenter` sets."""

    def show_sets(self, rows: Sequence[FrozenRow], chosen: str) -> None: ...
    def show_set(self, row: FrozenRow, compared: Comparison | None) -> None: ...
