"""What people decided on inspected parts. Entries are added and never changed: to undo is to add one that withdraws."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Self

import numpy as np
from numpy.typing import NDArray

from vision.inspection import InspectionRecord, Verdict


class Finding(StrEnum):
    """What a person sees on a part."""

    DEFECT = "defect"
    FALSE_ALARM = "false_alarm"
    """Nothing that counts; on a part judged OK this confirms the verdict."""
    CANNOT_TELL = "cannot_tell"
    """A second person decides, without seeing this."""


class Disposition(StrEnum):
    """What happens to the part."""

    USE_AS_IS = "use_as_is"
    REWORK = "rework"
    SCRAP = "scrap"


@dataclass(frozen=True, kw_only=True)
class Judgement:
    """A person's finding. `class_id` is a defect class of the catalog; None for a defect of no class."""

    finding: Finding
    class_id: str | None = None

    def __post_init__(self) -> None:
        if self.class_id is not None and self.finding is not Finding.DEFECT:
            raise ValueError(f"a defect class with the finding {self.finding}")


@dataclass(frozen=True, kw_only=True)
class Decision:
    """Judgement and disposition, in one act. `disposition` is None while nobody can tell."""

    judgement: Judgement
    disposition: Disposition | None
    reason: str = ""

    @property
    def is_final(self) -> bool:
        """False while a second person has to decide."""
        return self.judgement.finding is not Finding.CANNOT_TELL


@dataclass(frozen=True, kw_only=True)
class ReviewedPart:
    """What an entry keeps of the inspection that it is about."""

    inspection_id: str
    sequence: int
    lot: str | None
    recipe: str
    recipe_version: int
    verdict: Verdict

    @classmethod
    def of(cls, record: InspectionRecord) -> Self:
        """The part of a record."""
        return cls(
            inspection_id=record.inspection_id,
            sequence=record.sequence,
            lot=record.part.lot,
            recipe=record.recipe,
            recipe_version=record.recipe_version,
            verdict=record.verdict,
        )


class Act(StrEnum):
    """What an entry says was done."""

    DECIDED = "decided"
    WITHDREW = "withdrew"
    """Took a decision back."""
    LOOKED = "looked"
    """Had score and verdict shown before deciding."""


@dataclass(frozen=True, kw_only=True)
class ReviewEntry:
    """One act of one person on one part."""

    part: ReviewedPart
    act: Act
    who: str
    time: datetime
    """Aware, UTC."""
    decision: Decision | None = None
    """Only of `Act.DECIDED`."""
    withdraws: int | None = None
    """Number of the entry that is taken back; only of `Act.WITHDREW`."""
    seconds: float | None = None
    """From the image on the screen to the decision; None when it was not on the screen."""
    is_blind: bool = False
    """True when score and verdict were hidden until then."""
    number: int = 0
    """In the order of writing, from 1; 0 before it is stored."""


@dataclass(frozen=True, kw_only=True)
class AuditRate:
    """How many of the parts judged OK are looked at all the same, from a part on."""

    share: float
    """0 to 1; 0 is no audit."""
    after_sequence: int
    """Holds for parts behind this one."""
    who: str = ""
    time: datetime | None = None


@dataclass(frozen=True, eq=False, kw_only=True)
class SeenDefect:
    """The place of a part that a person decided on, small, to be found again when a new one looks like it."""

    inspection_id: str
    codes: NDArray[np.float32]
    """What `labeling.review.lookalikes` made of it."""
    coder: str
    """Which coder that was: codes of two coders say nothing about each other."""
    picture: bytes
    """The place as a PNG, so that it can be shown when the frame is gone."""
