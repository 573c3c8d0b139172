"""Several cameras and several shots of one trigger: one part, one record, and no frame beside another part's."""

from collections.abc import Callable

import pytest

from tests.twins import DOUBLE, FRAME, LOST, TIMEOUT, Memory, ScriptedCamera, ShadePredictor, shade_recipe
from tests.vision.station.verdicts import verdicts
from vision.inspection import ManualClock, Verdict
from vision.recipe import CameraSettings, Recipe, TriggerMode
from vision.station import Station, StationState
from vision.storage import RecordQuery, Store

MakeStation = Callable[..., Station]


def two_views() -> Recipe:
    top = shade_recipe().views[0]
    side = top.model_copy(update={"name": "side", "camera": "camera-2"})
    again = top.model_copy(update={"name": "top again", "shot": 2})
    cameras = {"camera-1": CameraSettings(), "camera-2": CameraSettings()}
    return shade_recipe(views=(top, side, again), cameras=cameras)


def prepared(
    make_station: MakeStation, first: ScriptedCamera, second: ScriptedCamera, recipe: Recipe, **changes: object
) -> Station:
    """A station of two cameras, ready to run; every view has the same model."""
    predictors = dict.fromkeys((view.name for view in recipe.views), ShadePredictor())
    cameras = {"camera-1": first, "camera-2": second}
    station = make_station(first, recipe=recipe, cameras=cameras, predictors=predictors, **changes)
    station.prepare()
    return station


def test_of_several_views_the_worst_decides_and_each_is_recorded(
    make_station: MakeStation, store: Store, clock: ManualClock
) -> None:
    first, second = ScriptedCamera([], clock), ScriptedCamera([], clock, shade=190)
    station = prepared(make_station, first, second, two_views())
    station.run(parts=1)
    record = store.records(RecordQuery())[0]
    assert [view.verdict for view in record.views] == [Verdict.OK, Verdict.NG, Verdict.OK]
    assert record.verdict is Verdict.NG
    assert record.reason.startswith("side: ")
    assert (first.triggers, second.triggers) == (2, 1)


@pytest.mark.expected_log
@pytest.mark.parametrize("word", [LOST, TIMEOUT])
def test_among_several_cameras_the_one_in_trouble_is_called_by_the_recipes_name(
    make_station: MakeStation, store: Store, clock: ManualClock, memory: Memory, word: str
) -> None:
    first, second = ScriptedCamera([], clock), ScriptedCamera([word], clock, away=0)
    station = prepared(make_station, first, second, two_views())
    station.run(parts=1)
    (record,) = store.records(RecordQuery())
    assert "camera-2" in record.reason
    assert "camera-1" not in record.reason
    told = " ".join(report.meaning for report in memory.states if report.state is StationState.CAMERA_LOST)
    assert ("camera-2" in told) is (word == LOST)


def test_a_view_that_never_came_outweighs_views_that_are_ok(
    make_station: MakeStation, store: Store, clock: ManualClock
) -> None:
    first, second = ScriptedCamera([], clock), ScriptedCamera([TIMEOUT], clock)
    station = prepared(make_station, first, second, two_views())
    station.run(parts=1)
    assert verdicts(store) == [Verdict.NOT_INSPECTED]


def test_a_late_frame_of_one_camera_puts_no_part_beside_another_parts_frame(
    make_station: MakeStation, store: Store, clock: ManualClock, memory: Memory
) -> None:
    first, second = ScriptedCamera([], clock), ScriptedCamera([], clock)
    recipe = two_views().model_copy(update={"views": two_views().views[:2]})
    station = prepared(make_station, first, second, recipe, trigger_mode=TriggerMode.LINE)
    line = iter([(FRAME, FRAME), (FRAME, TIMEOUT), (FRAME, DOUBLE), (FRAME, FRAME), (FRAME, FRAME)])
    grab = first.grab

    def sensor(timeout_s: float) -> object:
        words = next(line, None) if timeout_s > 0 else None
        if words is not None:
            first.arrive(words[0])
            second.arrive(words[1])
        return grab(timeout_s)

    first.grab = sensor  # type: ignore[method-assign,assignment]
    station.run(parts=4)
    pairs = [
        (found.frames["top"].frame_id, found.frames["side"].frame_id)
        for found in memory.inspected
        if found.record.verdict is Verdict.OK
    ]
    assert verdicts(store)[:2] == [Verdict.OK, Verdict.NOT_INSPECTED]
    assert pairs[0] == (1, 1)
    assert second.starts > 1, "the cameras were brought into step"
