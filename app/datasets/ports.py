"""What the Datasets pages ask of the rest of the application."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from app.workers.background import Background
from labeling.datasets import Datasets, Eye, Thumbnails
from labeling.storage import AnnotationBook, CatalogBook, FrozenBook
from vision.inspection import InspectionRecord


class Person(Protocol):
    """Who stands at the station."""

    @property
    def who(self) -> str:
        """Whose name is written beside a change."""

    @property
    def operator(self) -> str | None:
        """The signed-in person's name; None when nobody is."""

    def require(self, permission: str) -> None:
        """Raise `NotAllowed` when the person may not do it."""


class Models(Protocol):
    """What can look at images a second time."""

    def recipes(self) -> Sequence[str]:
        """Those whose model can."""

    def eye(self, recipe: str | None) -> Eye:
        """The eye of a recipe, or one that only knows what looks alike; loading takes a moment. Raises `Trouble`."""


class Which(StrEnum):
    """Which inspected parts."""

    ALL = "all"
    OK = "ok"
    """Judged OK."""
    FLAGGED = "flagged"
    """Judged NG or REVIEW."""
    DEFECT = "defect"
    """A person found a defect."""
    FALSE_ALARM = "false_alarm"
    """A person found nothing that counts."""


@dataclass(frozen=True, kw_only=True)
class PartsWanted:
    """Inspected parts that are to join a dataset."""

    recipe: str | None = None
    """None is any."""
    lot: str | None = None
    """None is any."""
    which: Which = Which.ALL


class InspectedParts(Protocol):
    """The station's records."""

    def recipes(self) -> Sequence[str]:
        """The recipes that parts were inspected with."""

    def find(self, wanted: PartsWanted) -> Sequence[InspectionRecord]:
        """The newest of them with a stored frame; called from a background thread."""


@dataclass(frozen=True, eq=False, kw_only=True)
class DatasetsNeeds:
    """What `app.desktop` hands in."""

    datasets: Datasets
    annotations: AnnotationBook
    catalogs: CatalogBook
    frozen: FrozenBook
    thumbnails: Thumbnails
    models: Models
    parts: InspectedParts
    person: Person
    working: Background
    thumbnailing: Background
    """Two lanes: long work does not hold up the pictures."""
    post: Callable[[Callable[[], None]], None]
    """From any thread: call this in the window's."""
    now: Callable[[], datetime]
    """Aware; the date beside a signature."""
    refused: str = ""
    """Why nothing can be changed here, in the station's language; empty when it can."""
    show_progress: Callable[[float | None], None] = lambda _share: None
    """The bar in the rail; None takes it away."""
