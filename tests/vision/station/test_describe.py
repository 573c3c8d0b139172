"""A map in a few words and numbers."""

import numpy as np
import pytest

from tests.twins import shade_recipe
from vision.inspection import AnomalyMap, Frame, Prediction, Verdict
from vision.station import Outcome, ViewOutcome
from vision.station.describe import MAX_REGIONS, map_regions, map_summary, part_reason, place_of_peak, view_reason

VIEW = shade_recipe().views[0]
"""T1 0.3, T2 0.6."""


def blank(height: int = 60, width: int = 90) -> AnomalyMap:
    return np.zeros((height, width), np.float32)


def found(anomaly_map: AnomalyMap, verdict: Verdict) -> ViewOutcome:
    prediction = Prediction(score=float(anomaly_map.max()), anomaly_map=anomaly_map)
    frame = Frame(pixels=np.zeros(anomaly_map.shape, np.uint8))
    return ViewOutcome(view=VIEW, verdict=verdict, frame=frame, prediction=prediction)


def reason(anomaly_map: AnomalyMap, verdict: Verdict) -> str:
    return view_reason(found(anomaly_map, verdict), map_summary(anomaly_map, VIEW.t1))


def test_regions_are_told_with_box_area_and_peak_the_highest_first() -> None:
    anomaly_map = blank()
    anomaly_map[10:14, 20:30] = 0.4
    anomaly_map[40:42, 70:73] = 0.5
    anomaly_map[41, 71] = 0.9
    first, second = map_regions(anomaly_map, 0.3)
    assert (first.x, first.y, first.width, first.height, first.area_px) == (70, 40, 3, 2, 6)
    assert first.peak == pytest.approx(0.9)
    assert (second.x, second.y, second.width, second.height, second.area_px) == (20, 10, 10, 4, 40)


def test_a_box_that_another_region_reaches_into_keeps_its_own_peak() -> None:
    anomaly_map = blank()
    anomaly_map[10:30, 10] = 0.4
    anomaly_map[29, 10:30] = 0.4
    anomaly_map[15, 20] = 0.9
    assert sorted(round(region.peak, 3) for region in map_regions(anomaly_map, 0.3)) == [0.4, 0.9]


def test_what_touches_at_a_corner_is_one_region_and_the_threshold_itself_belongs_to_it() -> None:
    anomaly_map = blank()
    anomaly_map[5, 5] = anomaly_map[6, 6] = 0.25
    regions = map_regions(anomaly_map, 0.25)
    assert [region.area_px for region in regions] == [2]


def test_a_map_full_of_specks_is_told_by_its_worst_regions() -> None:
    anomaly_map = blank()
    anomaly_map[::4, ::4] = np.linspace(0.4, 0.8, 15 * 23, dtype=np.float32).reshape(15, 23)
    regions = map_regions(anomaly_map, 0.3)
    assert len(regions) == MAX_REGIONS
    assert regions[0].peak == pytest.approx(0.8)


@pytest.mark.parametrize(
    ("row", "column", "place"),
    [
        (0, 0, "upper left"),
        (0, 45, "top"),
        (5, 89, "upper right"),
        (30, 0, "left"),
        (30, 45, "centre"),
        (30, 89, "right"),
        (59, 0, "lower left"),
        (59, 45, "bottom"),
        (59, 89, "lower right"),
    ],
)
def test_the_place_of_the_peak_in_words(row: int, column: int, place: str) -> None:
    anomaly_map = blank()
    anomaly_map[row, column] = 1
    assert place_of_peak(anomaly_map) == place


def test_the_summary_is_ready_for_json_and_holds_the_regions() -> None:
    import json

    anomaly_map = blank()
    anomaly_map[10:20, 10:20] = 0.5
    summary = json.loads(json.dumps(map_summary(anomaly_map, 0.3)))
    assert summary["regions"] == [{"x": 10, "y": 10, "width": 10, "height": 10, "area_px": 100, "peak": 0.5}]
    assert summary["peak"] == 0.5
    assert 0 < summary["mean"] < 0.5


def test_reasons_name_line_number_and_place() -> None:
    one = blank()
    one[5:9, 80:84] = 0.7
    two = one.copy()
    two[50:54, 40:44] = 0.65
    doubtful = blank()
    doubtful[30, 45] = 0.5
    assert reason(blank(), Verdict.OK) == "Score below T1"
    assert reason(one, Verdict.NG) == "1 region above T2, upper right"
    assert reason(two, Verdict.NG) == "2 regions above T2, upper right"
    assert reason(doubtful, Verdict.REVIEW) == "1 region above T1, centre"


def test_a_score_that_no_single_region_reaches_is_told_without_one() -> None:
    spread = blank()
    spread[5, 5] = 0.2
    outcome = ViewOutcome(
        view=VIEW, verdict=Verdict.NG, frame=None, prediction=Prediction(score=0.9, anomaly_map=spread)
    )
    assert view_reason(outcome, map_summary(spread, VIEW.t1)) == "Score above T2, highest at the upper left"


def test_the_reason_of_a_view_that_was_not_inspected_is_its_trouble() -> None:
    outcome = ViewOutcome(view=VIEW, verdict=Verdict.NOT_INSPECTED, trouble="No frame came.")
    assert view_reason(outcome, None) == "No frame came."


def test_of_several_views_the_deciding_one_is_named_and_an_overruled_part_says_why() -> None:
    side = VIEW.model_copy(update={"name": "side"})
    bad = ViewOutcome(view=side, verdict=Verdict.NOT_INSPECTED, trouble="No frame came.")
    good = found(blank(), Verdict.OK)
    reasons = {"top": "Score below T1", "side": "No frame came."}
    both = Outcome(verdict=Verdict.NOT_INSPECTED, views=(good, bad), latency_ms=1.0)
    late = Outcome(verdict=Verdict.NOT_INSPECTED, views=(good,), latency_ms=1.0, overruled="Too late.")
    assert part_reason(both, reasons) == "side: No frame came."
    assert part_reason(Outcome(verdict=Verdict.OK, views=(good,), latency_ms=1.0), reasons) == "Score below T1"
    assert part_reason(late, reasons) == "Too late."
