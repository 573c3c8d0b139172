"""Tolerated false alarms on a real store: the version released, the defects that forbid it, and the way back."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from threading import Event

import cv2
import numpy as np
import pytest

from app.compose import Premises, open_station
from app.desktop.replays import StationReplays
from app.desktop.tolerance import TaughtTolerance
from app.review.part import look_at
from labeling.annotation import Annotation, Defect, LabelState, PlacedMask
from labeling.datasets import Datasets
from labeling.records.datasets import DatasetTrouble, FrozenKind, ImageQuery, NewAnnotation
from labeling.records.reviews import Decision, Disposition, Finding, Judgement
from labeling.review.place import Place
from labeling.review.reviewer import Reviewer, Timing
from labeling.storage import AnnotationBook, CatalogBook, FrozenBook, prepare
from tests.disk import full_disk, needs_full_disk
from tests.vision.storage.parts import Line
from vision.detectors import load_predictor
from vision.inspection import Frame, InspectionRecord, ManualClock, Thresholds, Verdict, ViewRecord
from vision.storage import AuditLog, StorageTrouble
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
            recipes=premises.recipes,
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


@needs_full_disk
def test_a_full_disk_leaves_the_recipe_as_it_is_and_is_told_so(bench: Bench) -> None:
    look = look_at(bench.flagged(part(40, mark=250)))
    with full_disk(), pytest.raises(StorageTrouble, match="is full") as raised:
        bench.tolerance.tolerate(look, WHOLE, "Ina")
    assert raised.value.meaning == "The recipe stays as it is."
    assert bench.used == []


class Reading(StationReplays):
    """Stays with a frame until it may go on."""

    def __init__(self, premises: Premises) -> None:
        super().__init__(premises.store, premises.recipes)
        self.has_begun, self.may_go_on = Event(), Event()

    def frame(self, view: ViewRecord) -> Frame:
        self.has_begun.set()
        assert self.may_go_on.wait(30)
        return super().frame(view)


def test_what_is_taken_back_while_it_is_checked_is_not_tolerated_afterwards(bench: Bench) -> None:
    look, replays = look_at(bench.flagged(part(40, mark=250))), Reading(bench.premises)
    tolerance = TaughtTolerance(bench.premises, replays, lambda _name, _version: None)
    with ThreadPoolExecutor() as pool:
        tolerated = pool.submit(tolerance.tolerate, look, WHOLE, "Ina")
        assert replays.has_begun.wait(30)
        taken_back = pool.submit(tolerance.take_back, look, "Ina")
        wait([taken_back], timeout=1)
        replays.may_go_on.set()
        tolerated.result(30)
        assert taken_back.result(30)
    assert bench.verdict(part(40, mark=250)) is Verdict.NG


def test_refused_when_a_part_that_people_called_defective_would_pass(bench: Bench) -> None:
    bad = bench.flagged(part(41, mark=250))
    bench.confirm(bad)
    look = look_at(bench.flagged(part(40, mark=250)))
    with pytest.raises(NotTolerated) as told:
        bench.tolerance.tolerate(look, WHOLE, "Ina")
    assert f"Part {bad.sequence} would pass" in told.value.meaning
    assert bench.used == []
    assert bench.premises.recipes.versions("plate") == [1]


def freeze(bench: Bench, folder: Path, marked: Frame) -> Path:
    """A golden set of the product with one defective part; returns its image file."""
    folder.mkdir()
    path = folder / "MT-0093.png"
    cv2.imwrite(str(path), marked.pixels)
    database = bench.premises.store.database
    datasets = Datasets(bench.premises.home, database)
    dataset, _ = datasets.create("agreed", folder, "Ina", product="plate")
    scratch = CatalogBook(database).add("plate", "scratch", "Ina")
    (image_id,) = datasets.book.ids(dataset.id, ImageQuery())
    mask = PlacedMask(left=32, top=16, pixels=np.ones((16, 16), np.bool_))
    defects = (Defect(class_id=scratch.id, mask=mask),)
    annotation = Annotation(width=64, height=48, defects=defects, state=LabelState.DONE)
    AnnotationBook(database).save(NewAnnotation(image_id=image_id, annotation=annotation, base=0), "Ina", "brush")
    FrozenBook(database).freeze(FrozenKind.GOLDEN, "golden 1", dataset, [image_id], "Ina")
    return path


def test_refused_when_a_defect_of_the_golden_set_would_pass(bench: Bench, tmp_path: Path) -> None:
    freeze(bench, tmp_path / "images", part(41, mark=250))
    look = look_at(bench.flagged(part(40, mark=250)))
    with pytest.raises(NotTolerated) as told:
        bench.tolerance.tolerate(look, WHOLE, "Ina")
    assert "MT-0093.png would pass" in told.value.meaning


def test_another_defect_of_the_golden_set_is_no_reason_but_a_missing_one_is(bench: Bench, tmp_path: Path) -> None:
    path = freeze(bench, tmp_path / "images", part(41, mark=10))
    look = look_at(bench.flagged(part(40, mark=250)))
    kept = path.read_bytes()
    path.unlink()
    with pytest.raises(DatasetTrouble, match="gone"):
        bench.tolerance.tolerate(look, WHOLE, "Ina")
    path.write_bytes(kept)
    bench.tolerance.tolerate(look, WHOLE, "Ina")
    assert bench.used == [("plate", 2)]
