"""What the Studies screen asks of the rest of the application. `app.desktop` hands in what fulfils it."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.session import Permission, Session
from app.workers.background import WorkerBackground
from labeling.study.images import PartSource
from labeling.study.outcome import Outcome
from labeling.study.studies import Judge, Studies
from vision.inspection import Frame


@dataclass(frozen=True, kw_only=True)
class Place:
    """Somewhere parts can be taken from: a recipe's inspections, or a dataset."""

    name: str
    """As it stands in the list, translated."""
    classes: tuple[str, ...]
    """Names of the defect classes there; empty when there is no catalog."""
    source: Callable[[bool], PartSource]
    """True asks for defect classes, False for OK or NG. Called in the background."""


@dataclass(frozen=True, kw_only=True)
class ModelInUse:
    """The released model that would be an appraiser."""

    recipe: str
    version: int


@dataclass(frozen=True, kw_only=True)
class StudyNeeds:
    """What the screen is given."""

    studies: Studies
    background: WorkerBackground
    session: Session
    places: Callable[[], Sequence[Place]]
    people: Callable[[], Sequence[str]]
    """Names of the active operators."""
    operators: Callable[[], Sequence[str]]
    """Names of all operators, also of those who are no longer active."""
    model: Callable[[], ModelInUse | None]
    judge: Callable[[ModelInUse], Judge]
    """Loads a model. Called in the background; raises `Trouble` when it is gone."""
    write_pdf: Callable[[Outcome, Callable[[int], Frame | None], Path], None]
    """Called in the background: the report, with the images of parts by their number."""
    now: Callable[[], datetime]
    clock_s: Callable[[], float] = time.monotonic

    def may_plan(self) -> bool:
        """Whether the person at the station may start a study and let the model rate."""
        return self.session.may(Permission.STUDY)

    def may_rate_as(self, appraiser: str) -> bool:
        """Operators rate as themselves; whoever never was one here may be rated for by anybody."""
        return self.session.is_open or appraiser == self.session.operator or appraiser not in self.operators()
