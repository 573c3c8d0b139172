"""Tolerated false alarms on a real store: the version released, the defects that forbid it, and the way back."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from app.compose import Premises, open_station
from app.desktop.replays import StationReplays
from app.desktop.tolerance import TaughtTolerance
from app.review.part import look_at
from labeling.records.reviews import Decision, Disposition, Finding, Judgement
from labeling.review.place import Place
from labeling.review.reviewer import Reviewer, Timing
from labeling.storage import prepare
from tests.vision.storage.parts import Line
from vision.detectors import load_predictor
from vision.inspection import Frame, InspectionRecord, ManualClock, Thresholds, Verdict, ViewRecord
from vision.storage import AuditLog
from vision.teaching import NotTolerated, TeachRequest, teach

SETTINGS = {"long_side_px": 128, "memory_size": 60, "memories": 2, "pool_size": 600}
WHOLE = Place(x=0, y=0, width=64, height=48)


def part(seed: int, mark: int | None = None) -> Frame:
    pixels = np.random.default_rng(seed).integers(90, 130, (48, 64)).astype(np.uint8)
    if mark is not None:
        pixels[16:32, 32:48] = mark
    return Frame(pixels=pixels)


class Bench:
    """A station whose recipe "plate" has learned eight parts."""

    def __init__(self, premises: Premises) -> None:
        self.premises = premises
        self.line = Line(premises.store, ManualClock())
        self.reviewer = Reviewer.of(premises.store)
        self.used: list[tuple[str, int]] = []
        replays = StationReplays(premises.store, premises.recipes)
        self.tolerance = TaughtTolerance(premises, replays, lambda name, version: self.used.append((name, version)))

    def flagged(self, frame: Frame) -> InspectionRecord:
        """An NG part of the recipe, with its frame stored."""
        intent = self.line.intent(recipe="plate", recipe_version=1)
        sequence = self.premises.store.begin(intent)
        stored = self.premises.store.save_frame(intent.inspection_id, sequence, "view-1", frame, "L7")
        seen = ViewRecord(
            view="view-1",
            verdict=Verdict.NG,
            score=3.0,
            t1=1.0,
            t2=2.0,
            model_hash="m" * 64,
            image=stored.path,
            image_hash=stored.sha256,
        )
        return self.premises.store.complete(self.line.record(intent, sequence, Verdict.NG, views=(seen,)))

    def verdict(self, frame: Frame) -> Verdict:
        """Of the active version."""
        recipe = self.premises.recipes.load("plate")
        folder = self.premises.recipes.version_folder("plate", recipe.version)
        view = recipe.views[0]
        score = load_predictor(view, folder).predict(frame).score
        return Thresholds(t1=view.t1, t2=view.t2).judge(score)

    def confirm(self, record: InspectionRecord) -> None:
        decision = Decision(judgement=Judgement(finding=Finding.DEFECT), disposition=Disposition.SCRAP)
        self.reviewer.decide(record, decision, "Ina", Timing())


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with open_station(tmp_path / "home") as premises:
        prepare(premises.store.database)
        request = TeachRequest(
            library=premises.recipes,
            recipe="plate",
            images=[part(seed) for seed in range(8)],
            model_settings=SETTINGS,
        )
        teach(request, progress=lambda _: None, cancelled=lambda: False)
        yield Bench(premises)


def test_the_next_part_is_judged_by_a_version_of_its_own(bench: Bench) -> None:
    look = look_at(bench.flagged(part(40, mark=250)))
    bench.tolerance.tolerate(look, WHOLE, "Ina")
    assert bench.used == [("plate", 2)]
    assert bench.verdict(part(40, mark=250)) is Verdict.OK
    entry = AuditLog(bench.premises.store.database).entries()[0]
    assert (entry.who, entry.action) == ("Ina", "place tolerated")


def test_taken_back_the_part_is_flagged_again_and_a_second_time_nothing_happens(bench: Bench) -> None:
    look = look_at(bench.flagged(part(40, mark=250)))
    assert not bench.tolerance.take_back(look, "Ina")
    bench.tolerance.tolerate(look, WHOLE, "Ina")
    assert bench.tolerance.take_back(look, "Ina")
    assert bench.verdict(part(40, mark=250)) is Verdict.NG
    assert bench.used == [("plate", 2), ("plate", 3)]


def test_refused_when_a_part_that_people_called_defective_would_pass(bench: Bench) -> None:
    bad = bench.flagged(part(41, mark=250))
    bench.confirm(bad)
    look = look_at(bench.flagged(part(40, mark=250)))
    with pytest.raises(NotTolerated) as told:
        bench.tolerance.tolerate(look, WHOLE, "Ina")
    assert f"Part {bad.sequence} would pass" in told.value.meaning
    assert bench.used == []
    assert bench.premises.recipes.versions("plate") == [1]
