"""What the Annotate screen asks of the rest of the application, and what it shows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from app.annotate.canvas.glow import MapGlow
from app.workers.background import Background
from labeling.datasets import Datasets, Thumbnails
from labeling.datasets.labels import DatasetLabels
from labeling.painting import ClickToMask
from labeling.records.datasets import Dataset
from labeling.storage import AnnotationBook, CatalogBook
from vision.inspection import Clock, Frame, SystemClock


class Person(Protocol):
    """Who stands at the station."""

    @property
    def who(self) -> str:
        """Whose name is written beside what is marked."""

    def may(self, permission: str) -> bool:
        """Whether this person may do it."""

    def require(self, permission: str) -> None:
        """Raise `NotAllowed` otherwise."""


class Models(Protocol):
    """What models say of an image; called from background threads, except `recipes`."""

    def recipes(self) -> Sequence[str]:
        """Those whose model can give a map."""

    def map_of(self, recipe: str, frame: Frame) -> MapGlow:
        """The anomaly map of an image, as large as it. Raises `Trouble` when the recipe cannot judge it."""

    def click_to_mask(self) -> ClickToMask:
        """The imported network, or the one that comes with Loupe. Raises `Trouble` when it cannot be used."""

    def take_sam(self, encoder: Path, decoder: Path) -> None:
        """Use an imported network from now on. Raises `Trouble` when it is none; the one in use stays then."""

    def drop_sam(self) -> None:
        """Use the one that comes with Loupe from now on. Raises `Trouble` when the imported files cannot go."""


@dataclass(frozen=True, eq=False, kw_only=True)
class AnnotateNeeds:
    """What `app.desktop` hands in."""

    datasets: Datasets
    annotations: AnnotationBook
    catalogs: CatalogBook
    thumbnails: Thumbnails
    labels: Callable[[Dataset], DatasetLabels]
    journal: Callable[[int], Path]
    """Where the strokes of an image are kept until they are saved."""
    models: Models
    person: Person
    decoding: Background
    thumbnailing: Background
    working: Background
    """Three lanes: neither a model nor a folder full of images holds up the next image."""
    refused: str = ""
    """Why nothing can be changed here; empty when it can."""
    clock: Clock = field(default_factory=SystemClock)
