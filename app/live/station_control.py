"""What the Live screen needs from the station; `app.compose` gives it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from vision.inspection import Thresholds, Verdict
from vision.station.events import Alarm, StateReport


@dataclass(frozen=True, kw_only=True)
class ChosenRecipe:
    """The recipe in use, with what the screen needs to draw a part of it."""

    name: str
    version: int
    thresholds: Mapping[str, Thresholds]
    """By view name."""
    cameras: tuple[str, ...] = ()
    """The recipe's names for the cameras it looks through, in its order."""
    created: datetime | None = None
    """When this version was made, if that is known."""


@dataclass(frozen=True, kw_only=True)
class RecipeOffer:
    """A recipe one can choose, with its versions, the active one first; without any while none is known to be active."""

    name: str
    versions: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class LotCounts:
    """A lot's records so far."""

    counts: Mapping[Verdict, int]
    up_to_sequence: int
    """Sequence number of the newest record counted; 0 when there is none."""


class StationControl(Protocol):
    """The station as a screen sees it. Every method returns at once; what follows comes as events of the bridge.

    A method that cannot do what was asked raises `Trouble`.
    """

    @property
    def state(self) -> StateReport:
        """The last state."""

    @property
    def recipe(self) -> ChosenRecipe | None:
        """The recipe in use; None before one was chosen."""

    @property
    def lot(self) -> str | None:
        """The lot in use."""

    @property
    def parts_planned(self) -> int | None:
        """How many parts a lot has; None when nobody said."""

    @property
    def camera_name(self) -> str:
        """The cameras of the recipe in use as people call them; empty when none is chosen."""

    def lot_counts(self) -> LotCounts:
        """Records of this lot so far, from the store."""

    def offers(self) -> tuple[RecipeOffer, ...]:
        """The recipes one can choose."""

    def start(self) -> None:
        """Begin to inspect."""

    def stop(self) -> None:
        """Finish the part at hand, then stop."""

    def choose(self, recipe: str, version: int, lot: str | None) -> None:
        """Take another recipe or lot; while inspecting it takes effect with the next part."""

    def retry(self) -> None:
        """Try now what the station would try by itself later: the lost camera, the record that could not be written."""

    def acknowledge(self, alarm: Alarm) -> None:
        """A person has seen the alarm."""
