"""What the Review screen asks of the rest of the application."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from labeling.catalog import Catalog
from labeling.records.reviews import Decision, SeenDefect
from labeling.review.place import Place
from vision.inspection import Frame, InspectionRecord, Prediction, ViewRecord
from vision.station import Replay


@dataclass(frozen=True, kw_only=True)
class Look:
    """One part through one of its views."""

    record: InspectionRecord
    view: ViewRecord | None
    """None when the part has no view at all."""

    @property
    def key(self) -> tuple[str, str]:
        """Names it."""
        return self.record.inspection_id, self.view.view if self.view else ""


@dataclass(frozen=True, eq=False, kw_only=True)
class GoodPart:
    """A part judged OK by the same recipe version shortly before, at the same place."""

    sequence: int
    picture: NDArray[np.uint8]
    """The place, 8 bits."""
    frame: Frame | None = None
    """All of it, of the first one only: it is what the part is compared with."""


@dataclass(frozen=True, eq=False, kw_only=True)
class PastDefect:
    """A place like this one, and what was decided on it."""

    picture: NDArray[np.uint8]
    decision: Decision
    product: str
    """Whose catalog holds the class."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Why:
    """Why a part is here: all that is known of the place that stands out."""

    prediction: Prediction | None = None
    """Its map is no larger than `MAP_SIDE_PX`."""
    hidden: Prediction | None = None
    """The same place without the score, for a part that is looked at blind."""
    highest_at: str = ""
    """Where that is, in words."""
    missing: str = ""
    """Why there is no map; empty when there is one."""
    place: Place | None = None
    good: tuple[GoodPart, ...] = ()
    past: tuple[PastDefect, ...] = ()
    seen: SeenDefect | None = None
    """What is kept of the place when a person calls it a defect."""


class Evidence(Protocol):
    """Frames and what stands beside them; called from background threads."""

    def frame(self, look: Look) -> Frame:
        """The stored frame. Raises `Trouble` with the reason when there is none."""

    def why(self, look: Look, frame: Frame) -> Why:
        """Map, good parts and past defects. What cannot be had is left out."""

    def remember(self, seen: SeenDefect) -> None:
        """Keep the place of a defect, so that it is found when another looks like it."""


class Replays(Protocol):
    """Stored frames and their second prediction; called from background threads."""

    def frame(self, view: ViewRecord) -> Frame:
        """The stored frame. Raises `Trouble` when the file is missing or damaged."""

    def replay(self, record: InspectionRecord) -> Replay:
        """Predict the stored frames again. Raises `Trouble` when frame, recipe version or model is gone."""

    def absence(self, record: InspectionRecord, view: ViewRecord) -> str | None:
        """Why a view has no stored frame, None when nothing is known."""


class Tolerance(Protocol):
    """Teaches a false alarm: the model puts up with this place from the next part on, and only with this place.

    Called from a background thread.
    """

    def tolerate(self, look: Look, place: Place, by: str) -> None:
        """Takes as long as judging every known defect. Raises `Trouble` with the one that would pass."""

    def take_back(self, look: Look, by: str) -> bool:
        """As if it had never been tolerated; False when it was not. Raises `Trouble` for a damaged recipe."""


class Person(Protocol):
    """Who stands at the station."""

    @property
    def who(self) -> str:
        """Whose name is written beside a decision."""

    def may(self, permission: str) -> bool:
        """Whether this person may do it."""

    def require(self, permission: str) -> None:
        """Raise `NotAllowed` otherwise."""


@dataclass(frozen=True, kw_only=True)
class ShiftNow:
    """The shift that is at work, and since when."""

    name: str
    """Empty when the station has no shifts: then it is the day."""
    since: datetime
    """Aware."""


MAP_SIDE_PX = 1024
"""An outline is traced at this size anyway; the maps of some frames of 24 megapixels would fill the memory."""

Catalogs = Callable[[str], Catalog]
"""The defect classes of a product, by the recipe's name."""

Records = Sequence[InspectionRecord]
