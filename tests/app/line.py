"""A line made up for tests of the app: a station that remembers what was asked, and parts with frame and map."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from app.live.station_control import ChosenRecipe, LotCounts, RecipeOffer
from app.widgets.examples import THRESHOLDS, example_frame, example_map
from vision.inspection import InspectionRecord, Part, Prediction, Verdict, ViewRecord, worst
from vision.station.events import Alarm, Inspected, StateReport, StationState

LOT = "L-2419"
PEAKS = {Verdict.OK: 0.28, Verdict.NG: 1.07, Verdict.REVIEW: 0.57}
REASONS = {
    Verdict.OK: "Score below T1",
    Verdict.NG: "1 region above T2, upper right",
    Verdict.REVIEW: "1 region above T1, upper right",
    Verdict.NOT_INSPECTED: "no frame from Camera 1",
}


@dataclass
class FakeStation:
    """Fulfils `StationControl`; `asked` lists the calls."""

    state: StateReport = field(default_factory=lambda: StateReport(state=StationState.INSPECTING))
    recipe: ChosenRecipe | None = field(
        default_factory=lambda: ChosenRecipe(name="Magnet tile 42", version=7, thresholds={"top": THRESHOLDS})
    )
    lot: str | None = LOT
    parts_planned: int | None = 2000
    camera_name: str = "Camera 1"
    counts: LotCounts = field(default_factory=lambda: LotCounts(counts={}, up_to_sequence=0))
    asked: list[tuple[object, ...]] = field(default_factory=list)

    def lot_counts(self) -> LotCounts:
        return self.counts

    def offers(self) -> tuple[RecipeOffer, ...]:
        return (RecipeOffer(name="Magnet tile 42", versions=(7, 6)), RecipeOffer(name="Cookie 70 mm", versions=(3,)))

    def start(self) -> None:
        self.asked.append(("start",))

    def stop(self) -> None:
        self.asked.append(("stop",))

    def choose(self, recipe: str, version: int, lot: str | None) -> None:
        self.asked.append(("choose", recipe, version, lot))
        self.lot = lot

    def retry(self) -> None:
        self.asked.append(("retry",))

    def acknowledge(self, alarm: Alarm) -> None:
        self.asked.append(("acknowledge", alarm.kind))


def make_record(
    sequence: int, verdict: Verdict = Verdict.OK, *, lot: str | None = LOT, latency_ms: float = 40.0
) -> InspectionRecord:
    """One record of the made-up line, two seconds after the one before."""
    inspected = verdict is not Verdict.NOT_INSPECTED
    view = ViewRecord(
        view="top",
        verdict=verdict,
        score=PEAKS[verdict] if inspected else None,
        t1=THRESHOLDS.t1,
        t2=THRESHOLDS.t2,
        reason=REASONS[verdict],
    )
    return InspectionRecord(
        inspection_id=f"id-{sequence}",
        sequence=sequence,
        time=datetime(2026, 11, 20, 14, 0, tzinfo=UTC) + timedelta(seconds=2 * sequence),
        monotonic_s=2.0 * sequence,
        part=Part(serial=str(sequence), lot=lot),
        operator=None,
        station="Station 1",
        recipe="Magnet tile 42",
        recipe_version=7,
        recipe_hash="0" * 64,
        verdict=verdict,
        score=view.score,
        reason=REASONS[verdict],
        views=(view,),
        latency_ms=latency_ms if inspected else None,
        recorded_ms=latency_ms + 8,
    )


def make_inspected(sequence: int, verdict: Verdict = Verdict.OK, *, lot: str | None = LOT) -> Inspected:
    """One part with frame and map; a part that was not inspected has neither."""
    record = make_record(sequence, verdict, lot=lot)
    if verdict is Verdict.NOT_INSPECTED:
        return Inspected(record=record)
    frame = example_frame(180, 150, seed=sequence)
    anomaly_map = example_map(180, 150, peak=PEAKS[verdict])
    return Inspected(
        record=record, frames={"top": frame}, predictions={"top": Prediction(float(anomaly_map.max()), anomaly_map)}
    )


def make_two_views(sequence: int, top: Verdict, side: Verdict) -> Inspected:
    """One part seen by two cameras; the worse view decides."""
    seen = {"top": make_inspected(sequence, top), "side": make_inspected(sequence, side)}
    worse = next(each.record for each in seen.values() if each.record.verdict is worst((top, side)))
    views = tuple(replace(each.record.views[0], view=name) for name, each in seen.items())
    return Inspected(
        record=replace(worse, views=views),
        frames={name: each.frames["top"] for name, each in seen.items() if each.frames},
        predictions={name: each.predictions["top"] for name, each in seen.items() if each.predictions},
    )
