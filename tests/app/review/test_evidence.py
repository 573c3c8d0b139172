"""Why a part is here: the good parts that are shown beside it."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from app.review.evidence import SHOWN, StationEvidence
from app.review.part import look_at
from labeling.records.reviews import Decision, Disposition, Finding, Judgement
from labeling.review.reviewer import Reviewer, Timing
from labeling.storage import prepare
from labeling.storage.reviews import ReviewBook
from tests.app.review.test_review_screen import MadeUp
from tests.vision.storage.parts import Line
from vision.inspection import Frame, InspectionRecord, ManualClock, Verdict, ViewRecord
from vision.storage import Home, Store

SIDE = 64


def striped(seed: int, period_px: int) -> Frame:
    noise = np.random.default_rng(seed).normal(0, 3, (SIDE, SIDE))
    stripes = 120 + 60 * np.sin(np.arange(SIDE) * 2 * np.pi / period_px)[None, :]
    return Frame(pixels=(stripes + noise).clip(0, 255).astype(np.uint8))


class Desk:
    def __init__(self, store: Store) -> None:
        self.store, self.line = store, Line(store, ManualClock())
        self.reviewer, book = Reviewer.of(store), ReviewBook(store.database)
        self.evidence = StationEvidence(store, MadeUp(store, SIDE), self.reviewer, book)  # type: ignore[arg-type]

    def inspect(self, frame: Frame, verdict: Verdict = Verdict.OK, version: int = 2) -> InspectionRecord:
        intent = self.line.intent(recipe_version=version)
        sequence = self.store.begin(intent)
        stored = self.store.save_frame(intent.inspection_id, sequence, "top", frame, "L7")
        seen = ViewRecord(
            view="top",
            verdict=verdict,
            score=1.25,
            t1=1.0,
            t2=2.0,
            model_hash="m" * 64,
            image=stored.path,
            image_hash=stored.sha256,
        )
        return self.store.complete(self.line.record(intent, sequence, verdict, views=(seen,)))

    def good(self, record: InspectionRecord) -> list[int]:
        look = look_at(record)
        return [part.sequence for part in self.evidence.why(look, self.evidence.frame(look)).good]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Store(Home(tmp_path / "home").prepare()) as store:
        prepare(store.database)
        yield Desk(store)


def test_the_parts_that_look_most_like_it_are_shown_whatever_version_judged_them(desk: Desk) -> None:
    alike = [desk.inspect(striped(seed, 6), version=1).sequence for seed in range(3)]
    for seed in range(6):
        desk.inspect(striped(10 + seed, 21))
    flagged = desk.inspect(striped(30, 6), Verdict.NG)
    shown = desk.good(flagged)
    assert sorted(shown) == alike
    assert len(shown) == SHOWN


def test_only_the_nearest_keeps_its_whole_frame(desk: Desk) -> None:
    for seed in range(4):
        desk.inspect(striped(seed, 6))
    look = look_at(desk.inspect(striped(30, 6), Verdict.NG))
    good = desk.evidence.why(look, desk.evidence.frame(look)).good
    assert [part.frame is not None for part in good] == [True, False, False]


def test_what_the_audit_drew_is_shown_once_it_is_decided_and_good(desk: Desk) -> None:
    desk.reviewer.set_share(1.0, "Eva")
    first, second = (desk.inspect(striped(seed, 6)) for seed in range(2))
    flagged = desk.inspect(striped(30, 6), Verdict.NG)
    assert desk.good(flagged) == []
    fine = Decision(judgement=Judgement(finding=Finding.FALSE_ALARM), disposition=Disposition.USE_AS_IS)
    bad = Decision(judgement=Judgement(finding=Finding.DEFECT), disposition=Disposition.SCRAP)
    desk.reviewer.decide(first, fine, "Ina", Timing())
    desk.reviewer.decide(second, bad, "Ina", Timing())
    assert desk.good(flagged) == [first.sequence]
