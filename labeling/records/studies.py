"""Agreement studies. A study is written once, when it starts, and never changes; answers are added and never removed."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Self

from vision.inspection import Trouble

GOOD = "OK"
"""The category of a good part, in every study."""
NOT_GOOD = "NG"
"""The other one, in a study that does not ask for defect classes."""


class StudyTrouble(Trouble):
    """A study that cannot be made, or an answer that cannot be given."""


@dataclass(frozen=True, kw_only=True)
class StudyPart:
    """One part of a study; its image is the study's own copy."""

    number: int
    """From 1; all that appraisers see."""
    name: str
    """Where it comes from, as people know it; hidden until the figures are shown."""
    image: str
    """Path of a PNG, relative to the home, with forward slashes."""
    sha256: str
    bit_depth: int = 8
    view: str = ""
    """The recipe's view that the image shows; empty when that is not known."""
    reference: str | None = None
    """What the part really is: one of the categories; None when that is not known."""

    def without_reference(self) -> Self:
        """The part of a study that does not ask what it really is."""
        return replace(self, reference=None)


@dataclass(frozen=True, kw_only=True)
class Appraiser:
    """Who rates: a person or the model."""

    name: str
    is_model: bool = False


@dataclass(frozen=True, kw_only=True)
class Study:
    """Everything that is fixed when a study starts."""

    name: str
    categories: tuple[str, ...]
    """What can be answered, `GOOD` first."""
    parts: tuple[StudyPart, ...]
    """The truth is known of all of them, or of none."""
    appraisers: tuple[Appraiser, ...]
    trials: int
    """How often every appraiser rates every part, from 1."""
    pause: timedelta = timedelta(0)
    """Least time between the last answer of a trial and the first of the next, so that nobody remembers a part."""
    salt: str
    """Secret that orders the parts, anew for every appraiser and trial."""
    recipe: str = ""
    """The recipe that rates, where the model is an appraiser."""
    recipe_version: int = 0
    created: datetime
    created_by: str
    id: int = 0
    """0 before it is stored."""

    @property
    def has_reference(self) -> bool:
        return all(part.reference is not None for part in self.parts)

    def memo(self) -> dict[str, Any]:
        """What is fixed, ready for JSON; `recall` makes the study again. Name, author, time and id have columns."""
        return {
            "categories": self.categories,
            "parts": [vars(part) for part in self.parts],
            "appraisers": [vars(one) for one in self.appraisers],
            "trials": self.trials,
            "pause_s": self.pause.total_seconds(),
            "salt": self.salt,
            "recipe": self.recipe,
            "recipe_version": self.recipe_version,
        }

    @classmethod
    def recall(cls, memo: dict[str, Any], *, study_id: int, name: str, created: datetime, created_by: str) -> Self:
        """The study of a `memo`."""
        return cls(
            id=study_id,
            name=name,
            created=created,
            created_by=created_by,
            categories=tuple(memo["categories"]),
            parts=tuple(StudyPart(**part) for part in memo["parts"]),
            appraisers=tuple(Appraiser(**one) for one in memo["appraisers"]),
            trials=memo["trials"],
            pause=timedelta(seconds=memo["pause_s"]),
            salt=memo["salt"],
            recipe=memo["recipe"],
            recipe_version=memo["recipe_version"],
        )


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One answer of one appraiser, or its withdrawal."""

    appraiser: str
    trial: int
    """From 1."""
    part: int
    """The part's number."""
    value: str | None
    """A category; None takes the answer on this part back."""
    time: datetime
    seconds: float | None = None
    """From the image on the screen to the answer; None for the model."""
