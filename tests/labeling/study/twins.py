"""Parts in memory, and a station's home with its tables."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from labeling.records.studies import GOOD, NOT_GOOD, Appraiser
from labeling.storage import prepare
from labeling.storage.studies import StudyBook
from labeling.study.images import PartImage, StudyImages
from labeling.study.planning import Candidate
from labeling.study.studies import Studies, Wish
from vision.inspection import Frame, ManualClock, Trouble
from vision.storage import Home, StationDatabase

ADA, BEN = Appraiser(name="Ada"), Appraiser(name="Ben")
MODEL = Appraiser(name="Model", is_model=True)


@dataclass
class Shelf:
    """A source with parts whose image tells their number."""

    good: int = 10
    bad: int = 10
    unknown: int = 0
    gone: set[str] = field(default_factory=set)

    def candidates(self) -> Sequence[Candidate]:
        counts = {GOOD: self.good, NOT_GOOD: self.bad, None: self.unknown}
        kinds: list[str | None] = [kind for kind, count in counts.items() for _ in range(count)]
        return [Candidate(name=f"P{n}", key=str(n), reference=kind) for n, kind in enumerate(kinds)]

    def image(self, candidate: Candidate) -> PartImage:
        if candidate.key in self.gone:
            raise Trouble(f"{candidate.name} is gone.")
        return PartImage(frame=Frame(pixels=np.full((6, 8), int(candidate.key), np.uint8)), view="top")


@dataclass(frozen=True)
class Desk:
    """Studies on a home of their own."""

    home: Home
    database: StationDatabase
    clock: ManualClock
    studies: Studies

    def again(self) -> Studies:
        """The same after a restart."""
        return Studies(StudyBook(self.database), StudyImages(self.home), self.clock)


def open_desk(root: Path) -> Desk:
    home = Home(root).prepare()
    database = StationDatabase(home.database)
    prepare(database)
    clock = ManualClock()
    studies = Studies(StudyBook(database), StudyImages(home), clock)
    return Desk(home, database, clock, studies)


def wish(**changes: object) -> Wish:
    values: dict[str, object] = {
        "name": "Week 24",
        "categories": (GOOD, NOT_GOOD),
        "appraisers": (ADA, BEN),
        "count": 6,
        "trials": 2,
        "by": "Eva",
    }
    return Wish(**values | changes)  # type: ignore[arg-type]
