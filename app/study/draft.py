"""A study while it is being planned."""

from dataclasses import dataclass
from datetime import timedelta
from enum import IntEnum

from app.study.ports import ModelInUse, Place
from labeling.records.studies import GOOD, NOT_GOOD, Appraiser
from labeling.study.studies import Wish

MOST_PARTS = 500
MOST_TRIALS = 5


class Pause(IntEnum):
    """Least time between two trials of one appraiser, in hours."""

    NONE = 0
    NEXT_DAY = 12
    NEXT_WEEK = 24 * 6


@dataclass(frozen=True, kw_only=True)
class Supply:
    """How many parts a place has."""

    total: int
    known: int
    """Of which somebody has said what they are."""
    good: int
    """Of the known ones."""


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What was chosen so far."""

    name: str = ""
    place: Place | None = None
    by_class: bool = False
    """Appraisers name the defect class, not only OK or NG."""
    known_only: bool = True
    count: int = 50
    appraisers: tuple[str, ...] = ()
    """People, in the order they were chosen."""
    with_model: bool = False
    trials: int = 2
    pause: Pause = Pause.NONE

    @property
    def categories(self) -> tuple[str, ...]:
        """What can be answered."""
        if self.by_class and self.place is not None:
            return (GOOD, *(name for name in self.place.classes if name != GOOD))
        return (GOOD, NOT_GOOD)

    def wish(self, by: str, model: ModelInUse | None, model_name: str) -> Wish:
        """The study that is asked for; `model` only where it rates."""
        people = tuple(Appraiser(name=name) for name in self.appraisers)
        return Wish(
            name=self.name.strip(),
            categories=self.categories,
            appraisers=(*people, Appraiser(name=model_name, is_model=True)) if model else people,
            count=self.count,
            trials=self.trials,
            pause=timedelta(hours=int(self.pause)),
            known_only=self.known_only,
            recipe=model.recipe if model else "",
            recipe_version=model.version if model else 0,
            by=by,
        )
