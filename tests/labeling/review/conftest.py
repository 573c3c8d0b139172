"""A real store with a line, and a review of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from labeling.records.reviews import Decision, Disposition, Finding, Judgement
from labeling.review.reviewer import Reviewer, Timing
from labeling.storage import prepare
from labeling.storage.open_parts import Asked
from labeling.storage.reviews import ReviewBook
from tests.vision.storage.parts import Line
from vision.inspection import InspectionRecord, ManualClock
from vision.storage import Home, Store

SCRAP = Decision(judgement=Judgement(finding=Finding.DEFECT, class_id="crack"), disposition=Disposition.SCRAP)
FALSE = Decision(judgement=Judgement(finding=Finding.FALSE_ALARM), disposition=Disposition.USE_AS_IS)
CANNOT = Decision(judgement=Judgement(finding=Finding.CANNOT_TELL), disposition=None)


class Desk:
    """A person at a station; `reopen` is a restart of the application."""

    def __init__(self, store: Store, clock: ManualClock) -> None:
        self.store, self.clock = store, clock
        self.line = Line(store, clock)
        prepare(store.database)
        self.reopen()

    def reopen(self) -> None:
        self.book = ReviewBook(self.store.database)
        self.reviewer = Reviewer(self.store, self.book, self.clock)

    def waiting(self, lot: str | None = None) -> list[int]:
        return sorted(part.record.sequence for part in self.reviewer.waiting(Asked(lot=lot)).parts)

    def decide(self, record: InspectionRecord, decision: Decision, by: str = "Ada") -> None:
        timing = Timing(seconds=2.0, is_blind=self.reviewer.plan.is_blind)
        self.reviewer.decide(record, decision, by, timing)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    clock = ManualClock()
    with Store(Home(tmp_path / "home").prepare()) as store:
        yield Desk(store, clock)
